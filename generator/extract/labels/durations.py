"""Labels of lengths of time: what took so long, or the time's own name."""

import re

from generator.extract.labels.changes import span_of_time
from generator.extract.labels.phrases import Phrase, tidy
from generator.extract.labels.scene import NUMBER, LabelChoice, Scene, merge
from generator.model.claim import Kind

_TIME_UNITS = re.compile(r"(?:年|月|天|日|周|小时|分钟|秒|工作日|季度|岁)$")
_TOOK = re.compile(r"(?:用时|时间|时限|周期|用|耗时|历时|年限|工期|寿命|时长)$")


def duration_label(scene: Scene) -> LabelChoice | None:
    """只用21天便建成投产: what took so long, and 用时; 平均通关时间压缩至15分钟 has a name of its own."""
    quantity = scene.quantity
    if quantity.kind is not Kind.LEVEL or "/" in quantity.unit or not _TIME_UNITS.search(quantity.unit):
        return None
    phrase, after = scene.before, scene.after
    span = span_of_time(scene)
    if span:
        return scene.choose(f"{span[0]}用时", "duration", span.start(), quantity.end)
    named = phrase is not None and len(tidy(phrase.noun)) >= 2 and (_TOOK.search(tidy(phrase.noun)) or after is None)
    if after and not named:
        choice = _time_for(scene, phrase)
        if choice is not None:
            return choice
    if phrase and len(tidy(phrase.noun)) >= 2:
        name = tidy(phrase.text)
        if name in scene.words.dependents and scene.base is not None:
            name = merge(re.sub(r"率$", "", scene.base.noun), name)
        return scene.choose(name, "duration", phrase.start, quantity.end)
    return _time_for_next(scene)


def _time_for(scene: Scene, phrase: Phrase | None) -> LabelChoice | None:
    """1个月完成了土地平整: 完成了土地平整用时; 三个月的原料: the stock."""
    after = scene.after
    if after is None:
        return None
    if after.attribute or (after.noun and (not after.verb_phrase or scene.quantity.unit in {"周年", "岁"})):
        verb = phrase.verb if phrase and not tidy(phrase.noun) else ""
        return scene.choose(verb + after.noun, "duration", scene.quantity.start, after.noun_end) if after.noun else None
    deed = re.sub(r"^(?:就|便|即|才|内|可|能|让|使|间|后|完成了?(?=[^，]{4}))+", "", after.noun + after.verb_phrase)
    return scene.choose(f"{deed}用时", "duration", scene.quantity.start, after.end) if len(deed) >= 2 else None


def _time_for_next(scene: Scene) -> LabelChoice | None:
    """仅仅4个月，现场办公人员就超过1200人: how long what follows took."""
    text, clause_end = scene.passage.text, scene.end
    if not re.match(r"[间内后多]?[，,]", text[scene.quantity.tail : scene.quantity.tail + 2]) or scene.start > scene.clause_start:
        return None
    found = re.match(r"[^，,。；;]{2,30}", text[clause_end:])
    stretch = range(clause_end, clause_end + (found.end() if found else 0))
    deed = tidy("".join(text[at] for at in stretch if scene.passage.blanked[at] in NUMBER + text[at]))
    return (
        scene.choose(f"{deed}用时", "duration", scene.quantity.start, clause_end + (found.end() if found else 0))
        if len(deed) >= 2
        else None
    )
