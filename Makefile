# Two commands matter: `make site` and `make test`. Each sets up what it needs and skips what is there.

PYTHON ?= python3
MODE ?= auto
ENGINE ?= 28.5
NODES ?=
ONLY ?=
KERNEL ?= own
PORT ?= 8000

VENV := .venv/bin
RUN := PYTHONPATH=hooks NETDOCS_MODE=$(MODE) NO_MKDOCS_2_WARNING=1
CODE := hooks lab/inside tests
SHELLS := lab/engine lab/venv lab/emulated/*.sh lab/inside/*.sh tests/setup .ci/run snippets/*/*.sh

# Languages besides English: those that have a first page.
TRANSLATIONS := $(patsubst docs/%/index.md,%,$(filter-out docs/en/%,$(wildcard docs/*/index.md)))

.DEFAULT_GOAL := help
.PHONY: help site serve test check format record drift lint lab clean requirements

help: ## say what can be made
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

site: .venv/site ## build the site into site/ (MODE=auto, live or recorded)
	$(RUN) $(VENV)/mkdocs build
	@$(foreach language,$(TRANSLATIONS),$(RUN) $(VENV)/mkdocs build --config-file mkdocs.$(language).yml &&) :
	@echo "done: open site/index.html"

serve: .venv/site ## show the site at http://127.0.0.1:$(PORT)/ and follow every change
	$(RUN) $(VENV)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: .venv/dev ## run every check and every test, labs and browser included
	@$(MAKE) --no-print-directory check
	@tests/setup
	@$(MAKE) --no-print-directory site
	$(RUN) $(VENV)/pytest

check: .venv/dev ## format, lint and types, changing nothing
	$(VENV)/ruff format --check $(CODE) && $(VENV)/ruff check $(CODE) snippets
	$(VENV)/mypy
	$(VENV)/shellcheck --severity=warning $(SHELLS)
	@$(RUN) $(VENV)/python -m netdocs lint

format: .venv/dev ## bring the code into shape
	$(VENV)/ruff format $(CODE) && $(VENV)/ruff check --fix $(CODE) snippets

record: .venv/site ## play everything and rewrite the recordings that changed (ENGINE=28.5 or all, ONLY=bridge, KERNEL=emulated)
	$(RUN) $(VENV)/python -m netdocs record --engine $(ENGINE) --only "$(ONLY)" --kernel $(KERNEL)

drift: .venv/site ## play everything and say what differs from the recordings (ENGINE=28.5 or all, ONLY=bridge)
	$(RUN) $(VENV)/python -m netdocs drift --engine $(ENGINE) --only "$(ONLY)"

lint: .venv/site ## claims no page links to, sections without a claim
	@$(RUN) $(VENV)/python -m netdocs lint

lab: .venv/site ## a shell on docker1 of a fresh lab (ENGINE=, NODES="client server" for more machines)
	@$(RUN) $(VENV)/python -m netdocs lab --engine $(ENGINE) $(NODES)

clean: ## remove what was built here; lab images and the engine stay
	rm -rf site .cache .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

requirements: .venv/dev ## pin and hash the requirements anew
	$(VENV)/pip install -q uv
	for name in requirements requirements-dev; do \
	    $(VENV)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate $$name.in -o $$name.txt || exit 1; \
	done

.venv/site: requirements.txt
	@echo "setting up Python packages in .venv"
	@lab/venv $(PYTHON)
	@$(VENV)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/site
	@echo "setting up packages for tests in .venv"
	@$(VENV)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@
