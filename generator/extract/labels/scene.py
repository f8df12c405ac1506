"""One number in its sentence, as every label rule sees it, and the label that a rule proposes."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from generator.extract.labels.lexicon import LabelWords
from generator.extract.labels.phrases import After, Phrase, deed_of_both, phrase_before, tidy, words_after
from generator.extract.passage import BLANKS, NUMBER, Passage, is_streak
from generator.extract.tokens import Quantity
from generator.model.claim import Kind

_OUTER = re.compile(r"^.*(?:公布|发布|开展|组织|举行|举办|出炉)的|^(?:最新的?|\d{4}年度?)+|结果$")
_PEERS = re.compile(r"(?:经开区|高新区|开发区|园区|示范区|自贸区|产业园|功能区|新区)$")
_MEMBER = re.compile(r"[、；;（(]|[和及与](?!其|平)|以及|并(?!网|购)")
_AND = "和及与"
_ONE = re.compile("[一这那](?:[条座个栋幢家块片台套间处支张款项枚艘架辆列]|[类种])")
_ONE_OF = re.compile("一[张份笔单宗批艘架辆列座栋](?=$)")
_ONE_THAT = re.compile(
    "[一这那](?:[条座个栋幢家块片台套间处支张款项枚艘架辆列根只颗粒件])(?=(?:总投资|投资|直径|半径|总长|长度?|高度?|宽度?|厚度?|重量?|面积|容积|容量|功率|载重|造价|售价|报价|单价|价值|占地|规模)$)"
)
_ITEM = re.compile("^[一二三四五六七八九十]{1,2}、(?=[一-龥]{2})")  # 二、企业年度研发费用: the number of a clause is no word of it
_SCOPE = re.compile(r"(?:在|从)([^，,。；;在]{2,36}?)(?:中|上|里|看|方面|领域)[，,]?(?=.{0,40}$)")


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """A label, the rule that made it, and where its words stand; `noun` is its head without a verb, for labels that lean on it."""

    text: str
    rule: str
    start: int
    end: int
    noun: str
    kind: Kind
    owner: str = ""


@dataclass(frozen=True)
class Scene:
    """Quantity `index` of a passage.

    `earlier` are the labels of the quantities before it (None where none is), `owners` whose all are, `homes` where that is a park.
    """

    passage: Passage
    index: int
    words: LabelWords
    earlier: tuple[LabelChoice | None, ...]
    owners: tuple[str, ...]
    homes: tuple[bool, ...]

    @cached_property
    def quantity(self) -> Quantity:
        """The number itself."""
        return self.passage.quantities[self.index]

    @property
    def at_home(self) -> bool:
        """Whether the number is a park's own."""
        return self.homes[self.index]

    @cached_property
    def clause_start(self) -> int:
        """Where the number's clause begins, or the parenthesis in which it stands."""
        start = self.passage.clause_of(self.index).start
        bracket = max(self.passage.text.rfind("（", start, self.quantity.start), self.passage.text.rfind("(", start, self.quantity.start))
        closed = max(self.passage.text.rfind("）", start, self.quantity.start), self.passage.text.rfind(")", start, self.quantity.start))
        return bracket + 1 if bracket > closed else start

    @cached_property
    def start(self) -> int:
        """Where this number's own words begin: after the member of the list before it, else with the clause."""
        previous = self.passage.quantities[self.index - 1] if self.index else None
        if previous is None or previous.tail <= self.clause_start or previous.start >= self.words_end:
            return self.clause_start
        between = self.passage.blanked[previous.tail : self.quantity.head]
        for match in reversed(list(_MEMBER.finditer(between))):
            at = previous.tail + match.end()
            if match[0] not in _AND or not deed_of_both(self.passage.blanked, at, self.quantity.head, self.words):
                return at
        return self.clause_start

    @cached_property
    def end(self) -> int:
        """Where this number's clause ends."""
        return self.passage.clause_of(self.index).end

    @cached_property
    def streak(self) -> bool:
        """Whether the number is the length of a streak."""
        return is_streak(self.passage.text, self.quantity)

    @cached_property
    def before(self) -> Phrase | None:
        """The phrase before the number; 一座 of 一座8层高的孵化楼, or of 一座总投资…的工厂, says nothing of what is measured."""
        phrase = phrase_before(self.passage.blanked, self.start, self.words_end, self.words)
        if phrase is None or _ONE.fullmatch(tidy(phrase.text)):
            return None
        if _ONE_OF.search(tidy(phrase.text)) and self.passage.text.startswith("的", self.quantity.tail):
            return None  # 拿下一份|1.2亿元的合同
        counter = _ONE_THAT.match(phrase.noun) if not phrase.verb else None
        return replace(phrase, noun=phrase.noun[counter.end() :], start=phrase.start + counter.end()) if counter else phrase

    @cached_property
    def words_end(self) -> int:
        """Where the words before the number end: at its degree words, or at the parenthesis between (存量数（27家）33%)."""
        head, text = self.quantity.head, self.passage.text
        if text[head - 1 : head] in {")", "）"}:
            opened = max(text.rfind("（", self.clause_start, head), text.rfind("(", self.clause_start, head))
            return opened if opened > self.clause_start else head
        return head

    @cached_property
    def inner(self) -> str:
        """Words that stand among the number's degree words and belong to the metric (最高授信1000万元: 授信)."""
        between = self.passage.text[self.quantity.head : self.quantity.start]
        return re.sub(
            r"(?:[迈跨站跃踏登]上|[迈跨闯]过|跨越|连跨|冲破|连破|最高|最多|至少|最低|不低于|不超过|不高于|不少于|不多于|不大于|不小于|低于|高于|少于|多于|控制在|不足|不到|达到|达|超过|超|约|近|逾|突破|仅|只|可|额度|首次|将|为|有|占|了|的|上|破|过|每年|限|第|是|共)",
            "",
            between,
        )

    @cached_property
    def after(self) -> After | None:
        """The words after the number."""
        return words_after(self.passage.blanked, self.quantity.tail, self.words)

    @cached_property
    def base(self) -> LabelChoice | None:
        """The nearest label before in the sentence on which this one can lean: of the amount, not of its rank."""
        for at in self.passage.before_in_sentence(self.index):
            choice = self.earlier[at]
            if (
                choice is not None
                and choice.kind is not Kind.RANK
                and choice.rule not in {"duration", "streak", "scale", "change", "difference", "reference"}
                and not _PEERS.search(choice.noun)
            ):
                return choice
        return None

    @cached_property
    def listed(self) -> tuple[LabelChoice, ...]:
        """The labels of as many numbers before as this number's list has members, if the list says 分别; else nothing."""
        group = self.quantity.group
        if group < 0:
            return ()
        members = [at for at, q in enumerate(self.passage.quantities) if q.group == group]
        first = self.passage.quantities[members[0]]
        if not re.search(r"分别|依次|各", self.passage.text[self.passage.clause_of(members[0]).start : first.start]):
            return ()
        before = [choice for at in reversed(self.passage.before_in_sentence(members[0])) if (choice := self.earlier[at]) is not None]
        return tuple(before[-len(members) :]) if len(before) >= len(members) else ()

    @cached_property
    def listed_before(self) -> tuple[LabelChoice, ...]:
        """The labels of the amounts before in the sentence, in order: what 前者 and 后者 point to."""
        found = (self.earlier[at] for at in reversed(self.passage.before_in_sentence(self.index)))
        return tuple(choice for choice in found if choice is not None and choice.kind is Kind.LEVEL and not _PEERS.search(choice.noun))

    @cached_property
    def ranked_among(self) -> str:
        """Among whom the last place in the sentence was told (在江西省同类园区中)."""
        return self.scope

    @cached_property
    def scope(self) -> str:
        """What 在…中 before the number in its sentence names (国家高新区综合评价), or nothing."""
        start = self.passage.sentence_of(self.index).start
        found = _SCOPE.search(self.passage.text, start, self.quantity.head)
        return tidy(_OUTER.sub("", found[1])) if found else ""

    def plain(self, start: int, end: int) -> str:
        """The text of a stretch without its blanks."""
        return re.sub(f"[{BLANKS}]", "", self.passage.blanked[start:end])

    def choose(self, text: str, rule: str, start: int, end: int, noun: str = "") -> LabelChoice:
        """A label with its stretch grown to hold the number."""
        quantity, text = self.quantity, _ITEM.sub("", text)
        return LabelChoice(
            text, rule, min(start, quantity.start), max(end, quantity.end), noun or text, quantity.kind, self.owners[self.index]
        )


def merge(left: str, right: str) -> str:
    """Two label parts as one: what both have at the seam stands once.

    >>> merge("技术合同认定登记", "登记金额"), merge("新签约项目", "总投资")
    ('技术合同认定登记金额', '新签约项目总投资')
    """
    for size in range(min(len(left), len(right)), 0, -1):
        if left.endswith(right[:size]):
            return left + right[size:]
    return left + right


__all__ = ["NUMBER", "LabelChoice", "Scene", "merge"]
