"""What the project knows before it reads: parks, metrics, units, words. Written by hands in content/registry/, loaded with line marks."""
