"""`python -m generator` is `parkfacts`."""

from generator.cli import main

main()
