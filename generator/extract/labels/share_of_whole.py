"""Shares told with 占: the part before it, the whole after it, each of a list its own."""

import re
from dataclasses import replace

from generator.extract.labels.listed import list_of
from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import Phrase, phrase_before, tidy
from generator.extract.labels.references import references_of
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.share_of_last import part_among, part_of_last
from generator.extract.labels.share_sums import ALL, last_listed, sum_of_list
from generator.extract.passage import NUMBER
from generator.model.claim import Kind

_TAKES = "占(?!有率|比|地(?!区|方)|用(?![电水能气工地]))"  # 占用电总量的31%, 占地区生产总值的5%
_WHOLE_WORDS = (
    r"(?:了|到|据|有|全部)?(?P<whole>[^，,。；;、\d%％]*?)"
    r"(?:的?(?:比重|比例|比率|份额)(?:[^，,。；;占\d]{1,9}(?=达到?$|超过$|[升增降]至$|(?:保持|稳定|维持|控制)在$|(?:提高|上升|提升|下降)[到至]$)|(?:提前[一-龥]{1,3}|长期|始终|一直|[要需应将]|力争|有望|预计|已经)+(?=$))?|总[量数]的?(?:比重|比例))?的?(?:首次|分别|依次|已|约|将|仅|只|也|均|又|还|则|却|高|多|各)*(?:超过|达到?|为|是|突破|近|(?:逐[年月季步]|快速|稳步|持续|一路)?(?:提高|提升|上升|攀升|跃升|扩大|增加|回升|下降|降低|回落|[升增降稳保])(?:[到至为]|定在|持在))?$"
)
OF_WHOLE = re.compile(_TAKES + _WHOLE_WORDS)
_OF_COUNTED = re.compile(rf"{_TAKES}(?P<whole>[^，,。；;、]*?[{NUMBER}]+[^，,。；;、{NUMBER}]+)的$")
DEGREES = re.compile(r"(?:不到|不足|超过|接近|大约|将近|仅|约|近|超|逾|达到?|突破)+$")
_LIMIT = re.compile(r"(?:其中|^)(?P<part>[^，,。；;]{1,12}?(?:以上|以下|以内)[^，,。；;占]{0,6}?)的?$")
_LEADS_ON = re.compile("(?<=[一-龥]{2})(?:更是|更|约|已|也|还|仍然?|依然|却|均|都|则|就)+$")  # 利润更是|占了全行业的68%
_WHAT_TAKES = re.compile("(?<![究场出易务])所$")  # 初级产品所|占的比重, but 研究所|占三成
_TOTALS = frozenset({"总量", "总额", "总值", "规模"})
_BUT = re.compile("^(?:但是?|而(?!且)|不过|且|然而)(?=..)")
_EACH = re.compile("(?:分别|依次|各)(?:约)?$")
_WHOLES = re.compile(
    _TAKES + r"(?P<list>[^，,。；;\d占]{3,40}?)(?:的?(?:比重|比例|份额))?的?(?:分别|依次|各)?(?:约|近|超过?|达到?|为|是)*$"
)
_OF = re.compile(_TAKES)
_OWN = re.compile("^(?:该园?区|我们|我区|本园?区)的?(?=..)")  # of whom it is told anyway
_PACE = re.compile(r"(?:增速|增幅|降幅|涨幅)$")


def of_whole(scene: Scene) -> LabelChoice | None:
    """占全市的24%."""
    each = _of_each(scene)
    if each is not None:
        return each
    start = scene.start if scene.quantity.place <= 0 else scene.clause_start
    found = OF_WHOLE.search(DEGREES.sub("", _before_bracket(scene)), start)
    if found is not None and NUMBER in scene.passage.blanked[found.start() : scene.quantity.head] and scene.quantity.place > 0:
        found = None
    if found is None and scene.passage.text[scene.quantity.head - 1] == "的":
        found = _OF_COUNTED.search(scene.passage.blanked[: scene.quantity.head], scene.clause_start)
    if found is None and scene.quantity.place > 0:
        found = _shared_whole(scene)
    if found is None:
        return None
    whole = tidy(_OWN.sub("", re.sub(rf"[{NUMBER}]", "", found["whole"])))
    whole = re.sub(r"的?(?:比重|比例|(?<!用.)总量|总数)?$", "", whole) if not whole.startswith("总") else whole
    part, begin = _part(scene, min(found.start(), scene.quantity.head))
    if not whole:
        return part_among(scene, part, begin) or part_of_last(scene, part, begin)
    return scene.choose(f"{part}占{whole}比重" if part else f"占{whole}比重", "share", begin, scene.quantity.end, part)


def _of_each(scene: Scene) -> LabelChoice | None:
    """产量分别占全省、全国的12%和3%: one part of several wholes."""
    quantities, place = scene.passage.quantities, scene.quantity.place
    if scene.quantity.group < 0:
        return None
    size = 1 + max(one.place for one in quantities if one.group == scene.quantity.group)
    first = scene.index - place
    found = _WHOLES.search(scene.passage.text[: quantities[first].head], scene.clause_start)
    names = references_of(found["list"], size) if found else ()
    if found is None or not names:
        return None
    said = _EACH.search(scene.passage.text[scene.clause_start : found.start()])
    end = scene.clause_start + said.start() if said else found.start()
    opening = replace(scene, index=first, earlier=scene.earlier[:first])
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, end, scene.words) if end > scene.clause_start else None
    base = opening.base
    part, start = (tidy(phrase.text), phrase.start) if phrase else (_amount_of(base), base.start) if base else ("", end)
    part = (member_of(scene, end) if re.search("[、和及与]", part) else "") or part
    return scene.choose(f"{part}占{names[place]}比重", "share", start, scene.quantity.end, part) if part else None


def _before_bracket(scene: Scene) -> str:
    """The text up to the number, without a parenthesis right before it."""
    return re.sub(r"[（(][^（()）]*[)）]$", "", scene.passage.text[: scene.quantity.start])


def _shared_whole(scene: Scene) -> re.Match[str] | None:
    """分别占全市的三分之二和55%: the whole is written once."""
    first = scene.passage.quantities[scene.index - scene.quantity.place]
    return OF_WHOLE.search(DEGREES.sub("", scene.passage.text[: first.start]), scene.passage.sentence_of(scene.index).start)


def _part(scene: Scene, end: int) -> tuple[str, int]:
    """What is the part: the words before 占, else the metric told before; of a list each its own."""
    of_list = _part_of_list(scene, end) if scene.quantity.group >= 0 else None
    if of_list is not None:
        return of_list
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, end, scene.words)
    base = _base_before(scene, end)
    together = ALL.search(scene.passage.text[scene.clause_start : end])
    listed = last_listed(scene) if together else None
    if listed is not None:
        return sum_of_list(scene, listed), listed.start
    if phrase is not None and len(tidy(phrase.text)) > 1:
        name = _WHAT_TAKES.sub("", _BUT.sub("", _LEADS_ON.sub("", tidy(phrase.text))))
        if base is not None and (name in scene.words.dependents or name in _TOTALS):
            amount = base.noun if base.kind is Kind.GROWTH else _amount_of(base)
            return amount if name in _TOTALS and amount.endswith(("额", "量", "值")) else merge(amount, name), base.start
        return name, phrase.start
    limit = _LIMIT.search(scene.passage.text[scene.clause_start : end])
    if limit is not None:
        return tidy(limit["part"]), scene.clause_start + limit.start("part")
    if base is None or base.text.startswith(("从", "由")):
        return "", end
    return _PACE.sub("", re.sub(r"占.*$", "", base.noun if base.kind is Kind.GROWTH else base.text)), base.start


def _amount_of(base: LabelChoice) -> str:
    """实际使用外资 of 实际使用外资占年度目标比重, 获投企业 of 获投企业数量占全省比重: what 总量 and 金额 belong to."""
    text = re.sub("(?:占|相当于).*$", "", without_turn(base.text)) or base.noun
    return re.sub("(?<=[一-龥]{2})(?:数量|总数)$", "", text)


def _part_of_list(scene: Scene, end: int) -> tuple[str, int] | None:
    """The part of a number that stands in a list: one for all, the amount or the member at its place."""
    own = _own_part(scene)
    if own is not None:
        return tidy(own.noun), own.start
    said, members = list_of(scene)
    if said is not None and members is not None and members.start >= scene.clause_start:
        return merge(members.names[scene.quantity.place], members.metric), members.start
    listed = _listed_part(scene)
    if listed is not None:
        return listed.noun if listed.kind is not Kind.LEVEL else listed.text, listed.start
    member = member_of(scene, end)
    return (member, end) if member else None


def _base_before(scene: Scene, end: int) -> LabelChoice | None:
    """What was told last before 占: not the whole that is counted (占全省129家企业的47%)."""
    base = scene.base
    if base is None or base.start < end:
        return base
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    return next((choice for choice in told if choice is not None and choice.start < end and choice.kind is Kind.LEVEL), None)


def _own_part(scene: Scene) -> Phrase | None:
    """外地企业 in 外地企业分别占两成和17%, or 占全区的比重分别为: one part that all numbers are of; None for a list of parts."""
    start, first = scene.clause_start, scene.passage.quantities[scene.index - scene.quantity.place]
    found = re.search(r"(?:分别|依次|各)(?=[^、]*$)", scene.passage.blanked[start : first.head])
    end = start + found.start() if found else start
    of = _OF.search(scene.passage.text, start + 1, end)
    phrase = phrase_before(scene.passage.blanked, start, of.start() if of else end, scene.words) if found else None
    noun = tidy(phrase.noun) if phrase else ""
    if noun.startswith("占"):
        return None
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


__all__ = ["DEGREES", "OF_WHOLE", "member_of", "of_whole"]
