"""Shares of several things together: 石化、新材料两大产业合计占比."""

import re

from generator.extract.labels.part_and_whole import sum_share
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene

ALL = re.compile(r"^(?:合计|总计|共计|总共|一共|共|[两三四五六七八九]者|[两三四五六七八九]项)+(?:分别|均|都)?$")


def last_listed(scene: Scene) -> LabelChoice | None:
    """The last member of the list that the sentence told, if it told one."""
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((choice for choice in told if choice is not None and choice.rule == "listed"), None)


def sum_of_list(scene: Scene, last: LabelChoice) -> str:
    """产业产值合计 of a list of members: what all their labels end with."""
    texts = [choice.text for choice in scene.earlier if choice is not None and choice.rule == "listed" and choice.start == last.start]
    size = next((n for n in range(min(map(len, texts)), 0, -1) if len({text[-n:] for text in texts}) == 1), 0)
    return f"{last.text[-size:]}合计" if size >= 2 else f"{'、'.join(texts)}合计"


def together(scene: Scene) -> LabelChoice | None:
    """石化、新材料两大产业合计占比接近七成: the members by name; a list told before by what its members share."""
    phrase = scene.before
    name = tidy(phrase.noun) if phrase else ""
    if phrase is None or not name.endswith("占比"):
        return None
    members = sum_share(scene)
    last = (
        last_listed(scene) if not members and ALL.search(scene.passage.text[scene.clause_start : phrase.end].removesuffix("占比")) else None
    )
    text = f"{members}占比" if members else f"{sum_of_list(scene, last)}占比" if last else ""
    return scene.choose(text, "share-sum", phrase.start, scene.quantity.end, text) if text else None


__all__ = ["ALL", "last_listed", "sum_of_list", "together"]
