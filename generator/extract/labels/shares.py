"""Labels of shares: an ordered list of rules, the first that knows the part and the whole names them."""

import re
from collections.abc import Callable

from generator.extract.labels.part_and_whole import given_share, with_whole
from generator.extract.labels.rates import halved, of_kind, rate, rest_of_clause
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.share_of_last import given_of_last
from generator.extract.labels.share_of_whole import of_whole
from generator.extract.labels.share_sums import together
from generator.extract.labels.spent_shares import spent_share
from generator.extract.labels.whole_first import whole_before
from generator.model.claim import Kind
from generator.model.quantity import Form

_SAME_AGAIN = re.compile(
    r"(?:这|该|此|上述)(?:一|[两二三四五\d]+[个项]?)?(?:比例|比重|占比|数字|数据|指标|份额)(?:分别|预计|将|还|已|也|则|又|仅|只)*(?:变为|为|是|达到?|升至|增至|降至|提高到|提升至|不到|超过)?[^，,。；;]{0,20}$"
)
Rule = Callable[[Scene], LabelChoice | None]


def share_label(scene: Scene) -> LabelChoice | None:
    """占全市的24%, 全市15.2%的地区生产总值, 办结率99.2%, 近半数销往东南亚; a rate keeps its own name."""
    quantity = scene.quantity
    if quantity.kind is not Kind.SHARE and not (quantity.value.form is Form.FRACTION and not quantity.unit):
        return None
    after = scene.after
    first: tuple[Rule, ...] = (whole_before,) if after and after.attribute and after.noun not in {"份额", "比重", "比例"} else ()
    plain: tuple[Rule, ...] = (
        _told_share,
        of_whole,
        given_of_last,
        spent_share,
        of_kind,
        whole_before,
        together,
        halved,
        rate,
        rest_of_clause,
    )
    rules: tuple[Rule, ...] = (given_share, *first, *plain)
    return with_whole(scene, next((choice for rule in rules if (choice := rule(scene)) is not None), None))


def _told_share(scene: Scene) -> LabelChoice | None:
    """这一比例还不到9%, 这三个数字变为38%、45%和17%: the share told last, of a list each its own."""
    if not _SAME_AGAIN.search(scene.passage.text[scene.clause_start : scene.quantity.start]):
        return None
    told = [choice for choice in scene.earlier if choice is not None and choice.kind is Kind.SHARE]
    if scene.quantity.group >= 0:
        size = 1 + max(q.place for q in scene.passage.quantities if q.group == scene.quantity.group)
        told = told[: len(told) - scene.quantity.place][-size:][scene.quantity.place :][:1] if len(told) >= size else []
    return scene.choose(told[-1].text, "share-again", scene.quantity.start, scene.quantity.end, told[-1].noun) if told else None


__all__ = ["share_label"]
