# Two commands are enough: make demo, make test. Everything else is beside them.
PYTHON ?= python3
BIN := .venv/bin

.NOTPARALLEL:
# Where it is set, each of the processes that tests start would compile the whole program anew.
unexport PYTHONDONTWRITEBYTECODE
.PHONY: help setup develop demo test test-postgres quick check tests browser postgres mutants lives fuzz bench lock sbom clean

help:
	@echo "make demo    plays a fortnight of one practice, no account needed; leaves demo/"
	@echo "make test    format, lint, types, floors, then all tests with their coverage"
	@echo "make test-postgres runs the tests of the store and of the whole bot on PostgreSQL, on a server of their own"
	@echo "make quick   runs the tests but the slow ones"
	@echo "make check   format, lint, types, floors"
	@echo "make mutants makes one thing wrong at a time in sender and worker, and counts what the tests notice"
	@echo "make lives   practices lived for months, each from a number: make lives SEEDS=1000 FROM=100; a run that was cut off is taken up"
	@echo "make fuzz    any JSON as updates, for ten minutes: make fuzz FUZZ=60 for one"
	@echo "make bench   timings, and beside two peers: writes docs/benchmarks.md"
	@echo "make setup   installs into .venv what requirements.lock names: what it takes to run"
	@echo "make develop the same from requirements-dev.lock: what it takes to develop"
	@echo "make sbom    writes sbom.cdx.json (CycloneDX), what the lock names, anew; make lock is to be followed by it"
	@echo "make lock    writes both locks anew from pyproject.toml; UPGRADE=--upgrade takes newer releases"

# A lock names everything, so nothing but the lock is asked what to install (--no-deps). Were pip left to look for
# what is missing, a release that is newer than the lock could end an installation that worked yesterday.
define install
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or later is needed, as in PYTHON=python3.12")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --no-deps --require-hashes -r $(1)
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m pip check
endef

setup: .venv/.run
develop: .venv/.dev

.venv/.run: requirements.lock pyproject.toml
	$(call install,$<)
	@touch $@

.venv/.dev: requirements-dev.lock pyproject.toml
	$(call install,$<)
	@touch $@

demo: setup
	$(BIN)/interlude demo

# What check has run already is not run twice.
test: SEEN = --ignore=tests/test_floors.py
test: check tests

check: develop
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/python -m pytest -q tests/test_floors.py

# The thought is covered branch by branch (99.9 % when it was last measured whole: lists that are made once a process
# may be made where nothing is measured); all of bot, as far as it runs within the tests' own process, 96 % then. What only runs in a process of its own (init, the demo's command) is tested, and not counted.
# Where there is no PostgreSQL its modules are not run, which is half a percent.
COVERED ?= 94
# A file stays with one of the two: what its tests share (a wheel, eight weeks, a practice settled in) is made once.
TWO = -n 2 --dist loadfile --no-loadscope-reorder
tests: develop browser postgres
	$(BIN)/python -m pytest $(TWO) $(SEEN) --cov --cov-report=
	$(BIN)/coverage report --skip-covered --include='bot/core/*' --fail-under=99
	$(BIN)/coverage report --skip-covered --fail-under=$(COVERED)
	$(BIN)/python -m pytest $(TWO) -rs --postgres $(SOME)

# Some of the tests of both engines belong to every run; where there is no server, one line says how many were left out.
SOME = tests/store/test_inbox.py tests/store/test_outbox.py tests/store/test_due.py tests/whole/test_whole_answers.py

test-postgres: develop
	$(BIN)/python -m pytest $(TWO) -rs --postgres tests/store tests/whole

# The pages are looked at in Debian's Chromium; without it the tests that need it are skipped, and say so.
browser:
	@command -v chromium >/dev/null || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		timeout 120 apt-get update -q >/dev/null && timeout 400 apt-get install -y -q --no-install-recommends chromium >/dev/null; } || \
		echo "There is no Chromium here: the tests in tests/browser are skipped."

# The same tests on PostgreSQL need Debian's server; without it they are skipped, and a counted line says so.
postgres:
	@ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && \
		timeout 120 apt-get update -q >/dev/null && timeout 400 apt-get install -y -q --no-install-recommends postgresql >/dev/null; } || \
		echo "There is no PostgreSQL here: its tests are skipped."

quick: develop
	$(BIN)/python -m pytest $(TWO) -m "not slow"

mutants: develop
	$(BIN)/python -m tests.mutants

FUZZ ?= 600
fuzz: develop
	FUZZ_SECONDS=$(FUZZ) $(BIN)/python -m pytest -q tests/whole/test_whole_any_json.py

SEEDS ?= 5
FROM ?= 0
MONTHS ?= 1
INTO ?= .lives/figures.jsonl
lives: develop
	$(BIN)/python -m tests.lives --seeds $(SEEDS) --from $(FROM) --months $(MONTHS) --into $(INTO)

.venv-bench/.done: bench/requirements.lock
	$(PYTHON) -m venv .venv-bench
	.venv-bench/bin/python -m pip install --quiet --no-deps --require-hashes -r $<
	@touch $@

bench: develop .venv-bench/.done
	$(BIN)/python -m bench

COMPILE = .venv-lock/bin/pip-compile --quiet --allow-unsafe --generate-hashes --strip-extras $(UPGRADE) \
	--no-header --no-emit-index-url --no-emit-find-links --no-emit-trusted-host

lock:
	$(PYTHON) -m venv .venv-lock
	.venv-lock/bin/python -m pip install --quiet pip-tools
	$(COMPILE) --extra build --extra dev -o requirements-dev.lock pyproject.toml
	$(COMPILE) --extra build --constraint requirements-dev.lock -o requirements.lock pyproject.toml
	rm -rf .venv-lock

# The library adds where each could be downloaded; what counts is which release, by its hashes.
define shorn
import json
made = json.load(open("sbom.cdx.json"))
made.pop("dependencies", None)
for tool in made["metadata"]["tools"]["components"]:
    tool.pop("externalReferences", None)
for one in made["components"]:
    found = one.pop("externalReferences", [])
    one["hashes"] = [hashed for each in found for hashed in each.get("hashes", [])]
    one["bom-ref"] = one["purl"]
    one.pop("description")
json.dump(made, open("sbom.cdx.json", "w"), indent=1)
endef
export shorn

sbom:
	$(PYTHON) -m venv .venv-sbom
	.venv-sbom/bin/python -m pip install --quiet cyclonedx-bom
	.venv-sbom/bin/cyclonedx-py requirements requirements.lock --pyproject pyproject.toml --of JSON \
		--output-reproducible -o sbom.cdx.json 2>/dev/null
	$(PYTHON) -c "$$shorn"
	rm -rf .venv-sbom

clean:
	rm -rf .venv .venv-bench .venv-lock .venv-sbom demo build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis
