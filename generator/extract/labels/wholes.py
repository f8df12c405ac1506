"""Labels of shares whose whole is not told with 占: 撑起全区的四分之一, 八成以上出自园区, 每3家就有1家, 占六成以上 of the sum told before.

A step of its own before the shares with 占, because what is the part, and what the whole, is told by other means in each of these forms.
"""

import re
from decimal import Decimal

from generator.extract.labels.parts import bare_unit, without_turn
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.told import told_topic
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind, Qualifier
from generator.model.quantity import Form

_ONE_IN = re.compile(
    r"^每\s*(?:\d+|[一二三四五六七八九十两]+)\s*[个家户名人件台辆位项部块片枚颗艘支只架座条套](?P<noun>[^，,。；;]{0,10}?)[中里]?[，,]?[就便]?(?:会|能)?有"
)
_WIDE = re.compile(r"(?:^|[，,。；;在“：])(?P<whole>全[市省国区县州球]|[一-龥]{2,5}[省市区县州])的?$")
_HERE = re.compile("(?:该区|本区|区内|园内|园区|经开区|高新区|开发区|片区)(?=[，,。；;]|$)")
_USES = re.compile(r"(?:使?用|装|穿|吃|配|选)的?(?:就|都|正)?是(?P<what>[^，,。；;“”\d]{2,16})")
_BEARS = re.compile(r"(?P<verb>补贴|补助|奖补|承担|负担|报销|返还|减免|支付|垫付|分担)了?$")
_BORNE_FOR = re.compile(r"(?P<what>[一-龥]{2,8}?[款费金本价资额])的(?=[一-龥])")
_OF_THEM = re.compile(r"(?:其中|[中里][，,])(?:有|约有|就有)?$")
_DEGREES = re.compile(r"(?:不到|不足|超过|接近|大约|将近|差不多|仅|约|近|超|逾|达到?|突破)+$")
_STOCK = re.compile(r"(?P<noun>[一-龥]{2,10}?)(?:目前|现|均|都)*(?:已经?|便|就)(?P<deed>[一-龥]{1,3}?[出满完成掉好走到用])了?")
_STEP = {"万亿": Decimal(10) ** 12, "亿": Decimal(10) ** 8, "万": Decimal(10) ** 4}
_NEAR = {Qualifier.EXACT: Decimal("0.006"), Qualifier.ABOUT: Decimal("0.06")}
_ONLY_SAYS = re.compile("^(?:实现|完成|达到|取得)(?=[一-龥]{3})")
_BARE = 2  # letters: 收入 of 销售收入
_FAR = 8  # figures back: a whole told farther off is seldom meant


def whole_label(scene: Scene) -> LabelChoice | None:
    """Part and whole of such a share; None for any other."""
    quantity = scene.quantity
    if quantity.kind is not Kind.SHARE and not (quantity.value.form is Form.FRACTION and not quantity.unit):
        return None
    return _one_in(scene) or _of_stock(scene) or _borne(scene) or _made_up(scene) or _came_from(scene) or _did(scene)


def _of_stock(scene: Scene) -> LabelChoice | None:
    """12万平方米标准厂房已租出94%: so much of the counted itself has had that done to it."""
    if (
        scene.index == 0
        or scene.quantity.unit not in {"%", "成"}
        or (scene.after is not None and (scene.after.noun or scene.after.attribute))
    ):
        return None
    last = scene.passage.quantities[scene.index - 1]
    found = _STOCK.fullmatch(scene.passage.text, max(last.tail, scene.clause_start), scene.quantity.head)
    if found is None or last.kind is not Kind.LEVEL or not found["noun"].endswith(scene.words.heads):
        return None
    noun, begin = tidy(found["noun"]), last.tail
    return scene.choose(f"{noun}{found['deed']}比例", "share-done", begin, scene.quantity.end, noun)


def _did(scene: Scene) -> LabelChoice | None:
    """282家规上企业中，近七成建立了研发机构: those that did so, of the counted."""
    text, after, base = scene.passage.text, scene.after, scene.base
    if after is None or after.attribute or base is None or base.kind is not Kind.LEVEL or not base.noun.endswith(scene.words.heads):
        return None
    if not _OF_THEM.search(text, scene.passage.sentence_of(scene.index).start, scene.quantity.head):
        return None
    deed = tidy(text[scene.quantity.tail : after.end])
    verb = scene.words.leading_verb.match(deed) or scene.words.forms.deed.match(deed)
    if verb is None or not 3 <= len(deed) <= 18:
        return None
    return scene.choose(f"{deed}的{base.noun}占比", "share-among", base.start, after.end, base.noun)


def _borne(scene: Scene) -> LabelChoice | None:
    """政府补贴三成设备款: the subsidy as part of what it is for."""
    found, after = _BEARS.search(scene.passage.text, scene.clause_start, scene.quantity.head), scene.after
    if found is None or after is None or not after.noun or after.attribute:
        return None
    own = _BORNE_FOR.match(scene.passage.text, scene.quantity.tail)
    noun = own["what"] if own else after.noun
    return scene.choose(f"{found['verb']}占{noun}比重", "share-borne", found.start(), own.end("what") if own else after.noun_end, noun)


def _one_in(scene: Scene) -> LabelChoice | None:
    """全市的高新技术企业，每3家就有1家在高新区: the part of the town's; 每10名职工中就有3名研发人员: these of those."""
    quantity = scene.quantity
    found = _ONE_IN.match(scene.passage.text[quantity.start : quantity.end])
    if found is None:
        return None
    topic = told_topic(scene)
    own = (
        phrase_before(scene.passage.blanked, scene.clause_start, quantity.start, scene.words)
        if quantity.start > scene.clause_start
        else None
    )
    noun = tidy(found["noun"]) or (tidy(own.noun) if own else "") or (topic.text if topic else "")
    start = topic.start if topic and not found["noun"] else quantity.start
    after = scene.after
    came = scene.words.forms.came_from.match(scene.passage.text, quantity.tail)
    wide = _WIDE.search(scene.passage.text[scene.passage.sentence_of(scene.index).start : start])
    if came and wide and noun:
        return scene.choose(f"{noun}占{wide['whole']}比重", "share-one-in", start, quantity.end, noun)
    used = _USES.match(scene.passage.text, quantity.tail)
    if used and len(noun) >= 2:
        place = own.noun if own and found["noun"] else ""
        return scene.choose(f"用{used['what']}的{noun}占{place}{noun}比重", "share-one-in", start, used.end(), noun)
    if len(noun) < 2 or after is None:
        return None
    rest = after.noun + after.verb_phrase if not came else tidy(scene.passage.text[quantity.tail : after.end])
    name = f"{rest}占{noun}比重" if after.noun and not came else f"{rest}的{noun}占比"
    return scene.choose(name, "share-one-in", start, after.end, noun) if rest else None


def _made_up(scene: Scene) -> LabelChoice | None:
    """差不多撑起全区的四分之一: what was told before, of the district; 了其中的八成: of its owner's; 贡献全市26%的税收 has its noun."""
    if scene.after is not None and scene.after.attribute:
        return None
    text = _DEGREES.sub("", scene.passage.text[: scene.quantity.start])
    found = None
    for match in scene.words.forms.makes_up.finditer(text, scene.clause_start):
        found = match
    if found is None or "占" in scene.passage.text[scene.clause_start : found.end()]:
        return None
    whole = re.fullmatch(r"(?P<whole>[^，,。；;\d]{2,16}?)的", text[found.end() :])
    if whole is None:
        return None
    phrase = (
        phrase_before(scene.passage.blanked, scene.clause_start, found.start(), scene.words) if found.start() > scene.clause_start else None
    )
    part, base = tidy(phrase.noun) if phrase else "", scene.base
    if len(part) < 2 and base is None:
        return None
    name, start = (
        (part, phrase.start) if phrase and len(part) >= 2 else (without_turn(base.noun if base else ""), base.start if base else 0)
    )
    if whole["whole"] == "其中" and base is not None:
        name, start = without_turn(base.text), base.start
        return scene.choose(f"{name}占{base.owner or '合计'}比重", "share-of-owner", start, scene.quantity.end, name)
    return scene.choose(f"{name}占{tidy(whole['whole'])}比重", "share", start, scene.quantity.end, name)


def _came_from(scene: Scene) -> LabelChoice | None:
    """出口额182亿元，八成以上出自园区: the park's share of its owner's sum; of the park's own sum, what came from where."""
    base, text = scene.base, scene.passage.text
    came = scene.words.forms.came_from.match(text, scene.quantity.tail)
    if came is None or base is None or base.kind is Kind.SHARE or (scene.before is not None and len(tidy(scene.before.noun)) >= 2):
        return None
    place = re.match(r"[^，,。；;、]{2,16}", text[came.end() :])
    noun = without_turn(_ONLY_SAYS.sub("", base.text) if len(base.noun) <= _BARE else base.noun)
    if place is None or not noun:
        return None
    inside = scene.passage.blanked[came.end() : came.end() + 1] == SUBJECT or _HERE.match(text, came.end())
    if inside and base.owner != scene.owners[scene.index] and base.owner:
        return scene.choose(f"{noun}占{base.owner}比重", "share", base.start, scene.quantity.end, noun)
    end = came.end() + place.end()
    deed = tidy(text[scene.quantity.tail : end])
    at = next(at for at in scene.passage.before_in_sentence(scene.index) if scene.earlier[at] is base)
    summed = scene.passage.quantities[at].unit.endswith("元") and "每" not in noun
    return scene.choose(f"{deed}占{noun}比重" if summed else f"{deed}的{noun}占比", "share-from", base.start, end, noun)


def whole_by_value(scene: Scene, part: LabelChoice) -> LabelChoice | None:
    """对中亚出口11.4亿元，占六成以上: the sum told before of which the part is that share; None if no sum or more than one fits."""
    at = next((i for i in range(scene.index - 1, -1, -1) if scene.earlier[i] is part), None)
    part_size = _amount(scene, at) if at is not None else None
    share = _share(scene)
    if at is None or part_size is None or share is None:
        return None
    fits = [
        choice
        for i in range(at - 1, max(-1, at - _FAR), -1)
        if (choice := scene.earlier[i]) is not None
        and choice.kind is Kind.LEVEL
        and (size := _amount(scene, i)) is not None
        and size[1] == part_size[1]
        and size[0]
        and _fits(part_size[0] / size[0], share, scene.quantity.qualifier)
    ]
    return fits[0] if len({choice.text for choice in fits}) == 1 else None


def _amount(scene: Scene, at: int) -> tuple[Decimal, str] | None:
    """How much quantity `at` is, 万 and 亿 reckoned in, and in what unit; None for a range or a fraction."""
    quantity = scene.passage.quantities[at]
    if quantity.value.form is not Form.NUMBER:
        return None
    great = next((step for sign, step in _STEP.items() if quantity.unit.startswith(sign)), Decimal(1))
    return quantity.value.first * great, bare_unit(quantity.unit)


def _share(scene: Scene) -> Decimal | None:
    value = scene.quantity.value
    if value.form is Form.FRACTION and value.second:
        return value.first / value.second
    parts = {"%": 100, "成": 10, "‰": 1000}.get(scene.quantity.unit)
    return value.first / parts if parts and value.form is Form.NUMBER else None


def _fits(ratio: Decimal, share: Decimal, qualifier: Qualifier) -> bool:
    if qualifier is Qualifier.OVER:
        return share <= ratio < min(Decimal(1), share + Decimal("0.1"))
    if qualifier is Qualifier.UNDER:
        return share - Decimal("0.1") < ratio <= share
    return abs(ratio - share) <= _NEAR.get(qualifier, Decimal("0.006"))


__all__ = ["whole_by_value", "whole_label"]
