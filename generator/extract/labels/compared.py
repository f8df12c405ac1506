"""Labels of growth held against others: 增速比株洲市高1.7个百分点, 比传统叶片轻15%. What is compared, then higher or lower than whom."""

import re

from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import Phrase, phrase_before, tidy
from generator.extract.labels.references import TIMES
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.told import Told, told_topic
from generator.model.claim import Kind

_THAN = re.compile(
    r"(?:比|较)([^，,。；;]{2,14}?)(?:高出|(?<!提)高|(?<!降)低|多出|多|少|(?<!扩)大|(?<!缩)小|快|慢|领先|超出|便宜|节省|节约|(?<!节)省|贵|(?<!减)轻|(?<![比占])重|短|薄|厚|(?<!收)窄|(?<!放)宽|下浮|上浮)[了出]?$"
)
_CHANGED = re.compile(
    r"(?<![同可环对占相类])[比较](?!例|重|赛)([^，,。；;、\d]{2,14}?)(?:同比|平均|大幅|可|能|将|已|约)*(?:提高|提升|增加|增长|上升|提速|(?P<less>降低|下降|减少|缩短|节省|节约|节能|压缩|压减|缩减))[了出]?$"
)
THEN = re.compile(r"[前后初末期年月日时底度来]$|计划|预期|目标|同[期比]|[年月]")  # 比改造前提高: an earlier time of the same
_OVER = re.compile(
    r"(?:高于|低于|快于|慢于|领先于?|落后于?|高出|跑赢|超出|优于|好于|[快高慢低]过|超过(?=[^，,。；;\d]{0,8}(?:平均|全[国省市区])))([^，,。；;\d]{2,14}?)$"
)
_BELOW = re.compile("[低慢][于过]|落后")
_LESS = re.compile(r"(?:[低少慢轻短薄窄小]|下浮|便宜|节省|节约)[了出]?$|(?<!于全)省[了出]?$")
_OTHERS = re.compile(r"(?:远|大幅|明显|显著|均|也|都)*(?:高于|低于|快于|优于|好于|超过|超出|高出)(?P<whom>[^，,。；;\d]{2,12}?)(?:的)?$")
_LEVEL = re.compile("的?((?:平均水平|平均值|均值|平均)|水平)")
_AND = re.compile("^(?:但是?|而且?|虽然?|且|其|不过)+(?=[一-龥]{2})")
_FAST, _SPED = re.compile("快[了出]?$"), re.compile("提速了?$")
_TIMED = re.compile(r"(?:时间|用时|时限|时长|周期|工期)$")
_SIZE = re.compile(r"(?<![减加收放])(?P<size>轻|重|薄|厚|窄|宽|贵|便宜)[了出]?$")
_SIZED = re.compile("(?:价|价格|成本|费|费用|重|重量|厚|厚度|宽|宽度)$")
_MEASURES = {"轻": "重量", "重": "重量", "薄": "厚度", "厚": "厚度", "窄": "宽度", "宽": "宽度", "贵": "价格", "便宜": "价格"}


def compared_label(scene: Scene) -> LabelChoice | None:
    """The metric with 高于 or 低于 and the other; None where none is named, or only an earlier time."""
    text, head = scene.passage.text, scene.quantity.head
    than, over = _THAN.search(text, scene.clause_start, head), _OVER.search(text, scene.clause_start, head)
    faster = _faster(scene, than)
    if faster is not None:
        return faster
    changed = _CHANGED.search(text, scene.clause_start, head)
    other = changed if changed and not TIMES.search(changed[1]) and not THEN.search(changed[1]) else None
    found = over or (than if than and not TIMES.search(than[1]) else None) or other
    if found is None:
        return None
    name, start = _what(scene, found.start())
    if not name:
        return None
    if TIMES.match(found[1]):
        return scene.choose(name, "growth", start, scene.quantity.end, name)
    name = sized(name, found[0])
    less = _BELOW.match(found[0]) if found is over else _LESS.search(found[0]) or found.groupdict().get("less")
    relation = "快于" if (_TIMED.search(name) and _FAST.search(found[0])) or _SPED.search(found[0]) else "低于" if less else "高于"
    return scene.choose(f"{name}{relation}{tidy(found[1])}", "compared", start, scene.quantity.end, name)


def _faster(scene: Scene, than: re.Match[str] | None) -> LabelChoice | None:
    """从申报到放行仅用了38分钟，比以往快了一半: what took that time."""
    last = scene.earlier[-1] if scene.earlier else None
    if than is None or last is None or last.rule != "duration" or not _FAST.search(than[0]) or tidy(scene.plain(scene.start, than.start())):
        return None
    name = _TIMED.sub("", last.text)
    return scene.choose(f"{name}快于{tidy(than[1])}", "compared", last.start, scene.quantity.end, name) if len(name) > 1 else None


def reference_label(scene: Scene) -> LabelChoice | None:
    """研发投入强度8.1%，远高于全国2.64%的平均水平: what others have of the same."""
    found = _OTHERS.search(scene.passage.text[: scene.quantity.start], scene.clause_start)
    level = _LEVEL.match(scene.passage.text, scene.quantity.tail)
    if found is None or level is None:
        return None
    name, start = _what(scene, found.start())
    return scene.choose(f"{name}{tidy(found['whom'])}{level[1]}", "reference", start, level.end(), name) if name else None


def _what(scene: Scene, end: int) -> tuple[str, int]:
    """What is compared: the words before, what was told last, or what the clause before names."""
    phrase = phrase_before(scene.passage.blanked, scene.start, end, scene.words)
    last = next((one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at])), None)
    base = last if last is not None and last.rule == "duration" else scene.base
    own = _AND.sub("", tidy(phrase.noun)) if phrase else ""
    topic = told_topic(scene) if not own and base is None else None
    if topic is not None and not _is_deed(scene, topic):
        phrase, own = Phrase("", topic.text, topic.start, topic.start + len(topic.text)), topic.text
    if phrase and (base is None or (own and own not in scene.words.dependents)):
        return own, phrase.start
    if base is None:
        return own, end
    return merge(without_turn(base.text if base.kind is Kind.SHARE else base.noun), own), base.start


def _is_deed(scene: Scene, topic: Told) -> bool:
    """迁入金沙园 is what somebody does; 公司研发的减速器 is a thing."""
    return (
        bool(scene.words.leading_verb.match(topic.text)) and "的" not in scene.passage.text[topic.start : topic.start + len(topic.text) + 1]
    )


def sized(name: str, words: str) -> str:
    """A thing with the measure that the adjective at the end of `words` speaks of.

    >>> sized("新型叶片", "比传统叶片轻了"), sized("电池包重量", "轻了"), sized("负担", "减轻了")
    ('新型叶片重量', '电池包重量', '负担')
    """
    found = _SIZE.search(words)
    measure = _MEASURES[found["size"]] if found else ""
    return name if not measure or _SIZED.search(name) else name + measure


__all__ = ["THEN", "compared_label", "reference_label", "sized"]
