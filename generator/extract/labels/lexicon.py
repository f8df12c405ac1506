"""The words of content/registry/words/labels.yaml as compiled expressions: built once, handed to every label rule."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from generator.extract.labels.forms import FormWords, build_form_words
from generator.extract.labels.policy_words import PolicyWords, build_policy_words
from generator.extract.mentions.word_table import any_of
from generator.extract.passage import ASIDE, BLANKS, NUMBER, SUBJECT, TIME
from generator.model.claim import Kind
from generator.registry.common_words import common_verbs, common_words
from generator.registry.registry import Registry

_NOUN_AFTER = "(?![率额量度值力性费款业者员品牌券点面线区期商型类化链园]|数(?![据字控码智学]))"
_HAS = "(?<![国所拥持共现自享占私含特原独公只仅另没富稀具])有(?![效机色限关害轨源线氧偿人望为序意趣利])"
_COMPLEMENTS = "到入成往向至出回走给为于自进起"  # 送入, 交给, 变成: a verb with one of these is no part of a name
_RESULT = "(?:[了起着]|出(?![口资让租台货售行境海国]))?"


@dataclass(frozen=True, slots=True)
class LabelWords:
    """Compiled expressions over blanked text. `head` and `tail` strip a phrase; `verb` finds verbs that are never nouns."""

    head: re.Pattern[str]
    tail: re.Pattern[str]
    verb: re.Pattern[str]
    leading_verb: re.Pattern[str]
    adverb_before_verb: re.Pattern[str]
    light: frozenset[str]
    always_dropped: frozenset[str]
    moves: frozenset[str]
    long_adverb: re.Pattern[str]
    content: frozenset[str]
    noun_end: re.Pattern[str]
    growth_end: re.Pattern[str]
    fall_end: re.Pattern[str]
    rank_verb: re.Pattern[str]
    grants: frozenset[str]
    dependents: frozenset[str]
    yields: frozenset[str]
    countable: frozenset[str]
    heads: tuple[str, ...]
    by_length: tuple[str, ...]
    empty: re.Pattern[str]
    generic: frozenset[str]
    topic_takers: frozenset[str]
    opener: re.Pattern[str]
    shifter: re.Pattern[str]
    spoken: re.Pattern[str]
    rank_opener: re.Pattern[str]
    closer: re.Pattern[str]
    common: Mapping[str, int]
    is_metric: Callable[[str, str, Kind], bool]
    nameless: re.Pattern[str]
    gave: re.Pattern[str]
    forms: FormWords
    policies: PolicyWords


def build_label_words(registry: Registry, is_metric: Callable[[str, str, Kind], bool]) -> LabelWords:
    """Compile `labels.*`; KeyError names a list that is missing.

    `is_metric` says whether the registry knows what a label, a unit and a kind measure.
    """
    lists = {name: registry.words(f"labels.{name}") for name in _LISTS}
    light, content, weak = lists["light_verbs"], lists["content_verbs"], set(lists["weak_verbs"])
    verbs = any_of((*light, *content)) + _RESULT
    strong = any_of(tuple(word for word in (*light, *content) if word not in weak and len(word) > 1)) + _NOUN_AFTER + _RESULT
    adverb, short, link = any_of(lists["adverbs"]), any_of(lists["short_adverbs"]), any_of(lists["links"])
    particle = any_of(lists["particles"])
    inside = rf"(?:{adverb}|(?<!公)共|(?<![许认])可|平均可?|(?<![户人亩地件台次年月日平])均|[已还也又将仅却曾拟仍])"
    against = rf"(?:(?<![产智性功节动机热电光潜效技职])能|(?<![人户亩地平日月年件台次])均|{any_of(lists['against'])})"
    year = "(?<![一二三四五六七八九十几数])年"  # 每吨能耗年降8%, but 五年累计
    blank = f"[{TIME}{SUBJECT}{ASIDE}]"
    return LabelWords(
        head=re.compile(
            rf"(?:{blank}+|{adverb}|我(?!国|省|市|区|县)|将把?|把|(?!就[地近])(?:{short}|{particle})(?={verbs}|{adverb}|{link}|[{BLANKS}]|在|从|由|为|向|$)|[的了、，,：:；;…—\s]|[和及与并而且](?=[{BLANKS}])|等)+"
        ),
        tail=re.compile(
            rf"(?:{blank}|(?!(?<=[节合签契])约){link}|{adverb}|[将已也各仅只却还又则]|(?<!平)均|[的了、，,：:“(（\s]|[在从由以按到](?<![存所])|(?<=[一-龥]{{2}})[摸砍冲推拉抬压涨跌飙攀爬滑探跨蹿奔赶拔拱顶砸堆跳][到至]|(?<=[一-龥]{2})占|(?<=[率额量值度价])能够?(?:达到|[到达有])|[{TIME}])+$"
        ),
        verb=re.compile(strong),
        leading_verb=re.compile(rf"(?:{verbs}{_NOUN_AFTER})+"),
        adverb_before_verb=re.compile(rf"{inside}+(?={verbs}{_NOUN_AFTER})"),
        light=frozenset(light),
        always_dropped=frozenset(lists["always_dropped"]),
        moves=frozenset(word for word in common_verbs() if word[1] in _COMPLEMENTS) - frozenset(lists["noun_moves"]),
        long_adverb=re.compile(rf"(?:{any_of(tuple(word for word in lists['adverbs'] if len(word) > 1))}|[只仅还就共各]有)"),
        content=frozenset(content),
        noun_end=re.compile(any_of(lists["heads"])),
        growth_end=re.compile(
            rf"(?:{against}|{year}|{blank}|[比较与](?={blank})|的)*{any_of(lists['growth_verbs'])}(?:了|到|达|约|为|率)*$"
        ),
        fall_end=re.compile(
            rf"(?:{against}|{year}|{blank}|[比较与](?={blank})|的)*(?<!最){any_of(lists['fall_verbs'])}(?:了|到|达|约|为)*$"
        ),
        rank_verb=re.compile(any_of(lists["rank_verbs"])),
        grants=frozenset(lists["grant_verbs"]),
        dependents=frozenset(lists["dependents"]),
        yields=frozenset(lists["yields"]),
        countable=frozenset(lists["countable"]),
        heads=lists["heads"],
        by_length=tuple(sorted(lists["heads"], key=lambda head: (-len(head), head))),
        generic=frozenset(lists["generic_nouns"]),
        topic_takers=frozenset(lists["topic_takers"]),
        opener=re.compile(
            rf"(?!均[价值分]|就[地近业医诊]|可(?:再生|穿戴|降解|循环|回收|持续))(?:{any_of(lists['openers'])}(?![一二两三四五六七八九十期])|{_HAS}|[这那像如][一-龥]{{2,6}}这样的?(?=[“一-龥]))"
        ),
        shifter=re.compile(
            rf"[^“”]{{1,8}}?(?:{any_of(lists['shifters'])}|(?<![大天行即])使(?![用命馆者得])|(?<![转出谦])让(?![利渡]))(?=[^“”]{{2,}})|[^“”]{{0,8}}——|[^“”]{{2,8}}?{_HAS}(?=[^“”]{{2,}})"
        ),
        spoken=re.compile(rf"(?:(?!就[地近业医诊餐学读职]|都[市会城]|还差|已[一-龥]{{1,4}}的){any_of(lists['spoken'])})+"),
        rank_opener=re.compile(any_of(lists["rank_openers"]) + "(?![数率量])"),
        closer=re.compile(rf"(?:{any_of(lists['closers'])}|[已尚只][一-龥]{{0,2}}|[要就]{link}|{link}或)$"),
        common=common_words(),
        is_metric=is_metric,
        nameless=re.compile(rf"{any_of(lists['nameless'])}|最[一-龥]的(?:一[一-龥])?"),
        gave=re.compile(any_of(lists["gave"]) + "了?$"),
        forms=build_form_words(registry),
        policies=build_policy_words(registry),
        empty=re.compile(any_of(lists["empty_nouns"]) + rf"[上下的里，,。；;、）)”{BLANKS}]"),
    )


_LISTS = (
    "adverbs",
    "against",
    "always_dropped",
    "closers",
    "content_verbs",
    "countable",
    "dependents",
    "empty_nouns",
    "fall_verbs",
    "gave",
    "generic_nouns",
    "grant_verbs",
    "growth_verbs",
    "heads",
    "light_verbs",
    "links",
    "noun_moves",
    "nameless",
    "openers",
    "particles",
    "rank_openers",
    "rank_verbs",
    "shifters",
    "spoken",
    "short_adverbs",
    "topic_takers",
    "weak_verbs",
    "yields",
)

__all__ = ["NUMBER", "LabelWords", "any_of", "build_label_words"]
