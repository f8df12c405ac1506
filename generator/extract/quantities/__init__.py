"""Numbers with their units, kinds and degrees; and for every numeral that is none, the reason why."""

from generator.extract.quantities.finder import QuantityFinder

__all__ = ["QuantityFinder"]
