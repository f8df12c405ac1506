"""A row of heading lines as headline and deck."""

import re
from dataclasses import dataclass

from generator.read.heading_features import Body, Heading, Scene
from generator.read.tools import Tools

_SHORT = 16
_ABOUT = 5
SHORTEST_DECK = 7
_QUOTES = re.compile("[“”‘’]")
_WHOLE = re.compile("[：:].")
_COMMA = re.compile("[，,]")
_LONG_LINE = 12
_BEGINS_DECK = re.compile(r"前\s*\d|[上下]半年|前三季度|[一二三四]季度|[今去]年|\d{1,2}月|从.{2,10}到.")


@dataclass(frozen=True, slots=True)
class Title:
    """The headline of an article and its deck, as places of units; the headline's places in order are its lines."""

    headline: tuple[int, ...]
    deck: tuple[tuple[int, ...], ...]


def title_of(group: tuple[int, ...], headings: tuple[Heading, ...], body: Body, scene: Scene) -> Title:
    """Headline and deck of a row: the headline begins with the line that names the body's park and takes the lines after it.

    A series' name and a line after a dash are deck wherever they stand; where no line names a park the last is the headline.
    """
    tools = scene.tools
    deck = [one for one in group if tools.shapes.series(headings[one].text) or is_subtitle(headings[one].text, tools)]
    lines = [one for one in group if one not in deck] or list(group)
    deck = [one for one in deck if one not in lines]
    lines, deck = _big_letters(lines, deck, headings, scene)
    naming = [one for one in lines if headings[one].named.names and body.named.main in headings[one].named.names]
    naming = naming or [one for one in lines if headings[one].named.names]
    naming = [one for one in naming if _begins_title(headings[one].text, tools)] or naming
    start = lines.index(naming[0]) if naming else _first_of_pair(lines, headings, scene)
    end = start + 1 if _is_whole(headings[lines[start]]) else len(lines)
    while end < len(lines) and len(headings[lines[end]].text) <= SHORTEST_DECK and not headings[lines[end]].named.names:
        end += 1
    # 某经开区综合水平居全国第14位 | 产值过百亿元企业达6家，形成产业集群: two clauses under a line without a comma are deck.
    below = [one for one in range(start + 1, end) if _COMMA.search(headings[lines[one]].text)]
    end = below[0] if below and not _COMMA.search(headings[lines[start]].text) else end
    end = start + 1 if end == start + 2 and _tells_more(headings[lines[start]].text, headings[lines[start + 1]].text) else end
    deck = sorted([*deck, *lines[:start], *lines[end:]])
    under = tuple(headings[one].under for one in group if headings[one].under)
    main = tuple(place for one in lines[start:end] for place in headings[one].places if (place,) not in under)
    return Title(main, (*(headings[one].places for one in deck), *under))


def _big_letters(lines: list[int], deck: list[int], headings: tuple[Heading, ...], scene: Scene) -> tuple[list[int], list[int]]:
    """The lines of a headline and of its deck: glyphs printed twice are the big letters of a headline, what is printed once its deck.

    A few letters alone (十月起施行) are the end of a headline whose other glyphs were set otherwise.
    """
    big = [one for one in lines if any(scene.units[place].doubled for place in headings[one].places)]
    whole = sum(len(headings[one].text) for one in big) > SHORTEST_DECK
    return (big, [*deck, *(one for one in lines if one not in big)]) if whole else (lines, deck)


def _first_of_pair(lines: list[int], headings: tuple[Heading, ...], scene: Scene) -> int:
    """Where the headline begins among lines that name no park: with the last, or with the one right over it that is about as long."""
    last = len(lines) - 1
    if not last:
        return last
    upper, lower = headings[lines[last - 1]], headings[lines[last]]
    beside = lower.places[0] - upper.places[-1] == 1 and scene.units[lower.places[0]].gap == 0
    lengths = [len(_QUOTES.sub("", one.text)) for one in (upper, lower)]
    alike = abs(lengths[0] - lengths[1]) <= _ABOUT and max(lengths) <= _SHORT
    whole = _WHOLE.search(lower.text) is not None  # 防城港：边民进厂记
    return last - 1 if beside and alike and not (upper.numbers or lower.numbers or whole) else last


def _tells_more(upper: str, lower: str) -> bool:
    """Whether a line under a headline as long as one is tells of a time or of a way (前7个月同比增长近两成), which no rest of one does."""
    return len(upper) >= _LONG_LINE and _BEGINS_DECK.match(lower) is not None


def is_subtitle(text: str, tools: Tools) -> bool:
    """Whether a line stands after a dash, or says what sort of report this is."""
    return text.startswith(("—", "－", "-")) or tools.shapes.subtitle(text)


def _is_whole(heading: Heading) -> bool:
    """Whether a park and what is said of it are both there (榆林高新区：…): lines below are deck."""
    return len(heading.places) > 1 or _WHOLE.search(heading.text) is not None


def _begins_title(text: str, tools: Tools) -> bool:
    """Whether a line is a headline of its own (株洲高新区：轨道上跑出新动能): the line above it is its deck."""
    return tools.opens_with_park(text) and _WHOLE.search(text) is not None
