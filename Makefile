# Two commands do everything on a fresh machine with Python 3.11 or later, git and make:
#   make run      installs what is needed and reads the sample reports in corpus/
#   make test     installs what is needed and runs lint, types and all tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
OUT ?= outputs/corpus

.PHONY: run test lint types unit setup corpus docs lock bench clean

run: setup
	$(BIN)/trichluc run corpus/reports --out $(OUT)
	$(BIN)/trichluc verify $(OUT)
	$(BIN)/trichluc evaluate corpus/gold $(OUT)

test: setup lint types unit

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

unit: setup
	$(BIN)/pytest -n auto

setup: $(STAMP)

# ensurepip is a package of its own on Debian; a machine without it is told what to type
$(STAMP): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or later is needed; set PYTHON=python3.x"; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); echo "cannot make a virtual environment; on Debian: apt-get install python3-venv"; exit 2; }
	$(BIN)/python -m pip install --quiet --require-hashes --requirement requirements.lock
	$(BIN)/python -m pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $(STAMP)

corpus: setup
	$(BIN)/python -m corpus.build

docs: setup
	$(BIN)/python -m trichluc.export.columns_page > docs/records.md

bench: setup
	$(BIN)/python -m benchmarks

# uv is not a dependency of the project: it only writes this file
lock:
	uv pip compile pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
		--no-emit-index-url --no-emit-find-links --output-file requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .hypothesis build dist
