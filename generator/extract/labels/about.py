"""What a bare label is about: 产值 of which industry, 办结 of what, 企业 of which list; told before, and left out since.

The last step of a label, whatever rule made it: a reader prints the label alone, where 产值 or 办结 says nothing. A theme is lent by the
nearest figure before that has one, as long as the same owner is spoken of and no other subject has come between.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.labels.counts import is_countable, is_countable_unit
from generator.extract.labels.parts import bare_unit, split_turn, without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_SETTLED = frozenset({"streak", "scale", "unnamed", "attribute-of-owner", "compared", "grant"})
_PROCEDURE = re.compile(
    r"(?:办理?|申请|申领|申办|申报|换领|领取|拿到?)(?:下来?|出|了)?(?:一[张次个项本份])?(?P<what>[一-龥]{1,10}?(?:许可证?|执照|证书?|手续|备案|审批|登记|核准|验收|报建))(?![人员处局部证])"
)
_OF_PROCEDURE = re.compile(
    r"(?:申[报请]|提交|申办|办理|所需)?(?:材料|窗口|部门|环节|步骤|表格)|(?:就?[办审批]?[完结好成]|拿[证到]|[出领获]证|办理|办结|线上)?用时|就?办[完结好成]|办理时间|办理时限"
)
_OPEN_ACT = re.compile(r"^(?:就?[办审]?[完结好成]|拿[证到]|[出领获]证|线上)(?=用时)")
_REACHES = ("惠及", "撬动", "受益")
_EACH = re.compile(
    r"(?P<each>(?:平均)?每(?:(?P<one>[个家户项笔人名])|天|日|月|周|年|平方公里|亩|万人|百户))(?:诞生|新增|产生|就有|拥有|有|新登记|不足|超过)?"
)
_CLASS = re.compile(r"[A-Za-z甲乙丙丁一二三四五]\+*(?:类|级|档|型)")
_FIELD = re.compile(r"(?P<field>.{2,}(?:链上?|产业|行业|领域|集群|板块|赛道|业))(?:[一-龥]{2})?(?P<head>企业|公司|项目|机构)$")
_PEOPLE = re.compile(r"(?:人次|人|名|位)$")
_FUNDS = ("资金", "基金", "资金池", "贷款", "授信", "债券")
_FUND = re.compile(r"(?:设立|组建|成立|发起|推出|安排|设|建)(?:了|起)?(?:[^，,。；;的]{1,12}的)?(?P<name>[一-龥“”]{2,12}(?:基金|资金池|专项资金|贷款|债券))(?=[，,：:（(])")
_FIRMS = ("企业", "公司")
_ALIKE = (frozenset({"家", "户", "家次", "户次", "个"}), frozenset({"名", "人", "位", "人次"}), frozenset({"件", "项", "个", "宗", "起"}))


def with_theme(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with what it is about, or the label itself where it says enough or nothing before lends it a theme."""
    core, end = split_turn(choice.text)
    fund = scene.words.forms.of_fund.fullmatch(core) is not None
    if (choice.rule.partition("+")[0] in _SETTLED and not fund) or scene.quantity.kind is Kind.RANK:
        return choice
    fuller = (
        _of_procedure(scene, core)
        or _effect(scene, core)
        or _deed_done(scene, core)
        or _each(scene, core)
        or _class_of(scene, core)
        or _part_of_field(scene, core)
        or _measure_of(scene, core)
    )
    return replace(choice, text=fuller + end, noun=fuller, rule=f"{choice.rule}+about") if fuller else choice


def _deed_done(scene: Scene, core: str) -> str:
    """收集诉求211条，已办结196条: what is done is done to what was counted."""
    deed = core.removeprefix("已")
    known = deed in scene.words.content or scene.words.leading_verb.fullmatch(deed)
    if not known or not is_countable(scene):
        return ""
    told = next((told for told in _alike(scene) if told.noun.endswith(scene.words.heads)), None)
    return core + _thing(scene, told.noun) if told else ""


def _of_procedure(scene: Scene, core: str) -> str:
    """办一张食品生产许可证，要交13份材料，7个工作日就能拿证: the papers and the time of what is applied for."""
    if not _OF_PROCEDURE.fullmatch(core):
        return ""
    sentences = scene.passage.sentences
    at = sentences.index(scene.passage.sentence_of(scene.index))
    found = list(_PROCEDURE.finditer(scene.passage.text, sentences[max(0, at - 1)].start, scene.quantity.head))
    return found[-1]["what"] + _OPEN_ACT.sub("", core) if found else ""


def _effect(scene: Scene, core: str) -> str:
    """改造老旧小区18个，惠及居民6400户: whom what was told before reaches."""
    if not scene.at_home or not core.startswith(_REACHES) or len(core) > 6:
        return ""
    told = next((told for _, told in _before(scene)), None)
    return told.text + core if told and told.kind is Kind.LEVEL and len(told.text) <= 14 and "（" not in told.text else ""


def _class_of(scene: Scene, core: str) -> str:
    """参评企业1286家，A类184家: a class is of what was counted."""
    if not _CLASS.fullmatch(core) or not is_countable(scene):
        return ""
    told = next((told for told in _alike(scene) if told.noun.endswith(scene.words.heads)), None)
    head = next((head for head in scene.words.by_length if told and told.noun.endswith(head)), "")
    return core + head


def _each(scene: Scene, core: str) -> str:
    """高新技术企业6800余家，每平方公里13家: so many of what was counted; 投出项目173个，平均每个不足300万元: of each one the amount."""
    found = _EACH.fullmatch(core)
    if found is None:
        return ""
    told = next(_alike(scene), None)
    if told is not None:
        return found["each"] + without_turn(told.text)
    told = next((told for _, told in _before(scene) if told.kind is Kind.LEVEL and told.noun.endswith(scene.words.heads)), None)
    return f"{told.text}{found['each']}金额" if told and found["one"] and scene.quantity.unit.endswith("元") else ""


def _part_of_field(scene: Scene, core: str) -> str:
    """动力电池链上企业131户，其中规上企业54户: a part of a field's firms is not all that the park has of them."""
    if "其中" not in scene.passage.text[scene.passage.sentence_of(scene.index).start : scene.quantity.head]:
        return ""
    for told in _alike(scene):
        field = _FIELD.match(told.noun)
        if field and field["field"] not in core and core.endswith(field["head"]):
            return field["field"] + core
    return ""


def _alike(scene: Scene) -> Iterator[LabelChoice]:
    """What was counted before in the sentence in a unit of the same sort, nearest first."""
    unit = bare_unit(scene.quantity.unit)
    alike = next((units for units in _ALIKE if unit in units), frozenset({unit}))
    for at, told in _before(scene):
        if bare_unit(scene.passage.quantities[at].unit) in alike:
            yield told


def _thing(scene: Scene, noun: str) -> str:
    """A counted noun without the verb before it: 收集|企业诉求."""
    verb = scene.words.leading_verb.match(noun)
    return noun[verb.end() :] if verb and len(noun) - verb.end() >= 2 else noun


def _measure_of(scene: Scene, core: str) -> str:
    """轴承企业73家，产值129亿元，研发强度6.5%: a measure without its theme takes the one told last."""
    if scene.words.forms.of_fund.fullmatch(core):
        return _of_fund(scene, core)
    if not scene.at_home or not scene.words.forms.bare_measure.fullmatch(core):
        return ""
    for at, told in _before(scene):
        theme = _theme(scene, at, told)
        if theme and theme not in core:
            return merge(theme, core)
    return ""


def _of_fund(scene: Scene, core: str) -> str:
    """设立2亿元应急转贷资金，日费率…; 组建低空产业基金，首期3亿元: of the money told before."""
    sentence = scene.passage.sentence_of(scene.index)
    for at, told in _before(scene):
        text = without_turn(told.text)
        if text.endswith(_FUNDS) and scene.passage.quantities[at].unit.endswith("元"):
            return merge(text, core)
    found = list(_FUND.finditer(scene.passage.blanked, sentence.start, scene.quantity.head))
    return merge(tidy(found[-1]["name"]), core + ("规模" if core == "首期" else "")) if found else ""


def _theme(scene: Scene, at: int, told: LabelChoice) -> str:
    """What a label before is about: the group that it counts, or what it measures something of."""
    text = without_turn(told.text)
    unit = scene.passage.quantities[at].unit
    if told.kind is not Kind.LEVEL or _PEOPLE.search(unit) or text.endswith("指标"):
        return ""
    theme = scene.words.forms.each.sub("", scene.words.forms.measure_tail.sub("", text))
    if theme != text:
        return theme if len(theme) >= 2 and theme not in scene.words.forms.wide_themes else ""
    if not is_countable_unit(unit, scene) or not told.noun.endswith(scene.words.heads):
        return ""
    noun = _thing(scene, told.noun)
    if noun.endswith(_FIRMS) and not scene.quantity.unit.endswith("元"):
        return ""  # a rate is an industry's or a product's, no group of firms'
    return noun if len(noun) >= 3 and noun not in scene.words.generic and not noun.startswith("相关") else ""


def _before(scene: Scene) -> Iterator[tuple[int, LabelChoice]]:
    """The figures before in the sentence that speak of the same owner, nearest first, up to where another subject is named."""
    owner = scene.owners[scene.index]
    for at in scene.passage.before_in_sentence(scene.index):
        told = scene.earlier[at]
        between = scene.passage.blanked[scene.passage.quantities[at].tail : scene.quantity.head]
        if SUBJECT in between or scene.owners[at] != owner:
            return
        if told is not None and told.kind is not Kind.RANK:
            yield at, told


__all__ = ["with_theme"]
