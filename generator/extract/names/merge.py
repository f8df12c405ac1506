"""One entry per thing: full and short names, with and without the city before them, are the same."""

import re
from collections.abc import Callable, Iterable

from rapidfuzz.fuzz import ratio

from generator.extract.names.view import Find
from generator.model.claim import NameKind

_MARKS = re.compile(r"[^\w%]+")
_QUOTATION = re.compile("“[^”]+”")
_LEGAL = re.compile("公司|集团|事务所")
_CONTAINED = 0.5
_ALIKE = 85
_TELLING = 5


def merge_finds(finds: Iterable[Find], core: Callable[[str], str]) -> tuple[Find, ...]:
    """Finds in order of appearance, of those that name one thing the fullest name with the first detail.

    `core` is a name without the park and the places that it begins with.
    """
    kept: list[Find] = []
    bare: list[str] = []
    for find in finds:
        name = _bare(find.name)
        alike = ((i, other) for i, other in enumerate(kept) if other.kind is find.kind and other.park == find.park)
        at = next((i for i, other in alike if _same(other, find, bare[i], name, core)), None)
        if at is None:
            kept.append(find)
            bare.append(name)
        else:
            kept[at] = _fuller(kept[at], find)
            bare[at] = _bare(kept[at].name)
    return tuple(kept)


def _same(one: Find, other: Find, bare_one: str, bare_other: str, core: Callable[[str], str]) -> bool:
    """Whether two finds of one kind and one park, with their names without marks, are the same thing."""
    a, b = sorted((bare_one, bare_other), key=len)
    if a == b:
        return True
    if one.kind is NameKind.INDUSTRY:
        return a == b.removesuffix("产业")
    if not a or one.kind in (NameKind.ALSO_CALLED, NameKind.PERSON):
        return False
    if one.kind is NameKind.COMPANY:
        return b.startswith(a) or (a in b and (_LEGAL.search(b) is not None or len(a) / len(b) >= _CONTAINED))
    if one.kind is NameKind.MEASURE and _quoted(one.name) and _quoted(one.name) == _quoted(other.name):
        return True
    if a in b and len(a) / len(b) >= _CONTAINED:
        return True
    if ratio(a, b) >= _ALIKE and not _side_by_side(one, other):
        return True
    if a[-_TELLING:] != b[-_TELLING:]:
        return False
    short = core(a)
    return len(short) >= _TELLING and short == core(b)


def _side_by_side(one: Find, other: Find) -> bool:
    """Whether two stand in one list (辽宁滨海实验室、辽宁黄海实验室): like each other as they are, they are two."""
    first, last = sorted((one, other), key=lambda find: find.start)
    return (
        one.piece is other.piece and first.end < last.start and first.piece.text[first.end : last.start] in ("、", "和", "与", "及", "以及")
    )


def _fuller(one: Find, other: Find) -> Find:
    best = max((one, other), key=lambda find: (find.piece.part != "headline", len(_bare(find.name)), find is one))
    detail = one.detail or other.detail
    return Find(best.kind, best.name, best.piece, best.start, best.end, detail, one.short or other.short, best.park)


def _quoted(name: str) -> str:
    found = _QUOTATION.search(name)
    return found[0] if found else ""


def _bare(name: str) -> str:
    return _MARKS.sub("", name).replace("综保区", "综合保税区")
