"""The figures before in a sentence that a label can lean on: of the same owner, up to where another subject is named."""

from collections.abc import Iterator

from generator.extract.labels.parts import alike_units, bare_unit
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_SOME = 2  # parts that make a list


def figures_before(scene: Scene) -> Iterator[tuple[int, LabelChoice]]:
    """The figures before in the sentence that speak of the same owner, nearest first, up to where another subject is named."""
    owner = scene.owners[scene.index]
    for at in scene.passage.before_in_sentence(scene.index):
        told = scene.earlier[at]
        between = scene.passage.blanked[scene.passage.quantities[at].tail : scene.quantity.head]
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


def whole_of_list(scene: Scene, base: LabelChoice) -> LabelChoice:
    """企业126家，其中整机企业28家、零部件企业39家，产业规模83亿元: what is told after a list of parts is the whole's; else `base` itself.

    After one part alone (其中规上企业28家，产值…) it is that part's.
    """
    text, told = scene.passage.text, scene.passage.before_in_sentence(scene.index)
    start = scene.passage.sentence_of(scene.index).start
    among = text.rfind("其中", start, scene.clause_start)
    parts = [at for at in told if scene.passage.quantities[at].start > among and _is_counted(scene, at)]
    if among < 0 or len(parts) < _SOME or text.startswith("其中", scene.clause_start):
        return base
    wholes = (scene.earlier[at] for at in told if scene.passage.quantities[at].start < among and _is_counted(scene, at))
    return next((one for one in wholes if one is not None), base)


def _is_counted(scene: Scene, at: int) -> bool:
    told = scene.earlier[at]
    return told is not None and told.kind is Kind.LEVEL and bare_unit(scene.passage.quantities[at].unit) in scene.words.countable


def thing_of(scene: Scene, noun: str) -> str:
    """A counted noun without the verb before it: 收集|企业诉求."""
    verb = scene.words.leading_verb.match(noun)
    return noun[verb.end() :] if verb and len(noun) - verb.end() >= 2 else noun
