"""One clause of a policy: whom it gives what, of what base, for each of what, and which of these a number in it is.

对购置智能装备的企业，按投资额的12%给予补助，单个项目最高300万元: one policy with a share and a limit, told once. What has been given (去年兑现
补贴300万元) is no policy. A step of its own, because the share, the sum, its limit, the years and the threshold of one policy are all
named by the same two things, and these stand anywhere in the part of the sentence.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from generator.extract.labels.parts import is_time
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import Scene
from generator.extract.passage import ASIDE, NUMBER, SUBJECT, TIME
from generator.extract.tokens import Quantity
from generator.model.claim import Kind

_CUT = re.compile(r"[。；;：:！？!?]")
_COMMA = re.compile(r"[，,]")
_TOWARDS = re.compile(r"(?:^|[，,、]|其中|同时|此外|并|还将?|将)(?:对于?|针对)(?![接外口标比])")
_TO_WHOM = re.compile(r"(?:给予|予以|给|向|为|奖励|资助|补贴|支持)(?P<who>[^，,。；;、的]{2,20}?)(?P<hand>发放?|补|奖)?$")
_BY = re.compile(r"(?:^|[，,])?(?:可|将|再|并|分别)?按照?(?!期|时|揭)")
_BASE = re.compile(r"(?:按照?(?P<bare>)|给予|予以|不超过|享受|获得|补贴|补助)(?:其|企业|项目)?(?P<base>(?:[^，,。；;\ue000]{2,24}?)?)(?(bare)|(?<=[额费款金用资本息价率租]))的?(?:最高|最多)?(?:不超过|不高于)?$")
_PART = re.compile(r"[^，,。；;]{0,10}?(?:给予|予以|发放|享受|给|进行|获得|享受|申领|领取|申请|补贴|补助|奖励|贴息)")
_MANY = re.compile(r"、|以及|[和与及或]")
_OF_BASE = re.compile("占(?P<base>.+)比例$")
_TERM = re.compile(r"^[前后首头]?[一二两三四五六七八九十]年|(?:分别|最高|可|再)+$")
_CUT_OFF = re.compile(r"^(?:一?次性|[取得年月]|再(?=奖励|补助))")
_YEARS = re.compile(r"(?:最长|连续|连发|发放|补贴|补助|享受|期限|为期|分|满|不超过|支持|资助|周期|可)+$")
_SPENDS = re.compile(r"(?:的|内|以内)?(?:[^，,。；;]{0,6}(?:补贴|补助|奖励|资助|减免|贴息|支持))?[，,。；;）)]|(?:的|内)?$")
_PLAIN = re.compile(r"[一-龥A-Za-z“”（）()、\d.%％+]+")
_BY_WHAT = re.compile(r"按|根据|依据|参照|经")
_AFTER_OF = re.compile(r"的(?:再|可以?|均|将|还|也|则|一律|一次性|分别|最高|最多|每[年月人家名户])+$")
_GIVES_AT_END = re.compile(r"(?:给予|予以|发放|再给)$")
_OPENS = re.compile(r"凡|如|若|只要|当(?!地|年)|每")
_HAPPENS = re.compile(r"[后前时]|^(?:在(?![职校读岗建营册])|[由从以待为把将])|[了着]|可以|不再")
_EXAMPLES = re.compile(r"(?<=引进|购置|采购|建设|设立|从事|围绕|获得|通过|新建|开展|聚焦|投向)[^，,。]{3,24}?等(?:领域|方面|产业|行业|类别)?的?(?=.{2})")
_LONG_ASIDE = re.compile(r"[（(][^（()）]{3,}[)）]")
_TERMS = re.compile(r"[一二三四]季度|[上下]半年|全年")
_COUNTED = frozenset({"家", "名", "人", "位", "个", "户", "项"})
_NEW_OF = re.compile(r"^(.{2,5})的(?=.{2,8}$)")  # 新引进的博士
_HEAD_OF = re.compile(r"的(?P<head>[^的]{2,14}?)[，,]?$")
_AND_SO = re.compile(r"[，,、；;]|并且|且|[和及与](?=[一-龥]{2,8}(?:超|达|增|在|不))")
_REACHES = re.compile(r"(?:首次|实现|达到?|为|在|突破|超过?|满|累计|连续|不低于|高于|保持|年均?)+$")
_MEASURED = re.compile(r"(?:以上|及以上|以下|以内)?(?:的)?(?P<what>[一-龥]{2,8}?)(?=的[一-龥])")
_CONDITION_ENDS = re.compile(r"[^。；;]{0,40}?的(?P<head>[一-龥“”A-Za-z（）()]{2,14}?(?=[，,]?[按一给予奖补资再分每最可单享])|(?=[，,]))[，,]?(?=按|一次性|给予|予以|给|奖励|补贴|补助|资助|再|分别|每|最高|可|单|享受)")
_ACT_BEGINS = re.compile(r"按|一次性|再|分别|每|最高|单|享受")
_MEANS = ("标准", "比例", "额度", "部分", "方式", "规模", "政策", "价格")
_LONGEST_WHOM = 34
_LONGEST_TOPIC = 22
_DOER_ENDS = 9  # letters in which a clause without a sign names its doer: 外地高校学生|来园区实习


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


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a sentence between two stops; `clause` is where the number's own clause begins, `close` where it ends."""

    start: int
    end: int
    clause: int
    close: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Gift:
    """What is given, and where the words of giving it begin and end."""

    name: str
    start: int
    end: int


def read_policy(scene: Scene) -> Policy | None:
    """What policy the number belongs to, and as what; None where no words of giving stand by it, or it tells what has been given."""
    quantity = scene.quantity
    part = _part_of(scene)
    if _is_past(scene, part):
        return None
    if is_time(quantity.unit):
        return _span(scene, part)
    if quantity.kind is Kind.SHARE:
        return _share(scene, part)
    threshold = _threshold(scene, part)
    if threshold is not None:
        return threshold
    if "元" in quantity.unit or quantity.unit.endswith("百分点"):
        return _sum(scene, part)
    return None


def _part_of(scene: Scene) -> Part:
    """The stretch between two full stops, semicolons or colons that holds the number."""
    text, sentence, quantity = scene.passage.text, scene.passage.sentence_of(scene.index), scene.quantity
    start = max((found.end() for found in _CUT.finditer(text, sentence.start, quantity.head)), default=sentence.start)
    closing = _CUT.search(text, quantity.tail, sentence.end)
    end = closing.start() if closing else sentence.end
    comma = _COMMA.search(text, _list_end(scene), end)
    return Part(start, end, max(start, scene.clause_start), comma.start() if comma else end, sentence.start)


def _list_end(scene: Scene) -> int:
    """Where the last number of the number's list ends (5000元和2000元|生活补贴)."""
    group = scene.quantity.group
    return scene.quantity.tail if group < 0 else max(one.tail for one in scene.passage.quantities if one.group == group)


def _first(scene: Scene) -> Quantity:
    """The first number of the number's list."""
    return scene.passage.quantities[scene.index - max(scene.quantity.place, 0)]


def _is_past(scene: Scene, part: Part) -> bool:
    """Whether the number's clause tells what has been given."""
    return scene.words.policies.report.search(scene.passage.text, part.clause, scene.quantity.start) is not None


def _sum(scene: Scene, part: Part) -> Policy | None:
    """给予30万元安家补贴; 每人补贴1000元; 单个企业最高50万元 after what is given was told."""
    words, text = scene.words.policies, scene.passage.text
    first = _first(scene)
    lead = text[part.clause : first.start]
    each = words.each.search(lead)
    gift = _gift_at(scene, part, lead)
    role = Role.SUM
    if gift is None:
        if words.only_limit.fullmatch(lead) is None or not _SPENDS.match(text, _list_end(scene)):
            return None
        gift, role = _act_before(scene, part), Role.LIMIT
    if gift is None:
        return None
    whom, marked, start = whom_of(scene, part, gift.start)
    rule_like = marked or each is not None or words.may.search(lead) is not None or "一次性" in lead or role is Role.LIMIT
    if not whom or not rule_like or (words.gets.search(lead) and not words.may.search(lead) and not marked):
        return None
    return Policy(role, whom, gift.name, start, max(gift.end, scene.quantity.end), each=each[0] if each else "")


def _gift_at(scene: Scene, part: Part, lead: str) -> Gift | None:
    """What is given, in the number's own clause: behind the number (租房补贴), or right before it (补贴|1000元)."""
    words, text = scene.words.policies, scene.passage.text
    after = words.gift_after.match(scene.passage.blanked, _list_end(scene), part.end)
    if after is not None:
        given = words.gives.search(lead) or words.gets.search(lead)
        start = part.clause + (given.start() if given else _begin_of_limit(scene, lead))
        return Gift(after["gift"], start, after.end())
    bare = lead[: words.degrees.search(lead).start()]  # type: ignore[union-attr]
    found = words.gift_bare.search(bare)
    if found is None:
        return _unnamed(scene, part, bare)
    acts = [*words.gives.finditer(bare, 0, found.start()), *words.gets.finditer(bare, 0, found.start())]
    act = max(acts, key=lambda one: one.end(), default=None)
    start = max(act.end() if act else 0, *(one.end() for one in words.leads_to_gift.finditer(bare, 0, found.start())), 0)
    named = words.gift_named.match(bare[start : found.end("gift")]) if act else None
    name = named["gift"] if named else found["gift"]
    name = "一次性" + name if bare[: found.start()].endswith("一次性") else name
    return Gift(words.short_gifts.get(name, name), part.clause + (act.start() if act else found.start()), part.clause + found.end())


def _unnamed(scene: Scene, part: Part, bare: str) -> Gift | None:
    """生育二孩的家庭，一次性发放3000元: given without a name, or with the name told before."""
    found = _GIVES_AT_END.search(bare)
    if found is None or not _SPENDS.match(scene.passage.text, _list_end(scene)):
        return None
    told = _act_before(scene, part)
    return Gift(told.name if told else "补贴", part.clause + found.start(), scene.quantity.end)


def _begin_of_limit(scene: Scene, lead: str) -> int:
    """Where 每人每月, 最高 begins; the end of the words where none stands."""
    words = scene.words.policies
    found = words.each.search(lead)
    degrees = words.degrees.search(lead)
    return min(found.start() if found else len(lead), degrees.start() if degrees else len(lead))


def _act_before(scene: Scene, part: Part) -> Gift | None:
    """What the clauses before give, of this part of the sentence or the one before."""
    words, text = scene.words.policies, scene.passage.text
    for start, end in ((part.start, part.clause), (part.sentence, part.start)):
        found = list(words.act.finditer(scene.passage.blanked, start, end))
        if found and not words.report.search(text, _comma_before(text, start, found[-1].start()), end):
            return Gift(_name_of(scene, found[-1]), found[-1].start(), found[-1].end())
    return None


def _comma_before(text: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins."""
    return max((found.end() for found in _COMMA.finditer(text, start, end)), default=start)


def _name_of(scene: Scene, found: re.Match[str]) -> str:
    """The name of what is given, in full; of a letter the word that it stands for."""
    name = found["gift"] or found.groupdict().get("bare") or ""
    return _CUT_OFF.sub("", scene.words.policies.short_gifts.get(name[-1:] if len(name) < 3 else name, name))


def whom_of(scene: Scene, part: Part, act: int) -> tuple[str, bool, int]:
    """To whom, whether the sentence marks it as a condition (对…, …的, 凡…, 每…), and where it begins; empty if nothing tells it."""
    start = part.start if act >= part.start else part.sentence
    towards, clause = _towards(scene, start, act), _in_clauses(scene, start, act)
    if towards and clause and clause[1] and NUMBER in scene.passage.blanked[towards[2] : clause[2]]:
        towards = None  # 对认定的一次性给予20万元，获评国家级的再奖30万元
    return towards or clause or _receiver(scene, act) or ("", False, act)


def _towards(scene: Scene, start: int, end: int) -> tuple[str, bool, int] | None:
    """对…的企业，按…: all that stands between 对 and the act."""
    text = scene.passage.text
    found = list(_TOWARDS.finditer(text, start, end))
    if not found:
        return None
    at = found[-1].end()
    by = _BY.search(text, at + 2, end)
    ends = [by.start() if by else end]
    ends += [one.start() for one in reversed(list(_COMMA.finditer(text, at, ends[0])))]
    who = next((who for one in ends if (who := _condition(scene, at, one))), "")
    return (who, True, at) if who else None


def _in_clauses(scene: Scene, start: int, end: int) -> tuple[str, bool, int] | None:
    """The nearest clause before the act that names somebody or a condition: 购置智能装备的, 凡首次认定的企业, 企业新招用一线技工."""
    words, text = scene.words.policies, scene.passage.text
    edges = [start, *(found.end() for found in _COMMA.finditer(text, start, end)), end + 1]
    for left, right in reversed(list(zip(edges, edges[1:], strict=False))):
        close = _before_act(scene, left, right - 1)
        raw = _AFTER_OF.sub("的", text[left:close].rstrip("，,"))
        who = _condition(scene, left, close)
        if not who or _BY_WHAT.match(raw):
            continue
        if words.announce.search(raw) and not raw.endswith("的"):
            return None
        marked = raw.endswith("的") or _OPENS.match(raw) is not None or _of_such(scene, raw)
        if not marked and NUMBER in scene.passage.blanked[left:close]:
            continue
        if not marked and (len(who) > _LONGEST_TOPIC or not _is_topic(scene, who)):
            return None
        return who, marked, left
    return None


def _before_act(scene: Scene, start: int, end: int) -> int:
    """Where in a clause that gives a sum of its own the giving begins: 首次入选的瞪羚企业|一次性奖励50万元."""
    if NUMBER not in scene.passage.blanked[start:end]:
        return end
    first = start + scene.passage.blanked[start:end].index(NUMBER)
    found = _BY.search(scene.passage.text, start + 1, first) or scene.words.policies.act.search(scene.passage.text, start, first)
    return found.start() if found and found.start() > start else end


def _of_such(scene: Scene, raw: str) -> bool:
    """Whether the words say what somebody must be or do, and then who: 一季度实现月度纳统的企业."""
    found = _HEAD_OF.search(scene.words.policies.tail.sub("", raw))
    return found is not None and found["head"].endswith(scene.words.heads) and found.start() > 1


def _is_topic(scene: Scene, who: str) -> bool:
    """Whether a clause without a sign names who gets something (顶尖人才团队, 企业新招用一线技工), not what happens (项目融资后转为股权)."""
    if _HAPPENS.search(who):
        return False
    return who.endswith(scene.words.heads) or scene.words.noun_end.search(who, 0, _DOER_ENDS) is not None


def _receiver(scene: Scene, act: int) -> tuple[str, bool, int] | None:
    """给予|科技型初创企业|最高100万元: who stands between the act and the sum."""
    words, text = scene.words.policies, scene.passage.text
    zone = text[act : _first(scene).start]
    found = _TO_WHOM.search(zone[: words.degrees.search(zone).start()])  # type: ignore[union-attr]
    who = tidy(found["who"]) if found else ""
    if not who or words.gift_end.search(who) or not (who.endswith(scene.words.heads) or (found and found["hand"])):
        return None
    return who, True, act


def _condition(scene: Scene, start: int, end: int) -> str:
    """The words of a condition as a name: without the giver, the times and what only leads in or on; empty if it is none."""
    words = scene.words.policies
    end = start + len(words.tail.sub("", scene.passage.text[start:end].rstrip("，,、")))
    text = _spoken(scene, start, end)
    for _ in range(2):
        text = words.tail.sub("", words.lead.sub("", words.giver.sub("", text.strip("，,、")))).rstrip("的")
    inside = [one for one in scene.passage.quantities if start <= one.head and one.tail <= end]
    if inside and inside[0].head - start <= 1 and inside[0].unit in _COUNTED:
        return ""  # 对12家企业给予: what was done to so many is no rule
    of_size = _of_size(scene, inside, start, end) if inside else ""
    if of_size:
        return of_size
    members = _MANY.split(text)
    if scene.quantity.group >= 0 and len(members) == _size(scene):
        text = _member(members, scene.quantity.place)
    name = tidy(_NEW_OF.sub(r"\1", _EXAMPLES.sub("", text)))
    return name if 2 <= len(name) <= _LONGEST_WHOM and _PLAIN.fullmatch(name) else ""


def _spoken(scene: Scene, start: int, end: int) -> str:
    """The text without asides, and without the name that it begins with (高新区|每月发放); empty if it is a time alone."""
    text, blanked = scene.passage.text, scene.passage.blanked
    while start < end and blanked[start] in SUBJECT + ASIDE:
        start += 1
    kept = _LONG_ASIDE.sub("", text[start:end])
    return kept if any(blanked[at] not in TIME + ASIDE + "，,、 " for at in range(start, end)) else ""


def _size(scene: Scene) -> int:
    """How many numbers the number's list has."""
    return 1 + max(one.place for one in scene.passage.quantities if one.group == scene.quantity.group)


def _member(members: list[str], place: int) -> str:
    """全日制博士 and 全日制硕士 of 全日制博士、硕士; 国家级孵化器 of 国家级、省级孵化器.

    >>> _member(["新引进的博士", "硕士"], 1), _member(["新认定的国家级", "省级孵化器"], 0)
    ('新引进的硕士', '新认定的国家级孵化器')
    """
    first, last = members[0], members[-1]
    shared = first.rpartition("的")[0]
    head = shared + "的" if shared else ""
    if not head and len(first) > len(members[1]) and first[-1:] == members[1][-1:]:
        head = first[: -len(members[1])]
    closing = last[last.find("级") + 1 :] if first.endswith("级") and "级" in last else ""
    own = members[place].removeprefix(head)
    return head + own + ("" if place == len(members) - 1 else closing)


def _of_size(scene: Scene, inside: list[Quantity], start: int, end: int) -> str:
    """产值达标的企业 of 产值超过1亿元的企业; of so many sizes as there are sums, the number's own (产值首次突破10亿元的企业)."""
    text = scene.passage.text
    head = _HEAD_OF.search(text, inside[-1].tail, end)
    of = head["head"] if head and head["head"].endswith(scene.words.heads) else ""
    measure = measure_of_condition(scene, inside[0], start)
    if not measure or not of or inside[0].kind is Kind.RANK or text[start : start + 1] == "每":
        return ""
    if scene.quantity.group >= 0 and len(inside) == _size(scene) and len(inside) > 1:
        own = inside[scene.quantity.place]
        return f"{measure}{text[inside[0].head : inside[0].start]}{text[own.start : own.tail]}的{of}"
    return f"{measure}达标的{of}"


def measure_of_condition(scene: Scene, one: Quantity, start: int) -> str:
    """一季度产值 of 对一季度产值超过1亿元的企业, 产值增量 of 实现5000万元以上产值增量的企业: what a condition measures; empty if no words say."""
    text = scene.passage.text
    left = max(start, max((found.end() for found in _AND_SO.finditer(text, start, one.head)), default=start))
    if left == one.head and (before := [other for other in scene.passage.quantities if start <= other.head < one.head]):
        return measure_of_condition(scene, before[-1], start)  # 突破10亿元、50亿元的企业
    own = _REACHES.sub("", text[left : one.head])
    phrase = phrase_before(scene.passage.blanked, left, left + len(own), scene.words) if own else None
    name = tidy(phrase.noun if phrase and len(tidy(phrase.noun)) > 1 else phrase.text).rpartition("的")[2] if phrase else ""
    after = _MEASURED.match(text, one.tail)
    name = after["what"] if after else name.removeprefix("对")
    term = _TERMS.search(own)
    name = term[0] + name if term and term[0] not in name else name
    return name if 2 <= len(name) <= 14 and _PLAIN.fullmatch(name) else ""


def _threshold(scene: Scene, part: Part) -> Policy | None:
    """1亿元 of 对三季度产值超过1亿元的规上工业企业，给予10万元奖励: what those must reach who are given something."""
    words, text, quantity = scene.words.policies, scene.passage.text, scene.quantity
    found = _CONDITION_ENDS.match(text, quantity.tail, part.end)
    lead = text[part.clause : quantity.head]
    if found is None or not (found["head"].endswith(scene.words.heads) or not found["head"]) or words.degrees.search(lead).start() < len(lead) - 6:  # type: ignore[union-attr]
        return None
    told = _TOWARDS.search(text, part.start, quantity.head)
    between = text[quantity.tail : found.start("head")]
    if found["head"].endswith(_MEANS) or _TOWARDS.search(between) or (told is None and _COMMA.search(between)):
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
    return Policy(Role.THRESHOLD, found["head"], _name_of(scene, act), start, found.end("head"), base=name)


def _share(scene: Scene, part: Part) -> Policy | None:
    """按投资额的12%给予补助; 给予最高20%的补助: the part, and of what base."""
    words, text = scene.words.policies, scene.passage.text
    first, end = _first(scene), _list_end(scene)
    lead = text[part.clause : first.start]
    based = _BASE.search(scene.passage.blanked, part.clause, first.head) or _BASE.search(text, part.clause, first.start)
    gift = words.gift_after.match(scene.passage.blanked, end, part.end)
    if gift is None and based is not None and _PART.match(text, end, part.close):
        gift = words.act.search(text, end, part.close)
    threshold = _threshold(scene, part)
    if threshold is not None:
        return threshold
    if gift is None or (based is None and not words.gives.search(lead)):
        return None
    act = based.start() if based else part.clause + words.gives.search(lead).start()  # type: ignore[union-attr]
    base = tidy(words.degrees.sub("", based["base"] or "")) if based else ""
    if based is not None and not base:
        base = _paid(scene, part, act)
        act = part.clause
    whom, _, start = whom_of(scene, part, act)
    if not whom and not base:
        return None
    return Policy(Role.SHARE, whom, _name_of(scene, gift), start, max(gift.end(), scene.quantity.end), base=base)


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
    said = _YEARS.search(text, part.clause, quantity.start)
    if said is None or not _SPENDS.match(text, quantity.tail):
        return None
    gift = _act_before(scene, part)
    if gift is None:
        return None
    whom, _, start = whom_of(scene, part, gift.start)
    each = "发放" if "发" in said[0] + text[quantity.tail : quantity.tail + 3] else ""
    return Policy(Role.SPAN, whom, gift.name, start, quantity.end, each=each)


__all__ = ["Policy", "Role", "read_policy"]
