"""Labels of one amount held against another: 为年度计划的58.7%, 相当于全市的五成六, 是财政出资的4.2倍, 占全省的七成、全国的5%."""

import re
from dataclasses import replace

from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.references import references_of
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.model.claim import Kind
from generator.model.quantity import Form

_AGAINST = re.compile(
    r"(?P<verb>[只仅]?相当于|[抵顶够]得[上过]|约合|折合|[只仅][有及]|(?<![认作成称因名])(?:约|仅|只|均|已|都)?[为是](?!了)|不到|不足|不超过|不高于|不低于|不少于|超过|已达到?|达到?|(?:降低|下降|缩短|压缩|减少|提高|提升|增加|降|减|缩|升|增|涨)[到至为])(?P<whole>(?!占)[^，,。；;、：:\d“”的]{2,16})的(?:近|约|大约|将近|不到|不足|超过|接近|逾|整整|仅)*$"
)
_AGAINST_TIME = re.compile(
    r"(?P<verb>恢复[到至]|相当于|[抵顶够]得[上过]|超过|不到|接近|达到?|[为是])了?(?P<when>(?:\d{4}年|疫情前|疫前|灾前|震前|搬迁前|去年|上年|前年|往年|过去|以往|原来|原先|此前)(?:全年|同期|上半年|下半年|[一二三四]季度|正常|水平|的)*?)的?(?:近|约|超过?|不到|将近)*$"
)
_NEXT_WHOLE = re.compile(
    r"[、和及](?P<whole>(?:全[市省国区县州球]|中西部|[东中西]部地?区?|东北地?区?|长三角|珠三角|京津冀|大湾区|国内|世界|行业|[一-龥]{2,5}[省市县州])[^，,。；;、\d的]{0,6})的?(?:近|约|不到|不足|超过|逾)*$"
)
_RIVAL = re.compile("(?:与|高于|低于|快于)([^与]+?)(?:之比)?$")
_OWN_SIZE = re.compile(r"(?:价格?|成本|能耗|厚度|重量|体积|寿命|费用?|损耗|排放|噪声|密度|强度|值|率|电耗|水耗)$")
_MEAN = re.compile("(?:平均|均值|平均值|平均水平|水平)$")
_TIMED = re.compile("(?:时间|用时|时限|时长|周期|工期)$")
_EACH_OF = re.compile(r"(?:分别|依次)?(?:相当于|[是为]|达到?)(?:分别)?(?P<list>[^，,。；;\d]{3,40}?)的$")
_OF_PLACE = re.compile("占(?:全[国省市区县球州]|[一-龥]{2,4}[省市区县州])|相当于|恢复到")
_PLACE = re.compile("全[国省市区球]|[一-龥]{2,4}[省市区县州]")
_RATE = re.compile(r"(?:市场)?(?:占有率|份额|覆盖率|渗透率)$")
_WIDE = re.compile(r"(?:国内|国际|全[国球省市]|世界|海外)(?:市场)?")
_EACH = re.compile(r"(?:分别|依次|各)(?:约)?$")
_OF = re.compile(r"^(?P<part>.*)占(?P<whole>[^占]+)比重$")
_CLEAR = re.compile(r"(?:可以|已经|大约|一般|原则上|依然|依旧|仍然?|[就已约仅只也均都还])+$")


def ratio_label(scene: Scene) -> LabelChoice | None:
    """Part against whole; None where the number is no share or multiple, or where neither is told."""
    quantity = scene.quantity
    share = quantity.kind is Kind.SHARE or (quantity.value.form is Form.FRACTION and not quantity.unit)
    if not share and not (quantity.unit == "倍" and quantity.kind is not Kind.GROWTH):
        return None
    following = _next_whole(scene) if share else None
    if following is not None:
        return following
    then = _against_time(scene) if share else None
    if then is not None:
        return then
    placed = _against_each(scene)
    if placed is not None:
        return placed
    first = scene.passage.quantities[scene.index - max(quantity.place, 0)]
    found = _AGAINST.search(scene.passage.text[: first.start], scene.clause_start)
    if found is None:
        return None
    whole, (part, start) = tidy(found["whole"]), _part_in_order(scene, found.start()) or _part(scene, found.start())
    rate = _RATE.search(part)
    if rate and _WIDE.fullmatch(whole):
        name = part[: rate.start()] + whole + rate[0]
        return scene.choose(name, "ratio", start, quantity.end, name)
    whole = _rival_told(scene) if whole == "后者" else whole
    if len(whole) < 2 or not part:
        return None
    mean = _MEAN.search(whole) is not None
    alike = bool(_OWN_SIZE.search(part) or (mean and _TIMED.search(part))) and (mean or not _PLACE.match(whole))
    text = (
        f"{part}与{whole}之比"
        if not share or alike
        else f"{part}相当于{whole}比重"
        if found["verb"].endswith("相当于")
        else f"{part}占{whole}比重"
    )
    return scene.choose(text, "ratio", start, quantity.end, part)


def _against_time(scene: Scene) -> LabelChoice | None:
    """接待游客46万人次，恢复到2019年的93%: the same metric held against another time."""
    found = _AGAINST_TIME.search(scene.passage.text[: scene.quantity.start], scene.clause_start)
    if found is None or scene.quantity.kind is not Kind.SHARE:
        return None
    part, start = _part(scene, found.start())
    verb = "恢复到" if found["verb"].startswith("恢复") else "相当于"
    return scene.choose(f"{part}{verb}{tidy(found['when'])}比重", "ratio", start, scene.quantity.end, part) if part else None


def _against_each(scene: Scene) -> LabelChoice | None:
    """分别是全省、全国平均水平的2.9倍和2.4倍: the other at the number's place."""
    quantities, place = scene.passage.quantities, scene.quantity.place
    if scene.quantity.group < 0 or scene.quantity.unit != "倍":
        return None
    size = 1 + max(one.place for one in quantities if one.group == scene.quantity.group)
    first = scene.index - place
    found = _EACH_OF.search(scene.passage.text[: quantities[first].head], scene.clause_start)
    names = references_of(found["list"], size) if found else ()
    if found is None or not names:
        return None
    part, start = _part(replace(scene, index=first, earlier=scene.earlier[:first]), found.start())
    return scene.choose(f"{part}与{names[place]}之比", "ratio", start, scene.quantity.end, part) if part else None


def _part_in_order(scene: Scene, end: int) -> tuple[str, int] | None:
    """年新增产值60亿元、税收3.5亿元，分别相当于全区总量的5%和4.2%: the amount at the same place."""
    told = scene.listed
    if not told or not _EACH.search(scene.passage.text[scene.clause_start : end]):
        return None
    one = told[scene.quantity.place]
    return re.sub(r"（[前后]）$", "", one.text), one.start


def _part(scene: Scene, end: int) -> tuple[str, int]:
    """What is held against the whole: the words before in the clause, else the metric told before."""
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, end, scene.words) if end > scene.clause_start else None
    short = phrase is not None and scene.words.forms.bare_measure.fullmatch(tidy(phrase.noun))
    name = _CLEAR.sub("", tidy(phrase.text if short else phrase.noun)) if phrase else ""
    if phrase is not None and len(name) >= 2:
        return name, phrase.start
    last = next((one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at])), None)
    if last is not None and last.rule == "duration":
        return (without_turn(last.text) if _TIMED.search(last.text) else "用时"), last.start
    base = scene.base
    if base is None:
        return "", end
    own_rate = scene.quantity.unit == "倍" and base.kind is Kind.SHARE and not _OF_PLACE.search(base.text)
    return (without_turn(base.text) if own_rate else re.sub(r"（[前后]）$|(?:占|相当于|与).*(?:比重|之比)$", "", base.text)), base.start


def _rival_told(scene: Scene) -> str:
    """国外同类产品 of 寿命达到国外同类产品的1.2倍，价格只有后者的七成: what was held against last; empty if nothing was."""
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    found = next((match for one in told if one and (match := _RIVAL.search(one.text))), None)
    return found[1] if found else ""


def _next_whole(scene: Scene) -> LabelChoice | None:
    """占吉林省的七成四、全国的5.1%: the same part of the next whole."""
    found = _NEXT_WHOLE.search(scene.passage.text[: scene.quantity.start], scene.clause_start)
    last = scene.earlier[-1] if scene.earlier else None
    told = _OF.match(last.text) if last is not None and last.start < scene.quantity.start else None
    if found is None or told is None or last is None or scene.passage.quantities[scene.index - 1].tail != found.start():
        return None
    return scene.choose(merge(told["part"], f"占{tidy(found['whole'])}比重"), "ratio", last.start, scene.quantity.end, told["part"])


__all__ = ["ratio_label"]
