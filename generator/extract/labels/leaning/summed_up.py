"""What a rank is of where the metrics before are summed up: 高新技术企业487家，科技型企业1063家，两项指标分别列全省第三位和第二位."""

import re
from dataclasses import replace

from generator.extract.labels.parts import without_turn
from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

_SUMMED = re.compile("(?:[两三四五六]项|各项)?(?:主要)?(?:指标|数据|数字)(?P<rest>.*排名)")
_COUNT = re.compile("指标|数据|数字")


def with_summed_up(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the metric at the number's place of the list, or itself where not as many amounts were told before."""
    if scene.quantity.kind is not Kind.RANK or scene.quantity.group < 0:
        return choice
    size = 1 + max(one.place for one in scene.passage.quantities if one.group == scene.quantity.group)
    names = [without_turn(one.text) for one in scene.listed_before if not _COUNT.search(one.text)][-size:]
    summed = _SUMMED.fullmatch(choice.text)
    rest = summed["rest"] if summed else _rest_of_first(scene, choice, names)
    if not rest or len(names) < size:
        return choice
    name = names[scene.quantity.place]
    return replace(choice, text=name + rest, noun=name, rule=f"{choice.rule}+about")


def _rest_of_first(scene: Scene, choice: LabelChoice, names: list[str]) -> str:
    """全省高新区排名 for a later place of the list, which repeats the label of the first; else empty."""
    first = scene.earlier[scene.index - scene.quantity.place] if scene.quantity.place else None
    repeats = first is not None and first.rule == "rank+about" and choice.text == first.text and names
    return choice.text.removeprefix(names[0]) if repeats and choice.text.startswith(names[0]) else ""


__all__ = ["with_summed_up"]
