"""Whom a policy gives something: 对…的企业, …的，按…, 凡…, 企业新招用一线技工，每人…, 给予科技型初创企业….

A step of its own, because the condition stands anywhere before the giving, and every number of the policy is named by it.
"""

import itertools
import re
from dataclasses import dataclass

from generator.extract.labels.phrases import Phrase, phrase_before, tidy
from generator.extract.labels.policy_parts import COMMA, Part, first_of_list, size_of_list
from generator.extract.labels.scene import Scene
from generator.extract.passage import ASIDE, NUMBER, SUBJECT, TIME
from generator.extract.tokens import Quantity
from generator.model.claim import Kind

TOWARDS = re.compile(r"(?:^|(?<=[。；;：:！？])|[，,、]|其中|同时|此外|并|还将?|将)(?:对于?|针对)(?![接外口标比])")
BY = re.compile(r"(?:^|[，,])?(?:可|将|再|并|分别)?按照?(?!期|时|揭)")
_MANY = re.compile(r"、|以及|[和与及或]")
_PLAIN = re.compile(r"[Ⅰ-Ⅻ·/一-龥A-Za-z“”（）()、\d.%％+]+")
_BY_WHAT = re.compile(r"按|根据|依据|参照|经")
_AFTER_OF = re.compile(r"的(?:再|可以?|均|将|还|也|则|一律|一次性|分别|最高|最多|每[年月人家名户])+$")
_OPENS = re.compile(r"凡|如|若|只要|当(?!地|年)|每")
_HAPPENS = re.compile(r"[后前时]|^(?:在(?![职校读岗建营册])|[由从以待为把将])|[了着]|可以|不再")
_EXAMPLES = re.compile(
    r"(?<=引进|购置|采购|建设|设立|从事|围绕|获得|通过|新建|开展|聚焦|投向)[^，,。]{3,24}?等(?:领域|方面|产业|行业|类别)?的?(?=.{2})"
)
_WITHIN = re.compile(r"^(?:连续)?[\d一二两三四五六七八九十]+(?:年|个月)内")
_LONG_ASIDE = re.compile(r"[（(][^（()）]{3,}[)）]")
_TERMS = re.compile(r"[一二三四]季度|[上下]半年|全年")
_COUNTED = frozenset({"家", "名", "人", "位", "个", "户", "项"})
_NEW_OF = re.compile(r"^(.{2,5})的(?=.{2,8}$)")  # 新引进的博士
_HEAD_OF = re.compile(r"的(?P<head>[^的]{2,14}?)[，,]?$")
_AND_SO = re.compile(r"[，,、；;]|并且|且|[和及与](?=[一-龥]{2,8}(?:超|达|增|在|不))")
_REACHES = re.compile(r"(?:首次|实现|达到?|为|在|突破|超过?|满|累计|连续|不低于|高于|保持|年均?)+$")
_MEASURED = re.compile(r"(?:以上|及以上|以下|以内)?(?:的)?(?P<what>[一-龥]{2,8}?)(?=的[一-龥])")
_SO_MUCH = re.compile("[^，,。；;]{1,8}(?:以上|以下|以内)的?[，,]?")
_PACE = re.compile("(?<=[一-龥]{2})(?:同比|比上年)*(?:增长|提高|上升|增加)$")
_PEOPLE = tuple("生者师员工户人")
_LONGEST_STEP = 8
_PAIR = 2
_LONGEST_WHOM = 34
_LONGEST_TOPIC = 22
_DOER_ENDS = 9  # letters in which a clause without a sign names its doer: 外地高校学生|来园区实习


@dataclass(frozen=True, slots=True)
class Whom:
    """To whom; `marked` if the sentence says it as a condition (对…, …的, 凡…, 每…); where it begins. `name` may be empty."""

    name: str
    marked: bool
    start: int


def whom_of(scene: Scene, part: Part, act: int) -> Whom:
    """Whom the act that begins at `act` gives something."""
    start = part.start if act >= part.start else part.sentence
    towards, clause = _towards(scene, start, act), _in_clauses(scene, start, act)
    if towards and clause and clause.marked and NUMBER in scene.passage.blanked[towards.start : clause.start]:
        towards = None  # 对认定的一次性给予20万元，获评国家级的再奖30万元
    if towards and start <= part.clause < act and towards.start < part.clause:
        own = _condition(scene, part.clause, act)  # 对上市后备企业，完成股改|奖励50万元
        if own and len(own) <= _LONGEST_STEP and scene.words.leading_verb.search(own) and own not in towards.name:
            return Whom(towards.name + own, marked=True, start=towards.start)
    return towards or clause or _receiver(scene, act) or Whom("", marked=False, start=act)


def _towards(scene: Scene, start: int, end: int) -> Whom | None:
    """对…的企业，按…: all that stands between 对 and the act."""
    text = scene.passage.text
    found = list(TOWARDS.finditer(text, start, end))
    if not found:
        return None
    at = found[-1].end()
    by = BY.search(text, at + 2, end)
    ends = [by.start() if by else end]
    ends += [one.start() for one in reversed(list(COMMA.finditer(text, at, ends[0])))]
    who = next((who for one in ends if (who := _condition(scene, at, one))), "")
    return Whom(who, marked=True, start=at) if who else None


def _in_clauses(scene: Scene, start: int, end: int) -> Whom | None:
    """The nearest clause before the act that names somebody or a condition: 购置智能装备的, 凡首次认定的企业, 企业新招用一线技工."""
    words, text = scene.words.policies, scene.passage.text
    edges = [start, *(found.end() for found in COMMA.finditer(text, start, end)), end + 1]
    for left, right in reversed(list(itertools.pairwise(edges))):
        close = _before_act(scene, left, right - 1)
        raw = _AFTER_OF.sub("的", text[left:close].rstrip("，,"))
        who = _condition(scene, left, close)
        if not who or _BY_WHAT.match(raw):
            continue
        if words.announce.search(raw) and not raw.endswith("的"):
            return None
        marked = (
            raw.endswith("的")
            or ("每" in raw and NUMBER in scene.passage.blanked[left:close])
            or _OPENS.match(raw) is not None
            or _of_such(scene, raw)
        )
        if not marked and NUMBER in scene.passage.blanked[left:close]:
            continue
        if not marked and (len(who) > _LONGEST_TOPIC or not _is_topic(scene, who)):
            return None
        return Whom(who, marked, left)
    return None


def _before_act(scene: Scene, start: int, end: int) -> int:
    """Where in a clause that gives a sum of its own the giving begins: 首次入选的瞪羚企业|一次性奖励50万元."""
    if NUMBER not in scene.passage.blanked[start:end]:
        return end
    first = start + scene.passage.blanked[start:end].index(NUMBER)
    found = BY.search(scene.passage.text, start + 1, first) or scene.words.policies.act.search(scene.passage.text, start, first)
    return found.start() if found and found.start() > start else end


def _of_such(scene: Scene, raw: str) -> bool:
    """Whether the words say what somebody must be or do, and then who: 一季度实现月度纳统的企业."""
    found = _HEAD_OF.search(scene.words.policies.tail.sub("", raw))
    return found is not None and found["head"].endswith(scene.words.heads) and found.start() > 1


def _is_topic(scene: Scene, who: str) -> bool:
    """Whether a clause without a sign names who gets something, or for what (顶尖人才团队, 评估费), not what happens (融资后转为股权)."""
    if _HAPPENS.search(who):
        return False
    known = (*scene.words.heads, *_PEOPLE, *scene.words.policies.costs)
    return who.endswith(known) or scene.words.noun_end.search(who, 0, _DOER_ENDS) is not None


def _receiver(scene: Scene, act: int) -> Whom | None:
    """给予|科技型初创企业|最高100万元: who stands between the act and the sum."""
    words, text = scene.words.policies, scene.passage.text
    zone = text[act : first_of_list(scene).start]
    found = words.to_whom.search(words.degrees.sub("", zone))
    who = tidy(found["who"]) if found else ""
    if not who or words.gift_end.search(who) or not (who.endswith(scene.words.heads) or (found and found["hand"])):
        return None
    return Whom(who, marked=True, start=act)


def _condition(scene: Scene, start: int, end: int) -> str:
    """The words of a condition as a name: without the giver, the times and what only leads in or on; empty if it is none."""
    words = scene.words.policies
    end = start + len(words.tail.sub("", scene.passage.text[start:end].rstrip("，,、")))
    text = _spoken(scene, start, end)
    text = _WITHIN.sub("", text)
    for _ in range(2):
        text = words.tail.sub("", words.lead.sub("", words.giver.sub("", text.strip("，,、")))).rstrip("的")
    inside = [one for one in scene.passage.quantities if start <= one.head and one.tail <= end]
    if inside and inside[0].head - start <= 1 and inside[0].unit in _COUNTED:
        return ""  # 对12家企业给予: what was done to so many is no rule
    of_size = _of_size(scene, inside, start, end) if inside else ""
    if of_size:
        return of_size
    if inside and _SO_MUCH.fullmatch(scene.passage.text, inside[-1].start, end) and not text.startswith("每"):
        return _PACE.sub("", measure_of_condition(scene, inside[-1], start))  # 研发费用增长20%以上的，按…给予补助
    members = _MANY.split(text)
    if scene.quantity.group >= 0 and len(members) == size_of_list(scene):
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


def _member(members: list[str], place: int) -> str:
    """全日制博士 and 全日制硕士 of 全日制博士、硕士; 国家级孵化器 of 国家级、省级孵化器.

    >>> _member(["新引进的博士", "硕士"], 1), _member(["新认定的国家级", "省级孵化器"], 0)
    ('新引进的硕士', '新认定的国家级孵化器')
    """
    first, last = members[0], members[-1]
    shared = first.rpartition("的")[0]
    if all(len(member) == 1 for member in members[1:-1]) and len(members) > _PAIR:
        return first[:-1] + (first[-1:], *members[1:-1], last[:1])[place] + last[1:]  # Ⅰ、Ⅱ、Ⅲ期临床试验
    head = shared + "的" if shared else ""
    if not head and len(first) > len(members[1]) and first[-1:] == members[1][-1:]:
        head = first[: -len(members[1])]
    closing = last[last.find("级") + 1 :] if first.endswith("级") and "级" in last else ""
    if not closing and first[-1:] == last[1:2]:
        closing = last[2:]  # 博士、硕士|毕业生
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
    if scene.quantity.group >= 0 and len(inside) == size_of_list(scene) and len(inside) > 1:
        own = inside[scene.quantity.place]
        return f"{measure}{text[inside[0].head : inside[0].start]}{text[own.start : own.tail]}的{of}"
    return f"{measure}达标的{of}"


def measure_of_condition(scene: Scene, one: Quantity, start: int) -> str:
    """一季度产值 of 对一季度产值超过1亿元的企业, 产值增量 of 实现5000万元以上产值增量的企业: what a condition measures, if words say so."""
    text = scene.passage.text
    left = max(start, max((found.end() for found in _AND_SO.finditer(text, start, one.head)), default=start))
    if left == one.head and (before := [other for other in scene.passage.quantities if start <= other.head < one.head]):
        return measure_of_condition(scene, before[-1], start)  # 突破10亿元、50亿元的企业
    own = _REACHES.sub("", text[left : one.head])
    phrase = phrase_before(scene.passage.blanked, left, left + len(own), scene.words) if own else None
    name = _own_noun(phrase) if phrase is not None else ""
    after = _MEASURED.match(text, one.tail)
    name = after["what"] if after else name.removeprefix("对")
    term = _TERMS.search(own)
    name = term[0] + name if term and term[0] not in name else name
    return name if 2 <= len(name) <= 14 and _PLAIN.fullmatch(name) else ""


def _own_noun(phrase: Phrase) -> str:
    noun = tidy(phrase.noun)
    return (noun if len(noun) > 1 else tidy(phrase.text)).rpartition("的")[2]


__all__ = ["TOWARDS", "Whom", "measure_of_condition", "whom_of"]
