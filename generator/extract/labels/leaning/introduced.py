"""The thing that the clauses before speak of, whose bare measure follows: 研发的钠电池，循环寿命8000次; 碳捕集装置去年投运，年捕集能力….

A thing is known by the last word of its name (`label_forms.told_things`), and only by its place: it ends a clause behind a verb that
brings it in (建起, 推出, 签下), or it begins a clause whose verb follows at once. A firm, a park or the figure of another thing between
takes it away.
"""

import re

from generator.extract.labels.figures import figures_before
from generator.extract.labels.leaning.pointers import last_named
from generator.extract.labels.leaning.themes import GOT
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import NUMBER, LabelChoice, Scene, merge
from generator.extract.labels.things import is_countable_unit
from generator.extract.passage import BLANKS, SUBJECT
from generator.extract.tokens import Span
from generator.model.claim import Kind

_BACK = 3  # clauses: what was named farther off is seldom meant
_SHORTEST = 3
_POINTERS = ("该", "这", "本", "此", "其", "各", "相关", "上述")
_CLOSE = "，,：:；;。、"
_OF_FUND = re.compile(
    r"(?:累计|已|共|目前)*(?:投出|投资|投|支持|资助|实缴|撬动|带动|落地)[一-龥]{0,6}|单个项目[一-龥]{0,6}|社会(?:投资|资本)|(?:人才)?资助金额"
)
_FUND = re.compile(
    rf"(?:^|(?<=[，,。；;：:“{BLANKS}]))(?:目前|如今|至今|现|两年|这只|该)*(?P<fund>基金)(?=累计|已|共|先后|投|支持|撬动|带动)"
)
_FUND_SIZE = re.compile("(?P<fund>.{2,10}基金)(?:首期|总|认缴|实缴|管理)*(?:规模)")
_FUNDS = ("基金", "资金", "资金池", "计划”", "工程”", "行动”")
_ACTS = re.compile(r"(?:累计|已|共)*(?:接入|入驻|服务|汇聚|归集|对接|撮合|受理|输送|孵化|送检|检测)[一-龥]{2,4}")
_PLATFORMS = ("平台", "系统", "大模型", "管廊", "管网")
_OF_PARK = re.compile("^(?:园|片|全|该|本|新)区")
_ORDERS = re.compile("合同|金额|总额|交货|交付")
_GATHERED = re.compile("^(?:集聚|聚集|汇聚|汇集|累计|已有|现有|共有)+")
_BUSY = re.compile("^(?:.*(?:正在|忙着)[一-龥]{2})?(?:[一这][台款种套架条辆颗片块只件])?(?=[一-龥]{3})")
_EQUALS = re.compile("(?:折合)?(?P<what>(?:节约|节省|替代)?标准煤|(?:节约|节省)?原煤)")
_LONGEST_TOLD = 12
_MADE = re.compile("[可将能后][年月日]产")  # 可年产挖掘机1.5万台，年产值60亿元: the plant's, not the machines'
_OF_FIRMS = re.compile("(?:[一二三四五]年)?(?:存活率|留存率|毕业率|成活率|续租率)")
_FIRMS = ("企业", "公司", "团队", "项目")
_LED = re.compile("首期|设计|[年日]产能?|产能")


def introduced_of(scene: Scene, core: str) -> str:
    """建起储能电站，总容量80兆瓦时: of the thing told last, where the core is a measure without anything it is of."""
    if scene.quantity.kind not in {Kind.LEVEL, Kind.SHARE}:
        return ""
    return next((text for source in (_equal_to, _of_firms, _of_platform, _of_thing) if (text := source(scene, core))), "")


def _of_thing(scene: Scene, core: str) -> str:
    """What the thing told last measures; what a fund or a programme did."""
    fund, measure = _OF_FUND.fullmatch(core), _is_measure(scene, core)
    name = ((_bare_fund(scene) or _fund_sized(scene)) if fund else "") or (thing_told(scene) if fund or measure else "")
    if not name or name in core or not (measure or name.endswith(_FUNDS)) or (name.endswith("订单") and not _ORDERS.match(core)):
        return ""
    return merge(name, core.removeprefix("人才") if fund else core)


def _bare_fund(scene: Scene) -> str:
    """种子基金 of 两年来，基金投了118个项目: a bare 基金 at the head of a clause is the one named last."""
    found = _FUND.search(scene.passage.blanked, scene.passage.sentence_of(scene.index).start, scene.quantity.head)
    return last_named(scene, "基金", found.start("fund")) if found else ""


def _fund_sized(scene: Scene) -> str:
    """钛产业基金 of 钛产业基金首期规模10亿元，已投出6.7亿元: the fund whose size was told right before."""
    told = next((told for _, told in figures_before(scene)), None)
    found = _FUND_SIZE.fullmatch(told.text) if told and told.kind is Kind.LEVEL else None
    return found["fund"] if found else ""


def _of_firms(scene: Scene, core: str) -> str:
    """师生创办的企业61家，五年存活率83%: of the firms that were counted."""
    if not _OF_FIRMS.fullmatch(core):
        return ""
    told = next((told for _, told in figures_before(scene) if told.noun.endswith(_FIRMS) and told.kind is Kind.LEVEL), None)
    return told.noun + core if told and told.noun not in scene.words.generic else ""


def _of_platform(scene: Scene, core: str) -> str:
    """碳核算系统已接入企业210家: the subject of the number's own clause, which takes in what is counted."""
    if not _ACTS.fullmatch(core):
        return ""
    own = _named(scene, Span(scene.clause_start, scene.quantity.head))
    return own + core if own.endswith(_PLATFORMS) and own not in core else ""


def _equal_to(scene: Scene, core: str) -> str:
    """集中供热1180万吨，折合标准煤21万吨: what the figure right before comes to."""
    found = _EQUALS.fullmatch(core)
    if found is None or "折合" not in scene.passage.text[scene.clause_start : scene.quantity.head]:
        return ""
    told = next((told for _, told in figures_before(scene) if told.kind is Kind.LEVEL), None)
    return f"{told.text}折合{found['what']}" if told and len(told.text) <= _LONGEST_TOLD else ""


def _is_measure(scene: Scene, core: str) -> bool:
    """Whether the core measures a thing; of a firm's figures, none that may as well be all the firm's (销售额, 融资)."""
    forms = scene.words.forms
    if forms.told_measure.fullmatch(core):
        return True
    return bool(forms.bare_measure.fullmatch(core) and (scene.at_home or _LED.match(core) or forms.product_measure.fullmatch(core)))


def thing_told(scene: Scene) -> str:
    """The name of the thing told last in the sentence before the number's clause; empty where none is, or where another comes between."""
    clauses = [one for one in scene.passage.sentence_of(scene.index).clauses if one.end <= scene.clause_start]
    if SUBJECT in scene.passage.blanked[scene.start : scene.quantity.head]:
        return ""
    if scene.start > scene.clause_start:
        clauses.append(Span(scene.clause_start, scene.start - 1))  # 新建储能电站7座、总容量130兆瓦时
    between: list[Span] = []
    for clause in reversed(clauses[-_BACK:]):
        name = _named(scene, clause)
        if name or SUBJECT in scene.passage.blanked[clause.start : clause.end]:
            return name if all(_leans_too(scene, one, name) for one in between) else ""
        between.append(clause)
    return ""


def _named(scene: Scene, clause: Span) -> str:
    """The thing that a clause brings in at its end or has at its head, with the measure right before its name (628安时|电芯)."""
    forms, passage = scene.words.forms, scene.passage
    blanked = passage.blanked[clause.start : clause.end].rstrip(_CLOSE)
    found = forms.told_object.search(blanked) or forms.told_subject.match(blanked)
    if found is None or _MADE.search(found["name"]):
        return ""
    name = _OF_PARK.sub("", tidy(found["name"].rpartition("的")[2]))
    start = clause.start + found.start("name")
    sized = next((one for one in passage.quantities if one.tail == start and one.start >= clause.start), None)
    if sized is not None and not is_countable_unit(sized.unit, scene) and found["name"] == name and not sized.unit.endswith("元"):
        name = passage.text[sized.start : start] + name
    name = GOT.sub("", _GATHERED.sub("", name))
    return name if len(name) >= _SHORTEST and name not in scene.words.generic and not name.startswith(_POINTERS) else ""


def thing_in(scene: Scene, clause: Span) -> str:
    """The thing that a clause ends with, behind whatever verb (正在体验口腔扫描仪); empty where it ends with no such thing."""
    named = _named(scene, clause)
    if named:
        return named
    blanked = scene.passage.blanked[: clause.end].rstrip(_CLOSE)
    phrase = phrase_before(blanked, clause.start, len(blanked), scene.words)
    name = tidy(phrase.noun.rpartition("的")[2]) if phrase else ""
    name = _BUSY.sub("", name, count=1)
    return (
        name
        if scene.words.forms.told_thing.search(name) and _SHORTEST <= len(name) <= _LONGEST_TOLD and name not in scene.words.generic
        else ""
    )


def _leans_too(scene: Scene, clause: Span, name: str) -> bool:
    """Whether a clause between only goes on about `name`: it holds no figure, only growth, or figures that lean on it too."""
    if NUMBER not in scene.passage.blanked[clause.start : clause.end]:
        return True
    told = [one for at, one in enumerate(scene.earlier) if clause.start <= scene.passage.quantities[at].start < clause.end]
    return all(one is not None and (_goes_on(one) or (name and one.text.startswith(name))) for one in told)


def _goes_on(told: LabelChoice) -> bool:
    return told.kind in {Kind.GROWTH, Kind.RANK} or told.rule.endswith("+about")


__all__ = ["introduced_of", "thing_in", "thing_told"]
