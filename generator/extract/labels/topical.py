"""Labels of numbers whose metric is a clause of its own: 跨境电商交易额，上半年却做到了73亿元; 合格率，去年是95%.

The last rule of the special forms: only where the number's own clause names nothing but that there is so much.
"""

import re

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.things import is_countable_unit
from generator.extract.labels.told import told_topic
from generator.model.claim import Kind

_LINK = re.compile(
    r"(?:[却就也才则已又均都还只仅刚好]|已经|首次|一举|一度|只有|仅有|[做达提增升降减缩涨扩跃攀冲]?[到至为有是达]|(?:刷新|爬升|攀升|回升|回落|提升|跃升|压缩|缩短|下降|上升|恢复|拓展|扩大)[到至]|突破|超过|完成|实现|保持|维持|稳定在|控制在|位于|在|了|的)+"
)

_SUM = re.compile(
    r"总(?:建筑|占地|用地|规划)?(?:面积|市值|注册资本|注册资金|产能|床位|里程|长度?|长|装机容量|装机|库容|金额|合同额|载重吨?位?|载重量|吨位|运力|货值|估值|运量|床位数|户数|人数|客座)"
)
_LONGEST = 20  # letters of the whole name
_COUNT = re.compile(r"(?:总数|数量|总量|合计|总计)$")
_EACH = re.compile(r"(?:其中)?(?:另)?[一两二三][家个户名人台款批项](?:就?[有是为达]|各)?")


def sum_label(scene: Scene) -> LabelChoice | None:
    """众创载体总计154家，总面积达75万平方米: the total of what was just counted."""
    phrase, at = scene.before, scene.index - 1
    name = tidy(phrase.text) if phrase else ""
    if not _SUM.fullmatch(name) or at < 0 or scene.quantity.kind is not Kind.LEVEL:
        return None
    told, counted = scene.earlier[at], scene.passage.quantities[at]
    same = counted.start >= scene.passage.sentence_of(scene.index).start and is_countable_unit(counted.unit, scene)
    if told is None or told.kind is not Kind.LEVEL or not same or counted.unit == "大" or len(told.text) > _LONGEST:
        return None
    return scene.choose(merge(_COUNT.sub("", told.text), name), "dependent", told.start, scene.quantity.end, name)


def topical_label(scene: Scene) -> LabelChoice | None:
    """The measure told by the clause before; None where the number's own clause has words of its own."""
    if scene.quantity.kind not in {Kind.LEVEL, Kind.SHARE}:
        return None
    first = scene.earlier[scene.index - scene.quantity.place] if scene.quantity.place > 0 else None
    if first is not None and first.rule != "topical":
        return None
    after, own = scene.after, tidy(scene.plain(scene.start, scene.quantity.head))
    own_each = bool(_EACH.fullmatch(own))
    if own_each:
        own = ""
    if (after is not None and (after.noun or after.attribute)) or (own and not _LINK.fullmatch(own)):
        return None
    topic = told_topic(scene)
    if topic is None or not (topic.measure or own_each):
        return None
    return scene.choose(topic.text, "topical", topic.start, scene.quantity.end, topic.text)


__all__ = ["sum_label", "topical_label"]
