"""Labels of what each yuan put in brings: 每投入1元财政资金，撬动社会资本8.5元.

Such a sum is no total of what it brings (社会资本8.5元), so its label says for what it is.
"""

import re

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

_PUT_IN = re.compile(
    r"(?P<whose>[一-龥]{2,8}?)?每(?P<put>增加|新增|创造|产出|投入|投放|投|花费|花|支出|补贴|补助|拿出|注入|贷出)了?(?P<sum>[1１一]0*元)的?(?P<of>[一-龥]{0,12})[，,]"
)
_BRINGS = re.compile(r"(?:带动|撬动|拉动|换回|换来|换得|带来|产出|创造|产生|引来|引导|吸引|拉来)了?")
_BY_THEN = re.compile(r"(?:[头前首到第][一-龥\d]{0,4}[年月]内?)?累计?$|[头前首到第][一-龥\d]{0,4}[年月]内?")
_THING = re.compile(r"的?(?P<thing>[一-龥]{2,12})(?=[，,。；;、]|$)")
_LEADS_ON = re.compile(r"(?:到|达到?|了|约|近|逾|超过?|出)+$")


def return_label(scene: Scene) -> LabelChoice | None:
    """每投入1元财政资金撬动社会资本; None where nothing was put in, or nothing is named that it brings."""
    if scene.quantity.kind is not Kind.LEVEL or not scene.quantity.unit.endswith("元"):
        return None
    text, start = scene.passage.text, scene.passage.sentence_of(scene.index).start
    found = _PUT_IN.search(text, start, scene.clause_start)
    brings = _BRINGS.search(text, scene.clause_start, scene.quantity.head) if found else None
    thing = _thing(scene, brings.end()) if brings else ""
    money = found["of"] or found["whose"] or "" if found else ""
    if found is None or brings is None or not thing:
        return None
    then = next((one[0] for one in _BY_THEN.finditer(text, scene.clause_start, brings.start()) if one[0]), "")
    name = f"每{found['put']}{found['sum']}{money}{then}{brings[0].removesuffix('了')}{thing}"
    return scene.choose(name, "return", found.start(), scene.quantity.end, thing)


def _thing(scene: Scene, at: int) -> str:
    """What is brought: between verb and sum, right behind the sum, or what the sum before brought."""
    between = _LEADS_ON.sub("", tidy(scene.passage.text[at : scene.quantity.head]))
    after = _THING.match(scene.passage.text, scene.quantity.tail)
    if between or after:
        return between or (after["thing"] if after else "")
    last = scene.earlier[-1] if scene.earlier else None
    return last.noun if last is not None and last.rule == "return" else ""


__all__ = ["return_label"]
