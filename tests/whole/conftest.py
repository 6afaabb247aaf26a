"""What the whole bots share: how updates come in."""

from collections.abc import Iterator

import pytest
import whole


@pytest.fixture(scope="session", autouse=True)
def all_brought(request: pytest.FixtureRequest) -> Iterator[None]:
    """With --webhook every bot has its updates brought that says nothing else."""
    if request.config.getoption("--webhook"):
        whole.INTAKE["mode"] = "webhook"
    yield
    whole.INTAKE.clear()


@pytest.fixture(params=["polling", "webhook"])
def intake(request: pytest.FixtureRequest) -> Iterator[str]:
    """For tests that hold both ways: updates are asked for, and brought."""
    before, whole.INTAKE["mode"] = dict(whole.INTAKE), request.param
    yield str(request.param)
    whole.INTAKE.clear()
    whole.INTAKE.update(before)
