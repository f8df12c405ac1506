"""The thing that a sentence goes on about with 它 or 该产品, named at the end of the sentence before: 交付风电主轴轴承。它外径3.2米.

A step of its own, because the thing is no owner: the number stays its maker's, and only the label says of what it is.
"""

import re
from dataclasses import replace

from generator.extract.labels.leaning.introduced import thing_in
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_IT = re.compile(r"(?:^|(?<=[。！？，,；;“]))(?:它(?!们)|(?:该|新|这[款种台套项])产品|该(?:机型|车型|设备|装备|装置))(?:的|每)?")
_ITS = re.compile("^(?:该|新|这[款种台套项])?(?:产品|机型|车型|设备|装备|装置)(?=..)")
_LONGEST = 8


def with_thing_meant(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the thing before it, or itself where the sentence goes on about none or names an owner of its own."""
    core = _ITS.sub("", choice.text)
    if scene.at_home or scene.quantity.kind is Kind.RANK or len(core) > _LONGEST:
        return choice
    passage, own = scene.passage, scene.passage.sentence_of(scene.index)
    at = passage.sentences.index(own)
    meant = _IT.search(passage.text, own.start, scene.quantity.head) if at else None
    if meant is None or SUBJECT in passage.blanked[meant.end() : scene.quantity.head]:
        return choice
    thing = thing_in(scene, passage.sentences[at - 1].clauses[-1])
    return replace(choice, text=merge(thing, core), rule=f"{choice.rule}+about") if thing and thing not in core else choice


__all__ = ["with_thing_meant"]
