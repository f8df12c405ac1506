"""What people correct by hand, laid over what the machine found; every mistake of theirs told at its line, with the nearest right word."""
