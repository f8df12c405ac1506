"""What an earlier clause names and this number only counts: 本地配套率，三年前只有31%; 办食品许可证，过去要13份材料.

A step of its own, because changes, shares and durations all look there when their own clause says nothing.
"""

import re
from dataclasses import dataclass

from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import NUMBER, Scene

_CLOSE = re.compile(r"(?:[中里内]|方面|上)?[，,：:；;？?]+$")
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
        name = scene.words.forms.then.sub("", tidy(phrase.text)) if phrase else ""
        measure = bool(scene.words.forms.measure_end.search(name))
        if phrase is not None and 2 < len(name) <= 18 and (measure or name.endswith(scene.words.heads + scene.words.forms.noun_ends)):
            return Told(name, phrase.start, measure)
    return None
