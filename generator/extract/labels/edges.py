"""The edges of a label: no letter cut off a word, no function word hanging on.

A step of its own after the rules, because whatever rule cut the words, “效发明专利” and “打算把冷库容积” read alike. What is a word, the
dictionary says; what belongs to no name, `labels.openers` and `labels.closers` say: closed classes, not the verbs of some text.
"""

import re
from dataclasses import replace

from generator.extract.labels.parts import split_turn
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import BLANKS
from generator.model.claim import Kind

_SHORTEST_RANKING = 6
_STATES = "已拟在"  # 已投项目, 在建厂房: with a verb of one letter they say which
_SPAN = re.compile(
    r"^(?:头|前|近|最近|未来)?(?:[两二三四五六七八九十]|\d+)(?:年|个月|天)(?:之?内|间|来|里)?(?![后前]|[一-龥]{1,5}[率额量值比费期命]$)(?=[一-龥“]{3})"
)
_EXAMPLES = re.compile(r"^[^、等]{2,12}(?:、[^、等]{2,12})+等(?![地国省市区])(?=[^的占]{3,})")  # 电机、控制板等|关键部件的本地配套率
_CAN = re.compile(
    r"(?<=每[天年月日周人台吨件]|小时|分钟)(?:可以|能够|能(?![耗源效量])|可(?!再)|要(?!素))(?=[一-龥]{2})"
)  # 每小时|能|卸集装箱
_INNER_VERB = re.compile(
    r"(?:(?<=产业)|(?<=产业链)|(?<=集群)|(?<=行业))(?:现|已)*(?:集聚|聚集|汇聚|云集|拥有|集结)了?(?![区地基平中效])(?=[一-龥]{2})"
)


def trim(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with whole words at both ends; as it was where less than two letters would be left."""
    core, end = split_turn(choice.text)
    if choice.kind in {Kind.SHARE, Kind.GROWTH}:
        core = _EXAMPLES.sub("", core)
    whole = _closed(scene, _spoken(scene, _opened(scene, _completed(scene, choice, core))))
    if (inner := _INNER_VERB.search(whole)) is not None:
        left, right = whole[: inner.start()], whole[inner.end() :]
        whole = right if right.startswith(left[:2]) else left + right
    if choice.kind is Kind.RANK:
        whole = _without_verb(scene, whole)
    if whole.count("“") != whole.count("”"):
        whole = whole.replace("“", "").replace("”", "")
    if whole + end == choice.text or len(whole) < 2:
        return choice
    noun = choice.noun if choice.noun != core and choice.noun in whole else whole
    return replace(choice, text=whole + end, noun=noun)


def _completed(scene: Scene, choice: LabelChoice, core: str) -> str:
    """有|效发明专利: with the letter before that makes its first letter a word, if the label's own first letters are none."""
    text = scene.passage.text
    at = text.find(core, choice.start, choice.end)
    if at <= 0 or core[0] == "有" or scene.passage.blanked[at - 1] in BLANKS:
        return core
    if _begins_word(scene, core) or _is_word(scene, text[max(0, at - 2) : at]):
        return core
    if text[at - 1] in _STATES and _is_word(scene, core[1:3]):
        return text[at - 1] + core
    return text[at - 1] + core if _is_word(scene, text[at - 1] + core[0]) and _begins_word(scene, core[1:]) else core


def _opened(scene: Scene, core: str) -> str:
    """打算把|冷库容积, 里|水面, 头三年|利息: without what only leads to the name."""
    core = _SPAN.sub("", core)
    while found := _opener(scene, core):
        core = core[found:].lstrip("的")
    return core


def _opener(scene: Scene, core: str) -> int:
    """How many letters at the head only lead to the name; one letter that begins a word is none of them (中欧班列把|运输时间)."""
    for pattern in (scene.words.opener, scene.words.shifter):
        found = pattern.match(core)
        if found and len(core) - found.end() >= 2 and not (found.end() == 1 and _begins_word(scene, core)):
            return found.end()
    return 0


def _spoken(scene: Scene, core: str) -> str:
    """亩均税收|也涨, 测试报告|就|写: without the adverbs that link a name to its verb, and a verb of one letter after them."""
    for found in reversed(list(scene.words.spoken.finditer(core, 2))):
        at, end = found.span()
        around = (core[at - 1 : at + 1], core[at : at + 2], core[at - 2 : at + 1])
        if end - at == 1 and any(_is_word(scene, text) for text in around):
            continue
        if core.count("“", 0, at) != core.count("”", 0, at):
            continue
        core = core[:at] + (core[end:] if len(core) - end > 1 else "")
    return _CAN.sub("", core)


def _without_verb(scene: Scene, core: str) -> str:
    """闯进|国家高新区综合评价排名: the verb leads to the place and is none of the ranking's words."""
    verb = scene.words.rank_opener.match(core)
    return core[verb.end() :] if verb and len(core) - verb.end() >= _SHORTEST_RANKING else core


def _closed(scene: Scene, core: str) -> str:
    """出口交货值|虽, 良率|已爬: without what only leads on to the number."""
    while not core.endswith(scene.words.heads) and (found := scene.words.closer.search(core)) and found.start() >= 2:
        if len(core) - found.start() == 1 and (_is_word(scene, core[-2:]) or _is_word(scene, core[-3:])):
            return core
        core = core[: found.start()]
    return core


def _begins_word(scene: Scene, text: str) -> bool:
    return _is_word(scene, text[:2]) or _is_word(scene, text[:3])


def _is_word(scene: Scene, text: str) -> bool:
    return len(text) > 1 and text in scene.words.common


__all__ = ["trim"]
