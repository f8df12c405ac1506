"""An article in the making, as the steps after the walk down the page hand it on."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Draft:
    """An article in the making: places of its units in the page's list.

    `heads` are headings that stood before its first text, `bylines` its byline units, `ended` whether names have closed it; `late` are
    texts that the page prints before those that they follow, `column` says that it stands under a column's name.
    """

    texts: list[int] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    bylines: list[int] = field(default_factory=list)
    late: list[int] = field(default_factory=list)
    column: bool = False
    ended: bool = False
