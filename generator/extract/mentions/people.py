"""People by their offices: whose office it is stands before the name (公司总经理裴庆文说), rarely after it."""

import re
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.lexicon import HAN, NameLexicon
from generator.extract.mentions.word_table import any_of

_ALL_HAN = re.compile(f"[{HAN}·]+")
_LONGEST_FOREIGN = 10
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
    def _common(self) -> re.Pattern[str]:
        return re.compile(any_of(word for word in self.lexicon.words("generic_words") if len(word) > 1))

    def find(self, text: str) -> tuple[Person, ...]:
        """People in order; a name that an office introduces.

        Names without a Chinese surname (特木尔) are taken only where a verb of speech follows at once.
        """
        found = []
        for office in self._office.finditer(text):
            name = self._name_at(text, office.end(), sure=not office[0].endswith(self._weak_offices))
            if name:
                found.append(Person(office.end(), office.end() + len(name), name, office.start(), office.end()))
        return tuple(found)

    def _name_at(self, text: str, offset: int, *, sure: bool) -> str:
        surname, word = self._surname.match(text, offset), self._after.match(text, offset)
        if self._not_people.match(text, offset) or (word and not (surname and surname[0] == word[0])):
            return ""
        if not surname:
            return self._foreign_name(text, offset)
        if word:
            return self._name_like_a_word(text, offset, surname.end(), sure=sure)
        ends = [offset + len(surname[0]) + more for more in (1, 2)]
        names = [end for end in ends if _ALL_HAN.fullmatch(text, offset, end) and len(text) >= end]
        spoken = [end for end in names if self._speech.match(text, end)]
        if spoken or not sure:
            return text[offset : spoken[0]] if spoken else ""
        closed = [end for end in names if _NAME_END.match(text, end) or self._after.match(text, end)]
        return text[offset : self._best(text, closed)] if closed else ""

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
        end = next((end for end in range(offset + 2, min(offset + 12, len(text))) if self._speech.match(text, end)), 0)
        name = text[offset:end]
        return name if _ALL_HAN.fullmatch(name) and len(name) <= (_LONGEST_FOREIGN if "·" in name else 4) else ""

    def _best(self, text: str, ends: list[int]) -> int:
        """Of two possible ends the one before a mark, or before the longer word: 吴家喜|在, not 吴家|喜在."""

        def strength(end: int) -> tuple[int, int]:
            after = self._after.match(text, end)
            return (2 if _NAME_END.match(text, end) else len(after[0]) if after else 0), end

        return max(ends, key=strength)
