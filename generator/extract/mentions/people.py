"""People by their offices: whose office it is stands before the name (公司总经理裴庆文说), rarely after it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.lexicon import HAN, NameLexicon
from generator.extract.mentions.word_table import any_of
from generator.registry.common_words import common_verbs, common_words

_ALL_HAN = re.compile(f"[{HAN}·]+")
_LONGEST_FOREIGN = 10
_LONGEST_FIRST = 6
_WORD_SIZES = (2, 3, 4)
_IS_ONE = re.compile(
    f"(?:^|(?<=[。！？”，；]))(?P<name>[{HAN}]{{2,3}})是[^，。；！？“”]{{2,24}}?(?:公司|厂|集团|车间|合作社|中心|研究院|园区|高新区|经开区|开发区)的"
)
_OF_PLACES = tuple("区市县镇村路")  # 2025年区长|沙经开|区
_RARE, _COMMON = 100, 1000  # counts of the dictionary: 小满 and 远航 are names as well as words
_NAME_END = re.compile(r"[，。、；：:,;!！？”“（(\s]|$")


@dataclass(frozen=True, slots=True)
class Person:
    """A person named at `start:end`; the office stands at `office_start:office_end` (without its organisation)."""

    start: int
    end: int
    name: str
    office_start: int
    office_end: int


@dataclass(frozen=True)
class PeopleFinder:
    """Built once from the word lists."""

    lexicon: NameLexicon

    @cached_property
    def _office(self) -> re.Pattern[str]:
        one = any_of(self.lexicon.words("offices"))
        return re.compile(rf"{one}(?:(?:、|兼|及|和){one})*(?:[(（][{HAN}]{{2,12}}[)）])?")

    @cached_property
    def _speech(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("speech_verbs")))

    @cached_property
    def _after(self) -> re.Pattern[str]:
        return re.compile(any_of((*self.lexicon.words("speech_verbs"), *self.lexicon.words("after_people"))))

    @cached_property
    def _weak_offices(self) -> tuple[str, ...]:
        return self.lexicon.words("weak_offices")

    @cached_property
    def _surname(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("surnames")))

    @cached_property
    def _not_people(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("not_people")))

    @cached_property
    def _no_given_name(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("no_given_names")))

    @cached_property
    def _no_given_sign(self) -> re.Pattern[str]:
        return re.compile(any_of(self.lexicon.words("no_given_signs")))

    @cached_property
    def _act(self) -> re.Pattern[str]:
        acts, behind = self.lexicon.words("acts_of_people"), self.lexicon.words("particles_of_acts")
        return re.compile(f"(?:正|又|也|还|就)?{any_of(acts)}{any_of(behind)}")

    @cached_property
    def _everyday(self) -> Mapping[str, int]:
        return common_words()

    @cached_property
    def _common(self) -> re.Pattern[str]:
        return re.compile(any_of(word for word in self.lexicon.words("generic_words") if len(word) > 1))

    def find(self, text: str) -> tuple[Person, ...]:
        """People in order; a name that an office introduces.

        Names without a Chinese surname (特木尔) are taken only where a verb of speech follows at once.
        """
        found = []
        office = self._office.search(text)
        while office:
            begin = office.end() + text.startswith("”", office.end())  # “帮办队长”亓玉梅
            name = "" if self._ends_a_word(text, office) else self._name_at(text, begin, sure=_is_sure(office[0], self._weak_offices))
            if name:
                found.append(Person(begin, begin + len(name), name, office.start(), office.end()))
            office = self._office.search(text, office.end() if name else office.start() + 1)  # 光|电工|程师 is no electrician
        return tuple(sorted((*found, *self._told(text)), key=lambda person: person.start))

    def _ends_a_word(self, text: str, office: re.Match[str]) -> bool:
        """Whether the office's first sign ends a word of the language, and its second a place (地处|长沙, 地区|长春)."""
        over = text[max(0, office.start() - 1) : office.start() + 1]
        short = len(office[0]) == _WORD_SIZES[0] and office[0].endswith("长")
        return short and over != office[0][0] * 2 and self._everyday.get(over, 0) > _COMMON  # 产业处|处长

    def _told(self, text: str) -> Iterator[Person]:
        """刘改霞是某某有限公司的质检班长: the name first, and behind it what the person is."""
        for match in _IS_ONE.finditer(text):
            office, surname = self._office.match(text, match.end()), self._surname.match(match["name"])
            closed = office is not None and _NAME_END.match(text, office.end()) is not None
            if (
                office
                and closed
                and surname
                and not self._is_no_name(text, *match.span("name"))
                and not self._not_people.match(match["name"])
            ):
                yield Person(*match.span("name"), match["name"], office.start(), office.end())

    def _name_at(self, text: str, offset: int, *, sure: bool) -> str:
        surname, word = self._surname.match(text, offset), self._after.match(text, offset)
        if self._not_people.match(text, offset) or (word and not (surname and surname[0] == word[0])):
            return ""
        if not surname or "·" in text[offset : offset + _LONGEST_FIRST]:
            return self._foreign_name(text, offset)
        if word:
            return self._name_like_a_word(text, offset, surname.end(), sure=sure)
        ends = [offset + len(surname[0]) + more for more in (1, 2)]
        names = [end for end in ends if _ALL_HAN.fullmatch(text, offset, end) and len(text) >= end]
        spoken = [end for end in names if self._speech.match(text, end)]
        if spoken:
            return text[offset : spoken[0]]
        closed = [end for end in names if _NAME_END.match(text, end) or self._after.match(text, end)] if sure else []
        closed = [end for end in closed if not self._is_no_name(text, offset, end)]
        return text[offset : self._best(text, closed)] if closed else self._name_at_work(text, offset, names, sure=sure)

    def _is_no_name(self, text: str, start: int, end: int) -> bool:
        """Whether a particle stands in it (解了围) or a word of the language makes it up (主任路过，)."""
        word = self._everyday.get(text[start:end], 0) > _RARE
        return word or self._no_given_sign.search(text, start + 1, end) is not None

    def _name_at_work(self, text: str, offset: int, ends: list[int], *, sure: bool) -> str:
        """A name that no mark and no word of the lists closes (关铁军|擦了擦手, 鲁小芹|今年48岁), unless words of the language begin there.

        Behind a weak office only two signs of a given name that somebody's doing follows are one (包保干部赵建国|抹了把汗).
        """
        if any(self._everyday.get(text[offset : offset + size], 0) > _RARE for size in _WORD_SIZES):
            return ""  # 主任|连夜赶来
        surname = self._surname.match(text, offset)
        given = surname.end() if surname else offset
        for end in reversed(ends):
            inside = any(self._everyday.get(text[at : at + 2], 0) > _COMMON for at in range(given, end - 1))
            if inside or text[end : end + 1] in _OF_PLACES or self._is_no_name(text, offset, end) or self._no_given_name.match(text, given):
                continue
            if any(text[end - 1 : end - 1 + size] in self._everyday for size in _WORD_SIZES) or self._act.match(text, end - 1):
                continue
            after = self._after.match(text, end)
            told = self._act.match(text, end) or (after and len(after[0]) > 1) or self._is_doing(text, end)
            word = told or any(text[end : end + size] in self._everyday for size in _WORD_SIZES)
            if (sure and (word or end == ends[-1])) or (told and end == ends[-1]):
                return text[offset:end]
        return ""

    def _is_doing(self, text: str, at: int) -> bool:
        """Whether a verb of two signs stands there (老板敖丽君|算账), also behind 正 (技术员葛小贝|正调试)."""
        start = at + text.startswith("正", at)
        return text[start : start + 2] in common_verbs()

    def _name_like_a_word(self, text: str, offset: int, given: int, *, sure: bool) -> str:
        """向小满, 曾雨秋: the surname is a function word, too, so two characters must follow that are no word, and what closes a name."""
        if self._speech.match(text, given):
            return ""  # 曾表示
        if sure and self._speech.match(text, given + 1) and self._is_given(text, given):
            return text[offset : given + 1]  # 曾理说
        end = given + 2
        after = self._after.match(text, end)
        closed = (sure and (_NAME_END.match(text, end) or (after and len(after[0]) > 1))) or self._speech.match(text, end)
        name = text[offset:end]
        fits = (
            closed and _ALL_HAN.fullmatch(name) and not self._no_given_name.match(text, given) and not self._common.search(text, given, end)
        )
        return name if fits else ""

    def _is_given(self, text: str, at: int) -> bool:
        """Whether one character can be a given name: no verb of speech or function word begins there (曾表示, 向他说)."""
        words = (self._speech, self._after, self._no_given_name)
        return bool(_ALL_HAN.fullmatch(text, at, at + 1)) and not any(one.match(text, at) for one in words)

    def _foreign_name(self, text: str, offset: int) -> str:
        """特木尔, 阿卜杜拉·买买提: no surname to go by, so a verb of speech must follow at once."""
        dot = text.find("·", offset, offset + _LONGEST_FIRST)
        if dot > offset + 1 and _ALL_HAN.fullmatch(text, offset, dot):
            ends = range(dot + 3, min(dot + 7, len(text)) + 1)
            closers = (_NAME_END, self._after, self._act)
            end = next((end for end in ends if any(one.match(text, end) for one in closers) or text[end : end + 2] in self._everyday), 0)
            if end and _ALL_HAN.fullmatch(text, offset, end):
                return text[offset:end]
        end = next((end for end in range(offset + 2, min(offset + 12, len(text))) if self._speech.match(text, end)), 0)
        name = text[offset:end]
        known = self._everyday.get(name, 0) > _RARE  # 干部|群众表示
        return name if not known and _ALL_HAN.fullmatch(name) and len(name) <= (_LONGEST_FOREIGN if "·" in name else 4) else ""

    def _best(self, text: str, ends: list[int]) -> int:
        """Of two possible ends the one before a mark, or before the longer word: 吴家喜|在, not 吴家|喜在."""

        def strength(end: int) -> tuple[int, int]:
            after = self._after.match(text, end)
            return (2 if _NAME_END.match(text, end) else len(after[0]) if after else 0), end

        return max(ends, key=strength)


def _is_sure(office: str, weak: tuple[str, ...]) -> bool:
    """Whether a name mostly follows: 首席专家 ends as 专家 does, and is a title all the same."""
    return not office.endswith(weak) or (office.startswith(("首席", "高级", "资深")) and office not in weak)
