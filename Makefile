# make run: sets everything up and opens the terminal. make test: sets everything up and checks everything.
# ARGS go to the program: make run ARGS="--speed 10 --theme light"
.PHONY: run test setup setup-test lint bench bench-venue shots lock clean
PYTHON ?=
ARGS ?=
export PYTHON

run: setup
	@.venv/bin/python main.py $(ARGS)

setup:
	@./resources/setup.sh run

setup-test:
	@./resources/setup.sh test

lint: setup-test
	.venv/bin/python -m ruff check .
	.venv/bin/python -m mypy

test: lint
	QT_QPA_PLATFORM=offscreen .venv/bin/python -m pytest $(ARGS)

bench: setup-test
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.bench

# The exchange beside the plain oracle and other engines, which go into environments of their own under build/bench/.
bench-venue: setup-test
	@.venv/bin/python -m tests.bench.venue_table

# Pictures for the README and docs/, of the real window with real orders in it.
shots: setup-test
	@QT_QPA_PLATFORM=offscreen .venv/bin/python -m tests.shots

# The lock files, made anew from requirements*.in: hashes, no addresses.
lock: setup-test
	.venv/bin/python -m pip install --quiet uv
	.venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements.in -o requirements.txt
	.venv/bin/python -m uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate requirements-dev.in -o requirements-dev.txt

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis
