# Each target makes the environment it needs. A machine with Python 3.11 and make is enough.
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test lint types pytest check golden clean

help: ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: .venv/core ## compare the articles of samples/direct-talks and write comparison.html
	$(BIN)/compare run samples/direct-talks/*.txt -o comparison.html

test: lint types pytest check ## everything CI runs: ruff, mypy, pytest, compare check

lint: .venv/test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: .venv/test
	$(BIN)/mypy

pytest: .venv/test
	$(BIN)/pytest

check: .venv/core ## hold the engine to samples/, by the thresholds in pyproject.toml
	$(BIN)/compare check samples

golden: .venv/test ## accept the present outputs as tests/golden/
	COMPARE_ACCEPT_GOLDEN=1 $(BIN)/pytest tests/test_golden.py

clean: ## remove the environment and caches
	rm -rf .venv build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis comparison.html

.venv/core: pyproject.toml
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e .
	touch $@

.venv/test: .venv/core
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[test]'
	touch $@
