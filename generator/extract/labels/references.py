"""Labels of several differences told with several references: 比全省、全市分别高2.2个、2.6个百分点, 增速分别高于全国、全省….

A step of its own beside the single comparison, because the references form a list of which each number takes the one at its place.
"""

import re
from dataclasses import replace

from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.model.claim import Kind

TIMES = re.compile(
    r"^[一二三四上下前首]\S?(?:季度|半年)|^\d+[年月]|^\d+[—－\-~至到]\d+月|^(?:上年|去年|前年|[一二三四五六七八九十两\d]+年前|上届|上[一]?[次轮批期]|往年|往常|历年|峰值|高峰|“?[一-龥]{1,3}五”?末?$|同期(?:水平)?$|去年同期|上年同期|年初|上月|上季度|以往|以前|之前|过去|原来|传统(?:的?(?:模式|方式|做法|办法|方法|流程))?$|此前)"
)
_EACH = r"(?:分别|各自?|依次)?"
_THAN = re.compile(
    rf"{_EACH}[比较](?!例|重|赛)(?P<list>[^，,。；;]{{3,40}}?){_EACH}(?P<verb>高出|提高|增长|增加|下降|降低|减少|上升|加快|回落|高|低|快|慢|多|少|省|贵|便宜)[了出]?(?:约|近)*$"
)
_OVER = re.compile(rf"{_EACH}(?P<verb>高于|低于|快于|慢于|领先于?|落后于?|高出|超出|超过|跑赢)(?P<list>[^，,。；;\d]{{3,40}}?){_EACH}$")
_AND = re.compile(r"、|以及|[和及与]")
_LESS = re.compile(r"^[低慢少落省]|便宜|下降|降低|减少|回落")
_LEVEL = re.compile(r"(?:的?平均(?:水平|值)?|均值|水平)$")
_PACE = re.compile(r"^(?:增速|增幅|降幅|涨幅)")


def referred_label(scene: Scene) -> LabelChoice | None:
    """The metric held against the reference at the number's place; None where there are not as many references as numbers."""
    quantity, quantities = scene.quantity, scene.passage.quantities
    if quantity.group < 0:
        return None
    size = 1 + max(one.place for one in quantities if one.group == quantity.group)
    first = scene.index - quantity.place
    text = scene.passage.text[: quantities[first].head]
    found = _THAN.search(text, scene.clause_start) or _OVER.search(text, scene.clause_start)
    names = references_of(found["list"], size) if found else ()
    if found is None or not names:
        return None
    name, start = _measure(replace(scene, index=first, earlier=scene.earlier[:first]), found.start())
    if not name:
        return None
    other = names[quantity.place]
    less = bool(_LESS.search(found["verb"]))
    if TIMES.match(other):
        label = merge(name, "降幅") if less else name
        return scene.choose(label, "compared", start, quantity.end, name)
    return scene.choose(f"{name}{'低于' if less else '高于'}{other}", "compared", start, quantity.end, name)


def references_of(listed: str, size: int) -> tuple[str, ...]:
    """全国、全省平均水平 as 全国平均水平 and 全省平均水平; nothing if there are not `size`."""
    names = tuple(tidy(name) for name in _AND.split(listed))
    if len(names) != size or not all(2 <= len(name) <= 14 for name in names):
        return ()
    level = _LEVEL.search(names[-1])
    return tuple(name if not level or _LEVEL.search(name) else name + level[0] for name in names)


def _measure(first: Scene, end: int) -> tuple[str, int]:
    """What is compared: the words before, else what the first number of the list leans on; where they stand."""
    phrase = phrase_before(first.passage.blanked, first.clause_start, end, first.words) if end > first.clause_start else None
    own, base = tidy(phrase.noun) if phrase else "", first.base
    if phrase is not None and own and not _PACE.match(own) and own not in first.words.dependents:
        return own, phrase.start
    if base is None:
        return own, phrase.start if phrase else end
    noun = re.sub(r"(?:高于|低于).*$", "", base.text if base.kind is not Kind.GROWTH else base.noun)
    return merge(noun, own), base.start


__all__ = ["TIMES", "references_of", "referred_label"]
