"""Facilities without a name of their own that a park builds, opens or lends: 建成海外农业园区9个, 国际数据中心一期投用."""

import re
from collections.abc import Iterator

from generator.extract.mentions.word_table import any_of
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View, other_park_before
from generator.extract.tokens import MentionKind
from generator.model.claim import NameKind

_COUNT = r"(?:\d[\d.,]*[余多]?[万亿]?(?:个|座|条|家|处|栋|间|所|平方米|亩)|[一两二三四五六七八九十]+[个座条家处栋间所])?"
_BEFORE = "(?:^|(?<=[，。；、：,;:“]))"
_OPENED = "(?=[一二三]期|已?(?:正式)?(?:投用|启用|建成|落成|揭牌|挂牌|投运|开园|开放|投入使用|投入运营))"
_CLOSED = "[，,。、；里内上]|已|日均|每|里|去年|今年|一期|二期|将|正|占地|拥有|可|为|共|累计|忙|完成|实现|面积|投用|启用|揭牌|看到|了解"
_DEPARTS = "驶出|驶离|开出|发车|发出|出发|启程|始发|缓缓|鸣笛"
_COUNTED = re.compile("[一二两三四五六七八九十几数多\\d][个座条家所处]|^[该本各每]|的|现有|企业|公司|[省市]级|国家级|一批|多个|首[个座家]")
_DIVIDED = re.compile(
    "(?:下辖|下设|辖|包括|包含|涵盖|由|设有|分为|划分为|形成了?|建成了?|布局了?|现有|拥有|共有|建有)"
    "(?P<items>[一-龥]{2,6}(?:、[一-龥]{2,6}?)*?(?:、|和|及|以及)[一-龥]{2,6}?)等?"
    r"(?:\d+|[两三四五六七八九十]+)[个大座](?P<head>工业园区|产业园区|工业园|产业园|科技园|专业园|特色园|片区|组团|园区|分园)"
)
_ITEM = re.compile("[^、和及以]+")
_HERE = ("该区", "区内", "园内", "园区", "片区")
_HOUSES = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT, MentionKind.PARK)
_NO_MODIFIER = re.compile("[一二两三四五六七八九十]?[个座条家的该本各每所级批]|现有|企业|公司|[省市]级|国家级|一批|多个|首")


class FacilityFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        self._words = lexicon.mentions
        noun = rf"(?P<name>(?P<modifier>[一-龥]{{0,8}}?){lexicon.any_of('facilities')})(?![一-龥]?(?:主任|负责人|运营方|建设标准))"
        self._built = re.compile(rf"{lexicon.any_of('facility_verbs')}(?:了|的|起)?{_COUNT}{noun}")
        self._noun = lexicon.compiled("facilities")
        self._opened = re.compile(rf"{_BEFORE}{noun}{_OPENED}")
        of_parks = any_of((*lexicon.words("park_houses"), *lexicon.words("facilities"), *lexicon.mentions.words("institution_endings")))
        house = rf"(?P<name>(?P<modifier>[一-龥A-Za-z0-9]{{2,10}}?){of_parks})"
        self._owned = re.compile(rf"(?:[（(][^（）()]{{2,24}}[）)])?(?:[区园]?内)?的{house}(?={_CLOSED}|{_DEPARTS})")
        self._common = lexicon.mentions.common_institutions
        self._station = re.compile(rf"(?:从|由|自|在)(?P<name>[一-龥]{{2,6}}?(?:中心)?站)(?={_DEPARTS})")

    def find(self, view: View) -> Iterator[Find]:
        """Facilities of the body, without those that some name holds already, there or elsewhere in the article."""
        houses = tuple(m.name for piece in view.pieces for m in piece.mentions_of(*_HOUSES))
        for piece in view.pieces:
            if piece.part not in ("body", "caption"):
                continue
            yield from self._of_the_park(piece, view)
            if piece.part != "body" or not self._noun.search(piece.text):
                continue
            for pattern in (self._built, self._opened):
                for match in pattern.finditer(piece.text):
                    known = _named(piece, *match.span("name")) or any(match["name"] in house for house in houses)
                    if not known and self._is_noun(match["modifier"]):
                        start, end = match.span("name")
                        park = other_park_before(piece, start, view.park, "。！？；", partners=True)
                        yield Find(NameKind.INSTITUTION, match["name"], piece, start, end, park=park)

    def _of_the_park(self, piece: Piece, view: View) -> Iterator[Find]:
        """What stands behind a park's name and 的 (合肥高新区的未来大厦); the parts of a park; stations that trains leave (吴家山站)."""
        for mention in piece.mentions_of(MentionKind.PARK, MentionKind.STAND_IN):
            here = mention.park == view.park or mention.text in _HERE
            owned = self._owned.match(piece.text, mention.end) if here else None
            fits = owned and self._is_noun(owned["modifier"], _COUNTED) and owned["name"] not in self._common
            if owned and fits and not _named(piece, *owned.span("name")):
                yield Find(NameKind.INSTITUTION, owned["name"], piece, *owned.span("name"))
        yield from _divisions(piece)
        for match in self._station.finditer(piece.text):
            if not _named(piece, *match.span("name")) and self._is_noun(match["name"], _COUNTED):
                yield Find(NameKind.INSTITUTION, match["name"], piece, *match.span("name"))

    def _is_noun(self, modifier: str, never: re.Pattern[str] = _NO_MODIFIER) -> bool:
        """Whether what stands before the facility can say which it is: no verb and no function word."""
        words = self._words
        told = any(words.boundary_kinds[word] in ("cut", "weak-verb") for _, _, word in words.boundaries.scan(modifier))
        told = told and modifier != "未来"  # 未来大厦
        return not told and not never.search(modifier)


def _divisions(piece: Piece) -> Iterator[Find]:
    """What a park consists of, told in one list: 下辖东川、南川、甘河、生物科技4个工业园区."""
    for match in _DIVIDED.finditer(piece.text):
        for item in _ITEM.finditer(piece.text, *match.span("items")):
            if item[0][-1] not in "园区城谷港":
                yield Find(NameKind.INSTITUTION, item[0] + match["head"], piece, *item.span())


def _named(piece: Piece, start: int, end: int) -> bool:
    return any(mention.start < end and start < mention.end for mention in piece.mentions_of(*_HOUSES))
