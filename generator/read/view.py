"""What stands at a place of the page and from there on: the parks that the next texts name, whether a sentence ends, where boxes begin."""

from collections.abc import Iterator

from generator.read import crossings
from generator.read.cohesion import Named, named_in, together
from generator.read.fits import fit_of
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_FAR = 12


class View:
    """One page's units as a walk sees them; `named` are the parks of each unit, `tight` says that no blank lines stand within columns."""

    def __init__(self, units: tuple[Unit, ...], tools: Tools) -> None:
        self.units = units
        self.tools = tools
        self.named = tuple(named_in(unit.text.text, tools.parks) for unit in units)
        self.closed = tuple(tools.shapes.closed(unit.text.text) for unit in units)
        gaps = sorted(unit.gap for unit in units)
        self.tight = bool(gaps) and gaps[len(gaps) // 2] == 0

    def text(self, place: int) -> str:
        """The text at a place."""
        return self.units[place].text.text

    def open(self, place: int) -> bool:
        """Whether the text at a place stops within a sentence."""
        return not self.closed[place]

    def fit(self, before: int, place: int) -> float:
        """How well the text at a place goes on with the one at another."""
        return fit_of(self.text(before), self.text(place), self.tools)

    def boxed(self, place: int) -> bool:
        """Whether a blank line stands over a text, on a page that has none within its columns."""
        return self.tight and self.units[place].gap > 0

    def ahead(self, place: int) -> Named:
        """The parks named from `place` on until the next beginning or end that shows."""
        return together(self.named_ahead(place))

    def nearest(self, place: int) -> Named:
        """The parks of the first text from `place` on that names one."""
        return next((named for named in self.named_ahead(place) if named.names), self.named[place])

    def named_ahead(self, place: int) -> Iterator[Named]:
        """The parks of each of the next texts from `place` on, up to where another article begins."""
        for other in range(place, min(len(self.units), place + _FAR)):
            unit = self.units[other]
            begins = unit.lead or unit.sort in (Sort.LEAD, Sort.COLUMN) or (unit.sort is Sort.BYLINE and unit.sure)
            if other > place and (begins or (unit.sort is Sort.HEAD and self.named[other].full)):
                return
            if (
                other > place
                and unit.sort is Sort.TEXT
                and self.closed[other - 1]
                and (self.boxed(other) or crossings.set_anew(other, self.units))
            ):
                return
            if unit.sort in (Sort.TEXT, Sort.CAPTION):
                yield self.named[other]
            if unit.closing or unit.sort is Sort.BYLINE:
                return
