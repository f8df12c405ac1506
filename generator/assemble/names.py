"""Each entry of a park's lists once, whatever article it comes from.

Two articles are less sure to mean one thing than one is, so only names that are the same but for their marks, or of which one holds the
other whole beyond doubt, are one: a company's legal name and its short one, a practice and the service that bears its name.
"""

import re
from collections.abc import Iterable

from generator.model.claim import Name, NameKind

_MARKS = re.compile(r"[^\w%]+")
_QUOTATION = re.compile("“([^”]+)”")
_LEGAL = re.compile("有限(?:责任)?公司|股份公司|集团")
_SHORTEST = 2


def unique_names(names: Iterable[Name]) -> tuple[Name, ...]:
    """Each thing of a list once, the fullest name of it, of equal ones the one that says most (with office or investment).

    Ordered by list and text.
    """
    kept: list[Name] = []
    for name in sorted(names, key=lambda name: (name.kind, -len(_bare(name.name)), name.name, not name.detail)):
        if not any(other.kind is name.kind and is_same_name(name.kind, other.name, name.name) for other in kept):
            kept.append(name)
    return tuple(sorted(kept, key=lambda name: (name.kind, name.name)))


def is_same_name(kind: NameKind, full: str, short: str) -> bool:
    """Whether two names of one list are one thing.

    >>> is_same_name(NameKind.COMPANY, "肇庆理士电源技术有限公司", "理士电源"), is_same_name(NameKind.COMPANY, "海尔智家", "海尔")
    (True, False)
    >>> is_same_name(NameKind.MEASURE, "“免申即享”服务平台", "免申即享"), is_same_name(NameKind.MEASURE, "“一站式”服务", "“一站式”办结")
    (True, False)
    >>> is_same_name(NameKind.INSTITUTION, "云谷(山西)基地", "云谷（山西）基地"), is_same_name(NameKind.INSTITUTION, "生物基地", "基地")
    (True, False)
    """
    a, b = _bare(full), _bare(short)
    if a == b:
        return True
    if kind is NameKind.COMPANY:
        return len(b) > _SHORTEST and b in a and _LEGAL.search(a) is not None and _LEGAL.search(b) is None
    quoted = _QUOTATION.search(full) if kind is NameKind.MEASURE else None
    return quoted is not None and _bare(quoted[1]) == b


def _bare(name: str) -> str:
    return _MARKS.sub("", name)
