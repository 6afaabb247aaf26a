# Two commands are enough: make demo, make test. Everything else is beside them.
PYTHON ?= python3
BIN := .venv/bin

.PHONY: help setup demo test quick check bench lock clean

help:
	@echo "make demo    plays a fortnight of one practice, no account needed; leaves demo/"
	@echo "make test    runs all tests"
	@echo "make quick   runs the tests but the slow ones"
	@echo "make check   format, lint, types, floors"
	@echo "make bench   timings"
	@echo "make setup   installs into .venv from requirements.lock (the others do it by themselves)"
	@echo "make lock    writes requirements.lock anew from pyproject.toml"

setup: .venv/.done

.venv/.done: requirements.lock pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: setup
	$(BIN)/interlude demo

test: setup
	$(BIN)/python -m pytest -n 2 --cov --cov-report=term:skip-covered --cov-fail-under=100

quick: setup
	$(BIN)/python -m pytest -n 2 -m "not slow"

check: setup
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_floors.py

bench: setup
	$(BIN)/python -m tests.bench

lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet pip-tools
	.venv-lock/bin/pip-compile --quiet --allow-unsafe --generate-hashes --no-emit-index-url \
		--no-emit-find-links --no-emit-trusted-host --no-header --strip-extras --extra dev \
		-o requirements.lock pyproject.toml
	rm -rf .venv-lock

clean:
	rm -rf .venv .venv-lock demo build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
