"""Lengths of time told by where they begin and end: 从立项到拿出样机. Apart, because changes and durations both ask for it."""

import re

from generator.extract.labels.parts import is_time
from generator.extract.labels.scene import Scene

_SPAN = re.compile(r"从[^，,。；;\d]{1,20}[到至][^，,。；;]{1,20}?(?=平均|需|只|仅|用|共|，|,|隔|花|耗|历|不|总|由|$)")


def span_of_time(scene: Scene) -> re.Match[str] | None:
    """从立项到拿出样机 before a length of time, in its clause or the one before."""
    if not is_time(scene.quantity.unit):
        return None
    zone = scene.passage.text[: scene.quantity.head]
    return next(iter(_SPAN.finditer(zone, max(scene.passage.sentence_of(scene.index).start, scene.clause_start - 30))), None)


__all__ = ["span_of_time"]
