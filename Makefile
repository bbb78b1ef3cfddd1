# Rebound's commands. Needed on the machine: Python 3.11 or newer, make and git.
# `make` lists them. Another interpreter: PYTHON=python3.12 make test

VENV ?= .venv
LOCK  = requirements-dev.lock
PY    = $(VENV)/bin/python

# The interpreter: the one that was named, else the first of these that is new enough.
CANDIDATES = $(or $(PYTHON),python3 python3.13 python3.12 python3.11 python3.14 python)

# Prints "<version> <hash of the lock>", or fails when the interpreter is too old.
FINGERPRINT = import sys; sys.version_info >= (3, 11) or sys.exit(1); import hashlib; \
	print("%d.%d %s" % (sys.version_info[:2] + (hashlib.sha256(open("$(LOCK)", "rb").read()).hexdigest(),)))

# The lock is a whole list: nothing outside it is installed, nothing in it without its hash.
PIP_INSTALL = -m pip --disable-pip-version-check --no-input install -qq --no-deps --require-hashes

.PHONY: help install run test lint bench lock clean

help:  ## list the commands
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "  make %-9s %s\n", $$1, $$2}' Makefile

install:  ## create .venv from the lock (run, test and lint do it for you)
	@for candidate in $(CANDIDATES); do \
	    now=$$($$candidate -c '$(FINGERPRINT)' 2>/dev/null) && break; now=; \
	done; \
	if [ -z "$$now" ]; then \
	    echo "Rebound needs Python 3.11 or newer; none of these is: $(CANDIDATES). Name one: PYTHON=/path/to/python3.12 make ..." >&2; exit 1; \
	fi; \
	was=$$(cat $(VENV)/.installed 2>/dev/null || true); \
	if [ "$$now" = "$$was" ] && $(PY) -c '' 2>/dev/null; then exit 0; fi; \
	rm -f $(VENV)/.installed; \
	if ! $(PY) -c 'import pip, sys; sys.exit("%d.%d" % sys.version_info[:2] != "'"$${now%% *}"'")' 2>/dev/null; then \
	    echo "Creating $(VENV) with $$candidate ..."; \
	    $$candidate -m venv --clear $(VENV) || { \
	        echo "$$candidate cannot make a virtual environment (on Debian and Ubuntu: apt install python3-venv)." >&2; exit 1; }; \
	fi; \
	echo "Installing the packages of $(LOCK) ..."; \
	$(PY) $(PIP_INSTALL) -r $(LOCK) && echo "$$now" > $(VENV)/.installed

run: install  ## try it in the browser; with TELEGRAM_BOT_TOKEN set, run the real bot
	@exec $(PY) -m bot run --or-sandbox

test: install  ## all tests; ARGS="-k reframe" passes arguments to pytest
	@exec $(PY) -m pytest -n auto --dist loadfile $(ARGS)

lint: install  ## ruff, mypy --strict and the directions of imports
	@$(PY) -m ruff check .
	@$(PY) -m mypy
	@$(VENV)/bin/lint-imports

bench: install  ## measure against a bare echo bot on the local server
	@exec $(PY) -m tests.benchmarks $(ARGS)

UV_COMPILE = $(VENV)/tools/bin/uv --no-config pip compile pyproject.toml --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-emit-find-links --no-annotate --no-header --quiet

lock: install  ## write the lock files anew (UPGRADE=--upgrade takes the newest versions)
	@test -x $(VENV)/tools/bin/uv || { $(PY) -m venv $(VENV)/tools && $(VENV)/tools/bin/python -m pip install --quiet uv; }
	@$(UV_COMPILE) $(UPGRADE) --extra postgres --output-file requirements.lock
	@$(UV_COMPILE) $(UPGRADE) --extra postgres --extra dev --constraint requirements.lock --output-file requirements-dev.lock

clean:  ## remove what was built; your data stays
	rm -rf $(VENV) .build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find bot conversations tests -name __pycache__ -type d -prune -exec rm -rf {} +
