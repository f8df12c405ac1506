"""Labels of plain amounts: counts, sums, measures, lengths of time, orders of size."""

import re

from generator.extract.labels.changes import span_of_time
from generator.extract.labels.phrases import Phrase, drop_examples, phrase_before, tidy
from generator.extract.labels.scene import NUMBER, LabelChoice, Scene, merge
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_GREAT = re.compile(r"^[十百千万亿]+")
_TIME_UNITS = re.compile(r"(?:年|月|天|日|周|小时|分钟|秒|工作日|季度|岁)$")
_AREA_UNITS = re.compile(r"(?:亩|平方公里|平方米|公顷|平米|㎡)$")
_TOOK = re.compile(r"(?:用时|时间|时限|周期|用|耗时|历时|年限|工期|寿命|时长)$")
_GRANT = re.compile(r"(?:对于|对|给予?)(?P<whom>[^。；;\ue000]{2,60}?)[，,]?(?:按[^，,。；;]{1,30})?(?:一次性|分别|每[一-龥]{1,3})?(?:给予|奖励|补贴|补助|资助|发放)(?:一次性|最高|不超过|每年|每人|每家|总额|累计|约|近|的|了)*$")
_ORDER = re.compile(r"[十百千万]?[万亿]元?级?")
_NEW = re.compile(r"^(?:新[增引签开建设认注登获培投落招]\S?|净增|增设|累计)")
_METRIC = re.compile(r"(?:产值|收入|营收|投资|规模|总额|总量|数量|税收|利润|产量|人数|面积|增加值|生产总值|出口额|进出口|销售额|成交额|用时|时间|占比|比重|[能办解转合成满达][一-龥]?率)(?![一-龥]{0,1}[区园企])")
_INNER_ADVERB = re.compile(r"(?<=[一-龥]{2})(?:还要|还将|还|也|又|却)(?=[增减扩新])|(?<=[一-龥]{2})各[类种项级]|(?<=[一-龥])[里中]的(?=[一-龥]{2})")
_AROUND = re.compile(r"围绕|聚焦|瞄准|针对")
_ADJECTIVE = {"厚": "厚度", "高": "高度", "长": "长度", "宽": "宽度", "深": "深度", "重": "重量"}
_PROGRAMME = re.compile(r"“[^”“，。；]{2,8}”(?:补贴|补助|奖励|贷|保|险|券|基金|产品|行动|计划|政策|机制|模式|改革|平台|项目)|“[^”“，。；]{1,6}(?:贷|券|险|保|码|通|卡)”")
_AMONG_THEM = re.compile(r"其中[仅有共]?$|[，,、]$")
_METRIC_NOUN = re.compile(r"(?:值|额|率|量|收入|利润|税收|投资|成本|价格|占比)$")
_CHANGE = re.compile(r"(?:同比|环比|比上年|较上年|净|多|增|减|少|加|出|了|降|下|低|上|升|长|缩|短|节|省|提|高|扩|大|又|再)+")
_GENERIC = frozenset({"企业", "项目", "资金", "公司", "投入", "金额", "车辆", "产品", "业务", "订单", "估值", "市场", "岗位"})
_MOVES = {"架次": "架次", "人次": "人次", "车次": "车次"}
_LONGEST_OF = re.compile(r"最(?P<how>[一-龥])的?一[条个家座台项款栋]$")
_NO_MODIFIER = re.compile(r"[、和及与的在为向对给，了“”从由将把让同就还也做要用]|^(?:园区|辖区|全区|园内|区内|当地|高新区|开发区|经开区|片区)$")
_LINKED = re.compile(r"(?:[到至为达有超]|突破|超过)$")
_OBJECT_UNITS = re.compile(r"(?:吨|公里|千瓦|千伏|伏|亩|米|辆|克|升|度|瓦|小时|时|TEU|标箱|W|Wh|V|码)$")


def duration_label(scene: Scene) -> LabelChoice | None:
    """只用21天便建成投产: what took so long, and 用时; 平均通关时间压缩至15分钟 has a name of its own."""
    quantity = scene.quantity
    if quantity.kind is not Kind.LEVEL or "/" in quantity.unit or not _TIME_UNITS.search(quantity.unit):
        return None
    phrase, after = scene.before, scene.after
    span = span_of_time(scene)
    if span:
        return scene.choose(f"{span[0]}用时", "duration", span.start(), quantity.end)
    named = phrase is not None and len(tidy(phrase.noun)) >= 2 and (_TOOK.search(tidy(phrase.noun)) or after is None)
    if after and not named:
        choice = _time_for(scene, phrase)
        if choice is not None:
            return choice
    if phrase and len(tidy(phrase.noun)) >= 2:
        name = tidy(phrase.text)
        if name in scene.words.dependents and scene.base is not None:
            name = merge(re.sub(r"率$", "", scene.base.noun), name)
        return scene.choose(name, "duration", phrase.start, quantity.end)
    return _time_for_next(scene)


def _time_for(scene: Scene, phrase: Phrase | None) -> LabelChoice | None:
    """1个月完成了土地平整: 完成了土地平整用时; 三个月的原料: the stock."""
    after = scene.after
    if after is None:
        return None
    if after.attribute or (after.noun and not after.verb_phrase):
        verb = phrase.verb if phrase and not tidy(phrase.noun) else ""
        return scene.choose(verb + after.noun, "duration", scene.quantity.start, after.noun_end) if after.noun else None
    deed = re.sub(r"^(?:就|便|即|才|内|可|能|让|使|间|后|完成了?(?=[^，]{4}))+", "", after.noun + after.verb_phrase)
    return scene.choose(f"{deed}用时", "duration", scene.quantity.start, after.end) if len(deed) >= 2 else None


def _time_for_next(scene: Scene) -> LabelChoice | None:
    """仅仅4个月，现场办公人员就超过1200人: how long what follows took."""
    text, clause_end = scene.passage.text, scene.end
    if not re.match(r"[间内后多]?[，,]", text[scene.quantity.tail : scene.quantity.tail + 2]) or scene.start > scene.clause_start:
        return None
    found = re.match(r"[^，,。；;]{2,30}", text[clause_end:])
    deed = tidy(scene.plain(clause_end, clause_end + found.end())) if found else ""
    return scene.choose(f"{deed}用时", "duration", scene.quantity.start, clause_end + (found.end() if found else 0)) if len(deed) >= 2 else None


def scale_label(scene: Scene) -> LabelChoice | None:
    """千亿级产业集群: the size of what follows."""
    after, before = scene.after, scene.before
    written = scene.passage.text[scene.quantity.start : scene.quantity.end]
    if after is None or not after.noun or (scene.quantity.rule != "scale" and not _ORDER.match(written)):
        return None
    if scene.quantity.rule != "scale" and not re.match(r"级|[^，,。]{0,10}(?:集群|产业|园区|企业|赛道|基地|城|平台)", scene.passage.text[scene.quantity.tail :]):
        return None
    if scene.quantity.rule != "scale" and before is not None and len(tidy(before.noun)) >= 4:
        return None
    noun = re.sub(r"^级的?|目标$|这一$", "", after.noun)
    return scene.choose(f"{noun}规模", "scale", scene.quantity.start, after.noun_end, noun)


def grant_label(scene: Scene) -> LabelChoice | None:
    """对新引进的博士给予30万元安家补贴: to whom, and what is given."""
    quantity, after = scene.quantity, scene.after
    if not quantity.unit.endswith("元"):
        return None
    found = _GRANT.search(scene.passage.text[: quantity.start], scene.passage.sentence_of(scene.index).start)
    if found is None:
        return None
    given = after.noun if after and after.noun and len(after.noun) <= 10 else "奖励" if "奖励" in found[0] else "补贴"
    whom = tidy(re.sub(r"^.*(?:对于|对)", "", found["whom"]))
    return scene.choose(merge(whom, given), "grant", found.start("whom"), after.noun_end if after and after.noun else quantity.end, given)


def listed_label(scene: Scene) -> LabelChoice | None:
    """海淀园、亦庄园、昌平园收入居前三位，分别为A、B和C: each number is one member's."""
    quantity = scene.quantity
    if quantity.group < 0 or quantity.kind is not Kind.LEVEL:
        return None
    size = 1 + max(q.place for q in scene.passage.quantities if q.group == quantity.group)
    first = scene.passage.quantities[scene.index - quantity.place]
    zone = scene.passage.text[scene.passage.sentence_of(scene.index).start : first.start]
    said = re.search(r"分别|依次", zone)
    members = _members(zone[: said.start()], size, scene.words.heads) if said else ()
    if not members or said is None:
        return None
    start = scene.passage.sentence_of(scene.index).start
    metric = phrase_before(scene.passage.blanked, start + said.end(), first.head, scene.words)
    name = merge(members[quantity.place], tidy(metric.noun) if metric else "")
    return scene.choose(name, "listed", start + zone.rfind(members[0][:2]), quantity.end, name)


def _members(zone: str, size: int, heads: frozenset[str]) -> tuple[str, ...]:
    """The `size` members of the last list in `zone`, each with the metric that the last one carries; nothing if it has no such list."""
    for clause in reversed(re.split(r"[，,；;：:]", zone)):
        parts = re.split(r"[、和及与]", clause)
        if len(parts) < size or not all(len(part) >= 2 for part in parts[-size:]):
            continue
        *others, last = parts[-size:]
        cut = last.rfind(others[-1][-1]) + 1 or last.find("的")
        metric = re.match(r"(的?[一-龥]{2,10}?)(?=居|位|达|为|均|$)", last[cut:]) if cut > 0 else None
        others[0] = re.sub(r"^.*[中里,，来自的]", "", others[0]) or others[0]
        members = [tidy(re.sub(r"[两二三四五六七八九十\d]+[大个家类](?:产业|行业|板块|集群|园区)?$", "", part)) for part in (*others, last[:cut] if cut > 0 else last)]
        shared = metric[1] if metric else next((head for head in sorted(heads, key=lambda one: (-len(one), one)) if last.endswith(head)), "")
        return tuple(part if part.endswith(shared) else part + shared for part in members)
    return ()


def level_label(scene: Scene) -> LabelChoice | None:
    """The noun after the number if the number counts it, else the phrase before; what is left out is taken from the last label."""
    for rule in (_attribute, _counted, _named_before, _measured_after, _left_out, _told_before):
        choice = rule(scene)
        if choice is not None:
            return choice
    return None


def _attribute(scene: Scene) -> LabelChoice | None:
    """总投资7.2亿元的项目; 450亩的产业园."""
    after, own = scene.after, scene.before
    if _is_owner(scene) and (own is None or not tidy(own.noun)):
        name = "面积" if _AREA_UNITS.search(scene.quantity.unit) else own.verb if own else ""
        return scene.choose(name, "attribute-of-owner", own.start if own else scene.quantity.start, scene.quantity.end) if name else None
    if after is None or not after.attribute or not after.noun:
        return None
    if own is not None and own.verb and not tidy(own.noun) and scene.quantity.unit.endswith("元") and own.verb not in scene.words.light:
        return _verb_alone_of(scene, own)
    if own is not None and len(tidy(own.noun)) >= 2 and not _countable(scene):
        if tidy(own.noun).endswith("面积") or tidy(own.noun) in {"总规模", "规模", "总额", "总金额", "首期规模"}:
            return scene.choose(merge(after.noun, tidy(own.noun)), "attribute", own.start, after.noun_end, tidy(own.noun))
        if after.noun in {"项目", "企业", "工程", "合同", "协议", "订单"} and scene.plain(own.start, own.end) in scene.words.yields:
            return scene.choose(merge(after.noun, tidy(own.text)), "attribute", own.start, after.noun_end, tidy(own.text))
        return _named_before(scene)
    name = merge(after.noun, "面积") if _AREA_UNITS.search(scene.quantity.unit) else after.noun
    return scene.choose(name, "attribute", scene.quantity.start, after.noun_end, after.noun)


def _is_owner(scene: Scene) -> bool:
    """Whether 的 and the name of the number's owner follow (450亩的某产业园)."""
    at = scene.quantity.tail
    return scene.passage.text[at : at + 1] == "的" and scene.passage.blanked[at + 1 : at + 2] == SUBJECT


def _verb_alone_of(scene: Scene, own: Phrase) -> LabelChoice:
    return scene.choose(own.verb, "named-verb", own.start, scene.quantity.end, own.verb)


def _countable(scene: Scene) -> bool:
    return _GREAT.sub("", scene.quantity.unit) in scene.words.countable


def _counted(scene: Scene) -> LabelChoice | None:
    """261家科技型中小企业; 2家企业获立项; 新增10家企业."""
    after, before = scene.after, scene.before
    if after is None or not _countable(scene):
        return None
    if not after.noun or (_AMONG_THEM.search(scene.passage.text, scene.clause_start, scene.quantity.head) and _METRIC_NOUN.search(after.noun)):
        return _deed_of_counted(scene)
    if before is not None and len(tidy(before.noun)) >= 3 and len(after.noun) <= 2 and _LINKED.search(scene.plain(scene.start, scene.quantity.start)):
        return scene.choose(merge(tidy(before.noun), after.noun), "counted-of", before.start, after.noun_end, after.noun)
    served = _served(scene)
    if served:
        return scene.choose(f"{served}的{after.noun}", "counted-served", scene.quantity.start, after.noun_end, after.noun)
    owned = _modifier(scene) or _adjacent(scene)
    if owned:
        return scene.choose(f"{owned}{after.noun}", "counted-owned", before.start if before else scene.quantity.start, after.noun_end, after.noun)
    verb = before.verb if before and not tidy(before.noun) else _verb_just_before(scene) or _verb_of_list(scene)
    verb = "" if verb in scene.words.light else verb
    deed = "" if _goes_on_to_number(scene) or (scene.quantity.unit == "大" and _AROUND.search(scene.plain(scene.clause_start, scene.start))) else _deed(after.verb_phrase, after.noun)
    name = f"{deed}{after.noun}" if deed else f"{verb}{after.noun}"
    end = after.end if deed else after.noun_end
    start = scene.quantity.start - len(verb) if verb and not deed else scene.quantity.start
    return scene.choose(name, "counted", start, end, after.noun)


def _served(scene: Scene) -> str:
    """为334家用人单位超3800名人才发放政策补贴资金: what is done for the counted, if another number stands between."""
    after, text = scene.after, scene.passage.blanked
    zone = text[scene.clause_start : scene.quantity.head]
    if after is None or after.verb_phrase or not re.search(r"(?:为|向|给|对)[^，,。；;为向给对]{0,24}$", zone):
        return ""
    for match in scene.words.leading_verb.finditer(text, after.noun_end, scene.end):
        rest = re.match(rf"[^，,。；;、{NUMBER}]*", text[match.start() : scene.end])
        if NUMBER in text[after.noun_end : match.start()] and rest:
            return tidy(rest[0])
    return ""


def _modifier(scene: Scene) -> str:
    """新投用的4条产线: 新投用; 整车厂所需的1.6万个零部件: 整车厂所需."""
    before = scene.before
    if before is None or not scene.plain(scene.start, scene.quantity.head).endswith("的"):
        return ""
    words = tidy(before.text)
    return words if 2 <= len(words) <= 12 else ""


def _adjacent(scene: Scene) -> str:
    """一期浮法玻璃两条生产线: a noun right before the number belongs to the noun after it."""
    before = scene.before
    if before is None or before.verb or before.subject or before.end != scene.quantity.head or scene.quantity.unit == "大":
        return ""
    noun = tidy(before.noun)
    first = not scene.index or scene.passage.quantities[scene.index - 1].start < scene.clause_start
    plain = 2 <= len(noun) <= 8 and not _NO_MODIFIER.search(noun) and scene.start == scene.clause_start and first
    return noun if plain and not scene.passage.text[scene.quantity.tail :].startswith("的") else ""


def _verb_of_list(scene: Scene) -> str:
    """走访30家企业和12家高校: the verb before the list is every member's."""
    base = scene.base
    if base is None or scene.start == scene.clause_start or base.rule != "counted" or not base.text.endswith(base.noun):
        return ""
    verb = base.text.removesuffix(base.noun)
    return verb if verb in scene.words.content else ""


def _goes_on_to_number(scene: Scene) -> bool:
    """5家企业带来总投资7.2亿元: the words after belong to the next number, if a light verb opens them."""
    after = scene.after
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if after is None or not following or following[0].head != after.end:
        return False
    verb = scene.words.leading_verb.match(after.verb_phrase)
    return verb is None or verb[0] in scene.words.light


def _verb_just_before(scene: Scene) -> str:
    """The verb that ends right before the number (走访|30家企业), if it says more than that there are some."""
    zone = scene.plain(scene.start, scene.quantity.head)
    found = re.search(r"([一-龥]{2,5}?)(?:了|出|起)?(?:约|近|超|共|累计)?$", zone)
    for size in (5, 4, 3, 2):
        word = re.sub(r"(?:了|出|起)?$", "", zone)[-size:]
        if found and len(word) == size and word in scene.words.content:
            return word
    return ""


def _deed(verb_phrase: str, noun: str) -> str:
    """What the counted did, as words before the noun: 集中开工|项目, 获得立项的|企业."""
    if verb_phrase.startswith(("正在", "即将")):
        return ""
    deed = re.sub(r"^(?:系|为|是|已|均|都|共|也|还|将|成功|相继|陆续|首次|进行了?|完成了(?=.{4}))+", "", verb_phrase)
    if len(deed) < 2 or len(deed) > 20 or deed.startswith(("成为", "让", "使", "在", "即将", "正在", "均", "里", "中", "、")) or (len(noun) >= 6 and len(deed) > 8):
        return ""
    return deed if len(deed) <= 4 else f"{deed}的"


def _deed_of_counted(scene: Scene) -> LabelChoice | None:
    """58家入园企业中有21家拥有新药管线: the noun is the last one's."""
    after, base = scene.after, scene.base
    if after is None or (scene.before is not None and len(tidy(scene.before.noun)) >= 2 and not re.search(r"[中有]$", scene.plain(scene.start, scene.quantity.head))):
        return None
    whole = after.noun + after.verb_phrase
    if base is None or len(whole) < 2:
        return None
    return scene.choose(f"{_deed(whole, '')}{base.noun}", "counted-deed", scene.quantity.start, after.end, base.noun)


def _named_before(scene: Scene) -> LabelChoice | None:
    """高新技术企业达293家; a verb alone names nothing unless it is all there is (融资27.5亿元)."""
    phrase = scene.before
    if phrase is None:
        return _inner_only(scene)
    noun = _INNER_ADVERB.sub("", drop_examples(tidy(phrase.noun)))
    noun += _ADJECTIVE.get(scene.passage.text[scene.quantity.tail : scene.quantity.tail + 1], "") if _OBJECT_UNITS.search(scene.quantity.unit) else ""
    name = phrase.verb + noun + scene.inner
    if len(name) < 2:
        return None
    longest = _LONGEST_OF.search(name)
    if longest and scene.base is not None:
        return scene.choose(f"最{longest['how']}{scene.base.noun}", "longest", scene.base.start, scene.quantity.end, scene.base.noun)
    if _CHANGE.fullmatch(name) and scene.base is not None and not phrase.subject:
        more = "减少" if re.search("[少减降缩省]", name) else "增加"
        return scene.choose(scene.base.text + more, "change", scene.base.start, scene.quantity.end, scene.base.noun)
    if not noun and not scene.inner:
        return _verb_alone(scene, phrase)
    if _measures_thing(scene) and not scene.inner:
        return _measured_after(scene)
    if phrase.subject and 2 <= len(phrase.subject) <= 8:
        name = merge(phrase.subject, name)
    elif len(name) <= 2:
        name = merge(_doer(scene), name)
    elif len(name) <= 4:
        name = merge(_counted_doer(scene), name)
    name += _MOVES.get(scene.quantity.unit[-2:], "") if len(name) <= 6 and not name.endswith(("架次", "人次", "车次")) else ""
    return _lean(scene, name, noun, phrase.start)


def _inner_only(scene: Scene) -> LabelChoice | None:
    return scene.choose(scene.inner, "named-before", scene.quantity.head, scene.quantity.end) if len(scene.inner) >= 2 else None


def _measures_thing(scene: Scene) -> bool:
    """约15公里无人驾驶示范道路: a measure right before a thing is the thing's."""
    after = scene.after
    if after is None or not after.noun or after.attribute or not _OBJECT_UNITS.search(scene.quantity.unit):
        return False
    return any(after.noun.endswith(head) for head in scene.words.heads)


def _verb_alone(scene: Scene, phrase: Phrase) -> LabelChoice | None:
    """500万元贷款 is named by what follows, 汽车产业年产值实现跨越：2020年完成193亿元 by the clause before, 放款8.85亿元 by itself."""
    after = scene.after
    acted_on = scene.quantity.unit.endswith("元") and scene.words.leading_verb.match(scene.passage.blanked, scene.quantity.tail)
    if after is not None and len(after.noun) >= 2 and not after.attribute and not acted_on:
        verb = phrase.verb if phrase.verb not in scene.words.light else ""
        name = merge(verb, after.noun)
        deed = _deed(after.verb_phrase, after.noun) if _AREA_UNITS.search(scene.quantity.unit) else ""
        if deed:
            return scene.choose(f"{deed}{after.noun}", "verb-after", phrase.start, after.end, after.noun)
        return scene.choose(merge(name, "面积") if _AREA_UNITS.search(scene.quantity.unit) else name, "verb-after", phrase.start, after.noun_end, after.noun)
    if phrase.verb in scene.words.light or any(phrase.verb.endswith(word) for word in ("完成", "实现")):
        return None
    doer = phrase.subject if 2 <= len(phrase.subject) <= 10 else _doer(scene) or _programme(scene)
    return scene.choose(merge(doer, phrase.verb), "named-verb", phrase.start, scene.quantity.end, phrase.verb)


def _counted_doer(scene: Scene) -> str:
    """12家“突出贡献企业”共获得奖励2600万元: the counted are who got it, unless it was done to or for them."""
    previous = scene.index - 1
    if previous < 0 or scene.passage.quantities[previous].start < scene.clause_start:
        return ""
    choice = scene.earlier[previous]
    zone = scene.passage.text[scene.clause_start : scene.passage.quantities[previous].head]
    if choice is None or choice.rule != "counted" or re.search(r"(?:为|向|给|对|与|同|使|帮助|支持|组织)[^，]{0,12}$", zone):
        return ""
    return choice.noun if len(choice.noun) <= 8 and scene.start == scene.clause_start else ""


def _programme(scene: Scene) -> str:
    """The named policy or product that the sentence speaks of (“整零协同”补贴：…兑现1.37亿元), from the sentence before if this one leans on it."""
    sentence = scene.passage.sentence_of(scene.index)
    zone = scene.passage.blanked[sentence.start : scene.quantity.start]
    found = list(_PROGRAMME.finditer(zone))
    if not found and re.match(r"[该这其]", scene.passage.text[sentence.start : sentence.start + 1]):
        found = list(_PROGRAMME.finditer(scene.passage.blanked[: sentence.start]))[-1:]
    return found[-1][0] if found else ""


def _doer(scene: Scene) -> str:
    """Who does it, at the head of the clause, if it is not the subject itself (“科创贷”|累计向217家企业放款)."""
    zone = scene.passage.blanked[scene.clause_start : scene.quantity.head]
    lead = scene.words.head.match(zone)
    found = re.match(r"(“[^”]{1,10}”(?:[一-龥]{0,4}?)|[一-龥]{2,8}?)(?=累计|已|共|向|为|对|给)", zone[lead.end() if lead else 0 :])
    return tidy(found[1]) if found else ""


def _lean(scene: Scene, name: str, noun: str, start: int) -> LabelChoice:
    """A total, a sum or a rate belongs to what was told before; a member of a list shares the list's verb."""
    base = scene.base
    name = merge(_programme(scene), name) if len(re.sub(r"\W", "", name)) <= 4 else name
    if base is None:
        return scene.choose(name, "named-before", start, scene.quantity.end, noun)
    if name in scene.words.dependents or (noun in scene.words.yields and _owed(scene, base)):
        core = re.sub(r"(?:净增|新增|总数|累计|规模|数量|总量|总额|率|（[前后]）)$", "", base.noun if name in {"总数", "总量"} else base.text)
        whole = core if core.endswith(("额", "量", "数")) and name in {"总量", "总额", "总数", "总值"} else merge(core, noun or name)
        return scene.choose(whole, "dependent", base.start, scene.quantity.end, whole)
    if noun in _GENERIC and 2 <= len(base.noun) <= len(name) and base.noun not in name and base.noun not in scene.words.yields and base.owner == scene.owners[scene.index]:
        return scene.choose(merge(base.noun, name), "generic", base.start, scene.quantity.end, noun)
    in_list = scene.start > scene.clause_start or "其中" in scene.passage.text[scene.clause_start : scene.quantity.head]
    new = _NEW.match(base.text)
    if in_list and new and not _NEW.match(name) and base.text != base.noun:
        name = base.text[: base.text.find(base.noun)] + name if base.noun in base.text else new[0] + name
    if in_list and _countable(scene) and name.endswith("级"):
        name += re.sub(r"^.*[级的]", "", base.noun)
    return scene.choose(name, "named-before", start, scene.quantity.end, noun)


def _owed(scene: Scene, base: LabelChoice) -> bool:
    """企业23家，实现产值近300亿元: the output is those firms'."""
    levels = (at for at in scene.passage.before_in_sentence(scene.index) if scene.passage.quantities[at].kind is Kind.LEVEL)
    nearest = next(levels, None)
    if nearest is None or scene.earlier[nearest] is None or scene.passage.quantities[nearest].start >= scene.clause_start:
        return False
    unit = _GREAT.sub("", scene.passage.quantities[nearest].unit)
    return unit in {"家", "个", "户"} and scene.owners[nearest] == scene.owners[scene.index] and base.noun.endswith(("企业", "项目", "公司", "机构"))


def _measured_after(scene: Scene) -> LabelChoice | None:
    """500万元贷款; 800千瓦太阳能光伏发电项目."""
    after = scene.after
    if after is None or len(after.noun) < 2:
        return None
    deed = _deed(after.verb_phrase, after.noun)
    name = f"{deed}{after.noun}" if deed else merge(after.noun, "面积") if _AREA_UNITS.search(scene.quantity.unit) else after.noun
    return scene.choose(name, "measured-after", scene.quantity.start, after.noun_end, after.noun)


def _left_out(scene: Scene) -> LabelChoice | None:
    """累计102家; 其中仅一家公司就超过50亿元; 15个、61亿元: the last metric of the same unit goes on."""
    unit = _GREAT.sub("", scene.quantity.unit)
    if scene.before is not None and len(tidy(scene.before.text)) >= 2 and not re.fullmatch("完成|实现|达成", scene.before.text):
        return None
    prefix = "累计" if re.search(r"累计[共达为]{0,2}$", scene.passage.text[scene.start : scene.quantity.head]) else ""
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and _GREAT.sub("", scene.passage.quantities[at].unit) == unit and choice.kind is Kind.LEVEL:
            name = prefix + choice.noun if prefix else re.sub("（[前后]）$", "", choice.text)
            return scene.choose(name, "left-out", choice.start, scene.quantity.end, choice.noun)
    base = scene.base
    if base and scene.start > scene.clause_start and scene.before is None:
        name = merge(re.sub("[架人车]次$", "", base.text), "时长") if _TIME_UNITS.search(scene.quantity.unit) else base.text
        return scene.choose(name, "left-out", base.start, scene.quantity.end, base.noun)
    return scene.choose(prefix + base.noun, "left-out", base.start, scene.quantity.end, base.noun) if base and prefix else None


def _told_before(scene: Scene) -> LabelChoice | None:
    """汽车产业年产值实现跨越式发展：2020年完成193亿元: the metric that the clauses before speak of."""
    sentence = scene.passage.sentence_of(scene.index)
    clauses = [clause for clause in sentence.clauses if clause.end <= scene.clause_start]
    for clause in reversed(clauses):
        for found in reversed(list(_METRIC.finditer(scene.passage.blanked, clause.start, clause.end))):
            phrase = phrase_before(scene.passage.blanked, clause.start, found.end(), scene.words)
            if phrase is not None and len(tidy(phrase.text)) >= 2:
                return scene.choose(tidy(phrase.text), "told-before", phrase.start, scene.quantity.end, tidy(phrase.noun))
    return None


def last_label(scene: Scene) -> LabelChoice | None:
    """A number without any word of its own goes on with what the sentence told last."""
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and (choice.kind is scene.quantity.kind or scene.quantity.kind is not Kind.RANK):
            return scene.choose(choice.text, "last", choice.start, scene.quantity.end, choice.noun)
    return _told_before(scene)


def any_label(scene: Scene) -> LabelChoice | None:
    """The last resort: whatever words stand before the number in its clause, or what it does after."""
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, scene.quantity.head, scene.words)
    if phrase is not None and len(tidy(phrase.text)) >= 2:
        return scene.choose(tidy(phrase.text), "any-before", phrase.start, scene.quantity.end, tidy(phrase.noun) or tidy(phrase.text))
    after = scene.after
    if after is not None and (after.noun or after.verb_phrase):
        return scene.choose(after.noun or after.verb_phrase, "any-after", scene.quantity.start, after.end)
    return None
