"""Labels of lists told member by member: A、B和C三大领域，分别为6家、5家和3家.

The members are the last enumeration before 分别 with as many members as there are numbers; the metric stands with 分别, at the end of the
last member, or was told before in the numbers' unit.
"""

import re
from dataclasses import dataclass, replace

from generator.extract.labels.part_and_whole import with_whole
from generator.extract.labels.parts import bare_unit, without_turn
from generator.extract.labels.phrases import phrase_before, tidy, words_after
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import BLANKS, NUMBER, SUBJECT, TIME
from generator.model.claim import Kind

_EACH = re.compile(r"分别|依次|各(?=[有达])|各自(?=[为达占增有])|先后(?=为)|分[列居获](?=[^，,。；;、]{0,10}$)")
_AND = re.compile(r"、|以及|[和及与](?!其他)")
_TAIL = re.compile(r"(?:的?(?=居|位[居列于]|达(?![标产成])|为|均(?=[为达有是居超在]|$))[^、]*|[两二三四五六七八九十]者)$")
_OF = re.compile(r"^(?P<name>.+?)的(?P<metric>[一-龥]{2,10})$")
_SINGLE = re.compile(r"^(?P<name>.{2,}?)[两二三四五六七八九十\d]+[个项](?P<metric>单项(?:排名|指标|得分|成绩)?|分项(?:排名|指标|得分)?)$")
_PAIRED = re.compile(r"^(?:[进出]口|[内外]销|线[上下]|[境国][内外]|城镇|农村|[流转]入|[流转]出)")
_PACE = re.compile(r"(?:增速|增幅|降幅|涨幅|拥有量)$")
_SHARE = re.compile(r"(?<=[一-龥]{2})(?:占比|比重|份额)$")  # 项目个数和投资额|占比
_OF_WHOLE = re.compile("占(?!比|有率|地|用)[^占]+(?:比重|比例|份额)$")  # 电子信息、装备制造产值占全区比重
_IS = re.compile(r"(?:[均都也已并]|共同)?(?:是|为|系|等|作为|成为|构成|组成|这(?=$)).*$")
_LEVEL = re.compile(r"^(?:国家|部|省|市|区|县|自治区)级(?:及?以上)?")
_NEW = re.compile(r"^(?:新[增引签开建设认注登获培投落招](?:进|约|工|成|立|定|册|记|批|育|产|户)?|净增|累计)(?=.{3,})")
_SPREAD = re.compile(r"(?:主要|大多|都|均)?(?:分布|集中|来自|涉及|涵盖|覆盖|分属|分别属于|聚集)(?:在|于)?$")
_RATE = re.compile(r"(?:率|占比|比重|比例|强度|份额|密度)$")
_THING_OF = re.compile(rf"(?P<thing>[^，,。；;、的{BLANKS}]{{2,10}})的$")  # 签约项目的|履约率、开工率
_FROM = re.compile(r"(?:来自|出自)(?:于)?$")
_BARE_RATE = re.compile(r"[一-龥]{2}率$")
_LEADS = frozenset({"其中", "形成", "打造", "涵盖", "包括", "分布", "拥有", "聚焦", "围绕", "来自"})
_WEAK_LEADS = "中里有为以"
_BARE = 5  # letters: a longer amount says whose it is
_AMOUNTS = "率额量值数价费耗积"
_AGAINST = re.compile(r"(?:同比|环比|[比较与](?:上年|去年|前年|年初|上月|上季度)[^、，,]{0,4}|每[年月天日季周])$")
_LEAD_NAME = re.compile(rf"^[{SUBJECT}]+的?")  # the owner's name before the first member
_TOTAL = re.compile(r"(?:总量|总值|总额|规模)$")
_LETTER = re.compile(r"[A-Z甲乙丙丁戊](?=[类级档型等区段线])")
_TOWARDS = re.compile(r"(?P<name>.{2,}?)(?P<aim>对.{2,})")
_SIZE = re.compile("的(?:规模|盘子|体量|块头|家底|底盘)")
_FIGURE = re.compile(r"\d[万亿]?(?:吨|[家个台亩元套辆件项人户只]|公里|平方米)")  # 绿氢1.8万吨: an amount told, no member
_WHEN = re.compile(r"^(?:[今去前]年|[上当]年|\d{4}年|[上下]半年|[前一二三四]+季度|\d{1,2}月)+的?")
_LEAD_BLANK = re.compile(rf"^.*[{NUMBER}{TIME}]")


@dataclass(frozen=True, slots=True)
class Members:
    """The members in order; `metric` closes the last one and is every one's (A、B和C产值); `start` is where the first stands."""

    names: tuple[str, ...]
    metric: str
    start: int
    owner: str = ""


def listed_label(scene: Scene) -> LabelChoice | None:
    """The member at the number's place with the list's metric; None where the sentence holds no such list."""
    quantity = scene.quantity
    if quantity.group < 0 or quantity.kind not in {Kind.LEVEL, Kind.SHARE}:
        return None
    said, members = list_of(scene)
    if said is not None and (members is None or any(_FIGURE.search(name) for name in members.names)):
        return _of_told(scene, said)
    if said is None or members is None:
        return None
    if quantity.kind is Kind.SHARE:
        return _rate_of_member(scene, members)
    first = scene.passage.quantities[scene.index - quantity.place]
    member = members.names[quantity.place]
    metric = members.metric or _metric_of(scene, said, first.head) or _given(scene)
    if not metric and not all(_is_amount(scene, name) for name in members.names):
        told = members.owner or _counted(scene)
        metric = "" if told[-2:] == member[-2:] else told
    name = member if metric and member.endswith(metric) else merge(member, metric)
    name = merge(_doers(scene, members), name)
    return scene.choose(name, "listed", members.start, quantity.end, name)


def _of_told(scene: Scene, said: int) -> LabelChoice | None:
    """新设企业1046家，其中外资企业37家，而去年同期分别为812家和25家: the amounts told before in the same unit, each at its place."""
    first = scene.index - scene.quantity.place
    size = len(scene.listed)
    before = [at for at in reversed(scene.passage.before_in_sentence(first)) if scene.earlier[at] is not None][-size:] if size else []
    unit = bare_unit(scene.quantity.unit)
    if not before or any(bare_unit(scene.passage.quantities[at].unit) != unit for at in before) or scene.quantity.kind is not Kind.LEVEL:
        return None
    told = scene.listed[scene.quantity.place]
    if told.kind is not Kind.LEVEL:
        return None
    metric = _metric_of(scene, said, scene.passage.quantities[first].head)
    name = without_turn(told.text)
    name = name if metric in name else merge(name, metric)
    return scene.choose(name, "listed", told.start, scene.quantity.end, told.noun)


def _rate_of_member(scene: Scene, members: Members) -> LabelChoice | None:
    """A、B和C产值占比分别为42%、23%和18%: a rate of each; shares with 占 have a whole, and a rule, of their own."""
    name = merge(members.names[scene.quantity.place], members.metric)
    several_wholes = "占" in members.names[0] and "占" not in members.names[-1]
    if not _RATE.search(name) or several_wholes:
        return None
    return with_whole(scene, scene.choose(name, "listed", members.start, scene.quantity.end, name))


def list_of(scene: Scene) -> tuple[int | None, Members | None]:
    """Where 分别 stands before this number's list, and the members told before it."""
    quantities = scene.passage.quantities
    size = 1 + max(q.place for q in quantities if q.group == scene.quantity.group)
    first = quantities[scene.index - scene.quantity.place]
    start = scene.passage.sentence_of(scene.index).start
    said = max((match.start() for match in _EACH.finditer(scene.passage.text, start, first.start)), default=None)
    if said is None:
        return None, None
    clauses = [clause for clause in scene.passage.sentence_of(scene.index).clauses if clause.start < said]
    for clause in reversed(clauses):
        members = _members(scene, clause.start, min(clause.end, said), size)
        if members is not None:
            return said, members
    return said, None


def _members(scene: Scene, start: int, end: int, size: int) -> Members | None:
    """The last `size` members of the enumeration in `start:end`."""
    text = _AGAINST.sub("", scene.passage.text[start:end].rstrip("，,；;：:"))
    joints = [match for match in _AND.finditer(text) if not _in_quotes(text, match.start())][-(size - 1) :]
    if len(joints) < size - 1 or not joints:
        return None
    edges = [0, *(joint.end() for joint in joints)]
    parts = [text[a:b] for a, b in zip(edges, [*(joint.start() for joint in joints), len(text)], strict=True)]
    last, closing, metric = _last(scene, parts[-1])
    shortest = 1 if len(last) == 1 or _LETTER.match(last) else 2
    head = _first(scene, parts[0], scene.passage.blanked[start : start + joints[0].start()], shortest)
    names = [tidy(name) for name in (head, *parts[1:-1], last)]
    shortest = 1 if (metric and all(len(name) == 1 for name in names[1:])) or _after_letter(names) else 2
    if not all(shortest <= len(name) <= 16 for name in names):
        return None
    if not closing and not metric:
        closing = _after_letter(names) or _shared_head(scene, names)
    new = _NEW.match(names[0])
    if new and not any(_NEW.match(name) for name in names[1:]):
        names[1:] = [new[0] + name for name in names[1:]]
    if not closing and not metric:
        names = _with_thing(scene, names)
    thing = _THING_OF.search(scene.passage.blanked[start : start + max(text.find(head), 0)])
    if thing and thing["thing"].endswith(scene.words.heads) and all(_RATE.search(name) for name in names):
        names = [name if thing["thing"] in name else thing["thing"] + name for name in names]
    whole = [name if name.endswith(closing) else name + closing for name in names]
    if _FROM.search(text[: text.find(head)]):
        whole = [f"来自{name}的" for name in whole]
    at = start + text.find(head)
    spread = _SPREAD.search(scene.passage.blanked, start, at)
    owner = phrase_before(scene.passage.blanked, start, spread.start(), scene.words) if spread and spread.start() > start else None
    name = tidy(owner.text) if owner else ""
    return Members(tuple(whole), metric, at, name if name.endswith(scene.words.heads) else "")


def _after_letter(names: list[str]) -> str:
    """类企业占比 of A、B、C、D类企业占比: what follows the last of the letters is every one's."""
    return names[-1][1:] if _LETTER.match(names[-1]) and all(len(name) == 1 for name in names[:-1]) else ""


def _with_thing(scene: Scene, names: list[str]) -> list[str]:
    """招商项目履约率、开工率、投产率: the rates that say nothing of what they are of take the first one's thing."""
    rate = _BARE_RATE.search(names[0])
    thing = names[0][: rate.start()] if rate else ""
    total = _TOTAL.search(names[0])
    if total and total.start() >= 2 and all(_PACE.fullmatch(name) for name in names[1:]):
        return [names[0], *(names[0][: total.start()] + name for name in names[1:])]
    bare = all(len(name) <= _BARE and _RATE.search(name) for name in names[1:])
    return [names[0], *(thing + name for name in names[1:])] if thing.endswith(scene.words.heads) and bare else names


def _in_quotes(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


def _first(scene: Scene, part: str, blanked: str, shortest: int) -> str:
    """The first member without what leads up to it (27家企业主要分布在|新材料), of at least `shortest` letters."""
    lead = _LEAD_BLANK.match(blanked)
    part = part[lead.end() :] if lead and lead.end() < len(part) else part
    named = _LEAD_NAME.match(blanked)
    part = part[named.end() :] if named and not lead and len(part) - named.end() >= shortest else part
    lead = scene.words.forms.list_lead.match(part)
    if lead and len(part) - lead.end() >= shortest and not _inside_word(scene, part, lead.end()):
        part = part[lead.end() :]
    verb = scene.words.leading_verb.match(part)
    return part[verb.end() :] if verb and verb[0] in scene.words.light and len(part) - verb.end() >= 2 else part


def _inside_word(scene: Scene, text: str, end: int) -> bool:
    """Whether the letter before `end` is inside or at the end of a word that leads to no list: 集中|处理率, 规模以|上."""
    if text[end - 2 : end] in _LEADS:
        return False
    return text[end - 1 : end + 1] in scene.words.common or (text[end - 2 : end] in scene.words.common and text[end - 1] in _WEAK_LEADS)


def _last(scene: Scene, part: str) -> tuple[str, str, str]:
    """The last member, the kind that closes the list (三大|领域), and the metric that is every member's (的收入)."""
    kind = scene.words.forms.list_class.search(part)
    if kind and kind.start() >= 2:
        rest = _WHEN.sub("", tidy(_TAIL.sub("", part[kind.end() :])))
        closing = re.sub(
            r"^(?:支柱|主导|优势|特色|新兴|未来|重点|主要|核心|关键|经济|细分|单项)+|(?:指标|要素|部分|环节)$", "", kind["class"]
        )
        member = part[: kind.start()]
        return _IS.sub("", member) if len(_IS.sub("", member)) >= 2 else member, closing, rest if _is_metric(scene, rest) else ""
    single = _SINGLE.match(part)
    if single:
        return single["name"], "", single["metric"]
    part = _without_predicate(scene, _TAIL.sub("", part))
    of = _OF.match(part)
    if of and _is_metric(scene, of["metric"]):
        towards = _TOWARDS.match(of["name"])
        return (towards["name"], "", towards["aim"] + of["metric"]) if towards else (of["name"], "", of["metric"])
    return part, "", ""


def _without_predicate(scene: Scene, part: str) -> str:
    """番茄制品出口|表现抢眼: up to the last word that closes a metric, if what follows is long enough to be a predicate."""
    if scene.words.forms.measure_end.search(part) or part.endswith(scene.words.heads):
        return part
    ends = (at for at in range(len(part) - 2, 3, -1) if (end := scene.words.forms.measure_end.search(part[:at])) and len(end[0]) >= 2)
    return part[: next(ends, len(part))]


def _is_metric(scene: Scene, words: str) -> bool:
    return len(words) >= 2 and bool(scene.words.forms.measure_end.search(words) or words.endswith(scene.words.heads))


def _shared_head(scene: Scene, names: list[str]) -> str:
    """产业 of 新能源、生物医药产业; nothing where the others have heads of their own (进口额、出口额)."""
    last = names[-1]
    if all(_LEVEL.fullmatch(name[-6:]) or _LEVEL.fullmatch(name[-3:]) for name in names[:-1]) and (level := _LEVEL.match(last)):
        return last[level.end() :]
    metric, others = scene.words.forms.measure_end.search(last), names[:-1]
    pace = _PACE.search(last)
    if pace and len(pace[0]) < len(last) and not any(_PACE.search(name) for name in others):
        return pace[0]
    paired = _PAIRED.match(last)
    if paired and all(_PAIRED.search(name[-2:]) for name in others) and _is_metric(scene, last[paired.end() :]):
        return last[paired.end() :]
    share, of_whole = _SHARE.search(last), _OF_WHOLE.search(last)
    if of_whole is not None:
        amount = scene.words.forms.measure_end.search(last[: of_whole.start()])
        return last[amount.start() if amount and len(amount[0]) > 1 and amount.start() > 1 else of_whole.start() :]
    if any(_is_amount(scene, name) for name in others):
        return share[0] if share and not any(_RATE.search(name) for name in others) else ""
    if any(name.endswith(scene.words.heads) for name in others):
        return _metric_after_thing(scene, last) if metric else ""
    own = [head for head in scene.words.heads if last.endswith(head) and len(last) - len(head) >= 2]
    if metric and len(last) - len(metric[0]) >= 2 and len(metric[0]) >= 2:
        own.append(metric[0])
    return max(own, key=lambda head: (len(head), head), default="")


def _doers(scene: Scene, members: Members) -> str:
    """轴承企业 of 轴承企业73家，产值、利润分别为129亿元和8亿元: those just counted, where the members are bare amounts."""
    first = replace(scene, index=scene.index - scene.quantity.place, earlier=scene.earlier[: scene.index - scene.quantity.place])
    at, base = first.index - 1, first.base
    if base is None or at < 0 or base is not scene.earlier[at] or base.kind is not Kind.LEVEL or not base.noun.endswith(scene.words.heads):
        return ""
    unit = bare_unit(scene.passage.quantities[at].unit)
    bare = all(len(name) <= _BARE for name in members.names) and any(name in scene.words.yields for name in members.names)
    return base.text if bare and unit in scene.words.countable and unit != "大" else ""


def _is_amount(scene: Scene, name: str) -> bool:
    """进口额, 税收; not 日本, 新动力, whose last letter only looks like an amount's."""
    end = scene.words.forms.measure_end.search(name)
    return end is not None and (len(end[0]) > 1 or end[0] in _AMOUNTS)


def _metric_after_thing(scene: Scene, last: str) -> str:
    """资产占比 of 海工平台资产占比, 产量 of 减速器产量: what follows the thing, else the word of measure itself."""
    things = (at for at in range(len(last) - 2, 1, -1) if last[:at].endswith(scene.words.heads))
    metric = scene.words.forms.measure_end.search(last)
    rest = last[next(things, metric.start() if metric else 0) :]
    return rest if 2 <= len(rest) <= len(last) - 2 else ""


def _metric_of(scene: Scene, said: int, head: int) -> str:
    """产值 of 产值依次为, 实现产值 of 分别实现产值: the words of the numbers' own clause around 分别."""
    after = phrase_before(scene.passage.blanked, said + 2, head, scene.words)
    if after is not None and tidy(after.noun):
        return tidy(after.noun)
    start = scene.passage.clause_of(scene.index - scene.quantity.place).start
    before = phrase_before(scene.passage.blanked, start, said, scene.words) if said > start else None
    name = tidy(before.noun) if before else ""
    plain = "、" not in scene.passage.text[start:said] and SUBJECT not in scene.passage.blanked[start:said]
    return name if plain and scene.words.forms.measure_end.search(name) else ""


def _given(scene: Scene) -> str:
    """生活补贴 of 对博士、硕士分别发放5000元和2000元生活补贴, 产值 of 各有21亿元和8亿元的产值: what stands after a list's last number."""
    size = 1 + max(q.place for q in scene.passage.quantities if q.group == scene.quantity.group)
    last = scene.passage.quantities[scene.index - scene.quantity.place + size - 1]
    after = words_after(scene.passage.blanked, last.tail, scene.words)
    gift = after is not None and last.unit.endswith("元") and scene.words.policies.paid.fullmatch(after.noun)
    if after is not None and (gift or (after.attribute and scene.words.forms.measure_end.search(after.noun))):
        return after.noun
    return "规模" if _SIZE.match(scene.passage.text, last.tail) else ""


def _counted(scene: Scene) -> str:
    """入选企业 of 14家企业入选，…分别为6家、5家和3家: what the sentence counted in the same unit."""
    unit = bare_unit(scene.quantity.unit)
    first = scene.index - scene.quantity.place
    for at in scene.passage.before_in_sentence(first):
        choice = scene.earlier[at]
        if choice is not None and choice.kind is Kind.LEVEL and bare_unit(scene.passage.quantities[at].unit) == unit:
            return choice.text if len(choice.text) <= 10 else choice.noun
    return ""


__all__ = ["Members", "list_of", "listed_label"]
