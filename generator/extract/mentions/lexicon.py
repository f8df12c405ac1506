"""The word lists of mentions.yaml as tables and expressions, compiled once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.word_table import WordTable, word_table
from generator.registry.common_words import common_verbs, common_words
from generator.registry.registry import Registry

HAN = "一-龥"
HARD_STOPS = frozenset("，。；：、！？…‘’《》【】〔〕,;:!?<>│|\n\t—▲●■◆★+＋\"'")
_WORD_SIZES = (2, 3, 4)
_TAIL = 2
_WITH_QUALIFIERS = (
    *("mentions.institution_endings", "mentions.topical_words", "mentions.generic_words", "mentions.generic_projects"),
    *("mentions.weak_verbs", "mentions.brand_endings", "industries.terms", "industries.nouns", "names.facilities", "names.measure_terms"),
)
PROJECT_VERBS = ("建设", "研发", "开发", "生产", "制造", "改造", "扩建", "合作", "创新", "升级", "服务", "展示", "孵化", "集聚")


@dataclass(frozen=True)
class NameLexicon:
    """Every list under its own name; tables are built when first asked for."""

    registry: Registry

    def words(self, name: str) -> tuple[str, ...]:
        """The list `mentions.<name>`."""
        return self.registry.words(f"mentions.{name}")

    def table(self, *names: str) -> WordTable:
        """A table of all words of the lists."""
        return word_table(word for name in names for word in self.words(name))

    @cached_property
    def boundary_kinds(self) -> dict[str, str]:
        """What each word of `boundaries` does to a name that it stands in: cut, weak-verb, weak-noun, joint or keep."""
        kinds: dict[str, str] = {}
        for kind, lists in (
            ("keep", ("kept_words", "kept_conjunctions")),
            ("joint", ("conjunctions",)),
            ("weak-noun", ("weak_nouns",)),
            ("weak-verb", ("weak_verbs",)),
            ("cut", ("cut_words",)),
        ):
            for name in lists:
                kinds.update((word, kind) for word in self.words(name))
        return kinds

    @cached_property
    def boundaries(self) -> WordTable:
        """Words at which a name can begin, and words that only look like them."""
        return word_table(self.boundary_kinds)

    @cached_property
    def company_forms(self) -> frozenset[str]:
        """Legal forms of companies."""
        return frozenset(self.words("company_forms"))

    @cached_property
    def company_endings(self) -> frozenset[str]:
        """Looser endings of companies' names."""
        return frozenset(self.words("company_endings"))

    @cached_property
    def ends_of_companies(self) -> tuple[str, ...]:
        """With any of these a company's full name ends."""
        return (*self.words("company_forms"), *self.words("company_endings"))

    @cached_property
    def endings(self) -> WordTable:
        """Endings of the names of companies and institutions."""
        return self.table("company_forms", "company_endings", "institution_endings")

    @cached_property
    def bare_parks(self) -> frozenset[str]:
        """Words that stand for a park without a name (高新区|与某大学)."""
        return frozenset(self.words("stand_ins_free"))

    @cached_property
    def weak_nouns(self) -> tuple[str, ...]:
        """Nouns that stand before a name in apposition."""
        return self.words("weak_nouns")

    @cached_property
    def bare_verbs(self) -> frozenset[str]:
        """Verbs that stand before a common noun (扩建试验场): alone they make no name."""
        return frozenset((*self.words("weak_verbs"), "打造"))

    @cached_property
    def governing_verbs(self) -> frozenset[str]:
        """Verbs of two characters that qualify nothing (参加, 拜会; not 虚拟, 退役): they begin no name, but govern one."""
        words = {word for name in _WITH_QUALIFIERS for word in self.registry.words(name)}
        qualifying = {word[at : at + _TAIL] for word in words for at in range(len(word) - 1)}
        return common_verbs() - qualifying

    @cached_property
    def ends_of_names(self) -> tuple[str, ...]:
        """With any of these some organisation's name may end."""
        return (*self.weak_nouns, *self.words("institution_endings"), *self.words("company_endings"), *self.words("company_forms"))

    @cached_property
    def weak_endings_of_projects(self) -> tuple[str, ...]:
        """Before 项目 these are verbs with an object (推动项目)."""
        return (*self.words("cut_words"), *(word for word in self.words("weak_verbs") if word not in PROJECT_VERBS))

    @cached_property
    def project_endings(self) -> WordTable:
        """Endings of the names of projects."""
        return self.table("project_endings")

    @cached_property
    def common_companies(self) -> frozenset[str]:
        """Words before 公司 that make no name."""
        return frozenset(self.words("common_companies"))

    @cached_property
    def common_institutions(self) -> frozenset[str]:
        """Common nouns that end like an institution."""
        return frozenset(self.words("common_institutions"))

    @cached_property
    def long_generic(self) -> WordTable:
        """Generic words of two characters or more: 三瑞 is no number."""
        return word_table(word for word in self.words("generic_words") if len(word) > 1)

    @cached_property
    def terms(self) -> WordTable:
        """Generic words and the terms of industries: neither is anybody's name."""
        words = (*self.words("generic_words"), *self.registry.words("industries.terms"))
        return word_table(word for word in words if len(word) > 1)

    @cached_property
    def generic_in_projects(self) -> WordTable:
        """The same before 项目 and 工程."""
        return word_table(word for name in ("generic_words", "generic_projects") for word in self.words(name) if len(word) > 1)

    @cached_property
    def plain(self) -> WordTable:
        """Generic words and those that say what an institution is for."""
        return word_table(word for name in ("generic_words", "topical_words") for word in self.words(name) if len(word) > 1)

    @cached_property
    def common_endings(self) -> frozenset[str]:
        """Endings that need a proper name before them."""
        return frozenset(self.words("common_endings"))

    @cached_property
    def plain_endings(self) -> frozenset[str]:
        """Endings of which an everyday word makes no name."""
        return frozenset(self.words("plain_endings"))

    @cached_property
    def bare_endings(self) -> frozenset[str]:
        """Endings that are names by themselves."""
        return frozenset(self.words("bare_endings"))

    def is_plain(self, stem: str) -> bool:
        """Whether everyday words alone make up a stem (租赁项目, 缓缓驶离): it is nobody's name."""
        reached = [True, *(False for _ in stem)]
        for start in range(len(stem)):
            for size in _WORD_SIZES if reached[start] else ():
                if start + size <= len(stem) and self._is_everyday(stem[start : start + size]):
                    reached[start + size] = True
        return reached[-1]

    def opens_unknown(self, name: str) -> bool:
        """Whether no everyday word stands at the beginning of a name, or one that is followed by a sign that begins none (中原|精轴)."""
        first = [size for size in _WORD_SIZES if self._is_everyday(name[:size])]
        return not first or not any(self.is_plain(name[size:]) or len(name) - size < _TAIL for size in first)

    def _is_everyday(self, word: str) -> bool:
        return word in self._everyday or word in self._of_the_press

    @cached_property
    def _everyday(self) -> Mapping[str, int]:
        return common_words()

    @cached_property
    def _of_the_press(self) -> frozenset[str]:
        """Words that no general dictionary has and every page about a park (规上, 堵点)."""
        return frozenset(self.words("press_words"))

    def proper_part(self, stem: str, table: WordTable | None = None) -> str:
        """What is left of a name's stem without generic words.

        >>> from generator.registry.registry import WordList
        >>> lexicon = NameLexicon(Registry((), (), (), (), (), (WordList("mentions.generic_words", ("研发", "公共")),)))
        >>> lexicon.proper_part("西江"), lexicon.proper_part("公共研发")
        ('西江', '')
        """
        left, position = [], 0
        for start, end, _ in (table or self.long_generic).scan(stem):
            left.append(stem[position:start])
            position = end
        return "".join([*left, stem[position:]])
