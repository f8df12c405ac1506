"""The lists beside a sheet's figures: other names, honours, industries, companies, institutions, projects, people, measures."""

from generator.extract.names.finder import NameFinder
from generator.extract.names.place import find_place

__all__ = ["NameFinder", "find_place"]
