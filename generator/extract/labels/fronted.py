"""The thing that the clause before names and nothing else, and of which the number's own clause only says how many there are.

像这样的公共服务平台，园区目前有17个; 类似的“证缺”问题，该区今年已化解43宗. A step of its own, because a count and a deed both lean on it.
"""

import re

from generator.extract.labels.parts import bare_unit
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

_QUOTED_KIND = re.compile(r"(?P<kind>“[^”“]{2,10}”的?)(?P<name>[一-龥]{2,8})(?:[，,]|$)")
_SUCH = re.compile(r"(?:像|如)?(?:类似|这样|此类|这类|同样)(?:[^，,。；;“”]{0,12}的|这样|)的?(?P<name>“[^”“]{2,10}”)[，,]")
_NO_THING = re.compile("围绕|对于?|针对|为了?|在|通过|随着|除了?|根据|按照|依托|面对|从|以|由|据")


def fronted_label(scene: Scene) -> LabelChoice | None:
    """像这样的公共服务平台，园区目前有17个: the thing itself."""
    if scene.quantity.kind is not Kind.LEVEL or bare_unit(scene.quantity.unit) not in scene.words.countable:
        return None
    name, start = _thing(scene, alone=False)
    return scene.choose(name, "fronted", start, scene.quantity.end, name) if name else None


def fronted_thing(scene: Scene) -> str:
    """管网 of 在企业间“串门”的管网，高新区已建成34公里; empty for a clause that tells of a deed or a place (围绕企业难题，)."""
    return _thing(scene, alone=True)[0]


def _thing(scene: Scene, *, alone: bool) -> tuple[str, int]:
    """The name and where its words begin, empty where the clause right before is none; `alone`: of nothing but the thing."""
    passage = scene.passage
    clauses = [clause for clause in passage.sentence_of(scene.index).clauses if clause.end <= scene.clause_start]
    if not clauses or passage.before_in_sentence(scene.index):
        return "", 0
    such = _SUCH.fullmatch(passage.text, clauses[-1].start, clauses[-1].end)
    if such is not None:
        return such["name"], such.start("name")
    phrase = phrase_before(passage.blanked, clauses[-1].start, clauses[-1].end, scene.words)
    name = tidy(phrase.noun.rpartition("的")[2]) if phrase else ""
    if phrase is None or len(name) < 2 or not name.endswith(scene.words.heads):
        return "", 0
    if alone and (phrase.verb or "是" in name or _NO_THING.match(passage.text, clauses[-1].start)):
        return "", 0
    quoted = _QUOTED_KIND.search(passage.text, clauses[-1].start, clauses[-1].end)
    name = quoted["kind"] + name if quoted and quoted["name"].endswith(name) else name
    return name, phrase.start


__all__ = ["fronted_label", "fronted_thing"]
