"""Claims of all pages, put together per park: which park, the same figure once, one series per metric, what does not go together."""
