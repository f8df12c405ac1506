"""From a mention to a subject: a park, something in one, something else, and what 该公司, 产业园, 二期, 其 stand for."""

import re
from collections.abc import Callable
from dataclasses import replace

from generator.extract.mentions.word_table import any_of
from generator.extract.subjects.model import OWN_FORM, RESIDENTS, Home, Named, Piece, Subject, Topic, find_district, home_subject
from generator.extract.tokens import Mention, MentionKind, Sentence
from generator.model.claim import Level
from generator.registry.registry import Registry

_POINTING = re.compile(r"^(?:该|本|这[家个一座]?)")
_THIS = re.compile(r"^这[个座条支一]")
_ESTATES = ("园", "园区")
_INSIDE, _THE_ESTATE = ("园内", "全园"), ("园区", "该园区")
_ZONES = ("保税区", "综保区", "石化区", "出口加工区", "港区", "合作区")
_LAST = 2  # names
_RECENT = 4  # names: an estate named before them is forgotten
_FEW = (("两", 2), ("三", 3))
_STAGE = re.compile(r"[一二三四五六首][期]$")
_STAGED_WORK = re.compile("项目|工程|建设|规划|投资基金")
_CAUSED = re.compile(r"(?:预计|使得?|让|令|助力|推动|带动|帮助|支持|认证|认定)$")
_OWN_SHORT = 4  # letters: 科技城 may be another
_OFFICE = 8  # letters: longer is no post
_PLURAL = frozenset({"项目", "企业"})  # as often all of them as the one spoken of
_SORTS = frozenset({"高新区", "经开区", "开发区", "自贸片区", "片区", "新区"})
_EARLY = 12  # letters: 9月，江苏南京江宁开发区
_NO_FIRM = frozenset({"平台", "中心", "基地", "实验室", "联合体", "学院", "研究院"})  # a firm is none of these
_FIRM_NOUNS = frozenset({"公司", "企业", "集团", "工厂"})
_PORT = re.compile("(?<!自贸)(?<!贸易)(?<![空临])港$")
_PASSES_PORT = re.compile("港域|[出进]口(?!总|贸易|额)|[^，,。；;]{0,8}?(?:吞吐|航线|泊位|滚装)")
_AGAINST = re.compile(r"(?:次于|不及|低于|高于|多于|少于|快于|慢于|优于|好于|落后于|领先于|超过|赶超|赶上|与|和|比|较)$")


Way = Callable[[Piece, Sentence, Mention, Topic], Subject | None]


class Resolver:
    """Knows the words that stand for parks, residents and places; built once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Read the stand-ins of `subjects`; KeyError names a list that is missing."""
        self.park_words = frozenset(registry.words("subjects.park_stand_ins"))
        self._estates = frozenset(registry.words("subjects.estate_stand_ins"))
        self._kinds = frozenset(registry.words("subjects.kind_stand_ins"))
        self._singular = frozenset(registry.words("subjects.single_houses"))
        self._authorities = tuple(registry.words("subjects.authorities"))
        self._deed = re.compile(rf"(?:[12]\d{{3}}年|\d+岁[时那]?)[^，,。；;\d]{{0,4}}?{any_of(registry.words('subjects.careers'))}")
        self._speech = re.compile(any_of(registry.words("subjects.speech")))
        self._estate_doings = re.compile(any_of(registry.words("subjects.estate_doings")))
        self._houses = frozenset(registry.words("subjects.houses"))
        self._holders = tuple(registry.words("subjects.holders"))
        self.outside_words = frozenset(registry.words("subjects.outside_words"))
        self._houses_pointed_to = self._kinds | frozenset(registry.words("subjects.resident_stand_ins"))
        self._ways: tuple[tuple[frozenset[str], Way], ...] = (
            (frozenset(registry.words("subjects.counted_firms")), _together),
            (frozenset(registry.words("subjects.lots")), self._lot),
            (frozenset({"他", "她"}), self._of_somebody),
            (frozenset({"其", "它", "它们"}), _pronoun),
            (frozenset({"前者"}), _former),
            (frozenset({"后者"}), self._latter),
            (self.park_words, self._park_word),
        )
        self.staff = re.compile(any_of((*registry.words("subjects.staff"), *registry.words("mentions.company_offices"))) + "$")

    def resolve(self, piece: Piece, sentence: Sentence, mention: Mention, topic: Topic) -> Subject | None:
        """Whom a mention names; None if nobody can tell."""
        home, name = piece.home, mention.name or mention.text
        if _is_port(piece, mention):
            return Subject(mention.text, home.park, Level.RESIDENT, "port", mention.text)
        if mention.kind is MentionKind.PARK:
            return of_park(mention, home)
        if mention.kind in RESIDENTS:
            return self._of_resident(mention, name, home)
        if mention.kind is MentionKind.PLACE:
            if home.park and len(mention.text) >= _OWN_SHORT and home.name.endswith(mention.text):
                return home_subject(home, "park", mention.text)  # 滨海新区 in an article about 绍兴滨海新区
            return Subject(name, None, Level.OUTSIDE, "place" if mention.name else "place-form", mention.text)
        if mention.kind is MentionKind.PERSON:
            return self._of_person(piece, mention, topic)
        return self._stand_in(piece, sentence, mention, topic)

    def _of_person(self, piece: Piece, mention: Mention, topic: Topic) -> Subject | None:
        """Whose house a person speaks for; of one whom nobody introduced the own deeds (杨军2015年进厂) are known to be his.

        Only a firm has a 厂长: he speaks for the firm that was spoken of last.
        """
        house = topic.speaks_for(mention.name)
        if house is not None:
            return replace(house, rule="person", words=mention.text)
        if self._deed.match(piece.text, mention.end) and piece.home.park:
            return Subject(mention.name, piece.home.park, Level.RESIDENT, "person", mention.text)
        if piece.home.park and self.staff.search(piece.text, max(0, mention.start - _OFFICE), mention.start):
            own = topic.resident or (topic.named[-1].subject if topic.named else None)
            own = own or Subject("", piece.home.park, Level.RESIDENT, "staff", mention.text)
            return replace(own, rule="staff", words=mention.text)
        return None

    def _of_somebody(self, piece: Piece, _: Sentence, mention: Mention, topic: Topic) -> Subject | None:
        """他, 她: the person told of last; of one nobody introduced the acts (她等了3天) are his own, not what he says."""
        if topic.people:
            return replace(topic.people[-1][1], rule="person", words=mention.text)
        said = self._speech.match(piece.text, mention.end) is not None
        return None if said or not piece.home.park else Subject("", piece.home.park, Level.RESIDENT, "unnamed", mention.text)

    def _of_resident(self, mention: Mention, name: str, home: Home) -> Subject:
        """An authority's figures are its park's; with its province and county before its name, or without, a park is still itself."""
        short = (len(name) >= _OWN_SHORT and home.name.endswith(name)) or _is_short_for(name, home.name)
        if home.park and (short or name.endswith(home.name)):
            return home_subject(home, "park", mention.text)
        if home.park and name.startswith(home.name) and name.endswith(self._authorities):
            return home_subject(home, "authority", mention.text)
        if name in self._houses:
            name = home.name + name
        return Subject(name, home.park, Level.RESIDENT, "named", mention.text)

    def _stand_in(self, piece: Piece, sentence: Sentence, mention: Mention, topic: Topic) -> Subject | None:
        """Whom a word without a name stands for, each sort of word in its own way."""
        if mention.park:
            return of_park(mention, piece.home)
        larger = self._larger(piece, sentence, mention)
        if larger is not None:
            return larger
        word = _plain_pointer(mention.text)
        way = next((way for words, way in self._ways if word in words), self._resident_word)
        return way(piece, sentence, mention, topic)

    def _larger(self, piece: Piece, sentence: Sentence, mention: Mention) -> Subject | None:
        """全省, 成都|全市, 铁西区|全区: a place larger than the park, by its name where that stands before the word."""
        district = find_district(piece.text, sentence, mention)
        if district is None and mention.text not in self.outside_words:
            return None
        place = next((one for one in piece.within(sentence) if one.end == mention.start and one.kind is MentionKind.PLACE), mention)
        name = district[0] if district else place.name or mention.text
        return Subject(name, None, Level.OUTSIDE, "place-word", mention.text)

    def _park_word(self, piece: Piece, _: Sentence, mention: Mention, topic: Topic) -> Subject:
        """园区, 产业园, 全区: the park, or the estate in it that is spoken of (园内企业, 园区占地)."""
        word, noun, home, current = mention.text, _noun_of(mention), piece.home, topic.current
        inside = _of_which(word, home, topic)
        if inside is not None:
            return replace(inside, rule="resident-word", words=word)
        spoken_of = (*(one.subject for one in topic.named[-_LAST:]), current)
        estates = [one for one in spoken_of if one.level is Level.RESIDENT and one.name.endswith(_ESTATES)]
        if estates and word in _THE_ESTATE and self._estate_doings.match(piece.text, mention.end):
            return replace(estates[-1], rule="resident-word", words=word)
        other = _that_other(piece, mention, home) if word.startswith("该") else None
        other = other or _named_so(piece, mention, noun, home)
        if other is not None:
            return other
        inside = None if home.name.endswith(noun) or noun not in self._estates else _last_like(topic, noun)
        return replace(inside, rule="resident-word", words=word) if inside else home_subject(home, "park-word", word)

    def _resident_word(self, piece: Piece, sentence: Sentence, mention: Mention, topic: Topic) -> Subject | None:
        """该公司, 基地, 二期: the last one named of that sort, else the last resident, else one that has no name.

        None for other words, and for 项目 where all of those that were just counted are meant.
        """
        word, noun, home = mention.text, _noun_of(mention), piece.home
        if not {_plain_pointer(word), noun} & self._houses_pointed_to:
            return None
        if _counted_before(piece, sentence, mention) or (word in _PLURAL and _after_park(piece, sentence, mention)):
            return None
        if noun in self._kinds and home.name.endswith(noun):
            return home_subject(home, "park-word", word)
        found = _last_like(topic, noun)
        if noun in self._kinds:
            return replace(found, rule="resident-word", words=word) if found and not _last_is_park(piece, sentence, mention) else None
        found = found or (None if word == noun and noun in _NO_FIRM and _is_firm(topic) else topic.resident)
        if _STAGE.search(noun) and found:
            found = replace(found, name=_STAGE.sub("", found.name) + noun[-2:])
        if found is None and word != noun and topic.named:
            found = topic.named[-1].subject
        if found is not None:
            return replace(found, rule="resident-word", words=word)
        if word != noun and home.name.endswith(noun):
            return home_subject(home, "park-word", word)  # 该园 in an article about an 产业园
        stage = _STAGE.search(noun) and not home.name.endswith(self._holders) and not _STAGED_WORK.match(piece.text, mention.end)
        unnamed = word != noun or word in self._singular or stage
        return Subject(word, home.park, Level.RESIDENT, "unnamed", word) if unnamed else None

    def _lot(self, piece: Piece, _: Sentence, mention: Mention, topic: Topic) -> Subject:
        """配套企业, 这些企业: those of the estate that is spoken of, else of the park."""
        held = topic.current.level is Level.RESIDENT and topic.current.name.endswith(self._holders)
        return replace(topic.current, rule="lot", words=mention.text) if held else home_subject(piece.home, "lot", mention.text)

    def _latter(self, piece: Piece, sentence: Sentence, mention: Mention, topic: Topic) -> Subject | None:
        """不及金昌经开区，后者增长13.5%: what the clause before compared with."""
        areas = self.park_words | self.outside_words
        named = [one for one in piece.within(sentence) if one.end <= mention.start]
        before = [one for one in named if one.kind is not MentionKind.STAND_IN or one.text in areas]
        if not before or not _AGAINST.search(piece.text, sentence.start, before[-1].start):
            return None
        found = self.resolve(piece, sentence, before[-1], topic)
        return replace(found, rule="latter", words=mention.text) if found else None


def _is_short_for(name: str, estate: str) -> bool:
    """Whether a name is an estate's own without what stands in its middle; 长沙新区 is another than 长沙高新区.

    >>> _is_short_for("柏塬物流园", "柏塬内陆无水港物流园"), _is_short_for("长沙新区", "长沙高新区")
    (True, False)
    """
    if OWN_FORM.search(estate) or len(name) >= len(estate):
        return False
    return any(estate.startswith(name[:cut]) and estate.endswith(name[cut:]) for cut in range(2, len(name) - 1))


def of_park(mention: Mention, home: Home) -> Subject:
    """A registered park or one of its own form speaks for itself; a sub-park is a resident of the article's park."""
    own = mention.park == home.park or mention.park in home.registered or bool(OWN_FORM.search(mention.name)) or home.park is None
    if own:
        return Subject(mention.name or home.name, mention.park, Level.PARK, "park", mention.text)
    return Subject(mention.name, home.park, Level.RESIDENT, "sub-park", mention.text)


def _is_port(piece: Piece, mention: Mention) -> bool:
    """钦州港|集装箱吞吐量: of a port that a park is named after, what passes through it is told."""
    return mention.park is not None and bool(_PORT.search(mention.text) and _PASSES_PORT.match(piece.text, mention.end))


def _plain_pointer(word: str) -> str:
    """该企业 for 这家独角兽企业, 该平台 for 这个平台."""
    if word.startswith("这家"):
        return "该" + word[-2:]
    return _THIS.sub("该", word)


def _noun_of(mention: Mention) -> str:
    """企业 of 该企业 and 这家独角兽企业."""
    return _POINTING.sub("", _plain_pointer(mention.text))


def _of_which(word: str, home: Home, topic: Topic) -> Subject | None:
    """园内 of the estate named last, 区内 of the bonded zone that is spoken of; None where the article's park is meant."""
    kinds = _ESTATES if word in _INSIDE else _ZONES if word == "区内" else ()
    if topic.current.level is Level.RESIDENT and topic.current.name.endswith(kinds):
        return topic.current
    named = [one.subject for one in topic.named[-_RECENT:] if one.subject.name.endswith(_ESTATES)]
    return named[-1] if named and word in _INSIDE and not home.name.endswith(_ESTATES) else None


def _that_other(piece: Piece, mention: Mention, home: Home) -> Subject | None:
    """江宁开发区的做法值得借鉴。该区设立基金: another park that the sentence before is about alone."""
    sentence = next((one for one in reversed(piece.sentences) if one.end <= mention.start), None)
    parks = [one for one in piece.within(sentence) if one.kind is MentionKind.PARK] if sentence else []
    single = len({one.park for one in parks}) == 1 and parks[0].park not in (None, home.park)
    if not single or parks[0].name.startswith("国家") or parks[0].start - (sentence.start if sentence else 0) > _EARLY:
        return None
    found = of_park(parks[0], home)
    return replace(found, rule="that-park", words=mention.text) if found.level is Level.PARK else None


def _named_so(piece: Piece, mention: Mention, noun: str, home: Home) -> Subject | None:
    """湘江新区管委会的数据显示，新区营收300亿元: another park called like that, where the article's own is not (长沙高新区)."""
    own = home.name.endswith(noun) and not (noun == "新区" and home.name.endswith("高新区"))
    if noun not in _SORTS or own:
        return None
    before = [one for one in piece.mentions if one.kind is MentionKind.PARK and one.end <= mention.start]
    alike = bool(before) and before[-1].name.endswith(noun) and not before[-1].name.startswith("国家")
    found = of_park(before[-1], home) if alike else None
    return replace(found, rule="that-park", words=mention.text) if found and found.level is Level.PARK else None


def _last_like(topic: Topic, noun: str) -> Subject | None:
    """The last resident named of the sort that a noun says: 产业园 of 生物医药产业园, 公司 of any company, first of all that spoken of."""
    alike = [named.subject for named in topic.named if _is_such(named, noun)]
    spoken_of = next((one for one in alike if one.name == topic.current.name), None)
    return spoken_of or (alike[-1] if alike else None)


def _is_firm(topic: Topic) -> bool:
    """Whether the resident that was spoken of last is a company."""
    name = topic.resident.name if topic.resident else ""
    return any(named.subject.name == name and named.kind is MentionKind.COMPANY for named in topic.named)


def _is_such(named: Named, noun: str) -> bool:
    short = noun.replace("综合保税区", "综保区")
    return named.subject.name.endswith((noun, short)) or (noun in _FIRM_NOUNS and named.kind is MentionKind.COMPANY)


def _counted_before(piece: Piece, sentence: Sentence, mention: Mention) -> bool:
    """新开工项目73个，…，项目履约率96%: all of those that were just counted, not one of them."""
    noun = re.escape(mention.text)
    counted = rf"\d[多余]?[个家项座][^，,。；;、]{{0,8}}{noun}|{noun}[^，,。；;、]{{0,6}}\d[多余]?[个家项座]"
    return re.search(counted, piece.text[sentence.start : mention.start]) is not None


def _last_is_park(piece: Piece, sentence: Sentence, mention: Mention) -> bool:
    """成都国际班列开行3万列；某片区新开线路5条，|班列|重箱率98.7%: of trains, funds and the like the park's, if it was named after them."""
    names = [one for one in piece.within(sentence) if one.end <= mention.start and one.kind in {MentionKind.PARK, *RESIDENTS}]
    return bool(names) and names[-1].kind is MentionKind.PARK


def _after_park(piece: Piece, sentence: Sentence, mention: Mention) -> bool:
    """某高新区审批时限压缩至5天，项目“拿地即开工”渐成常态: all projects of the park that the clause before is about."""
    names = [one for one in piece.within(sentence) if one.end <= mention.start and one.kind in {MentionKind.PARK, *RESIDENTS}]
    return bool(names) and names[-1].kind is MentionKind.PARK and all(one.kind is MentionKind.PARK for one in names)


def _together(piece: Piece, _: Sentence, mention: Mention, topic: Topic) -> Subject | None:
    """两家企业: the companies named last, as many as the word says; None if fewer were named."""
    number = next(size for sign, size in _FEW if sign in mention.text)
    firms = [one.subject.name for one in topic.named if one.kind is MentionKind.COMPANY]
    names = list(dict.fromkeys(firms))[-number:]
    whole = Subject("、".join(names), piece.home.park, Level.RESIDENT, "together", mention.text)
    return whole if len(names) == number else None


def _former(piece: Piece, sentence: Sentence, mention: Mention, _: Topic) -> Subject | None:
    """前者: the first of several parks that the sentence has named."""
    parks = [one for one in piece.within(sentence) if one.kind is MentionKind.PARK and one.end <= mention.start]
    return replace(of_park(parks[0], piece.home), rule="former", words=mention.text) if len(parks) > 1 else None


def _pronoun(piece: Piece, sentence: Sentence, mention: Mention, topic: Topic) -> Subject | None:
    """其: the clause's subject, or what the verb before it is about; 它 where nobody was named is some thing, not the park."""
    if _CAUSED.search(piece.text, sentence.start, mention.start):
        before = [one for one in piece.within(sentence) if one.end <= mention.start and one.kind in {MentionKind.PARK, *RESIDENTS}]
        if before and before[-1].kind in RESIDENTS:
            return Subject(before[-1].name, piece.home.park, Level.RESIDENT, "pronoun", mention.text)
    if mention.text != "其" and topic.current.rule == "article" and piece.home.park:
        return Subject(mention.text, piece.home.park, Level.RESIDENT, "unnamed", mention.text)
    return replace(topic.current, rule="pronoun", words=mention.text)
