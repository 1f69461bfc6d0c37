.DEFAULT_GOAL := help
.PHONY: help run test check bench shots package clean

help: ## List the targets
	@awk -F ': ## ' '/^[a-z]+: ##/ { printf "  make %-8s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## Open the app (without a display: go through a recording unseen, see target/run)
	@.ci/open

test: ## Everything in check, and the journeys through the real window
	@.ci/test

check: ## Formatting, lints, types and unit tests
	@.ci/check

bench: ## Measure the release build beside an empty window
	@.ci/bench

shots: ## Take the pictures of docs/images from the real window
	@.ci/shots

package: ## Make the deb and rpm packages
	@.ci/package

clean: ## Remove everything that was built
	@rm -rf target ui/dist ui/node_modules src-tauri/gen tests/blank/gen
