"""Labels of how far something reaches, in places, fields or kinds: 产品远销60多个国家和地区, 外资企业368家，来自27个国家和地区.

The count of places alone says nothing. Who reaches them stands before the verb; where the verb begins its clause it is what was counted or
named before.
"""

import re

from generator.extract.labels.figures import figures_before, thing_of
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.things import is_countable_unit
from generator.extract.labels.told import told_topic

_RULE = "counted-reach"
_SHORTEST, _LONGEST = 2, 14
_HOW = re.compile("(?:主要|广泛|重点)+$")
_SOLD = re.compile("^(?:卖到|卖向|销到|销售到)$")
_KINDS = {"大类": "大类", "类": "种类", "大门类": "门类", "种": "种类", "款": "款式", "个系列": "系列", "大系列": "系列"}
_CLOSED = re.compile(r"[，,。；;、”\d]|$")
_FIRMS = re.compile("(?P<field>[一-龥]{2,8}?)(?:生产|加工|制造)?企业")
_OPEN = re.compile(r"[，,\s]*(?:已|现已|目前|共|主要|业务|服务|先后|并)*")


def reach_label(scene: Scene, places: str, end: int) -> LabelChoice | None:
    """Who reaches the `places`, which stand up to `end`; None without a verb of reach, or where nobody is known to reach."""
    return reach_of(scene, places, end) if scene.words.forms.reach_noun.fullmatch(places) else None


def reach_of(scene: Scene, places: str, end: int) -> LabelChoice | None:
    """The same, where it is known that `places` are such."""
    found = scene.words.forms.reach.search(scene.passage.text, scene.start, scene.quantity.head)
    if found is None:
        return _going_on(scene, places, end)
    if found["verb"] == "来自" and scene.passage.text.startswith("的", end):
        return None  # 来自32个国家和地区的1280家: those that come are told by their own number
    own = phrase_before(scene.passage.blanked, scene.start, found.start(), scene.words) if found.start() > scene.start else None
    who, start = (_HOW.sub("", tidy(own.text)), own.start) if own else ("", 0)
    if not who and _OPEN.fullmatch(scene.passage.text, scene.start, found.start()):
        who, start = _told(scene)
    who = _field(scene) + who if who == "产品" else who
    if not _SHORTEST <= len(who) <= _LONGEST:
        return None  # 覆盖40个行业 says nothing of who does
    verb = "" if places in _KINDS.values() else _SOLD.sub("销往", found["verb"])
    return scene.choose(f"{who}{verb}{places}", _RULE, start, end, places)


def kind_label(scene: Scene) -> LabelChoice | None:
    """产品涵盖肥料、饲料等6大类48种: the kinds of what the verb of reach is told of."""
    kind = _KINDS.get(scene.quantity.unit)
    if kind is None or not _CLOSED.match(scene.passage.text, scene.quantity.tail):
        return None
    return reach_of(scene, kind, scene.quantity.end) or _going_on(scene, kind, scene.quantity.end)


def _going_on(scene: Scene, places: str, end: int) -> LabelChoice | None:
    """覆盖9个领域、46个场景; 通达21个国家的28个城市: the next places that the same reaches."""
    last = scene.earlier[scene.index - 1] if scene.index else None
    if last is None or last.rule != _RULE or last.end < scene.clause_start:
        return None
    joined = scene.start > scene.clause_start or scene.passage.text[last.end : scene.quantity.head] == "的"
    name = last.text.removesuffix(last.noun) + places
    return scene.choose(name, _RULE, last.start, end, places) if joined else None


def _field(scene: Scene) -> str:
    """农机 of 农机企业61家，其中规上企业19家，产品覆盖8大类: whose products they are; empty where no firms of a field were counted."""
    told = (thing_of(scene, told.noun) for _, told in figures_before(scene))
    fields = (found["field"] for noun in told if (found := _FIRMS.fullmatch(noun)))
    return next((field for field in fields if not scene.words.forms.firm_lead.match(field)), "")


def _told(scene: Scene) -> tuple[str, int]:
    """What the sentence counted last, else what the clause before names, and where it stands; empty where neither is."""
    for at, told in figures_before(scene):
        counted = is_countable_unit(scene.passage.quantities[at].unit, scene) and told.noun.endswith(scene.words.heads)
        if counted and told.rule != _RULE:
            thing = thing_of(scene, told.noun)
            return thing if thing not in scene.words.generic else told.text, told.start
    topic = told_topic(scene)
    return (thing_of(scene, topic.text), topic.start) if topic and not topic.measure else ("", 0)


__all__ = ["kind_label", "reach_label"]
