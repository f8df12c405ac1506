"""The industry that a text calls the park's own, in the same sentence or the one before.

集成电路是高新区的当家产业，产值…; 碳纤维已成为经开区的“金字招牌”。区内集聚相关企业130家; 经开区是国内重要的消防装备基地，聚集相关企业73家.
"""

import re

from generator.extract.labels.figures import thing_of
from generator.extract.labels.scene import Scene
from generator.extract.passage import NUMBER, TIME

_CALLED = re.compile(
    r"(?:^|(?<=[，,。；;：:]))(?:如今|目前|其中|近年来)?[，,]?(?P<name>(?:(?![和与])[一-龥A-Za-z]){2,10}?)(?:已经?|正|逐渐|也|一直|历来|同样)*"
    r"(?:是|成为|作为|成长为|发展为|列为)[^，,。；;]{0,16}?(?:产业|行业|赛道|“[^”]{2,6}”)(?=[，,。；;])"
    r"|(?:^|(?<=[，,。；;：:]))(?:如今|目前|仅|单是|光是|论)?[，,]?(?P<trade>[一-龥A-Za-z]{2,10}?)(?:一业|产业一项|这一行)(?=[，,])"
)
_BASE_OF = re.compile(
    r"是[^，,。；;的]{0,6}?(?:国|球|世界|亚洲|[省市区])[^，,。；;的]{0,6}?(?:最大|最早|重要|主要|知名|著名|唯一|领先)的"
    r"(?P<name>[一-龥A-Za-z]{2,10}?)(?:研发|生产|制造|加工|出口|产业)*(?:产地|基地|集散地|集聚区|集聚地)(?:之一)?(?=[，,。；;：:])"
)
_NO_INDUSTRY = re.compile("(?:培养|培训|创新|孵化|示范|科研|研究|转化|制造业|服务业|新兴|特色|优势)$")
_HEADS = re.compile(
    r"(?:其中|而|但|不过|只有|唯独|同样|另外)*(?P<name>(?!新兴|[全各该这那本其主支传优])[一-龥A-Za-z]{2,12}?(?:产业链?|行业|产业集群|板块|赛道))(?=[却则也仍还正又已更]|[一-龥]{2})"
)
_INSIDE = frozenset({"区内", "园内", "园区内", "这里", "当地"})
_PARK = frozenset({"园区", "该区", "高新区", "经开区", "开发区"})  # who does it, where the trade heads the sentence
_FIRMS = re.compile(r"(?:相关|上下游|配套|关联|链上|产业链|产业链上下游|龙头|骨干|规上|规模以上)企业")
_POINTER = re.compile("[这那该此其本]|^(?:它|我|他|她|也|还)")


def industry_called(scene: Scene) -> str:
    """The industry; empty where none is called one, or where another owner is named after it."""
    passage = scene.passage
    at = passage.sentences.index(passage.sentence_of(scene.index))
    start = passage.sentences[max(0, at - 1)].start
    called = _CALLED.search(passage.text, start, scene.quantity.head)
    found = called or _BASE_OF.search(passage.text, start, scene.quantity.head)
    part = "name" if found is None or found["name"] else "trade"
    if found is None or _POINTER.search(found[part]) or TIME in passage.blanked[found.start(part) : found.end(part)]:
        return ""
    inside = _INSIDE | _PARK if part == "trade" else _INSIDE
    named = [one for one in passage.mentions if found.end() <= one.start < scene.quantity.head]
    if any(one.text not in inside and not one.text.endswith("产业") for one in named) or not scene.at_home:
        return ""
    if called is None:
        return "" if _NO_INDUSTRY.search(found[part]) else found[part]
    return found[part] + ("" if found[part].endswith(("业", "链", "集群")) else "产业")


def industry_right_before(scene: Scene) -> str:
    """LED产业却逆势上扬，营收128亿元: the industry at the head of the clause right before, which holds no figure; else empty."""
    clauses = scene.passage.sentence_of(scene.index).clauses
    before = next((one for one in reversed(clauses) if one.end <= scene.clause_start), None)
    found = _HEADS.match(scene.passage.blanked, before.start, before.end) if before is not None else None
    return found["name"] if found and before and NUMBER not in scene.passage.blanked[before.start : before.end] else ""


def firms_of_industry(scene: Scene, core: str) -> str:
    """区内集聚相关企业130余家: the industry's."""
    firms = thing_of(scene, core)
    industry = industry_called(scene) if _FIRMS.fullmatch(firms) else ""
    return industry.removesuffix("产业") + firms.removeprefix("相关") if industry else ""


__all__ = ["firms_of_industry", "industry_called", "industry_right_before"]
