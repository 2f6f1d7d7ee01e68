# The tasks of this project. `make demo` and `make test` are the two a newcomer needs.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
STAMPS := .venv/stamps
PIP := $(BIN)/pip install -qq --disable-pip-version-check --no-input
LOCK := $(BIN)/uv pip compile pyproject.toml --quiet --universal --python-version 3.11 \
	--generate-hashes --no-header --no-emit-index-url --no-emit-find-links --group build
SERVERS := $(wildcard /usr/lib/postgresql/*/bin)
ASSETS := $(shell find samsyn -path '*/static/*' -type f 2>/dev/null)
CATALOGUES := $(wildcard samsyn/locale/*/LC_MESSAGES/django.po)

.PHONY: demo test setup setup-tests browser check unit bench lock matrix messages test-own-server clean help
.DEFAULT_GOAL := help

help:  ## list the tasks
	@grep -E '^[a-z-]+:.*##' Makefile | sed -E 's/:.*## /\t/' | expand -t 20

demo: setup  ## install everything and serve a made-up municipality on this computer
	@exec $(BIN)/samsyn demo --port $(PORT)

test: setup-tests browser check unit  ## install what is needed and run every check and test

setup: $(STAMPS)/python $(STAMPS)/assets $(STAMPS)/catalogues $(STAMPS)/static  ## install what Samsyn runs on

setup-tests: setup $(STAMPS)/python-tests

$(STAMPS)/python: requirements.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] < (3, 15))' \
		|| { echo 'Samsyn needs Python 3.11 to 3.14: name one with make PYTHON=…'; exit 1; }
	@echo 'Installing Python packages (about a minute the first time) …'
	@test -x $(BIN)/pip || $(PYTHON) -m venv .venv \
		|| { echo 'Python lacks venv: ask an administrator for apt-get install python3-venv'; exit 1; }
	@$(PIP) --require-hashes --requirement requirements.txt
	@$(PIP) --no-deps --no-index --no-build-isolation --editable .
	@mkdir -p $(STAMPS) && touch $@

$(STAMPS)/python-tests: requirements-dev.txt $(STAMPS)/python
	@echo 'Installing what the tests need …'
	@$(PIP) --require-hashes --requirement requirements-dev.txt
	@touch $@

$(STAMPS)/assets: package-lock.json package.json | $(STAMPS)/python
	@command -v npm >/dev/null || { echo 'npm is missing: ask an administrator for apt-get install npm'; exit 1; }
	@npm ci --silent
	@touch $@

$(STAMPS)/catalogues: $(CATALOGUES) | $(STAMPS)/python
	@if test -f tools/catalogue.py; then $(BIN)/python tools/catalogue.py compile; fi
	@touch $@

$(STAMPS)/static: $(ASSETS) $(STAMPS)/assets samsyn/config/static_files.py
	@DJANGO_SETTINGS_MODULE=samsyn.config.settings $(BIN)/python -m django collectstatic --noinput --clear --verbosity 0
	@touch $@

browser:
	@command -v chromium >/dev/null \
		|| { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -qq -y --no-install-recommends chromium; } \
		|| { echo 'The browser tests need Chromium: ask an administrator for apt-get install chromium'; exit 1; }

check: setup-tests  ## look at the code without running it
	@$(BIN)/ruff check
	@$(BIN)/ruff format --check --quiet
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python tools/contracts.py
	@$(BIN)/python tools/access_matrix.py --check
	@$(BIN)/python tools/catalogue.py --check
	@DJANGO_SETTINGS_MODULE=samsyn.config.settings $(BIN)/python -W ignore -m django makemigrations --check --dry-run
	@$(BIN)/djlint samsyn --lint --quiet
	@$(BIN)/codespell samsyn tests tools docs *.md

unit: setup-tests  ## run the tests, browser and all
	@$(BIN)/python -m pytest --numprocesses auto --dist worksteal

test-own-server: setup-tests  ## run the tests against each PostgreSQL that Debian has installed
	@test -n "$(SERVERS)" || echo 'No server found in /usr/lib/postgresql'
	@for bin in $(SERVERS); do echo "$$bin" && $(BIN)/python -m pytest --numprocesses auto --dist worksteal --server-bin $$bin || exit 1; done

bench: setup-tests  ## measure the pages under load, the collaboration file and the printers
	@$(BIN)/python -m tools.bench

messages: setup  ## gather the texts to translate
	@$(BIN)/python tools/catalogue.py gather

matrix: setup  ## write docs/access-matrix.md anew from the rules
	@$(BIN)/python tools/access_matrix.py

lock: setup-tests  ## choose newest allowed versions and lock them with hashes, without addresses
	@$(LOCK) --upgrade --output-file requirements.txt
	@$(LOCK) --upgrade --group dev --constraint requirements.txt --output-file requirements-dev.txt
	@npm update --silent --package-lock-only

clean:  ## remove everything that was installed or made, the demonstration included
	@rm -rf .venv node_modules .samsyn .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
