"""Where a plain noun is a field of industry: what the park is named after, what its output figures and its works are of.

No 产业 stands behind such a word, so its place must tell: 湿电子化学品产能, 年产5万吨可降解材料项目, 咖啡产业园, 增长的“压舱石”是电池.
"""

import re
from collections.abc import Iterator

from generator.extract.names.fields import Fields
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Piece
from generator.extract.tokens import Mention, MentionKind

Span = tuple[int, int]

_PART = "(?:[一二三四五六七八九两]成|过半|近半|一半|[一二三四五六七八九十]+分之|翻番|翻了|[十百千万]亿|首位|第[一二三])"
_FIGURE = re.compile(rf"[^。；！？]{{0,16}}?\d|[^，。；！？]{{0,10}}?{_PART}")
_WHOLE = "(?:产值|产业|经济|工业|营收|税收|全区|园区|总量|规模|投资)"
_SHARE = re.compile(
    rf"(?:分别|各|均|都|约|就|已|合计|共|总计)*占(?:比|了|到|据)*(?:[^，。；！？成面]{{0,8}}{_WHOLE}[^，。；！？成面]{{0,6}}?)?(?:约|近|超过?|达|比|的)*(?:\d|{_PART})"
    r"|(?:分别|各|均|都|约|就|已|合计|共|总计)*占[^，。；！？]{1,14}的?(?:比重|比例|份额)[^，。；！？]{0,10}?\d"
)
_TOGETHER = re.compile(r"(?:产值)?(?:分别|各自?|双双|均)(?:将|已)?(?:有|突破|达到?|实现|完成|增长|为|超过?|增至)(?:约|近|超)?\d")
_OPENING = re.compile("(?:涉及|涵盖|覆盖|聚焦|主打|主攻|深耕|布局|瞄准|锚定|围绕|集聚了?|聚集了?|汇聚了?|云集了?|形成了?)$")
_CLOSING = re.compile(
    r"[，。；,;]|等(?=[，。；,;\d]|[一-龥]{0,4}企业|[一二三四五六七八九十两多]+[大个类]|领域|产业|行业|赛道|方向|板块|门类)"
)
_ABOUT_GOODS = re.compile("展|培训|课程|专业|商品|产品|进口|出口|货物|班列|论坛|大赛|岗位")
_COUNT = re.compile(r"\d[\d.,]*[余多]?[万亿]?(?:辆|吨|台|套|片|件|双|只|米|千瓦|兆瓦|吉瓦|头|标箱|千克|公斤|亿元|万元|亿美元)")
_PROJECT = re.compile("(?:生产|制造|加工|产业化)?(?:线|基地)?(?:建设)?项目")
_COUNTED = re.compile(r"\d[余多]?个$|年产[\d.]+[余多]?[万亿]?[一-龥A-Z]{1,4}$")
_DONE = re.compile(r"(?:累计|新增|共)*(?:完成|实现|交付|达到?|突破|新增|成交|办理)(?:了|约|近|超)*\d")
_SORTS = re.compile(r"产品[^，。；！？、]{0,16}?\d[余多]?种|产品(?:从|由)[^。；！？]{0,40}?\d[余多]?种")
_SERVICE = re.compile("(?:租赁|外包|维修|贸易|电商|物流|旅游|加工|养殖|种植|检测|会展)$")
_COMPARED = re.compile("(?:占|居|比|高于|低于|超过|优于|快于|领跑|位列|列|面向|销往|对|向)(?:了|到|约|近)?$")
_GIVEN_UP = re.compile(
    "(?<![占居比于])(?:公司|企业(?![一-龥]{0,2}区|\\d)|集团|我国|全球|全国|世界|国际|每)|(?<!个)项目(?:[^。；！？]{0,16}总投资|[^，。；！？]{0,12}[投并]|[，,])|配套|配建|应用于|用于|供给|服务于"
)
_NUMBERED = re.compile(
    r"等(?:\d+|[一二三四五六七八九十两]+)[余多]?[大个条类项](?:重点|主要|特色|优势|新兴|前沿|关键|细分)*"
    r"(?:领域|产业|行业|赛道|方向|板块|集群)|[两三四五六七八九十\d]条(?:产业)?链(?!上?企业)"
)
_FAMED = re.compile("(?:产业)?(?:闻名|著称|见长|起家|立区|兴区|出名|知名)")
_ADVERB = re.compile("就|便|也|又|却|还|仍")
_SUPERLATIVE = "(?:重要|最大|主要|知名|著名|有名|领先|最早|较早|最全|最集中|集中|规模最大|规模较大|重点|首个|唯一|首位|前列)"
_SEAT_OF = re.compile(
    rf"(?:是|为|作为|成为|成了|建成|崛起为)[^，。；！？“”]{{0,16}}?{_SUPERLATIVE}的(?P<fields>[^，。；！？“”的]{{2,40}}?)"
    r"(?:产业|生产|制造|研发|加工|出口|业务|企业)*(?:基地|集聚地|聚集地|集散地|产地|产区|重镇|集聚区|聚集区|高地|交易中心|集散中心)"
)
_KNOWN_FOR = re.compile(
    rf"是[^，。；！？“”]{{0,8}}?(?P<fields>[^，。；！？“”的是]{{2,24}})的{_SUPERLATIVE}的?(?:生产|制造|出口|加工|研发)*(?:基地|集聚地|聚集地|集散地|产地|产区)"
)
_JOINED = re.compile("(?:、|和|以及|及|与)(?:高端|先进|新型|绿色|智能|现代|高性能|特种|优质|特色)?")
_JOINTS = ("、", "和", "以及", "及", "与")
_ENDS = "，。；！？,;"


class FieldPlaces:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon, fields: Fields) -> None:
        self._fields = fields
        self._output = lexicon.compiled("field_outputs")
        self._works = re.compile(rf"{lexicon.any_of('field_works')}$")
        images = lexicon.any_of("field_images")
        being = (
            "(?:是|为|作为|并称|合称|称为|称作|看作|当作|列为|定为|确立为|确定为|视为|成为|成了|当上了?|当起了?|堪称|撑起了?|占据了?|占了?|挑起了?"
            "|唱起?了?|扛起了?)"
        )
        self._is_image = re.compile(
            rf"(?:一直|正|已|也|更|便|就|被|还|都|共同|一起)*{being}(?:(?!企业|公司|厂)[^{_ENDS}]){{0,16}}?“?{images}”?(?!车型|产品|机型|企业)"
        )
        chosen = (
            "补位的|接棒的|接力的|领跑的|打头阵的|挑大梁的|唱主角的|增长最快的|增速最快的|盯上的|主攻的|瞄准的|看中的|押注的|主打的|靠的"
        )
        self._image_is = re.compile(rf"(?:{images}|{chosen})”?(?:就|正|便)?(?:是|：|:|——)$")
        self._vague = frozenset(lexicon.words("vague_industries"))

    def find(self, piece: Piece, fields: list[Span]) -> Iterator[Span]:
        """Those of the fields in a text whose place says that they are industries of the park."""
        for index, span in enumerate(fields):
            if self._is_image_of(piece.text, span):
                yield from _list_before(piece.text, fields, index)
                yield from _list_after(piece.text, fields, index)
            elif self._told_together(piece, fields, index) or self.is_in_place(piece, span) or _NUMBERED.match(piece.text, span[1]):
                yield from _list_before(piece.text, fields, index)

    def of_seats(self, text: str, fields: list[Span]) -> Iterator[Span]:
        """Fields that a place is known for: 我国重要的抗肿瘤药物、现代中药生产基地, 国内起步较早的融资租赁聚集地."""
        for match in (*_SEAT_OF.finditer(text), *_KNOWN_FOR.finditer(text)):
            start, end = match.span("fields")
            yield from (span for span in fields if start <= span[0] and span[1] <= end and text[slice(*span)] not in self._vague)

    def in_works(self, mention: Mention) -> Iterator[Span]:
        """The field that works or a park are named after: the 跨境电商 of 跨境电商产业园, the 咖啡 of 澜谷咖啡产业园."""
        if not self._works.search(mention.text):
            return
        for start, end, word in self._fields.everything.scan(mention.text):
            begins = start == 0 or not self._runs_in(mention.text, start)
            if word not in self._vague and begins and self._works.match(mention.text, end):
                yield mention.start + start, mention.start + end

    def _runs_in(self, name: str, start: int) -> bool:
        """Whether one sign that belongs to the field stands before it, behind a joint (生物医药和光|机电产业园)."""
        return name[start - 2 : start - 1] in ("、", "和", "与", "及")

    def in_projects(self, text: str, fields: list[Span]) -> Iterator[Span]:
        """Fields of projects that are counted or told by their yearly output: 6个锂电铜箔项目, 年产8万吨钛白粉项目."""
        for start, end in fields:
            if text[start:end] not in self._vague and _PROJECT.match(text, end) and _COUNTED.search(text, max(0, start - 14), start):
                yield start, end

    def _is_image_of(self, text: str, span: Span) -> bool:
        start, end = span
        if text[max(0, start - 1) : start] == "以" and _FAMED.match(text, end):
            return True
        return (self._is_image.match(text, end) or self._image_is.search(text, max(0, start - 10), start)) is not None

    def is_in_place(self, piece: Piece, span: Span) -> bool:
        """Whether an output, a share or a count stands right behind a field, and it is no company's and no city's."""
        text, (start, end) = piece.text, span
        if text[start:end] in self._vague:
            return False
        said = _ADVERB.match(text, end)
        behind = said.end() if said else end
        output = self._output.match(text, behind) or (self._output.match(text, end + 1) if text.startswith("业", end) else None)
        figure = output is not None and _FIGURE.match(text, output.end())
        told = figure or _COUNT.match(text, end) or _SHARE.match(text, end)
        told = told or _SORTS.match(text, end) or (_SERVICE.search(text[start:end]) and _DONE.match(text, end))
        return told is not None and not is_of_others(piece, start)

    def _told_together(self, piece: Piece, fields: list[Span], index: int) -> bool:
        """Whether the field ends a list that a verb opens or figures follow: 涉及光伏、储能、半导体; 激光、存储芯片各突破1500亿元."""
        first = list(_list_before(piece.text, fields, index))[-1][0]
        if first == fields[index][0]:
            return False
        clause = max(piece.text.rfind(mark, 0, first) for mark in _ENDS) + 1
        opened = (
            _OPENING.search(piece.text, max(0, first - 4), first)
            and _CLOSING.match(piece.text, fields[index][1])
            and not _ABOUT_GOODS.search(piece.text, clause, first)
        )
        told = opened or _TOGETHER.match(piece.text, fields[index][1]) or _SHARE.match(piece.text, fields[index][1])
        return bool(told) and not is_of_others(piece, first)


def _list_before(text: str, fields: list[Span], last: int) -> Iterator[Span]:
    """The fields joined by 、 and 和 to the last one of a list."""
    yield fields[last]
    for index in range(last - 1, -1, -1):
        if not _JOINED.fullmatch(text, fields[index][1], fields[index + 1][0]):
            return
        yield fields[index]


def _list_after(text: str, fields: list[Span], first: int) -> Iterator[Span]:
    """The fields joined by 、 and 和 to the first one of a list, without it."""
    for index in range(first + 1, len(fields)):
        if text[fields[index - 1][1] : fields[index][0]] not in _JOINTS:
            return
        yield fields[index]


def is_of_others(piece: Piece, start: int) -> bool:
    """Whether a company, a city or the nation, not a park, stands last before the word in its sentence: the output is theirs."""
    sentence = max(piece.text.rfind(mark, 0, start) for mark in "。！？；") + 1
    kinds = (MentionKind.COMPANY, MentionKind.PLACE, MentionKind.PARK)
    named = [mention for mention in piece.mentions_of(*kinds) if sentence <= mention.start and mention.end <= start]
    named = [mention for mention in named if not _COMPARED.search(piece.text, sentence, mention.start)]
    if named and named[-1].kind is not MentionKind.PARK:
        return True
    return _GIVEN_UP.search(piece.text, named[-1].end if named else sentence, start) is not None
