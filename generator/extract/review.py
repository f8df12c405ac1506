"""How sure the rules are: each doubt has a name, a weight from the registry and a reason that an editor can read."""

import re
from dataclasses import dataclass

from generator.extract.labels import LabelChoice
from generator.extract.period_choice import PeriodChoice
from generator.extract.subjects import Subject
from generator.extract.tokens import Quantity
from generator.model.claim import Kind, Level
from generator.model.entities import Metric
from generator.registry.common_words import common_verbs, common_words
from generator.registry.registry import Registry

_SURE_RULES = frozenset({"turn", "share", "share-whole-first", "growth-of-last", "attribute-of-owner", "scale", "grant"})
_DANGLING = re.compile(
    r"^(?:[这那该其此]|指标(?!数)|占(?!地)|[的和及、]|与(?!.+距离$)|于|被|把|将|使|让)|(?:[的和及与、占把被让使第或]|第占比|(?<![占之])[比较]|企业[在将]|(?<=..)(?<!售)后|时候|期间)$"
)


_SPOKEN = re.compile(
    r"^(?:[别够靠]|因(?![特子果])|在[这距]|帮(?![办扶])|[靠围顺]着?的?(?=[是着])|[围顺]着|光是|只[一-龥]出)|[你她]|[我咱]们|(?<!其)[他我它](?!们)|这(?![些里])"
    r"|(?!^)(?<!第)一[台枚辆架根张块炉]|(?<=[一-龥])着(?![力陆装色重])"
    r"|(?<=[一-龥])(?<![主重需必首摘提将])要(?![素客闻点求约件])|(?:进去|得[住起]|不[下了住]|打转|在一起)$"
)
_PREDICATE_END = re.compile(r"(?:[来上下出完回过把成得每涨缺看卖折添蹲滚差要留里在走]|每投)(?:（[前后]）)?$")
_MEASURE = re.compile(r"(?:总额|金额|规模|时间|效率|总量|数量|产值|面积|成本|价格|收入|投资|比例|密度|强度)$")
_FIRMS = re.compile(r"(?P<field>[一-龥]{1,4})(?:企业|公司)(?:（[前后]）)?")
_COUNTED_KIND = re.compile(r"[一-龥]{2}(?:[员师](?:（[前后]）)?[人名位]|商(?:（[前后]）)?[家个]|线(?:（[前后]）)?条)")
_NO_FIELD = re.compile(
    r"[该各全本这那多老新小大两此其某众等起出入到成]$|相关|关联|配套|[上下]游|链上|试点|合作|成员|会员|重点|周边|同类|部分|家|规上"
)
_ANY = re.compile("项目|企业|公司|机构|产品|设备|活动|服务|事项|任务|问题|人员|人才|补贴|资金")
_RATIO = re.compile("[占比率度]|份额|数量")
_TIME = re.compile(r"(?:时间|时限|用时|时长|时效|周期|年龄|期限?|年[限数]|寿命|机时|工期|航程|路程|天数|缩短|提前)(?:（[前后]）)?$")
_RATE = re.compile(r"(?:率|占比|比[重例]|份额|度|亏损面)(?:（[前后]）)?$")
_CALLED = re.compile("“[^“”]{4,}”")  # “链上管家” is a name
_NAMED = re.compile(r"..(?:[量能费])(?:（[前后]）)?$")


@dataclass(frozen=True, slots=True)
class Doubts:
    """The named doubts with their weights and reasons; what weighs `limit` or more in all is held back.

    `whole` are short labels that say by themselves what is measured.
    """

    weights: tuple[tuple[str, int, str], ...]
    limit: int
    whole: frozenset[str]


def build_doubts(registry: Registry) -> Doubts:
    """Read `review.doubts` (lines `name weight reason`), `review.limit` and `review.whole`; ValueError for a line of another form."""
    rows = [line.split(" ", 2) for line in registry.words("review.doubts")]
    weights = tuple((name, int(weight), reason) for name, weight, reason in rows)
    return Doubts(weights, int(registry.words("review.limit")[0]), frozenset(registry.words("review.whole")))


def find_doubts(
    quantity: Quantity,
    subject: Subject,
    label: LabelChoice | None,
    period: PeriodChoice,
    metric: Metric | None,
    whole: frozenset[str],
    *,
    again: bool = False,
) -> tuple[str, ...]:
    """The names of the doubts that a claim raises, in the order of this list; `whole` are short labels that say enough.

    `again` says that the text points back at what it has counted (这27家企业).
    """
    text = label.text if label else ""
    rule = label.rule if label else ""
    size = len(re.sub(r"\W|[前后]）$", "", text))
    unknown = metric is None and label is not None
    is_kind = text in whole or _is_kind(text, quantity.unit) or (rule == "named-before" and text + quantity.unit[-1:] == "企业家")
    little = unknown and not is_kind and rule not in _SURE_RULES and not _NAMED.search(text)
    found = {
        "no-label": label is None,
        "long-label": len(text) > 30,
        "bare-label": little and size <= 3,
        "short-label": little and size == 4,
        "short-park-label": little and size == 4 and subject.level is Level.PARK and not _is_told_enough(quantity, text, rule),
        "unknown-rank": unknown and rule == "rank",
        "told-again": again and quantity.kind is Kind.LEVEL,
        "owned-count": unknown and rule == "counted-owned",
        "bare-count": unknown and rule == "counted" and size <= 5 and not is_kind,
        "dangling-label": bool(_DANGLING.search(text)),
        "half-sentence": unknown and quantity.kind is not Kind.RANK and _is_half_sentence(text),
        "last-resort-label": rule in {"any-before", "any-after", "last", "change", "unnamed"},
        "pointing-label": rule in {"counted-deed", "told-before", "generic", "share-deed"},
        "loose-label": rule == "share-deed",
        "blank-share": _is_blank_share(quantity, text, rule),
        "unknown-rate": unknown and rule == "rate",
        "measureless": _is_measureless(text, rule),
        "spoken": subject.rule == "speaker",
        "carried-period": not period.sure,
        "doubtful-year": not period.dated,
        "unsure-subject": not subject.sure,
        "group-subject": subject.level is not Level.OUTSIDE and subject.park is None,
        "no-unit": not quantity.unit and rule not in {"turn", "rate"} and quantity.value.second is None,
        "leaning-label": rule in {"left-out", "told-before", "growth-of-last", "share-of-last", "share-of-owner", "rank-of-last"},
    }
    return tuple(name for name, is_so in found.items() if is_so)


def _is_told_enough(quantity: Quantity, text: str, rule: str) -> bool:
    """Whether four characters say what is measured of a park; of a share they do not say what it is part of."""
    called = _CALLED.fullmatch(text) is not None
    return quantity.kind is not Kind.SHARE and (called or _is_plain(text) or _is_deed_on(text, quantity.unit, rule))


def _is_blank_share(quantity: Quantity, text: str, rule: str) -> bool:
    """Whether a share does not say of what: 占全省比重, or a label taken from before that is no ratio."""
    if re.match("占(?!地)", text) or "占比重" in text:
        return True
    return quantity.kind is Kind.SHARE and rule in {"told-before", "left-out", "topical"} and not _RATIO.search(text)


def _is_measureless(text: str, rule: str) -> bool:
    """Whether a length of time or a rate has a label with no word for either: 落户同一条街的兄弟项目早, 真正转化的.

    >>> _is_measureless("从签约到开工用时", "duration"), _is_measureless("正当壮年", "duration"), _is_measureless("提出的问题", "rate")
    (False, True, True)
    """
    measure = {"duration": _TIME, "rate": _RATE}.get(rule.partition("+")[0])
    return measure is not None and measure.search(text) is None


def _is_kind(text: str, unit: str) -> bool:
    """铜企业, 审评员, 中试线: a kind of firm by its field, of people or works by its last letter, in its own unit.

    What firms do (租用企业) or whose they are (配套企业) leaves open which they are.

    >>> _is_kind("铜企业", "家"), _is_kind("中试线", "条"), _is_kind("租用企业", "家"), _is_kind("企业", "家")
    (True, True, False, False)
    """
    if _COUNTED_KIND.fullmatch(text + unit[-1:]):
        return True
    found = _FIRMS.fullmatch(text)
    return found is not None and not _NO_FIELD.search(found["field"]) and found["field"] not in common_verbs()


def _is_half_sentence(text: str) -> bool:
    """企业一共缺, 别看它直径: somebody's words, or a verb of one letter at the end that closes no word (出厂 closes one).

    >>> _is_half_sentence("企业一共缺"), _is_half_sentence("别看它直径"), _is_half_sentence("企业人才缺口"), _is_half_sentence("纺织品进出")
    (True, True, False, False)
    """
    core = re.sub(r"“[^”]*”|（[前后]）$", "", text)
    if _SPOKEN.search(core):
        return True
    return _PREDICATE_END.search(core) is not None and not any(core[-size:] in common_words() for size in (2, 3, 4))


def _is_plain(text: str) -> bool:
    """参赛队伍, 审批效率: two words that make one name; a verb and its object (遴选项目) leave open whose they are."""
    letters = re.sub(r"（[前后]）$|\W", "", text)
    first, second = letters[:2], letters[2:]
    if first not in common_words() or second not in common_words() or second in common_verbs() or second.startswith("以"):
        return False
    return first not in common_verbs() or _MEASURE.search(second) is not None


def _is_deed_on(text: str, unit: str, rule: str) -> bool:
    """更新窑炉68条, 腾出土地270亩: what was done to how many things of one name; of what sort 项目 or 补贴 are is left open.

    >>> _is_deed_on("发布新品", "款", "named-before"), _is_deed_on("遴选项目", "项", "named-before")
    (True, False)
    """
    first, second = text[:2], text[2:]
    known = first in common_words() and second in common_words() and second not in common_verbs()
    return known and first in common_verbs() and rule == "named-before" and not unit.endswith(("元", "吨")) and not _ANY.fullmatch(second)


def review_reason(doubts: tuple[str, ...], weights: Doubts) -> str | None:
    """Why a person should look before publication; None where the doubts weigh too little."""
    hits = [(weight, reason) for name, weight, reason in weights.weights if name in doubts]
    if sum(weight for weight, _ in hits) < weights.limit:
        return None
    return "；".join(reason for weight, reason in hits if weight > 0)
