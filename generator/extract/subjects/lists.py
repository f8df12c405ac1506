"""Figures that a sentence shares out among the parks or houses of a list.

泸州高新区、遂宁经开区分别占两成和17%: by turns; 甲区1528亿元、乙区1463亿元，分别居第三、第四位: each right before its own, then by turns.
"""

import re
from collections.abc import Callable

from generator.extract.subjects.model import RESIDENTS, Actor, Piece, Subject
from generator.extract.tokens import Mention, MentionKind, Quantity, Sentence
from generator.model.claim import Level

_JOINED = re.compile(r"\s*(?:[、和与及]|以及)\s*")
_SHARED_OUT = re.compile("分别|分列|分居|分获|分占|分得|分享|依次|各")
_TOGETHER = re.compile("合计|总计|共计|[两三四五][区地园]|相加")
_COUNTED_BEFORE = re.compile(r"(?:\d[^，,。；;、\d]{0,5}|[一二三四五六七八九两]成多?)[、和，,]$")
_OWN_FIGURE = re.compile(r"(?:则|也|又|增长|下降|占|为|有|达到?|完成|实现|贡献|排名?|列|居|第|约|近|超过?)*(?:\d|[一二三四五六七八九两]成)")


def find_peers(
    piece: Piece, sentence: Sentence, mention: Mention, subject: Subject, before: list[Actor], resolve: Callable[[Mention], Subject | None]
) -> tuple[Subject, ...]:
    """All subjects of the list that a subject opens, or, if each has its own figure in it, of the list up to it; else none."""
    if mention.kind is not MentionKind.PARK and mention.kind not in RESIDENTS:
        return ()
    if before and goes_on_counting(piece.text, sentence, mention):
        return (*(before[-1].peers or (before[-1].subject,)), subject)
    peers, end = [subject], mention.end
    for other in piece.within(sentence):
        if other.kind is mention.kind and other.start > end and _JOINED.fullmatch(piece.text, end, other.start):
            found = resolve(other)
            peers += [found] if found else []
            end = other.end
    return tuple(peers) if len(peers) > 1 else ()


def goes_on_counting(text: str, sentence: Sentence, mention: Mention) -> bool:
    """甲高新区增长8.8%、|乙高新区|增长6.5%: a name between one figure of the sentence and its own, only a mark before it."""
    if mention.kind not in {MentionKind.PARK, MentionKind.PLACE, *RESIDENTS} or mention.name.startswith("国家"):
        return False
    counted = _COUNTED_BEFORE.search(text, sentence.start, mention.start)
    return counted is not None and _OWN_FIGURE.match(text, mention.end, sentence.end) is not None


def share_out(piece: Piece, actor: Actor, quantity: Quantity, inside: list[Quantity]) -> Subject:
    """Of a list of parks the one whose turn it is; all of them together where nothing shares the figures out."""
    if not actor.peers:
        return actor.subject
    own = [other for other in inside if other.start > actor.end]
    listed = [other for other in own if other.group == quantity.group >= 0]
    if len(listed) == len(actor.peers):
        return actor.peers[quantity.place]
    shared = _SHARED_OUT.search(piece.text, actor.end, quantity.start)
    if shared:
        own = [other for other in own if other.start > shared.start()]
        at = own.index(quantity)
        return actor.peers[at] if at < len(actor.peers) else actor.subject
    if piece.text[actor.end] != "、" and not _TOGETHER.search(piece.text, actor.end, quantity.start):
        return actor.subject
    names = "、".join(peer.name for peer in actor.peers)
    within = all(peer.level is Level.RESIDENT for peer in actor.peers)
    park, level = (actor.subject.park, Level.RESIDENT) if within else (None, Level.OUTSIDE)
    return Subject(names, park, level, "several", actor.subject.words)
