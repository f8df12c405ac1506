"""Labels of those of the counted that are so: 汽车电子企业58家，其中产值过10亿元的有6家; 来自深圳的有89家.

A step of its own before the counts, because what is counted was told before, and the figure inside the words (10亿元) is a bound of it.
"""

import re

from generator.extract.labels.parts import alike_units, bare_unit, without_turn
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.things import is_countable
from generator.extract.passage import BLANKS, SUBJECT, TIME
from generator.model.claim import Kind

_SO = re.compile(r"(?:其中|当中|另外|另)?[，,]?(?P<so>[^，,。；;：:“”]{2,24}?)的(?:就|也|还|已经|已|更|便)*(?:有|达到|达|共|多达|为|是)?")
_HAVE_SO = re.compile(r"\s*(?:及?以[上下])?的(?P<noun>企业|项目|单位)?(?:就|也|还|已经|已|更|便)*(?:有|达到?|共|占|超过|接?近|约)*\s*$")
_KIND = re.compile(rf"(?:^|[，,]|在|[{BLANKS}])(?P<kind>[^，,。；;{BLANKS}]{{2,16}}?)(?:当中|之中|中|里)[，,]$")
_BOUND = re.compile("(?:其中|超过|突破|达到?|过|超|破|逾|在)+$")
_AMOUNT = re.compile(r"[\d百千万亿]*元以上")
_NO_KIND = frozenset({"modified", "bound", "last", "unnamed", "difference"})
_LEAD = re.compile("^(?:其中|当中|另外|另)[，,]?")


def modified_label(scene: Scene) -> LabelChoice | None:
    """产值过10亿元的汽车电子企业, and 汽车电子企业产值门槛 for the bound; None for any other count."""
    return _those(scene) or _bound(scene)


def _those(scene: Scene) -> LabelChoice | None:
    found = _SO.fullmatch(scene.passage.text, scene.start, scene.quantity.head)
    if found is None or scene.quantity.kind is not Kind.LEVEL or not is_countable(scene) or scene.after is not None:
        return None
    blanked = scene.passage.blanked[found.start("so") : found.end("so")]
    so = found["so"][len(blanked) - len(blanked.lstrip(TIME)) :]
    kind = _AMOUNT.sub("", _kind(scene, scene.quantity.unit))
    if SUBJECT in blanked or not so or not kind or kind in so:
        return None
    return scene.choose(f"{so}的{kind}", "modified", found.start("so"), scene.quantity.end, f"{so}的{kind}")


def _bound(scene: Scene) -> LabelChoice | None:
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or following[0].start >= scene.end or scene.quantity.kind is not Kind.LEVEL:
        return None
    so = _HAVE_SO.match(scene.passage.text[scene.quantity.tail : following[0].head])
    if so is None:
        return None
    own = _BOUND.sub("", _LEAD.sub("", scene.plain(scene.start, scene.quantity.head)))
    kind = so["noun"] or _kind(scene, following[0].unit)
    if not scene.words.forms.measure_end.search(own) or len(own) > len("规模以上工业总产值"):
        return None
    return scene.choose(f"{kind}{own}门槛", "bound", scene.start, scene.quantity.end, own)


def _kind(scene: Scene, unit: str) -> str:
    """What was counted before in such a unit, or what kind the clause before names."""
    clauses = [clause for clause in scene.passage.sentence_of(scene.index).clauses if clause.end <= scene.clause_start]
    found = _KIND.search(scene.passage.blanked[clauses[-1].start : clauses[-1].end]) if clauses else None
    if found and found["kind"].endswith(scene.words.heads):
        return found["kind"].replace("的", "")
    units = alike_units(unit)
    for at in scene.passage.before_in_sentence(scene.index):
        told = scene.earlier[at]
        counted = told is not None and told.kind is Kind.LEVEL and bare_unit(scene.passage.quantities[at].unit) in units
        if told is not None and counted and told.rule not in _NO_KIND:
            name = without_turn(told.text if told.noun in scene.words.generic else told.noun)
            return name if name.endswith(scene.words.heads) else ""
    return ""


__all__ = ["modified_label"]
