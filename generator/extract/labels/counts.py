"""Labels of counts by what follows the number: the things counted and what they did."""

import re

from generator.extract.labels.phrases import After, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import NUMBER

_GREAT = re.compile(r"^[十百千万亿]+")
_AMONG_THEM = re.compile(r"其中[仅有共]?$|[，,、]$")
_METRIC_NOUN = re.compile(r"(?:值|额|率|量|收入|利润|税收|投资|成本|价格|占比)$")
_NO_MODIFIER = re.compile(
    r"[、和及与的在为向对给，了“”从由将把让同就还也做要用]|^(?:园区|辖区|全区|园内|区内|当地|高新区|开发区|经开区|片区)$"
)
_LINKED = re.compile(r"(?:[到至为达有超]|突破|超过)$")


def count_label(scene: Scene) -> LabelChoice | None:
    """261家科技型中小企业; 2家企业获立项; 新增10家企业."""
    after = scene.after
    if after is None or not is_countable(scene):
        return None
    among = _AMONG_THEM.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    if not after.noun or (among and _METRIC_NOUN.search(after.noun)):
        return _deed_of_counted(scene)
    for rule in (_linked, _by_service, _by_owner, _by_deed):
        choice = rule(scene, after)
        if choice is not None:
            return choice
    return None


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
    if scene.quantity.unit == "大" or not after.verb_phrase:
        return ""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or following[0].head != after.end:
        return deed_of(after.verb_phrase, after.noun)
    verb = scene.words.leading_verb.match(after.verb_phrase)
    if verb is None or verb[0] in scene.words.light:
        return ""
    rest = after.verb_phrase[verb.end() :]
    counted = rest.endswith(scene.words.heads) and is_countable_unit(following[0].unit, scene)
    return deed_of(verb[0] if counted else after.verb_phrase, after.noun)


def _modifier(scene: Scene) -> str:
    """新投用的4条产线: 新投用; 整车厂所需的1.6万个零部件: 整车厂所需."""
    before = scene.before
    if before is None or not scene.plain(scene.start, scene.quantity.head).endswith("的"):
        return ""
    words = tidy(before.text)
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
    deed = re.sub(r"^(?:却|系|为|是|已|均|都|共|也|还|将|成功|相继|陆续|首次|进行了?|完成了(?=.{4}))+", "", verb_phrase)
    if (
        len(deed) < 2
        or len(deed) > 20
        or deed.startswith(("成为", "让", "使", "在", "即将", "正在", "均", "里", "中", "、"))
        or (len(noun) >= 6 and len(deed) > 8)
    ):
        return ""
    return deed if len(deed) <= 4 else f"{deed}的"


def _deed_of_counted(scene: Scene) -> LabelChoice | None:
    """58家入园企业中有21家拥有新药管线: the noun is the last one's."""
    after, base = scene.after, scene.base
    if after is None or (
        scene.before is not None
        and len(tidy(scene.before.noun)) >= 2
        and not re.search(r"[中有]$", scene.plain(scene.start, scene.quantity.head))
    ):
        return None
    whole = after.noun + after.verb_phrase
    if base is None or len(whole) < 2:
        return None
    return scene.choose(f"{deed_of(whole, '')}{base.noun}", "counted-deed", scene.quantity.start, after.end, base.noun)


def is_countable(scene: Scene) -> bool:
    """Whether the number's unit counts things."""
    return is_countable_unit(scene.quantity.unit, scene)


def is_countable_unit(unit: str, scene: Scene) -> bool:
    """Whether a unit counts things (家, 万件), or measures them (亿元, 亩)."""
    return _GREAT.sub("", unit) in scene.words.countable
