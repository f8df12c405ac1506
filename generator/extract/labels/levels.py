"""Labels of plain amounts: the thing counted, else the phrase before; what is left out is taken from the label before."""

import re

from generator.extract.labels.counts import count_label
from generator.extract.labels.figures import whole_before_parts
from generator.extract.labels.last_resorts import told_before
from generator.extract.labels.measured import (
    AREA_UNITS,
    OBJECT_UNITS,
    acted_on,
    extent_of,
    measured_after,
    measures_thing,
    plot_done,
    plot_of,
)
from generator.extract.labels.owed import PAYMENTS, beside_places, is_all, is_owed, sum_of_counted
from generator.extract.labels.parts import bare_unit, is_time, quoted_run, without_turn
from generator.extract.labels.phrases import PLACES, Phrase, drop_examples, phrase_before, tidy
from generator.extract.labels.reach import kind_label
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.sized import dimension_of, size_of
from generator.extract.labels.things import is_countable, thing_after
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_NEW = re.compile(r"^(?:新[增引签开建设认注登获培投落招]\S?|净增|增设|累计)")
_INNER_ADVERB = re.compile(
    r"(?<=[一-龥]{2})(?:还要|还将|还|也|又|却)(?=[增减扩新追再引])|(?<=[一-龥]{2})各[类种项级]|(?<=[一-龥])[里中]的(?=[一-龥]{2})"
)
_ADJECTIVE = {"厚": "厚度", "高": "高度", "长": "长度", "宽": "宽度", "深": "深度", "重": "重量"}
_PROGRAMME = re.compile(
    r"“[^”“，。；]{2,8}”(?:补贴|补助|奖励|贷|保|险|券|基金|产品|行动|计划|政策|机制|模式|改革|平台|项目)|“[^”“，。；]{1,6}(?:贷|券|险|保|码|通|卡)”"
)
_CHANGE = re.compile(r"(?:同比|环比|比上年|较上年|净|多|增|减|少|加|出|了|降|下|低|上|升|长|缩|短|节|省|提|高|扩|大|又|再)+")
_GENERIC = frozenset({"资金", "投入", "金额", "车辆", "产品", "业务", "订单", "估值", "市场", "岗位"})
_SERVES = re.compile(r"(?:为|向|给|对|与|同|使|帮助|支持|组织)[^，]{0,12}$")
_SHORT = 5
_POLICIES = ("政策", "措施", "条款", "奖补")
_SAYS_NOTHING = frozenset({"活动", "服务", "产品", "项目", "措施", "举措", "成果", "任务", "场景", "业务", "事项"})
_NO_ETC = tuple("高中平同对初上下优一二三劣")
_SET = ("制定", "制订", "起草", "修订", "牵头", "参与", "主导", "获得", "斩获", "荣获")
_HOUSES = ("中心", "实验室", "研究院", "研究所", "大学", "学院", "公司", "集团")
_LONGEST_LIMITED = 22
_LONGEST_INDUSTRY = 18
_MOVES = {"架次": "架次", "人次": "人次", "车次": "车次"}
_LONGEST_OF = re.compile(r"最(?P<how>[一-龥])的?一[条个家座台项款栋]$")
_MEASURED = re.compile(r"(?:面积|占地|用地|建筑|规模|总)$")
_SIZES = frozenset({"总规模", "规模", "总额", "总金额", "首期规模"})
_EXTENT = re.compile(
    r"(?:总|全|主线|设计|最大|最高|平均)?(?:长度?|高度|宽度|深度|直径|口径|跨度|重量?|载重|自重|容量|容积|库容|功率|装机容量|装机|里程|时速|流量|航程|续航里程|排量|精度|期限|周期|利率|估值|面值|额度)|(?:总|管理|总投资|投资|目标|募集)*规模|首期|[一二三]期"
)  # of the thing after 的: 全长9.4公里的云巴线路
_OFTEN = re.compile(r"(?P<how>累计|[日月周季年]均|平均每[天日月周年]|高峰日)[共达为]{0,2}$")


def level_label(scene: Scene) -> LabelChoice | None:
    """The noun after the number if the number counts it, else the phrase before; what is left out is taken from the last label."""
    for rule in (_attribute, kind_label, count_label, _named_before, measured_after, _left_out, told_before):
        choice = rule(scene)
        if choice is not None:
            return choice
    return None


def _attribute(scene: Scene) -> LabelChoice | None:
    """总投资7.2亿元的项目; 450亩的产业园."""
    after, own = thing_after(scene), scene.before
    if _is_owner(scene) and (own is None or not tidy(own.noun)):
        name = "面积" if AREA_UNITS.search(scene.quantity.unit) else own.verb if own else ""
        return scene.choose(name, "attribute-of-owner", own.start if own else scene.quantity.start, scene.quantity.end) if name else None
    if after is None or not after.attribute or not after.noun:
        return None
    if own is not None and own.verb and not tidy(own.noun) and scene.quantity.unit.endswith("元") and own.verb not in scene.words.light:
        return _verb_alone_of(scene, own)
    if own is not None and len(tidy(own.noun)) >= 2 and not is_countable(scene):
        if tidy(own.noun).endswith("面积") or tidy(own.noun) in _SIZES:
            return scene.choose(merge(after.noun, tidy(own.noun)), "attribute", own.start, after.noun_end, tidy(own.noun))
        if after.noun in {"项目", "企业", "工程", "合同", "协议", "订单"} and scene.plain(own.start, own.end) in scene.words.yields:
            return scene.choose(merge(after.noun, tidy(own.text)), "attribute", own.start, after.noun_end, tidy(own.text))
        paid = scene.quantity.unit.endswith("元") or not tidy(own.noun).endswith("期")
        if paid and _EXTENT.fullmatch(tidy(own.noun)) and after.noun.endswith(scene.words.heads) and len(after.noun) <= _LONGEST_INDUSTRY:
            return scene.choose(merge(after.noun, tidy(own.noun)), "attribute", own.start, after.noun_end, tidy(own.noun))
        if (
            not scene.quantity.unit.endswith("元")
            and scene.words.forms.measure_end.search(tidy(own.noun))
            and after.noun.endswith(scene.words.heads + scene.words.forms.noun_ends)
        ):
            return scene.choose(merge(after.noun, tidy(own.noun)), "attribute", own.start, after.noun_end, tidy(own.noun))
        thing = after.noun.endswith(scene.words.heads) or scene.passage.text.startswith("的“", scene.quantity.tail)
        bought = AREA_UNITS.search(scene.quantity.unit) and thing and not _MEASURED.search(tidy(own.text))
        return (
            scene.choose(merge(after.noun, "面积"), "attribute", own.start, after.noun_end, after.noun) if bought else _named_before(scene)
        )
    name = merge(after.noun, "面积") if AREA_UNITS.search(scene.quantity.unit) else after.noun
    return scene.choose(name, "attribute", scene.quantity.start, after.noun_end, after.noun)


def _is_owner(scene: Scene) -> bool:
    """Whether 的 and the name of the number's owner follow (450亩的某产业园)."""
    at = scene.quantity.tail
    return scene.passage.text[at : at + 1] == "的" and scene.passage.blanked[at + 1 : at + 2] == SUBJECT


def _verb_alone_of(scene: Scene, own: Phrase) -> LabelChoice:
    return scene.choose(own.verb, "named-verb", own.start, scene.quantity.end, own.verb)


def _named_before(scene: Scene) -> LabelChoice | None:
    """高新技术企业达293家; a verb alone names nothing unless it is all there is (融资27.5亿元)."""
    phrase = scene.before
    if phrase is None:
        return _inner_only(scene)
    noun = _INNER_ADVERB.sub("", _without_examples(scene, drop_examples(tidy(phrase.noun))))
    noun += _dimension(scene) or dimension_of(scene.quantity.unit, noun)
    lent = noun.endswith(PAYMENTS) and len(phrase.verb + noun) > _SHORT  # 为61家企业提供|担保贷款
    name = (phrase.verb.removeprefix("提供") if lent else phrase.verb) + noun + scene.inner
    if len(name) < 2:
        return None
    paid = scene.words.policies.paid.match(scene.passage.blanked, scene.quantity.tail) if scene.quantity.unit.endswith("元") else None
    if paid and len(paid[0]) >= 3 and not scene.words.forms.measure_end.search(name) and not name.endswith(scene.words.heads):
        return scene.choose(paid[0], "verb-after", phrase.start, paid.end(), paid[0])
    limited = _limited(scene, phrase)
    if limited:
        return scene.choose(limited, "limited", phrase.start, scene.quantity.end, noun)
    longest = _LONGEST_OF.search(name)
    if longest and scene.base is not None:
        return scene.choose(f"最{longest['how']}{scene.base.noun}", "longest", scene.base.start, scene.quantity.end, scene.base.noun)
    if _CHANGE.fullmatch(name) and scene.base is not None and not phrase.subject:
        more = "减少" if re.search("[少减降缩省]", name) else "增加"
        return scene.choose(scene.base.text + more, "change", scene.base.start, scene.quantity.end, scene.base.noun)
    if not noun and not scene.inner:
        return _verb_alone(scene, phrase)
    if measures_thing(scene) and not scene.inner:
        return measured_after(scene)
    acted = acted_on(scene, phrase, name)
    if acted is not None:
        return acted
    name = _with_deed(scene, phrase, name)
    return _lean(scene, name, noun, phrase.start)


def _without_examples(scene: Scene, noun: str) -> str:
    """吉林大学等|高校11所: only the kind of them is counted."""
    before, etc, kind = noun.rpartition("等")
    if kind in _SAYS_NOTHING:
        return noun  # 创新创业大赛培训等活动
    named = kind in scene.words.heads or (before.endswith(_HOUSES) and kind.endswith(scene.words.heads))
    return kind if etc and "、" not in before and before[-1:] not in _NO_ETC and named and is_countable(scene) else noun


def _limited(scene: Scene, phrase: Phrase) -> str:
    """税收过千万元的企业87家, 220千伏变电站2座: those of that size, not all; empty where no amount stands right before the words."""
    told = scene.earlier[scene.index - 1] if scene.index else None
    if told is None or not is_countable(scene) or not phrase.noun.endswith(scene.words.heads):
        return ""
    amount = scene.passage.quantities[scene.index - 1]
    limit = scene.passage.text[amount.tail : phrase.start]
    sized = phrase.noun.startswith("级") or size_of(amount.unit, phrase.noun)
    if not limit and not amount.unit.endswith("元") and not sized:
        return ""  # 56家|企业解决难题103个
    if amount.start < scene.clause_start or limit not in {"", "级", "的", "以上", "以上的", "以下的", "以内的", "及以上的"}:
        return ""
    own = phrase_before(scene.passage.blanked, scene.clause_start, amount.head, scene.words)
    start = min(told.start if told.start >= scene.clause_start else amount.head, own.start if own else amount.head)
    name = tidy(scene.passage.text[start : phrase.end])
    return name if len(name) <= _LONGEST_LIMITED else ""


def _with_deed(scene: Scene, phrase: Phrase, name: str) -> str:
    """A short name with who does it or what is done, and what moves are counted in."""
    if phrase.subject and (2 <= len(phrase.subject) <= 8 or _is_industry(phrase.subject)):
        light = phrase.verb in scene.words.light and not scene.words.forms.each.search(phrase.subject)  # 产线每分钟|生产饮料600瓶
        bare = name.removeprefix(phrase.verb) if light else name
        name = merge(phrase.subject, bare if len(bare) > 1 else name)
    elif _says_little(scene, phrase, name):
        name = phrase.dropped + name
    elif len(name) <= 4:
        name = merge((_doer(scene) if len(name) <= 2 else "") or _counted_doer(scene), name)
    moves = _MOVES.get(scene.quantity.unit[-2:], "")
    return name + moves if len(name) <= 6 and not name.endswith(("架次", "人次", "车次", "量", "数")) else name


def _is_industry(text: str) -> bool:
    """先进轨道交通装备产业|实现产值: an industry's name belongs to what is told of it, however long."""
    return len(text) <= _LONGEST_INDUSTRY and text.endswith(("产业", "产业链", "产业集群", "集群", "行业", "板块"))


def _says_little(scene: Scene, phrase: Phrase, name: str) -> bool:
    """撬动|社会资本, 引导|社会投入: a short name that is no metric keeps the verb that would be dropped."""
    if not phrase.dropped or phrase.dropped in scene.words.always_dropped or len(name) > _SHORT:
        return False
    return not scene.words.is_metric(name, scene.quantity.unit, scene.quantity.kind)


def _dimension(scene: Scene) -> str:
    """磁体只有1.2毫米厚: 厚度."""
    after = re.match(r"([厚高长宽深重])(?=[的，,。；;、”]|$)", scene.passage.text[scene.quantity.tail :])
    return _ADJECTIVE[after[1]] if after and OBJECT_UNITS.search(scene.quantity.unit) else ""


def _inner_only(scene: Scene) -> LabelChoice | None:
    return scene.choose(scene.inner, "named-before", scene.quantity.head, scene.quantity.end) if len(scene.inner) >= 2 else None


def _verb_alone(scene: Scene, phrase: Phrase) -> LabelChoice | None:
    """500万元贷款 is named by what follows, 汽车产业年产值实现跨越：2020年完成193亿元 by the clause before, 放款8.85亿元 by itself."""
    after = scene.after
    money = scene.quantity.unit.endswith("元")
    given = scene.words.policies.paid.match(scene.passage.blanked, scene.quantity.tail) if money else None
    if given is not None:
        verb = phrase.verb if phrase.verb not in scene.words.light and phrase.verb not in scene.words.grants else ""
        return scene.choose(merge(verb, given[0]), "verb-after", phrase.start, given.end(), given[0])
    acted_on = money and scene.words.leading_verb.match(scene.passage.blanked, scene.quantity.tail)
    if after is not None and len(after.noun) >= 2 and not after.attribute and not acted_on:
        verb = phrase.verb if phrase.verb not in scene.words.light else ""
        noun = plot_of(scene, after.noun)
        name = merge(merge(verb, noun), extent_of(scene, noun))
        return scene.choose(name, "verb-after", phrase.start, after.noun_end, noun)
    if phrase.verb in scene.words.light or any(phrase.verb.endswith(word) for word in ("完成", "实现")):
        thing = phrase.subject if is_countable(scene) or AREA_UNITS.search(scene.quantity.unit) else ""
        if scene.quantity.unit.endswith("算力"):
            of = (after.noun or after.verb_phrase) if after and not after.attribute else ""
            name = "算力" + (of if len(of) <= _SHORT else "")
            return scene.choose(name, "verb-after", phrase.start, scene.quantity.end, name)
        built = len(thing) >= 3 and thing.endswith(scene.words.heads) and phrase.verb not in {"完成", "实现"}
        return scene.choose(thing + phrase.verb, "named-verb", phrase.start, scene.quantity.end, thing) if built else None
    base = beside_places(scene)
    if phrase.verb in scene.words.yields and base is not None and not phrase.subject and is_owed(scene, base):
        name = merge(whole_before_parts(scene, base).noun, phrase.verb)
        return scene.choose(name, "dependent", base.start, scene.quantity.end, name)
    doer = phrase.subject if 2 <= len(phrase.subject) <= 10 else _doer(scene) or _counted_doer(scene) or _programme(scene)
    return scene.choose(merge(doer, phrase.verb), "named-verb", phrase.start, scene.quantity.end, phrase.verb)


def _counted_doer(scene: Scene) -> str:
    """12家“突出贡献企业”共获得奖励2600万元: the counted are who got it, unless it was done to or for them."""
    previous = scene.index - 1
    if previous < 0 or scene.passage.quantities[previous].start < scene.clause_start:
        return ""
    choice = scene.earlier[previous]
    if choice is None or choice.rule not in {"counted", "counted+context"} or _served(scene, previous) or PLACES.fullmatch(choice.noun):
        return ""
    return choice.noun if len(choice.noun) <= 8 and scene.start == scene.clause_start else ""


def _served(scene: Scene, at: int) -> bool:
    """Whether what number `at` counts is only helped: 为334家企业发放资金."""
    zone = scene.passage.text[scene.clause_start : scene.passage.quantities[at].head]
    return _SERVES.search(zone) is not None


def _programme(scene: Scene) -> str:
    """The named policy or product that the sentence speaks of (“整零协同”补贴：…兑现1.37亿元), or the sentence before."""
    sentence = scene.passage.sentence_of(scene.index)
    zone = scene.passage.blanked[: scene.quantity.start]
    found = list(_PROGRAMME.finditer(zone, sentence.start))
    if not found and re.match(r"[该这其]", scene.passage.text[sentence.start : sentence.start + 1]):
        found = list(_PROGRAMME.finditer(scene.passage.blanked[: sentence.start]))[-1:]
    if not found:
        return ""
    closed = found[-1].start() + found[-1][0].index("”") + 1
    return quoted_run(zone, closed) + zone[closed : found[-1].end()]


def _doer(scene: Scene) -> str:
    """Who does it, at the head of the clause, if it is not the subject itself (“科创贷”|累计向217家企业放款)."""
    zone = scene.passage.blanked[scene.clause_start : scene.quantity.head]
    lead = scene.words.head.match(zone)
    found = re.match(r"(“[^”]{1,10}”(?:[一-龥]{0,4}?)|[一-龥]{2,8}?)(?=累计|已|共|向|为|对|给)", zone[lead.end() if lead else 0 :])
    return tidy(found[1]) if found else ""


_MATERIAL = re.compile("[、，,和及](?P<what>[金银铜铁铝锌铅锡镍钴锂锰钨钼钒钛镁硅硫磷煤油气电水糖盐米面粮棉茶奶肉蛋菜果鱼])")
_IS_LEVEL = re.compile("(?:国家|[省市区县部]|自治区)级")  # 国家级单项冠军企业9家，省级22家
_COMES_TO = re.compile("(?:以上|左右)?[，,](?:总[量额]|将|有望|首次|历史性|一举|全年|预计)*(?:达到?|为|至|突破|超过|增至|升至)(?:了)?")
_BARE = 2  # letters: 净增 of 企业净增76家 is no name of what is counted


def _lean(scene: Scene, name: str, noun: str, start: int) -> LabelChoice:
    """A total, a sum or a rate belongs to what was told before; a member of a list shares the list's verb."""
    base = beside_places(scene)
    base = whole_before_parts(scene, base) if base else None
    name = merge(_programme(scene), name) if len(re.sub(r"\W", "", name)) <= 4 else name
    if base is None:
        return scene.choose(name, "named-before", start, scene.quantity.end, noun)
    sums = {noun, name} & scene.words.yields
    if name in scene.words.dependents or (sums and not is_all(scene, noun, base) and is_owed(scene, base)):
        told = base.noun if name in {"总数", "总量"} and len(base.noun) > _BARE else base.text
        core = re.sub(r"(?:净增|新增|总数|累计|规模|数量|总量|总额|率|（[前后]）)$", "", told)
        if name in {"总数", "总量"}:  # of all of them, not of the new ones alone
            core = re.sub(r"^(?:新增|净增|新认定|新登记)(?=.{4})|(?<=[一-龥]{4})数$", "", core)
        whole = (
            core
            if core.endswith(("额", "量", "数")) and name in {"总量", "总额", "总数", "总值"}
            else merge(core, max(sums, key=len, default=noun or name))
        )
        return scene.choose(whole, "dependent", base.start, scene.quantity.end, whole)
    if (
        noun in _GENERIC
        and (2 <= len(base.noun) <= len(name) or (name.startswith("兑现") and base.noun.endswith(_POLICIES)))
        and base.noun not in name
        and base.noun not in scene.words.yields
        and base.owner == scene.owners[scene.index]
        and not _served(scene, scene.earlier.index(base))
    ):
        return scene.choose(merge(base.noun, name), "generic", base.start, scene.quantity.end, noun)
    in_list = scene.start > scene.clause_start or "其中" in scene.passage.text[scene.clause_start : scene.quantity.head]
    new = _NEW.match(base.text)
    held = scene.words.forms.told_measure.fullmatch(name)  # 新建储能电站7座、总容量130兆瓦时
    if in_list and new and not held and not _NEW.match(name) and (base.text != base.noun or is_countable(scene)):
        name = (base.text.partition(base.noun)[0] or new[0]) + name
    shared = base.text.removesuffix(base.noun) if scene.start > scene.clause_start and noun[-2:] == base.noun[-2:] else ""
    if shared and name == noun and is_countable(scene) and any(shared.endswith(verb) for verb in _SET):
        name = shared + name  # 主持或参与制定国际标准14项、国家标准263项
    headless = name.endswith("级") or (len(name) <= 6 and not name.endswith(scene.words.heads))
    among = "其中" in scene.passage.text[scene.passage.clause_of(scene.index).start : scene.quantity.head]
    counted = base.noun.endswith(scene.words.heads) and not scene.words.forms.measure_end.search(base.noun)
    if (among or _IS_LEVEL.fullmatch(name)) and is_countable(scene) and headless and counted:
        noun = name = name + re.sub(r"^.*(?:级(?:及?以上|以下)?|[板的所强]|[A-Z甲乙丙丁]类)", "", base.noun)
    return scene.choose(name, "named-before", start, scene.quantity.end, noun)


def _next_material(scene: Scene) -> LabelChoice | None:
    """从中提取铜3.1万吨、银46吨: the next of the materials that are told by one letter."""
    told = scene.earlier[scene.index - 1] if scene.index else None
    if told is None or told.kind is not Kind.LEVEL:
        return None
    last, text = scene.passage.quantities[scene.index - 1], scene.passage.text
    found = _MATERIAL.fullmatch(text, last.tail, scene.quantity.head)
    if found is None or text[last.head - 1] != told.text[-1] or text[last.head - 2 : last.head] in scene.words.common:
        return None
    name = told.text[:-1] + found["what"]
    return scene.choose(name, "left-out", told.start, scene.quantity.end, name)


def _left_out(scene: Scene) -> LabelChoice | None:
    """累计102家; 其中仅一家公司就超过50亿元; 15个、61亿元: the last metric of the same unit goes on."""
    unit = bare_unit(scene.quantity.unit)
    if scene.before is not None and len(tidy(scene.before.text)) >= 2 and not re.fullmatch("完成|实现|达成", scene.before.text):
        return None
    grown = _grown_to(scene)
    if grown is not None:
        return scene.choose(grown.text, "left-out", grown.start, scene.quantity.end, grown.noun)
    often = _OFTEN.search(scene.passage.text, scene.start, scene.quantity.head)
    prefix = often["how"] if often else ""
    joined = sum_of_counted(scene) or _next_material(scene)
    if joined is not None:
        return joined
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and bare_unit(scene.passage.quantities[at].unit) == unit and choice.kind is Kind.LEVEL:
            told = choice.noun if prefix == "累计" else _of_another(scene, choice) or without_turn(choice.text)
            name = told if told.startswith(prefix) else prefix + told
            name = plot_done(scene, choice) or name
            return scene.choose(name, "left-out", choice.start, scene.quantity.end, choice.noun)
    base = scene.base
    if base and scene.start > scene.clause_start and scene.before is None:
        name = merge(re.sub("[架人车]次$", "", base.text), "时长") if is_time(scene.quantity.unit) else base.text
        return scene.choose(name, "left-out", base.start, scene.quantity.end, base.noun)
    return scene.choose(prefix + base.noun, "left-out", base.start, scene.quantity.end, base.noun) if base and prefix else None


def _grown_to(scene: Scene) -> LabelChoice | None:
    """力争全年销售增长10%，达到2000亿元: what grows right before is what comes to so much."""
    at = scene.index - 1
    told = scene.earlier[at] if at >= 0 else None
    if told is None or told.kind is not Kind.GROWTH or told.rule not in {"growth", "growth-of-last", "difference"}:
        return None
    between = scene.passage.text[scene.passage.quantities[at].tail : scene.quantity.head]
    return told if _COMES_TO.fullmatch(between) and scene.quantity.unit not in {"%", "个百分点"} else None


def _of_another(scene: Scene, told: LabelChoice) -> str:
    """产值 of 集成电路企业产值212亿元，其中仅一家公司就超过50亿元: another owner has the measure alone.

    Empty for the same owner, and for a park named without any word (全市钛材产量7.9万吨，高新区6.6万吨).
    """
    if scene.at_home and not scene.plain(scene.clause_start, scene.quantity.head):
        return ""
    forms, text = scene.words.forms, without_turn(told.text)
    tail = forms.measure_tail.search(text) if told.owner != scene.owners[scene.index] else None
    return tail[0] if tail and not text[: tail.start()].endswith(tuple(forms.wide_themes - {"企业"})) else ""
