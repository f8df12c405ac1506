"""Labels of shares: what part, of what whole."""

import re
from collections.abc import Callable

from generator.extract.labels.phrases import drop_examples, phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import NUMBER
from generator.extract.tokens import MentionKind
from generator.model.claim import Kind
from generator.model.quantity import Form

_OF_WHOLE = re.compile(
    r"占(?!有率|比|地|用)(?:了|到|据|有|全部)?(?P<whole>[^，,。；;、\d%％]*?)(?:的?(?:比重|比例|比率|份额)|总[量数]的?(?:比重|比例))?的?(?:首次|已|约|将|仅|只|也|均|又|还)*(?:超过|达到?|为|是|升至|提高到|提升至|增至|降至|突破|近)?$"
)
_SAME_AGAIN = re.compile(
    r"(?:这|该|此|上述)(?:一|[两二三四五\d]+[个项]?)?(?:比例|比重|占比|数字|数据|指标|份额)(?:分别|预计|将|还|已|也|则|又|仅|只)*(?:变为|为|是|达到?|升至|增至|降至|提高到|提升至|不到|超过)?[^，,。；;]{0,20}$"
)
_OF_COUNTED = re.compile(rf"占(?!有率|比|地|用)(?P<whole>[^，,。；;、]*?[{NUMBER}]+[^，,。；;、{NUMBER}]+)的$")
_DEGREES = re.compile(r"(?:不到|不足|超过|接近|大约|将近|仅|约|近|超|逾|达到?|突破)+$")
_RATIO = re.compile(r"(?:率|占比|比重|比例|强度|份额|浓度|程度|度)$")
_BY_PART = re.compile(r"按照?(?P<cost>[^，,。；;]{2,24}?)的?(?:最高|最多)?(?:不超过)?$")


Rule = Callable[[Scene], LabelChoice | None]


def share_label(scene: Scene) -> LabelChoice | None:
    """占全市的24%, 全市15.2%的地区生产总值, 办结率99.2%, 近半数销往东南亚; a rate keeps its own name."""
    quantity = scene.quantity
    if quantity.kind is not Kind.SHARE and not (quantity.value.form is Form.FRACTION and not quantity.unit):
        return None
    after = scene.after
    first: tuple[Rule, ...] = (_whole_before,) if after and after.attribute and after.noun not in {"份额", "比重", "比例"} else ()
    rules: tuple[Rule, ...] = (*first, _told_share, _of_whole, _granted_part, _whole_before, _rate, _rest_of_clause)
    for rule in rules:
        choice = rule(scene)
        if choice is not None:
            return choice
    return None


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


def _granted_part(scene: Scene) -> LabelChoice | None:
    """按包车费用的50%给予补贴: the subsidy as part of the cost."""
    found = _BY_PART.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    return scene.choose(f"补贴占{tidy(found['cost'])}比例", "granted-part", found.start("cost"), scene.quantity.end) if found else None


def _shared_whole(scene: Scene) -> re.Match[str] | None:
    """分别占全市的三分之二和55%: the whole is written once."""
    first = scene.passage.quantities[scene.index - scene.quantity.place]
    return _OF_WHOLE.search(_DEGREES.sub("", scene.passage.text[: first.start]), scene.passage.sentence_of(scene.index).start)


def _part(scene: Scene, end: int) -> tuple[str, int]:
    """What is the part: the words before 占, else the metric told before; of a list each its own."""
    if scene.quantity.group >= 0:
        listed = _listed_part(scene)
        if listed is not None:
            return listed.noun if listed.kind is not Kind.LEVEL else listed.text, listed.start
    if scene.quantity.group >= 0:
        member = member_of(scene, end)
        if member:
            return member, end
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, end, scene.words)
    base = scene.base
    if phrase is not None and len(tidy(phrase.text)) > 1:
        name = tidy(phrase.text)
        return (merge(base.text, name), base.start) if base is not None and name in scene.words.dependents else (name, phrase.start)
    if base is None:
        return "", end
    return re.sub(r"占.*$", "", base.noun if base.kind is Kind.GROWTH else base.text), base.start


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
    base = scene.base
    if base is None:
        return scene.choose(f"{part}占比", "share-of-last", begin, scene.quantity.end, part) if part else None
    name = re.sub(r"占.*$", "", base.noun if base.kind is Kind.GROWTH else base.text)
    if part and part != name:
        return scene.choose(f"{part}占{name}比重", "share-of-last", base.start, scene.quantity.end, part)
    owner = base.owner
    if owner == scene.owners[scene.index]:
        wholes = [choice.noun for choice in scene.listed_before if choice.text != base.text]
        return scene.choose(f"{name}占{wholes[-1]}比重" if wholes else f"{name}占比", "share-of-last", base.start, scene.quantity.end, name)
    return scene.choose(f"{name}占{owner}比重", "share-of-owner", base.start, scene.quantity.end, name)


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
    name = f"{after.noun}{deed}占{whole}比重" if whole else f"{after.noun}{deed}占比"
    return scene.choose(name, "share-whole-first", scene.quantity.head, after.noun_end, after.noun)


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
    if previous is not None and previous.rule == "share-whole-first" and "占" in previous.text and scene.start > scene.clause_start:
        return previous.text.split("占")[-1].removesuffix("比重")
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
    if name in scene.words.dependents and scene.base is not None:
        name = merge(scene.base.noun, name)
    elif name.endswith("贡献率") and scene.base is not None:
        name = merge(f"{scene.base.noun}对", name)
    elif (
        scene.base is not None
        and name.endswith("率")
        and len(name) <= 4
        and 2 <= len(scene.base.noun) <= len(name) + 1
        and scene.base.kind is Kind.LEVEL
    ):
        name = merge(scene.base.noun, name)
    name = merge(_within(scene), name)
    if re.fullmatch(r"(?:缩短|下降|降低|减少|提高|提升|增长|增加|压缩|节省|节约|上升)了?", name) and scene.base is not None:
        return scene.choose(
            merge(scene.base.noun, "降幅" if re.search("[短降减缩省约]", name) else ""),
            "rate-change",
            scene.base.start,
            scene.quantity.end,
            scene.base.noun,
        )
    if not _RATIO.search(name) and scene.after and scene.after.verb_phrase and not scene.after.noun:
        name = f"{name}{scene.after.verb_phrase}占比"
    return scene.choose(name, "rate", phrase.start, scene.quantity.end, name)


def _within(scene: Scene) -> str:
    """技术合同成交额中，流向京外的比例: what the clause before says the share is of."""
    clauses = scene.passage.sentence_of(scene.index).clauses
    before = next((clause for clause in reversed(clauses) if clause.end <= scene.clause_start), None)
    if before is None or not re.search(r"[中里内][，,]$", scene.passage.text[before.start : before.end]):
        return ""
    phrase = phrase_before(scene.passage.blanked, before.start, before.end - 2, scene.words)
    return tidy(phrase.noun) if phrase and len(tidy(phrase.noun)) <= 12 else ""


def _rest_of_clause(scene: Scene) -> LabelChoice | None:
    """近半数销往东南亚: of what was told before."""
    after, base = scene.after, scene.base
    if after is None or not after.verb_phrase:
        return None
    rest = re.match(r"[^，,。；;]{2,24}", scene.passage.text[scene.quantity.tail :])
    name = merge(base.noun if base else "", tidy(rest[0]) if rest else after.verb_phrase)
    return scene.choose(f"{name}占比", "share-deed", base.start if base else scene.quantity.start, after.end, name)
