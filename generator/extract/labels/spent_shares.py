"""Labels of shares of an own income that is spent on something: 拿出年销售额的3.5%投入研发."""

import re

from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene

_TAKEN_OF = re.compile(r"(?:拿出|将|把|用|以|从|提取|列支|安排|按)?(?P<whole>[^，,。；;将把从]{2,12}?)的(?:近|约|超过?|不低于|至少)*$")
_SPENT_ON = re.compile(
    r"(?:拿?出?来)?(?P<deed>(?:投入|投向|投到|投在|投进|砸进|砸到|花在|花到|留给|留作|让给|补给|发给|用在|用到|砸向|砸在|拨给|分给|用于|用作|作为|用来|返还|奖励|奖给|反哺|支付)[^，,。；;、]{2,14})"
)


def spent_share(scene: Scene) -> LabelChoice | None:
    """拿出年销售额的3.5%投入研发, 把利润的15%拿来奖励团队: what is done with so much of what."""
    found = _TAKEN_OF.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    deed = _SPENT_ON.match(scene.passage.text, scene.quantity.tail)
    if found is None or deed is None:
        return None
    whole = re.sub(r"^.*(?:拿出|提取|列支|安排|每年|按)了?", "", tidy(found["whole"]))
    return scene.choose(f"{tidy(deed['deed']).removesuffix('上')}占{whole}比重", "share-spent", found.start("whole"), deed.end(), whole)


__all__ = ["spent_share"]
