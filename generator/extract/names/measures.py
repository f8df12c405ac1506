"""Named policies, services and mechanisms: governed by a verb of doing and ending like a measure, or in quotation marks."""

import re
from collections.abc import Iterator

from generator.extract.mentions.aliases import given_names
from generator.extract.mentions.word_table import word_table
from generator.extract.names.gifts import GiftFinder
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.measure_signs import find_events, find_funds, find_reliefs, is_of_state, quotations_with_signs, turned_into
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import MentionKind
from generator.model.article import Role
from generator.model.claim import NameKind
from generator.registry.common_words import common_words

_BOOK = re.compile(
    r"《([^《》]{2,40}(?:方案|办法|细则|措施|意见|条例|规划|政策|计划|清单|指南|规定|白皮书|蓝皮书|导则|目录|规则|规程|通知|图谱|[十百\d]+条)[^《》]{0,14})》"
)
_STOP = "，。；：！？,;:!?…"
_QUOTATION = re.compile(r"(?P<open>[“‘])(?P<inside>[^“”‘’。！？]{2,30})[”’]")
_HAN_PREFIX = re.compile(r"[一-龥]{2,8}$")
_COUNTED = re.compile(r"\d+(?:\.\d+)?[余多]?[万亿]*(?:元|家|人|名|场|次|个|项|％|%)|[一二三四五六七八九十百千]+余?[家名场]")
_NUMBER = re.compile(r"[\d一二三四五六七八九十]+[个支项条名批]$")
_AMOUNT = re.compile(r"\d[\d.,]*[余多]?[万亿]*元(?:一次性)?")
_VAGUE = re.compile("新一轮.{2,4}$|一系列|一揽子|各项|多项|有关|相关|该|此|第.期|[一二三四]期|系列")
_CLOSED = re.compile(r"[，。；：、,;:等的“‘和\d]|$")
_ASPECTS = re.compile(r"[一二三四五六七八九十\d]+[个大项](?:方面|维度|领域|环节)")
_IMAGE = re.compile(r"^一[块张根片颗粒条杯瓶滴只把碗袋盏束朵头](?!网|图|表|清单|卡|证)|[一-龥]{2}(?:模式|经验|速度|样板|方案|力量)$")
_IMAGE_BEFORE = re.compile("(?:由|[做变当看称化]成|[变称化作]为|[好就]比|像|从|[迈走冲转]向)$")
_LOOSE_PREFIX = re.compile("(?:事项|项目|业务|企业|方案|中心|大厅|工会|第.{1,3}批)$|[和与及]|[发送给开办搞设印]$|^(?:[区市县省]级|上下游)$")
_OF_COUNT = re.compile(r"[\d一二三四五六七八九十百千万亿两几余多]$")
_LONGEST_PREFIX = 6
_ITEMS_BEHIND = re.compile(
    r"(?P<items>(?:、[^，。；：！？“”,;:!?、]{3,12})+?)等(?:[一-龥]{0,6})(?:举措|措施|政策|服务|机制|制度|改革|模式|做法|创新|活动)"
)
_COUNT = re.compile(r"\d+[余多]?[支项条名场批期个次位组]")
_NO_HEAD = "方式|做成|办成|变成|当成|建成|纳入|推动|促进|提升|实现|破解|带动|助力|赋能|撬动|倒逼|让|使|中央|国家"
_REPORT = re.compile(r"的?(?:转变|跨越|迈进|转型|蜕变|跃升)|系列报道|专栏|栏目|为(?:主题|宗旨|目标|题)|的?(?:初心|宗旨|理念|口号|目标)")
_GREAT = re.compile(r"“[一二三四五六七八九十][大项个]")
_LIST_PREFIX = re.compile(r"[一-龥]{2,12}(?:、[一-龥]{2,12})+()$")
_SUM = "(?:等[一-龥]{0,8}?|[\\d一二三四五六七八九十]+[项大个])(?:制度|机制|举措|措施|做法|模式|实践)"
_SUMMED_UP = re.compile(rf"(?P<items>[^，。；：！？“”,;:!?、]{{3,16}}(?:、[^，。；：！？“”,;:!?、]{{3,12}}){{2,}}){_SUM}")
_ANY_SUM = re.compile(_SUM)
_SHORTEST = 4
_TWO_SIGNS = 3
_NOUNS_TOO = ("联动", "协调", "帮扶", "保障", "贯通")
_DOINGS, _DIGIT = ("开展", "参与", "组织"), re.compile(r"\d")
_COUNTED_TERM = re.compile(
    "(?:中心|基地|实验室|公司)|款|电?量|额|率|收入|项目|[一二三四]期|工程|企业|公司|平台(?!服务)|班列|券|贷"
)  # 绿证交易量, 概念验证项目
_BUILT_TERM, _BUILT = re.compile("(?:公寓|驿站|电厂)$"), re.compile("(?<!计划)(?:建成|交付|建有|投用)$")  # 筹建人才公寓, 人才公寓租金
_HOUSE_NAME = re.compile("(?:联盟|联合体|实验室|研究院|中心|基地|园区?|工厂|展馆|大楼)$")
_LONGEST_QUOTATION = 20
_PLATFORM = re.compile("平台")
_BUILDING_WORKS = re.compile("(?:扩建|改造|改扩建|建设|修复|治理|管网|道路|配套|市政|一期|二期)工程$")
_FOUNDED = re.compile(".*(?:设立|成立|建立|安排|组建|发起)了?")
_OF_MONEY = re.compile("[一-龥]{2,10}(?:引导|专项|扶持|奖补|发展|验证)(?:资金|基金)")
_PLAIN_QUOTES = str.maketrans("‘’", "“”")


class MeasureFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        self._words = lexicon.mentions
        self._gifts = GiftFinder(lexicon.mentions)
        endings = lexicon.any_of("measure_endings")
        item = rf"(?:[^{_STOP}“”‘’、《》]|“[^“”]{{1,24}}”){{1,26}}?"
        follows = rf"(?=[{_STOP}、”’\d(（]|等|和|以及|并|的|成为|已|[一-龥]?[项场个]|在|为|$)"
        self._governed = re.compile(rf"(?P<verb>{lexicon.any_of('measure_verbs')})(?P<items>(?:{item}、)*{item}{endings}){follows}")
        heads = lexicon.any_of("measure_endings", "quoted_endings")
        self._ending = re.compile(rf"的?(?P<head>(?:(?!{_NO_HEAD})[^{_STOP}“”‘’、《》()（）的及和与等]){{0,10}}?{heads})")
        self._ends = re.compile(rf"{endings}$")
        self._before = re.compile(rf"{lexicon.any_of('quoted_before')}的?$")
        self._tells = re.compile(rf"{lexicon.any_of('quoted_tellers')}$|{lexicon.any_of('quoted_parts')}")
        self._verbs = frozenset((*lexicon.words("measure_verbs"), *lexicon.words("quoted_before")))
        self._terms = word_table(lexicon.words("measure_terms"))
        fields = (*lexicon.registry.words("industries.terms"), *lexicon.registry.words("industries.nouns"))
        self._never = frozenset((*lexicon.words("no_measures"), *fields))

    def find(self, view: View) -> Iterator[Find]:
        """Measures by rule: with a title of their own, quoted, governed by a verb."""
        given = frozenset(name for piece in view.pieces for _, name in given_names(piece.text))
        for piece in view.pieces:
            if piece.part not in ("deck", "headline") and piece.paragraph.role is not Role.SUBHEAD:
                gifts = tuple(self._gifts.find(piece.text))
                yield from (Find(NameKind.MEASURE, name, piece, start, end) for name, start, end in gifts)
                taken = [(start, end) for _, start, end in gifts]
                yield from (
                    find for find in self._in_piece(piece, given) if not any(find.start < end and start < find.end for start, end in taken)
                )

    def _in_piece(self, piece: Piece, given: frozenset[str]) -> Iterator[Find]:
        text = piece.text
        yield from (self._find(piece, *match.span()) for match in _BOOK.finditer(text) if not is_of_state(text, match.start()))
        yield from (self._find(piece, *span) for span in (*find_reliefs(text), *find_funds(text), *find_events(text)))
        yield from self._quoted(piece, given)
        yield from self._by_verb(piece)
        yield from self._summed_up(piece)
        houses = piece.mentions_of(MentionKind.INSTITUTION, MentionKind.COMPANY, MentionKind.PROJECT)
        for start, end, term in self._terms.scan(text):
            if (
                (text[start - 1 : start] == "“" or not any(house.start <= start and end <= house.end for house in houses))
                and text[start - 1 : start] != "”"
                and (not _BUILT_TERM.search(term) or _BUILT.search(text, max(0, start - 4), start))
                and not _COUNTED_TERM.match(text, end)
                and not _part_of_quotation(text, start, end)
                and not _in_title(text, start)
            ):
                yield self._find(piece, start, end)

    def _summed_up(self, piece: Piece) -> Iterator[Find]:
        """Lists that end in what their members are: 首问负责、一次性告知、限时办结等制度, A、B、C、D4项实践."""
        if not _ANY_SUM.search(piece.text):
            return
        for match in _SUMMED_UP.finditer(piece.text):
            offset = match.start("items")
            for part in match["items"].split("、"):
                start = piece.text.index(part, offset)
                offset = start + len(part)
                begin = self._item_start(piece, start, offset)
                if offset - begin >= _SHORTEST and "“" not in part:
                    yield self._find(piece, begin, offset)

    def _quoted(self, piece: Piece, given: frozenset[str]) -> Iterator[Find]:
        """“极简审批”, “免申即享”服务平台, 商事登记“跨境通”, “企业吹哨、部门报到”的服务机制; no short name that is `given`."""
        chain_end, chain_opened = -1, False
        quotations = tuple(_QUOTATION.finditer(piece.text))
        signed = quotations_with_signs(piece.text, quotations)
        for match in quotations:
            inside = match["inside"]
            ending = self._ending_behind(piece.text, match.end())
            chained = chain_opened and (
                piece.text[chain_end : match.start()] in ("", "、", "和") or turned_into(piece.text, chain_end, match.start())
            )
            opened = chained or self._before.search(_NUMBER.sub("", piece.text[max(0, match.start() - 10) : match.start()])) is not None
            teller = self._tells.search(inside)
            told = ending or (teller and len(inside) + len(teller[0]) > _TWO_SIGNS)  # “秒批” tells, “抱团” does not
            sign = match.start() in signed
            chain_end, chain_opened = match.end(), bool(opened) or sign
            bare = opened and _CLOSED.match(piece.text, match.end()) and not _HOUSE_NAME.search(inside)
            if (
                inside in self._never
                or inside in given
                or (piece.text[match.start() - 1 : match.start()] in ("家", "户") and piece.text.startswith("企业", match.end()))
                or _IMAGE.search(inside)
                or _IMAGE_BEFORE.search(piece.text, max(0, match.start() - 4), match.start())
                or not (told or sign or bare)
            ):
                continue
            if _ASPECTS.match(piece.text, match.end()) and inside.count("、") > 1:
                yield from self._items(piece, match.start("inside"), inside)
            elif not _REPORT.match(piece.text, match.end()):
                start = self._with_prefix(piece, match.start()) if told else match.start()
                yield self._find(piece, start, ending.end() if ending else match.end())
                yield from self._behind(piece, match.end())

    def _ending_behind(self, text: str, end: int) -> re.Match[str] | None:
        """What a quotation's name goes on with (“一照通办”改革); nothing that a verb or a count parts from it, or that a longer word holds.

        “科技副总”只用8个月, “需求哨”就是政府服务, “13210”项目全生命周|期.
        """
        found = self._ending.match(text, end) or _PLATFORM.match(text, end)
        if found is None or text[found.end() - 1 : found.end() + 1] in common_words():
            return None
        words = (word for _, _, word in self._words.boundaries.scan(text, found.start() + found[0].startswith("的"), found.end()))
        told = any(word in _DOINGS or (self._words.boundary_kinds[word] == "cut" and word not in _NOUNS_TOO) for word in words)
        return None if told or _DIGIT.search(found[0]) else found

    def _behind(self, piece: Piece, end: int) -> Iterator[Find]:
        """Measures without marks in a list that a quotation opens: “不见面评标”、电子保函等举措."""
        match = _ITEMS_BEHIND.match(piece.text, end)
        if match:
            yield from self._items(piece, match.start("items") + 1, match["items"][1:])

    def _items(self, piece: Piece, offset: int, items: str) -> Iterator[Find]:
        for item in items.split("、"):
            start = piece.text.index(item, offset)
            offset = start + len(item)
            if len(item) >= _SHORTEST:
                yield self._find(piece, start, offset)

    def _with_prefix(self, piece: Piece, start: int) -> int:
        """Where the noun begins that stands right before a quotation (商事登记“跨境通”); `start` if none does."""
        listed = _LIST_PREFIX.search(piece.text, max(0, start - 50), start) if _GREAT.match(piece.text, start) else None
        if listed:
            return self._after_boundary(piece, listed.start(), listed.start(1)) if listed.start(1) > listed.start() else listed.start()
        run = _HAN_PREFIX.search(piece.text, max(0, start - 8), start)
        if not run:
            return start
        begin = self._after_boundary(piece, run.start(), start)
        loose = start - begin > _LONGEST_PREFIX or _LOOSE_PREFIX.search(piece.text[begin:start]) or self._is_told(piece.text, begin, start)
        of_list = piece.text[begin - 1 : begin] == "、"  # 人才链、资本链“四链共建”
        return begin if start - begin >= 2 and not (loose or of_list) else start

    def _is_told(self, text: str, begin: int, end: int) -> bool:
        """Whether what stands before a quotation is a unit or holds a verb (8万|元“智改券”, 端出“设备贷”)."""
        pairs = (text[at : at + 2] for at in range(begin, end - 1))
        return _OF_COUNT.search(text, max(0, begin - 1), begin) is not None or any(pair in self._words.governing_verbs for pair in pairs)

    def _after_boundary(self, piece: Piece, start: int, end: int) -> int:
        """The end of the last word in the stretch that no measure's name holds: a function word, a verb of doing, somebody's name."""
        begin = start
        for left, right, word in self._words.boundaries.scan(piece.text, start, end):
            kind = self._words.boundary_kinds[word]
            if kind == "cut" or (kind == "weak-verb" and (left == begin or word in self._verbs)):
                begin = right
        stretch = piece.text[start:end]
        verbs = [start + stretch.rfind(verb) + len(verb) for verb in self._verbs if verb in stretch]
        names = [mention.end for mention in piece.mentions if start < mention.end <= end]
        return max([begin, *(v for v in verbs if v <= end), *names])

    def _by_verb(self, piece: Piece) -> Iterator[Find]:
        for match in self._governed.finditer(piece.text):
            offset = match.start("items")
            for part in match["items"].split("、"):
                start = piece.text.index(part, offset)
                offset = start + len(part)
                begin = self._item_start(piece, start, offset)
                founded = _FOUNDED.match(part)
                inner = founded.end() if founded else 0
                if _OF_MONEY.fullmatch(part, inner):
                    begin = start + inner
                if (
                    self._is_measure(piece.text[begin:offset])
                    and piece.text[begin - 1 : begin] not in ("”", "’", "》", "等")
                    and "”" not in piece.text[start:begin]
                    and not _in_title(piece.text, begin)
                ):
                    yield self._find(piece, begin, offset)

    def _item_start(self, piece: Piece, start: int, end: int) -> int:
        """Where the name begins in an item of a list: after its last sum of money or function word outside quotations."""
        amounts = [match.end() for match in _AMOUNT.finditer(piece.text, start, end)]
        amounts += [match.end() for match in _COUNT.finditer(piece.text, start, end)]
        amounts += [mention.end for mention in piece.mentions_of(MentionKind.PARK) if start <= mention.start and mention.end < end]
        begin = max([start, *(at for at in amounts if end - at >= _SHORTEST - 1)])
        for left, right, word in self._words.boundaries.scan(piece.text, start, end):
            quoted = piece.text.count("“", start, left) > piece.text.count("”", start, left)
            of_ending = self._ends.match(piece.text, left, end) is not None  # 集中|签约会
            if self._words.boundary_kinds[word] == "cut" and right < end and left >= begin and not (quoted or of_ending):
                begin = right
        return begin

    def _is_measure(self, name: str) -> bool:
        if (
            len(name) < (_SHORTEST - 1 if name.endswith("长制") else _SHORTEST)
            or name in self._never
            or _VAGUE.match(name)
            or _COUNTED.search(name)
            or _BUILDING_WORKS.search(name)
            or not self._ends.search(name)
        ):
            return False
        return "“" not in name and "”" not in name and len(self._words.proper_part(name)) >= 2

    def _find(self, piece: Piece, start: int, end: int) -> Find:
        return Find(NameKind.MEASURE, piece.text[start:end].translate(_PLAIN_QUOTES), piece, start, end)


def _part_of_quotation(text: str, start: int, end: int) -> bool:
    """Whether marks hold the stretch and more beside it (“船边直提+检疫前置”)."""
    opened, closed = text.rfind("“", 0, start), text.rfind("”", 0, start)
    whole = text.startswith("“", start - 1) and text.startswith("”", end)
    return opened > closed and not whole and 0 <= text.find("”", end) - opened <= _LONGEST_QUOTATION


def _in_title(text: str, offset: int) -> bool:
    """Whether a place lies between 《 and 》."""
    return text.rfind("《", 0, offset) > text.rfind("》", 0, offset)
