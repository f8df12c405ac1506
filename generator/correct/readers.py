"""How one value of a correction is read: text typed by what the key wants, or a problem that says what is and what must be.

Nothing is guessed: `010`, `no`, `12:30` and `2023-13` are told, never turned into something else.
"""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum

from generator.correct.checker import Checker, describe, is_none
from generator.model.correction import Setting
from generator.model.fact_id import is_fact_id
from generator.model.period import is_period
from generator.model.quantity import parse_value
from generator.yamlio.nodes import Node, Scalar, Sequence
from generator.yamlio.words import suggest

Reader = Callable[[str, Node, Checker], Setting | None]
_NUMBER = re.compile(r"-?(?:0|[1-9]\d*)(?:\.\d+)?")
_LEADING_ZERO = re.compile(r"-?0\d+(?:\.\d+)?")
_WITH_UNIT = re.compile(r"(-?[\d.,，]+)\s*([^\d\s.,，/\]-].*)")
_DEGREES = ("约", "近", "超", "逾", "突破", "不足", "不到", "最高", "余", "多")


def read_text(name: str, node: Node, checker: Checker) -> Setting | None:
    """Any text that says something."""
    if isinstance(node, Scalar) and node.text.strip() and not is_none(node):
        return Setting(name, checker.place(node), node.text.strip())
    must = "must say why and on what ground" if name == "because" else "must be a text"
    checker.tell(node, "empty" if _is_empty(node) else "wrong-type", f'"{name}" is {_is(node)}; it {must}.')
    return None


def read_optional_text(name: str, node: Node, checker: Checker) -> Setting | None:
    """Any text, or `null` for none."""
    return Setting(name, checker.place(node)) if is_none(node) else read_text(name, node, checker)


def read_texts(name: str, node: Node, checker: Checker) -> Setting | None:
    """A list of texts; may be empty."""
    if not isinstance(node, Sequence):
        checker.tell(node, "wrong-type", f'"{name}" is {describe(node)}; it must be a list, such as [甲, 乙].')
        return None
    items = tuple(read_text(name, item, checker) for item in node.items)
    return None if None in items else Setting(name, checker.place(node), items=tuple(item.text for item in items if item))


def read_true(name: str, node: Node, checker: Checker) -> Setting | None:
    """The word true: writing the key at all is what counts."""
    if isinstance(node, Scalar) and node.text == "true":
        return Setting(name, checker.place(node), "true")
    agreed = isinstance(node, Scalar) and node.text.casefold() in ("true", "yes", "y", "on", "是", "1")
    hint = "Write true." if agreed else f"Delete the correction if you do not mean to {name}."
    checker.tell(node, "wrong-type", f'"{name}" is {describe(node)}; it can only be true.', hint)
    return None


def read_fact_id(name: str, node: Node, checker: Checker) -> Setting | None:
    """Ten letters and digits as the sheet shows them."""
    text = _scalar(name, node, checker, "the id of a fact, ten letters and digits")
    if text is None or is_fact_id(text):
        return None if text is None else Setting(name, checker.place(node), text)
    mended = text.lower().translate(str.maketrans("ilo", "110"))
    hint = f'Did you mean "{mended}"?' if is_fact_id(mended) else "It stands beside the figure on the sheet."
    checker.tell(node, "bad-fact-id", f'"{text}" is no id of a fact: ten small letters and digits, without i, l, o and u.', hint)
    return None


def read_value(name: str, node: Node, checker: Checker) -> Setting | None:
    """A number, a range of two, a fraction of two; as digits, without unit and degree."""
    if isinstance(node, Sequence):
        return _read_range(name, node, checker)
    text = _scalar(name, node, checker, "a number such as 294, 7.5, [10, 50] or 1/3")
    if text is None:
        return None
    value = parse_value(text)
    numbers = re.split(r"[/,]", text.strip("[]"))
    if value is not None and all(_NUMBER.fullmatch(number.strip()) for number in numbers):
        return Setting(name, checker.place(node), value.text())
    checker.tell(node, "bad-number", f'"{text}" is no number; it must be digits such as 294, 7.5, [10, 50] or 1/3.', _number_hint(text))
    return None


def _read_range(name: str, node: Sequence, checker: Checker) -> Setting | None:
    ends = tuple(read_value(name, item, checker) for item in node.items)
    if None in ends:
        return None
    value = parse_value(f"[{', '.join(end.text for end in ends if end)}]")
    if value is None or value.second is None or value.first > value.second:
        hint = f"Write [{value.second:f}, {value.first:f}]." if value and value.second is not None else ""
        checker.tell(node, "bad-number", f'"{name}" is a list of {len(ends)}; a range must be two numbers, the smaller one first.', hint)
        return None
    return Setting(name, checker.place(node), value.text())


def _number_hint(text: str) -> str:
    plain = text.replace(",", "").replace("，", "")
    parts = _WITH_UNIT.fullmatch(text)
    if _LEADING_ZERO.fullmatch(text):
        return f"Write {text.lstrip('0')}." if text.strip("0") else "Write 0."
    if _NUMBER.fullmatch(plain):
        return f"Write {plain}."
    if any(degree in text for degree in _DEGREES):
        return "Write the number alone; 约, 超 and the like go into qualifier (about, over …), the unit into unit."
    return f'Write {parts[1]} here and the unit "{parts[2]}" in unit.' if parts else ""


def read_unit(name: str, node: Node, checker: Checker) -> Setting | None:
    """A unit that the registry has, also with 十百千万亿 before it; `null` for none."""
    if is_none(node):
        return Setting(name, checker.place(node))
    text = _scalar(name, node, checker, "a unit such as 亿元")
    if text is None:
        return None
    known = checker.words.units
    if text in known or text.lstrip("十百千万亿") in known or not checker.words.is_known:
        return Setting(name, checker.place(node), text)
    hint = suggest(text, known, 0) or "A unit that is missing belongs in content/registry/units.yaml."
    checker.tell(node, "unknown-unit", f'"{text}" is no unit that the registry knows.', hint)
    return None


def read_period(name: str, node: Node, checker: Checker) -> Setting | None:
    """A period as model.period spells it."""
    forms = "2025, 2025-06, 2025-06-26, 2025-01/2025-10, 2021/2025, asof or asof:2023-11"
    text = _scalar(name, node, checker, f"a period: {forms}")
    if text is None or is_period(text):
        return None if text is None else Setting(name, checker.place(node), text)
    mended = mend_period(text)
    hint = f'Did you mean "{mended}"?' if mended else f"Write {forms}."
    checker.tell(node, "bad-period", f'"{text}" is no period.', hint)
    return None


def mend_period(text: str) -> str:
    """The period that was most likely meant, "" if none can be told.

    >>> mend_period("2025年6月"), mend_period("2025-6"), mend_period("2025/2021"), mend_period("2023-13")
    ('2025-06', '2025-06', '2021/2025', '')
    """
    plain = re.sub(r"[年月./](?=\d)", "-", text.replace("至", "~")) if "/" not in text else text
    plain = re.sub(r"[年月日]", "", plain.replace("as of", "asof").replace(" ", ""))
    plain = re.sub(r"-(\d)(?!\d)", r"-0\1", plain).replace("~", "/").replace("：", ":").replace("asof-", "asof:")
    first, _, last = plain.partition("/")
    candidates = (plain, f"{last}/{first}", plain.replace("-", "/") if re.fullmatch(r"\d{4}-\d{4}", plain) else "")
    return next((candidate for candidate in candidates if candidate and is_period(candidate)), "")


def read_date(name: str, node: Node, checker: Checker) -> Setting | None:
    """A year, a month or a day."""
    text = _scalar(name, node, checker, "a date such as 2025-12-08, 2025-12 or 2025")
    if text is None or (re.fullmatch(r"\d{4}(-\d\d){0,2}", text) and is_period(text)):
        return None if text is None else Setting(name, checker.place(node), text)
    mended = mend_period(text)
    hint = f'Did you mean "{mended}"?' if mended and "/" not in mended else "Write 2025-12-08, 2025-12 or 2025."
    checker.tell(node, "bad-date", f'"{text}" is no date.', hint)
    return None


def read_metric(name: str, node: Node, checker: Checker) -> Setting | None:
    """The id of a metric of the registry; `null` for none."""
    if is_none(node):
        return Setting(name, checker.place(node))
    return _read_known(name, node, checker, "metric", checker.words.metrics, checker.words.metric_names)


def read_park(name: str, node: Node, checker: Checker) -> Setting | None:
    """The id of a park."""
    return _read_known(name, node, checker, "park", checker.words.parks, checker.words.park_names)


def read_park_or_none(name: str, node: Node, checker: Checker) -> Setting | None:
    """The id of a park; `null` for no sheet's business."""
    return Setting(name, checker.place(node)) if is_none(node) else read_park(name, node, checker)


def read_page(name: str, node: Node, checker: Checker) -> Setting | None:
    """The id of a page: its file name without .txt."""
    text = _scalar(name, node, checker, "a page: its file name in seeds/ without .txt")
    pages = checker.words.pages
    if text is None or not pages or text in pages:
        return None if text is None else Setting(name, checker.place(node), text)
    bare = text.removeprefix("seeds/").removesuffix(".txt")
    begun = [page for page in sorted(pages) if page.startswith(bare)]
    hint = f'Did you mean "{begun[0]}"?' if len(begun) == 1 else suggest(bare, sorted(pages), 5)
    checker.tell(node, "unknown-page", f'"{text}" is no page of seeds/.', hint)
    return None


def _read_known(
    name: str, node: Node, checker: Checker, what: str, known: Mapping[str, object], by_name: Mapping[str, str]
) -> Setting | None:
    text = _scalar(name, node, checker, f"the id of a {what}")
    if text is None or text in known or not checker.words.is_known:
        return None if text is None else Setting(name, checker.place(node), text)
    meant = by_name.get(text) or _only({id_ for name_, id_ in by_name.items() if text in name_})
    hint = f'Did you mean "{meant}"?' if meant else suggest(text, known, 5) or f"All ids are in content/registry/{what}s.yaml."
    checker.tell(node, f"unknown-{what}", f'"{text}" is no {what} id of the registry.', hint)
    return None


def _only(found: set[str]) -> str | None:
    return next(iter(found)) if len(found) == 1 else None


def read_choice(choices: type[StrEnum]) -> Reader:
    """A reader for one of a few words."""
    words = tuple(choice.value for choice in choices)

    def read(name: str, node: Node, checker: Checker) -> Setting | None:
        text = _scalar(name, node, checker, f"one of: {', '.join(words)}")
        if text is None or text in words:
            return None if text is None else Setting(name, checker.place(node), text)
        checker.tell(node, "unknown-word", f'"{text}" is no {name}.', suggest(text, words))
        return None

    return read


def read_url(name: str, node: Node, checker: Checker) -> Setting | None:
    """An address on the web, http or https."""
    text = _scalar(name, node, checker, "an address on the web")
    if text is None or re.fullmatch(r"https?://[\w.-]+\.[a-z]{2,}(?::\d+)?(?:[/?#]\S*)?", text):
        return None if text is None else Setting(name, checker.place(node), text)
    checker.tell(node, "bad-url", f'"{text}" is no address on the web; it must begin with https:// or http://.')
    return None


def _scalar(name: str, node: Node, checker: Checker, must: str) -> str | None:
    if isinstance(node, Scalar) and not is_none(node) and node.text.strip():
        return node.text.strip()
    checker.tell(node, "empty" if _is_empty(node) else "wrong-type", f'"{name}" is {_is(node)}; it must be {must}.')
    return None


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and (is_none(node) or not node.text.strip())


def _is(node: Node) -> str:
    return "empty" if _is_empty(node) else describe(node)
