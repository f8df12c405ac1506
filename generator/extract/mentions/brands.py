"""Companies named by a short name alone, known by the company they keep.

引进瑞庆时代, 金三江、理士电源2家企业, 福莱特等光伏龙头企业, 入驻企业赣翼通航: what stands around a short name says that it is one;
the name's own last word (磁业, 通航) says where it ends.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.boundaries import Ground, find_limit
from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.mentions.word_table import WordTable, any_of, word_table
from generator.extract.tokens import Span
from generator.registry.common_words import common_verbs

_NAME = re.compile(r"(?!\d+$)[一-龥A-Za-z0-9&·（）()]{2,12}")
_COUNT = r"(?:[\d一二三四五六七八九十百两余多]+[家个名]|一批|一大批|众多|多家|系列|一系列)?"
_ITEM_END = re.compile(r"[，。；：！？“”‘’《》,;:!?…、（(\d]|等|和|与|及|$")
_COUNTED = re.compile(
    r"(?:\d[余多]?|[二两三四五六七八九十百千万余多数几])[家户个][^，。；：！？,;]*$|(?:各类|各个|各|所有|每个|全部|相关|众多|不少|许多|大批)[^，。；：！？,;]{0,6}$"
)
_BROUGHT = re.compile("引进|引入|签约|落户|招引|已有")
_PEOPLE_DO = "(?:领导|一行|人|同志|嘉宾)*(?:前往|赴|参加|出席|来到|走进|深入|调研|考察|走访|陪同|宣布|见证|为|对|到|在)"
_LONGEST = 10
_NO_FIRST = ("单", "每", "各", "首", "第", "公司", "企业", "集团", "本公司", "本企业", "本地", "本区", "本土", "本市", "该", "我", "其")
_STEMS = (2, 3)
_TWO_WORDS = 4  # letters: 租赁项目|公司 is nobody's name, 远景|能源 may be
_DEPARTMENT = (
    "(?:(?:人力资源|行政|人事|市场|销售|采购|质量|供应链|海外|国际|品牌|公共事务|综合|生产|研发|技术|财务|运营|工程|设备)"
    "(?:部|中心|事业部)?)"
)


@dataclass(frozen=True)
class BrandFinder:
    """Built once from the word lists."""

    lexicon: NameLexicon

    @cached_property
    def _tail(self) -> re.Pattern[str]:
        tail = any_of(self.lexicon.words("brand_tails"))
        counted = r"(?<=[^、])这?[\d一二三四五六七八九十两]+家(?:[^，。；,;、的]{0,10}?(?=企业|公司))?"
        other = r"领域|方面|产业|行业[的、]|国家?[的和、]|[省地市县州]|[省市]区|城市|地区|区县"
        return re.compile(rf"(?:等{_COUNT}(?!{other})[^，。；,;]{{0,22}}?|{counted})(?<![一-龥]的)(?:{tail})")

    @cached_property
    def _settled(self) -> re.Pattern[str]:
        """The end of a list of projects that companies brought: 引进了A、B等50余个制造业项目."""
        return re.compile(rf"等{_COUNT}(?!{_PEOPLE_DO})[^，。；,;]{{0,30}}?项目")

    @cached_property
    def _heads(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("brand_heads")))

    @cached_property
    def _introductions(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("brand_introductions")))

    @cached_property
    def _weak_introductions(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("weak_brand_introductions")))

    @cached_property
    def _followers(self) -> str:
        return any_of((*self.lexicon.words("brand_followers"), *self.lexicon.words("offices")))

    @cached_property
    def _formed(self) -> re.Pattern[str]:
        ending = any_of(self.lexicon.words("brand_endings"))
        return re.compile(rf"(?:^|(?<=[，。；：、,;:”…（的]))(?P<name>[一-龥]{{2,3}}{ending})(?={_DEPARTMENT}?{self._followers})")

    @cached_property
    def _called_company(self) -> re.Pattern[str]:
        ending = any_of((*self.lexicon.words("brand_endings"), *self.lexicon.words("firm_endings")))
        return re.compile(
            rf"(?:^|(?<=[。！？；”]))(?P<name>[一-龥]{{2,3}}{ending})(?=(?:的|今年|去年|目前|每年|每月|正|已|也|则)[^。！？；]{{2,40}}?[，,](?:该公司|公司|这家企业|该企业)(?![^，。]{{0,2}}家))"
        )

    @cached_property
    def _known(self) -> WordTable:
        return word_table(self.everybody_knows)

    @cached_property
    def everybody_knows(self) -> frozenset[str]:
        """Short names that need no explanation."""
        return frozenset(self.lexicon.words("known_companies"))

    @cached_property
    def _never(self) -> frozenset[str]:
        words = self.lexicon.words
        goods = self.lexicon.registry.words("industries.nouns")  # 推动无人船、商用卫星等产业项目集聚
        common = (*words("not_brands"), *words("press_words"), *words("stand_ins_always"), *words("stand_ins_free"))
        return frozenset((*common, *goods))  # 为全区320家企业服务

    @cached_property
    def _trades(self) -> frozenset[str]:
        """What firms make and what is done for them: a list that holds one names no firm."""
        words = self.lexicon.registry.words
        return frozenset((*words("industries.terms"), *words("industries.nouns"), *words("names.measure_terms")))

    @cached_property
    def _not_stems(self) -> frozenset[str]:
        """Verbs: what stands before an ending like a company's is then what is done (企业打通|供应链)."""
        return common_verbs() | frozenset((*self.lexicon.words("not_stems"), *self.lexicon.registry.words("labels.content_verbs")))

    @cached_property
    def _joint(self) -> re.Pattern[str]:
        return re.compile(rf"(?:以及|{any_of(self.lexicon.words('conjunctions'))})$")

    @cached_property
    def _endings(self) -> tuple[str, ...]:
        return (*self.lexicon.words("brand_endings"), *self.lexicon.words("firm_endings"))

    def _ending_of(self, name: str) -> str:
        """The longest last word of companies' names with which a name ends; empty if it ends with none."""
        return next((name[at:] for at in range(len(name)) if name[at:] in self._ending_words), "")

    @cached_property
    def _ending_words(self) -> frozenset[str]:
        return frozenset(self._endings)

    @cached_property
    def _other_endings(self) -> tuple[str, ...]:
        words = self.lexicon.words
        return tuple(word for word in (*words("not_brands"), *words("institution_endings")) if len(word) > 1)

    @cached_property
    def _last_signs(self) -> tuple[str, ...]:
        """Signs that end no name (区外, 园内), if they are no part of a company's last word (红外)."""
        return tuple(word for word in self.lexicon.words("not_brands") if len(word) == 1)

    def find(self, ground: Ground) -> Iterator[Span]:
        """Short names of companies, found in any of these ways; some may come twice."""
        yield from (Span(start, end) for start, end, _ in self._known.scan(ground.text))
        yield from self._listed(ground)
        yield from self._introduced(ground)
        called = (Span(*match.span("name")) for match in self._called_company.finditer(ground.text))
        yield from (span for span in called if self.speaks_for_itself(ground, span) and self.fits(ground, span.start, span.end))
        yield from (Span(*m.span("name")) for m in self._formed.finditer(ground.text) if self.fits(ground, *m.span("name")))

    def _listed(self, ground: Ground) -> Iterator[Span]:
        """Items of lists that say at their end that they are companies; a list of fields of industry is none."""
        for pattern, heads in ((self._tail, None), (self._settled, _BROUGHT)):
            for tail in pattern.finditer(ground.text):
                items = list(self._items_before(ground, tail.start()))
                if len(items) == 1 and not tail[0].startswith("等"):
                    continue  # 区里组织|216家企业 is no name and a number
                if any(ground.text[item.start : item.end] in self._trades for item in items):
                    continue  # 引进模具、涂装、检测等配套企业
                led = heads is None or (items and heads.search(ground.text, max(0, items[-1].start - 8), items[-1].start))
                if items and led and all(self.fits(ground, item.start, item.end) for item in items[:-1] or items):
                    yield from (item for item in items if self.fits(ground, item.start, item.end))

    def _items_before(self, ground: Ground, end: int) -> Iterator[Span]:
        """The items before `end`, the last first; the first of the list begins after the last word that cannot be in a name."""
        stop = end
        while True:
            start = find_limit(ground.text, stop)
            first = self._after_head(ground, start, stop)
            if first < stop:
                yield Span(first, stop)
            joint = self._joint_before(ground, start, first)
            if joint < 0 and (ground.text[start - 1 : start] != "、" or first > start):
                return
            stop = start - 1 if joint < 0 else joint

    def _joint_before(self, ground: Ground, start: int, first: int) -> int:
        """Where the conjunction begins that joins the last item of a list (A、B、C和D等企业) to the one before; -1 if none does."""
        joint = self._joint.search(ground.text, start, first)
        return joint.start() if joint and joint.start() > start and ground.text[start - 1] == "、" else -1

    def _after_head(self, ground: Ground, start: int, stop: int) -> int:
        ends = [right for _, right, kind in ground.boundaries_in(start, stop) if right < stop and kind != "keep"]
        heads = [match.end() for match in self._heads.finditer(ground.text, start, stop) if match.end() < stop]
        parks = [park.end for park in ground.parks if start <= park.start and park.end < stop]
        return max([start, *ends, *heads, *parks])

    def _introduced(self, ground: Ground) -> Iterator[Span]:
        """The names right behind 上市公司, 入驻企业, 引进: one that ends like a company's, or a list of which one does."""
        for head in self._introductions.finditer(ground.text):
            items = list(self._items_after(ground, head.end()))
            fit = [item for item in items if self.fits(ground, item.start, item.end)]
            counted = len(items) == 1 and _COUNTED.search(ground.text, max(0, head.start() - 12), head.start())
            if not counted and len(fit) == len(items) and any(self.speaks_for_itself(ground, item) for item in fit):
                yield from fit
        for head in self._weak_introductions.finditer(ground.text):
            item = Span(head.end(), self._item_end(ground, head.end()))
            again = ground.text.count(ground.text[item.start : item.end]) > 1
            if again and self.speaks_for_itself(ground, item) and self.fits(ground, item.start, item.end):
                yield item

    def is_short_name(self, name: str) -> bool:
        """Whether a piece of text can be nothing but a company's short name (隆成科技, not 城北新能源 nor 高端装备)."""
        alone = Ground(name, tuple(self._boundaries(name)), (), ())
        return self.speaks_for_itself(alone, Span(0, len(name))) and self.fits(alone, 0, len(name))

    def _boundaries(self, name: str) -> Iterator[tuple[int, int, str]]:
        kinds = self.lexicon.boundary_kinds
        return ((left, right, kinds[word]) for left, right, word in self.lexicon.boundaries.scan(name))

    def speaks_for_itself(self, ground: Ground, item: Span) -> bool:
        """Whether a name ends like a company's and begins with nothing but a proper name: 科曼磁业, not 科技人才资源."""
        item = self._without_place(ground, item)
        name = ground.text[item.start : item.end]
        ending = self._ending_of(name)
        stem = name.removesuffix(ending)
        if not ending or not 2 <= len(stem) <= 5 or stem in self._not_stems or (len(stem) >= _TWO_WORDS and self.lexicon.is_plain(stem)):
            return False
        if len(stem) >= _TWO_WORDS and stem[:2] in self._not_stems:
            return False  # 企业招用脱贫劳|动力
        words = any(kind != "keep" for _, _, kind in ground.boundaries_in(item.start, item.end - len(ending)))
        place = any(item.start <= place.start and place.end <= item.end for place in ground.places)
        return not words and not place and self.lexicon.proper_part(stem, self.lexicon.terms) == stem

    def own_stem(self, name: str) -> str:
        """丰泽 of 丰泽智能: what a short name is cut shorter to; nothing where that is a word or a place's name."""
        ending = self._ending_of(name)
        stem = name.removesuffix(ending)
        own = ending and len(stem) in _STEMS and not self.lexicon.is_plain(stem) and self.is_short_name(name)
        return stem if own else ""

    def _without_place(self, ground: Ground, item: Span) -> Span:
        """The item without the place that its name begins with (四川|朗科医疗)."""
        ends = [place.end for place in ground.places if place.start == item.start and place.end < item.end]
        return Span(max(ends, default=item.start), item.end)

    def _items_after(self, ground: Ground, start: int) -> Iterator[Span]:
        while True:
            end = self._item_end(ground, start)
            if end > start:
                yield Span(start, end)
            if ground.text[end : end + 1] != "、" or end == start:
                return
            start = end + 1

    def _item_end(self, ground: Ground, start: int) -> int:
        """Where the item ends: at a mark, a word that cannot be in a name, or behind the last word of a company's name."""
        mark = _ITEM_END.search(ground.text, start)
        stop = mark.start() if mark else len(ground.text)
        stop = ground.first_cut(start, stop)
        name = ground.text[start:stop]
        if name.endswith(self._endings) or len(name) < 4:
            return stop
        ends = [start + at for at in range(len(name), 2, -1) if name[:at].endswith(self._endings)]
        return ends[0] if ends else min(stop, start + _LONGEST)

    def _own_and_ending(self, name: str) -> bool:
        """Whether two or three signs that make no word stand before a company's last word, and the whole is no term of a trade."""
        ending = self._ending_of(name)
        own = name.removesuffix(ending)
        plain = own in self._not_stems or self.lexicon.is_plain(own) or self.lexicon.proper_part(own, self.lexicon.terms) != own
        return bool(ending) and len(own) in _STEMS and not plain and bool(self.lexicon.proper_part(name, self.lexicon.terms))

    def fits(self, ground: Ground, start: int, end: int) -> bool:
        """Whether a piece of text can be a company's short name."""
        name = ground.text[start:end]
        if (
            not _NAME.fullmatch(name)
            or name in self._never
            or name.startswith(("公司", "企业", "园区", "该"))
            or name.endswith("企业")
            or any(place.start == start and place.end == end for place in ground.places)
        ):
            return False
        if name.startswith(_NO_FIRST):
            return False  # 单箱物流, 公司制造(总监)
        if any(kind == "cut" for _, _, kind in ground.boundaries_in(start, end)):
            return False
        if self._own_and_ending(name):
            return True  # 雅光|电子, 华陶|装备
        ended = name.endswith(self._other_endings) or (name.endswith(self._last_signs) and not name.endswith(self._endings))
        return len(self.lexicon.proper_part(name, self.lexicon.terms)) >= 2 and not ended
