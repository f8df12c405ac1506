"""The evaluation in which a place is held: told with 在…评价中, made public in the clause before, or pointed back to (此次考核评价中).

A step of its own beside the ranks, because it may stand a clause, a sentence or several sentences before the place.
"""

import re
from dataclasses import dataclass

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import Scene
from generator.model.claim import Kind

_NOUN = r"(?:评价|考评|考核|评估|测评|评比|评选|评定|评议|竞赛|大赛|测评)"
_NAME = r"(?:[^，,。；;：:“”]|“[^“”，,。；;]{2,12}”){2,40}?"
_RESULT = r"(?:结果|榜单|名单|排名|排行榜|情况|通报)"
_HELD = re.compile(
    rf"(?:在|从|据|按照?)(?P<name>[^，,。；;：:]{{2,40}}?(?:{_NOUN}|(?=排名|榜单|排行榜))){_RESULT}?(?:之中|当中|[中里上])[，,]?"
)
_PUBLIC = re.compile(
    rf"(?:公布|发布|揭晓|通报|公示)了?(?:的)?(?P<name>{_NAME}(?:{_NOUN}|(?<=”))){_RESULT}"
    rf"|(?:^|(?<=[，,。；;]))(?P<fronted>{_NAME}{_NOUN}){_RESULT}?(?:日前|近日|正式|已|也|刚刚)*(?:揭晓|出炉|公布|发布|显示|表明)"
)
_THIS = re.compile(rf"(?:[此本这该]次|该项?|这项|这一|上述|同一)(?P<name>[^，,。；;的]{{0,14}}?{_NOUN}){_RESULT}?(?:之中|当中|[中里上])")
_OUTER = re.compile(
    r"^.*(?:公布|发布|开展|组织|举行|举办|出炉|新近|最近|最新|参加|通过)了?的?|^(?:最新的?|\d{4}年度?|上年度|本年度|近日|日前)+"
)
_YEAR = re.compile(r"\d{4}年度?|第[一二三四五六七八九十\d]+[次轮届]")
_SHORTEST = 4
_SIZE = re.compile(r"[\d一二两三四五六七八九十百]+(?:多|余)?[个家]")


@dataclass(frozen=True, slots=True)
class Evaluation:
    """Its name without year and number of those evaluated, and where its words end."""

    name: str
    end: int


def find_evaluation(scene: Scene) -> Evaluation | None:
    """The evaluation that the place belongs to, from the sentence or what it points back to; None if none is told."""
    sentence = scene.passage.sentence_of(scene.index).start
    text, head = scene.passage.text, scene.quantity.head
    pointed = _last(_THIS, text, sentence, head)
    if pointed is not None:
        return _meant(scene, tidy(pointed["name"]), sentence, pointed.end())
    found = _last(_HELD, text, sentence, head) or _last(_PUBLIC, text, sentence, head)
    name = _named(found) if found else ""
    return Evaluation(name, found.end()) if found and len(name) > 2 else None


def published_evaluations(text: str) -> tuple[str, ...]:
    """The names of the evaluations whose results a text says were made public, in order."""
    names = (_named(found) for found in _PUBLIC.finditer(text))
    return tuple(name for name in names if len(name) > _SHORTEST)


def _last(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text, start, end):
        found = match
    return found


def _named(found: re.Match[str]) -> str:
    named = found.groupdict()
    return tidy(_SIZE.sub("", _YEAR.sub("", _OUTER.sub("", tidy(named["name"] or named["fronted"])))))


def _meant(scene: Scene, short: str, before: int, end: int) -> Evaluation | None:
    """此次考核评价: the last evaluation told before whose name ends alike, or the ranking told of last."""
    for pattern in (_HELD, _PUBLIC):
        found = _last(pattern, scene.passage.text, 0, before)
        if found is not None and _named(found).endswith(short[-2:]):
            return Evaluation(_named(found), end)
    for choice in reversed(scene.earlier):
        if choice is not None and choice.kind is Kind.RANK and short[-2:] in choice.text:
            return Evaluation(choice.text.removesuffix("排名"), end)
    return Evaluation(short, end) if len(short) > 4 else None


__all__ = ["Evaluation", "find_evaluation", "published_evaluations"]
