"""Houses that need no proper name, because whose they are stands beside them: 合肥高新区的未来大厦, 下辖东川、南川2个工业园区.

What such a house is called alone says too little for a name in running text, so the finder of mentions leaves it; here its owner tells.
"""

import re
from collections.abc import Iterator

from generator.extract.mentions.word_table import any_of
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_CLOSED = (
    "[，,。、；里内上]|已|日均|每|里|去年|今年|明年|目前|如今|一期|二期|将|正|占地|拥有|可|为|共|累计|忙|完成|实现|面积|投用|启用|揭牌|看到|新添|新增"
    "|了解"
)
_DEPARTS = "驶出|驶离|开出|发车|发出|出发|启程|始发|缓缓|鸣笛|开行"
_COUNTED = re.compile("[一二两三四五六七八九十几数多\\d][个座条家所处]|^[该本各每]|的|现有|企业|公司|[省市]级|国家级|一批|多个|首[个座家]")
_DIVIDED = re.compile(
    "(?:下辖|下设|辖|包括|包含|涵盖|由|设有|分为|划分为|形成了?|建成了?|布局了?|现有|拥有|共有|建有)"
    "(?P<items>[一-龥]{2,6}(?:、[一-龥]{2,6}?)*?(?:、|和|及|以及)[一-龥]{2,6}?)等?"
    r"(?:\d+|[两三四五六七八九十]+)[个大座](?P<head>工业园区|产业园区|工业园|产业园|科技园|专业园|特色园|片区|组团|园区|分园)"
)
_ITEM = re.compile("[^、和及以]+")
_WHOLE = "园区城谷港"
_HERE = ("该区", "区内", "园内", "园区", "片区")
_BRANCH = re.compile("(?P<where>[一-龥]{2,4})(?:基地|研发中心|创新中心|技术中心|研究院)(?=[，。、的第里内投]|一期|二期|已|正|将)")
_NO_PLACE = re.compile("^(?:生产|制造|研发|加工|培训|实训|就业|的|在|联合|共建|智能|企业|产业|[与和及、])|[的在]")
_QUARTERS = re.compile(
    "(?:接入|开办|开设|办起|建起|建成|上线|启用|打造)(?:了|起|的)?(?P<name>“[^“”，。]{1,8}(?:大脑|班|工坊|驿站|会客厅|加油站)”)"
)
_HOUSES = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT, MentionKind.PARK)


class OwnedHouses:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        self._words = lexicon.mentions
        self._common = lexicon.mentions.common_institutions
        plain = any_of(
            (
                *lexicon.mentions.words("generic_words"),
                *lexicon.mentions.words("topical_words"),
                *lexicon.registry.words("industries.terms"),
            )
        )
        of_parks = any_of((*lexicon.words("park_houses"), *lexicon.words("facilities"), *lexicon.mentions.words("institution_endings")))
        house = rf"(?P<name>(?P<modifier>[一-龥A-Za-z0-9]{{2,10}}?){of_parks})"
        self._owned = re.compile(rf"(?:[（(][^（）()]{{2,24}}[）)])?(?:[区园]?内)?的{house}(?={_CLOSED}|{_DEPARTS})")
        self._part = re.compile(rf"(?P<name>(?P<modifier>(?!{plain})[一-龥]{{2,3}}?)(?:园区|片区|园))(?=的|[，。、；里内]|{_CLOSED})")
        self._visited = re.compile(rf"(?:走进|来到|步入|走入|探访|所在的){house}(?=[，,的里内是])")
        self._station = re.compile(rf"(?:从|由|自|在|经)(?P<name>(?P<modifier>[一-龥]{{2,6}}?)(?:中心)?站)(?={_DEPARTS})")

    def find(self, piece: Piece, view: View) -> Iterator[Find]:
        """Houses behind the park's name, its parts, houses that one visits, stations, branches of companies."""
        for mention in piece.mentions_of(MentionKind.PARK, MentionKind.STAND_IN):
            if mention.park == view.park or mention.text in _HERE:
                yield from self._house(piece, self._owned.match(piece.text, mention.end))
                yield from self._house(piece, self._part.match(piece.text, mention.end))
        yield from _divisions(piece)
        for pattern in (self._station, self._visited):
            for match in pattern.finditer(piece.text):
                yield from self._house(piece, match)
        for mention in piece.mentions_of(MentionKind.COMPANY):
            yield from _branch(piece, mention)
        for match in _QUARTERS.finditer(piece.text):
            yield Find(NameKind.INSTITUTION, match["name"], piece, *match.span("name"))

    def _house(self, piece: Piece, match: re.Match[str] | None) -> Iterator[Find]:
        if match and self._is_noun(match["modifier"]) and match["name"] not in self._common and not named(piece, *match.span("name")):
            yield Find(NameKind.INSTITUTION, match["name"], piece, *match.span("name"))

    def _is_noun(self, modifier: str) -> bool:
        """Whether what stands before the house can say which it is: no verb, no function word, no count."""
        kinds = (self._words.boundary_kinds[word] for _, _, word in self._words.boundaries.scan(modifier))
        told = modifier != "未来" and any(kind in ("cut", "weak-verb") for kind in kinds)
        return not told and not _COUNTED.search(modifier)


def named(piece: Piece, start: int, end: int) -> bool:
    """Whether some name holds a part of the stretch already."""
    return any(mention.start < end and start < mention.end for mention in piece.mentions_of(*_HOUSES))


def _divisions(piece: Piece) -> Iterator[Find]:
    """What a park consists of, told in one list: 下辖东川、南川、甘河、生物科技4个工业园区."""
    for match in _DIVIDED.finditer(piece.text):
        for item in _ITEM.finditer(piece.text, *match.span("items")):
            if item[0][-1] not in _WHOLE:
                yield Find(NameKind.INSTITUTION, item[0] + match["head"], piece, *item.span())


def _branch(piece: Piece, mention: Mention) -> Iterator[Find]:
    """甲地某光能有限公司义乌基地: what a company has at a place."""
    branch = _BRANCH.match(piece.text, mention.end) if mention.text.endswith("公司") else None
    if branch and not _NO_PLACE.search(branch["where"]):
        yield Find(NameKind.INSTITUTION, mention.name + branch[0], piece, mention.start, branch.end())
