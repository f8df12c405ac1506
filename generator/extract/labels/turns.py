"""Labels of both ends of a change: 由15份减至5份, 三年前只有31%，如今47%, from the words before the older figure or after both."""

import re
from dataclasses import replace

from generator.extract.labels.listed import list_of
from generator.extract.labels.part_and_whole import with_whole
from generator.extract.labels.parts import bare_unit, is_time, without_turn
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.ranks import rank_label
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.sized import dimension_of
from generator.extract.labels.spans import span_name, span_of_time
from generator.extract.labels.told import told_topic
from generator.extract.labels.waiting import waiting_for
from generator.extract.passage import NUMBER, SUBJECT, TIME
from generator.extract.tokens import Turn
from generator.model.claim import Kind

_FROM = re.compile(r"(?:从|由)(?=[^从由]*$)")
_MERGED = re.compile(r"(?:并成|并(?=成|为|到|至|$)|合并|整合|归并|精简|压缩|优化|压减|减少?|变|缩减)(?:成|为|到|至)?了?$")
_TAKEN = re.compile(r"(?:将|把)(?P<of>[^，,。；;\d将把]{0,12})$")
_OLD = re.compile(r"^(?:各类|各项|原有|原来|原先|原本|以往|过去|此前|现有|现行|既有|全部|所有|全区|园区|辖区|的)+|的$")
_WHERE = re.compile("[在由从向于到分]")
_LED_ON = re.compile("(?:反而?|却|则|也|还|已|要|将|再|可)+$")
_OF_WHOLE = re.compile(r"(?P<part>[^占]{0,4})占(?!地|有率|比)(?P<whole>[^占]+?)的?(?:比重|比例|份额)?$")
_EXTENTS = {"平方米": "面积", "平方公里": "面积", "亩": "面积", "公顷": "面积", "米": "长度", "公里": "长度"}
_COUNT = re.compile("(?:总数|总量|数量)$")
_WEIGHT = re.compile(r"(?:吨|公斤|千克|克|斤|两|kg|g|t)$")
_PLACE = re.compile(
    rf"(?:[在于]|[{SUBJECT}{TIME}]的?)(?P<among>[^，,。；;{SUBJECT}{TIME}在于]{{2,30}}?)(?:之中|当中|[中里内])?的?"
    r"(?P<kind>(?:综合|总体|总)?)(?:排名|排位|名次|位次|座次)[也则已又更]?$"
)
_SHORTEST_AMONG = 3
_OLDER = 7  # figures back: a list of old figures is seldom longer


def turn_label(scene: Scene) -> LabelChoice | None:
    """由15份减至5份: the metric stands before 由 or after the number; both ends carry it with （前） and （后）."""
    if scene.quantity.turn is Turn.BEFORE:
        return with_whole(scene, _before_turn(scene))
    return _after_turn(scene) if scene.quantity.turn is Turn.AFTER else None


def _before_turn(scene: Scene) -> LabelChoice | None:
    if scene.quantity.kind is Kind.RANK:
        ranked = _place_before(scene) or rank_label(scene)
        return replace(ranked, text=f"{ranked.text}（前）", noun=ranked.text, rule="turn") if ranked else None
    return _member_turned(scene) or _taken_before(scene) or _span_before(scene) or _waited_before(scene) or _named_before(scene)


def _place_before(scene: Scene) -> LabelChoice | None:
    """在国家高新区中的位次由2022年的第45位升至第31位: the place held among them; None where no word of a place stands before 由."""
    opening = _FROM.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    found = _PLACE.search(scene.passage.blanked, scene.clause_start, opening.start()) if opening else None
    among = tidy(found["among"]) if found else ""
    if found is None or len(among) < _SHORTEST_AMONG:
        return None
    name = merge(among, found["kind"]) + "排名"
    return scene.choose(name, "rank", found.start("among"), scene.quantity.end, name)


def _span_before(scene: Scene) -> LabelChoice | None:
    """从立项到拿出样机，由18个月缩短到7个月: the span and 用时."""
    span = span_of_time(scene)
    name = span_name(scene, span) if span else ""
    return scene.choose(f"{name}（前）", "turn", span.start(), scene.quantity.end, name) if span else None


def _waited_before(scene: Scene) -> LabelChoice | None:
    """客户下单后要等36小时才能拿到影像，现在不到4小时: who waits for what."""
    waited = waiting_for(scene) if is_time(scene.quantity.unit) else None
    return scene.choose(f"{waited[0]}（前）", "turn", waited[1], scene.quantity.end, waited[0]) if waited else None


def _named_before(scene: Scene) -> LabelChoice | None:
    quantity, text, after = scene.quantity, scene.passage.text, scene.after
    opening = _FROM.search(text, scene.clause_start, quantity.head)
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, opening.start() if opening else quantity.head, scene.words)
    forms = scene.words.forms
    name = _LED_ON.sub("", forms.then.sub("", tidy(phrase.text))) if phrase else ""
    counted = _MERGED.sub("", after.noun) if after else ""
    counted = counted if after and (counted != after.noun or counted.endswith(scene.words.heads)) else ""
    bare = forms.thin.sub("", name)
    name = "" if not bare else bare if is_time(quantity.unit) and not opening else name
    timed = bool(name) and not opening and is_time(quantity.unit) and not forms.measure_end.search(name)
    name += "用时" if timed and not name.endswith(scene.words.heads) else ""
    name += "量" if name.endswith("重") and _WEIGHT.search(quantity.unit) else ""
    if counted and bare and bare != name and not opening:
        return scene.choose(
            f"{merge(bare, counted)}（前）",
            "turn",
            phrase.start if phrase else quantity.start,
            after.noun_end if after else quantity.end,
            merge(bare, counted),
        )
    if counted and after and (not name or quantity.group >= 0 or NUMBER in scene.passage.blanked[scene.clause_start : quantity.head]):
        topic = None if opening or name else told_topic(scene)
        whole = merge(topic.text, counted) if topic and not topic.measure else counted
        return scene.choose(f"{whole}（前）", "turn", topic.start if topic else quantity.start, after.noun_end, whole)
    name = _share_of_told(scene, name)
    if opening and counted and counted.endswith(scene.words.heads) and len(name) >= 2 and not forms.measure_end.search(name):
        name = counted if name[-2:] in counted else merge(name, counted)
    name = _measured(scene, name)
    if len(name) < 2:
        return _unnamed_before(scene)
    if name in scene.words.dependents and scene.base is not None:
        name = merge(scene.base.noun, name)
    return scene.choose(f"{name}（前）", "turn", phrase.start if phrase else quantity.start, quantity.end, name)


def _measured(scene: Scene, name: str) -> str:
    """跑道长度 of 跑道由800米延长至1800米, 冷库面积 of 冷库从2万平方米扩到5万平方米, 箱壁厚度 of 箱壁从55毫米减到38毫米."""
    bare = len(name) < 2 or scene.words.forms.measure_end.search(name) or name in scene.words.dependents
    what = "" if bare else next((noun for unit, noun in _EXTENTS.items() if bare_unit(scene.quantity.unit) == unit), "")
    return name + (what or dimension_of(scene.quantity.unit, name))


def _share_of_told(scene: Scene, name: str) -> str:
    """高新技术企业1200家，总数占全市的比重从12%提升至21%: of what was told last; another name as it is."""
    found, base = _OF_WHOLE.match(name), scene.base
    if found is None or base is None or not (found["part"] == "" or found["part"] in scene.words.dependents):
        return name
    told = _COUNT.sub("", without_turn(base.noun)) if found["part"] else without_turn(base.text)
    return f"{merge(told, found['part'])}占{found['whole']}比重"


def _taken_before(scene: Scene) -> LabelChoice | None:
    """将原有的21个审批事项整合为6个, 把企业开办的6个环节压缩为1个: what is counted is what is changed."""
    taken, after = _TAKEN.search(scene.passage.text, scene.clause_start, scene.quantity.head), scene.after
    counted = _MERGED.sub("", after.noun) if after else ""
    if taken is None or after is None or len(counted) < 2 or not (counted != after.noun or counted.endswith(scene.words.heads)):
        return None
    of = _OLD.sub("", taken["of"])
    name = merge("" if _WHERE.search(of) else of, counted)
    return scene.choose(f"{name}（前）", "turn", taken.start("of"), after.noun_end, name)


def _member_turned(scene: Scene) -> LabelChoice | None:
    """知晓率、享受率、满意率分别从71%、58%、88%提升到96%、91%、99%: each member's old figure."""
    said, members = list_of(scene) if scene.quantity.group >= 0 else (None, None)
    if said is None or members is None or members.start < scene.clause_start:
        return None
    name = merge(members.names[scene.quantity.place], members.metric)
    return scene.choose(f"{name}（前）", "turn-listed", members.start, scene.quantity.end, name)


def _unnamed_before(scene: Scene) -> LabelChoice | None:
    """本地配套率，三年前只有31%: named by the clause before; 等20个工作日: by the waiting; else by what was told last."""
    topic, timed = told_topic(scene), is_time(scene.quantity.unit)
    if topic is not None and (topic.measure or timed):
        name = topic.text if topic.measure else f"{topic.text}用时"
        return scene.choose(f"{name}（前）", "turn", topic.start, scene.quantity.end, name)
    if timed and scene.words.forms.waits.search(scene.passage.text, scene.start, scene.quantity.head):
        return scene.choose("等待时间（前）", "turn", scene.quantity.start, scene.quantity.end, "等待时间")
    base = scene.base
    if base is None:
        return _told_after(scene)
    if timed and base.rule == "turn":
        return None
    return scene.choose(f"{base.noun}（前）", "turn", base.start, scene.quantity.end, base.noun)


def _told_after(scene: Scene) -> LabelChoice | None:
    """从2015年的3家到如今的120家，氢能企业数量增长了40倍: the metric comes after both ends."""
    clauses = scene.passage.sentence_of(scene.index).clauses
    newer = next((q for q in scene.passage.quantities[scene.index + 1 :] if q.turn is Turn.AFTER), None)
    after = next((clause for clause in clauses if newer is not None and clause.start >= newer.tail), None)
    if after is None:
        return None
    zone = re.split(f"[{NUMBER}{TIME}，,。；;：:！]", scene.passage.blanked[after.start : after.end])[0]
    verb = scene.words.verb.search(zone, 2)
    name = tidy(zone[: verb.start()] if verb else zone)
    known = scene.words.forms.measure_end.search(name) or name.endswith(scene.words.heads)
    if not known or "的" in zone[: len(name) + 1] or not 3 <= len(name) <= 14:
        return None
    return scene.choose(f"{name}（前）", "turn", scene.quantity.start, after.start + len(zone), name)


def _after_turn(scene: Scene) -> LabelChoice | None:
    """What the older figure is called: that of the same unit, else the nearest (由5小时压缩至40分钟)."""
    unit = bare_unit(scene.quantity.unit)
    quantities = scene.passage.quantities
    older = [at for at in range(scene.index - 1, max(-1, scene.index - _OLDER), -1) if quantities[at].turn is Turn.BEFORE]
    start = scene.passage.sentence_of(scene.index).start
    older = [at for at in older if quantities[at].start >= start] or older
    same = [at for at in older if bare_unit(quantities[at].unit) == unit]
    placed = [at for at in older if quantities[at].place == scene.quantity.place and scene.quantity.group >= 0]
    if placed and (first := scene.earlier[placed[0]]) is not None and first.rule == "turn-listed":
        same = placed
    for at in (same or older)[:1]:
        choice = scene.earlier[at]
        if choice is not None:
            return scene.choose(f"{_modifier(scene)}{choice.noun}（后）", "turn", choice.start, scene.quantity.end, choice.noun)
    return None


def _modifier(scene: Scene) -> str:
    """线上 in 减为线上0.5个工作日、线下1个工作日."""
    phrase = phrase_before(scene.passage.blanked, max(scene.start, scene.quantity.head - 4), scene.quantity.head, scene.words)
    found = re.search(r"(?:[为至到成、]|^)([线上下内外一-龥]{2})$", phrase.text if phrase else "")
    return found[1] if found and found[1] in {"线上", "线下", "境内", "境外", "国内", "国外"} else ""


__all__ = ["turn_label"]
