# make: the site. make test: everything that is checked. make help: the rest.
# Wants python3 (3.11 or newer, with venv) and make; another interpreter: PYTHON=python3.12 make site

PYTHON ?= python3
VENV := .venv
PY := $(VENV)/bin/python
PIP := $(PY) -m pip -qq --disable-pip-version-check --no-input
MADE := $(VENV)/made-with-$(subst /,+,$(PYTHON))

.PHONY: site serve check test clean help
.DELETE_ON_ERROR:

site: $(VENV)/site.stamp ## build the site into _site/ (the same as: make)
	@$(PY) build.py

serve: $(VENV)/site.stamp ## build, preview, and reload the browser on every save
	@$(PY) build.py serve

check: $(VENV)/site.stamp ## hold the content to every rule; nothing is written
	@$(PY) build.py check

test: $(VENV)/test.stamp ## everything: style, types, tests
	@failed=; \
	$(PY) -m ruff check --quiet --output-format concise . || failed="$$failed style"; \
	$(PY) -m mypy --no-error-summary || failed="$$failed types"; \
	$(PY) -m pytest || failed="$$failed tests"; \
	[ -z "$$failed" ] || { echo "Failed:$$failed"; exit 1; }

clean: ## remove .venv and every cache; content and _site/ stay
	rm -rf $(VENV) .factsheet_cache .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . \( -name .git -o -name .tools \) -prune -o -type d -name __pycache__ -prune -exec rm -rf {} +

help: ## this list
	@sed -n 's/^\([a-z]*\):.*## /make \1: /p' $(MAKEFILE_LIST)

# A stamp tells what .venv holds: only another interpreter or another pyproject.toml makes it anew.
$(MADE):
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or newer is wanted, for example: PYTHON=python3.12 make; found " + sys.version.split()[0])'
	@echo "Making $(VENV) with $(PYTHON) (once) …"
	@$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(VENV)/site.stamp: pyproject.toml $(MADE)
	@$(PIP) install --editable .
	@$(PY) -m compileall -q factsheet
	@touch $@

$(VENV)/test.stamp: pyproject.toml $(MADE)
	@echo "Installing what the tests need (once) …"
	@$(PIP) install --editable '.[test]'
	@$(PY) -m compileall -q factsheet
	@touch $@ $(VENV)/site.stamp
