"""The same count of a bare noun again is of the same: 13家企业入选独角兽榜单。… 13家企业估值合计1960亿元.

A step of its own, because only here a label leans on another paragraph of the article: so many of a thing seldom come twice by chance.
"""

from collections.abc import Iterator
from dataclasses import replace

from generator.extract.labels.parts import bare_unit
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import Counted, Passage
from generator.extract.tokens import Quantity
from generator.model.claim import Kind
from generator.model.quantity import Form

_FEWEST = 3  # 两家企业 are any two
_LONGEST = 18


def counts_of(passage: Passage, labels: tuple[LabelChoice | None, ...]) -> tuple[Counted, ...]:
    """What the passage counts under a name, in order, for the passages that follow."""
    told = zip(passage.quantities, labels, strict=False)
    return tuple(_counted(quantity, label) for quantity, label in told if label is not None and label.kind is Kind.LEVEL)


def with_same_count(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label in full where the same number of the same was told before, or the label itself.

    So is a label whose words begin with the noun that was completed so right before it (企业|估值).
    """
    if scene.quantity.kind is not Kind.LEVEL:
        return choice
    if choice.text == choice.noun and choice.text in scene.words.generic:
        name = next(_told(scene, choice.text), "")
        return replace(choice, text=name, noun=name, rule=f"{choice.rule}+context") if name else choice
    return _of_those(scene, choice)


def _told(scene: Scene, noun: str) -> Iterator[str]:
    """The fuller names of as many of the noun, nearest first."""
    value, unit = scene.quantity.value, bare_unit(scene.quantity.unit)
    if value.form is not Form.NUMBER or value.first < _FEWEST or unit not in scene.words.countable:
        return
    for one in reversed((*scene.passage.counted, *counts_of(scene.passage, scene.earlier))):
        same = one.value == value and one.unit == scene.quantity.unit and one.owner == scene.owners[scene.index]
        if same and one.label.endswith(noun) and len(noun) < len(one.label) <= _LONGEST:
            yield one.label


def _of_those(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """上榜独角兽企业估值 of 13家企业估值合计1960亿元, where the 企业 are those."""
    at = scene.index - 1
    told = scene.earlier[at] if at >= 0 else None
    last = scene.passage.quantities[at] if told else None
    noun = next((head for head in scene.words.by_length if told and told.text.endswith(head) and head in scene.words.generic), "")
    if told is None or last is None or not noun or not told.rule.endswith("+context") or last.start < scene.clause_start:
        return choice
    rest = choice.text.removeprefix(noun)
    if rest in {"", choice.text} or not scene.passage.text.startswith(noun, last.tail):
        return choice
    return replace(choice, text=merge(told.text, rest), rule=f"{choice.rule}+about")


def _counted(quantity: Quantity, label: LabelChoice) -> Counted:
    return Counted(quantity.value, quantity.unit, label.text, label.owner)


__all__ = ["counts_of", "with_same_count"]
