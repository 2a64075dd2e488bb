# Each goal sets up what it needs: make demo, make test and make check work on a fresh machine with Python and make.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
COMPILED := .compiled
# What was compiled is kept: the tests start the program some hundred times.
unexport PYTHONDONTWRITEBYTECODE
SOURCES := $(shell find src scripts -name '*.py' -o -name '*.yaml' -o -name '*.mako' 2>/dev/null)

.DEFAULT_GOAL := help
.PHONY: help demo test check compiled bench docs lexicon clean

help: ## what the goals are
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 12

$(VENV)/installed: pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit("Hasila needs Python 3.11 or newer; this is " + sys.version.split()[0] + ". Say which with make PYTHON=python3.12 …") if sys.version_info < (3, 11) else None'
	@$(PYTHON) -m venv $(VENV) || { echo "No venv module here: install it (Debian, Ubuntu: apt-get install python3-venv) and run make again."; rm -rf $(VENV); exit 1; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/developing: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(VENV)/installed ## read the sample articles, keep them in demo.db, show the scorecard
	@rm -f demo.db demo.db-wal demo.db-shm
	$(BIN)/hasila add examples/articles --ledger demo.db
	$(BIN)/hasila scorecard --ledger demo.db
	@echo
	@echo "That was the balance of examples/articles. What to do next:"
	@echo "  $(BIN)/hasila conflicts --ledger demo.db        where the accounts differ, with both quotes"
	@echo "  $(BIN)/hasila search غارة --ledger demo.db      every sentence that says it"
	@echo "  $(BIN)/hasila read YOUR_ARTICLE.txt             what Hasila reads in an article of yours"
	@echo "  $(BIN)/hasila add YOUR_FOLDER                   keep your own articles in hasila.db"

test: $(VENV)/developing ## the tests, on every core
	$(BIN)/python -m pytest -n auto --dist worksteal

check: $(VENV)/developing ## lint, types, imports, drift, score floors
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/lexicon.py --check
	$(BIN)/python scripts/teach.py --check
	$(BIN)/python scripts/countries.py --check
	$(BIN)/python scripts/places.py --check
	$(BIN)/python scripts/coordinates.py --check
	$(BIN)/python scripts/reference.py --check
	$(BIN)/python scripts/schema.py --check
	$(BIN)/python scripts/readme.py --check
	$(BIN)/python evaluation/gate.py

$(COMPILED)/built: $(VENV)/developing setup.py $(wildcard scripts/*.h) $(SOURCES)
	@command -v $${CC:-cc} >/dev/null || { echo "No C compiler here: install one (Debian, Ubuntu: apt-get install gcc) and run make compiled again. All else works without."; exit 1; }
	@$(BIN)/python -c 'import pathlib, sys, sysconfig; sys.exit(not pathlib.Path(sysconfig.get_path("include"), "Python.h").exists())' || { echo "No Python.h here: install the headers of this Python (Debian, Ubuntu: apt-get install python3-dev) and run make compiled again. All else works without."; exit 1; }
	@echo "Compiling: some minutes."
	@rm -rf build dist/compiled $(COMPILED)
	HASILA_COMPILE=1 $(BIN)/python -m pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps --wheel-dir dist/compiled .
	$(PYTHON) -m venv $(COMPILED)
	$(COMPILED)/bin/python -m pip install --quiet --disable-pip-version-check -c constraints.txt dist/compiled/*.whl
	@touch $@

compiled: $(COMPILED)/built ## the reader compiled to C, twice as fast, in .compiled (takes a C compiler)
	$(BIN)/python evaluation/compiled.py

bench: $(VENV)/developing ## speed and memory, as ratios measured side by side
	$(BIN)/python evaluation/bench.py

docs: $(VENV)/developing ## write the generated pages again
	$(BIN)/python scripts/reference.py
	$(BIN)/python scripts/schema.py
	$(BIN)/python scripts/readme.py

lexicon: $(VENV)/developing ## compile the word lists, and what sentences teach by them
	$(BIN)/python scripts/lexicon.py
	$(BIN)/python scripts/teach.py

clean: ## remove what the goals made
	rm -rf $(VENV) $(COMPILED) demo.db demo.db-wal demo.db-shm build dist src/*.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
