"""Whom a policy gives what: 企业购置智能装备的，按投资额的12%给予补助，最高150万元. The share and the limit lean on both."""

import re

from generator.extract.labels.parts import GIFTS
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import Scene

_SHARE = re.compile(rf"(?P<gift>{GIFTS})占(?P<base>.{{1,14}}?)(?:比例|比重)")
_LIMIT = re.compile(
    r"(?:每年)?(?P<each>(?:单[个家户台项笔]|每[家户人个名台项])[一-龥]{0,4}?)?(?:每年|每人)?(?:最高|最多|封顶|上限|额度|补贴|补助|奖励)*"
)
_GIVEN_SHARE = re.compile(rf"(?:{GIFTS})占.+比例$")
_ONLY_LIMIT = re.compile(r"(?:最高|最多|上限|封顶|总额|累计|可达|不超过|为)+")
_ACT = re.compile(rf"(?:给予|给|发放|享受|获得?)[^，,。；;]{{0,8}}?(?P<given>(?:(?![万亿元的])[一-龥]){{0,4}}(?:{GIFTS}))|(?P<act>{GIFTS})")
_CUT = re.compile(r"[。；;：:]")
_TO_WHOM = re.compile(
    r"(?:其中|此外|同时)?(?:对于?|向)(?P<who>[^，,。；;]{2,26}?)(?:的)?(?=按|每|再|可|将|一次性|最高|分别|给予|发放|予以|$)"
)
_WHOSE = re.compile(r"(?:凡|凡是|如|若|其中)?(?P<who>[^，,。；;]{3,26}?)的$")
_NO_WHO = re.compile(r"^按|措施|办法|规定|政策$|^根据|^依据|年内|以来")


def of_policy(scene: Scene, core: str) -> str:
    """补助占投资额比例 as 企业购置智能装备补助占投资额比例; 单个项目 as 首台（套）装置补贴单个项目额度."""
    share, money = _SHARE.fullmatch(core), scene.quantity.unit.endswith("元")
    limit = (_LIMIT.fullmatch(core) or (_LIMIT.fullmatch("") if _is_limit(scene) else None)) if money else None
    if share is None and limit is None:
        return ""
    who, gift = _policy(scene)
    if not who:
        return ""
    if share is not None:
        return f"{who}{gift}占{share['base']}比例"
    each = limit["each"] if limit and limit["each"] else ""
    return f"{who}{gift}{each}额度" if each else f"{who}{gift}"


def _is_limit(scene: Scene) -> bool:
    """按投资额的12%给予补助，最高150万元: a sum after a share, with no words of its own."""
    before = scene.passage.before_in_sentence(scene.index)
    told = scene.earlier[before[0]] if before else None
    own = scene.passage.text[scene.clause_start : scene.quantity.start]
    return told is not None and _GIVEN_SHARE.search(told.text) is not None and _ONLY_LIMIT.fullmatch(own) is not None


def _policy(scene: Scene) -> tuple[str, str]:
    """To whom, and what; of the part of the sentence since the last stop; empty where either is not told."""
    sentence = scene.passage.sentence_of(scene.index)
    text = _CUT.split(scene.passage.text[sentence.start : scene.quantity.head])[-1]
    rest = _CUT.split(scene.passage.text[scene.quantity.tail : sentence.end])[0]
    act = next(iter(_ACT.finditer(text)), None)
    given = act or _ACT.match(rest)
    if given is None:
        return "", ""
    parts = [part.strip() for part in re.split("[，,]", text[: act.start()] if act else text)]
    who = next((name for part in reversed(parts) if (name := _who(part))), "")
    return who, given["given"] or given["act"]


def _who(part: str) -> str:
    found = _TO_WHOM.search(part) or _WHOSE.fullmatch(part)
    name = tidy(found["who"]) if found else ""
    return "" if not name or _NO_WHO.search(name) else name
