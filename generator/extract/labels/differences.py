"""Labels of amounts that are a difference: 较上年末净增19家, 比一年前多了742台, 收购价比去年每公斤上涨2元, 比原计划提前近100天.

A step of its own, because such an amount measures what was told before, or what stands before 比, and never what a number by itself would.
"""

import re
from dataclasses import dataclass, replace

from generator.extract.labels.figures import thing_of
from generator.extract.labels.listed import list_of
from generator.extract.labels.parts import bare_unit, fallen, is_time
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.quantities.kinds import OF_NO_THING
from generator.extract.tokens import Quantity
from generator.model.claim import Kind
from generator.model.quantity import Form

_AGAINST = re.compile(
    r"(?:(?P<since>同比|环比)|(?P<than>(?:比|较|与|同)(?!例|重|赛)(?P<whom>[^，,。；;]{1,14}?)(?:相比)?))(?:又|再|还|均|可|能|已|将|约)*(?P<per>每[一-龥]{1,3})?$"
)
_PER = re.compile(r"(?P<per>每(?:千瓦时|立方米|平方米|公里|公斤|[一-龥]))$")
_ADVERBS = re.compile(
    r"^(?:[一二三四五六七八九十两\d]+年(?:来|间|多)?|也|还|又|再|已|则|却|一年|全年|累计|共|可|约|平均|并|且|分别|当年|年内|本年|仅|就|一进一出|一增一减|相抵后?)+$"
)
_TIME = re.compile(
    r"年|月|去年|上年|同期|以往|以前|过去|原来|传统|之前|此前|年初|上届|往常|上季度|原先|上一?[批期轮次]|[前初]$|[一二三四]五”?末?$"
)
_TOTAL = re.compile(r"(?:总数|数量|总量|累计)$|（[前后]）$")
_EARLY = re.compile(r"(?P<than>(?:比|较)[^，,。；;]{1,12}?)?(?P<verb>提前|提早|延后|推迟|延期)了?$")
_ACT = re.compile(r"(投产|开工|完工|竣工|交付|通车|开业|建成|封顶|完成|下线|量产|投运|试产|点火|并网|验收|入驻)[，,]$")
_BESIDE = re.compile("[、，和及与]|以及")
_RELIEF = re.compile("[减免退降节]")  # 减免租金1860万元，同比多减620万元
_ADDED = re.compile("新增了?$")
_PRICE = re.compile(r"价|成本|运?费(?!者|城)|工资|薪")
_SHORT = 6
_LONG_ENOUGH = 3
_TAKEN = re.compile(r"(?:平均)?(?:用时|时间|时限|工期|周期)$")
_SPED = re.compile(r"(?P<sign>快|慢|早|晚)[了出]?$")
_DID = re.compile(
    r"(?P<sign>多|少)(?P<deed>投入|投|用|花|交|缴纳?|产出?|赚|卖出?|收入?|发|招|完成|实现|创造|生产|销售|出口|进口|支出|消耗|获得|签|贷)了?$"
)
_DEEDS = {
    "投": "投资",
    "产": "产量",
    "产出": "产出",
    "卖": "销量",
    "卖出": "销量",
    "收": "收入",
    "签": "签约",
    "贷": "贷款",
    "缴": "缴税",
    "交": "缴费",
}
_LEADS_ON = re.compile(r"(?:[却则反也还又更就仅共约竟才]|反而|居然)+$")
_ITEM = re.compile(r"^(?:仅仅?|光是?|单是?)|(?:这|那)?一[项家地个](?:指标)?$")
_COUNTED = re.compile(r"(?:(?P<own>[件笔户家宗起批]数|金额|额度)|数量|总数|总量|总额|个数|规模)$")
_SUM = re.compile(r"(?:税金|资金|费用?|税收|收入|营收)$")
_SAID = re.compile(r"(?:分别|各|依次)(?=[^，,。；;]{1,4}$)")
_ABOVE = re.compile(
    r"(?:且|并|还|也)?(?P<verb>高出|高于|低于|少于|多于|超出|优于)(?P<whom>[^，,。；;\d]{2,14}?(?:水平|平均|均值|标准|全[国省市区县]))"
)
_EACH_OF = re.compile("每(?:千瓦时|立方米|平方米|公里|公斤|[一-龥])")
_LESS = re.compile("(?:减少|降幅|缩短|节省|净减|低于[^，]*)$")
_DOER = re.compile(r"^.*(?:把|将|使得?|让|令)(?=[一-龥]{2})")


@dataclass(frozen=True, slots=True)
class Difference:
    """The verb that says more or `less`, `deed` what was done more of, against what, per what, and the words before all that."""

    verb: str
    less: bool
    deed: str
    rest: str
    since: str
    than: str
    whom: str
    per: str


def difference_label(scene: Scene) -> LabelChoice | None:
    """What there is more or less of; what grew by so much since an earlier time is the metric itself (新开工项目, 单价降幅)."""
    choice = _difference(scene)
    if choice is None or scene.quantity.kind is not Kind.GROWTH:
        return choice
    per = _EACH_OF.match(choice.text)
    name = choice.noun if per is None or choice.noun.startswith(per[0]) else per[0] + choice.noun
    return replace(choice, text=fallen(name, "降幅" if _LESS.search(choice.text) else ""))


def _difference(scene: Scene) -> LabelChoice | None:
    """The metric and how it differs; None where the number is no difference, or counts a thing of its own (增加12家企业)."""
    quantity, after = scene.quantity, scene.after
    amount = quantity.kind is Kind.LEVEL or (quantity.kind is Kind.GROWTH and _is_amount(quantity))
    if not amount or quantity.rule == "scale" or "/" in quantity.unit:
        return None
    too = _changed_too(scene)
    if too is not None:
        return too
    text = _SAID.sub("", _words(scene))
    early = _EARLY.search(text)
    if early and is_time(quantity.unit):
        return _early(scene, early)
    if after is not None and (after.noun or after.attribute):
        return None
    found = _find(scene, text)
    if found is None:
        return _over(scene, text)
    if not found.rest or _ADVERBS.fullmatch(found.rest):
        return _of_told(scene, found) or _cheaper(scene, found)
    return _of_member(scene, found) or _of_own(scene, found)


def _is_amount(quantity: Quantity) -> bool:
    """9个, 12.3亿元; no percentage, no part and no place."""
    return quantity.unit not in OF_NO_THING and quantity.value.form is not Form.FRACTION


def _changed_too(scene: Scene) -> LabelChoice | None:
    """入驻率96%，亩均税收38万元，分别比上年提高4个百分点和5.6万元: what grew in another unit beside a growth, with no words of its own."""
    at = scene.index - 1
    before = scene.earlier[at] if at >= 0 else None
    if before is None or before.kind is not Kind.GROWTH or scene.passage.quantities[at].start < scene.clause_start:
        return None
    if not _BESIDE.fullmatch(scene.passage.text[scene.passage.quantities[at].tail : scene.quantity.head]):
        return None
    told = _told_alike(scene, first=False)
    if told is None:
        return None
    name = _TOTAL.sub("", told.text)
    fell = scene.words.fall_end.search(scene.passage.blanked[scene.clause_start : scene.passage.quantities[at].head])
    return scene.choose(f"{name}{'减少' if fell else '增加'}", "difference", told.start, scene.quantity.end, name)


def _over(scene: Scene, text: str) -> LabelChoice | None:
    """户均参保人数23人，高出全市户均水平9人: what was told in the unit, held against others."""
    over, told = _ABOVE.fullmatch(text), _told_alike(scene, first=False)
    if over is None or told is None:
        return None
    relation = "低于" if over["verb"] in {"低于", "少于"} else "高于"
    name = _TOTAL.sub("", told.text)
    return scene.choose(f"{name}{relation}{tidy(over['whom'])}", "difference", told.start, scene.quantity.end, name)


def _words(scene: Scene) -> str:
    """The number's own words; of a list those of its first number (分别比上年增加7个和9.4亿元)."""
    if scene.quantity.group < 0 or scene.quantity.place == 0:
        return scene.passage.text[scene.start : scene.quantity.head]
    at = scene.index - scene.quantity.place
    first = replace(scene, index=at, earlier=scene.earlier[:at])
    return scene.passage.text[first.start : first.quantity.head]


def _of_member(scene: Scene, found: Difference) -> LabelChoice | None:
    """营业收入、利润分别比上年增加12亿元和1.3亿元: each member's."""
    said, members = list_of(scene) if scene.quantity.group >= 0 else (None, None)
    if said is None or members is None or members.start < scene.clause_start:
        return None
    name = merge(members.names[scene.quantity.place], members.metric)
    return scene.choose(f"{name}{found.since}{_change(scene, found, name)}", "difference", members.start, scene.quantity.end, name)


def _find(scene: Scene, text: str) -> Difference | None:
    """The difference that `text` ends with; None where it ends with none."""
    did, timed = _DID.search(text), is_time(scene.quantity.unit)
    sped = _SPED.search(text) if timed else None
    fewer, more = scene.words.forms.fewer.search(text), scene.words.forms.more.search(text)
    verb = did or sped or fewer or more or _added(text)
    if verb is None:
        return None
    sign = verb.groupdict().get("sign") or ""
    less = sign in {"少", "快", "早"} if sign else fewer is not None
    zone = text[: verb.start()]
    against = _AGAINST.search(zone)
    rest = zone[: against.start()] if against else zone
    said = {key: (against[key] or "") if against else "" for key in ("since", "than", "whom", "per")}
    per = _PER.search(rest) if not said["per"] and not said["than"] else None
    rest = rest[: per.start()] if per else rest
    rest = _ITEM.sub("", _LEADS_ON.sub("", rest))
    deed = did["deed"] if did else ""
    return Difference(verb[0], less, deed, rest, said["since"], said["than"], said["whom"], per["per"] if per else said["per"])


def _added(text: str) -> re.Match[str] | None:
    """较年初|新增28亿元: a difference by what it is held against; 新增12家 alone counts what is new."""
    added = _ADDED.search(text)
    return added if added and _AGAINST.search(text[: added.start()]) else None


def _early(scene: Scene, early: re.Match[str]) -> LabelChoice | None:
    """投产用了13个月，比原计划提前近100天: what came so much earlier."""
    than, verb = early["than"] or "", early["verb"]
    end = scene.start + early.start()
    phrase = phrase_before(scene.passage.blanked, scene.start, end, scene.words) if end > scene.start else None
    after = scene.after
    name = tidy(phrase.text) if phrase else ""
    if after is not None and after.verb_phrase + after.noun:
        name = merge(name, after.noun + after.verb_phrase)
    elif not name:
        told = _told_alike(scene, first=False)
        name = _TAKEN.sub("", told.text) if told else _act_before(scene)
    if len(name) < 2:
        return None
    return scene.choose(f"{name}{tidy(than)}{verb}", "difference", phrase.start if phrase else scene.start, scene.quantity.end, name)


def _act_before(scene: Scene) -> str:
    """投产 of 首条生产线6月投产，比计划提前两个月: what the clause before ends with, if it is an act that has its day."""
    found = _ACT.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.clause_start)
    return found[1] if found else ""


def _of_told(scene: Scene, found: Difference) -> LabelChoice | None:
    """较上年末净增19家: of what the sentence told in the same unit, a balance of what it told first."""
    net = found.verb.startswith("净")
    told = _told_in_order(scene) or _told_alike(scene, first=net)
    if told is None:
        return None
    name = _TOTAL.sub("", told.text)
    name = _TAKEN.sub("", name) if is_time(scene.quantity.unit) and name.startswith(("从", "自")) else name
    whom = tidy(found.than) if found.whom and len(found.whom) <= _SHORT and not net else found.since
    change = _change(scene, found, name)
    if found.whom and not net and not _TIME.search(found.whom) and change in {"增加", "减少", "涨幅", "降幅"}:
        whom, change = f"{'低于' if found.less else '高于'}{tidy(found.whom)}", ""
    return scene.choose(f"{found.per}{name}{whom}{change}", "difference", told.start, scene.quantity.end, name)


def _cheaper(scene: Scene, found: Difference) -> LabelChoice | None:
    """成交绿电19.3亿千瓦时，每千瓦时便宜2.8分钱: the price of what was told by that measure; None where nothing was."""
    if not found.per or not found.verb.startswith(("便宜", "贵")) or found.whom:
        return None
    per, before = found.per.removeprefix("每"), scene.passage.before_in_sentence(scene.index)
    at = next((at for at in before if scene.passage.quantities[at].unit.endswith(per) and scene.earlier[at] is not None), None)
    told = scene.earlier[at] if at is not None else None
    if told is None or told.kind is not Kind.LEVEL:
        return None
    thing = re.sub("用?量$", "", thing_of(scene, told.noun))
    price = "电价" if thing.endswith("电") else "价格"
    return scene.choose(f"{found.per}{thing}{price}{'降幅' if found.less else '涨幅'}", "difference", told.start, scene.quantity.end, thing)


def _told_in_order(scene: Scene) -> LabelChoice | None:
    """新开工项目42个，竣工项目28个，同比分别增加7个、5个: the amount at the same place of those told before, if all are in the unit."""
    at = scene.quantity.place
    if scene.quantity.group < 0 or not scene.listed or not 0 <= at < len(scene.listed):
        return None
    unit, before = bare_unit(scene.quantity.unit), scene.passage.before_in_sentence(scene.index - at)
    units = [bare_unit(scene.passage.quantities[one].unit) for one in before if scene.earlier[one] in scene.listed]
    return scene.listed[at] if all(one == unit for one in units) else None


def _change(scene: Scene, found: Difference, name: str) -> str:
    """净增, 降幅, 缩短, 增加: what the label ends with."""
    if found.verb.startswith("多减") and _RELIEF.search(name):
        return "增加"
    if found.verb.startswith("净"):
        return "净减" if found.less else "净增"
    if is_time(scene.quantity.unit) and re.match("[快早慢晚]|缩短|压缩|压减|延长|拉长", found.verb):
        return "缩短" if found.less else "延长"
    if found.verb.startswith(("节省", "节约", "省")):
        return "节省"
    priced = _PRICE.search(name) and scene.quantity.unit.endswith(("元", "分钱", "角钱", "毛钱"))
    if priced or re.search("[降跌落]", found.verb):
        return "降幅" if found.less else "涨幅"
    return "减少" if found.less else "增加"


def _of_own(scene: Scene, found: Difference) -> LabelChoice | None:
    """收购价比去年每公斤上涨2元, 每度电的成本降低了8分钱: of the measure that stands before."""
    if scene.quantity.place > 0:
        return None
    end = scene.start + scene.passage.text[scene.start : scene.quantity.head].find(found.rest) + len(found.rest)
    phrase = phrase_before(scene.passage.blanked, scene.start, end, scene.words)
    name = _DOER.sub("", tidy(phrase.text)) if phrase else ""
    name = merge(name, _DEEDS.get(found.deed, found.deed)) if found.deed and not _SUM.search(name) else name
    if phrase is None or not name:
        return None
    counted = _COUNTED.search(name)
    told = _told_alike(scene, first=False) if counted else None
    if counted and told is not None:
        name = merge(_TOTAL.sub("", told.text), counted["own"] or "")
    elif not _is_measure(scene, name, found):
        return None
    elif name in scene.words.dependents and scene.base is not None:
        name = merge(_TOTAL.sub("", scene.base.text), name)
    other = tidy(found.whom) if found.whom and not _TIME.search(found.whom) else ""
    timed = tidy(found.than) if found.whom and not other and counted else "同比" if "同期" in found.whom else found.since
    relation = f"{'低于' if found.less else '高于'}{other}" if other else f"{timed}{_gap(found)}" if _gap(found) else ""
    label = f"{found.per}{name}{relation or timed + _change(scene, found, name)}"
    return scene.choose(label, "difference", phrase.start, scene.quantity.end, name)


def _gap(found: Difference) -> str:
    """高出 in 收购价每公斤高出15元, where the other is not told: no growth."""
    high = re.match("高出?", found.verb)
    return "高出" if high and not found.whom and not found.since else ""


def _is_measure(scene: Scene, name: str, found: Difference) -> bool:
    """Whether a name says what is measured: by its end, or by an unmistakable verb or reference after a noun long enough."""
    if scene.words.forms.measure_end.search(name) and len(name) >= _LONG_ENOUGH:
        return True
    clear = bool(found.whom or found.since or found.deed)
    return clear and len(name) > _LONG_ENOUGH and name not in scene.words.generic


def _told_alike(scene: Scene, *, first: bool) -> LabelChoice | None:
    """The last label of the sentence in the number's unit, or the first."""
    unit = bare_unit(scene.quantity.unit)
    alike = [
        choice
        for at in scene.passage.before_in_sentence(scene.index)
        if (choice := scene.earlier[at]) is not None
        and choice.kind is Kind.LEVEL
        and choice.rule not in {"difference", "unnamed", "streak"}
        and (bare_unit(scene.passage.quantities[at].unit) == unit or (is_time(unit) and choice.rule == "duration"))
    ]
    return (alike[-1] if first else alike[0]) if alike else None


__all__ = ["difference_label"]
