"""Labels of amounts in a set form: orders of size, grants to whom, lists member by member."""

import re

from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.model.claim import Kind

_GRANT = re.compile(
    r"(?:对于|对|给予?)(?P<whom>[^。；;\ue000]{2,60}?)[，,]?(?:按[^，,。；;]{1,30})?(?:一次性|分别|每[一-龥]{1,3})?(?:给予|奖励|补贴|补助|资助|发放)(?:一次性|最高|不超过|每年|每人|每家|总额|累计|约|近|的|了)*$"
)
_ORDER = re.compile(r"[十百千万]?[万亿]元?级?")


def scale_label(scene: Scene) -> LabelChoice | None:
    """千亿级产业集群: the size of what follows."""
    if scene.quantity.rule != "scale" and not _ORDER.match(scene.passage.text, scene.quantity.start, scene.quantity.end):
        return None
    after, before = scene.after, scene.before
    if after is None or not after.noun:
        return None
    if scene.quantity.rule != "scale" and not re.match(
        r"级|[^，,。]{0,10}(?:集群|产业|园区|企业|赛道|基地|城|平台)", scene.passage.text[scene.quantity.tail :]
    ):
        return None
    if scene.quantity.rule != "scale" and before is not None and len(tidy(before.noun)) >= 4:
        return None
    noun = re.sub(r"^级的?|(?:这一?)?(?:目标)?$", "", after.noun)
    return scene.choose(f"{noun}规模", "scale", scene.quantity.start, after.noun_end, noun)


def grant_label(scene: Scene) -> LabelChoice | None:
    """对新引进的博士给予30万元安家补贴: to whom, and what is given."""
    quantity, after = scene.quantity, scene.after
    if not quantity.unit.endswith("元"):
        return None
    found = _GRANT.search(scene.passage.text[: quantity.start], scene.passage.sentence_of(scene.index).start)
    if found is None:
        return None
    given = after.noun if after and after.noun and len(after.noun) <= 10 else "奖励" if "奖励" in found[0] else "补贴"
    whom = tidy(re.sub(r"^.*(?:对于|对)", "", found["whom"]))
    return scene.choose(merge(whom, given), "grant", found.start("whom"), after.noun_end if after and after.noun else quantity.end, given)


def listed_label(scene: Scene) -> LabelChoice | None:
    """海淀园、亦庄园、昌平园收入居前三位，分别为A、B和C: each number is one member's."""
    quantity = scene.quantity
    if quantity.group < 0 or quantity.kind is not Kind.LEVEL:
        return None
    size = 1 + max(q.place for q in scene.passage.quantities if q.group == quantity.group)
    first = scene.passage.quantities[scene.index - quantity.place]
    zone = scene.passage.text[scene.passage.sentence_of(scene.index).start : first.start]
    said = re.search(r"分别|依次", zone)
    members = _members(zone[: said.start()], size, scene.words.heads) if said else ()
    if not members or said is None:
        return None
    start = scene.passage.sentence_of(scene.index).start
    metric = phrase_before(scene.passage.blanked, start + said.end(), first.head, scene.words)
    name = merge(members[quantity.place], tidy(metric.noun) if metric else "")
    return scene.choose(name, "listed", start + zone.rfind(members[0][:2]), quantity.end, name)


def _members(zone: str, size: int, heads: tuple[str, ...]) -> tuple[str, ...]:
    """The `size` members of the last list in `zone`, each with the metric that the last one carries; nothing if it has no such list."""
    for clause in reversed(re.split(r"[，,；;：:]", zone)):
        parts = re.split(r"[、和及与]", clause)
        if len(parts) < size or not all(len(part) >= 2 for part in parts[-size:]):
            continue
        *others, last = parts[-size:]
        cut = last.rfind(others[-1][-1]) + 1 or last.find("的")
        metric = re.match(r"(的?[一-龥]{2,10}?)(?=居|位|达|为|均|$)", last[cut:]) if cut > 0 else None
        others[0] = re.sub(r"^.*[中里,，来自的]", "", others[0]) or others[0]
        members = [
            tidy(re.sub(r"[两二三四五六七八九十\d]+[大个家类](?:产业|行业|板块|集群|园区)?$", "", part))
            for part in (*others, last[:cut] if cut > 0 else last)
        ]
        shared = (
            metric[1] if metric else next((head for head in sorted(heads, key=lambda one: (-len(one), one)) if last.endswith(head)), "")
        )
        return tuple(part if part.endswith(shared) else part + shared for part in members)
    return ()
