"""Labels of what several together have: 电子信息、装备制造两大产业实现产值120亿元 is told of those two, not of 产业.

A step of its own after the rules, because the count that sums the members up parts their names from every rule's words.
"""

import re
from dataclasses import replace

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.tokens import Quantity

_MEMBER = "[一-龥A-Za-z“”]{2,10}?"
_MEMBERS = re.compile(f"(?<![、和与及])(?P<list>{_MEMBER}(?:、{_MEMBER})*[、和与及]{_MEMBER})$")
_KIND = re.compile("(?:产业|行业|领域|板块|赛道|集群|商品|产品|企业|片区|园区)")  # of 三大新材料板块 the kind is a name of its own
_SUMS_UP = frozenset({"大", "个", "类", "种", "项"})
_LONGEST = 24


def with_members(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the members by name where it begins with the word behind their count; else as it is."""
    if scene.quantity.group >= 0:
        return choice
    for at in scene.passage.before_in_sentence(scene.index):
        count = scene.passage.quantities[at]
        kind = _KIND.match(scene.passage.text, count.tail)
        if kind and count.start >= scene.clause_start and choice.text.startswith(kind[0]):
            names = _members(scene, count)
            if not names or names in choice.text:
                return choice
            noun = merge(names, choice.noun) if choice.noun == choice.text else choice.noun
            return replace(choice, text=merge(names, choice.text), noun=noun)
    return choice


def _members(scene: Scene, count: Quantity) -> str:
    """电子信息、装备制造 before 两大; empty where the list has not as many."""
    found = _MEMBERS.search(scene.passage.blanked[scene.clause_start : count.head]) if count.unit in _SUMS_UP else None
    if found is None:
        return ""
    verb = scene.words.leading_verb.match(found["list"])
    names = [tidy(name) for name in re.split("[、和与及]", found["list"][verb.end() if verb else 0 :])]
    listed = "、".join(names)
    return listed if str(len(names)) == count.value.text() and all(names) and len(listed) <= _LONGEST else ""


__all__ = ["with_members"]
