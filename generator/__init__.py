"""Park fact sheets: newspaper pages in, one trustworthy sheet per development park out."""
