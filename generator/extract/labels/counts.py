"""Labels of counts by what follows the number: the things counted and what they did."""

import re

from generator.extract.labels.parts import bare_unit
from generator.extract.labels.phrases import After, phrase_before, tidy, words_after
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.told import told_topic
from generator.extract.passage import NUMBER, SUBJECT
from generator.model.claim import Kind

_AMONG_THEM = re.compile(r"(?:其中|[中里][，,]?)(?:仅|有|共|已|就|还|另|便)*$|其余$|[，,、](?:其中)?(?:另|已|还|仅)?有?$")
_OF_THEM = re.compile(r"(?:其中|[中里])[，,]?(?:仅|有|共|已|就|还|另|便)*$")
_RANKED = re.compile(r"[中里内](?:综合)?(?:位列|位居|排名|排在|排|居|名列|列)")
_SPREAD = re.compile(r"^(?:主要|大多|都|均)?(?:分布|集中(?=[在于])|涵盖|覆盖|涉及|包括)")
_FIRMS = re.compile(r"^[一-龥]{1,2}企(?!业)")
_LEVEL = re.compile(r"(?:国家|部|自治区|省|市|区|县)级(?:及?以上)?")
_METRIC_NOUN = re.compile(r"(?:值|额|率|量|收入|利润|税收|投资|成本|价格|占比)$")
_NO_MODIFIER = re.compile(
    r"^占|^来自|[、和及与的在为向对给，了“”从由将把让同就还也做要用]|^(?:园区|辖区|全区|园内|区内|其余|其他|另外|剩余|余下|首批|联合|携手|会同|组织|帮助|带动|当地|高新区|开发区|经开区|片区)$"
)
_LEAD = re.compile(
    r"^(?:却|系|为|是|已经?|业已|将[在于]?|从中|均|都|共|也|还|将|并|正式|成功|相继|陆续|先后|纷纷|率先|主动|首次|同步|全部|前来|进行了?|完成了(?=.{4}))+"
)
_UNDER_WAY = re.compile(r"正在|即将|均|尚|在")
_OPEN_DEED = re.compile(r"[一-龥]{1,2}[到在自于了]|.*[在于]")
_GOES_ON = frozenset("厂场站馆店所院部网库链线机器房件类型区园城港商户主员工人们业性化度率额量值费群")  # 专用车|厂 is one noun
_PEOPLE = re.compile(r"(?:人次|人|名)$")
_AND_PLACES = re.compile(r"国家(?:和|及|与)地区")
_FOR = re.compile(r"(?:(?<![作成称认因])为|向|给|帮助|协助|助力|支持|推动|组织|带动|吸引)(?:了)?(?:全市|全区|园区|辖区|区内)?$")
_LIST = re.compile(r"(?:公布|发布|公示|揭晓|印发|下发|认定|通报)了?[^，,。；;]{0,4}?(?P<list>[^，,。；;了]{4,30}?(?:名单|榜单|目录))")
_YEAR = re.compile(r"^(?:的|最新|\d{4}年度?|(?:关于)?(?:第[一-龥\d]+批))*")
_NEAR = 60  # characters from the list to those on it
_BEFORE_NTH = re.compile(r"([一-龥]{2})(?:了|出)?第$")
_STOPS = re.compile(r"没有|从未|未曾|纷纷|依然|一直|始终|一夜|至今|无一|尽数|悉数|相继|陆续")
_IDLE = re.compile(r"没有|从未|未曾|未|依然|一直|始终|一夜|至今|无一")
_OF_ALL = re.compile(r"[中有]$|^(?:其余|余下|剩余|另外)(?:的)?$")
_ALIKE = (frozenset({"家", "户", "家次", "户次", "个"}), frozenset({"名", "人", "位", "人次"}), frozenset({"件", "项"}))
_LONGEST_REST = 4  # letters of one noun behind its first head: 检测|方案
_AND = ("、", "和", "及", "与")
_IN_PLACE = re.compile(r"坚守|参加|参与|参展|参赛|到场|入驻|入选|上榜|受益|受到|获评|获批|获奖|来自|留守|在岗|复工|开工|签约")
_LINKED = re.compile(r"(?:[到至为达有超]|突破|超过)$")


def count_label(scene: Scene) -> LabelChoice | None:
    """261家科技型中小企业; 2家企业获立项; 新增10家企业."""
    kinds = scene.words.forms.list_class.match(scene.passage.text, scene.quantity.start) if scene.quantity.unit == "大" else None
    if kinds:
        return scene.choose(kinds["class"], "counted", scene.quantity.start, kinds.end(), kinds["class"])
    after = _after(scene)
    if after is None or not is_countable(scene):
        return None
    if scene.quantity.rule == "running-count" and after.noun:
        return _running(scene, after)
    among = _AMONG_THEM.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.quantity.head)
    if not after.noun or (among and (_METRIC_NOUN.search(after.noun) or _is_deed(scene, after.noun))):
        return _deed_of_counted(scene, after)
    for rule in (_reached, _on_list, _linked, _by_service, _by_owner, _by_deed):
        choice = rule(scene, after)
        if choice is not None:
            return choice
    return None


def _running(scene: Scene, after: After) -> LabelChoice:
    """第1000万片电池下线, 完成第1万双样鞋: so many by now, by the deed."""
    verb = _BEFORE_NTH.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    deed = deed_of(after.verb_phrase, after.noun) or (
        f"累计{verb[1]}" if verb and verb[1] in scene.words.content | scene.words.light else ""
    )
    return scene.choose(f"{deed}{after.noun}", "counted", scene.quantity.start, after.end, after.noun)


def _after(scene: Scene) -> After | None:
    """The words after the number, the thing counted cut where it ends (企业|前来租用, 区县|中排名), what it does with its names."""
    after = scene.after
    if after is None or after.attribute:
        return after
    if not after.noun:
        return _verb_led(scene, after)
    if _AND_PLACES.match(scene.passage.text, after.noun_end - 2):
        return After(after.noun + "和地区", "", attribute=False, noun_end=after.noun_end + 3, end=after.noun_end + 3)
    cut = _noun_of(scene, after.noun)
    if cut == len(after.noun):
        return after
    start = after.noun_end - len(after.noun) + cut
    if scene.passage.text[start - cut : start] != after.noun[:cut]:
        return after
    return After(after.noun[:cut], tidy(scene.passage.text[start : after.end]), attribute=False, noun_end=start, end=after.end)


def _verb_led(scene: Scene, after: After) -> After:
    """入驻企业|获奖: a verb and a plain head are the thing, if they are followed by what it did."""
    start = after.end - len(after.verb_phrase)
    verb = scene.words.leading_verb.match(after.verb_phrase)
    head = next((word for word in sorted(scene.words.generic) if verb and after.verb_phrase.startswith(word, verb.end())), "")
    end = verb.end() + len(head) if verb else 0
    if verb is None or not head or verb[0] in scene.words.light or len(after.verb_phrase) - end < 2:
        return after
    if scene.passage.text[start : after.end] != after.verb_phrase or not after.verb_phrase[:end].endswith(scene.words.heads):
        return after
    return After(after.verb_phrase[:end], after.verb_phrase[end:], attribute=False, noun_end=start + end, end=after.end)


def _noun_of(scene: Scene, noun: str) -> int:
    """How much of the words is the thing counted: up to the last word that may close a name, if a deed follows it."""
    ranked = _RANKED.search(noun)
    limit = ranked.start() if ranked else len(noun)
    heads = [at for at in range(2, limit + 1) if noun[:at].endswith(scene.words.heads) and noun[at : at + 1] not in _GOES_ON]
    stop = _STOPS.search(noun, 2)
    if stop:
        return stop.start()
    firms = _FIRMS.match(noun)
    if firms and firms.end() + 2 <= len(noun) and not (len(noun) - firms.end() <= 4 and noun.endswith(scene.words.heads)):
        return firms.end()
    if ranked:
        return heads[0] if heads else limit if limit >= 2 else len(noun)
    if not heads:
        return len(noun)
    if heads[-1] < len(noun):
        rest = noun[heads[-1] :]
        return len(noun) if len(rest) <= _LONGEST_REST and rest.endswith(scene.words.forms.noun_ends) else heads[-1]
    for at in heads[:-1]:
        verb = scene.words.verb.match(noun, at) or scene.words.leading_verb.match(noun, at)
        opener = scene.words.forms.deed.match(noun, at)
        if opener and not opener["lead"]:
            return at
        if verb and _served_here(scene):
            return at
        if verb and (len(noun) - at >= 6 or verb[0].endswith("了")) and at >= 2:
            return at
    return len(noun)


def _served_here(scene: Scene) -> bool:
    """为56家企业|解决难题: what is done for the counted follows them."""
    return bool(_FOR.search(scene.passage.text, scene.clause_start, scene.quantity.head))


def _is_deed(scene: Scene, noun: str) -> bool:
    """设立了研发机构 in 56家规上企业中，有40家设立了研发机构; 入驻企业 names a thing."""
    deed = scene.words.forms.deed.match(noun)
    if deed and not deed["lead"].endswith(scene.words.heads):
        return True
    verb = scene.words.leading_verb.match(noun)
    if verb is None or scene.base is None or not _OF_THEM.search(scene.passage.text[: scene.quantity.head]):
        return False
    return "了" in noun[: verb.end() + 1] or verb[0] in scene.words.light or not noun.endswith(scene.words.heads)


def _reached(scene: Scene, after: After) -> LabelChoice | None:
    """产品远销全球60多个国家和地区: what reaches so many places or fields."""
    found = scene.words.forms.reach.search(scene.passage.text, scene.start, scene.quantity.head)
    if not scene.words.forms.reach_noun.fullmatch(after.noun) or scene.passage.text[after.noun_end : after.noun_end + 1] == "的":
        return None
    base = scene.base
    if found is None and base is not None and base.rule == "counted-reach" and scene.start > scene.clause_start:
        name = base.text.removesuffix(base.noun) + after.noun
        return scene.choose(name, "counted-reach", base.start, after.noun_end, after.noun)
    if found is None:
        return None
    phrase = phrase_before(scene.passage.blanked, scene.start, found.start(), scene.words) if found.start() > scene.start else None
    what = tidy(phrase.noun) if phrase else ""
    if phrase is None or not 2 <= len(what) <= 10:
        return None  # 覆盖40个行业 says nothing of who does
    return scene.choose(f"{what}{found['verb']}{after.noun}", "counted-reach", phrase.start, after.noun_end, after.noun)


def _on_list(scene: Scene, after: After) -> LabelChoice | None:
    """公布2024年度瞪羚企业名单，14家企业入选: the firms on that list."""
    deed = scene.words.forms.listed_deed.fullmatch(after.verb_phrase)
    told = list(_LIST.finditer(scene.passage.text, 0, scene.quantity.head)) if deed else []
    if deed is None or not told or scene.quantity.head - told[-1].end() > _NEAR:
        return None
    name = _YEAR.sub("", tidy(told[-1]["list"]))
    return scene.choose(f"{deed[0]}{name}的{after.noun}", "counted-listed", scene.quantity.start, after.end, after.noun)


def _linked(scene: Scene, after: After) -> LabelChoice | None:
    """“高效办成一件事”扩展到88个事项: the matters of what stands before."""
    before = scene.before
    if (
        before is None
        or len(tidy(before.noun)) < 3
        or len(after.noun) > 2
        or not _LINKED.search(scene.plain(scene.start, scene.quantity.start))
    ):
        return None
    return scene.choose(merge(tidy(before.noun), after.noun), "counted-of", before.start, after.noun_end, after.noun)


def _by_service(scene: Scene, after: After) -> LabelChoice | None:
    served = _served(scene)
    return scene.choose(f"{served}的{after.noun}", "counted-served", scene.quantity.start, after.noun_end, after.noun) if served else None


def _by_owner(scene: Scene, after: After) -> LabelChoice | None:
    owned = _modifier(scene) or _adjacent(scene)
    start = scene.before.start if scene.before else scene.quantity.start
    return scene.choose(f"{owned}{after.noun}", "counted-owned", start, after.noun_end, after.noun) if owned else None


def _by_deed(scene: Scene, after: After) -> LabelChoice | None:
    """What the counted did goes before the noun, else the verb before the number."""
    deed = _told_deed(scene, after)
    if deed:
        return scene.choose(f"{deed}{after.noun}", "counted", scene.quantity.start, after.end, after.noun)
    before = scene.before
    verb = before.verb if before and not tidy(before.noun) else _verb_just_before(scene) or _verb_of_list(scene)
    verb = "" if verb in scene.words.light else verb
    return scene.choose(f"{verb}{after.noun}", "counted", scene.quantity.start - len(verb), after.noun_end, after.noun)


def _told_deed(scene: Scene, after: After) -> str:
    """包保 of 131名干部包保企业162家: an object with a number of its own is left to that number."""
    if scene.quantity.unit == "大":
        return ""
    if not after.verb_phrase:
        return _shared_deed(scene, after)
    if _served_here(scene) and deed_of(after.verb_phrase, after.noun):
        return f"{after.verb_phrase}的"
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or following[0].head != after.end:
        return deed_of(after.verb_phrase, after.noun)
    verb = scene.words.leading_verb.match(after.verb_phrase)
    if verb is None or verb[0] in scene.words.light:
        return ""
    rest = after.verb_phrase[verb.end() :]
    counted = rest.endswith(scene.words.heads) and is_countable_unit(following[0].unit, scene)
    return deed_of(verb[0] if counted else after.verb_phrase, after.noun)


def _shared_deed(scene: Scene, after: After) -> str:
    """64家企业、5200余名员工坚守一线: the deed after the last of the list is the first one's too."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or not is_countable_unit(following[0].unit, scene):
        return ""
    if scene.passage.text[after.noun_end : following[0].head] not in _AND:
        return ""
    other = words_after(scene.passage.blanked, following[0].tail, scene.words)
    if other is None or other.attribute or not other.noun or not _IN_PLACE.match(other.verb_phrase):
        return ""
    return deed_of(other.verb_phrase, after.noun)


def _modifier(scene: Scene) -> str:
    """新投用的4条产线: 新投用; 整车厂所需的1.6万个零部件: 整车厂所需."""
    before = scene.before
    if before is None or not scene.plain(scene.start, scene.quantity.head).endswith("的"):
        return ""
    words = tidy(before.text)
    if scene.words.forms.reach_noun.fullmatch(words):
        return ""  # 32个国家和地区的1280家: the places are told by their own number
    return words if 2 <= len(words) <= 12 and not re.search(r"居|位列|排名|排在|^在", words) else ""


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


def _verb_just_before(scene: Scene) -> str:
    """The verb that ends right before the number (走访|30家企业), if it says more than that there are some."""
    zone = scene.plain(scene.start, scene.quantity.head)
    found = re.search(r"([一-龥]{2,5}?)(?:了|出|起)?(?:约|近|超|共|累计)?$", zone)
    for size in (5, 4, 3, 2):
        word = re.sub(r"(?:了|出|起)?$", "", zone)[-size:]
        if found and len(word) == size and word in scene.words.content:
            return word
    return ""


def deed_of(verb_phrase: str, noun: str) -> str:
    """What the counted did, as words before the noun: 集中开工|项目, 获得立项的|企业."""
    if verb_phrase.startswith(("正在", "即将")):
        return ""
    deed = _LEAD.sub("", verb_phrase)
    if _SPREAD.match(deed) or _IDLE.match(deed):
        return ""
    if (
        len(deed) < 2
        or len(deed) > 20
        or deed.startswith(("成为", "让", "使", "在", "即将", "正在", "均", "里", "中", "、"))
        or (len(noun) >= 6 and len(deed) > 8)
    ):
        return ""
    return deed if len(deed) <= 4 and not _OPEN_DEED.match(deed) else f"{deed}的"


def _deed_of_counted(scene: Scene, after: After) -> LabelChoice | None:
    """58家入园企业中有21家拥有新药管线: the noun is the last one's, or that of the clause before (中试项目中，3个走到工业示范)."""
    base = _counted_before(scene)
    before = scene.before
    if before is not None and len(tidy(before.noun)) >= 2 and not _OF_ALL.search(scene.plain(scene.start, scene.quantity.head)):
        return None
    whole = after.noun + after.verb_phrase
    if SUBJECT in scene.passage.blanked[scene.quantity.tail : after.end]:
        whole = tidy(scene.passage.text[scene.quantity.tail : after.end])
    topic = told_topic(scene) if base is None else None
    noun = base.noun if base else topic.text if topic and not topic.measure else ""
    if (
        not noun
        and _PEOPLE.search(scene.quantity.unit)
        and (before is None or not tidy(before.noun))
        and 4 <= len(whole) <= 14
        and not topic
    ):
        return scene.choose(
            whole + ("人次" if scene.quantity.unit.endswith("次") else "人数"), "counted", scene.quantity.start, after.end, whole
        )
    if not noun or len(whole) < 2:
        return None
    deed = deed_of(whole, "") or (f"{whole}的" if _UNDER_WAY.match(whole) and len(whole) <= 16 else "")
    if not deed:
        return None
    verb = scene.words.leading_verb.match(noun)
    if verb and noun[verb.end() :].endswith(scene.words.heads) and len(noun) - verb.end() >= 2:
        noun = noun[verb.end() :]
    if _LEVEL.fullmatch(deed):
        noun = _LEVEL.sub("", noun, count=1) if _LEVEL.match(noun) else noun
    return scene.choose(f"{deed}{noun}", "counted-deed", scene.quantity.start, after.end, noun)


def _counted_before(scene: Scene) -> LabelChoice | None:
    """The last things that the sentence counted in a unit of the same sort; without one, what it told last."""
    unit = bare_unit(scene.quantity.unit)
    alike = next((units for units in _ALIKE if unit in units), frozenset({unit}))
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and choice.kind is Kind.LEVEL and bare_unit(scene.passage.quantities[at].unit) in alike:
            return choice
    return None


def is_countable(scene: Scene) -> bool:
    """Whether the number's unit counts things."""
    return is_countable_unit(scene.quantity.unit, scene)


def is_countable_unit(unit: str, scene: Scene) -> bool:
    """Whether a unit counts things (家, 万件), or measures them (亿元, 亩)."""
    return bare_unit(unit) in scene.words.countable
