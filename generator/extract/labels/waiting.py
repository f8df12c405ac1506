"""Labels of how long one waits: who and for what stands around the verb (客户下单后要等36小时才能拿到影像); a bare time says nothing."""

import re

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import Scene
from generator.extract.labels.spans import span_of_time
from generator.extract.passage import BLANKS, NUMBER

_MUST = re.compile(r"(?:[要得需都还就只]|我们|咱们|往往|通常|一般|起码|至少|平均|必须|有时|可能|大约)+$")
_MUST_INSIDE = re.compile(r"(?<=..)[要得需](?=[在到去从])")
_UNTIL = re.compile(r"(?:左右|时间)?(?:才|方)(?:能够?|可以?|会)?(?P<deed>[一-龥]{2,8})(?=[，,。；;、”]|$)")
_LONGEST = 14


def waiting_for(scene: Scene) -> tuple[str, int] | None:
    """The label and where its words begin; None where nobody waits, or for nothing that is told."""
    found = scene.words.forms.waits.search(scene.passage.blanked, scene.start, scene.quantity.head)
    if found is None:
        return None
    who, start = _who(scene, scene.start, found.start()), scene.start
    until = _UNTIL.match(scene.passage.text, scene.quantity.tail)
    if not who and not until:
        start = _clause_before(scene)
        who = "" if NUMBER in scene.passage.blanked[start : scene.clause_start] else _who(scene, start, scene.clause_start)
    if not who and (until is None or span_of_time(scene)):
        return None
    deed = until["deed"] if until else ""
    return f"{who}{deed}{'用时' if deed or who.startswith('从') else '等待时间'}", start


def _who(scene: Scene, start: int, end: int) -> str:
    """客户下单后 of 三年前，客户下单后要, 货车在口岸 of 货车要在口岸; empty where it is long."""
    zone = re.split(f"[{BLANKS}“，,：:]", scene.passage.blanked[start:end].rstrip(BLANKS + "，,：:"))[-1]
    name = _MUST_INSIDE.sub("", _MUST.sub("", scene.words.forms.then.sub("", tidy(zone))))
    return name if len(name) <= _LONGEST else ""


def _clause_before(scene: Scene) -> int:
    """Where the clause right before begins; the number's own clause where there is none."""
    clauses = scene.passage.sentence_of(scene.index).clauses
    return next((clause.start for clause in reversed(clauses) if clause.end <= scene.clause_start), scene.clause_start)


__all__ = ["waiting_for"]
