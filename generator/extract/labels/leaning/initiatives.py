"""The policy, fund or platform whose work a sentence tells of: 免税政策落地以来，享惠企业31家; 这笔资金已支持项目64个，落地企业51家.

It is named as what began (…以来), or the sentence begins with a word that points back to it. What is then counted barely is its doing.
"""

import re
from dataclasses import replace

from generator.extract.labels.leaning.pointers import last_named
from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_LONGEST = 7
_ENJOYED = re.compile("(?:享受|试点|适用|落实|执行|享受到)(?:了|的)?(?P<policy>[一-龥“”]{2,14}?政策)(?!性|性的|体系)")
_WAIVED = re.compile("(?:累计)?(?:免征|减免|减征|免缴|少缴|退还|退税|内销|享惠|惠及|受惠)")


def with_initiative(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the policy or the like before it, or the label itself where none is told of or the park's own measure is meant."""
    core = without_turn(choice.text)
    if scene.quantity.kind is not Kind.LEVEL or not scene.at_home or len(core) > _LONGEST or "“" in core:
        return choice
    if scene.words.forms.reach_noun.fullmatch(core) or scene.words.leading_verb.fullmatch(core):
        return choice
    start = scene.passage.sentence_of(scene.index).start
    name = _pointed(scene, start) or _begun(scene, core, start) or _enjoyed(scene, core, start)
    told = name and name not in core and core not in name
    return replace(choice, text=name + choice.text, rule=f"{choice.rule}+about") if told else choice


def _begun(scene: Scene, core: str, start: int) -> str:
    """加工增值免税政策 of 加工增值免税政策落地以来，享惠企业…; empty for what the park may as well have without it (高新技术企业)."""
    if scene.words.is_metric(core, scene.quantity.unit, scene.quantity.kind) and not scene.words.leading_verb.match(core):
        return ""
    found = scene.words.forms.begun.search(scene.passage.blanked, start, scene.clause_start)
    return tidy(found["began"] or found["begun"]) if found else ""


def _enjoyed(scene: Scene, core: str, start: int) -> str:
    """加工增值政策 of 49家企业试点加工增值政策，免征关税7.3亿元: what is waived or granted is so under the policy of the clauses before."""
    found = list(_ENJOYED.finditer(scene.passage.blanked, start, scene.clause_start)) if _WAIVED.match(core) else []
    return found[-1]["policy"] if found and SUBJECT not in scene.passage.blanked[found[-1].end() : scene.quantity.head] else ""


def _pointed(scene: Scene, start: int) -> str:
    """科技成果转化引导资金 of 这笔资金已支持项目64个，落地企业51家: what the sentence's first word means, up to another subject."""
    found = scene.words.forms.initiative_pointed.match(scene.passage.blanked, start, scene.quantity.head)
    between = scene.passage.blanked[found.end() : scene.quantity.head] if found else ""
    if found is None or SUBJECT in between or "其中" in between:
        return ""
    return last_named(scene, found["what"], start)


__all__ = ["with_initiative"]
