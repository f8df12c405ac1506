"""Both ends of a change that are told apart: 过去要13份材料、等20个工作日，现在只要5份、7个工作日.

A step of its own beside the changes with a verb (由15份减至5份), because here only the words of time say which figure is the old one, and
the two may stand in different clauses or sentences.
"""

import re
from dataclasses import dataclass, replace

from generator.extract.quantities.lexicon import Lexicon
from generator.extract.quantities.units import Dimensions, one_dimension
from generator.extract.tokens import Quantity, Sentence, Turn
from generator.model.claim import Kind

_AGO = r"(?:[一二三四五六七八九十两几数\d]{1,3}年(?:多)?(?:以)?前)"
_COMPARED = r"(?<![较与和同跟像是])(?<!(?<!占)比)"
_SIGNS = re.compile(r"[\s，,、“”‘’：:]")
_FAR = 60  # characters between the old half's opening and its last figure, or the new half's and its figure


@dataclass(frozen=True, slots=True)
class ThenNow:
    """What opens the older and the newer half, and the words that may stand before the newer figure."""

    then: re.Pattern[str]
    now: re.Pattern[str]
    fillers: re.Pattern[str]


def build_then_now(lexicon: Lexicon) -> ThenNow:
    """Compile once per registry."""
    now = lexicon.any_of("now_words")
    return ThenNow(
        re.compile(rf"{_COMPARED}(?:{lexicon.any_of('then_words')}|{_AGO})(?![一二两三四五六七八九十几\d]+(?:个月|年))"),
        re.compile(rf"(?<=[，,；;。：:])\s*(?:而|但|可|到了?)?{now}"),
        re.compile(rf"(?:{lexicon.any_of('now_fillers', 'turn_verbs', 'turn_joined')})"),
    )


def mark_then_now(
    text: str, sentences: tuple[Sentence, ...], quantities: list[Quantity], words: ThenNow, dimensions: Dimensions
) -> list[Quantity]:
    """The quantities with `turn` set where the text holds a then against a now, each new figure with the old one of its dimension."""
    out = list(quantities)
    now = next(words.now.finditer(text), None) if len(out) > 1 else None
    while now is not None:
        then = _then_before(text, sentences, now.start(), words)
        if then is not None:
            _pair(text, sentences, out, (then, now.start(), now.end()), words, dimensions)
        now = next(words.now.finditer(text, now.end()), None)
    return out


def _then_before(text: str, sentences: tuple[Sentence, ...], now: int, words: ThenNow) -> int | None:
    """Where the older half opens: in the sentence of the newer, or in the one before if the newer opens its own."""
    at = max((index for index, sentence in enumerate(sentences) if sentence.start < now), default=0)
    found = [match.end() for match in words.then.finditer(text, sentences[at].start, now)]
    return found[-1] if found else None


def _pair(
    text: str,
    sentences: tuple[Sentence, ...],
    out: list[Quantity],
    edges: tuple[int, int, int],
    words: ThenNow,
    dimensions: Dimensions,
) -> None:
    """Mark each figure after now, in order, with the first open figure of its dimension between then and now."""
    then, now, opened = edges
    end = next((sentence.end for sentence in sentences if sentence.end > opened), len(text))
    old = [i for i, q in enumerate(out) if then <= q.start < now and _may_turn(q) and q.start - then < _FAR]
    said = _SIGNS.sub("", text[max(0, then - _FAR) : now])
    last = opened
    for i, quantity in enumerate(out):
        if not opened <= quantity.start < end:
            continue
        if not old or not _may_turn(quantity) or not _says_nothing_new(text[last : quantity.head], said, words):
            return
        last = quantity.tail
        pair = next((j for j in old if one_dimension(out[j].unit, quantity.unit, dimensions)), None)
        if pair is not None:
            old.remove(pair)
            out[pair], out[i] = replace(out[pair], turn=Turn.BEFORE), replace(quantity, turn=Turn.AFTER)


def _may_turn(quantity: Quantity) -> bool:
    return quantity.turn is Turn.NONE and quantity.kind in {Kind.LEVEL, Kind.SHARE} and quantity.unit != "大"


def _says_nothing_new(between: str, said: str, words: ThenNow) -> bool:
    """Whether the words before the newer figure name nothing that the older half has not named."""
    rest = words.fillers.sub("\0", _SIGNS.sub("\0", between))
    return all(word in said for word in rest.split("\0") if word)
