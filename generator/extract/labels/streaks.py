"""Labels of how long something has gone on: 连续两年超过6000亿元."""

import re

from generator.extract.labels.phrases import phrase_before, tidy, words_after
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import NUMBER
from generator.model.claim import Kind

_EACH = re.compile("^(?:每[年月天]|都|均)+")
_MORE = re.compile("的?(?:高速|快速|两位数|平均|较快)?(?:增长|增速|增幅)(?=[，,。；;]|$)")


def streak_label(scene: Scene) -> LabelChoice | None:
    """连续两年超过6000亿元: the metric, 连续, and what went on."""
    if not scene.streak:
        return None
    text, quantity = scene.passage.text, scene.quantity
    phrase = phrase_before(scene.passage.blanked, scene.start, quantity.start - 2, scene.words)
    doing = re.sub(f"[{NUMBER}].*", "", scene.passage.blanked[quantity.tail : scene.end])
    following = scene.passage.quantities[scene.index + 1] if scene.index + 1 < len(scene.passage.quantities) else None
    end, object_ = quantity.tail + len(doing), ""
    if following is not None and quantity.tail <= following.head <= end + 1 and following.end <= scene.end:
        end = following.tail
        more = _MORE.match(text, end)
        end = more.end() if more else end
        after = words_after(scene.passage.blanked, following.tail, scene.words)
        object_ = after.noun if after and not after.attribute and not more and following.kind is Kind.LEVEL else ""
    name = tidy(phrase.text) if phrase else scene.scope or (scene.base.noun if scene.base else "")
    deed = tidy(text[quantity.tail : end].rstrip("，,；;。：:"))
    deed = _EACH.sub("", tidy(doing)) + object_ if object_ else deed
    if not name and not deed:
        return None
    start = phrase.start if phrase else scene.base.start if scene.base and not scene.scope else scene.clause_start
    return scene.choose(
        f"{name}连续{deed}年数" if quantity.unit.endswith("年") else f"{name}连续{deed}", "streak", start, end, name or deed
    )


__all__ = ["streak_label"]
