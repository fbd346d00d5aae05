# Every line here works without make too: python3 packaging/bootstrap.py run|test|demo|pictures|bench|check
# More words for the program go into ARGS: make run ARGS="--data-dir /tmp/try", make test ARGS="tests/core -k week"
PYTHON ?= python3
BOOTSTRAP = $(PYTHON) packaging/bootstrap.py

.PHONY: run test demo pictures bench check locks
.DEFAULT_GOAL := run

run:       # sets everything up and opens the window
	@$(BOOTSTRAP) run $(ARGS)

test:      # the same set-up and the test tools; lint, types, import floors and all tests
	@$(BOOTSTRAP) test $(ARGS)

demo:      # opens the window on a throwaway diary with 26 lifelike weeks
	@$(BOOTSTRAP) demo $(ARGS)

pictures:  # takes pictures of every page, in every look; needs no screen
	@$(BOOTSTRAP) pictures $(ARGS)

bench:     # measures against the limits, prints a table and keeps it as JSON
	@$(BOOTSTRAP) bench $(ARGS)

check:     # lint, types and import floors only
	@$(BOOTSTRAP) check

locks:     # takes the newest packages that pyproject.toml allows into packaging/requirements*.txt
	@$(BOOTSTRAP) locks
