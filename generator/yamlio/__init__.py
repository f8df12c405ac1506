"""YAML with its places: what hands write is loaded with line marks and checked, what machines write has one canonical form."""
