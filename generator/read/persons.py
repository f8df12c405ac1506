"""What a report tells first: the office of somebody (董事长方既白) before the bare name, a name in full before the short one."""

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.read.tools import Tools

_NAME = 3  # letters; with two the next word's first letter would often be one of them
_SHORT = re.compile(r"[（(]以?下(?:简|统)?称[“\"]?(?P<short>[一-龥A-Za-z]{2,10})[”\"]?")


def introduces(text: str, other: str, tools: Tools) -> bool:
    """Whether a text gives somebody's office whose name the other one has without any."""
    return _are_bare_in(_with_office(text, tools), other, tools)


def told_in_order(texts: Sequence[str], tools: Tools) -> list[int]:
    """The numbers of paragraphs in the order in which they can be read: what says who somebody is stands before the bare name.

    A last paragraph that gives a short name in vain, for nothing after it uses it, is the first.
    """
    order: list[int] = []
    for at, text in enumerate(texts):
        names = _with_office(text, tools)
        bare = [place for place, before in enumerate(order) if _are_bare_in(names, texts[before], tools)]
        in_vain = 0 < at == len(texts) - 1 and _gives_in_vain(text)
        order.insert(0 if in_vain else min(bare, default=len(order)), at)
    return order


def _gives_in_vain(text: str) -> bool:
    return any(text.find(match["short"], match.end()) < 0 for match in _SHORT.finditer(text))


def _are_bare_in(names: tuple[str, ...], text: str, tools: Tools) -> bool:
    """Whether a text has one of the names first without an office."""
    return any(name in text and not text[: text.find(name)].endswith(tools.ends.offices) for name in names)


def _with_office(text: str, tools: Tools) -> tuple[str, ...]:
    """The names of three letters that follow an office."""
    names = tools.shapes.names
    behind = (text[match.end() : match.end() + _NAME] for match in _any_of(tools.ends.offices).finditer(text))
    return tuple(dict.fromkeys(name for name in behind if len(name) == _NAME and names.likely(name) and names.no_word(name)))


@lru_cache(maxsize=4)
def _any_of(offices: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("|".join(re.escape(office) for office in sorted(offices, key=len, reverse=True)))
