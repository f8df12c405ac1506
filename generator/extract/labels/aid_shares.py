"""Labels of shares of money that money makes up: aid as part of a cost, so much of the sales spent on research."""

import re

from generator.extract.labels.parts import GIFTS
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene

_FOR = re.compile(r"对(?P<what>[^，,。；;]{2,24}?)(?:，)?(?:一次性|分别|再|将|可)?(?:给予|予以|提供|享受|实行)$")
_AID = re.compile(f"(?:{GIFTS}|减免|支持|优惠)$")
_BY_PART = re.compile(r"按照?(?P<cost>(?:[^，,。；;]{2,24}?)?)的?(?:最高|最多)?(?:不超过)?$")
_AID_GIVEN = re.compile(rf"[^，,。；;]{{0,14}}?(?:给予|予以|发放|享受|给|进行)(?:[^，,。；;]{{0,6}}?)(?P<aid>{GIFTS}|返还|补偿|支持)")
_TAKEN_OF = re.compile(r"(?:拿出|将|把|用|以|从|提取|列支|安排|按)?(?P<whole>[^，,。；;将把从]{2,12}?)的(?:近|约|超过?|不低于|至少)*$")
_SPENT_ON = re.compile(
    r"(?:拿?出?来)?(?P<deed>(?:投入|投向|投到|投在|投进|花在|用在|用到|砸向|砸在|拨给|分给|用于|用作|作为|用来|返还|奖励|奖给|反哺|支付)[^，,。；;、]{2,14})"
)


def aid_share(scene: Scene) -> LabelChoice | None:
    """对企业购置研发设备给予最高20%的补助: the aid as part of what it is for."""
    aid = _FOR.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    after = scene.after
    if aid and after and after.attribute and _AID.search(after.noun):
        return scene.choose(f"{tidy(aid['what'])}{after.noun}比例", "granted-part", aid.start("what"), after.noun_end, after.noun)
    return None


def subsidy_share(scene: Scene) -> LabelChoice | None:
    """按包车费用的50%给予补贴: the subsidy as part of the cost."""
    first = scene.passage.quantities[scene.index - max(scene.quantity.place, 0)]
    found = _BY_PART.search(scene.passage.text, scene.clause_start, first.start)
    if found is None:
        return None
    aid = _AID_GIVEN.match(scene.passage.text, scene.quantity.end, scene.end)
    noun = aid["aid"] if aid else "补贴"
    cost = tidy(found["cost"] or "") or _granted_on(scene, found.start())
    return scene.choose(f"{noun}占{cost}比例", "granted-part", found.start(), scene.quantity.end, noun) if cost else None


def _granted_on(scene: Scene, end: int) -> str:
    """租金 of 租金分别按100%、50%给予补贴: what is paid for stands before 按."""
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, end, scene.words)
    return re.sub(r"^前?[一二三四五六七八九十]年|分别$", "", tidy(phrase.noun)) if phrase else ""


def spent_share(scene: Scene) -> LabelChoice | None:
    """拿出年销售额的3.5%投入研发, 把利润的15%拿来奖励团队: what is done with so much of what."""
    found = _TAKEN_OF.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    deed = _SPENT_ON.match(scene.passage.text, scene.quantity.tail)
    if found is None or deed is None:
        return None
    whole = re.sub(r"^.*(?:拿出|提取|列支|安排|每年|按)了?", "", tidy(found["whole"]))
    return scene.choose(f"{tidy(deed['deed']).removesuffix('上')}占{whole}比重", "share-spent", found.start("whole"), deed.end(), whole)


__all__ = ["aid_share", "spent_share", "subsidy_share"]
