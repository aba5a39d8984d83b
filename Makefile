# Every word that the project knows; `make` alone lists them.
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --root-user-action=ignore
APP := $(VENV)/app-installed
TESTS := $(VENV)/tests-installed

.DEFAULT_GOAL := help
.PHONY: help run test check build lint types fix golden bench chromium

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: $(APP) ## set up what is missing, and start the app (PORT=8600 for a port of its own)
	$(BIN)/streamlit run dashboard.py $(if $(PORT),--server.port $(PORT))

test: lint types chromium ## set up what is missing; lint, types and all tests (ARGS="-k funding")
	$(BIN)/python -m pytest $(ARGS)

check: $(APP) ## what the register holds, and what in it deserves a look
	$(BIN)/python -m aiconsol check

build: $(APP) ## make the dataset from the register
	$(BIN)/python -m aiconsol build

lint: $(TESTS) ## format, lint and the order of imports
	$(BIN)/ruff format --check --quiet .
	$(BIN)/ruff check --quiet .
	$(BIN)/lint-imports --no-cache --no-logo

types: $(TESTS) ## strict types
	$(BIN)/mypy

fix: $(TESTS) ## what a tool can mend: format and lint
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

golden: $(TESTS) ## accept the charts as they are drawn now, once you have looked at them
	$(BIN)/python -m pytest tests/charts --update-golden

bench: $(TESTS) chromium ## how fast it is, in the browser (ROWS=1000000 for synthetic rounds)
	$(BIN)/python -m aiconsol bench $(if $(ROWS),--rows $(ROWS))

chromium: # and fonts that show Chinese
	@sh tests/browser/chromium.sh

$(BIN)/python:
	@for python in python3 python3.14 python3.13 python3.12 python3.11; do \
	  $$python -c 'import ensurepip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null \
	    && exec $$python -m venv $(VENV); \
	done; \
	echo "Needed: Python 3.11 or newer, with venv (Debian: apt-get install python3-venv)." >&2; \
	exit 1

$(APP): requirements.txt | $(BIN)/python
	$(PIP) -r requirements.txt
	@touch $@

$(TESTS): requirements.txt tests/requirements.txt $(APP)
	$(PIP) -r requirements.txt -r tests/requirements.txt
	@touch $@
