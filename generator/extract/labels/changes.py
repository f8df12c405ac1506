"""Labels of numbers that tell of change: both ends of it, growth, and how long something has gone on."""

import re
from dataclasses import replace

from generator.extract.labels.listed import list_of
from generator.extract.labels.part_and_whole import with_whole
from generator.extract.labels.parts import bare_unit, is_time, without_turn
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.ranks import rank_label
from generator.extract.labels.references import TIMES, referred_label
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.told import told_topic
from generator.extract.passage import NUMBER, TIME
from generator.extract.tokens import Turn
from generator.model.claim import Kind

_FROM = re.compile(r"(?:从|由)(?=[^从由]*$)")
_THAN = re.compile(
    r"(?:比|较)([^，,。；;]{2,14}?)(?:高出|(?<!提)高|(?<!降)低|多出|多|少|快|慢|领先|超出|便宜|节省|节约|(?<!节)省|贵|轻|下浮|上浮)[了出]?$"
)
_OF_TIMES = re.compile(r"(?:是|为|相当于|达到?)[^，,。；;]{0,16}的?$")
_BASIS = re.compile(r"基础上?$|^(?:与|和|同|跟|比|较)$")
_SPAN = re.compile(r"从[^，,。；;\d]{1,20}[到至][^，,。；;]{1,20}?(?=平均|需|只|仅|用|共|，|,|隔|花|耗|历|不|总|由|$)")
_MERGED = re.compile(r"(?:并成|合并|整合|归并|精简|压缩|优化|压减|减少?|变|缩减)(?:成|为|到|至)?了?$")
_AGAINST_OTHER = re.compile(r"^[比较](?!例|重|赛)(?P<whom>.{2,})")
_PACE = re.compile(
    r"^(?:同比|环比|年均|年平均|累计|平均|名义|实际|总体|其|且|而|但|不过|只是)*(?P<pace>增速|增幅|降幅|涨幅|跌幅)(?!中位|平均|均值)"
)
_AIM = re.compile(r"(?:增长|增速|增幅)(?:的?(?:预期|年度|全年))?目标$")
_SHARE_END = re.compile(r"(?:占[^占]*(?:比重|比例)|占比)$")
_PULLED = re.compile(
    r"(?P<verb>拉动|拉低|带动|推动|助推|促进)了?(?P<what>[^，,。；;、\d]{2,16}?)(?:增速|增长|提升|提高|上升|加快)?(?:了|约|近|超过|超)*$"
)
_LEANS_ON = re.compile(r"(?:随之|却|则|就|也|还|又|便|更是?|再|相应|普遍|大幅|显著|明显|逐[月季年]|有所)+$")
_SHARE_GREW = re.compile(
    r"占(?!有率|比)(?P<whole>[^，,。；;占]{2,20}?)的?(?:比重|比例|份额)(?P<against>[^，,。；;占]{0,12}?)(?:(?P<fall>下降|回落|降低|减少|下滑)|提高|提升|上升|增加|扩大)了?$"
)
_HALVED = re.compile("减半")
_FREE = re.compile(r"(?P<what>[^，,。；;：:]{2,20}?)(?:全免|全部免[除收]|免[收除交缴]|免费)[，,]")
_FIRST_YEARS = re.compile(r"(?:首|头|前|第)?[一二两三四五六\d]?(?:个)?年|头[一二两三]个?月")
_LED_ON = re.compile("(?:反而?|却|则|也|还|已)+$")
_GREW = re.compile(r"增长(?:了|约|近|超过?|达到?)*$")
_LENDS = frozenset({"difference", "streak", "scale", "duration"})
_POINTED = re.compile(r"前者|后者")
_TWO = 2
_HELD = re.compile(r"与[^与]+之比$|相当于.+比重$")
_PACE_END = re.compile(r"(?:增速|增幅|降幅|涨幅|跌幅)$")
_SHARE_WORD = re.compile(r"(?:占比|比重|比例|份额)")
_OF_OWN = frozenset({Kind.LEVEL, Kind.SHARE})
_LESS = re.compile(r"^[低慢落]|(?:[低少慢轻]|下浮|便宜|节省|节约)[了出]?$|(?<!于全)省[了出]?$")
_NO_NAME = re.compile(r"(?:年均|保持|正|实现|增长)*")
_WEIGHT = re.compile(r"(?:吨|公斤|千克|克|斤|两|kg|g|t)$")
_OLDER = 7  # figures back: a list of old figures is seldom longer
_OVER = re.compile(r"(?:高于|低于|快于|慢于|领先于?|落后于?|高出)([^，,。；;\d]{2,14}?)$")


def turn_label(scene: Scene) -> LabelChoice | None:
    """由15份减至5份: the metric stands before 由 or after the number; both ends carry it with （前） and （后）."""
    if scene.quantity.turn is Turn.BEFORE:
        return with_whole(scene, _before_turn(scene))
    return _after_turn(scene) if scene.quantity.turn is Turn.AFTER else None


def _before_turn(scene: Scene) -> LabelChoice | None:
    quantity, text, after = scene.quantity, scene.passage.text, scene.after
    member = _member_turned(scene)
    if member is not None:
        return member
    if quantity.kind is Kind.RANK:
        ranked = rank_label(scene)
        return replace(ranked, text=f"{ranked.text}（前）", noun=ranked.text, rule="turn") if ranked else None
    span = span_of_time(scene)
    if span:
        name = span[0].removesuffix("的") + "用时"
        return scene.choose(f"{name}（前）", "turn", span.start(), quantity.end, name)
    opening = _FROM.search(text, scene.clause_start, quantity.head)
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, opening.start() if opening else quantity.head, scene.words)
    forms = scene.words.forms
    name = _LED_ON.sub("", forms.then.sub("", tidy(phrase.text))) if phrase else ""
    waits = bool(forms.waits.search(text[scene.start : quantity.head])) and is_time(quantity.unit)
    counted = _MERGED.sub("", after.noun) if after else ""
    counted = counted if after and (counted != after.noun or counted.endswith(scene.words.heads)) else ""
    bare = forms.thin.sub("", name)
    name = "" if waits or not bare else bare if is_time(quantity.unit) and not opening else name
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
    if name.startswith("占") and not name.startswith("占地") and scene.base is not None:
        name = f"{scene.base.text}{re.sub('的?(?:比重|比例|份额)$', '', name)}比重"
    if len(name) < 2:
        return _unnamed_before(scene, waits=waits)
    if name in scene.words.dependents and scene.base is not None:
        name = merge(scene.base.noun, name)
    return scene.choose(f"{name}（前）", "turn", phrase.start if phrase else quantity.start, quantity.end, name)


def _member_turned(scene: Scene) -> LabelChoice | None:
    """知晓率、享受率、满意率分别从71%、58%、88%提升到96%、91%、99%: each member's old figure."""
    said, members = list_of(scene) if scene.quantity.group >= 0 else (None, None)
    if said is None or members is None or members.start < scene.clause_start:
        return None
    name = merge(members.names[scene.quantity.place], members.metric)
    return scene.choose(f"{name}（前）", "turn-listed", members.start, scene.quantity.end, name)


def _unnamed_before(scene: Scene, *, waits: bool) -> LabelChoice | None:
    """本地配套率，三年前只有31%: named by the clause before; 等20个工作日: by the waiting; else by what was told last."""
    topic, timed = told_topic(scene), is_time(scene.quantity.unit)
    if topic is not None and (topic.measure or timed):
        name = topic.text if topic.measure else f"{topic.text}用时"
        return scene.choose(f"{name}（前）", "turn", topic.start, scene.quantity.end, name)
    if waits:
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


def span_of_time(scene: Scene) -> re.Match[str] | None:
    """从立项到拿出样机 before a length of time, in its clause or the one before."""
    if not is_time(scene.quantity.unit):
        return None
    zone = scene.passage.text[: scene.quantity.head]
    return next(iter(_SPAN.finditer(zone, max(scene.passage.sentence_of(scene.index).start, scene.clause_start - 30))), None)


def growth_label(scene: Scene) -> LabelChoice | None:
    """增长5.8%: the metric before the verb, else the one told just before; falls say so (能源成本降幅)."""
    quantity = scene.quantity
    if quantity.kind is not Kind.GROWTH:
        return None
    blanked = scene.passage.blanked
    listed = referred_label(scene) or _member_grown(scene, scene.clause_start) or _listed_grown(scene) or _member_grown(scene, 0)
    if listed is not None:
        return listed
    than = _THAN.search(scene.passage.text, scene.clause_start, quantity.head)
    over = _OVER.search(scene.passage.text, scene.clause_start, quantity.head)
    if (than and not TIMES.search(than[1])) or over:
        return _compared(scene, over or than)
    share = _pointed_rate(scene) or _pulled(scene) or _share_grown(scene)
    if share is not None:
        return share
    fall = scene.words.fall_end.search(blanked[scene.clause_start : quantity.head])
    rise = scene.words.growth_end.search(blanked[scene.clause_start : quantity.head])
    halved = _HALVED.match(scene.passage.text, quantity.start)
    verb = fall or rise or _OF_TIMES.search(blanked[scene.clause_start : quantity.head])
    end = scene.clause_start + (verb.start() if verb else quantity.head - scene.clause_start)
    phrase = phrase_before(blanked, scene.start, end, scene.words) if end > scene.start else None
    suffix = "降幅" if fall or halved else ""
    after = scene.after
    free = _free_before(scene) if halved else None
    if free is not None:
        return free
    if after and after.noun and not after.attribute and (rise or fall):
        return scene.choose(_fallen(after.noun, suffix), "growth-after", quantity.start, after.noun_end, after.noun)
    if quantity.unit == "位":
        return _moved_places(scene)
    if phrase is not None and len(tidy(phrase.text)) >= 2 and not TIMES.match(phrase.noun) and not _BASIS.search(phrase.noun):
        return _own_metric(scene, phrase.text if phrase.verb else phrase.noun, phrase.start, suffix)
    return _leaning_growth(scene, suffix)


def _free_before(scene: Scene) -> LabelChoice | None:
    """租金前两年全免，第三年减半: what was free of charge before."""
    found = _FREE.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.clause_start)
    name = _FIRST_YEARS.sub("", tidy(found["what"])) if found else ""
    return scene.choose(f"{name}降幅", "growth", found.start("what"), scene.quantity.end, name) if found and len(name) > 1 else None


def _pointed_rate(scene: Scene) -> LabelChoice | None:
    """办结率98%、满意率99%，后者同比提高0.3个百分点: of the rates told before, the one that is meant; points are of rates alone."""
    pointed = _POINTED.match(scene.passage.text, scene.clause_start)
    if pointed is None or scene.quantity.unit != "个百分点":
        return None
    before = reversed(scene.passage.before_in_sentence(scene.index))
    rates = [one for at in before if (one := scene.earlier[at]) and one.kind is Kind.SHARE]
    if not rates or (pointed[0] == "前者" and len(rates) < _TWO):
        return None
    told = rates[-1 if pointed[0] == "后者" else -2]
    return scene.choose(without_turn(told.text), "growth", told.start, scene.quantity.end, without_turn(told.text))


def _pulled(scene: Scene) -> LabelChoice | None:
    """拉动全区规上工业增长5.8个百分点: who pulled what; the doer may be the clause's own or that of the amount told before."""
    if scene.quantity.unit != "个百分点":
        return None
    found = _PULLED.search(scene.passage.text[: scene.quantity.head], scene.clause_start)
    if found is None:
        return None
    begin, base = scene.clause_start, scene.base
    own = phrase_before(scene.passage.blanked, begin, found.start(), scene.words) if found.start() > begin else None
    doer, start = (tidy(own.text), own.start) if own else ("", found.start())
    if len(doer) < 2 and base is not None:
        told = _SHARE_END.sub("", without_turn(base.noun if base.kind is Kind.GROWTH else base.text))
        doer, start = scene.words.forms.measure_tail.sub("", told) or told, base.start
    name = f"{doer}{found['verb']}{tidy(found['what'])}{'增速' if found['verb'] == '拉低' else '增长'}"
    return scene.choose(name, "growth", start, scene.quantity.end, name)


def _share_grown(scene: Scene) -> LabelChoice | None:
    """占地区生产总值比重提高6个百分点: the share itself, of the metric before 占 or of the one told last."""
    found = _SHARE_GREW.search(scene.passage.text[: scene.quantity.head], scene.clause_start)
    if found is None:
        return None
    at = found.start()
    phrase = phrase_before(scene.passage.blanked, scene.start, at, scene.words) if at > scene.start else None
    base = scene.base
    part, start = (tidy(phrase.noun), phrase.start) if phrase else (without_turn(base.noun), base.start) if base else ("", at)
    name = f"{part}占{tidy(found['whole'])}比重"
    return scene.choose(_fallen(name, "降幅" if found["fall"] else ""), "growth", start, scene.quantity.end, name)


def _listed_grown(scene: Scene) -> LabelChoice | None:
    """产值120亿元、税收8亿元，分别增长14%和9%: the amount at the same place of the list before; 分别 may be left out."""
    told = scene.listed or _amounts_before(scene)
    if not told:
        return None
    choice = told[scene.quantity.place]
    return scene.choose(choice.text, "growth-listed", choice.start, scene.quantity.end, choice.noun)


def _amounts_before(scene: Scene) -> tuple[LabelChoice, ...]:
    """As many amounts as the list has numbers, if the clause before holds just these and the list's own only says that they grew."""
    quantities, group = scene.passage.quantities, scene.quantity.group
    if group < 0:
        return ()
    first = scene.index - scene.quantity.place
    size = 1 + max(one.place for one in quantities if one.group == group)
    clauses = [one for one in scene.passage.sentence_of(first).clauses if one.end <= scene.clause_start]
    before = tuple(at for at in range(first) if clauses and clauses[-1].start <= quantities[at].start < clauses[-1].end)
    words = scene.passage.blanked[scene.clause_start : quantities[first].head]
    grew = scene.words.growth_end.match(words) or scene.words.fall_end.match(words)
    if len(before) != size or not grew or grew.start():
        return ()
    told = tuple(choice for at in before if (choice := scene.earlier[at]) is not None and choice.kind is Kind.LEVEL)
    return told if len({choice.text for choice in told}) == size else ()


def _member_grown(scene: Scene, start: int) -> LabelChoice | None:
    """电子信息、汽车两大产业分别增长14.5%和22.8%: each member's, told from `start` on; A、B两区产值分别增长: the metric is every one's."""
    if scene.quantity.group < 0:
        return None
    said, members = list_of(scene)
    if said is None or members is None or said < scene.clause_start or members.start < start:
        return None
    own = scene.words.fall_end.search(scene.passage.blanked[scene.start : scene.quantity.head])
    rise = scene.words.growth_end.search(scene.passage.blanked[scene.start : scene.quantity.head])
    first = scene.passage.quantities[scene.index - scene.quantity.place]
    fall = own or (not rise and scene.words.fall_end.search(scene.passage.blanked[said : first.head]))
    name = merge(members.names[scene.quantity.place], members.metric)
    return scene.choose(_fallen(name, "降幅" if fall else ""), "growth-member", members.start, scene.quantity.end, name)


def _moved_places(scene: Scene) -> LabelChoice | None:
    """比上年前移1位: in the ranking told of before."""
    name, start = scene.scope, scene.clause_start
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and choice.kind is Kind.RANK:
            name, start = without_turn(choice.text).removesuffix("排名") if len(choice.text) > 6 else choice.text, choice.start
            break
    return scene.choose(f"{name}位次变化", "moved-places", start, scene.quantity.end, name) if name else None


def _own_metric(scene: Scene, words: str, start: int, suffix: str) -> LabelChoice | None:
    name = re.sub(r"(?:近|过去)?[一二三四五六七八九十两\d]+年(?:来|间)?$|(?:保持|维持|实现|达到|取得|呈现)了?$", "", tidy(words))
    name = re.sub(r"(?<=[金费税款租])[头前首第]$", "", name)
    if _NO_NAME.fullmatch(name):
        return _leaning_growth(scene, suffix)
    other = _AGAINST_OTHER.match(name)
    if other:
        told = next(
            (one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at]) and one.kind in _OF_OWN), None
        )
        name = merge(without_turn(told.text), "" if TIMES.match(other["whom"]) else name) if told else name
    name = _LEANS_ON.sub("", name)
    name += "比" if name.endswith("占") else ""  # 二产占比|较上年, cut as 比较
    name = _AIM.sub("", name) if len(_AIM.sub("", name)) > 1 else name
    pace, base = _PACE.match(name), scene.base or _told_of(scene)
    if pace and base is not None:
        noun = _PACE_END.sub("", without_turn(base.noun))
        return scene.choose(merge(noun, pace["pace"]), "growth", start, scene.quantity.end, noun)
    if name in scene.words.dependents and base is not None:
        name = without_turn(base.text) if base.kind is Kind.SHARE and _SHARE_WORD.fullmatch(name) else merge(base.noun, name)
    return scene.choose(_fallen(name, suffix), "growth", start, scene.quantity.end, name)


def _fallen(name: str, suffix: str) -> str:
    return name if not suffix or name.endswith(("降幅", "时间", "时长")) else merge(name, suffix)


def _leaning_growth(scene: Scene, suffix: str) -> LabelChoice | None:
    base = scene.base or _told_of(scene)
    if base is None:
        return None
    name = _HELD.sub("", without_turn(base.noun if base.kind is Kind.GROWTH else base.text))
    if base.kind is Kind.SHARE and not scene.quantity.unit.startswith("个") and _GREW.search(scene.passage.text[: scene.quantity.head]):
        name = _SHARE_END.sub("", name) or name
    return scene.choose(_fallen(name, suffix if base.kind is Kind.GROWTH else ""), "growth-of-last", base.start, scene.quantity.end, name)


def _told_of(scene: Scene) -> LabelChoice | None:
    """规上工业产值净增近900亿元、年均增长16%; 出口额连续四年增长，年均增速达12%: what the difference or the streak told last is of."""
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((replace(one, text=one.noun) for one in told if one is not None and one.rule in _LENDS), None)


def _compared(scene: Scene, than: re.Match[str] | None) -> LabelChoice | None:
    """增速比株洲市高1.7个百分点: what is compared, then higher or lower than whom."""
    if than is None:
        return None
    phrase = phrase_before(scene.passage.blanked, scene.start, than.start(), scene.words)
    own = tidy(phrase.noun) if phrase else ""
    base = scene.base
    told = (base.text if base.kind is Kind.SHARE else base.noun) if base else ""
    name = own if not base or (own and own not in scene.words.dependents) else merge(without_turn(told), own)
    if not name:
        return None
    if TIMES.match(than[1]):
        return scene.choose(name, "growth", base.start if base and name != own else than.start(), scene.quantity.end, name)
    relation = "低于" if _LESS.search(than[0]) else "高于"
    start = phrase.start if phrase and name == own else base.start if base else than.start()
    return scene.choose(f"{name}{relation}{tidy(than[1])}", "compared", start, scene.quantity.end, name)


def streak_label(scene: Scene) -> LabelChoice | None:
    """连续两年超过6000亿元: the metric, 连续, and what went on."""
    if not scene.streak:
        return None
    text, quantity = scene.passage.text, scene.quantity
    phrase = phrase_before(scene.passage.blanked, scene.start, quantity.start - 2, scene.words)
    doing = re.sub(f"[{NUMBER}].*", "", scene.passage.blanked[quantity.tail : scene.end])
    following = scene.passage.quantities[scene.index + 1] if scene.index + 1 < len(scene.passage.quantities) else None
    end = quantity.tail + len(doing)
    if following is not None and quantity.tail <= following.head <= end + 1 and following.end <= scene.end:
        end = following.tail
    name = tidy(phrase.text) if phrase else scene.scope or (scene.base.noun if scene.base else "")
    deed = tidy(text[quantity.tail : end].rstrip("，,；;。：:"))
    if not name and not deed:
        return None
    start = phrase.start if phrase else scene.base.start if scene.base and not scene.scope else scene.clause_start
    return scene.choose(
        f"{name}连续{deed}年数" if quantity.unit.endswith("年") else f"{name}连续{deed}", "streak", start, end, name or deed
    )
