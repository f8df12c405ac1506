"""Growth told in percentage points: of a share (占…比重提高6个百分点), of a rate pointed to (后者), of what somebody pulled (拉动…增长)."""

import re

from generator.extract.labels.parts import fallen, without_turn
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

SHARE_END = re.compile(r"(?:占[^占]*(?:比重|比例)|占比|对[^对]+贡献率)$")
_PULLED = re.compile(
    r"(?P<verb>拉动|拉低|拖累|下拉|带动|推动|助推|促进)了?(?P<what>[^，,。；;、\d]{2,16}?)(?:增速|增长|提升|提高|上升|加快)?(?:了|约|近|超过|超)*$"
)
_SHARE_GREW = re.compile(
    r"占(?!有率|比)(?P<whole>[^，,。；;占]{2,20}?)的?(?:比重|比例|份额)(?P<against>[^，,。；;占]{0,12}?)(?:(?P<fall>下降|回落|降低|减少|下滑)|提高|提升|上升|增加|扩大)了?$"
)
_POINTED = re.compile(r"前者|后者")
_PULLED_DOWN = frozenset({"拉低", "拖累", "下拉"})
_TWO = 2


def pointed_rate(scene: Scene) -> LabelChoice | None:
    """办结率98%、满意率99%，后者同比提高0.3个百分点: of the rates told before, the one that is meant; points are of rates alone."""
    pointed = _POINTED.match(scene.passage.text, scene.clause_start)
    if pointed is None or scene.quantity.unit != "个百分点":
        return None
    before = reversed(scene.passage.before_in_sentence(scene.index))
    rates = [one for at in before if (one := scene.earlier[at]) and one.kind is Kind.SHARE]
    if not rates or (pointed[0] == "前者" and len(rates) < _TWO):
        return None
    told = rates[-1 if pointed[0] == "后者" else -2]
    return scene.choose(without_turn(told.text), "growth", told.start, scene.quantity.end, without_turn(told.text))


def pulled(scene: Scene) -> LabelChoice | None:
    """拉动全区规上工业增长5.8个百分点: who pulled what; the doer may be the clause's own or that of the amount told before."""
    if scene.quantity.unit != "个百分点":
        return None
    found = _PULLED.search(scene.passage.text[: scene.quantity.head], scene.clause_start)
    if found is None:
        return None
    begin, base = scene.clause_start, scene.base
    own = phrase_before(scene.passage.blanked, begin, found.start(), scene.words) if found.start() > begin else None
    doer, start = (tidy(own.text), own.start) if own else ("", found.start())
    if len(doer) < 2 and base is not None:
        told = SHARE_END.sub("", without_turn(base.noun if base.kind is Kind.GROWTH else base.text))
        doer, start = scene.words.forms.measure_tail.sub("", told) or told, base.start
    name = f"{doer}{found['verb']}{tidy(found['what'])}{'增速' if found['verb'] in _PULLED_DOWN else '增长'}"
    return scene.choose(name, "growth", start, scene.quantity.end, name)


def share_grown(scene: Scene) -> LabelChoice | None:
    """占地区生产总值比重提高6个百分点: the share itself, of the metric before 占 or of the one told last."""
    found = _SHARE_GREW.search(scene.passage.text[: scene.quantity.head], scene.clause_start)
    if found is None:
        return None
    at = found.start()
    phrase = phrase_before(scene.passage.blanked, scene.start, at, scene.words) if at > scene.start else None
    base = scene.base
    part, start = (tidy(phrase.noun), phrase.start) if phrase else (without_turn(base.noun), base.start) if base else ("", at)
    name = f"{part}占{tidy(found['whole'])}比重"
    return scene.choose(fallen(name, "降幅" if found["fall"] else ""), "growth", start, scene.quantity.end, name)


__all__ = ["SHARE_END", "pointed_rate", "pulled", "share_grown"]
