"""So many for each: 每艘每年减排二氧化碳3万吨, 月租金每平方米12元 (每平方米月租金). A label without its each would make a total of it.

A step of its own after the rules, because whatever rule cut the words, what stands for each is not among them: it is an adverb.
"""

import re
from dataclasses import replace

from generator.extract.labels.parts import bare_unit, split_turn
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import NUMBER
from generator.model.claim import Kind

_OFTEN = ("每年", "每月", "每天")
_LEADS = re.compile(r"(?:(?:降低?|升|提高|提升|增加?|压缩|减少?|下降|上升|控制|稳定|保持|涨|跌)[至到在]|达到|[达为是约仅只])+$")
_MODAL = re.compile(r"^(?:可以|能够|大约|只要|只需|需要|要(?!素)|能(?![耗源效量力])|可(?!再)|会(?![议展员])|需(?!求)|约)(?=[一-龥]{2})")
_OWNER = re.compile("(?P<who>[一-龥“”]{2,12}?)拥有(?!量)")
_SETTLED = frozenset({"scale", "streak", "unnamed", "duration", "spent", "grant", "granted-part"})


def with_each(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the 每… that its number's own words begin with or hold, or the label itself."""
    if scene.quantity.kind is not Kind.LEVEL or choice.rule.partition("+")[0] in _SETTLED:
        return choice
    core, end = split_turn(choice.text)
    if core.endswith("每"):
        return replace(choice, rule="unnamed")  # 按出口额每|1美元奖励0.02元
    zone = scene.passage.text[scene.start : scene.quantity.start]
    found = scene.words.forms.each.search(zone)
    if found is None or NUMBER in scene.passage.blanked[scene.start + found.end() : scene.quantity.head]:
        return choice
    rest = zone[found.end() :]
    thing = _of_each(scene, found["each"], rest)
    often = found["often"] or next((often for often in _OFTEN if thing and rest.startswith(often, len(thing))), "")
    told = found["each"] + thing
    core = _LEADS.sub("", core.removesuffix(told)) if core.endswith(told) and len(core) > len(told) + 1 else core
    has = "拥有" if thing.endswith("拥有") else ""
    own = _MODAL.sub("", core.removeprefix(told).removeprefix(found["each"]).removeprefix(thing.removesuffix(has)).removeprefix(has))
    if scene.words.forms.each.search(own) or core.endswith("每"):
        return choice
    text = told + often + own.removeprefix(often) + end
    return replace(choice, text=text, start=min(choice.start, scene.start + found.start()), rule=f"{choice.rule}+each")


def _of_each(scene: Scene, each: str, rest: str) -> str:
    """每个|项目|配代办员, 每千家|高新技术企业拥有|中试平台: the thing, where a count word stands before it, and that it has them."""
    if bare_unit(each.lstrip("平均每").lstrip("十百千")) not in scene.words.countable:
        return ""
    owner = _OWNER.match(rest)
    if owner and owner["who"].endswith(scene.words.heads):
        return owner[0]
    return next((head for head in scene.words.by_length if rest.startswith(head)), "")


__all__ = ["with_each"]
