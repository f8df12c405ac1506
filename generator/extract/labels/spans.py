"""Lengths of time told by where they begin and end: 从立项到拿出样机. Apart, because changes and durations both ask for it."""

import re

from generator.extract.labels.parts import is_time
from generator.extract.labels.scene import Scene

_SPAN = re.compile(r"从[^，,。；;\d]{1,20}[到至][^，,。；;]{1,20}?(?=平均|需|只|仅|用|共|，|,|隔|花|耗|历|不|总|由|$)")

_OWN = re.compile("的?(?P<mean>平均)?(?P<time>用时|时间|时限|周期|工期|时长)?")


def span_of_time(scene: Scene) -> re.Match[str] | None:
    """从立项到拿出样机 before a length of time, in its clause or the one before."""
    if not is_time(scene.quantity.unit):
        return None
    zone = scene.passage.text[: scene.quantity.head]
    last = None
    for match in _SPAN.finditer(zone, max(scene.passage.sentence_of(scene.index).start, scene.clause_start - 30)):
        last = match
    return last


def span_name(scene: Scene, span: re.Match[str]) -> str:
    """从小试到量产平均周期: the span with the name of its time, 用时 where the text gives it none."""
    own = _OWN.match(scene.passage.text, span.end())
    name = span[0].removesuffix("的")
    return name + (own["mean"] or "") + (own["time"] or "用时") if own else f"{name}用时"


__all__ = ["span_name", "span_of_time"]
