"""Labels of shares: what part, of what whole."""

import re
from collections.abc import Callable

from generator.extract.labels.aid_shares import aid_share, spent_share, subsidy_share
from generator.extract.labels.listed import list_of
from generator.extract.labels.part_and_whole import given_share, sum_share, with_whole
from generator.extract.labels.phrases import Phrase, drop_examples, phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.wholes import whole_by_value
from generator.extract.passage import NUMBER
from generator.extract.tokens import MentionKind
from generator.model.claim import Kind
from generator.model.quantity import Form

_OF_WHOLE = re.compile(
    r"占(?!有率|比|地|用)(?:了|到|据|有|全部)?(?P<whole>[^，,。；;、\d%％]*?)(?:的?(?:比重|比例|比率|份额)(?:[^，,。；;占\d]{1,9}(?=达到?$|超过$|[升增降]至$|(?:保持|稳定|维持|控制)在$|(?:提高|上升|提升|下降)[到至]$)|(?:提前[一-龥]{1,3}|长期|始终|一直|[要需应将]|力争|有望|预计|已经)+(?=$))?|总[量数]的?(?:比重|比例))?的?(?:首次|已|约|将|仅|只|也|均|又|还)*(?:超过|达到?|为|是|突破|近|(?:逐[年月季步]|快速|稳步|持续|一路)?(?:提高|提升|上升|攀升|跃升|扩大|增加|回升|下降|降低|回落|[升增降稳保])(?:[到至为]|定在|持在))?$"
)
_SAME_AGAIN = re.compile(
    r"(?:这|该|此|上述)(?:一|[两二三四五\d]+[个项]?)?(?:比例|比重|占比|数字|数据|指标|份额)(?:分别|预计|将|还|已|也|则|又|仅|只)*(?:变为|为|是|达到?|升至|增至|降至|提高到|提升至|不到|超过)?[^，,。；;]{0,20}$"
)
_OF_COUNTED = re.compile(rf"占(?!有率|比|地|用)(?P<whole>[^，,。；;、]*?[{NUMBER}]+[^，,。；;、{NUMBER}]+)的$")
_DEGREES = re.compile(r"(?:不到|不足|超过|接近|大约|将近|仅|约|近|超|逾|达到?|突破)+$")
_RATIO = re.compile(r"(?:率|占比|比重|比例|强度|份额|浓度|程度|度)$")
_SHARED_WHOLE = re.compile(r"占(?:[^占]+比重|比)$")
_MAKES = re.compile(r"(?:创造|贡献|产出|实现|集聚|聚集|汇聚|完成|承载|支撑|撑起|生产|吸引|养活|产生|孕育|诞生|供给)[了出起着]")
_PLACED = re.compile(r"(?:都|均|就|也|全)*(?:在|集聚|集中|来自|落户|位于|出自|汇聚)")
_ALL = re.compile(r"^(?:合计|总计|共计|总共|一共|共|[两三四五六七八九]者|[两三四五六七八九]项)+(?:分别|均|都)?$")
_AMONG = re.compile(r"(?P<whole>[^的]{2,12})(?:当中|之中|中|里|里面)[，,]?(?:有)?")
_REST = re.compile(r"(?:其余|其他|其它|剩余|剩下|另外|余下)的?$")
_LIMIT = re.compile(r"(?:其中|^)(?P<part>[^，,。；;]{1,12}?(?:以上|以下|以内)[^，,。；;占]{0,6}?)的?$")
_BARE_SHARE = re.compile(r"(?:所占)?的?(?:占比|比重|比例|份额)$")
_PACE = re.compile(r"(?:增速|增幅|降幅|涨幅)$")
_WHOLE_TOLD = re.compile(r"占(?P<whole>[^占]{2,})比重$")
_MADE = re.compile(r"(?:创造|贡献|产出|实现|完成|集聚|聚集|产生|撑起)[了出]?(?:约|近|超过?|逾)*$")
_DID = re.compile(
    r"(?:来自|出自|产自|源自|投向|流向|用于|毕业于|设立|建立|建成|完成|实现|通过|开展|拥有|配备|接入|应用|采用|参与|加入|获得|用上|离不开)了?[^了的]{2,}"
)
_DONE = re.compile(r"(?<=[一-龥]{2})了")
_GIVES = re.compile(r"(?:其|增长|增量|增收)?贡献率|对.+贡献率")
_HALF = re.compile("(?:首次)?(?:已|将)?(?:过半|(?:超过?|逾|接?近|达到?|不足|不到)(?:了)?(?:一半|半数)|半数)")
_PULLS = re.compile("拉动|带动|推动|助推|促进")


Rule = Callable[[Scene], LabelChoice | None]


def share_label(scene: Scene) -> LabelChoice | None:
    """占全市的24%, 全市15.2%的地区生产总值, 办结率99.2%, 近半数销往东南亚; a rate keeps its own name."""
    quantity = scene.quantity
    if quantity.kind is not Kind.SHARE and not (quantity.value.form is Form.FRACTION and not quantity.unit):
        return None
    after = scene.after
    first: tuple[Rule, ...] = (_whole_before,) if after and after.attribute and after.noun not in {"份额", "比重", "比例"} else ()
    plain: tuple[Rule, ...] = (
        _told_share,
        _of_whole,
        subsidy_share,
        spent_share,
        _whole_before,
        _together,
        _halved,
        _rate,
        _rest_of_clause,
    )
    rules: tuple[Rule, ...] = (aid_share, given_share, *first, *plain)
    return with_whole(scene, next((choice for rule in rules if (choice := rule(scene)) is not None), None))


def _told_share(scene: Scene) -> LabelChoice | None:
    """这一比例还不到9%, 这三个数字变为38%、45%和17%: the share told last, of a list each its own."""
    if not _SAME_AGAIN.search(scene.passage.text[scene.clause_start : scene.quantity.start]):
        return None
    told = [choice for choice in scene.earlier if choice is not None and choice.kind is Kind.SHARE]
    if scene.quantity.group >= 0:
        size = 1 + max(q.place for q in scene.passage.quantities if q.group == scene.quantity.group)
        told = told[: len(told) - scene.quantity.place][-size:][scene.quantity.place :][:1] if len(told) >= size else []
    return scene.choose(told[-1].text, "share-again", scene.quantity.start, scene.quantity.end, told[-1].noun) if told else None


def _of_whole(scene: Scene) -> LabelChoice | None:
    """占全市的24%."""
    start = scene.start if scene.quantity.place <= 0 else scene.clause_start
    found = _OF_WHOLE.search(_DEGREES.sub("", _before_bracket(scene)), start)
    if found is not None and NUMBER in scene.passage.blanked[found.start() : scene.quantity.head] and scene.quantity.place > 0:
        found = None
    if found is None and scene.passage.text[scene.quantity.head - 1] == "的":
        found = _OF_COUNTED.search(scene.passage.blanked[: scene.quantity.head], scene.clause_start)
    if found is None and scene.quantity.place > 0:
        found = _shared_whole(scene)
    if found is None:
        return None
    whole = tidy(re.sub(rf"[{NUMBER}]", "", found["whole"]))
    whole = re.sub(r"的?(?:比重|比例|总量|总数)?$", "", whole) if not whole.startswith("总") else whole
    part, begin = _part(scene, found.start())
    if not whole:
        return _part_of_last(scene, part, begin)
    return scene.choose(f"{part}占{whole}比重" if part else f"占{whole}比重", "share", begin, scene.quantity.end, part)


def _before_bracket(scene: Scene) -> str:
    """The text up to the number, without a parenthesis right before it."""
    return re.sub(r"[（(][^（()）]*[)）]$", "", scene.passage.text[: scene.quantity.start])


def _shared_whole(scene: Scene) -> re.Match[str] | None:
    """分别占全市的三分之二和55%: the whole is written once."""
    first = scene.passage.quantities[scene.index - scene.quantity.place]
    return _OF_WHOLE.search(_DEGREES.sub("", scene.passage.text[: first.start]), scene.passage.sentence_of(scene.index).start)


def _part(scene: Scene, end: int) -> tuple[str, int]:
    """What is the part: the words before 占, else the metric told before; of a list each its own."""
    of_list = _part_of_list(scene, end) if scene.quantity.group >= 0 else None
    if of_list is not None:
        return of_list
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, end, scene.words)
    base = _base_before(scene, end)
    together = _ALL.search(scene.passage.text[scene.clause_start : end])
    listed = _last_listed(scene) if together else None
    if listed is not None:
        return _sum_of_list(scene, listed), listed.start
    if phrase is not None and len(tidy(phrase.text)) > 1:
        name = tidy(phrase.text)
        return (merge(base.text, name), base.start) if base is not None and name in scene.words.dependents else (name, phrase.start)
    limit = _LIMIT.search(scene.passage.text[scene.clause_start : end])
    if limit is not None:
        return tidy(limit["part"]), scene.clause_start + limit.start("part")
    if base is None:
        return "", end
    return _PACE.sub("", re.sub(r"占.*$", "", base.noun if base.kind is Kind.GROWTH else base.text)), base.start


def _part_of_list(scene: Scene, end: int) -> tuple[str, int] | None:
    """The part of a number that stands in a list: one for all, the amount or the member at its place."""
    own = _own_part(scene)
    if own is not None:
        return tidy(own.noun), own.start
    listed = _listed_part(scene)
    if listed is not None:
        return listed.noun if listed.kind is not Kind.LEVEL else listed.text, listed.start
    said, members = list_of(scene)
    if said is not None and members is not None and members.start >= scene.clause_start:
        return merge(members.names[scene.quantity.place], members.metric), members.start
    member = member_of(scene, end)
    return (member, end) if member else None


def _base_before(scene: Scene, end: int) -> LabelChoice | None:
    """What was told last before 占: not the whole that is counted (占全省129家企业的47%)."""
    base = scene.base
    if base is None or base.start < end:
        return base
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((choice for choice in told if choice is not None and choice.start < end and choice.kind is Kind.LEVEL), None)


def _last_listed(scene: Scene) -> LabelChoice | None:
    """The last member of the list that the sentence told, if it told one."""
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((choice for choice in told if choice is not None and choice.rule == "listed"), None)


def _sum_of_list(scene: Scene, last: LabelChoice) -> str:
    """产业产值合计 of a list of members: what all their labels end with."""
    texts = [choice.text for choice in scene.earlier if choice is not None and choice.rule == "listed" and choice.start == last.start]
    size = next((n for n in range(min(map(len, texts)), 0, -1) if len({text[-n:] for text in texts}) == 1), 0)
    return f"{last.text[-size:]}合计" if size >= 2 else f"{'、'.join(texts)}合计"


def _own_part(scene: Scene) -> Phrase | None:
    """外地企业 in 外地企业分别占两成和17%: one part that all numbers of the list are of; None for a list of parts."""
    found = re.search(
        r"(?:分别|依次|各)(?=[^、]*$)",
        scene.passage.blanked[scene.clause_start : scene.passage.quantities[scene.index - scene.quantity.place].head],
    )
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, scene.clause_start + found.start(), scene.words) if found else None
    noun = tidy(phrase.noun) if phrase else ""
    return phrase if len(noun) >= 2 and not re.search("[、和及与者]", noun) and noun not in scene.words.dependents else None


def member_of(scene: Scene, end: int) -> str:
    """The member of A、B和C分别 that stands at the number's place, if the list names as many as there are numbers."""
    size = 1 + max(q.place for q in scene.passage.quantities if q.group == scene.quantity.group)
    zone = scene.passage.blanked[scene.clause_start : end]
    zone = re.sub(r"(?:分别|依次|各自?)[^、]*$", "", zone)
    for pattern in (r"、", r"[、和及与]"):
        members = [tidy(member) for member in re.split(pattern, zone)]
        if len(members) == size and all(members):
            return members[scene.quantity.place]
    return ""


def _listed_part(scene: Scene) -> LabelChoice | None:
    """The label of the number at the same place of the list before (A2家、B11家，分别占…2/3和55%)."""
    size = 1 + max(q.place for q in scene.passage.quantities if q.group == scene.quantity.group)
    before = [
        choice
        for at in reversed(scene.passage.before_in_sentence(scene.index))
        if (choice := scene.earlier[at]) is not None and scene.passage.quantities[at].group != scene.quantity.group
    ]
    return before[-size:][scene.quantity.place] if len(before) >= size else None


def _part_of_last(scene: Scene, part: str, begin: int) -> LabelChoice | None:
    """其中出口占四成: of the metric just told; 其中长沙高新区占六成: that metric, of its owner."""
    base = _amount_told(scene)
    within = _within(scene)
    if part and within and (base is None or base.kind is not Kind.LEVEL or base.start < scene.clause_start):
        return scene.choose(f"{part}占{within}比重", "share", begin, scene.quantity.end, part)
    if base is None:
        return scene.choose(f"{part}占比", "share-of-last", begin, scene.quantity.end, part) if part else None
    beside = _SHARED_WHOLE.search(base.text) if base.kind is Kind.SHARE else None
    if beside:
        name = _part_beside(scene, part, base)
        return scene.choose(f"{name}{beside[0]}", "share-beside", begin, scene.quantity.end, name)
    name = re.sub(r"占.*$", "", base.noun if base.kind is Kind.GROWTH else base.text)
    if part.endswith("合计") and base.rule == "listed":
        return scene.choose(f"{part}占比", "share-sum", base.start, scene.quantity.end, part)
    if part and _RATIO.search(name):
        return scene.choose(f"{part}占比", "share-of-last", begin, scene.quantity.end, part)
    if part and part != name:
        return scene.choose(f"{part}占{name}比重", "share-of-last", base.start, scene.quantity.end, part)
    owner = base.owner
    whole = whole_by_value(scene, base)
    if whole is not None:
        return scene.choose(f"{name}占{whole.noun}比重", "share", whole.start, scene.quantity.end, name)
    if owner == scene.owners[scene.index]:
        return scene.choose(f"{name}占比", "share-of-last", base.start, scene.quantity.end, name)
    return scene.choose(f"{name}占{owner or '合计'}比重", "share-of-owner", base.start, scene.quantity.end, name)


def _amount_told(scene: Scene) -> LabelChoice | None:
    """营收8亿元，净利润增长一倍，出口占四成; 产值190亿元，占全市的四成，其中中成药占57%: the amount, not its growth or its own share."""
    base = scene.base
    of_them = "其中" in scene.passage.text[scene.clause_start : scene.quantity.head]
    if base is None or base.kind is Kind.LEVEL or (base.kind is Kind.SHARE and not (of_them and _SHARED_WHOLE.search(base.text))):
        return base
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((one for one in told if one and one.kind is Kind.LEVEL and one.rule not in {"difference", "streak", "duration"}), base)


def _part_beside(scene: Scene, part: str, base: LabelChoice) -> str:
    """上市企业 in 科技型企业占65%，上市企业占2.1%; the metric itself where only another owner is named (B区占34%)."""
    told = _SHARED_WHOLE.sub("", base.text)
    return told if not part or part == told or scene.owners[scene.index] != base.owner else part


def _whole_before(scene: Scene) -> LabelChoice | None:
    """全市15.2%的地区生产总值; 近80%的全国重点实验室."""
    after = scene.after
    if after is None or not after.noun:
        return None
    if not after.attribute:
        return _moved(scene)
    if scene.before is not None and _RATIO.search(tidy(scene.before.noun)):
        return None
    whole = _whole_of(scene)
    deed = after.verb_phrase if len(after.verb_phrase) <= 12 else ""
    did = _DID.fullmatch(deed)
    if did and not _MAKES.search(after.noun) and after.noun.endswith(scene.words.heads):
        name = f"{_DONE.sub('', deed, count=1)}的{after.noun}占比"
        return scene.choose(name, "share-whole-first", scene.quantity.head, after.end, after.noun)
    made = _MAKES.search(after.noun)
    noun, deed = (
        (after.noun[: made.start()], "")
        if made and made.start() >= 2
        else (after.noun, "" if _MAKES.match(deed) or _PLACED.match(deed) else deed)
    )
    name = f"{noun}{deed}占{whole}比重" if whole else f"{noun}{deed}占比"
    return scene.choose(name, "share-whole-first", scene.quantity.head, after.noun_end, noun)


def _whole_of(scene: Scene) -> str:
    zone = scene.passage.text[scene.start : scene.quantity.head]
    part_of = _OF_WHOLE.search(_DEGREES.sub("", scene.passage.text[: scene.quantity.start]), scene.start)
    if part_of and tidy(part_of["whole"]):
        return tidy(part_of["whole"])
    found = re.search(r"(?:全[市省国区县州球]|我国|世界|行业|国内)的?$", zone)
    if found:
        return tidy(found[0])
    for mention in scene.passage.mentions:
        near = scene.start <= mention.start and mention.end <= scene.quantity.head
        if (
            near
            and mention.kind in {MentionKind.PLACE, MentionKind.PARK}
            and not scene.passage.text[mention.end : scene.quantity.head].strip("的")
        ):
            return mention.text
    previous = scene.base
    told = _WHOLE_TOLD.search(previous.text) if previous is not None and previous.rule == "share-whole-first" else None
    if told is not None and (scene.start > scene.clause_start or _MADE.search(zone)):
        return told["whole"]
    following = re.search(
        r"(?:创造|贡献|实现|产出|完成|产生)了?(?P<whole>全[市省国区县]|[一-龥]{2,4}[省市县])[^，,。；;]{0,4}\d",
        scene.passage.text[scene.quantity.end : scene.quantity.end + 30],
    )
    return following["whole"] if following else ""


def _moved(scene: Scene) -> LabelChoice | None:
    """90%以上移动智能终端产品一级零部件实现了区内配套生产."""
    after = scene.after
    own = scene.before
    if after is None or (own is not None and len(tidy(own.noun)) >= 2) or after.noun in {"可", "能"}:
        return None
    return scene.choose(f"{after.noun}{after.verb_phrase}占比", "share-after", scene.quantity.start, after.end, after.noun)


def _rate(scene: Scene) -> LabelChoice | None:
    phrase = scene.before
    if phrase is None or len(tidy(phrase.noun)) < 2:
        return None
    name = phrase.verb + drop_examples(tidy(phrase.noun))
    if _REST.search(name) and scene.base is not None and scene.base.kind is Kind.SHARE and scene.after:
        return _rest(scene, phrase.start)
    among = _AMONG.fullmatch(name)
    if among and scene.after and (scene.after.noun or scene.after.verb_phrase):
        whole = f"{re.sub('^(?:进了|进入了?)', '进入', scene.after.noun + scene.after.verb_phrase)}的{among['whole']}占比"
        return scene.choose(whole, "share-among", phrase.start, scene.after.end, among["whole"])
    if name in scene.words.dependents and scene.base is not None:
        name = merge(scene.base.noun, name)
    elif _GIVES.fullmatch(name) and scene.base is not None:
        name = merge(_PULLS.sub("对", scene.base.noun) if _PULLS.search(scene.base.noun) else f"{scene.base.noun}对", name)
    elif (
        scene.base is not None
        and name.endswith("率")
        and len(name) <= 4
        and 2 <= len(scene.base.noun) <= len(name) + 1
        and scene.base.kind is Kind.LEVEL
        and not scene.words.forms.measure_end.search(scene.base.noun)
        and not scene.words.forms.bare_measure.fullmatch(scene.base.noun)
    ):
        name = merge(scene.base.noun, name)
    within = _within(scene)
    part = _BARE_SHARE.sub("", name)
    if within and part != name and len(part) > 1 and within not in name:
        return scene.choose(f"{part}占{within}比重", "rate", phrase.start, scene.quantity.end, part)
    name = merge(within, name)
    if re.fullmatch(r"(?:缩短|下降|降低|减少|提高|提升|增长|增加|压缩|节省|节约|上升)了?", name) and scene.base is not None:
        return scene.choose(
            merge(scene.base.noun, "降幅" if re.search("[短降减缩省约]", name) else ""),
            "rate-change",
            scene.base.start,
            scene.quantity.end,
            scene.base.noun,
        )
    if not _RATIO.search(name) and scene.after and scene.after.verb_phrase and not scene.after.noun:
        return scene.choose(f"{name}{scene.after.verb_phrase}占比", "rate", phrase.start, scene.quantity.end, name)
    return scene.choose(name, "rate", phrase.start, scene.quantity.end, name)


def _halved(scene: Scene) -> LabelChoice | None:
    """外销首次过半: more than half of something is its share, whatever it is called; a rate is one by name."""
    phrase, text = scene.before, scene.passage.text
    name = tidy(phrase.text) if phrase and (not phrase.verb or phrase.noun.endswith(scene.words.heads)) else ""
    if phrase is None or len(name) < 2 or _RATIO.search(name) or not _HALF.match(text, scene.quantity.head):
        return None
    return scene.choose(f"{name}占比", "rate", phrase.start, scene.quantity.end, name)


def _together(scene: Scene) -> LabelChoice | None:
    """石化、新材料两大产业合计占比接近七成: the members by name; a list told before by what its members share."""
    phrase = scene.before
    name = tidy(phrase.noun) if phrase else ""
    if phrase is None or not name.endswith("占比"):
        return None
    members = sum_share(scene)
    last = (
        _last_listed(scene)
        if not members and _ALL.search(scene.passage.text[scene.clause_start : phrase.end].removesuffix("占比"))
        else None
    )
    text = f"{members}占比" if members else f"{_sum_of_list(scene, last)}占比" if last else ""
    return scene.choose(text, "share-sum", phrase.start, scene.quantity.end, text) if text else None


def _rest(scene: Scene, start: int) -> LabelChoice | None:
    """产品70%出口欧美，其余30%供应国内市场: the rest of the same thing, and what becomes of it."""
    base, after = scene.base, scene.after
    doing = after.noun + after.verb_phrase if after else ""
    if base is None or not doing:
        return None
    noun = base.noun if not base.noun.endswith("占比") else ""
    return scene.choose(f"{noun}{doing}占比", "rate", start, scene.quantity.end, noun) if noun else None


def _within(scene: Scene) -> str:
    """技术合同成交额中，流向京外的比例: what the clause before says the share is of."""
    clauses = scene.passage.sentence_of(scene.index).clauses
    before = next((clause for clause in reversed(clauses) if clause.end <= scene.clause_start), None)
    if before is None or not re.search(r"[中里内][，,]$", scene.passage.text[before.start : before.end]):
        return ""
    counted = [
        at for at in scene.passage.before_in_sentence(scene.index) if before.start <= scene.passage.quantities[at].start < before.end
    ]
    if counted:
        told = scene.earlier[counted[0]]
        return told.text if told is not None and told.kind is Kind.LEVEL and len(told.text) <= 12 else ""
    phrase = phrase_before(scene.passage.blanked, before.start, before.end - 2, scene.words)
    return tidy(phrase.text) if phrase and len(tidy(phrase.text)) <= 12 else ""


def _rest_of_clause(scene: Scene) -> LabelChoice | None:
    """近半数销往东南亚: of what was told before."""
    after, base = scene.after, scene.base
    if after is None or not after.verb_phrase:
        return None
    rest = re.match(r"[^，,。；;]{2,24}", scene.passage.text[scene.quantity.tail :])
    name = merge(base.noun if base else "", tidy(rest[0]) if rest else after.verb_phrase)
    return scene.choose(f"{name}占比", "share-deed", base.start if base else scene.quantity.start, after.end, name)
