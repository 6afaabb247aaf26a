"""What all tests share: the switch that writes talks anew."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """--rewrite: talks are written as they really go, and git shows the difference."""
    parser.addoption("--rewrite", action="store_true", help="write each talk file as it really went")


@pytest.fixture
def rewrite(request: pytest.FixtureRequest) -> bool:
    """Whether talk files are written anew instead of compared."""
    return bool(request.config.getoption("--rewrite"))
