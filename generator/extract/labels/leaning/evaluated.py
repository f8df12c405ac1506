"""The evaluation of which an article tells place after place: 公布…考核评价结果 in the first paragraph, 某区列第22位 in the second."""

import re
from collections.abc import Iterable
from dataclasses import replace

from generator.extract.labels.evaluations import find_evaluation, published_evaluations
from generator.extract.labels.parts import split_turn
from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

_BARE = re.compile(
    r"(?:分列|分居|分获|位列|列|排|位居|居|排在)?(?:上年|去年|上次|上一次|上届|本次|此次)?的?"
    r"(?P<part>综合|总)?(?:排名|名次|位次|评价|第)?"
)
_SCORE = re.compile("(?:最终|综合|平均)?(?:得分|评分|总分|分数|总评分)")
_TURN_INSIDE = re.compile("排名（[前后]）(?=位次)")
_PLACES = frozenset({"位", "个位次", "位次", "名"})
_MOVED = re.compile(r"(?:排名|名次)?(?:位次)?(?:变化|前移|前进|上升|提升|后移)?")


def find_evaluations(texts: Iterable[str]) -> frozenset[str]:
    """The evaluations whose results an article says were made public.

    >>> sorted(find_evaluations(["科技部公布2023年度孵化器绩效评价结果。", "在全市考核中列第2位。"]))
    ['孵化器绩效评价']
    """
    return frozenset(name for text in texts for name in published_evaluations(text))


def with_evaluation(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """A place without a word of what it is a place in, as one of the article's one evaluation; else the label itself."""
    if _SCORE.fullmatch(choice.text) and scene.quantity.kind is Kind.LEVEL:
        return _scored(scene, choice)
    if len(scene.passage.evaluations) != 1:
        return choice
    core, end = split_turn(_TURN_INSIDE.sub("", choice.text))
    bare = _BARE.fullmatch(core) if scene.quantity.kind is Kind.RANK else None
    moved = scene.quantity.unit in _PLACES and scene.quantity.kind is not Kind.RANK and _MOVED.fullmatch(core)
    if bare is None and not moved:
        return replace(choice, text=core + end)
    (name,) = scene.passage.evaluations
    rank = f"{bare['part'] or ''}排名" if bare else "位次变化"
    return replace(choice, text=name + rank + end, noun=name + rank, rule="rank-evaluated")


def _scored(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """在全省营商环境评价中，经开区得分92.7分: the score in the evaluation that its sentence names."""
    evaluation = find_evaluation(scene)
    return replace(choice, text=evaluation.name + choice.text, rule=f"{choice.rule}+about") if evaluation else choice


def evaluated_label(scene: Scene) -> LabelChoice | None:
    """某区列第5位: a place of which its sentence says nothing, in the article's one evaluation."""
    if scene.quantity.kind is not Kind.RANK or len(scene.passage.evaluations) != 1:
        return None
    (name,) = scene.passage.evaluations
    return scene.choose(f"{name}排名", "rank-evaluated", scene.quantity.start, scene.quantity.end)


__all__ = ["evaluated_label", "find_evaluations", "with_evaluation"]
