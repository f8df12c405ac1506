"""Labels of places in a ranking: the metric, among whom, and 排名."""

import re
from dataclasses import replace

from generator.extract.labels.evaluations import find_evaluation
from generator.extract.labels.listed import list_of
from generator.extract.labels.phrases import Phrase, phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import NUMBER, TIME
from generator.model.claim import Kind

_AMONG = re.compile(r"^(?:在|于|到|至|为|了|的)+|(?:[的之各中里名排第前]|(?<![国境])内)+$")
_SIZE = re.compile(r"[\d一二两三四五六七八九十百]+(?:多|余)?[个家](?=[一-龥])")
_FRONT = re.compile(r"(?:^|(?<=[，,。；;“]))(?P<group>[^，,。；;在“”\d]{3,20}?)[中里][，,]")
_HALF = re.compile("[；;]")
_WHOLE_SHARE = re.compile("占(?!有率|比$|地)(?=[^占]*(?:全[国省市区县球]|[省市县区国州]|行业|同类))")
_SCORE = re.compile(r"分$|^位$")
_INSIDE = re.compile(r"(?<=[一-龥])[在于]?(?:全[国省市]|国家|同类|各)[^，,。；;]{0,12}[中里内]$|^[^，,。；;]{0,3}区[中里内]$")
_NO_METRIC = frozenset({"duration", "streak", "scale", "change"})
_NO_BASE = frozenset({"difference", "compared"})
_COUNT_END = re.compile("(?:总量|总额|数量)$")
_JOINT = re.compile("位?[、，,和及与]")
_STILL = re.compile("(?<=[一-龥]{2})(?:连续多年|连续[数几]年|多年|常年|继续|依然|仍然?|持续|稳|始终|一直|长期|首次|再次|双双|均|都|已)+$")
_AMONG_THEM = re.compile("[中里内]")  # 13个考核单位|中
_FROM_PLACE = re.compile(r"[由从](?:[一-龥]{0,6}的)?第[一二三四五六七八九十百\d]+位?$")  # 位次|由第五跃居第二
_SCOPE = re.compile(r"(?:全[国省市区县球]|国内|国际|世界)(?=[一-龥]{2})")
_WORLDS = frozenset({"国内", "国际", "世界", "亚洲", "行业", "业内"})
_ONLY_AMONG = re.compile(
    r"[在于](?P<among>(?:全[国省市区县球]|[国省市])[^，,。；;]{0,10}|[^，,。；;]{0,10}(?:高新区|经开区|开发区|园区|城市|区县))"
)
_EVALUATES = re.compile("评|考核|考评|榜|排名|竞赛|大赛|百强|[十百千]强|测|统计|比拼|比武|通报|名单|指数")
_SHORT = 12
_SHORTEST = 2
_EACH = re.compile(r"(?:分别|依次|各)$")
_PACE_END = re.compile(r"(?:(?<=[一-龥]{2})|^)(?:增速|增幅|降幅|总量)$")
_WIDE = re.compile(r"(?<=[一-龥]{2})[在于](?P<among>全[国省市区县球](?:同类|[一-龥]{0,4}(?:开发区|高新区|经开区|园区|区县|县区))?)$")
_ROSE = re.compile(r"(?<=[一-龥]{4})(?:提高|增长|增加|上升|下降|提升)$")
_AND_TOTAL = re.compile(r"(?:总量|强度|总额|数量|规模|增速|增幅|密度|占比|[和与、及])+")
_PACE = re.compile(r"(?:增速|增幅|降幅|总量|总额|人均|均值)")
_GETS = re.compile(r"(?:获|评|入选|入围|列|登|摘|夺|斩|跻身|上榜)")
_COUNT = re.compile(r"^\d{4}年度?|[\d一二两三四五六七八九十百]+(?:多|余)?[个家]|^全部")
_GROUP = re.compile(r"在(?P<group>[^，,。；;在]{2,36}?)(?:之中|当中|[中里内上])[，,]?(?:综合|总体|整体|又|已|均|也|还|首次|再次|继续|稳)?$")
_AMONG_CLAUSE = re.compile(r"[在从]?(?P<group>[^，,。；;在]{3,30}?)(?:之中|当中|[中里内])[，,]")
_POINTED = re.compile(r"前者|后者")
_RESULT = re.compile(r"(?:公布|发布|揭晓|出炉|通报)了?([^，,。；;]{4,40}?)(?:结果|榜单|名单)")


def rank_label(scene: Scene) -> LabelChoice | None:
    """位居全省高新区第二: what is ranked stands before the verb or one clause earlier, among whom between verb and number."""
    if scene.quantity.kind is not Kind.RANK:
        return None
    return _of_member(scene) or _placed(scene)


def _placed(scene: Scene) -> LabelChoice | None:
    verb, among = _verb_and_peers(scene)
    begin = verb.start() if verb else scene.quantity.head
    within, inside = _within(scene, begin), ""
    among = among if within else among or _peers_in_front(scene, begin)
    if within is not None:
        begin = within.start()
        group = tidy(_COUNT.sub("", within["group"]))
        inside = f"在{group}" if among else ""
        among = among or (group if scene.words.forms.peers.search(group) else "")
    phrase = phrase_before(scene.passage.blanked, scene.start, begin, scene.words) if begin > scene.start else None
    if phrase is not None and not among and within is None:
        phrase, among = _peers_of(phrase)
    evaluated = _evaluated(scene, phrase, among, begin, verb.start() if verb else begin)
    if evaluated is not None:
        return evaluated
    if within is not None and not among:
        return _in_evaluation(scene, phrase, group, begin)
    if phrase is None and not among and not scene.scope and any(choice and choice.kind is Kind.RANK for choice in _sentence(scene)):
        return _like_the_last(scene)
    metric, start = _metric(
        scene, _INSIDE.sub("", _named(scene, phrase)) if phrase else "", phrase.start if phrase else begin, among, begin
    )
    pointed = _pointed(scene, among)
    if pointed is not None:
        return pointed
    again = _next_peers(scene, phrase, among) or _next_metric(scene, phrase, among)
    if again is not None:
        return again
    if not metric and not among:
        return _like_the_last(scene)
    metric += inside if metric and within and within.start() >= scene.clause_start else ""
    if scene.scope and metric and scene.scope.endswith(metric):
        metric = scene.scope
    return scene.choose(_with_rank(metric, among), "rank", start, scene.quantity.end, metric or among)


def _peers_of(phrase: Phrase) -> tuple[Phrase | None, str]:
    """产值在全省, 在全省 before the verb: what is ranked, if it stands there, and among whom."""
    inner, only = _WIDE.search(phrase.noun), _ONLY_AMONG.fullmatch(tidy(phrase.noun))
    if only is not None:
        return None, only["among"]
    return (replace(phrase, noun=phrase.noun[: inner.start()]), inner["among"]) if inner else (phrase, "")


def _next_peers(scene: Scene, phrase: Phrase | None, among: str) -> LabelChoice | None:
    """位居国内第二、全球第五: the same metric among others."""
    last = scene.earlier[-1] if scene.earlier else None
    own = tidy(phrase.noun) if phrase else ""
    among = among or (own if scene.words.forms.peers.search(own) or own in _WORLDS else "")
    if last is None or last.kind is not Kind.RANK or own not in {"", among} or not among or not last.text.startswith(last.noun):
        return None
    between = scene.passage.text[scene.passage.quantities[scene.index - 1].tail : scene.quantity.head]
    name = _SCOPE.sub("", last.noun.removesuffix("排名")) if last.noun == last.text else last.noun
    if not _JOINT.match(between) or len(name) < _SHORTEST or name == last.text:
        return None
    return scene.choose(_with_rank(name, among), "rank", last.start, scene.quantity.end, name)


def _next_metric(scene: Scene, phrase: Phrase | None, among: str) -> LabelChoice | None:
    """出口额在全省开发区中排第9位，增幅排第3位: the pace of what was ranked, among the same."""
    own = tidy(phrase.noun) if phrase else ""
    if among or not _PACE.fullmatch(own):
        return None
    last = next((one for one in _sentence(scene) if one is not None), None)
    if last is None or last.kind is not Kind.RANK or not last.text.startswith(last.noun) or len(last.noun) == len(last.text):
        return None
    name = merge(_PACE_END.sub("", last.noun), own)
    return scene.choose(name + last.text[len(last.noun) :], "rank", last.start, scene.quantity.end, name)


def _named(scene: Scene, phrase: Phrase) -> str:
    """研发投入强度, 净增数: a verb belongs to the name where hardly anything is left without it."""
    noun = _STILL.sub("", _FROM_PLACE.sub("", tidy(phrase.noun)))
    bare = (len(noun) <= _SHORTEST and scene.words.forms.measure_end.search(noun)) or _AND_TOTAL.fullmatch(noun)
    return tidy(phrase.text) if phrase.verb and bare and not _GETS.search(phrase.verb) else noun


def _sentence(scene: Scene) -> tuple[LabelChoice | None, ...]:
    return tuple(scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))


def _within(scene: Scene, end: int) -> re.Match[str] | None:
    """在国家高新区中, 在全省120家开发区综合考评中 before the verb of rank, in the number's clause or as the clause before."""
    return _GROUP.search(scene.passage.text[:end], scene.passage.sentence_of(scene.index).start)


def _peers_in_front(scene: Scene, end: int) -> str:
    """国内同类产品里，能耗排在前五: those among whom, as a clause of its own; nothing if a number stands between."""
    front = _FRONT.search(scene.passage.text[:end], scene.passage.sentence_of(scene.index).start)
    if front is None or not front["group"].endswith(scene.words.heads) or NUMBER in scene.passage.blanked[front.end() : end]:
        return ""
    return tidy(front["group"])


def _pointed(scene: Scene, among: str) -> LabelChoice | None:
    """前者列第三，后者列第一: the amount that is meant."""
    pointed = _POINTED.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    if pointed is None or len(scene.listed_before) < 2:
        return None
    told = scene.listed_before[-2 if pointed[0] == "前者" else -1]
    return scene.choose(_with_rank(told.noun, among or scene.ranked_among), "rank-pointed", told.start, scene.quantity.end, told.noun)


def _verb_and_peers(scene: Scene) -> tuple[re.Match[str] | None, str]:
    """The last verb of rank before the number, and among whom, as it stands between the two; a time between them is no peer."""
    verb = _last_verb(scene)
    start, end = verb.end() if verb else scene.quantity.head, scene.quantity.head
    said = "".join(scene.passage.text[at] for at in range(start, end) if scene.passage.blanked[at] != TIME)
    return verb, _SIZE.sub("", _AMONG.sub("", tidy(said)))


def _of_member(scene: Scene) -> LabelChoice | None:
    """营商环境、科技创新两个单项排名分别列第5位和第12位: the member at the number's place, in the evaluation told before."""
    said, members = list_of(scene) if scene.quantity.group >= 0 else (None, None)
    if said is None or members is None or members.start < scene.clause_start:
        return _pace_of_told(scene)
    name = merge(members.names[scene.quantity.place], members.metric)
    evaluation = find_evaluation(scene)
    if not members.metric and evaluation is not None and evaluation.end <= members.start:
        return scene.choose(_with_rank(merge(evaluation.name, name), ""), "rank", members.start, scene.quantity.end, name)
    if not members.metric:
        among = _peers_of_first(scene) or _peers_told(scene, members.start)
        measured = all(scene.words.forms.measure_end.search(one) for one in members.names)
        return scene.choose(_with_rank(name, among), "rank", members.start, scene.quantity.end, name) if measured else None
    whole = merge(evaluation.name, name) if evaluation and members.metric.startswith(("单项", "分项")) else name
    among = "" if evaluation or members.metric.endswith("排名") else _peers_of_first(scene)
    return scene.choose(_with_rank(whole, "" if among in whole else among), "rank", members.start, scene.quantity.end, name)


def _peers_of_first(scene: Scene) -> str:
    """Among whom the first number of the list is placed: said once for all."""
    first = scene.index - scene.quantity.place
    return _verb_and_peers(replace(scene, index=first, earlier=scene.earlier[:first]))[1]


def _peers_told(scene: Scene, end: int) -> str:
    """陕西国家高新区 of 在陕西7个国家高新区中，工业总产值、利用外资分列…: the clause before `end` that says among whom."""
    clauses = [clause for clause in scene.passage.sentence_of(scene.index).clauses if clause.end <= end]
    found = _AMONG_CLAUSE.fullmatch(scene.passage.text, clauses[-1].start, clauses[-1].end) if clauses else None
    group = tidy(_SIZE.sub("", found["group"])) if found else ""
    return group if scene.words.forms.peers.search(group) else ""


def _pace_of_told(scene: Scene) -> LabelChoice | None:
    """进出口、出口、进口分别增长…，增速分别居全市第2位、第1位和第4位: the pace of what was told at the same place."""
    if scene.quantity.group < 0 or not scene.listed:
        return None
    first = scene.index - scene.quantity.place
    opening = replace(scene, index=first, earlier=scene.earlier[:first])
    verb, among = _verb_and_peers(opening)
    own = _EACH.sub("", tidy(scene.passage.text[opening.start : verb.start()])) if verb else ""
    told = scene.listed[scene.quantity.place]
    if not own or not _PACE.fullmatch(own) or not among:
        return None
    name = merge(_core(told), own)
    return scene.choose(_with_rank(name, among), "rank", told.start, scene.quantity.end, name)


def _evaluated(scene: Scene, phrase: Phrase | None, among: str, begin: int, verb: int) -> LabelChoice | None:
    """在…评价中，得分92.7分，列全省第3位: the evaluation is what is ranked in, unless a metric of its own is ranked after it."""
    evaluation = find_evaluation(scene)
    if evaluation is None or (scene.scope and scene.words.forms.peers.search(scene.scope) and evaluation.end <= begin < verb):
        return None
    told = (at for at in scene.passage.before_in_sentence(scene.index) if evaluation.end <= scene.passage.quantities[at].start < begin)
    if any(not _SCORE.search(scene.passage.quantities[at].unit) and scene.earlier[at] is not None for at in told):
        return None
    own = tidy(phrase.noun) if phrase else ""
    if scene.words.forms.measure_end.search(own) and own not in scene.words.dependents:
        return None
    name = merge(evaluation.name, own) if own in scene.words.dependents else own + evaluation.name
    whole = name if among in name else merge(name, among)
    return scene.choose(_with_rank(whole, ""), "rank", phrase.start if phrase else scene.clause_start, scene.quantity.end, whole)


def _in_evaluation(scene: Scene, phrase: Phrase | None, group: str, limit: int) -> LabelChoice:
    """在全国综合发展水平考核评价中位列第4: the evaluation names itself; 拥有量 before it is what was evaluated."""
    own, base = tidy(phrase.noun) if phrase else "", _told_before(scene, limit)
    if base is not None and _PACE_END.fullmatch(own):
        name = merge(_PACE_END.sub("", _core(base)), own)
        return scene.choose(_with_rank(name, _SIZE.sub("", group)), "rank", base.start, scene.quantity.end, name)
    if base is not None and not own and not _EVALUATES.search(group):
        return scene.choose(_with_rank(_core(base), _SIZE.sub("", group)), "rank", base.start, scene.quantity.end, _core(base))
    name = merge(group, own) if own in scene.words.dependents else group
    return scene.choose(_with_rank(name, ""), "rank", phrase.start if phrase else scene.clause_start, scene.quantity.end, name)


def _with_rank(metric: str, among: str) -> str:
    whole = merge(metric.removesuffix("排名") if among and len(metric) > len("排名") else metric, among)
    return whole if whole.endswith(("排名", "位次")) else whole + "排名"


def _last_verb(scene: Scene) -> re.Match[str] | None:
    last = None
    for match in scene.words.rank_verb.finditer(scene.passage.blanked, scene.start, scene.quantity.head):
        last = match if last is None or match.start() >= last.end() else last
    return last


def _metric(scene: Scene, own: str, start: int, among: str, limit: int) -> tuple[str, int]:
    base = _told_before(scene, limit)
    if own and _AND_TOTAL.fullmatch(own) and base is not None and own not in scene.words.dependents:
        amount = next((one for one in reversed(scene.listed_before) if one.start < limit and one.rule not in _NO_METRIC | _NO_BASE), base)
        return merge(_COUNT_END.sub("", re.sub("占.*$", "", _core(amount))), own), amount.start
    if own and own not in scene.words.dependents:
        return own, start
    peers = scene.words.forms.peers.search(among)
    if own and peers and base is not None:
        return merge(_core(base), own), base.start
    if not own and peers and base is not None and scene.words.forms.measure_end.search(_core(base)):
        return _core(base), base.start
    listed = _RESULT.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.quantity.head)
    if listed and not (base and base.start >= listed.end()):
        return merge(tidy(_COUNT.sub("", listed[1])), own), listed.start(1)
    if scene.scope and scene.scope not in among and not peers:
        return merge(scene.scope, own), start
    if base is not None:
        whole = len(_core(base)) <= _SHORT and base.noun in scene.words.generic
        noun = _core(base) if whole or _rate_of_other(base) or len(base.noun) < _SHORTEST else _ROSE.sub("", base.noun)
        return noun if own in {"总量", "总额"} and noun.endswith(("额", "量")) else merge(noun, own), base.start
    return own, start


def _told_before(scene: Scene, limit: int) -> LabelChoice | None:
    """What is ranked where the clause itself does not say: the rate told right before `limit`, else the amount told last."""
    text, quantities = scene.passage.text, scene.passage.quantities
    told = [at for at in scene.passage.before_in_sentence(scene.index) if quantities[at].start < limit]
    half = max((match.end() for match in _HALF.finditer(text, scene.passage.sentence_of(scene.index).start, limit)), default=0)
    near = [at for at in told if quantities[at].start >= half] or told
    near = [at for at in near if not ((one := scene.earlier[at]) and _AMONG_THEM.match(text, one.end))]
    rate = next((one for at in near if (one := scene.earlier[at]) and one.rule not in _NO_METRIC), None)
    if rate is not None and rate.kind is Kind.SHARE and not _WHOLE_SHARE.search(rate.text):
        return rate
    usable = [
        choice for at in near if (choice := scene.earlier[at]) and choice.kind is not Kind.RANK and choice.rule not in _NO_METRIC | _NO_BASE
    ]
    amounts = [choice for choice in usable if choice in scene.listed_before]
    return next(iter(amounts or usable), None)


def _core(base: LabelChoice) -> str:
    """What the amount told before is called, whole (国家级专精特新企业, 跨境电商交易额)."""
    of_place = _WHOLE_SHARE.search(base.text) or base.kind is not Kind.SHARE
    text = re.sub(r"（[前后]）$|(?:高于|低于).*$|与.*之比$", "", base.text)
    return _ROSE.sub("", re.sub("占.*$", "", text) if of_place else text) or base.noun


def _rate_of_other(base: LabelChoice) -> bool:
    """研发投入占GDP比重: a share of another thing is a rate of its own; 占全市比重 only says how much of the same."""
    return base.kind is Kind.SHARE and "占" in base.text and base.text.endswith("比重") and not _WHOLE_SHARE.search(base.text)


def _like_the_last(scene: Scene) -> LabelChoice | None:
    """位居榜首的苏州工业园区: in the ranking that was told of just before."""
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and choice.kind is Kind.RANK:
            return scene.choose(choice.text, "rank-of-last", choice.start, scene.quantity.end, choice.noun)
    after = scene.after
    if after and after.noun:
        return scene.choose(_with_rank(after.noun, ""), "rank-after", scene.quantity.start, after.noun_end, after.noun)
    return None
