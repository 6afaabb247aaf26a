"""What was chosen on pytest's command line, known in each of its workers too: theirs has no such words."""

WORDS: set[str] = set()
"""Of "postgres" and "webhook"; tests/conftest.py fills it before any test is read."""
