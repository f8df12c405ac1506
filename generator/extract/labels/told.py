"""What an earlier clause names and this number only counts: 本地配套率，三年前只有31%; 办食品许可证，过去要13份材料.

A step of its own, because changes, shares and durations all look there when their own clause says nothing.
"""

import re
from dataclasses import dataclass

from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import NUMBER, Scene
from generator.extract.tokens import Span
from generator.registry.common_words import common_verbs

_CLOSE = re.compile(r"(?:[中里内]|方面|上)?[，,：:；;？?]+$")
_GREW = re.compile(
    r"(?<=[额值量入润税率数模])(?:再次|再度|持续|稳步|快速|大幅|逆势|恢复|加速|明显|显著)*"
    r"(?:增长|提升|提高|回升|攀升|上升|上扬|走高|下降|回落|走低|下滑|翻番|向好)$"
)
_BUT = frozenset("却则也仍还又更")
_SHORTEST, _LONGEST = 4, 16
_BACK = 2  # clauses: what was named farther off is seldom meant


@dataclass(frozen=True, slots=True)
class Told:
    """The words of the clause, and where they start; `measure` if they name a quantity (率, 时间), not a thing that is counted."""

    text: str
    start: int
    measure: bool


def told_topic(scene: Scene) -> Told | None:
    """The noun phrase that the clause before is made of; None if it holds a number or ends in no noun that is known to close a name."""
    clauses = [clause for clause in scene.passage.sentence_of(scene.index).clauses if clause.end <= scene.clause_start]
    for clause in reversed(clauses[-_BACK:]):
        blanked = scene.passage.blanked[clause.start : clause.end]
        if NUMBER in blanked:
            return None
        close = _CLOSE.search(blanked)
        end = clause.start + (close.start() if close else len(blanked))
        phrase = phrase_before(scene.passage.blanked, clause.start, end, scene.words)
        name = _GREW.sub("", scene.words.forms.then.sub("", tidy(phrase.text))) if phrase else ""
        measure = bool(scene.words.forms.measure_end.search(name))
        if phrase is not None and 2 < len(name) <= 18 and (measure or name.endswith(scene.words.heads + scene.words.forms.noun_ends)):
            return Told(name, phrase.start, measure)
        if clause.end == scene.clause_start and (told := _measure_that(scene, clause, end)):
            return told
    return None


def _measure_that(scene: Scene, clause: Span, end: int) -> Told | None:
    """集成电路出口额|反超手机，达到38亿美元: the measure at the head of the clause right before, with what it does."""
    at = clause.start
    lead = scene.words.head.match(scene.passage.blanked, at, end)
    at = lead.end() if lead else at
    zone = scene.passage.blanked[at:end]
    for size in range(_SHORTEST, min(_LONGEST, len(zone) - 1)):
        does = zone[size : size + 2] in common_verbs() or zone[size] in _BUT
        if does and zone[size - 1 : size + 1] not in scene.words.common and scene.words.forms.measure_end.search(zone[:size]):
            name = tidy(zone[:size])
            return Told(name, at, measure=True) if len(name) == size else None
    return None
