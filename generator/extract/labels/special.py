"""Labels of amounts in a set form: orders of size, what is spent on what, what a plant can make."""

import re

from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import NUMBER
from generator.model.claim import Kind

_MADE = re.compile(r"(?P<made>(?:每?[年月日天])(?P<act>产|生产|处理|加工|制造|组装|回收|供应|消纳|处置|再生|吞吐))$")
_THING = re.compile(
    r"(?P<thing>[^，,。；;、：:（(\d]{2,18}?)的?(?:智能化?|自动化?|一体化|扩建|技改|新建)*(?:生产线|产线|生产基地|制造基地|项目|基地|工厂|车间|装置|能力|产能|规模|投产|开工|建成|[，,。；;、：:（(\d]|$)"
)
_MADE_OF = re.compile(
    r"(?:了|起|出|成)?(?:[^，,。；;、的（(]{0,16}的)?(?:[一两二三四五六七八九十\d]+[条个座家栋台套所间处支项])?(?P<what>“[^”]{2,10}”[一-龥]{0,8}|[一-龥A-Za-z“”]{2,18})"
)
_NO_OBJECT = re.compile("^(?:项目|工程|投资|资金)|占(?!地)")  # 工业投资136亿元，技改|项目占六成
_COUNT_AT_END = re.compile(r"(?:近|约|超|逾|共|占地|总?建筑面积|面积|预计|可|年产)+.{0,2}$")
_LONGEST_THING = 10
_STOPS = tuple("，,。；;”" + NUMBER)
_MONEY = ("资金", "基金", "资金池", "贷款", "补贴")
_PLANT = re.compile(r"的(?P<plant>[^，,。；;、：:\d]{2,12}?(?:站|厂|工厂|车间|产线|生产线|基地|中心|装置))(?![一-龥]*(?:的|产线))")
_LENGTHS = re.compile(r"(?:公里|千米|米|海里|里)$")
_APART = re.compile(
    r"(?:相?距离?|(?<![脱隔分撤偏远剥疏游别背间])离(?![子心岸合散线职任开婚]))(?P<there>[^，,。；;、的今缩拉超达增减\d]{2,12}?)(?:只有|仅有|仅|只|还有|有|约为|约|直线)*$"
)
_ORDER = re.compile(r"[十百千万]?[万亿]元?级?")


def spent_label(scene: Scene) -> LabelChoice | None:
    """投入8000万元改造两条轧制线, 拿出3亿元设立引导资金: what the money is spent on."""
    quantity, forms = scene.quantity, scene.words.forms
    if not quantity.unit.endswith("元") or quantity.kind is not Kind.LEVEL:
        return None
    spent = forms.spent.search(scene.passage.text, scene.clause_start, quantity.head)
    act = forms.act.match(scene.passage.text, quantity.tail)
    if spent is None or act is None:
        return None
    made = _MADE_OF.match(scene.passage.text, act.end())
    what = tidy(_COUNT_AT_END.sub("", made["what"])) if made else ""
    if (
        made is None
        or len(what) < 2
        or _NO_OBJECT.search(what)
        or not (what.endswith((*scene.words.heads, "”")) or _is_whole(scene, what, made.end()))
    ):
        return None
    kept = "" if act["act"] in scene.words.light else act["act"]
    money = forms.spent_as[spent["verb"]]
    name = kept + what + ("" if money == "资金" and what.endswith(_MONEY) else money)
    return scene.choose(name, "spent", spent.start(), made.end(), name)


def _is_whole(scene: Scene, what: str, end: int) -> bool:
    """Whether the words are all that the clause says, and short enough for a name."""
    return len(what) <= _LONGEST_THING and scene.passage.blanked[end : end + 1] in _STOPS and not re.search("[了在和使让]", what)


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
    named = before is not None and len(tidy(before.noun)) >= 4 and tidy(before.noun).endswith(scene.words.heads)
    if scene.quantity.rule != "scale" and named and not after.noun.startswith("级"):
        return None
    noun = re.sub(r"^级的?|(?:这一?)?(?:目标)?$", "", after.noun)
    return scene.choose(f"{noun}规模", "scale", scene.quantity.start, after.noun_end, noun)


def distance_label(scene: Scene) -> LabelChoice | None:
    """码头离总装车间不到4公里: how far the one is from the other."""
    quantity, text = scene.quantity, scene.passage.text
    if not _LENGTHS.search(quantity.unit) or quantity.kind is not Kind.LEVEL:
        return None
    found = _APART.search(text, scene.clause_start, quantity.head)
    there = tidy(found["there"]) if found else ""
    if found is None or len(there) < 2 or scene.words.leading_verb.match(there):
        return None
    phrase = (
        phrase_before(scene.passage.blanked, scene.clause_start, found.start(), scene.words) if found.start() > scene.clause_start else None
    )
    here = tidy(phrase.noun) if phrase and len(phrase.noun) <= _LONGEST_THING else ""
    name = f"{here}与{there}距离" if here else f"距{there}"
    return scene.choose(name, "distance", phrase.start if phrase else found.start(), quantity.end)


def capacity_label(scene: Scene) -> LabelChoice | None:
    """年产10万吨锂电池正极材料生产线: 年产 and what is made; 日处理8000吨的污水处理站: the plant's."""
    found = _MADE.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    if found is None or scene.quantity.kind is not Kind.LEVEL or scene.quantity.unit.endswith("元"):
        return None
    rest = scene.passage.text[scene.quantity.tail : scene.end]
    plant = _PLANT.match(rest)
    if plant:
        ability = "能" if found["act"] in {"产", "生产"} else "能力"
        return scene.choose(f"{plant['plant']}{found['made']}{ability}", "capacity", found.start(), scene.quantity.end, plant["plant"])
    thing = _THING.match(rest)
    if thing is None or len(tidy(thing["thing"])) < 2:
        return None
    name = tidy(thing["thing"])
    return scene.choose(found["made"] + name, "capacity", found.start(), scene.quantity.tail + thing.end("thing"), name)
