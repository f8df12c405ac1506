"""Labels of measures right before the thing they measure: 15公里示范道路, 10万吨级泊位, 租下1200平方米厂房, 供应了430吨钛丝.

A step of its own, because such a thing is not counted: the number says how long or how large it is, or how much of it there is.
"""

import re

from generator.extract.labels.deeds import deed_of
from generator.extract.labels.phrases import Phrase
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.sized import size_of
from generator.extract.labels.things import is_countable, thing_after

AREA_UNITS = re.compile(r"(?:亩|平方公里|平方米|公顷|平米|㎡)$")
OBJECT_UNITS = re.compile(r"(?:吨|公里|千瓦|千伏|伏|亩|米|辆|克|升|度|瓦|小时|时|TEU|标箱|W|Wh|V|码)$")
_APART = re.compile("[以之]?[外内]|半径|范围")  # 300公里外的电站
_PLACE = re.compile(r"[一-龥]{2}[区园城谷带廊港湾镇岛]$")
_OFF, _LENGTH = re.compile("[以之]?外的?"), re.compile("(?:公里|千米|米|海里|里)$")
_GRADED = re.compile("级(?:及?以上|以下)?的?(?P<thing>.{2,})")  # 10万吨级|泊位
_TAKEN = re.compile("(?:[租划辟拿腾让征盘买圈借启占][下出用]|[续转再]租|(?P<state>[在拟待续新][建售租])的)了?(?:约|近|超)?$")
_PLOT = re.compile("(?P<plot>土地|用地|净地|空间|厂房|车间|仓库|楼宇|场地|载体)(?=[一-龥]{4})")
_OF_THEM = re.compile("其中(?:的|已有|有)?$")
_BARE = 2  # letters: 厂房, 土地
_LONGEST_OBJECT = 10


def measures_thing(scene: Scene) -> bool:
    """约15公里无人驾驶示范道路, 政府出资的5亿元天使基金: a measure right before a thing is the thing's."""
    after = thing_after(scene)
    place = after is not None and AREA_UNITS.search(scene.quantity.unit) and _PLACE.search(after.noun)
    if after is None or not after.noun or after.attribute or not (place or after.noun.endswith(scene.words.heads)):
        return False
    return bool(OBJECT_UNITS.search(scene.quantity.unit)) or scene.passage.text[: scene.quantity.head].endswith("的")


def measured_after(scene: Scene) -> LabelChoice | None:
    """500万元贷款; 800千瓦太阳能光伏发电项目 (装机容量); 10万吨级泊位 (吨级); 租下1200平方米厂房 (租下厂房面积)."""
    after = thing_after(scene)
    if after is None or len(after.noun) < _BARE:
        return None
    graded = _GRADED.match(after.noun) if scene.quantity.unit.endswith("吨") else None
    if graded:
        return scene.choose(f"{graded['thing']}吨级", "measured-after", scene.quantity.start, after.noun_end, graded["thing"])
    if _LENGTH.search(scene.quantity.unit) and _OFF.match(scene.passage.text, scene.quantity.tail):
        return scene.choose(f"与{after.noun}距离", "distance", scene.quantity.start, after.noun_end)
    noun = plot_of(scene, after.noun)
    size = extent_of(scene, noun)
    deed = "" if size or scene.quantity.unit.endswith("元") else deed_of(after.verb_phrase, noun)
    name = f"{_taken(scene, noun)}{merge(noun, size)}" if size else f"{deed}{noun}"
    return scene.choose(name, "measured-after", scene.quantity.start, after.noun_end, noun)


def plot_of(scene: Scene, noun: str) -> str:
    """土地 of 划出800亩土地建设产业园: a plot without what it is for; any other thing as it is."""
    found = _PLOT.match(noun) if AREA_UNITS.search(scene.quantity.unit) else None
    return found["plot"] if found and scene.words.leading_verb.match(noun, found.end()) else noun


def plot_done(scene: Scene, told: LabelChoice) -> str:
    """重新挂牌土地 of 腾退土地2860亩，其中280亩已重新挂牌: what became of a part of the plot told before; empty for any other amount."""
    after, text = scene.after, scene.passage.text
    if not AREA_UNITS.search(scene.quantity.unit) or after is None or after.noun or after.attribute:
        return ""
    if not _OF_THEM.search(text[: scene.quantity.head]):
        return ""
    plot = next((noun for size in (4, 3, 2) if (noun := told.noun[-size:]) in scene.words.heads), "")
    deed = deed_of(after.verb_phrase, plot)
    return f"{deed.removesuffix('的')}{plot}" if plot and deed else ""


def extent_of(scene: Scene, thing: str) -> str:
    """What the number measures of the thing right behind it; empty for so much of it, and for how far off it stands."""
    if AREA_UNITS.search(scene.quantity.unit):
        return "面积"
    own = thing.endswith(scene.words.heads + scene.words.forms.noun_ends) and not _APART.match(scene.passage.text, scene.quantity.tail)
    return size_of(scene.quantity.unit, thing) if own else ""


def _taken(scene: Scene, noun: str) -> str:
    """租下 of 租下1200平方米厂房, 在建 of 在建的35万平方米厂房: what became of a plot that is named by its bare kind."""
    found = _TAKEN.search(scene.passage.text, scene.start, scene.quantity.head) if len(noun) == _BARE else None
    return (found["state"] or found[0][:_BARE]) if found else ""


def acted_on(scene: Scene, phrase: Phrase, name: str) -> LabelChoice | None:
    """为大飞机供应了430吨钛丝: what was done to so much of it; None where no verb stands right before the number."""
    after, end = scene.after, scene.plain(phrase.start, scene.quantity.head)
    if is_countable(scene) or not OBJECT_UNITS.search(scene.quantity.unit) or after is None or after.attribute:
        return None
    verb = next((size for size in (4, 3, 2) if name[-size:] in scene.words.content), 0)
    if not verb or "每" in name or not _BARE <= len(after.noun) <= _LONGEST_OBJECT or not re.search(f"{name[-verb:]}了?$", end):
        return None
    text = f"{name}{after.noun}"
    return scene.choose(text, "verb-after", phrase.start, after.noun_end, name[-verb:] + after.noun)


__all__ = ["AREA_UNITS", "OBJECT_UNITS", "acted_on", "extent_of", "measured_after", "measures_thing", "plot_done", "plot_of"]
