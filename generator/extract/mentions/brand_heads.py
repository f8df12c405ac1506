"""Companies named by a short name alone, known by where the name stands: the house that one visits, or one at the head of a clause.

走进格林循环的拆解车间, 高新区企业中原精轴交付了…, 在榆林高新区的恒神煤化，…, 川醴酒业的智能酿造车间. What is read as a name
is no run of everyday words, and holds none that no name holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.boundaries import Ground, find_limit
from generator.extract.mentions.brands import BrandFinder
from generator.extract.mentions.word_table import any_of
from generator.extract.tokens import Span

_X = r"(?P<name>[一-龥]{3,6}?)"
_SHORTEST = 3
_VISIT = r"(?:走进|来到|步入|走访|探访|在|位于[^，,。；;]{2,14}?的)"
_FIRM_NOUN = r"(?:[区园市县内地土](?:内)?(?:的)?(?:[^，,。；;、的]{0,6})企业|龙头|[一-龥]{2}企业|[区园][内里])的?"
_NO_NAME = re.compile(
    r"^[里内前后各个用拿凭靠把将再又还也]|[再又还也都就已均]$|[一二两三几十百千万第们和与及搞着了]|[中里内上下后前时间区园路街村镇乡县市省处者]$"
)
_LOCAL = re.compile("[内区园隔谷港城]的$|(?:企业|龙头|公司)$")
_LOCAL_END, _STEM = frozenset("的业头司"), 5
_SURE = re.compile("(?:乳业|药业|酒业|重工)$")  # even behind a word of the language: 欧亚乳业
_DEEDS = (
    r"把(?![握关守控脉])|(?:去年|今年|前年|上半年|\d{4}年|一季度|前三季度|全年)?(?:实现)?(?:营业收入|营收|净利润|归母净利|销售收入)|的[“‘]|自主研[发制]|研[发制]的|董事长|总经理|创始人|成立于"
    "|位于|就在|在[^，,。；;]{1,8}(?:的|投资|建设|设立|拥有)|的(?:生产|研发|智能|数字|产品|核心|主打|主营|订单|员工|海外|新)"
)
_PAST = "(?:落户|入驻|成立|创办|创立|签约|投产|上市|搬来|迁来|扎根|从事|主营|生产|研发|研制|制造|专注|主攻|加工)"
_MARKS = "，,。；;：:！？、“”"
_LONG = 8
_THERE = re.compile("厂区|工厂|总部|基地|公司|分公司|研发中心|[一二三四]期|[一二三]厂")
_WORD_BEFORE = re.compile(rf"(?:^|(?<=[{_MARKS}在]))(?:去年|今年|目前|如今)?(?P<name>[一-龥A-Za-z]{{2,5}})$")
_CALLED = "(?:企业|公司|厂商|巨头|制造商|供应商|服务商|龙头|小巨人|独角兽|瞪羚|重大项目)"  # 奕斯伟材料是高新区引进的重大项目
_EXAMPLE = "(?:其中|当中|这样|典型|最好|生动|鲜活|一|个|的|之)*(?:例子|例证|案例|代表|缩影|受益者|佼佼者)"
_NO_FIRM = (
    "(?:产业|集群|企业|基地|园|城|学院|大学|研究|技术|工程|有限|集团|公司|股份|行业|协会|大会|展|制造|博览|零部件|之都|中心|领域|项目|产品)"
)
_SHORT = "[一-龥A-Za-z0-9]{3,8}"
_SETTLE = (
    "(?:先后|相继|陆续|依次|纷纷|接连)(?:落户|入驻|落子|扎根|投产|签约|进驻|安家|建厂|排开|上市|搬来|增资)"
    "|一字排开|比邻而居|隔[路墙]相望|首尾相接|撑起了?|扛起了?|领衔"
    "|(?:是|便是|就是)其中的?(?:大户|龙头|佼佼者|代表)"
)
_OF_PLACE_OR_DEED = frozenset("区县镇村路出来到进入做")
_ITEM = re.compile("[^、和与]+")
_AT = re.compile("(?:在|位于|走进|来到|走访|探访|总部位于|落户)$")


@dataclass(frozen=True)
class BrandHeads:
    """Built once from the finder of short names, whose word lists it shares."""

    brands: BrandFinder

    @cached_property
    def _expressions(self) -> tuple[re.Pattern[str], ...]:
        words = self.brands.lexicon.words
        works, doings = any_of(words("company_grounds")), any_of(words("company_doings"))
        return (
            re.compile(rf"{_VISIT}{_X}的?(?=(?:的[^{_MARKS}]{{0,6}}?|[^{_MARKS}的]{{0,2}}){works})"),
            re.compile(rf"{_FIRM_NOUN}{_X}(?={doings}|的[^{_MARKS}]{{0,6}}?{works})"),
            re.compile(rf"(?:^|(?<=[{_MARKS}])){_X}(?=(?:是|为|作为)[^{_MARKS}]{{2,24}}?{_CALLED})"),
            re.compile(rf"(?:^|(?<=[{_MARKS}])){_X}(?=(?:就|便|正|也)是{_EXAMPLE})"),
            re.compile(rf"(?:企业|公司)(?:是|叫|叫做|名叫|名为|——){_X}(?=[，,。])"),
        )

    @cached_property
    def _at_head(self) -> re.Pattern[str]:
        """Behind a mark, before what only a firm does; the ending may be a trade's (威胜信息实现营收)."""
        words = self.brands.lexicon.words
        return re.compile(rf"(?:^|(?<=[{_MARKS}]))(?P<name>[一-龥]{{2,3}}{any_of(words('brand_endings'))})(?={_DEEDS})")

    @cached_property
    def _told_of(self) -> re.Pattern[str]:
        """落户不到三年的某地甲乙智能，: behind what only a firm has done, before a mark."""
        return re.compile(
            rf"{_PAST}[^{_MARKS}的]{{0,12}}的(?P<name>[一-龥]{{2,5}}{any_of(self.brands.lexicon.words('brand_endings'))})(?=[，,])"
        )

    @cached_property
    def _tail_of_name(self) -> re.Pattern[str]:
        words = self.brands.lexicon.words
        return re.compile(
            rf"(?P<own>[一-龥]{{2,4}}?){any_of((*words('brand_endings'), *words('firm_endings')))}(?!{_NO_FIRM})(?![一-龥]?{_NO_FIRM})"
        )

    @cached_property
    def _list_of_firms(self) -> re.Pattern[str]:
        one = rf"[一-龥]{{2,3}}{any_of(self.brands.lexicon.words('firm_endings'))}"
        return re.compile(rf"(?<![一-龥]){one}(?:[、和与]{one})+(?!{_NO_FIRM})")

    @cached_property
    def _list_of_settlers(self) -> re.Pattern[str]:
        return re.compile(rf"(?<![一-龥、]){_SHORT}(?:[、和]{_SHORT}?)+(?={_SETTLE})")

    @cached_property
    def _of_place(self) -> re.Pattern[str]:
        return re.compile(rf"(?P<name>[一-龥]{{2}})(?=的[^{_MARKS}]{{0,10}}?(?:产品|产能|产量|生产|工厂|车间|订单|营收|产值)|{_DEEDS})")

    @cached_property
    def _beside_park(self) -> re.Pattern[str]:
        words = self.brands.lexicon.words
        works, doings = any_of(words("company_grounds")), any_of(words("company_doings"))
        return re.compile(rf"(?P<link>企业|内?的)?{_X}(?=(?P<end>[，,])|{doings}|的[^{_MARKS}]{{0,6}}?{works})")

    @cached_property
    def _ending(self) -> re.Pattern[str]:
        words = self.brands.lexicon.words
        doings, works = any_of(words("company_doings")), any_of(words("company_grounds"))
        sure = rf"的|{doings}|每[\d一两年月天台件吨套]|[^{_MARKS}的]{{0,3}}{works}"
        return re.compile(rf"(?<=[一-龥]{{2}}){any_of(words('firm_endings'))}(?:(?={sure})|(?P<end>(?=[，,一-龥])))")

    def find(self, ground: Ground) -> Iterator[Span]:
        """The names, in no order; some may come twice."""
        for expression in self._expressions:
            for found in expression.finditer(ground.text):
                if self._is_name(ground, *found.span("name")):
                    yield Span(*found.span("name"))
        for found in (*self._at_head.finditer(ground.text), *self._told_of.finditer(ground.text)):
            span = Span(*found.span("name"))
            if self.brands.speaks_for_itself(ground, span) and self._is_name(ground, span.start, span.end):
                yield span
        for park in ground.parks:
            beside = self._beside_park.match(ground.text, park.end)
            if beside and self._is_beside(ground, park, beside) and self._is_name(ground, *beside.span("name")):
                yield Span(*beside.span("name"))
        yield from self._by_ending(ground)
        yield from self._behind_places(ground)
        yield from self._before_places(ground)
        yield from self._named_after_places(ground)
        yield from self._side_by_side(ground)

    def _named_after_places(self, ground: Ground) -> Iterator[Span]:
        """江苏国瓷磁材的窑炉, 山东有研艾斯半导体: a place, an unknown word, the last word of a company's name; no 产业 behind."""
        for place in ground.places:
            named = self._tail_of_name.match(ground.text, place.end)
            span = Span(place.start, named.end()) if named else place
            if (
                named
                and self._is_own_word(named["own"])
                and self.brands.speaks_for_itself(ground, span)
                and self._is_name(ground, place.end, span.end)
            ):
                yield span

    def _is_own_word(self, word: str) -> bool:
        """Whether no two of its signs are a word of the language (国瓷, 有研艾斯; not 矿区长出)."""
        plain = any(self.brands.lexicon.is_plain(word[at : at + 2]) for at in range(len(word) - 1))
        return not plain and not _OF_PLACE_OR_DEED & set(word)

    def _side_by_side(self, ground: Ground) -> Iterator[Span]:
        """蓝科锂业、藏格锂业: a list of names that all end as only companies' do, and any list of unknown words that 先后落户."""
        for pattern in (self._list_of_firms, self._list_of_settlers):
            for found in pattern.finditer(ground.text):
                items = [Span(found.start() + item.start(), found.start() + item.end()) for item in _ITEM.finditer(found[0])]
                named = sum(self._is_name(ground, item.start, item.end) for item in items)
                if 2 * named > len(items) and all(self.brands.fits(ground, item.start, item.end) for item in items):
                    yield from items

    def _behind_places(self, ground: Ground) -> Iterator[Span]:
        """宜宾锂宝的正极材料: a place and a word that nobody knows, before what a firm has or does."""
        for place in ground.places:
            opens = not place.start or ground.text[place.start - 1] in _MARKS
            tail = self._of_place.match(ground.text, place.end) if opens else None
            if tail and self._is_own(ground, Span(*tail.span("name"))):
                yield Span(place.start, tail.end("name"))

    def _before_places(self, ground: Ground) -> Iterator[Span]:
        """英特尔|大连|厂区, 中芯|绍兴|二期: a word that nobody knows before a place and what a firm has there."""
        for place in ground.places:
            there = _THERE.match(ground.text, place.end)
            word = _WORD_BEFORE.search(ground.text, max(0, place.start - _LONG), place.start) if there else None
            if there and word and self._is_own(ground, Span(*word.span("name"))):
                yield Span(*word.span("name"))

    def _is_own(self, ground: Ground, span: Span) -> bool:
        """Whether a word is nobody's but a firm's: none of the language, no place, none that no name holds."""
        word = ground.text[span.start : span.end]
        placed = any(one.start < span.end and one.end > span.start for one in ground.places)
        known = any(kind != "keep" for _, _, kind in ground.boundaries_in(span.start, span.end))
        return not (placed or known or self.brands.lexicon.is_plain(word) or _NO_NAME.search(word))

    def _is_beside(self, ground: Ground, park: Span, beside: re.Match[str]) -> bool:
        """在某高新区的恒神煤化，; 某高新区丰泽智能的产品; not 某高新区逆势上扬，nor 某高新区挂图作战推出."""
        if beside["end"]:
            return bool(beside["link"]) and _AT.search(ground.text, max(0, park.start - 4), park.start) is not None
        return bool(beside["link"]) or self.brands.speaks_for_itself(ground, Span(*beside.span("name")))

    def _by_ending(self, ground: Ground) -> Iterator[Span]:
        """川醴酒业的, 信泰针织每年: behind a mark or a word that opens a phrase, with an ending that only companies have."""
        for match in self._ending.finditer(ground.text):
            if match["end"] is not None and not _LOCAL_END & set(ground.text[max(0, match.start() - _STEM - 1) : match.start()]):
                continue  # it would not be the name of a house on some ground
            limit = find_limit(ground.text, match.end())
            cuts = [right for _, right, kind in ground.boundaries_in(limit, match.end()) if kind == "cut"]
            ends = [span.end for span in (*ground.parks, *ground.places) if limit <= span.start and span.end < match.end()]
            start = max([limit, *cuts, *ends])
            span = Span(start, match.end())
            if match["end"] is not None and not _LOCAL.search(ground.text, max(0, start - 4), start):
                continue
            sure = match["end"] is None and _SURE.search(match[0]) is not None
            if self.brands.speaks_for_itself(ground, span) and (sure or self._is_name(ground, start, match.end())):
                yield span

    def _is_name(self, ground: Ground, start: int, end: int) -> bool:
        """Whether no everyday words make up the name, and none of the words in it is one that no company's name holds."""
        name, lexicon = ground.text[start:end], self.brands.lexicon
        if end - start < _SHORTEST or lexicon.is_plain(name) or not self.brands.fits(ground, start, end):
            return False
        if _NO_NAME.search(name):
            return False
        if any(kind != "keep" for _, _, kind in ground.boundaries_in(start, end)):
            return False
        return lexicon.opens_unknown(name)
