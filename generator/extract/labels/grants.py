"""Labels of what a policy gives: to whom, and what. The share and the limit of it lean on them (`leaning.policies`)."""

import re

from generator.extract.labels.parts import GIFTS
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge

_GRANT = re.compile(
    r"(?:对于|对|给予?)(?P<whom>[^。；;\ue000]{2,60}?)[，,]?(?:按[^，,。；;]{1,30})?(?:一次性|分别|每[一-龥]{1,3})?(?:给予|奖励|补贴|补助|资助|发放)(?:一次性|最高|不超过|每年|每人|每家|总额|累计|约|近|的|了)*$"
)
_HANDED = re.compile(r"(?:对|给)(?P<whom>[^，,。；;\d\ue000]{2,20}?)(?:发|补|奖)(?:放|给|了|最高|至少|约|近)*$")
_GIFT = re.compile(GIFTS)


def grant_label(scene: Scene) -> LabelChoice | None:
    """对新引进的博士给予30万元安家补贴, 给每位技工发3000元红包: to whom, and what is given."""
    quantity, after = scene.quantity, scene.after
    if not quantity.unit.endswith("元"):
        return None
    text = scene.passage.text[: quantity.start]
    found = _GRANT.search(text, scene.passage.sentence_of(scene.index).start) or _HANDED.search(text, scene.clause_start)
    if found is None:
        return None
    gift = _GIFT.match(scene.passage.text, quantity.tail) or _GIFT.search(found[0])
    given = after.noun if after and after.noun and len(after.noun) <= 10 else gift[0] if gift else "补贴"
    whom = tidy(re.sub(r"^.*(?:对于|对|给)|(?:最高|每年|每月|一次性|分别)+$", "", found["whom"]))
    return scene.choose(merge(whom, given), "grant", found.start("whom"), after.noun_end if after and after.noun else quantity.end, given)


__all__ = ["grant_label"]
