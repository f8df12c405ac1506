"""Figures whose owner stands close by without heading the clause.

襄阳高新区（19.3%）, 次于张江高新区的52款, 邻区也有11家企业前来租用, 一家12台、一家7台, 为某公司解决用地120亩,
拉动某高新区工业增长2个百分点.
Each rule names a place in the sentence and words of a closed class; where it does not fit, the clause's own subject stays.
"""

import re

from generator.extract.sentences import clause_at
from generator.extract.subjects.model import RESIDENTS, Actor, Piece, Subject, Topic
from generator.extract.subjects.pointed import Resolve
from generator.extract.tokens import Mention, MentionKind, Quantity, Sentence, Span
from generator.model.claim import Kind, Level

_NAMED = frozenset({MentionKind.PARK, MentionKind.PLACE, *RESIDENTS})
_IN_BRACKET = re.compile(r"[（(](?:(?:同比)?增[长速幅]|占比?|为|约|下降|高达|达)*")
_AGAINST = re.compile("(?:次于|高于|低于|超过|超越|不及|少于|多于|快于|慢于|优于|相当于|接近|[比较])$")
_FIRMS = re.compile(r"[^，,。；;、的]{0,6}(?:企业|公司|单位|机构|园区|高校|院所|商户|工厂)")
_GUESTS = re.compile(r"[^，,。；;]{0,8}(?:前来|慕名|专程|赶来|到此|来此|到这[里儿]|来这[里儿]|找上门|登门)")
_EVEN = re.compile("(?:连|甚至|就连|包括)[^，,。；;]{0,10}$")
_ONE = re.compile(r"(?<![每第均各同])(?<!平均)(?:其中|另|最[一-龥]的)?一家(?:就|却|则|约|近|超|达|订了?|要了?|买了?|拿下)*$")
_HELPS = re.compile(r"(?:[为帮替给助向]|帮助|帮着|助力|支持)$")
_GIVES = re.compile(
    r"[^，,。；;]{0,6}?(?:解决|争取|协调|办理|落实|减免|节省|节约|省下|省去|发放|兑现|拨付|提供|申请|申报|追加|授信|放款|贷款|盘活|找到|匹配|降低|减轻)"
)
_PULLS = re.compile(r"(?:拉动|带动|推动|推高|拉低)$")


def find_beside(
    piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], topic: Topic, resolve: Resolve
) -> Subject | None:
    """The owner that one of the rules above finds, else None."""
    clause = clause_at(sentence, quantity.start)
    for mention in piece.within(sentence):
        if mention.end <= quantity.head and _owns_beside(piece, clause, quantity, mention):
            return resolve(mention)
    return _host(piece, clause, quantity, before, topic) or _one_of_them(piece, quantity, before, topic)


def _owns_beside(piece: Piece, clause: Span, quantity: Quantity, mention: Mention) -> bool:
    text = piece.text
    if _measured_by(text, clause, quantity, mention):
        return True
    if mention.kind in _NAMED and _IN_BRACKET.fullmatch(text, mention.end, quantity.head):
        return True
    if mention.start < clause.start:
        return False
    if mention.kind in {MentionKind.PARK, MentionKind.STAND_IN} and quantity.unit.endswith("百分点"):
        return _PULLS.search(text, clause.start, mention.start) is not None and text[mention.end : mention.end + 1] not in "，,、"
    helped = mention.kind is MentionKind.COMPANY and _HELPS.search(text, clause.start, mention.start)
    return helped is not None and bool(helped) and _GIVES.match(text, mention.end, quantity.head) is not None


def _measured_by(text: str, clause: Span, quantity: Quantity, mention: Mention) -> bool:
    """仅次于|张江高新区|的52款: the figure of whom one is compared with, not by how much one leads or how large a part one is."""
    apart = quantity.kind is not Kind.SHARE and mention.kind in {MentionKind.PARK, MentionKind.PLACE} and clause.start <= mention.start
    of = apart and text[mention.end : quantity.head] in {"的", "同期的"} and not quantity.unit.endswith("百分点")
    return of and _AGAINST.search(text, clause.start, mention.start) is not None


def _host(piece: Piece, clause: Span, quantity: Quantity, before: list[Actor], topic: Topic) -> Subject | None:
    """某高新区也有11家企业前来租用: guests are counted by the host, who was spoken of before the clause."""
    if not _FIRMS.match(piece.text, quantity.tail) or not _GUESTS.match(piece.text, quantity.tail, clause.end):
        return None
    hosts = [one.subject for one in before if one.start < clause.start and not _EVEN.search(piece.text, 0, one.start)]
    return hosts[-1] if hosts else topic.current


def _one_of_them(piece: Piece, quantity: Quantity, before: list[Actor], topic: Topic) -> Subject | None:
    """订单，一家12台: some firm in the park, unless 一家 says that the one named before it does it alone."""
    one = _ONE.search(piece.text, max(0, quantity.head - 12), quantity.head)
    if one is None or piece.home.park is None:
        return None
    alone = any(actor.end == one.start() for actor in before)
    named = (before[-1].subject if before else topic.current).level is not Level.PARK
    return None if alone or named else Subject("一家企业", piece.home.park, Level.RESIDENT, "one-of", one[0])
