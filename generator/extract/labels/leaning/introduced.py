"""The thing that the clauses before speak of, whose bare measure follows: 研发的钠电池，循环寿命8000次; 碳捕集装置去年投运，年捕集能力….

A thing is known by the last word of its name (`label_forms.told_things`), and only by its place: it ends a clause behind a verb that
brings it in (建起, 推出, 签下), or it begins a clause whose verb follows at once. A firm, a park or the figure of another thing between
takes it away.
"""

import re

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import NUMBER, LabelChoice, Scene, merge
from generator.extract.labels.things import is_countable_unit
from generator.extract.passage import SUBJECT
from generator.extract.tokens import Span
from generator.model.claim import Kind

_BACK = 3  # clauses: what was named farther off is seldom meant
_SHORTEST = 3
_POINTERS = ("该", "这", "本", "此", "其", "各", "相关", "上述")
_CLOSE = "，,：:；;。、"
_OF_FUND = re.compile(r"(?:累计|已|共|目前)*(?:投出|投资|投|支持|实缴|撬动|带动|落地)[一-龥]{0,6}|单个项目[一-龥]{0,6}")
_FUNDS = ("基金", "资金", "资金池")
_LED = re.compile("首期|设计|[年日]产能?|产能")


def introduced_of(scene: Scene, core: str) -> str:
    """建起储能电站，总容量80兆瓦时: of the thing told last, where the core is a measure without anything it is of."""
    if scene.quantity.kind not in {Kind.LEVEL, Kind.SHARE}:
        return ""
    fund, measure = _OF_FUND.fullmatch(core), _is_measure(scene, core)
    name = thing_told(scene) if fund or measure else ""
    return merge(name, core) if name and name not in core and (measure or name.endswith(_FUNDS)) else ""


def _is_measure(scene: Scene, core: str) -> bool:
    """Whether the core measures a thing; of a firm's figures, none that may as well be all the firm's (销售额, 融资)."""
    forms = scene.words.forms
    if forms.told_measure.fullmatch(core):
        return True
    return bool(forms.bare_measure.fullmatch(core) and (scene.at_home or _LED.match(core) or forms.product_measure.fullmatch(core)))


def thing_told(scene: Scene) -> str:
    """The name of the thing told last in the sentence before the number's clause; empty where none is, or where another comes between."""
    clauses = [one for one in scene.passage.sentence_of(scene.index).clauses if one.end <= scene.clause_start]
    if SUBJECT in scene.passage.blanked[scene.clause_start : scene.quantity.head]:
        return ""
    for clause in reversed(clauses[-_BACK:]):
        name = _named(scene, clause)
        if name or SUBJECT in scene.passage.blanked[clause.start : clause.end] or not _leans_too(scene, clause):
            return name
    return ""


def _named(scene: Scene, clause: Span) -> str:
    """The thing that a clause brings in at its end or has at its head, with the measure right before its name (628安时|电芯)."""
    forms, passage = scene.words.forms, scene.passage
    blanked = passage.blanked[clause.start : clause.end].rstrip(_CLOSE)
    found = forms.told_object.search(blanked) or forms.told_subject.match(blanked)
    if found is None:
        return ""
    name = tidy(found["name"].rpartition("的")[2])
    start = clause.start + found.start("name")
    sized = next((one for one in passage.quantities if one.tail == start and one.start >= clause.start), None)
    if sized is not None and not is_countable_unit(sized.unit, scene) and found["name"] == name and not sized.unit.endswith("元"):
        name = passage.text[sized.start : start] + name
    return name if len(name) >= _SHORTEST and name not in scene.words.generic and not name.startswith(_POINTERS) else ""


def _leans_too(scene: Scene, clause: Span) -> bool:
    """Whether a clause between only goes on about what was told: it holds no figure, only growth, or figures that lean on it too."""
    if NUMBER not in scene.passage.blanked[clause.start : clause.end]:
        return True
    told = [one for at, one in enumerate(scene.earlier) if clause.start <= scene.passage.quantities[at].start < clause.end]
    return all(one is not None and _goes_on(one) for one in told)


def _goes_on(told: LabelChoice) -> bool:
    return told.kind in {Kind.GROWTH, Kind.RANK} or told.rule.endswith("+about")


__all__ = ["introduced_of", "thing_told"]
