"""Among whom a place is taken, where an earlier sentence of the paragraph told of them all: 全省开发区营业收入…。其中，甲园区排在第三.

A step of its own after the rules of ranks, which look for the others in the number's own sentence.
"""

import re
from dataclasses import replace

from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

_BARE = re.compile("(?P<metric>[^全省市县国各]{2,12}?)(?P<pace>增速|增幅)?排名")
_ALL = re.compile(
    r"(?P<where>全[国省市区县]|(?:(?![年全])[一-龥]){2,3}省)(?P<of>[^，,。；;省市]{0,16}的)?(?P<who>(?:国家级|省级|国家)?(?:开发区|经开区|高新区|园区|自贸片区|县区|区县))"
    r"(?P<rest>[^，,。；;]{0,16})"
)
_PACE = re.compile("[%％成]的(?:增速|增幅)(?=[^，,。；;]{0,6}$)")
_SAME = {"营收": "营业收入"}


def with_peers(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the others whose same metric was told, or itself where it says among whom, or where none were told of."""
    bare = _BARE.fullmatch(choice.text) if scene.quantity.kind is Kind.RANK and scene.at_home else None
    if bare is None:
        return choice
    metric = _SAME.get(bare["metric"], bare["metric"])
    text, own = scene.passage.text, scene.passage.sentence_of(scene.index).start
    told = [one for one in _ALL.finditer(text, 0, own) if metric in one[0]]
    if not told:
        return choice
    pace = bare["pace"] or ("增速" if _PACE.search(text, scene.clause_start, scene.quantity.start) else "")
    return replace(choice, text=f"{metric}{pace}{told[-1]['where']}{told[-1]['who']}排名", rule=f"{choice.rule}+about")


__all__ = ["with_peers"]
