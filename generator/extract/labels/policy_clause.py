"""One clause of a policy: whom it gives what, of what base, for each of what, and which of these a number in it is.

对购置智能装备的企业，按投资额的12%给予补助，单个项目最高300万元: one policy with a share and a limit, told once. What has been given
(去年兑现补贴300万元) is no policy. A step of its own, because the share, the sum, its limit, the years and the threshold of one policy are
all named by the same two things, and these stand anywhere in the part of the sentence.
"""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from generator.extract.labels.parts import is_time
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.policy_gifts import act_before, gift_at, name_of
from generator.extract.labels.policy_parts import COMMA, Part, first_of_list, list_end, part_of
from generator.extract.labels.policy_whom import TOWARDS, measure_of_condition, whom_of
from generator.extract.labels.scene import Scene
from generator.model.claim import Kind

_OF_BASE = re.compile("占(?P<base>.+)比例$")
_EACH_WITHIN = re.compile("(?:之?内|里)?[，,]?(?:可?按?每[年月季][一-龥]{0,12})")
_TERM = re.compile(r"^[前后首头]?[一二两三四五六七八九十]年|(?:分别|最高|可|再)+$")
_ACT_BEGINS = re.compile(r"按|一次性|再|分别|每|最高|单|享受")
_LONGEST_DEGREE = 6
_GIVES_AT_END = re.compile("(?:给予|予以|发放)$")
_MEANS = ("标准", "比例", "额度", "部分", "方式", "规模", "政策", "价格")


class Role(StrEnum):
    """What a number is in its policy."""

    SUM = "sum"
    LIMIT = "limit"
    SHARE = "share"
    SPAN = "span"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class Policy:
    """To whom, what, and what of it the number is. `whom` is empty where nothing tells it; `each` is 每人每月 or 单个项目."""

    role: Role
    whom: str
    gift: str
    start: int
    end: int
    base: str = ""
    each: str = ""
    gift_first: bool = False


def read_policy(scene: Scene) -> Policy | None:
    """What policy the number belongs to, and as what; None where no words of giving stand by it, or it tells what has been given."""
    quantity = scene.quantity
    part = part_of(scene)
    if _is_past(scene, part):
        return None
    if is_time(quantity.unit):
        return _span(scene, part)
    if quantity.kind is Kind.SHARE or (quantity.kind is Kind.LEVEL and quantity.unit in {"%", "％"}):
        return _share(scene, part)
    threshold = _threshold(scene, part)
    if threshold is not None:
        return threshold
    if "元" in quantity.unit or quantity.unit.endswith("百分点"):
        return _sum(scene, part)
    return None


def _is_past(scene: Scene, part: Part) -> bool:
    """Whether the number's clause tells what has been given."""
    return scene.words.policies.report.search(scene.passage.text, part.clause, scene.quantity.start) is not None


def _sum(scene: Scene, part: Part) -> Policy | None:
    """给予30万元安家补贴; 每人补贴1000元; 单个企业最高50万元 after what is given was told."""
    words, text = scene.words.policies, scene.passage.text
    first = first_of_list(scene)
    lead = text[part.clause : first.start]
    each = words.each.search(lead)
    gift = gift_at(scene, part, lead)
    role = Role.SUM
    if gift is None:
        if words.only_limit.fullmatch(lead) is None or not words.spends.match(text, list_end(scene)):
            return None
        gift, role = act_before(scene, part), Role.LIMIT
    if gift is None:
        return None
    whom = whom_of(scene, part, gift.start)
    rule_like = whom.marked or each is not None or words.may.search(lead) is not None or "一次性" in lead or role is Role.LIMIT
    if not whom.name or not rule_like or (words.gets.search(lead) and not words.may.search(lead) and not whom.marked):
        return None
    grade = words.grade.search(lead) if scene.quantity.group < 0 else None
    name = whom.name + grade["grade"] if grade and grade["grade"] not in whom.name else whom.name
    told_first = each is not None and part.clause <= gift.end <= part.clause + each.start()
    end = max(gift.end, scene.quantity.end)
    return Policy(role, name, gift.name, whom.start, end, each=each[0] if each else "", gift_first=told_first)


def _share(scene: Scene, part: Part) -> Policy | None:
    """按投资额的12%给予补助; 给予最高20%的补助: the part, and of what base."""
    words, text = scene.words.policies, scene.passage.text
    first, end = first_of_list(scene), list_end(scene)
    lead = text[part.clause : first.start]
    given = words.gives.search(lead)
    based = words.base.search(scene.passage.blanked, part.clause, first.head) or words.base.search(text, part.clause, first.start)
    gift = words.gift_after.match(scene.passage.blanked, end, part.end)
    if gift is None and based is not None and words.part.match(text, end, part.close):
        gift = words.act.search(text, end, part.close)
    threshold = _threshold(scene, part)
    if threshold is not None:
        return threshold
    if gift is None or (based is None and given is None):
        return None
    act = based.start() if based else part.clause + (given.start() if given else 0)
    base = tidy(_GIVES_AT_END.sub("", words.degrees.sub("", based["base"] or ""))) if based else ""
    if based is not None and not base and not text.startswith("对", part.clause):
        base = _paid(scene, part, act)
        act = part.clause
    whom = whom_of(scene, part, act)
    if not whom.name and not base:
        return None
    return Policy(Role.SHARE, whom.name, name_of(scene, gift), whom.start, max(gift.end(), scene.quantity.end), base=base)


def _paid(scene: Scene, part: Part, end: int) -> str:
    """租金 of 前三年租金分别按100%、50%给予补贴: what is paid for stands before 按."""
    phrase = phrase_before(scene.passage.blanked, part.clause, end, scene.words)
    name = _TERM.sub("", tidy(phrase.noun)) if phrase else ""
    if name:
        return name
    told = scene.earlier[scene.index - 1] if scene.index else None
    same = _OF_BASE.search(told.text) if told and told.rule == "granted-part" and told.start >= part.start else None
    return same["base"] if same else ""


def _span(scene: Scene, part: Part) -> Policy | None:
    """生活补贴5000元，连续发放3年: how long it is given."""
    text, quantity = scene.passage.text, scene.quantity
    joined = _joined_gift(scene, part) or _within(scene)
    if joined is not None:
        return joined
    said = scene.words.policies.years.search(text, part.clause, quantity.start)
    if said is None or not scene.words.policies.spends.match(text, quantity.tail):
        return None
    gift = act_before(scene, part)
    if gift is None:
        return None
    whom = whom_of(scene, part, gift.start)
    each = "发放" if "发" in said[0] + text[quantity.tail : quantity.tail + 3] else ""
    return Policy(Role.SPAN, whom.name, gift.name, whom.start, quantity.end, each=each)


def _joined_gift(scene: Scene, part: Part) -> Policy | None:
    """2年 of 给予最长2年、最高300万元的贷款贴息: the years and the sum of one gift."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    words, text = scene.words.policies, scene.passage.text
    if not following or not re.fullmatch("、[一-龥]{0,6}", text[scene.quantity.tail : following[0].start]):
        return None
    given = words.gives.search(text, part.clause, scene.quantity.start) or words.gets.search(text, part.clause, scene.quantity.start)
    gift = words.gift_after.match(scene.passage.blanked, following[0].tail, part.end)
    if given is None or gift is None:
        return None
    whom = whom_of(scene, part, given.start())
    return Policy(Role.SPAN, whom.name, name_of(scene, gift), whom.start, gift.end(), each="期限") if whom.name else None


def _within(scene: Scene) -> Policy | None:
    """3年 of 新引进的博士，3年内每月发放租房补贴3000元: how long the sum right behind it is given, of a list to them all."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or not _EACH_WITHIN.fullmatch(scene.passage.text, scene.quantity.tail, following[0].head):
        return None
    behind = replace(scene, index=scene.index + 1, earlier=(*scene.earlier, None))
    given = _sum(behind, part_of(behind))
    if given is None:
        return None
    each = "领取" if "领" in scene.passage.text[scene.quantity.tail : following[0].head] else "发放"
    whom = given.whom if following[0].group < 0 else ""
    return Policy(Role.SPAN, whom, given.gift, given.start, given.end, each=each)


def _threshold(scene: Scene, part: Part) -> Policy | None:
    """1亿元 of 对三季度产值超过1亿元的规上工业企业，给予10万元奖励: what those must reach who are given something."""
    words, text, quantity = scene.words.policies, scene.passage.text, scene.quantity
    found = words.condition_ends.match(text, quantity.tail, part.end)
    lead = text[part.clause : quantity.head]
    if found is None or not (found["head"].endswith(scene.words.heads) or not found["head"]):
        return None
    if len(words.degrees.sub("", lead)) < len(lead) - _LONGEST_DEGREE:
        return None
    told = TOWARDS.search(text, part.start, quantity.head)
    between = text[quantity.tail : found.start("head")]
    if found["head"].endswith(_MEANS) or TOWARDS.search(between) or (told is None and COMMA.search(between)):
        return None
    act = words.act.search(scene.passage.blanked, found.end("head"), part.end)
    begins = words.gives.match(text, found.end()) or words.may.match(text, found.end()) or _ACT_BEGINS.match(text, found.end())
    if act is None or begins is None:
        return None
    start = told.end() if told else part.start
    before = [one for one in scene.passage.quantities if start <= one.head < quantity.head]
    name = measure_of_condition(scene, quantity, start)
    if name.startswith(("同比", "增速", "增幅", "环比")) and before:
        name = measure_of_condition(scene, before[0], start) + name
    if not name:
        return None
    name = name + "排名" if quantity.kind is Kind.RANK else name
    return Policy(Role.THRESHOLD, found["head"], name_of(scene, act), start, found.end("head"), base=name)


__all__ = ["Policy", "Role", "read_policy"]
