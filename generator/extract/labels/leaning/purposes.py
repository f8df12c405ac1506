"""What money is set aside for: 拿出1.2亿元专项资金，支持企业技术改造. 专项资金 alone says nothing of which."""

import re
from dataclasses import replace

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

_MONEY = re.compile("(?P<each>每年)?(?:投入|安排|拿出|设立|列支|统筹|统筹安排)?(?P<money>(?:财政)?(?:专项|扶持|奖补|引导)?(?:资金|经费))")
_FOR = re.compile(
    r"(?:[一-龥]{0,4}(?:资金|经费))?[，,]?(?:专门|重点|全部|主要|专项|将)*(?:用于|用来)?(?:重点)?"
    r"(?P<act>支持|扶持|鼓励|资助|奖励|培育|(?<=用于))"
)
_WHAT = re.compile(r"[^，,。；;、：:（(]+")
_SHORTEST, _LONGEST = 4, 16


def with_purpose(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The money with what it supports, told right behind it, or the label itself where it says so already or nothing is told."""
    money = _MONEY.fullmatch(choice.text)
    if money is None or scene.quantity.kind is not Kind.LEVEL or not scene.quantity.unit.endswith("元"):
        return choice
    act = _FOR.match(scene.passage.text, scene.quantity.tail)
    what = _WHAT.match(scene.passage.text, act.end()) if act else None
    purpose = tidy(scene.plain(act.end(), what.end())) if act and what else ""
    if act is None or what is None or not _SHORTEST <= len(purpose) <= _LONGEST:
        return choice
    name = (money["each"] or "") + act["act"] + purpose + money["money"]
    return replace(choice, text=name, end=max(choice.end, what.end()), rule=f"{choice.rule}+about")


__all__ = ["with_purpose"]
