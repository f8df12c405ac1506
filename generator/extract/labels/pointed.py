"""前者, 后者, 前一个数字 and 两者: which of the two told before they mean.

The two are amounts with labels of their own (进口额32亿元，出口额54亿元), rivals (甲产业营收反超乙产业) or a pair named without a figure
(补位的是智能终端和机器人), whichever stands last before the 前者 of the sentence.
"""

import re
from dataclasses import replace

from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import NUMBER
from generator.model.claim import Kind

_FIRST, _SECOND = (f"{side}(?:者|一?[个项](?:数字|指标|数据)?)" for side in "前后")
_ANCHOR = re.compile(_FIRST)
_POINTER = re.compile(rf"^(?P<which>(?P<first>{_FIRST})|(?P<second>{_SECOND})|[两二三]者(?:分别|均|都)*(?:[两三]者)?)(?P<rest>.*)$")
_BOTH = re.compile(r"(?P<which>[两二]者)(?:分别|各自?|依次)?(?:[为达是有])?$")
_RIVALS = re.compile(
    r"(?P<first>[一-龥“”]{2,16}?)(?:首次|已|再次|第一次|连续)*(?:反超|赶超|超过|超越|超出|领先|高于|低于|多于|少于|追平|追上|逼近|大于|快于)了?"
    r"(?P<second>[一-龥“”]{2,14})[，,；;：:]"
)
_PAIR = re.compile(
    r"(?:^|(?<=[。；;！？])|[是为有即把对看靠：:，,])(?P<first>[^\W\d是为有即把对看靠的]{2,8})[和与](?P<second>[一-龥A-Za-z]{2,8}?)(?:两[大个][一-龥]{2,4}|这两[一-龥]{1,3}|是[^，,。；;]{2,12})?[，,：:；;]"
)
MEASURE = re.compile(r"(?:总?产值|营收|收入|投资额?|总额|[^总]额|总?量|利润|税收|面积|人数|产能|资金|订单|存栏|库存)$")
_AMOUNTS = re.compile(r"产值|营业收入|营收|销售收入|销售额|增加值|进出口|税收|投资")


def pointed(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with what it points to; rule `unnamed` where that is not told, the label itself where it points to nothing."""
    found = _POINTER.match(choice.text) or _both(scene)
    if found is None:
        return choice
    names = _the_two(scene)
    if len(names) < 2:
        base = scene.base
        same = base is not None and base.kind is scene.quantity.kind is Kind.GROWTH
        return _named(choice, base.text) if same and base else replace(choice, rule="unnamed")
    place = scene.quantity.place if scene.quantity.group >= 0 else -1
    said = found.groupdict()
    rest = said.get("rest") or ""
    rest = "" if rest.startswith(("分别", "均")) else rest
    name = names[0] if said.get("first") or place == 0 else names[1] if said.get("second") or place == 1 else "、".join(names)
    return _named(choice, merge(name, rest))


def _named(choice: LabelChoice, text: str) -> LabelChoice:
    return replace(choice, text=text, noun=without_turn(text))


def _both(scene: Scene) -> re.Match[str] | None:
    """两者分别为 before the first number of a list, where the later ones have no words of their own."""
    if scene.quantity.place <= 0:
        return None
    first = scene.passage.quantities[scene.index - scene.quantity.place]
    return _BOTH.search(scene.passage.text, scene.passage.clause_of(scene.index - scene.quantity.place).start, first.head)


def _the_two(scene: Scene) -> tuple[str, ...]:
    """The names of the two, in order; fewer where they are not told."""
    start = scene.passage.sentence_of(scene.index).start
    anchors = list(_ANCHOR.finditer(scene.passage.text, start, scene.quantity.head))
    end = anchors[-1].start() if anchors else scene.quantity.head
    told = _told(scene, end)
    return told if len(told) == 2 else _rivals(scene, start, end) or _pair(scene, start, end)


def _told(scene: Scene, end: int) -> tuple[str, ...]:
    """The last two amounts before `end` that have names of their own."""
    before = [at for at in reversed(scene.passage.before_in_sentence(scene.index)) if scene.passage.quantities[at].start < end]
    names = [label.text for at in before if (label := scene.earlier[at]) is not None and label in scene.listed_before]
    return tuple(without_turn(name) for name in names if not _POINTER.match(name))[-2:]


def _rivals(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """甲产业营收首次反超乙产业: 甲产业营收, 乙产业营收."""
    found = _RIVALS.search(scene.passage.text, start, end)
    metric = MEASURE.search(found["first"]) if found else None
    if found is None or metric is None:
        return ()
    second = tidy(found["second"])
    return tidy(found["first"]), second if MEASURE.search(second) else second + metric[0]


def _pair(scene: Scene, start: int, end: int) -> tuple[str, ...]:
    """智能终端产值, 机器人产值 of 补位的是智能终端和机器人: a pair no figure parts from `end`, with the one amount the text speaks of.

    A share names its amount itself (前者产值占全市的24%).
    """
    found = next(reversed(list(_PAIR.finditer(scene.passage.text, start, end))), None)
    if found is None or NUMBER in scene.passage.blanked[found.end() : end]:
        return ()
    if scene.quantity.kind is Kind.SHARE:
        return tidy(found["first"]), tidy(found["second"])
    if not scene.quantity.unit.endswith("元"):
        return ()
    spoken = set(_AMOUNTS.findall(scene.passage.text[: scene.quantity.start]))
    return tuple(tidy(found[name]) + amount for amount in spoken for name in ("first", "second")) if len(spoken) == 1 else ()


__all__ = ["pointed"]
