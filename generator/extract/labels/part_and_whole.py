"""Shares whose part or whole is told elsewhere: 所占比重升至22%, 在总产值中的占比, 高技术产业占比达到58%, 新产品贡献了七成的利润.

A step of its own after the rules for shares, because these bare names (占比, 所占比重) come from several of them and say nothing alone.
"""

import re
from dataclasses import replace

from generator.extract.labels.parts import split_turn, without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.rates import within_told
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.wholes import whole_by_value
from generator.extract.passage import NUMBER, SUBJECT
from generator.extract.tokens import Turn
from generator.model.claim import Kind

_SHARE = r"(?:占比|比重|比例|份额)"
_WITHIN = re.compile(rf"^(?:在)?(?P<whole>[^在]{{2,16}}?)(?:(?P<among>之中|当中|[中里])|(?<=[国省区市县州球]))的?(?:所占的?)?{_SHARE}$")
_BARE = re.compile(rf"^(?:所占|其)?的?{_SHARE}$")
_PART = re.compile(rf"^(?P<part>[^占]{{2,14}}?)(?:所占|的)?{_SHARE}$")
_HELD = re.compile(rf"^(?P<part>[^占]{{2,14}}?)的?所占的?{_SHARE}$")
_TAKEN = re.compile("占[^占]+比重$")
_OF_THEM = re.compile(r"其中")
_BRANCH = re.compile(r"(?:产业|行业|领域|制造业|服务业|农业|板块)$")
_SUM = re.compile(r"(?:[额值价]|收入?|投资|利润|[进出]口)$")
_MONEY = re.compile(r"元$")
_BY = re.compile(r"^(?P<owner>[^，,。；;]{2,14}?)(?:仅|只|却)?[以用](?:不到|不足|不足|约|近|仅|占)*$")
_GAVE = re.compile(
    r"^(?P<owner>[^，,。；;]{0,14}?)(?:却|也|就|则|又|还|共|合计)*(?:贡献|创造|产出|实现|完成|吸纳|撑起|提供|承担|带来|拿下)[了出着起]?(?:约|近|超过|超|逾|将近|不到)*$"
)
_LISTED = re.compile(r"(?P<list>[^，,。；;\d]{2,30}[、和与及][^，,。；;\d]{2,16}?(?:[两二三四五六七八九十\d]+[大个类项条家])?)$")
_POINTED = re.compile(r"^(?:指标|数据|两者|二者|三者)(?P<rest>占.+)$")
_SO_MANY = re.compile(r"([两二三四])(?:项(?:指标|数据)|者)")
_SHARER = re.compile("([^占]{2,12})占[^占]+比重$")
_SIZES = {"两": 2, "二": 2, "三": 3, "四": 4}
_NO_AMOUNT = frozenset({"difference", "streak", "duration"})
_TOTAL = re.compile(r"(?:合计|总计|共计|一共)")


def with_whole(scene: Scene, choice: LabelChoice | None) -> LabelChoice | None:
    """The choice with its part and whole, if it names only one of them and the other is told in the sentence; else as it is."""
    if choice is None or scene.quantity.kind is not Kind.SHARE or choice.rule == "share-among":
        return choice
    core, end = split_turn(choice.text)
    both = _both(scene, core)
    if both:
        return _named(choice, both, end)
    amount = _amount_before(scene)
    part = _PART.match(core)
    named = _beside(scene, core) or share_within(scene, core) or (_within_clause(scene, part["part"]) if part else "")
    if named:
        return _named(choice, named, end)
    if _BARE.match(core) and amount is not None:
        whole = whole_by_value(_newest(scene), amount)
        return _named(choice, f"{without_turn(amount.text)}占{whole.text}比重" if whole else f"{without_turn(amount.text)}占比", end)
    amount = amount or (_grown_before(scene, part["part"]) if part else None)
    start = choice.start if choice.rule == "told-before" else scene.clause_start
    if part and amount is not None and _done_there(scene.passage.text[start : scene.quantity.head], part["part"]):
        return _named(choice, f"{without_turn(amount.text)}在{part['part']}占比", end)
    if part and amount is not None and _belongs(scene, part["part"], amount, start):
        return _named(choice, f"{part['part']}占{without_turn(amount.text)}比重", end)
    return choice


def share_within(scene: Scene, core: str) -> str:
    """创新药产值占全区生物医药产值比重 of 在全区生物医药产值中的占比: of the amount told before; nothing where no whole is named so."""
    amount, found = _amount_before(scene), _WITHIN.match(core)
    if amount is None or found is None:
        return ""
    named = found["among"] or f"在{found['whole']}" in scene.passage.text[scene.clause_start : scene.quantity.head]
    return f"{without_turn(amount.text)}占{found['whole']}比重" if named else ""


def _beside(scene: Scene, core: str) -> str:
    """汽车占全区产值的57%，电子信息所占份额升至29%: of the whole of the share told before in the sentence; empty where none is told."""
    part = _HELD.match(core)
    told = (one for at in scene.passage.before_in_sentence(scene.index) if (one := scene.earlier[at]) and one.kind is Kind.SHARE)
    taken = next((found for one in told if (found := _TAKEN.search(without_turn(one.text)))), None) if part else None
    return part["part"] + taken[0] if part and taken else ""


def _within_clause(scene: Scene, part: str) -> str:
    """出口货物里，“新三样”的占比由11%升至29%: of what the clause before names as that in which they are."""
    whole = within_told(scene)
    return f"{part}占{whole}比重" if whole and whole not in part else ""


def _grown_before(scene: Scene, part: str) -> LabelChoice | None:
    """固定资产投资 of 固定资产投资增长14.5%，工业投资占比78.1%: the amount whose growth was told last, if it has a longer name.

    One as long is as likely a part beside it (工业投资, 民间投资), and 产值占比 is of 总产值 by its name.
    """
    at = scene.index - 1
    told = scene.earlier[at] if at in scene.passage.before_in_sentence(scene.index) else None
    if told is None or told.kind is not Kind.GROWTH or scene.passage.quantities[at].start >= scene.clause_start:
        return None
    return told if len(told.noun) > len(part) and not told.noun.endswith(f"总{part[-2:]}") else None


def _both(scene: Scene, core: str) -> str:
    """出口额、进口额 for 两项指标 in 两项指标均占全市的八成以上; nothing where the label points to none."""
    pointed = _POINTED.match(core)
    said = _SO_MANY.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    if pointed is None or said is None:
        return ""
    before = (at for at in scene.passage.before_in_sentence(scene.index) if scene.passage.quantities[at].start < scene.clause_start)
    names = [without_turn(one.text) for at in before if (one := scene.earlier[at]) and one.kind is Kind.LEVEL][: _SIZES[said[1]]]
    return f"{'、'.join(reversed(names))}{pointed['rest']}" if len(names) == _SIZES[said[1]] else ""


def _named(choice: LabelChoice, name: str, end: str) -> LabelChoice:
    return replace(choice, text=name + end, noun=name)


def _amount_before(scene: Scene) -> LabelChoice | None:
    """The amount told last in the sentence, not its growth or its rank."""
    before = (at for at in scene.passage.before_in_sentence(scene.index) if scene.passage.quantities[at].start < scene.clause_start)
    told = (scene.earlier[at] for at in before)
    return next((one for one in told if one and one.kind is Kind.LEVEL and one.rule not in _NO_AMOUNT), None)


def _newest(scene: Scene) -> Scene:
    """The scene of the newer end of a change, whose share is that of the amounts told with it."""
    if scene.quantity.turn is not Turn.BEFORE:
        return scene
    after = (at for at in range(scene.index + 1, len(scene.passage.quantities)) if scene.passage.quantities[at].turn is Turn.AFTER)
    at = next(after, scene.index)
    return replace(scene, index=at, earlier=(*scene.earlier, *(None for _ in range(at - scene.index))))


def _done_there(clause: str, part: str) -> bool:
    """Whether the part is what is done somewhere, and so of the amount itself.

    >>> _done_there("在本省转化的占比达到", "本省转化"), _done_there("在电子产品中的占比", "电子产品中")
    (True, False)
    """
    return f"在{part}的占比" in clause and not part.endswith(tuple("中里内上"))


def _belongs(scene: Scene, part: str, amount: LabelChoice, start: int) -> bool:
    """Whether a part is one of the amount: told with 其中, of the same head (外贸箱 of 集装箱吞吐量), or a branch of a sum of money."""
    at = next((i for i in range(scene.index - 1, -1, -1) if scene.earlier[i] is amount), None)
    clause = scene.passage.text[start : scene.quantity.head]
    if at is None or part in amount.text or part[:2] not in clause or amount.rule == "listed":
        return False
    money = bool(_MONEY.search(scene.passage.quantities[at].unit))
    sums = bool(_BRANCH.search(part)) or (bool(_SUM.search(part)) and part[-1] in amount.noun)
    return bool(_OF_THEM.search(clause)) or (sums if money else part[-1] in amount.noun)


def given_share(scene: Scene) -> LabelChoice | None:
    """新产品贡献了七成的利润: who did, and of what; A类企业以23%的用地贡献了61%的税收: both of A类企业."""
    after = scene.after
    if after is None or not after.noun or not (after.attribute or scene.words.forms.measure_end.search(after.noun)):
        return None
    words = scene.passage.text[scene.start : scene.quantity.head]
    by, last = _BY.match(words), scene.earlier[-1] if scene.earlier else None
    noun = re.split("贡献|创造|产出|实现|完成", after.noun)[0]
    if by and is_kind(scene, by["owner"]):
        return scene.choose(f"{by['owner']}{noun}占比", "share-by", scene.start, after.noun_end, noun)
    second = last is not None and last.rule == "share-by" and last.end <= scene.quantity.end
    if last is not None and scene.start > scene.clause_start and not words:
        return _given_too(scene, last, noun, after.noun_end)
    gave = _GAVE.match(words[words.rfind("的") + 1 :] if second else words)
    if gave is None:
        return None
    if second and last is not None:
        owner = last.text.removesuffix(f"{last.noun}占比")
        return scene.choose(f"{owner}{noun}占比", "share-by", scene.quantity.start, after.noun_end, noun)
    owner = tidy(gave["owner"]) or _sharer(scene)
    if owner and not tidy(gave["owner"]):
        return scene.choose(f"{owner}{noun}占比", "share-by", scene.quantity.start, after.noun_end, noun)
    if is_kind(scene, owner):
        return scene.choose(f"{owner}占{noun}比重", "share-given", scene.start, after.noun_end, owner)
    amount = _amount_before(scene)
    if owner or amount is None or not amount.noun.endswith(scene.words.heads):
        return None
    return scene.choose(f"{without_turn(amount.text)}占{noun}比重", "share-given", amount.start, after.noun_end, amount.noun)


def _given_too(scene: Scene, last: LabelChoice, noun: str, end: int) -> LabelChoice | None:
    """62%的增加值 of 贡献了58%的税收和62%的增加值: by whom the member before was given."""
    if last.rule == "share-by":
        return scene.choose(last.text.removesuffix(f"{last.noun}占比") + f"{noun}占比", "share-by", scene.quantity.start, end, noun)
    if last.rule == "share-given":
        part = re.sub("占[^占]+比重$", "", last.text)
        return scene.choose(f"{part}占{noun}比重", "share-given", last.start, end, last.noun)
    return None


def _sharer(scene: Scene) -> str:
    """A类企业 in A类企业仅占规上企业总数的18.5%，却贡献了58%的税收: what the share told last is of."""
    last = scene.earlier[-1] if scene.earlier else None
    found = _SHARER.match(last.text) if last is not None and last.kind is Kind.SHARE and last.rule == "share" else None
    return found[1] if found and found[1].endswith(scene.words.heads) else ""


def is_kind(scene: Scene, owner: str) -> bool:
    """Whether the doer is a kind of thing and no name: the name of a park or firm is its subject already."""
    at = scene.passage.text.find(owner, scene.clause_start, scene.quantity.head) if owner else -1
    words = scene.passage.blanked[at : at + len(owner)] if at >= 0 else SUBJECT
    return SUBJECT not in words and NUMBER not in words and owner.endswith(scene.words.heads)


def sum_share(scene: Scene) -> str:
    """石化、新材料两大产业 before 合计占比: the members that make up the share together; nothing where none are listed."""
    words = scene.passage.text[scene.clause_start : scene.quantity.head]
    total = _TOTAL.search(words)
    found = _LISTED.search(words[: total.start()]) if total else None
    return tidy(found["list"]) if found else ""


__all__ = ["given_share", "is_kind", "share_within", "sum_share", "with_whole"]
