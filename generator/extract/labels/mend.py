"""A label that is no name yet, made one: pointers resolved, a bare doer or verb given its metric.

A step of its own after the rules, because whatever rule cut the words, a reader sees the same “前者”. What stays nameless is marked
`unnamed`, so that it is held back and never printed.
"""

import re
from dataclasses import replace

from generator.extract.labels.parts import bare_unit, is_time, split_turn, without_turn
from generator.extract.labels.pointed import MEASURE, pointed
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.share_of_last import amount_told
from generator.model.claim import Kind
from generator.registry.common_words import common_verbs

_SAME = re.compile(r"^[一该此]?(?:比例|比重|占比|数字|数据|指标)$")
_RATIO = re.compile(r"(?:率|占比|比重|比例|强度|份额|浓度|度)$")
_BORNE = re.compile("补贴|补助|奖补|承担|负担|报销|返还|减免|支付|垫付|分担|抵扣|抵免|拿回|收回|贴息")
_RELATIONS = {"相差", "增值", "升值", "贬值"}  # so much by themselves, of nothing
_ACT = re.compile(
    r"(?:送达|到达|抵达|通关|审批|办结|办理|办完|建成|完成|交付|出货|发货|到货|通行|放行|过关|注册|开办|落地|投产|拿证|领证|发证|获批|检测|验收|出样|打样|换装|准备|跑完|办妥|拿到|收到|备齐|回款|回本|到账|兑付|放款|过审|装车|卸船|清关|查验|往返)$"
)
_MEAN = re.compile(r"平均(?:每隔?|只|仅|要|需要?|用|得|花|耗|约|近|不到|大约|不足)*$")  # 平均|3天拿到报告
_TAKES = re.compile(r"(?<=..)(?:(?:[得要需]|需要)(?:[耗花用走等跑][上掉费去]?)?|[耗花用等][上掉费去])(?:用时)?$")
_TO_WHOM = re.compile("^对(?P<whom>[^对的]{2,10}?)(?:[再还又另]|另外|额外|予以|给予)*(?P<gift>补贴|补助|奖励|奖补|贴息|减免|返还)$")
_USED = re.compile("^(?:年|日|月)?用(?P<what>[水电气煤油热汽钢糖粮]|绿[电氢证])$")
_ROOM = re.compile("(?<=[一-龥]{2})(?:里|[里内]面|之内|内)$")  # 热轧车间里只有6个人
_LENT = re.compile("贷(?:到|得|出|了|来)了?(?:约|近|超|逾)?$")
_LEND = re.compile(r"(?:额|量|产值|营收|收入|面积|人数|产能)$")


def mend(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label as a name: what it points to; rule `unnamed` if it names nothing."""
    for step in (pointed, _same_again, _contributed, _among, _part_of, _as_ratio, _timed, _used, _staffed, _lent):
        choice = step(scene, choice)
    core = without_turn(choice.text)
    if scene.words.nameless.fullmatch(core) or scene.words.growth_end.fullmatch(core) or scene.words.fall_end.fullmatch(core):
        return _from_last(scene, choice) or replace(choice, rule="unnamed")
    return choice


def _renamed(choice: LabelChoice, text: str) -> LabelChoice:
    noun = text if choice.noun in {choice.text, without_turn(choice.text)} or choice.noun not in text else choice.noun
    return replace(choice, text=text, noun=without_turn(noun))


def _same_again(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """这一比例比三年前翻了一番: the share just told."""
    base = scene.base
    this = re.search(r"[这该此]一?(?:比例|比重|占比|数字|数据|指标)", scene.passage.text[scene.clause_start : scene.quantity.head])
    return _renamed(choice, without_turn(base.text)) if this and base and _SAME.match(choice.text) else choice


def _contributed(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """产值840亿元，其中光伏产业贡献了488亿元: of the metric just told."""
    base = scene.base or _last_alike(scene)
    doer = scene.words.gave.sub("", choice.text)
    if base is None or doer == choice.text or len(doer) < 2 or base.kind is not Kind.LEVEL or scene.quantity.kind is not Kind.LEVEL:
        return choice
    alike = _same_unit(scene) or base is _last_alike(scene)
    return _renamed(choice, merge(doer, base.noun)) if alike else choice


def _among(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """过货量2050万吨，其中铁路1240万吨: a kind without a metric takes the metric just told."""
    base = scene.base
    metric = _LEND.search(base.noun) if base and base.kind is Kind.LEVEL else None
    text = scene.passage.text[scene.clause_start : scene.quantity.head]
    bare = choice.rule == "named-before" and choice.text == choice.noun and "其中" in text and not MEASURE.search(choice.text)
    if base is None or metric is None or not bare or choice.text[:2] in base.text or not _same_unit(scene):
        return choice
    return choice if choice.text in scene.words.content else _renamed(choice, merge(choice.text, _last_word(scene, base.noun)))


def _last_word(scene: Scene, noun: str) -> str:
    """The metric's own word at the end of a name: 总量 of 经营主体总量, 吞吐量 of 货物吞吐量; the name where it is short."""
    sizes = (size for size in (4, 3, 2) if noun[-size:] in scene.words.common)
    return noun if len(noun) <= 4 else noun[-next(sizes, 2) :]


def _part_of(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """发电2.3亿千瓦时，其中自用不到一成; 采购额112亿元，本地企业买走一半: of the amount just told."""
    base = amount_told(scene)
    if scene.quantity.kind is not Kind.SHARE or choice.rule != "rate" or base is None or base.kind is not Kind.LEVEL:
        return choice
    part = scene.words.gave.sub("", choice.text)
    among = "其中" in scene.passage.text[scene.clause_start : scene.quantity.head] and not _RATIO.search(part)
    if (part == choice.text and not among) or len(part) < 2 or base.noun in part:
        return choice
    return _renamed(choice, f"{part}占{without_turn(base.noun)}比重")


def _as_ratio(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """利息由财政补贴一半; 可抵扣采购费用的25%: how much of it is done or borne, where no word for a share says so."""
    if scene.quantity.kind is not Kind.SHARE or choice.rule not in {"rate", "named-verb"}:
        return choice
    core, end = split_turn(choice.text)
    core = _TO_WHOM.sub(r"\g<whom>\g<gift>", core)
    if _RATIO.search(core) or "占" in core or not (_BORNE.search(core) or (core[-2:] in common_verbs() and core[-2:] not in _RELATIONS)):
        return choice
    return _renamed(choice, f"{core}比例{end}")


def _timed(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """货车通关由17个小时压缩到6.5小时; 9天送达; 从接单到交货要12天: what takes the time, or that it takes any, is no name of it."""
    if not is_time(scene.quantity.unit) or choice.rule not in {"turn", "duration"} or scene.quantity.unit.endswith("岁"):
        return choice
    core, end = split_turn(choice.text)
    deed = _TAKES.sub("", core)
    if choice.rule == "turn" and core in common_verbs():
        return _renamed(choice, f"{core}时间{end}")
    core = f"{deed}用时" if deed != core or _ACT.search(core) else core
    mean = _MEAN.search(scene.passage.text, scene.clause_start, scene.quantity.start) if "平均" not in core else None
    if mean and core.endswith("用时"):
        core = f"{core.removesuffix('用时')}平均用时"
    return _renamed(choice, core + end) if core + end != choice.text else choice


def _used(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """企业用水120万吨; 用绿电3100万千瓦时: how much was used."""
    found = _USED.match(choice.text)
    if found is None or scene.quantity.kind is not Kind.LEVEL or scene.quantity.unit.endswith("元"):
        return choice
    return _renamed(choice, f"{found[0]}量" if len(found["what"]) == 1 else f"{found['what']}用量")


def _staffed(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """热轧车间里只有6个人: how many people are there."""
    core, end = split_turn(choice.text)
    room = _ROOM.search(core) if bare_unit(scene.quantity.unit) in {"人", "名"} else None
    return _renamed(choice, f"{core[: room.start()]}人数{end}") if room else choice


def _lent(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """企业凭证贷到1800万元: 贷 is the deed, 贷款 the sum."""
    lent = choice.text.endswith("贷") and _LENT.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    return _renamed(choice, f"{choice.text}款") if lent else choice


def _last_alike(scene: Scene) -> LabelChoice | None:
    """The last amount in the number's unit, of whatever sentence, if it is a sum that can be shared out."""
    unit = bare_unit(scene.quantity.unit)
    for at in range(scene.index - 1, -1, -1):
        label = scene.earlier[at]
        if label is not None and label.kind is Kind.LEVEL and bare_unit(scene.passage.quantities[at].unit) == unit:
            return label if MEASURE.search(label.noun) else None
    return None


def _same_unit(scene: Scene) -> bool:
    unit = bare_unit(scene.quantity.unit)
    for at in scene.passage.before_in_sentence(scene.index):
        label = scene.earlier[at]
        if label is not None and label is scene.base:
            return bare_unit(scene.passage.quantities[at].unit) == unit
    return False


def _from_last(scene: Scene, choice: LabelChoice) -> LabelChoice | None:
    """满产可到31亿元: a nameless amount goes on with the amount told last in its unit."""
    base = scene.base
    if base is None or base.kind is not scene.quantity.kind or base.rule == "unnamed" or not _same_unit(scene):
        return None
    return replace(choice, text=without_turn(base.text), noun=base.noun, start=min(base.start, choice.start), rule="left-out")


__all__ = ["mend"]
