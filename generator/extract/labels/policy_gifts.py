"""What a policy gives: the name behind its sum (3000元|租房补贴), the verb right before it (补贴|1000元), or what was told before."""

import re
from dataclasses import dataclass

from generator.extract.labels.policy_parts import Part, clause_before, list_end
from generator.extract.labels.scene import Scene

_CUT_OFF = re.compile(r"^(?:一?次性|[取得年月]|再(?=奖励|补助))")
_GRADE_BETWEEN = re.compile("[、，,和](?:[一-龥]{1,6})")
_GIVES_AT_END = re.compile(r"(?:给予|予以|发放|再给)$")


@dataclass(frozen=True, slots=True)
class Gift:
    """What is given, and where the words of giving it begin and end."""

    name: str
    start: int
    end: int


def gift_at(scene: Scene, part: Part, lead: str) -> Gift | None:
    """What is given, in the number's own clause: behind the number (租房补贴), or right before it (补贴|1000元)."""
    words = scene.words.policies
    after = words.gift_after.match(scene.passage.blanked, list_end(scene), part.end) or _at_end_of_grades(scene, part)
    if after is not None:
        given = words.gives.search(lead) or words.gets.search(lead)
        start = part.clause + (given.start() if given else _begin_of_limit(scene, lead))
        return Gift(after["gift"], start, after.end())
    bare = words.degrees.sub("", lead)
    found = words.gift_bare.search(bare)
    if found is None:
        return _unnamed(scene, part, bare)
    acts = [*words.gives.finditer(bare, 0, found.start()), *words.gets.finditer(bare, 0, found.start())]
    act = max(acts, key=lambda one: one.end(), default=None)
    start = max(act.end() if act else 0, *(one.end() for one in words.leads_to_gift.finditer(bare, 0, found.start())), 0)
    named = words.gift_named.match(bare[start : found.end("gift")]) if act else None
    name = named["gift"] if named else found["gift"]
    name = "一次性" + name if bare[: found.start()].endswith("一次性") else name
    return Gift(words.short_gifts.get(name, name), part.clause + (act.start() if act else found.start()), part.clause + found.end())


def _at_end_of_grades(scene: Scene, part: Part) -> re.Match[str] | None:
    """补贴 of 按初级1000元、中级1500元、高级2000元的标准发放补贴: what is given stands behind the last grade's sum."""
    end = scene.quantity.tail
    for following in scene.passage.quantities[scene.index + 1 :]:
        if following.start >= part.close or not _GRADE_BETWEEN.fullmatch(scene.passage.text, end, following.start):
            return None
        end = following.tail
        found = scene.words.policies.gift_after.match(scene.passage.blanked, end, part.end)
        if found is not None:
            return found
    return None


def _unnamed(scene: Scene, part: Part, bare: str) -> Gift | None:
    """生育二孩的家庭，一次性发放3000元: given without a name, or with the name told before."""
    found = _GIVES_AT_END.search(bare)
    if found is None or not scene.words.policies.spends.match(scene.passage.text, list_end(scene)):
        return None
    told = act_before(scene, part)
    name = told.name if told and told.start >= part.start else told.name[-2:] if told else "补贴"
    return Gift(name, part.clause + found.start(), scene.quantity.end)


def _begin_of_limit(scene: Scene, lead: str) -> int:
    """Where 每人每月, 最高 begins; the end of the words where none stands."""
    words = scene.words.policies
    found = words.each.search(lead)
    degrees = words.degrees.search(lead)
    return min(found.start() if found else len(lead), degrees.start() if degrees else len(lead))


def act_before(scene: Scene, part: Part) -> Gift | None:
    """What the clauses before give, of this part of the sentence or the one before."""
    words, text = scene.words.policies, scene.passage.text
    for start, end in ((part.start, part.clause), (part.sentence, part.start)):
        found = list(words.act.finditer(scene.passage.blanked, start, end))
        if found and not words.report.search(text, clause_before(text, start, found[-1].start()), end):
            return Gift(name_of(scene, found[-1]), found[-1].start(), found[-1].end())
    return None


def name_of(scene: Scene, found: re.Match[str]) -> str:
    """The name of what is given, in full; of a letter the word that it stands for."""
    name = found["gift"] or found.groupdict().get("bare") or ""
    return _CUT_OFF.sub("", scene.words.policies.short_gifts.get(name[-1:] if len(name) < 3 else name, name))


__all__ = ["Gift", "act_before", "gift_at", "name_of"]
