"""The figures before in a sentence that a label can lean on: of the same owner, up to where another subject is named."""

import re
from collections.abc import Iterator

from generator.extract.labels.parts import alike_units, bare_unit
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_HALF = re.compile("[；;]")  # 项目73个，其中41个投产；服务企业236家，带动产值18亿元: a part ends with its half of the sentence
_WHERE = re.compile(f"(?:在|落户|落地|入驻|落子){SUBJECT}+")  # 27个项目正在经开区建设，竣工12个


def figures_before(scene: Scene) -> Iterator[tuple[int, LabelChoice]]:
    """The figures before in the sentence that speak of the same owner, nearest first, up to where another subject is named."""
    owner = scene.owners[scene.index]
    for at in scene.passage.before_in_sentence(scene.index):
        told = scene.earlier[at]
        between = _WHERE.sub("", scene.passage.blanked[scene.passage.quantities[at].tail : scene.quantity.head])
        if SUBJECT in between or scene.owners[at] != owner:
            return
        if told is not None and told.kind is not Kind.RANK:
            yield at, told


def counted_before(scene: Scene) -> Iterator[LabelChoice]:
    """What was counted before in the sentence in a unit of the same sort, nearest first."""
    alike = alike_units(scene.quantity.unit)
    for at, told in figures_before(scene):
        if bare_unit(scene.passage.quantities[at].unit) in alike:
            yield told


def whole_before_parts(scene: Scene, base: LabelChoice) -> LabelChoice:
    """激光企业300家，其中规上企业112家，产值285亿元: what all of them do, told after a list of parts, is not done by the last part.

    The label itself where it is no part, or where the number still belongs to the list.
    """
    passage = scene.passage
    before = passage.before_in_sentence(scene.index)
    at = next((at for at in before if scene.earlier[at] is base), None)
    if at is None or passage.quantities[at].start >= scene.clause_start:
        return base
    start = passage.sentence_of(scene.index).start
    among = passage.text.rfind("其中", start, passage.quantities[at].start)
    if (
        among < 0
        or _HALF.search(passage.text, among, passage.quantities[at].start)
        or "其中" in passage.text[scene.clause_start : scene.quantity.head]
    ):
        return base
    alike = alike_units(passage.quantities[at].unit)
    wholes = (told for one in before if passage.quantities[one].start < among and (told := scene.earlier[one]) is not None)
    counted = (told for told in wholes if told.kind is base.kind)
    first = next(counted, None)
    same = first is not None and any(scene.earlier[one] is first and bare_unit(passage.quantities[one].unit) in alike for one in before)
    return first if first is not None and same else base


def thing_of(scene: Scene, noun: str) -> str:
    """A counted noun without the verb before it: 收集|企业诉求."""
    verb = scene.words.leading_verb.match(noun)
    return noun[verb.end() :] if verb and len(noun) - verb.end() >= 2 else noun
