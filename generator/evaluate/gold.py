"""Gold files: one annotated page each, with the text of its articles put together from the page's own lines."""

import re
from dataclasses import dataclass

import yaml

from generator.evaluate.compare import squash

_Range = tuple[int, int]


@dataclass(frozen=True, slots=True)
class GoldFact:
    """One figure as the editor reads it; `value` as text (`293`, `[10, 50]`, `1/3`), `park` empty where no sheet's business."""

    article: str
    quote: str
    park: str
    subject: str
    level: str
    label: str
    kind: str
    value: str
    unit: str
    qualifier: str
    period: str
    status: str
    core: bool


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """One article: `text` is its body, `rest` its headline lines and captions, all white space removed."""

    id: str
    headline: str
    byline: tuple[str, ...]
    parks: tuple[str, ...]
    text: str
    rest: str


@dataclass(frozen=True, slots=True)
class GoldList:
    """One list of one park; `province` and `city` stand in the list `place`."""

    park: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldPage:
    """All that the editor reads on one page."""

    seed: str
    articles: tuple[GoldArticle, ...]
    facts: tuple[GoldFact, ...]
    lists: tuple[GoldList, ...]


def parse_gold(text: str, page_text: str) -> GoldPage:
    """Read one gold file beside the text of its page. KeyError where a field of the guide is missing."""
    gold = yaml.load(text, Loader=yaml.CSafeLoader)  # the C form of the safe loader
    lines = page_text.split("\n")
    return GoldPage(
        seed=gold["seed"],
        articles=tuple(_article(entry, lines) for entry in gold["articles"]),
        facts=tuple(_fact(entry) for entry in gold["facts"] or ()),
        lists=tuple(entry for park, lists in (gold["lists"] or {}).items() for entry in _lists(park, lists)),
    )


def seed_of(text: str) -> str:
    """The name of the page that a gold file annotates; ValueError if the text is no gold file.

    >>> seed_of("seed: x1.txt")
    'x1.txt'
    """
    match = re.search(r"^seed: *(\S+)", text, re.MULTILINE)
    if not match:
        raise ValueError("a gold file starts with the page that it annotates: seed: NAME")
    return match[1].strip("\"'")


def _join(lines: list[str], ranges: list[_Range] | None) -> str:
    return squash("".join("".join(lines[first - 1 : last]) for first, last in ranges or ()))


def _article(entry: dict[str, object], lines: list[str]) -> GoldArticle:
    ranges: dict[str, list[_Range]] = {key: entry.get(key) or [] for key in ("headline_lines", "captions", "body")}  # type: ignore[misc]
    return GoldArticle(
        id=str(entry["id"]),
        headline=str(entry["headline"] or ""),
        byline=tuple(str(name) for name in entry["byline"] or ()),  # type: ignore[attr-defined]
        parks=tuple(str(name) for name in entry["parks"] or ()),  # type: ignore[attr-defined]
        text=_join(lines, ranges["body"]),
        rest=_join(lines, ranges["headline_lines"] + ranges["captions"]),
    )


def _fact(entry: dict[str, object]) -> GoldFact:
    words = {name: str(entry[name] if entry[name] is not None else "") for name in GoldFact.__slots__ if name != "core"}
    return GoldFact(**words, core=bool(entry["core"]))


def _lists(park: str, lists: dict[str, object]) -> list[GoldList]:
    found = []
    for kind, names in lists.items():
        if isinstance(names, dict):
            found.append(GoldList(park, kind, tuple(str(names.get(key) or "") for key in ("province", "city"))))
        else:
            found.append(GoldList(park, kind, tuple(str(name).split("|")[0].strip() for name in names or ())))  # type: ignore[attr-defined]
    return found
