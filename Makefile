# Two commands matter: `make run` opens the desk, `make test` checks everything. Both set up what they need in .venv.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet install
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help run setup test check core browser bench components clean

help:
	@echo "make run     open the desk in the browser (http://localhost:$(PORT))"
	@echo "make test    lint, types, floors, and all tests"
	@echo "make setup   set everything up in .venv, nothing else"
	@echo "make bench   measure and print the figures"
	@echo "make components   bundle the editor of components/ into static/ (needs Node 20; the result is in the repository)"
	@echo "make clean   remove .venv and caches (drafts stay)"

run: $(VENV)/run.stamp
	$(BIN)/python -m streamlit run app.py --server.port $(PORT)

setup: $(VENV)/test.stamp

test: check core browser

check: $(VENV)/test.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

core: $(VENV)/test.stamp
	$(BIN)/python -m pytest --ignore tests/browser

# A journey that fails is walked once more, and named as such: three processes share the cores of a small machine.
browser: $(VENV)/test.stamp
	$(BIN)/python -m tests.browser.chromium
	$(BIN)/python -m pytest tests/browser --reruns 1 -rR

bench: $(VENV)/test.stamp
	$(BIN)/python -m tests.bench

# `npm ci` takes exactly what the lock file names; nothing of it is needed to run the desk.
components:
	cd components && npm ci --no-audit --no-fund && npm test && npm run build

clean:
	rm -rf $(VENV) components/node_modules .pytest_cache .mypy_cache .ruff_cache .hypothesis

# A stamp is written only after its installation succeeded, so an interrupted set-up is simply continued.
$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 is missing: install it, or call make PYTHON=/path/to/python3.11"; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed: call make PYTHON=/path/to/python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)

$(VENV)/run.stamp: requirements.txt | $(VENV)/bin/python
	@echo "Setting up what the desk needs (once, about a minute) …"
	$(PIP) -r requirements.txt
	@touch $@

$(VENV)/test.stamp: requirements-dev.txt $(VENV)/run.stamp
	@echo "Setting up what the tests need (once) …"
	$(PIP) -r requirements-dev.txt
	@touch $@
