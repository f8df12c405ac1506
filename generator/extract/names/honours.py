"""Titles that a park holds: 获批A, 入选B, 作为C、D; a title that a company in it won is no title of the park."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_GIVEN_BY = "[^，。；“”]{2,24}(?:授予|颁发|评选|认定)的(?=“)"
_LEAD = re.compile(rf"^(?:{_GIVEN_BY}|了|为|成为|建设|创建|获批|的|第[一二三四五六七八九十\d]+批|\d{{4}}年度?)*")
_PLANNED = re.compile(r"力争|争取|努力|目标|打造|申报|申请|正在|即将|计划|将|启动")
_QUOTED = re.compile("“[^”]*”|中小企业(?=特色产业集群)")
_MEANS = re.compile("为(?:抓手|契机|引领|牵引)")
_PARK_WORDS = re.compile("[该全]?(?:区|园区|高新区|经开区|开发区|园|片区|新区|集中区|集聚区|产业园)$|自贸片区$")
_RESIDENTS = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT, MentionKind.PERSON)
_NOT_THE_PARK = re.compile(
    r"(?:该(?:企业|公司|项目|基地|平台|中心|实验室|学院|产品|联合体)|[家个](?:企业|公司|项目|单位|产品|产业园)|企业|学院|公司|产品|案例|成果|团队)[^，。；：,;:]*$"
)
_MARKS = "，。；：！？、,;:!?"
_FOLLOWS = "为抓手|为契机|的|后|以来|之后|之一|等|验收|复核|命名"
_SEAT = re.compile("所在的|落户的|位于|地处")
_AREA = re.compile("(?:高新区|经开区|开发区|片区)$")
_PROVINCE = re.compile("[一-龥]{2,3}(?:省|自治区)")
_SHORTEST = 4
_SHORTEST_UNSURE = 7


class HonourFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        endings = lexicon.any_of("honour_endings")
        zones = lexicon.any_of("honour_zones")
        core = rf"(?:的?{lexicon.any_of('honour_cores')})"
        ends = rf"(?:{endings}(?![级型化])|前?(?:[\d]+|[二三四五]十)强|{zones}(?=”?{core}))"
        item = rf"[^{_MARKS}《》]{{0,40}}?{ends}(?:[（(][一-龥]{{1,8}}[）)])?”?{core}?"
        verb = rf"(?:(?P<sure>{lexicon.any_of('honour_verbs')})|(?P<weak>{lexicon.any_of('weak_honour_verbs')}))"
        self._claim = re.compile(rf"{verb}(?P<titles>{item}(?:(?:、|和|以及|及){item})*)(?=$|[{_MARKS}）)”]|{_FOLLOWS})")
        self._split = re.compile(r"、|以及|[和及](?=国家|全国|省|首批|“)")
        self._tails = re.compile(rf"(?<=.{{4}}){lexicon.any_of('honour_tails')}$")
        self._core = re.compile(rf"{lexicon.any_of('honour_endings', 'honour_zones')}[”）]*{core}$")
        self._rank = lexicon.compiled("ranks")
        self._never = lexicon.compiled("no_honours")

    def find(self, view: View) -> Iterator[Find]:
        """Titles of the article's park, and of every park of a list that shares one (A、B、C同属…)."""
        for piece in view.pieces:
            if piece.part == "deck":
                continue
            titles: list[tuple[int, int]] = []
            for match in self._claim.finditer(piece.text):
                titles.append(match.span("titles"))
                if self._held_by_park(piece, match.start(), titles) and not _of_what_follows(piece, match):
                    for park in _named_behind(piece, match) or self._holders(piece, match.start()):
                        yield from self._titles(piece, match, park)

    def _titles(self, piece: Piece, match: re.Match[str], park: str) -> Iterator[Find]:
        offset = match.start("titles")
        for part in self._split.split(match["titles"]):
            start = piece.text.index(part, offset)
            offset = start + len(part)
            lead = _LEAD.match(part)
            name = _balanced(self._tails.sub("", part[lead.end() :] if lead else part))
            core = self._core.search(name)
            sure = match["sure"] or core or _MEANS.match(piece.text, match.end())
            begin = piece.text.index(name, start)
            ranked = (self._rank.match(name) or _PROVINCE.match(name)) and len(name) >= _SHORTEST_UNSURE
            if _AREA.search(name):
                sure = core or (sure and self._rank.match(name))
            if len(name) >= _SHORTEST and (sure or ranked) and not self._never.search(_QUOTED.sub("", self._core.sub("", name))):
                yield Find(NameKind.HONOUR, name, piece, begin, begin + len(name), park=park)

    def _held_by_park(self, piece: Piece, at: int, titles: list[tuple[int, int]]) -> bool:
        """Whether the nearest name before the verb, other titles aside, is a park's, or none stands in the sentence before it."""
        start = max(piece.text.rfind(mark, 0, at) for mark in "。！？；;") + 1
        clause = max(start, piece.text.rfind("，", 0, at) + 1, piece.text.rfind(",", 0, at) + 1)
        if _NOT_THE_PARK.search(piece.text[clause:at]) or _PLANNED.search(piece.text[clause:at]):
            return False
        if any(place.end == at for place in piece.mentions_of(MentionKind.PLACE)):
            return False  # 德清县是国家级车联网先导区
        kinds = (*_RESIDENTS, MentionKind.PARK, MentionKind.STAND_IN)
        named = [mention for mention in piece.mentions_of(*kinds) if start <= mention.start and mention.end <= at]
        named = [mention for mention in named if not any(left <= mention.start < right for left, right in titles)]
        named = [mention for mention in named if not _SEAT.match(piece.text, mention.end)]
        here = [mention for mention in named if mention.start >= clause]
        subject = here[-1:] or named[:1]
        return not subject or _is_park(subject[0])

    def _holders(self, piece: Piece, at: int) -> tuple[str, ...]:
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


def _behind(piece: Piece, match: re.Match[str]) -> Mention | None:
    """Who is named right behind a title that 作为 opens (作为国家级双创示范基地,北湖科技园…)."""
    if match["weak"] != "作为":
        return None
    behind = next((m for m in piece.mentions_of(*_RESIDENTS, MentionKind.PARK) if m.start >= match.end()), None)
    return behind if behind is not None and behind.start - match.end() <= 1 else None


def _of_what_follows(piece: Piece, match: re.Match[str]) -> bool:
    behind = _behind(piece, match)
    return behind is not None and behind.kind is not MentionKind.PARK


def _named_behind(piece: Piece, match: re.Match[str]) -> tuple[str, ...]:
    """The park right behind a title that 作为 opens; none if there is none."""
    behind = _behind(piece, match)
    return (behind.park,) if behind is not None and behind.park else ()


def _balanced(name: str) -> str:
    """A title without a mark that nothing opens or closes."""
    if name.count("“") == name.count("”"):
        return name
    return name.removeprefix("“").removesuffix("”") if name[:1] == "“" or name[-1:] == "”" else f"{name}”"


def _is_park(mention: Mention) -> bool:
    if mention.kind is MentionKind.STAND_IN:
        return mention.park is not None or _PARK_WORDS.search(mention.text) is not None
    return mention.kind is MentionKind.PARK
