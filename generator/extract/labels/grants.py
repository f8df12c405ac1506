"""Labels of what a policy gives: to whom, for what, and the most that one of them may get.

A step of its own, because the sum stands alone in its clause (单家最高50万元) and its words are those of the clause before.
"""

import re

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.model.claim import Kind

_GIVE = r"(?:给予|奖励|补贴|补助|资助|发放|奖补)"
_HANDED = re.compile(r"(?:对|给)(?P<whom>[^，,。；;\d\ue000]{2,20}?)(?:发|补|奖)(?:放|给|了|最高|至少|约|近)*$")
_GRANT = re.compile(
    r"(?:对于|对|给予?)(?P<whom>[^。；;\ue000]{2,60}?)[，,]?(?:按[^，,。；;]{1,30})?(?:一次性|分别|每[一-龥]{1,3})?"
    + _GIVE
    + r"(?:一次性|最高|不超过|每年|每人|每家|总额|累计|约|近|的|了)*$"
)
_TO = re.compile(
    r"(?:对于|对|给|凡是?|向)(?P<whom>[^，,。；;]{2,40}?)(?=[，,]|按|给予|一次性|每)|(?P<those>[^，,。；;：:]{4,30}?的)(?=[，,](?:按|给予|可|一次性))"
)
_GIVEN = re.compile(r"补助|补贴|奖励|资助|贴息|奖补")
_MOST = re.compile(r"最[高多]|不超过|不高于|封顶|上限|为限")
_ALONE = re.compile(
    r"(?:其中|但|且)?(?P<which>(?:单|每|同?一)[家个户台项笔人名](?:企业|单位|项目|机构|产品|个人|团队|主体)?)?(?P<often>每年|一年|全年|年度)?"
    r"(?:累计|合计|总额|总|补助|补贴|奖励|资助|贴息|支持|给予|获得|享受|可获|可享|额度|金额|[可的补奖给])*(?:最[高多]|不超过|封顶|上限)*"
)
_PEOPLE_END = re.compile(r"的(?:企业|单位|个人|机构|项目|人员)$")
_LONGEST = 16


def grant_label(scene: Scene) -> LabelChoice | None:
    """对新引进的博士给予30万元安家补贴: to whom, and what is given."""
    quantity, after = scene.quantity, scene.after
    if not quantity.unit.endswith("元"):
        return None
    text = scene.passage.text[: quantity.start]
    found = _GRANT.search(text, scene.passage.sentence_of(scene.index).start) or _HANDED.search(text, scene.clause_start)
    if found is None:
        return _most(scene)
    given = after.noun if after and after.noun and len(after.noun) <= 10 else "奖励" if "奖" in found[0][-8:] else "补贴"
    whom = tidy(re.sub(r"^.*(?:对于|对|给)|(?:最高|每年|每月|一次性|分别)+$", "", found["whom"]))
    return scene.choose(merge(whom, given), "grant", found.start("whom"), after.noun_end if after and after.noun else quantity.end, given)


def _most(scene: Scene) -> LabelChoice | None:
    """按设备投入的20%给予补贴，单家最高50万元: the most that one gets of what was given a clause before."""
    quantity, text = scene.quantity, scene.passage.text
    alone = _ALONE.fullmatch(text, scene.clause_start, quantity.head)
    start = max(scene.passage.sentence_of(scene.index).start, text.rfind("；", 0, scene.clause_start) + 1)
    given = [*_GIVEN.finditer(text, start, scene.clause_start)]
    if quantity.kind is not Kind.LEVEL or alone is None or not given or not _MOST.search(text, scene.clause_start, quantity.start):
        return None
    one = (alone["which"] or "") + (alone["often"] or "")
    told = [*_TO.finditer(text, start, given[-1].start())]
    whom = _short(tidy(told[-1]["whom"] or told[-1]["those"])) if told else _told_whom(scene, given[-1][0])
    what = given[-1][0]
    name = f"{whom}{one}{what}" if one else f"{whom}{what}额度"
    return scene.choose(name, "grant", told[-1].start() if told else given[-1].start(), quantity.end, what) if whom else None


def _short(whom: str) -> str:
    """固定资产投资超过5000万元的|技改项目, 采购本地机器人|的企业."""
    core = _PEOPLE_END.sub("", whom)
    core = core.rpartition("的")[2] if re.search(r"\d|超过", core) else core.replace("的", "")
    return core if len(core) <= _LONGEST else whom.rpartition("的")[2]


def _told_whom(scene: Scene, given: str) -> str:
    """企业发明专利 of 企业发明专利奖励5000元，一家单位一年不超过100万元."""
    base = scene.base
    return base.text.removesuffix(given) if base and base.text.endswith(given) and base.kind is Kind.LEVEL else ""


__all__ = ["grant_label"]
