"""What was paid out in all of the gift that was told before by its size: 对每家擂主奖励50万元，累计兑现4700万元.

A step of its own after the programmes, because a gift's size is told for each and by a policy's rules, and the sum by a deed that names
nothing; where the policy has a name, the sum is the policy's.
"""

import re
from dataclasses import replace

from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.sentences import sentence_at

_PAID = re.compile("(?:已|累计)*(?P<act>兑现|发放|兑付|拨付)(?P<what>补贴|补助|奖励|奖金|津贴)?")
_GIFT = re.compile(
    "(?:财政|园区)?(?:对|给|向)?(?:每[家户人个项名位])?(?P<gift>[^，,。；;占]{2,}?(?:奖励|奖金|补贴|补助|津贴|贴息|资助|收益))"
)
_EACH = re.compile("每[家户人个项名位年月]")
_LONGEST = 16


def with_payment(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the gift of the sentence, or of the one before, or itself where it names what is paid or no gift is told."""
    paid = _PAID.fullmatch(choice.text)
    if paid is None or not scene.quantity.unit.endswith("元"):
        return choice
    gift = _gift_told(scene, paid["what"] or "")
    in_all = "累计" if "累计" in scene.passage.text[scene.clause_start : scene.quantity.head] else ""
    return replace(choice, text=gift + in_all + paid["act"], rule=f"{choice.rule}+about") if gift else choice


def _gift_told(scene: Scene, kind: str) -> str:
    passage = scene.passage
    start = sentence_at(passage.sentences, max(0, passage.sentence_of(scene.index).start - 1)).start
    for at in range(scene.index - 1, -1, -1):
        told = scene.earlier[at]
        if passage.quantities[at].start < start:
            return ""
        found = _GIFT.match(told.text) if told is not None and scene.owners[at] == scene.owners[scene.index] else None
        gift = _EACH.sub("", found["gift"]) if found else ""
        if gift.endswith(kind) and 2 < len(gift) <= _LONGEST:
            return gift
    return ""


__all__ = ["with_payment"]
