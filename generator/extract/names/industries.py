"""Industries that a text says the park has: fields before 产业, 集群, 赛道, alone or in a list; known ones before 企业, too."""

import re
from collections.abc import Iterator

from generator.extract.mentions.boundaries import find_limit
from generator.extract.mentions.word_table import word_table
from generator.extract.names.field_places import FieldPlaces, is_of_others
from generator.extract.names.fields import Fields
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View, other_park_before
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_SELF = re.compile(r"(?:经济|制造业|服务业|制品业|加工业)(?!集聚区|专项)$")
_TRADE = re.compile("业(?![务绩主态余者界园内链化园已])")
_JOINT = re.compile(r"类?[、和与及以“”]+|以及")
_SPLIT = re.compile("[和与及]")
_LARGER = re.compile(r"[省市县州盟]$|^(?:全|该|我)[省市县国球]|^(?:中国|我国|全国|世界)")
_NAMED = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT, MentionKind.PARK)
_FORM = re.compile(
    r"(?P<tail>(?:等)?(?:[一二三四五六七八九十两][大个条])?(?:[千百万]亿级?)?(?:先进|特色|优势|主导|支柱|新兴|重点)*"
    r"(?:产业集群|产业链|产业|集群|赛道)|等?[两三四五六七八九][大个条][一-龥]{0,4}?(?:行业|领域|板块|门类))(?![园化]|(?:引导|投资|发展|母)?基金|专班|党委|联盟|图谱|大脑|链图|处|局|科|办公室|促进|发展(?:部|局|处|中心|集团|办|司|促进|研究|投资))"
)
_NAME = re.compile(r"[一-龥A-Za-z0-9+]{2,10}")
_BROKEN = re.compile("[与和及]$|^(?!\\d[A-Z])[每各该的一二三四五六七八九十两0-9]|产业|国家|项目|龙头|链条|[^A-Za-z]的|[每可]|[日月年]产")
_STAKED, _MARK = re.compile("(?:押注|主攻|深耕|专攻|主打|瞄准|锚定)(?:了|的是)?$"), re.compile("[，。；,;]")
_SORT_OF = re.compile("类(?=项目|企业|产品|分别|占|签约)")
_FIGURED = re.compile(
    "(?:领域|板块|赛道|方向)(?:企业|项目|产业)?(?:[一-龥]{0,4}(?:突起|崛起|领跑|起势|成势|壮大|走强|上扬)|[^，。；！？、的]{0,8}?(?:\\d|占))"
)
_WITH_FIGURE = re.compile(
    r"(?P<word>产业)(?!园|基金|链|集|化)[^，。；！？、]{0,8}?(?:产值|营收|营业收入|销售收入|增加值|占|\d)|(?P<trade>业)(?:增加值|产值|营收|营业收入)"
)
_BESIDE = re.compile("(?:^|[，。；：！？、“”（(区园市县内年月日中的全])$")
_ONE_FIELD = re.compile("(?:产业|领域|赛道|板块)(?!园|基金)")
_OF_ONE_FIRM = re.compile("[这那]家(?:做|生产|从事|搞|卖)$")
_COUNTED_FIRMS = re.compile(r"企业[^，。；！？、]{0,8}?\d+[余多]?[家户]")
_SHORTEST = 2
_LIST = "[一-龥A-Za-z0-9、]{2,60}?"
_NUMBERS = (
    {sign: number for number, sign in enumerate("二三四五六七八九十", 2)} | {"两": 2} | {str(number): number for number in range(2, 11)}
)
_NUMBER = r"[两一二三四五六七八九十\d]"
_BRANCHES = "(?:主导|特色|优势|重点|新兴|支柱|百亿级?|千亿级?|战略性)*(?:产业|赛道|集群|板块|新业态|业务板块|细分领域|细分赛道|细分市场)"
_LISTED = "[一-龥A-Za-z0-9]{2,10}(?:、[一-龥A-Za-z0-9]{2,10})+?(?:[和与][一-龥A-Za-z0-9]{2,10}?)?"
_MAIN = re.compile(
    rf"(?:主导产业|支柱产业|特色产业|优势产业|主攻方向)(?:为|是|包括|有|涵盖|——|：|:)(?P<a>{_LIST})(?=[，。；,;]|等|[一二三四五六七八\d]+[大个])"
    rf"|以(?P<b>{_LIST})(?:等)?(?:产业)?为(?:主导|主攻方向|支柱|特色|重点|主的产业|主导产业)"
    rf"|(?:深耕|聚焦|瞄准|锚定|形成|构建|布局|主攻|押注|做强|培育|拥有|建立|确立|打造|壮大|(?<=[区园])有)(?:了|起)?(?P<c>{_LIST})(?:等)?"
    rf"(?=(?P<count>{_NUMBER}+)(?:大|条|个){_BRANCHES})"
    rf"|(?:^|(?<=[，。；！？]))(?P<d>{_LISTED})"
    rf"(?=，?(?P<sum>{_NUMBER})(?:大|条|个|项|类){_BRANCHES}[^，。；]{{0,14}}?(?:\d|占|增|撑|托|挑|扛|齐头|并驾|贡献|成为|构成))"
    rf"|(?:^|(?<=[，。；！？]))(?P<e>{_LISTED})(?=，?(?:共同)?(?:构成|组成|撑起|托起|形成)了?[^，。；]{{0,14}}?产业(?:体系|格局|版图|矩阵|结构|集群|大厦))"
)
_IS_MAIN = re.compile(
    r"(?:^|(?<=[，。；！？”]))(?P<a>[一-龥A-Za-z0-9]{2,10}(?:(?:、|和|与|以及)[一-龥A-Za-z0-9]{2,10}?){0,4}?)(?:产业)?(?:已|也|便|就|正|都|均)?(?:是|成为|为)"
    r"[一-龥]{0,10}?(?:[一二两三四五六七八九\d]+[大个])?(?:主导|支柱|特色|优势|首位|当家|传统优势|传统)产业(?=[，。；、！])"
)
_OPENED_LIST = re.compile(
    "(?:聚焦|主攻|深耕|锚定|瞄准|专攻|主打|押注|做强)(?:了|于)?(?P<items>[一-龥A-Za-z0-9]{2,8}(?:、[一-龥A-Za-z0-9]{2,8})+(?:[和与][一-龥A-Za-z0-9]{2,8})?)"
    "(?=[，。；]|等)"
)
_LEDE = re.compile("(?:^|(?<=[。！？]))(?P<items>[一-龥A-Za-z0-9]{2,8}(?:、[一-龥A-Za-z0-9]{2,8}){2,})(?=……|——)")
_ITEM = re.compile("[^、和与]+")
_AFTER_UNKNOWN = re.compile(r"是|成为|已|占|总?产值|规模|营收|增加值|企业|集聚|拥有|\d|的|年|实现|完成|从|以")


class IndustryFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        self._lexicon = lexicon
        between = lexicon.any_of("industry_links")
        self._tail = re.compile(
            rf"(?:{between})*{lexicon.any_of('industry_endings')}(?!化|基金|车间|展|处|局|科|办公室|促进|发展(?:部|局|处|中心|集团|办|司|促进|研究|投资)|开办|登记|注册)"
        )
        self._list_tail = re.compile(rf"(?:{between})*{lexicon.any_of('industry_list_endings')}")
        self._vague = frozenset(lexicon.words("vague_industries"))
        self._head = re.compile(rf"{lexicon.any_of('industry_heads')}$")
        item = "[一-龥A-Za-z0-9]{2,10}"
        self._is_image = re.compile(
            rf"(?:^|(?<=[，。；！？”]))(?P<a>{item}(?:(?:、|和|与|以及){item}?){{1,4}}?)(?:产业)?(?:已|也|便|就|正|都|均)?"
            rf"(?:是|成为|为|并称|构成|撑起了?|扛起了?)[^，。；！？]{{0,12}}?{lexicon.any_of('field_images')}”?(?=[，。；、！])"
        )
        self._goods = lexicon.compiled("goods")
        self._fields = Fields(lexicon)
        self._places = FieldPlaces(lexicon, self._fields)
        self._never_ends = lexicon.words("no_industries")
        self._never = frozenset(self._never_ends)
        self._qualifiers = word_table(lexicon.words("industry_qualifiers"))
        self._makers = frozenset(("制造", "生产", "研发", "服务", "检测", "运营", "加工", "产品"))

    def find(self, view: View) -> Iterator[Find]:
        """Fields in the order of the text, without those of names, of larger places and those that another field includes."""
        finds = [find for piece in view.pieces if piece.part != "deck" for find in self._in_piece(piece, view.park)]
        names = tuple(dict.fromkeys(find.name for find in finds))
        for find in finds:
            longer = [name for name in names if find.name != name and find.name in name]
            too_short = len(find.name) == _SHORTEST and f"{find.name}产业" not in find.piece.text
            if not any(not name.startswith(find.name) or too_short for name in longer):
                yield find

    def _in_piece(self, piece: Piece, park: str) -> Iterator[Find]:
        taken = piece.mentions_of(*_NAMED)
        works = (m for m in piece.mentions_of(*_NAMED) if m.kind is not MentionKind.PARK or m.park == park)
        whole = self._fields.whole(piece)
        known = [
            *self._sure(piece.text, whole),
            *self._named_as_main(piece),
            *self._said_to_be_main(piece),
            *self._listed_with_known(piece),
            *self._places.find(piece, whole),
            *self._goods_in_place(piece),
            *self._whole_industries(piece.text, whole),
        ]
        free = [span for span in _joined(piece.text, {*known, *self._by_form(piece, known)}) if not _overlaps(taken, span)]
        named = [*(span for mention in works for span in self._places.in_works(mention)), *self._places.in_projects(piece.text, whole)]
        known_for = set(self._places.of_seats(piece.text, whole))
        for start, end in _longest({*free, *named, *known_for}):
            if (start, end) in known_for or not _of_larger_place(piece, start):
                yield Find(
                    NameKind.INDUSTRY, piece.text[start:end], piece, start, end, park=other_park_before(piece, start, park, "，。；！？,;")
                )

    def _sure(self, text: str, terms: list[tuple[int, int]]) -> list[tuple[int, int]]:
        """Terms that an ending closes or a verb opens, and those joined to them by 、 and 和."""
        sure: set[int] = set()
        for index in range(len(terms) - 1, -1, -1):
            start, end = terms[index]
            after = terms[index + 1][0] if index + 1 < len(terms) else -1
            joined = index + 1 in sure and _JOINT.fullmatch(text[end:after]) is not None
            before = bool(index) and _JOINT.fullmatch(text[terms[index - 1][1] : start]) is not None
            named = self._tail.match(text, end) or _SELF.search(text[start:end]) or _TRADE.match(text, end)
            if _OF_ONE_FIRM.search(text, max(0, start - 6), start):
                continue
            sort = _SORT_OF.match(text, end)
            closed = named or sort or (before and self._list_tail.match(text, end)) or _FIGURED.match(text, end)
            opened = self._head.search(text, max(0, start - 4), start)
            closed = closed or (_STAKED.search(text, max(0, start - 4), start) and _MARK.match(text, end))
            vague = text[start:end] in self._vague and not (joined or before or opened)
            if (joined or closed) and not vague:
                sure.add(index)
        return [terms[index] for index in sorted(sure)]

    def _whole_industries(self, text: str, terms: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """汽车产业, 食品产业 before their figures: words that say too little without the 产业 behind them."""
        for start, end in terms:
            told = _WITH_FIGURE.match(text, end) if text[start:end] in self._vague else None
            if told and _BESIDE.search(text, 0, start):
                yield start, told.end(told.lastgroup or 0)

    def _named_as_main(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """主导产业为A、B、C; 以A、B、C为主攻方向; 深耕A、B、C三条赛道: the whole list, known or not."""
        for match in _MAIN.finditer(piece.text):
            group = next(name for name in "abcde" if match[name])
            offset = match.start(group)
            for item in _split(match[group], match["count"] or match["sum"] or ""):
                start = piece.text.index(item, offset)
                offset = start + len(item)
                name = re.sub("^(?:发展|培育|壮大)|(?:等|产业|行业|领域)+$", "", item)
                begin = piece.text.index(name, start)
                if _NAME.fullmatch(name) and name not in self._never and not (_BROKEN.search(name) or self._holds_verb(name)):
                    yield begin, begin + len(name)

    def _said_to_be_main(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """农畜产品加工是该区的主导产业; A与B是园区两大主导产业: fields that no list of words need have."""
        for match in (*_IS_MAIN.finditer(piece.text), *self._is_image.finditer(piece.text)):
            end = match.end("a")
            items = [span for span in self._items_before(piece, end) if span[0] >= match.start("a")]
            if items and min(items)[0] == match.start("a"):
                yield from (span for span in items if self._fits(piece.text, *span, sure=True))

    def _listed_with_known(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """聚焦新材料、新医药、高端装备: a list that a verb opens and a mark closes; most of its items are known fields, so all are.

        碳纤维、激光、医疗器械…… at the head of a sentence is as good.
        """
        for match in (*_OPENED_LIST.finditer(piece.text), *_LEDE.finditer(piece.text)):
            spans = [item.span() for item in _ITEM.finditer(piece.text, *match.span("items"))]
            known = [span for span in spans if self._fields.everything.longest_at(piece.text[slice(*span)], 0) == piece.text[slice(*span)]]
            if len(known) > 1 and len(known) * 2 >= len(spans) and not is_of_others(piece, match.start()):
                yield from (span for span in spans if self._fits(piece.text, *span, sure=True))

    def _goods_in_place(self, piece: Piece) -> Iterator[tuple[int, int]]:
        """Goods that no list of words has, told by the class of goods at their end and by their output: 铜合金线材产量18.3万吨."""
        for match in self._goods.finditer(piece.text):
            items = [item for item in self._items_before(piece, match.end()) if item != match.span()]
            told = items and (self._places.is_in_place(piece, items[0]) or _COUNTED_FIRMS.match(piece.text, match.end()))
            if told and self._fits(piece.text, items[0][0], match.start(), sure=True):
                yield from (items[0], *(item for item in items[1:] if self._fits(piece.text, *item, sure=True)))

    def _by_form(self, piece: Piece, known: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Fields that no list of words has, by the 产业 or 集群 behind them; also those that stand in one list with known ones."""
        closed = {end for _, end in known}
        for match in _FORM.finditer(piece.text):
            items = list(self._items_before(piece, match.start("tail")))
            if len(items) == 1 and items[0][1] in closed:
                continue
            if len(items) == 1 and self._unheard_of(piece.text, items[0]) and not _AFTER_UNKNOWN.match(piece.text, match.end("tail")):
                continue
            sure = len(items) > 1 or match["tail"].endswith(("集群", "链"))
            yield from (item for item in items if self._fits(piece.text, *item, sure=sure))

    def _unheard_of(self, text: str, span: tuple[int, int]) -> bool:
        """Whether a word that opens its clause holds no known field: 攥指成拳产业集群发力, as good as any verb."""
        opening = not span[0] or text[span[0] - 1] in "，。；：！？,;:”》"
        return opening and not any(self._fields.everything.scan(text, *span))

    def _items_before(self, piece: Piece, end: int) -> Iterator[tuple[int, int]]:
        """The items of the list that ends at `end`, the last first."""
        stop = end
        while stop > 0:
            limit = find_limit(piece.text, stop)
            joint = max((match.end() for match in _SPLIT.finditer(piece.text, limit, stop - 1)), default=limit)
            start = self._after_cut(piece, joint, stop)
            if start >= stop:
                return
            yield start, stop
            if start > joint or (joint == limit and piece.text[limit - 1 : limit] != "、"):
                return
            stop = joint - 1

    def _after_cut(self, piece: Piece, start: int, stop: int) -> int:
        text, words = piece.text, self._lexicon.mentions
        start = max([start, *(mention.end for mention in piece.mentions if start <= mention.start and mention.end < stop)])
        for left, right, word in words.boundaries.scan(text, start, stop):
            kind = words.boundary_kinds[word]
            if kind == "cut" or (kind in ("weak-verb", "weak-noun") and left == start and right < stop):
                start = right
        return start

    def _fits(self, text: str, start: int, end: int, *, sure: bool) -> bool:
        """Whether a piece of text can be the name of a field: no common words but those that qualify one (智能, 高端), no verb."""
        name, words = text[start:end], self._lexicon.mentions
        if self._fields.everything.longest_at(name, 0) == name and name not in self._vague:
            return True
        if not _NAME.fullmatch(name) or name in self._never or name in self._vague or _BROKEN.search(name):
            return False
        opening = not start or text[start - 1] in "，。；！？,;"
        figured = _WITH_FIGURE.match(text, end) and _BESIDE.search(text, max(0, start - 1), start)
        if len(name) == _SHORTEST and not (sure or opening or figured) and len(re.findall(f"{name}产业", text)) == 1:
            return False
        if any(
            words.boundary_kinds[word] in ("cut", "weak-verb", "weak-noun") and word not in self._makers
            for _, _, word in words.boundaries.scan(name)
        ):
            return False
        if self._holds_verb(name):
            return False
        bare = "".join(name[left:right] for left, right in self._gaps(name))
        return len(bare) >= _SHORTEST and words.proper_part(bare) == bare and not name.endswith(self._never_ends)

    def _holds_verb(self, name: str) -> bool:
        """Whether a verb that qualifies nothing stands in it (园区梳理出|产业链卡点59个, 接续|产业)."""
        return any(name[at : at + 2] in self._lexicon.mentions.governing_verbs for at in range(len(name) - 1))

    def _gaps(self, name: str) -> Iterator[tuple[int, int]]:
        """What is left of a name without qualifiers and known fields."""
        position = 0
        for start, end, _ in self._qualifiers.scan(name):
            yield position, start
            position = end
        yield position, len(name)


def _split(listed: str, count: str) -> list[str]:
    """The items of a list; where their number is told and 、 alone makes as many, 汽车及零部件 is one."""
    items = listed.split("、")
    if len(items) > 1 and len(items) == _NUMBERS.get(count, 0):
        return items
    if len(items) > 1 and len(items) + 1 == _NUMBERS.get(count, 0):
        return [*items[:-1], *re.split("以及|[和与及]", items[-1], maxsplit=1)]
    return re.split("、|以及|[和与及]", listed)


def _joined(text: str, spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The fields in order; two that 与 or 及 joins before one 产业 are one (船舶与海工装备产业), in longer lists they are not."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        first = found[-1] if found else (start, start)
        pair = text[first[1] : start] in ("与", "及") and text[max(0, first[0] - 1) : first[0]] not in ("、", "与", "及", "和")
        if pair and text[first[1] - 2 : first[1]] not in text[start:end] and _ONE_FIELD.match(text, end):
            found[-1] = (first[0], end)
        else:
            found.append((start, end))
    return found


def _longest(spans: set[tuple[int, int]]) -> list[tuple[int, int]]:
    """The spans in order, none that lies within another (智能电网 of 智能电网装备 where both were found)."""
    return sorted(one for one in spans if not any(one != other and other[0] <= one[0] and one[1] <= other[1] for other in spans))


def _overlaps(mentions: tuple[Mention, ...], span: tuple[int, int]) -> bool:
    return any(mention.start < span[1] and span[0] < mention.end for mention in mentions)


def _of_larger_place(piece: Piece, start: int) -> bool:
    """Whether the nearest name before it in the clause is a city's, a province's or the nation's."""
    clause = max(piece.text.rfind(mark, 0, start) for mark in "，。；！？,;") + 1
    before = [mention for mention in piece.mentions if clause <= mention.start and mention.end <= start]
    last = next((mention for mention in reversed(before) if mention.kind is not MentionKind.PERSON), None)
    return last is not None and last.kind in (MentionKind.PLACE, MentionKind.STAND_IN) and _LARGER.search(last.text) is not None
