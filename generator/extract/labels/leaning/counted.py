"""Labels of counts that lean on what was counted before: what was done to it, a class of it, so many for each, whom it reaches."""

import re

from generator.extract.labels.figures import counted_before, figures_before, thing_of
from generator.extract.labels.fronted import fronted_thing
from generator.extract.labels.parts import bare_unit, without_turn
from generator.extract.labels.scene import Scene
from generator.extract.labels.things import is_countable
from generator.model.claim import Kind
from generator.registry.common_words import common_verbs

_REACHES = ("惠及", "撬动", "受益")
_EACH = re.compile(
    r"(?P<each>(?:平均)?每(?:(?P<one>[个家户项笔人名])|天|日|月|周|年|平方公里|亩|万人|百户))(?:诞生|新增|产生|就有|拥有|有|新登记|不足|超过)?"
)
_CLASS = re.compile(r"[A-Za-z甲乙丙丁一二三四五]\+*(?:类|级|档|型)")
_TAKING_PART = re.compile("参[评加]的?(?:[规限]上)?(?:工业)?(?:企业|单位|园区|项目)")
_AGAIN = re.compile("再(?P<deed>[一-龥]{1,3})$")
_MADE_A_YEAR = re.compile("[年月日](?:产|加工|处理|生产)|配套")  # 年加工|番茄
_PEAK = re.compile("(?:最)?高峰(?:时|期|时段)?(?:单日)?|最[多高](?:的?一天|时|单日)?|单日最[多高]|旺季")
_ON_AVERAGE = re.compile("(?P<each>[日天月周年])均|平均每(?P<every>[日天月周年])")
_SHORT = _NAME = 4  # letters: 产业链卡点 is a name, 下线 a deed
_LONGEST_FIELD = 10
_NO_FIELD = re.compile("链上|上下游|相关|关联|成员|会员|参[评展会]|高企|区内|园内|[强0-9]")
_STAGE = re.compile("(?:开工|投产|竣工|完工|试产|达产|开业|运营)(?:建设)?")
_STATE = re.compile("(?:新增?)?在(?:孵|建|研|谈|审|办)(?=..)")  # which the deed ends: 在孵企业58家，毕业31家
_FIELD = re.compile(r"(?P<field>.{2,}(?:链上?|产业|行业|领域|集群|板块|赛道|业))(?:[一-龥]{2})?(?P<head>企业|公司|项目|机构)$")


def effect_of(scene: Scene, core: str) -> str:
    """改造老旧小区18个，惠及居民6400户: whom what was told before reaches."""
    if not scene.at_home or not core.startswith(_REACHES) or len(core) > 6:
        return ""
    told = next((told for _, told in figures_before(scene)), None)
    return told.text + core if told and told.kind is Kind.LEVEL and len(told.text) <= 14 and "（" not in told.text else ""


def deed_done(scene: Scene, core: str) -> str:
    """收集诉求211条，已办结196条: what is done is done to what was counted."""
    deed = core.removeprefix("已")
    if not (_STAGE.fullmatch(deed) or _is_deed(scene, deed)) or not is_countable(scene):
        return ""
    things = ((thing_of(scene, told.noun), told.noun) for told in counted_before(scene))
    thing = next((thing for thing, noun in things if noun.endswith(scene.words.heads) or len(thing) >= _NAME), "")
    stage = _STAGE.match(thing) or _STATE.match(thing)
    return core + (thing[stage.end() :] if stage and len(thing) - stage.end() > 1 else thing) if thing else ""


def _is_deed(scene: Scene, deed: str) -> bool:
    words = scene.words
    return deed in words.content or deed in common_verbs() or words.leading_verb.fullmatch(deed) is not None


def done_to_fronted(scene: Scene, core: str) -> str:
    """类似的“证缺”问题，该区今年已化解43宗: the deed is done to the thing that the clause before names alone."""
    deed = core.removeprefix("已")
    counted = is_countable(scene) or bare_unit(scene.quantity.unit) == "公里"
    thing = fronted_thing(scene) if counted and _is_deed(scene, deed) else ""
    return deed + thing.replace("”的", "”") if thing else ""


def next_done(scene: Scene, core: str) -> str:
    """生产冰箱412万台、洗衣机286万台: the deed is told once for both; what says enough alone keeps its own name."""
    told = scene.earlier[scene.index - 1] if scene.index else None
    words, quantity = scene.words, scene.quantity
    if told is None or told.kind is not Kind.LEVEL or len(core) > _SHORT or words.leading_verb.match(core) or _MADE_A_YEAR.match(core):
        return ""
    if words.is_metric(core, quantity.unit, quantity.kind) or words.forms.measure_end.search(core):
        return ""
    between = scene.passage.text[scene.passage.quantities[scene.index - 1].tail : quantity.head]
    deed = words.leading_verb.match(told.text) or _MADE_A_YEAR.match(told.text) or _last_deed(scene, told.text.removesuffix(told.noun))
    object_told = deed is not None and len(told.text) - deed.end() > 1
    return deed[0] + core if deed and object_told and between in {f"、{core}", f"和{core}"} else ""


def _last_deed(scene: Scene, words: str) -> re.Match[str] | None:
    """获批 of 企业获批: the verb that ends the words before a noun."""
    found = (scene.words.leading_verb.fullmatch(words, at) for at in range(len(words) - 1))
    return next((one for one in found if one), None)


def at_peaks(scene: Scene, core: str) -> str:
    """日均处理快件6.5万件，高峰时超过11万件: a day's at the busiest, of what each day has on average."""
    peak = _PEAK.fullmatch(core)
    told = next(counted_before(scene), None) if peak else None
    often = _ON_AVERAGE.search(told.text) if told else None
    return core + told.text[: often.start()] + (often["each"] or often["every"]) + told.text[often.end() :] if told and often else ""


def again_done(scene: Scene, core: str) -> str:
    """建成测试道路210公里。今年还要再开放120公里: more of what was told last in the unit, in the sentence or the one before."""
    deed = _AGAIN.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    if deed is None or core.removeprefix("再") != deed["deed"] or not (len(deed["deed"]) == 1 or _is_deed(scene, deed["deed"])):
        return ""
    sentences, unit = scene.passage.sentences, bare_unit(scene.quantity.unit)
    here = sentences.index(scene.passage.sentence_of(scene.index))
    for at in range(scene.index - 1, -1, -1):
        told, quantity = scene.earlier[at], scene.passage.quantities[at]
        if quantity.start < sentences[max(0, here - 1)].start:
            return ""
        if told is not None and told.kind is Kind.LEVEL and bare_unit(quantity.unit) == unit and told.noun.endswith(scene.words.heads):
            return deed[0] + thing_of(scene, told.noun)
    return ""


def each_of(scene: Scene, core: str) -> str:
    """高新技术企业6800余家，每平方公里13家: so many of what was counted; 投出项目173个，平均每个不足300万元: of each one the amount."""
    found = _EACH.fullmatch(core)
    if found is None:
        return ""
    told = next(counted_before(scene), None)
    if told is not None:
        return found["each"] + without_turn(told.text)
    told = next((told for _, told in figures_before(scene) if told.kind is Kind.LEVEL and told.noun.endswith(scene.words.heads)), None)
    return f"{told.text}{found['each']}金额" if told and found["one"] and scene.quantity.unit.endswith("元") else ""


def class_of(scene: Scene, core: str) -> str:
    """公布综合评价结果，参评企业1286家，A类184家: a class is of what was counted, and both of the article's one evaluation."""
    if not is_countable(scene):
        return ""
    evaluations = scene.passage.evaluations
    evaluation = next(iter(evaluations)) if len(evaluations) == 1 else ""
    if _TAKING_PART.fullmatch(core):
        return evaluation + core if evaluation else ""
    if not _CLASS.fullmatch(core):
        return ""
    told = next((told for told in counted_before(scene) if told.noun.endswith(scene.words.heads)), None)
    head = next((head for head in scene.words.by_length if told and told.noun.endswith(head)), "")
    return evaluation + core + head


def part_of_field(scene: Scene, core: str) -> str:
    """动力电池链上企业131户，其中规上企业54户: a part of a field's firms is not all that the park has of them."""
    among = scene.passage.text.rfind("其中", scene.passage.sentence_of(scene.index).start, scene.quantity.head)
    if among < 0:
        return ""
    for told in counted_before(scene):
        field = _FIELD.match(told.noun)
        if field and field["field"] not in core and core.endswith(field["head"]):
            return field["field"] + core
        part = scene.words.forms.firm_class.fullmatch(core)
        if part and told.start < among and (theme := _field_of(scene, told.noun)):
            return part["class"] + theme + "企业"
    return ""


def _field_of(scene: Scene, noun: str) -> str:
    """生物医药 of 集聚生物医药企业: what firms are of; empty where they are only told by what they are or did (注册企业, 中小企业)."""
    whole = thing_of(scene, noun)
    field = scene.words.forms.firm_lead.sub("", whole.removesuffix("企业"))
    known = scene.words.leading_verb.match(field) or "的" in field or field in common_verbs() or _NO_FIELD.search(field)
    return field if whole.endswith("企业") and 1 <= len(field) <= _LONGEST_FIELD and not known else ""


__all__ = [
    "again_done",
    "at_peaks",
    "class_of",
    "deed_done",
    "done_to_fronted",
    "each_of",
    "effect_of",
    "next_done",
    "part_of_field",
]
