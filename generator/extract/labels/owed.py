"""Whose a bare sum behind a count is: 企业23家，实现产值近300亿元 is those firms', 交付设备47台，营业收入3860万元 is not its machines'."""

import re

from generator.extract.labels.parts import bare_unit
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_LED = re.compile("带动|拉动|撬动")
PAYMENTS = ("融资", "投资", "放款", "贷款", "授信", "资金", "补贴", "奖励", "交易", "合同", "订单")
_LONGEST = 18  # letters of what was counted
_NO_OWNERS = frozenset({"次", "人次", "场", "期", "批", "届", "件次", "步", "阶段", "人", "名", "位", "项"})
_RUNS = re.compile("(?:投产后|建成后|达产后)?(?:年|可年|预计年|日|月)产|.*(?:[日月年]均|(?:年产能|产能|产量|中心|平台)$)|卖出|售出")
_SERVED = re.compile("(?:服务|惠及|走访|帮扶|受益)[一-龥]{0,4}(?:企业|商户|客户|机构)$")  # what was done for them is not what they make
_EARNED = re.compile("(?:营业收入|销售收入|营收|产值|利润|税收|纳税额?)[达超为近约]*$")  # a company's own, not that of its 47 machines


def beside_places(scene: Scene) -> LabelChoice | None:
    """签约41个项目，涉及15个国家和地区，总投资628亿元: what has a sum, not the places that it reaches."""
    base, reach = scene.base, scene.words.forms.reach_noun
    if base is None or not reach.fullmatch(base.noun):
        return base
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((one for one in told if one is not None and one.kind is Kind.LEVEL and not reach.fullmatch(one.noun)), None)


def is_owed(scene: Scene, base: LabelChoice) -> bool:
    """企业23家，实现产值近300亿元: the output is those firms'; 载体29家、面积72万平方米: so is what stands beside their count."""
    before = (at for at in scene.passage.before_in_sentence(scene.index) if scene.passage.quantities[at].kind is Kind.LEVEL)
    levels = (at for at in before if (told := scene.earlier[at]) is None or not scene.words.forms.reach_noun.fullmatch(told.noun))
    nearest = next(levels, None)
    if nearest is None or scene.earlier[nearest] is None or _SERVED.search(base.text):
        return False
    count = scene.passage.quantities[nearest]
    if count.start >= scene.clause_start and not scene.passage.text.startswith("、", count.tail):
        return False
    if SUBJECT in scene.passage.blanked[max(count.tail, scene.clause_start) : scene.quantity.head]:
        return False  # D类企业8家；园区亩均税收8.7万元
    unit, own = bare_unit(count.unit), scene.plain(scene.clause_start, scene.quantity.head)
    return (
        scene.owners[nearest] == scene.owners[scene.index]
        and (unit in scene.words.countable - _NO_OWNERS or (unit == "吨" and own.startswith("货值")))
        and (
            base.noun.endswith(("企业", "项目", "公司", "机构"))
            or (
                scene.earlier[nearest] is base
                and not _RUNS.match(base.noun)
                and not scene.words.forms.measure_end.search(base.noun)
                and (scene.at_home or not _EARNED.search(own))
            )
        )
    )


def is_all(scene: Scene, noun: str, base: LabelChoice) -> bool:
    """外资项目9个，合同外资4.8亿美元 is all there is of it, told of them or not; so is what somebody brought about (带动新增产值)."""
    return noun[-2:] in base.noun or _LED.search(scene.passage.text, scene.clause_start, scene.quantity.head) is not None


def sum_of_counted(scene: Scene) -> LabelChoice | None:
    """融资76笔、98.5亿元; 投了64个项目、1.2亿元: the money of what was just counted."""
    previous = scene.passage.quantities[scene.index - 1] if scene.index else None
    told = scene.earlier[scene.index - 1] if previous else None
    if previous is None or told is None or told.kind is not Kind.LEVEL or not scene.quantity.unit.endswith("元"):
        return None
    between = re.fullmatch("([一-龥]{0,8}?)[、，,](?:共|合计|总计|约|近|超)*", scene.passage.text[previous.tail : scene.quantity.start])
    if between is None or not told.noun.endswith(between[1]):
        return None
    if bare_unit(previous.unit) not in scene.words.countable or len(told.text) > _LONGEST:
        return None
    name = told.text if told.text.endswith(PAYMENTS) else merge(told.text, "金额")
    return scene.choose(name, "dependent", told.start, scene.quantity.end, name)


__all__ = ["PAYMENTS", "beside_places", "is_all", "is_owed", "sum_of_counted"]
