"""How numbers of one sentence belong together: both ends of a change (由15份减至5份), and lists (分别为A、B和C)."""

import itertools
import re
from dataclasses import dataclass, replace

from generator.extract.quantities.kinds import OF_NO_THING
from generator.extract.quantities.lexicon import Lexicon
from generator.extract.quantities.then_now import ThenNow, build_then_now, mark_then_now
from generator.extract.quantities.units import Dimensions, build_dimensions, one_dimension, plain_unit
from generator.extract.tokens import Quantity, Sentence, Turn
from generator.model.claim import Kind, Qualifier

_FROM = re.compile(r"(?:从|由|自)(?!此|身|主|动|来水|然)[^，,。；;]{0,24}$")
_NOW = re.compile(r"^[^。；;]{0,10}[，,](?:而)?(?:如今|现在|目前|现|今年|今天|眼下|而今)[^。；;，,]{0,10}$")
_MERGED = re.compile(
    r"^[^，,。；;\d]{0,10}(?:并成|合并[成为]|整合[成为]|归并[成为]|精简[成为到至]|压缩[成为到至]|优化[成为]|压减[成为到至]|减[少]?[成为到至]|变[成为]|合[成为]一?|缩减[成为到至])(?:了|仅)?$"
)
_JOIN = re.compile(r"^\s*(?:[、和及与]|以及|，|,)\s*(?:的)?$")
_EACH_GREW = re.compile(r"^\s*(?:[、和及与]|以及|，|,)\s*(?:同比|环比)?(?:增长|增加|上升|提高|提升|下降|减少|降低|回落|上涨)\s*$")
_STRICT_JOIN = re.compile(r"^\s*(?:[、和及与]|以及)\s*$")
_SHORT_JOIN = re.compile(r"^[^，,。；;]{0,8}[、和及与][^，,。；;\d]{0,10}$")
_DISTRIBUTED = re.compile(r"分别|依次|各自|先后|分[列居获]")
_EACH = re.compile(r"(?:分别|依次|各自|先后|分[列居获])[^，,。；;\d]{0,20}$")
_OF_ANOTHER = re.compile(
    r"^[，,；;](?![^，,。；;]*(?:占|率|比重|比例))(?:而|同期的?)?[^，,。；;、\d的]{0,12}?(?:[\u4e00-\u9fff][区市县省州]|全国)(?:则|却|仅|只)?(?:为|是|有)$"
)
_SHARED = re.compile(r"突破|超过|超|逾|跨|连跨|跨上|不少于|不低于|不到|不足|达到?")


@dataclass(frozen=True, slots=True)
class RelationWords:
    """Verbs that end a change; what holds a then against a now; which units are of one dimension."""

    to: re.Pattern[str]
    then_now: ThenNow
    dimensions: Dimensions


def build_relations(lexicon: Lexicon) -> RelationWords:
    """Compile once per registry."""
    verbs = lexicon.any_of("turn_verbs")
    joined = lexicon.any_of("turn_joined")
    return RelationWords(
        re.compile(rf"{verbs}(?:了)?(?:到|至|为|成|在)|{joined}|到(?!位|底|期)|至(?!今|少|多)"),
        build_then_now(lexicon),
        build_dimensions(lexicon),
    )


def mark_turns(text: str, sentences: tuple[Sentence, ...], quantities: list[Quantity], words: RelationWords) -> list[Quantity]:
    """The quantities with `turn` set: old figures BEFORE, new ones AFTER.

    Both ends need a number of the same dimension, so that 从签约到开工39天 is no change.
    """
    out = list(quantities)
    for sentence in sentences:
        inside = [i for i, q in enumerate(out) if sentence.start <= q.start < sentence.end]
        for left, right in itertools.pairwise(inside):
            if out[left].turn is Turn.NONE and _is_turn(text, sentence, out, left, right, words):
                _mark(text, out, inside, left, right)
    return mark_then_now(text, sentences, out, words.then_now, words.dimensions)


def _is_turn(text: str, sentence: Sentence, out: list[Quantity], left: int, right: int, words: RelationWords) -> bool:
    between = text[out[left].end : out[right].head]
    if len(between) > 40 or not words.to.search(between) or re.search(r"[。；;]", between):
        return False
    if out[left].kind is Kind.GROWTH or out[right].kind is Kind.GROWTH:
        return False
    if _NOW.search(between):
        return _alike(out[left], out[right], words)
    tail = words.to.search(between[-14:])
    if tail is None or not _FROM.search(text[max(sentence.start, out[left].head - 30) : out[left].head]):
        merged = _MERGED.search(between) and _alike(out[left], out[right], words)
        return bool(merged) or _listed_before(text, out, left, words)
    return _alike(out[left], out[right], words) or bool(_listed_units(text, out, left) & {_plain(out[right])})


def _alike(one: Quantity, other: Quantity, words: RelationWords) -> bool:
    return one_dimension(one.unit, other.unit, words.dimensions)


def _listed_before(text: str, out: list[Quantity], left: int, words: RelationWords) -> bool:
    """从16支、176名增至102支: the last of the old figures has 从 before its list."""
    first = left
    while first and _SHORT_JOIN.match(text[out[first - 1].end : out[first].head]):
        first -= 1
    return first < left and bool(_FROM.search(text[max(0, out[first].head - 30) : out[first].head]))


def _listed_units(text: str, out: list[Quantity], last: int) -> set[str]:
    units = {_plain(out[last])}
    while last and _SHORT_JOIN.match(text[out[last - 1].end : out[last].head]):
        last -= 1
        units.add(_plain(out[last]))
    return units


def _mark(text: str, out: list[Quantity], inside: list[int], left: int, right: int) -> None:
    units = {_plain(out[left])}
    out[left] = replace(out[left], turn=Turn.BEFORE)
    at = left
    while at - 1 in inside and _SHORT_JOIN.match(text[out[at - 1].end : out[at].head]):
        at -= 1
        units.add(_plain(out[at]))
        out[at] = replace(out[at], turn=Turn.BEFORE)
    out[right] = replace(out[right], turn=Turn.AFTER)
    at = right
    while at + 1 in inside and _plain(out[at + 1]) in units and _SHORT_JOIN.match(text[out[at].end : out[at + 1].head]):
        at += 1
        out[at] = replace(out[at], turn=Turn.AFTER)
    if (
        at + 1 in inside
        and _plain(out[at + 1]) in units
        and re.search(r"再(?:增长|增加|提升|跃升|增|升)?[到至]", text[out[at].end : out[at + 1].head])
    ):
        out[at + 1] = replace(out[at + 1], turn=Turn.AFTER)


def _plain(quantity: Quantity) -> str:
    return plain_unit(quantity.unit)


def mark_lists(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities with `group` and `place` set in 分别为A、B和C and in plain runs A、B和C of one unit."""
    out = list(quantities)
    group, at = 0, 0
    distributed = _DISTRIBUTED.search(text) is not None
    while at < len(out):
        end = at + 1
        each = distributed and bool(_EACH.search(text, max(0, out[at].head - 30), out[at].head))
        while end < len(out) and _joined(text, out, at, end, each=each):
            end += 1
        if end - at > 1:
            for place, index in enumerate(range(at, end)):
                out[index] = replace(
                    out[index], group=group, place=place, kind=out[at].kind if _same_sort(out[at], out[index]) else out[index].kind
                )
                if _SHARED.match(text[out[at].head : out[at].start]) and out[index].qualifier is Qualifier.EXACT:
                    out[index] = replace(out[index], qualifier=out[at].qualifier)
            group += 1
        at = end
    return out


def mark_growth_of_others(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """The quantities, a percentage that a second place has beside the growth of a first being growth too: 增长9.1%，该高新区为11.5%."""
    out = list(quantities)
    for at in range(1, len(out)):
        alike = out[at - 1].kind is Kind.GROWTH and out[at].kind is Kind.SHARE and out[at - 1].unit == out[at].unit == "%"
        if alike and _OF_ANOTHER.match(text[out[at - 1].tail : out[at].head]):
            out[at] = replace(out[at], kind=Kind.GROWTH)
    return out


def _joined(text: str, out: list[Quantity], first: int, index: int, *, each: bool) -> bool:
    between = text[out[index - 1].tail : out[index].head]
    if each:
        joined = _JOIN.match(between) or _EACH_GREW.match(between)
        return joined is not None and (out[first].kind is out[index].kind or _same_sort(out[first], out[index]))
    return bool(_STRICT_JOIN.match(between)) and _plain(out[first]) == _plain(out[index])


def _same_sort(one: Quantity, other: Quantity) -> bool:
    relative = {"%", "成", "", "倍"}
    return (one.unit in relative and other.unit in relative) or (_has_grown(one) and other.kind is Kind.LEVEL)


def _has_grown(quantity: Quantity) -> bool:
    """9个 of 分别比上年增加9个和12.3亿元: an amount, and what grew; those that follow it in its list grew as well."""
    return quantity.kind is Kind.GROWTH and quantity.unit not in OF_NO_THING
