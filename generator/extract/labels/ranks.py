"""Labels of places in a ranking: the metric, among whom, and 排名."""

import re

from generator.extract.labels.phrases import Phrase, phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.model.claim import Kind

_AMONG = re.compile(r"^(?:在|于|到|至|为|了|的)+|[的之各中内里名排第前]+$")
_INSIDE = re.compile(r"(?<=[一-龥])[在于]?(?:全[国省市]|国家|同类|各)[^，,。；;]{0,12}[中里内]$|^[^，,。；;]{0,3}区[中里内]$")
_NO_METRIC = frozenset({"duration", "streak", "scale", "change"})
_COUNT = re.compile(r"^\d{4}年度?|[\d一二两三四五六七八九十百]+(?:多|余)?[个家]|^全部")
_GROUP = re.compile(r"在(?P<group>[^，,。；;在]{2,36}?)(?:之中|当中|[中里内上])[，,]?(?:综合|总体|整体|又|已|均|也|还|首次|再次|继续|稳)?$")
_POINTED = re.compile(r"前者|后者")
_RESULT = re.compile(r"(?:公布|发布|揭晓|出炉|通报)了?([^，,。；;]{4,40}?)(?:结果|榜单|名单)")


def rank_label(scene: Scene) -> LabelChoice | None:
    """位居全省高新区第二: what is ranked stands before the verb or one clause earlier, among whom between verb and number."""
    if scene.quantity.kind is not Kind.RANK:
        return None
    pointed = _POINTED.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    verb = _last_verb(scene)
    begin, end = (verb.start(), verb.end()) if verb else (scene.quantity.head, scene.quantity.head)
    among = _AMONG.sub("", tidy(scene.passage.text[end : scene.quantity.head]))
    within, inside = _within(scene, begin), ""
    if within is not None:
        begin = within.start()
        group = tidy(_COUNT.sub("", within["group"]))
        inside = f"在{group}" if among else ""
        among = among or (group if scene.words.forms.peers.search(group) else "")
    phrase = phrase_before(scene.passage.blanked, scene.start, begin, scene.words) if begin > scene.start else None
    if within is not None and not among:
        return _in_evaluation(scene, phrase, group)
    if phrase is None and not among and not scene.scope and any(choice and choice.kind is Kind.RANK for choice in _sentence(scene)):
        return _like_the_last(scene)
    metric, start = _metric(scene, _INSIDE.sub("", tidy(phrase.noun)) if phrase else "", phrase.start if phrase else begin, among, begin)
    if pointed and len(scene.listed_before) >= 2:
        told = scene.listed_before[-2 if pointed[0] == "前者" else -1]
        return scene.choose(_with_rank(told.noun, among or scene.ranked_among), "rank-pointed", told.start, scene.quantity.end, told.noun)
    if not metric and not among:
        return _like_the_last(scene)
    metric += inside if metric and within and within.start() >= scene.clause_start else ""
    if scene.scope and metric and scene.scope.endswith(metric):
        metric = scene.scope
    return scene.choose(_with_rank(metric, among), "rank", start, scene.quantity.end, metric or among)


def _sentence(scene: Scene) -> tuple[LabelChoice | None, ...]:
    return tuple(scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))


def _within(scene: Scene, end: int) -> re.Match[str] | None:
    """在国家高新区中, 在全省120家开发区综合考评中 before the verb of rank, in the number's clause or as the clause before."""
    return _GROUP.search(scene.passage.text[:end], scene.passage.sentence_of(scene.index).start)


def _in_evaluation(scene: Scene, phrase: Phrase | None, group: str) -> LabelChoice:
    """在全国综合发展水平考核评价中位列第4: the evaluation names itself; 拥有量 before it is what was evaluated."""
    own = tidy(phrase.noun) if phrase else ""
    name = merge(group, own) if own in scene.words.dependents else group
    return scene.choose(_with_rank(name, ""), "rank", phrase.start if phrase else scene.clause_start, scene.quantity.end, name)


def _with_rank(metric: str, among: str) -> str:
    whole = merge(metric, among)
    return whole if whole.endswith(("排名", "位次")) else whole + "排名"


def _last_verb(scene: Scene) -> re.Match[str] | None:
    last = None
    for match in scene.words.rank_verb.finditer(scene.passage.blanked, scene.start, scene.quantity.head):
        last = match if last is None or match.start() >= last.end() else last
    return last


def _metric(scene: Scene, own: str, start: int, among: str, limit: int) -> tuple[str, int]:
    told = tuple(choice for choice in scene.listed_before if choice.start < limit and choice.rule not in _NO_METRIC)
    base = _rate_before(scene) or (told[-1] if told else scene.base)
    if own and own not in scene.words.dependents:
        return own, start
    peers = scene.words.forms.peers.search(among)
    if own and peers and base is not None:
        return merge(_core(base), own), base.start
    if not own and peers and base is not None and scene.words.forms.measure_end.search(_core(base)):
        return _core(base), base.start
    listed = _RESULT.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, scene.quantity.head)
    if listed:
        return merge(tidy(_COUNT.sub("", listed[1])), own), listed.start(1)
    if scene.scope and scene.scope not in among and not peers:
        return merge(scene.scope, own), start
    if base is not None:
        return base.noun if own in {"总量", "总额"} and base.noun.endswith(("额", "量")) else merge(base.noun, own), base.start
    return own, start


def _rate_before(scene: Scene) -> LabelChoice | None:
    """全球市场份额超过两成，位居行业第二: the rate told right before, if it is no share of what is told with it."""
    before = scene.passage.before_in_sentence(scene.index)[:1]
    choice = scene.earlier[before[0]] if before else None
    rate = choice is not None and choice.kind is Kind.SHARE and "占" not in choice.text.removesuffix("占比")
    return choice if rate else None


def _core(base: LabelChoice) -> str:
    """What the amount told before is called, whole (国家级专精特新企业, 跨境电商交易额)."""
    return re.sub(r"（[前后]）$|(?:占|高于|低于).*$", "", base.text) or base.noun


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
