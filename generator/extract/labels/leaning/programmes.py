"""The programme that an article is about, “先用后转”, “科创贷”: a term in quotation marks that it repeats.

What a paragraph tells after naming it is the programme's, and a bare label (促成转化118项) does not say so. No company's, no title's quoted
name counts (专精特新“小巨人”企业), and none that stands once: such quotation marks only stress a word.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.extract.labels.parts import quoted_run, without_turn
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_QUOTED = re.compile(r"“(?P<name>[^“”，。；、！？\d]{2,8})”(?!企业|公司|园区|高新区|[一-龥]{0,4}(?:称号|荣誉|奖))")
_BROUGHT = re.compile(
    r"(?:推出|推行|实行|施行|首创|开行|开通|上线|设立|建立|创设|创立|启动|试行|试点|升级为?|改为|实施|组建|成立|开设|打造|编成)(?:了|出|的)?[^“”，,。；;：:！？\d]{0,8}$"
)
_WORKING = re.compile(
    r"(?P<name>“[^“”，。；！？\d]{2,12}”)[一-龥]{0,4}(?:专窗|窗口|试点|改革|业务|机制|模式|制度)[，,]?(?=[已累将把受办启开实共运推为帮])"
)  # “开工一件事”专窗|将申报材料由23份
_NO_PROGRAMME = re.compile(
    "(?:[加减乘除]法|[谷道城港都岛湾镇园地量度率值]|链主|名片|引擎|龙头|北上|南下|出海)$"
)  # a place's nickname, a measure, a role
_PAPER = re.compile("(?<=..)(?:券|贷|险|卡|码)$")
_GOT = re.compile("^(?:拿到|获得|得到|取得|收到|获)(?=贷款)")
_LENT = re.compile("(?:贷款|放款|放贷|授信)$")
_LONGEST = 7
_LONGEST_WORK = 12  # letters of what a programme is said to do
_BRIEF = 5
_RATE = re.compile("[一-龥]{1,4}率")
_INTEREST = re.compile("利息|贴息")
_EACH = re.compile("每.{1,9}")
_CHANGED = re.compile("(?P<name>“[^“”，。；]{2,10}”)(?:由|从)[^，,。；;]{0,20}$")  # “一业一证”由25个行业扩大到60个
_SETTLED = frozenset({"rank", "scale", "unnamed", "last", "streak", "attribute-of-owner", "compared", "ratio"})


def find_programmes(texts: Iterable[str]) -> frozenset[str]:
    """The terms in quotation marks that the texts of an article name twice or more, or once if they are a voucher's, a loan's or the like.

    >>> sorted(find_programmes(["“先用后转”跑通了。", "园区推出“先用后转”，做“减法”。", "“中国钛谷”有“中国钛谷”的底气。"]))
    ['先用后转']
    """
    counts = Counter(match["name"] for text in texts for match in _QUOTED.finditer(text))
    return frozenset(name for name, times in counts.items() if _PAPER.search(name) or (times > 1 and not _NO_PROGRAMME.search(name)))


def with_programme(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the programme before it whose work it tells, or that its paragraph has named where the label says too little.

    It is lent to the park's own figures alone.
    """
    core = without_turn(choice.text)
    own = choice.rule.partition("+")[0] not in _SETTLED and "“" not in core and scene.at_home
    if own and scene.quantity.kind is Kind.LEVEL and len(core) <= _LONGEST_WORK and (name := _at_work(scene, core)):
        return _prefixed(choice, name)
    rate = scene.quantity.kind is Kind.SHARE and (_RATE.fullmatch(core) or _INTEREST.search(core))
    short = len(core) <= _LONGEST or _EACH.fullmatch(core) or rate
    if not own or not short or not (scene.quantity.kind is Kind.LEVEL or rate):
        return choice
    changed = _CHANGED.search(scene.passage.text[: scene.quantity.start], scene.clause_start) if choice.rule == "turn" else None
    if changed:
        return _prefixed(choice, changed["name"])
    told = _of_paper(scene, core) if len(core) <= _BRIEF or rate or _LENT.search(core) else ""
    if told and told.strip("“”") not in core:
        return _prefixed(replace(choice, text=_GOT.sub("", choice.text)), told)
    if rate or (not choice.rule.endswith("+about") and scene.words.is_metric(core, scene.quantity.unit, scene.quantity.kind)):
        return choice
    name = _named_before(scene, brief=len(core) <= _BRIEF)
    return _prefixed(choice, name if name.strip("“”") not in core else "")


def _at_work(scene: Scene, core: str) -> str:
    """“开工一件事” of “开工一件事”专窗将申报材料由23份减到9份: the programme whose work the sentence tells, up to another subject.

    Nothing where the label has the name's last word already: 各配一名秘书的项目 of “项目秘书”.
    """
    zone = scene.passage.blanked[: scene.quantity.start]
    found = list(_WORKING.finditer(zone, scene.passage.sentence_of(scene.index).start))
    if not found or SUBJECT in zone[found[-1].end() :] or found[-1]["name"][-3:-1] in core:
        return ""
    return quoted_run(zone, found[-1].end("name"))


def _prefixed(choice: LabelChoice, name: str) -> LabelChoice:
    """The label with a name before it, or itself where there is no name."""
    return replace(choice, text=name + choice.text, rule=f"{choice.rule}+programme") if name else choice


def _of_paper(scene: Scene, core: str) -> str:
    """The loan or voucher that the sentence has named, where no other owner stands between: 推出“技改贷”，最高授信3000万元，利率2.1%.

    For an amount that is lent it may be the sentence before.
    """
    sentences, own = scene.passage.sentences, scene.passage.sentence_of(scene.index)
    before = sentences[max(0, sentences.index(own) - 1)] if _LENT.search(core) else own
    zone = scene.passage.blanked[: scene.quantity.start]
    found = [match for match in _QUOTED.finditer(zone, before.start) if _PAPER.search(match["name"])]
    if not found or SUBJECT in zone[found[-1].end() :]:
        return ""
    return quoted_run(zone, found[-1].end("name") + 1)


def _named_before(scene: Scene, *, brief: bool) -> str:
    """The programme that the sentence, or the one before, has named last; for a brief label one that the sentence has just brought in."""
    sentences = scene.passage.sentences
    here = sentences.index(scene.passage.sentence_of(scene.index))
    start = sentences[max(0, here - 1)].start
    text, own = scene.passage.text, sentences[here].start
    found = reversed(list(_QUOTED.finditer(text, start, scene.quantity.start)))
    known = (
        quoted_run(text, one.end("name") + 1)
        for one in found
        if one["name"] in scene.passage.programmes or (brief and _BROUGHT.search(text, own, one.start()))
    )
    return next(known, "")


__all__ = ["find_programmes", "with_programme"]
