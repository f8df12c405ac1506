"""Titles that a park holds: 获批A, 入选B, 作为C、D; a title that a company in it won is no title of the park."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_LEAD = re.compile(r"^(?:了|为|成为|建设|创建|国家|的|第[一二三四五六七八九十\d]+批|\d{4}年度?)*?(?=[^了为的])")
_RESIDENTS = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT, MentionKind.PERSON)
_NOT_THE_PARK = re.compile(
    r"(?:该企业|该公司|该项目|该基地|该平台|该中心|该实验室|该学院|该产品|家企业|家公司|个项目|家单位|个产品|个产业园|企业|学院|公司)[^，。；]*$"
)


class HonourFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        endings = lexicon.any_of("honour_endings")
        item = rf"[^，。；：！？、,;:!?《》]{{3,40}}?(?:{endings})(?![一-龥]{{0,2}}(?:级|型|化))"
        verbs = lexicon.any_of("honour_verbs")
        weak = lexicon.any_of("weak_honour_verbs")
        self._claim = re.compile(
            rf"(?:(?P<sure>{verbs})|(?P<weak>{weak}))(?P<titles>{item}(?:(?:、|和|以及|及|,|，){item})*)(?=$|[，。；：！？、,;:!?）)]|为抓手|的)"
        )
        self._split = re.compile(r"、|，|,|以及|和(?=国家|全国|省)")
        self._tails = re.compile(rf"(?<=.{{4}}){lexicon.any_of('honour_tails')}$")
        self._rank = lexicon.compiled("ranks")
        self._never = lexicon.compiled("no_honours")

    def find(self, view: View) -> Iterator[Find]:
        """Titles of the article's park, and of every park of a list that shares one (A、B、C同属…)."""
        for piece in view.pieces:
            if piece.part == "deck":
                continue
            for match in self._claim.finditer(piece.text):
                if self._held_by_park(piece, match.start()):
                    for park in self._holders(piece, match.start(), view):
                        yield from self._titles(piece, match, park)

    def _titles(self, piece: Piece, match: re.Match[str], park: str) -> Iterator[Find]:
        offset = match.start("titles")
        for part in self._split.split(match["titles"]):
            start = piece.text.index(part, offset)
            offset = start + len(part)
            lead = _LEAD.match(part)
            name = self._tails.sub("", part[lead.end() :] if lead else part)
            if len(name) >= 4 and not self._never.search(name) and (match["sure"] or self._rank.match(name)):
                begin = piece.text.index(name, start)
                yield Find(NameKind.HONOUR, name, piece, begin, begin + len(name), park=park)

    def _held_by_park(self, piece: Piece, at: int) -> bool:
        """Whether the nearest name before the verb is a park's, or none stands in the sentence before it."""
        start = max(piece.text.rfind(mark, 0, at) for mark in "。！？；;") + 1
        clause = max(start, piece.text.rfind("，", 0, at) + 1, piece.text.rfind(",", 0, at) + 1)
        if _NOT_THE_PARK.search(piece.text[clause:at]):
            return False
        before = [m for m in piece.mentions if clause <= m.start and m.end <= at] or [
            m for m in piece.mentions if start <= m.start and m.end <= at
        ]
        subjects = [m for m in before if m.kind in _RESIDENTS or m.kind is MentionKind.PARK or m.kind is MentionKind.STAND_IN]
        return not subjects or subjects[-1].kind not in _RESIDENTS

    def _holders(self, piece: Piece, at: int, view: View) -> tuple[str, ...]:
        """The parks of a list right before the verb, else the article's own."""
        found: list[Mention] = []
        edge = at
        for mention in reversed(piece.mentions_of(MentionKind.PARK)):
            if mention.end > at:
                continue
            if piece.text[mention.end : edge].strip("、和与及同"):
                break
            found.insert(0, mention)
            edge = mention.start
        return tuple(mention.park or "" for mention in found) if len(found) > 1 else ("",)
