# make run: sets everything up and opens the terminal. make test: sets everything up and checks everything.
# ARGS go to the program: make run ARGS="--speed 10 --theme light"
.PHONY: run test soak fuzz mutate fast setup setup-test lint bench bench-venue shots words lock clean
PYTHON ?=
ARGS ?=
# What decides and what starts. Panels see no difference.
ON_COMPILED = tests/core tests/scenarios tests/twins tests/tapes tests/app
ON_ALL_CORES = -n logical --dist worksteal
export PYTHON

# Beside the first start after a change of the core, the compiled one is built for the next start: quietly, at the lowest
# priority, in a process of its own that the start does not wait for. build/fast/build.log tells how it went.
run: setup
	@(.venv/bin/python -m app.core_build background </dev/null >/dev/null 2>&1 &); exec .venv/bin/python main.py $(ARGS)

# The compiled core, now. Needs a C compiler and Python's headers; says so if they are missing.
fast: setup
	@.venv/bin/python -m app.core_build

setup:
	@./resources/setup.sh run

setup-test:
	@./resources/setup.sh test

lint: setup-test
	.venv/bin/python -m ruff check .
	.venv/bin/python -m mypy

# Lint and types, then everything on plain Python, and meanwhile the compiled core, where it can be built: what decides and what starts is
# tested once more on it. The few tests on plain Python that look at it wait for it.
test: setup-test
	@builder=; if [ -z "$(ARGS)" ]; then .venv/bin/python -m app.core_build & builder=$$!; fi; \
	$(MAKE) --no-print-directory lint || { [ -z "$$builder" ] || kill $$builder; exit 1; }; \
	QUARTERDECK_CORE=plain QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest $(or $(ARGS),$(ON_ALL_CORES)) || { [ -z "$$builder" ] || kill $$builder 2>/dev/null; exit 1; }; \
	if [ -n "$(ARGS)" ]; then exit 0; fi; \
	wait $$builder; built=$$?; \
	if [ $$built != 0 ] && [ $$built != 3 ]; then cat build/fast/build.log; exit 1; fi; \
	if [ $$built = 3 ]; then echo "test: the compiled core was not tested on this machine"; exit 0; fi; \
	QUARTERDECK_CORE=compiled QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest $(ON_ALL_CORES) $(ON_COMPILED)

# The venue against its slow twin, the core in false worlds, and real kills, one after the other; what went wrong is said at the end.
# make soak SEEDS=20000 KILLS=10000 ARGS="--operations 1000000 --seed 1"      ARGS go to the twins; ARGS alone: the twins alone
SEEDS ?= $(if $(ARGS),0,2000)
KILLS ?= $(if $(ARGS),0,200)
soak: setup-test
	@failed=0; \
	.venv/bin/python -m tests.twins.soak $(ARGS) || failed=1; \
	if [ $(SEEDS) != 0 ]; then .venv/bin/python -m tests.simulation --seeds $(SEEDS) || failed=1; fi; \
	if [ $(KILLS) != 0 ]; then .venv/bin/python -m tests.simulation.kills --times $(KILLS) || failed=1; fi; \
	exit $$failed

# Nonsense at the terminal (random keys, clicks, docking, themes, workspaces over a running market), with other seeds; the first that
# breaks something ends it.      make fuzz TIMES=20 SECONDS=120 SEED=100
TIMES ?= 10
SECONDS ?= 60
SEED ?= 2
fuzz: setup-test
	@for seed in $$(seq $(SEED) $$(($(SEED) + $(TIMES) - 1))); do \
	  MONKEY_SEED=$$seed MONKEY_SECONDS=$(SECONDS) .venv/bin/python -m pytest -q tests/app/test_monkey.py || exit 1; \
	done

# Small changes of the risk gate and the kill switch, one at a time: how many the scenarios and properties notice, and which not.
# make mutate ARGS="--sample 400 --seed 1 --only judge,risk"
mutate: setup-test
	@QUARTERDECK_CORE=plain nice -n 10 .venv/bin/python -m tests.mutation $(ARGS)

bench: setup-test
	@QUARTERDECK_CORE=$${QUARTERDECK_CORE:-auto} QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.bench

# The exchange beside the plain oracle and other engines, which go into environments of their own under build/bench/.
bench-venue: setup-test
	@.venv/bin/python -m app.core_build || echo "bench-venue: goes on without the compiled core"
	@.venv/bin/python -m tests.bench.venue_table
	@.venv/bin/python -m tests.bench.venue_figures orders

# The words of the code into resources/languages: new ones stand there unfinished.
words: setup-test
	.venv/bin/python -m tests.house.words

# Pictures for the README and docs/, of the real window with real orders in it.
shots: setup-test
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.shots

# The lock files, made anew from requirements*.in: hashes, no addresses.
lock: setup-test
	.venv/bin/python -m pip install --quiet uv
	.venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements.in -o requirements.txt
	.venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements-dev.in -o requirements-dev.txt
	.venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements-fast.in -o requirements-fast.txt

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis
