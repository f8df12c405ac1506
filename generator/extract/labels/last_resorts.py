"""Labels of amounts whose own words name nothing: what was told last, the clause before, whatever words stand there.

A step of its own, because these are last resorts, asked when no rule knows the number's own words.
"""

import re

from generator.extract.labels.part_and_whole import with_whole
from generator.extract.labels.parts import bare_unit, without_turn
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_AGAIN = re.compile(
    r"(?:这|该|此|上述)[一两二三四几个项组]{0,2}(?:(?P<figure>数字|数据|指标|规模|成绩)|(?P<what>产值|营收|收入|利润|税收|总量|金额|面积|销量|产量|销售额|出口额|投资额|进出口额?))"
)
_WITH = re.compile("以(?:约|近|超|逾|超过)?$")
_OF_PEERS = re.compile("^(?:国家级?|省级)?(?:经济技术|高新技术产业)?(?:开发区|经开区|高新区|自贸片区|产业园区?|园区)的?(?=..)")
_METRIC = re.compile(
    r"(?:产值|收入|营收|投资|规模|总额|总量|数量|税收|利润|产量|人数|面积|增加值|生产总值|出口额|进出口|销售额|成交额|用时|时间|占比|比重|[能办解转合成满达][一-龥]?率)(?![一-龥]{0,1}[区园企]|[率税])"
)
_OWNER_HAS = re.compile(rf"(?P<who>{SUBJECT}+)(?:已经|已|目前|现|共|总共|累计|将|就|只|仅)*(?:有|达到?|超过?|突破|增至|增加到|发展到)*$")
_LOTS = {"家": ("企业", "机构", "单位"), "户": ("企业",), "个": ("项目",), "项": ("项目",)}
_SHORTEST_LOT, _LONGEST_LOT = 4, 8
_MOVE = re.compile(r"(?:位次变化|位次上升|位次前进|位次)$")


def again_label(scene: Scene) -> LabelChoice | None:
    """如今，这个数字已突破5200; 到2025年，这一产值要超过500亿元: what was told last in the same unit, of that name if it has one."""
    if scene.quantity.kind is not Kind.LEVEL:
        return None
    if _WITH.search(scene.passage.text, scene.clause_start, scene.quantity.start):
        return _placed_by(scene)
    pointed = _AGAIN.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    if pointed is None:
        return None
    unit = bare_unit(scene.quantity.unit)
    for at in range(scene.index - 1, -1, -1):
        choice = scene.earlier[at]
        same = not unit or bare_unit(scene.passage.quantities[at].unit) == unit
        if choice is not None and choice.kind is Kind.LEVEL and same and (pointed["figure"] or pointed["what"] in choice.text):
            return scene.choose(choice.text, "again", scene.quantity.start, scene.quantity.end, choice.noun)
    return None


def _placed_by(scene: Scene) -> LabelChoice | None:
    """全省开发区营业收入2.37万亿元。其中甲园区以1043亿元排在第三: the amount that was told last in the unit is what places it."""
    unit = bare_unit(scene.quantity.unit)
    if not unit or not scene.words.rank_verb.match(scene.passage.text, scene.quantity.tail):
        return None
    for at in range(scene.index - 1, -1, -1):
        choice = scene.earlier[at]
        if choice is not None and choice.kind is Kind.LEVEL and bare_unit(scene.passage.quantities[at].unit) == unit:
            return scene.choose(_OF_PEERS.sub("", without_turn(choice.text)), "again", scene.quantity.start, scene.quantity.end)
    return None


def owner_counted(scene: Scene) -> LabelChoice | None:
    """围着链主转的配套企业已有230家: those in whose name the figure is told are what it counts."""
    if scene.quantity.kind is not Kind.LEVEL or bare_unit(scene.quantity.unit) not in scene.words.countable:
        return None
    found = _OWNER_HAS.search(scene.passage.blanked, scene.clause_start, scene.quantity.head)
    name = scene.passage.text[found.start() : found.end("who")] if found else ""
    lot = name.endswith(_LOTS.get(bare_unit(scene.quantity.unit), ())) and _SHORTEST_LOT <= len(name) <= _LONGEST_LOT
    return scene.choose(name, "owner-counted", found.start(), scene.quantity.end, name) if found and lot else None


def told_before(scene: Scene) -> LabelChoice | None:
    """汽车产业年产值实现跨越式发展：2020年完成193亿元: the metric that the clauses before speak of."""
    sentence = scene.passage.sentence_of(scene.index)
    clauses = [clause for clause in sentence.clauses if clause.end <= scene.clause_start]
    for clause in reversed(clauses):
        for found in reversed(list(_METRIC.finditer(scene.passage.blanked, clause.start, clause.end))):
            phrase = phrase_before(scene.passage.blanked, clause.start, found.end(), scene.words)
            if phrase is not None and len(tidy(phrase.text)) >= 2:
                told = scene.choose(tidy(phrase.text), "told-before", phrase.start, scene.quantity.end, tidy(phrase.noun))
                return with_whole(scene, told)
    return None


def last_label(scene: Scene) -> LabelChoice | None:
    """A number without any word of its own goes on with what the sentence told last."""
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and (choice.kind is scene.quantity.kind or scene.quantity.kind is not Kind.RANK):
            return scene.choose(choice.text, "last", choice.start, scene.quantity.end, choice.noun)
    if scene.quantity.kind is Kind.RANK:
        return _ranked_before(scene)
    return told_before(scene)


def _ranked_before(scene: Scene) -> LabelChoice | None:
    """力争进入国家高新区综合评价前60位。眼下，它排在第74位: the ranking that the paragraph spoke of last."""
    ranks = (choice for choice in reversed(scene.earlier) if choice is not None and choice.kind is Kind.RANK)
    told = next(ranks, None)
    name = _MOVE.sub("排名", without_turn(told.text)) if told else ""
    return scene.choose(name, "rank-of-last", scene.quantity.start, scene.quantity.end, name) if name else None


def any_label(scene: Scene) -> LabelChoice | None:
    """The last resort: whatever words stand before the number in its clause, or what it does after."""
    phrase = phrase_before(scene.passage.blanked, scene.clause_start, scene.quantity.head, scene.words)
    if phrase is not None and len(tidy(phrase.text)) >= 2:
        return scene.choose(tidy(phrase.text), "any-before", phrase.start, scene.quantity.end, tidy(phrase.noun) or tidy(phrase.text))
    after = scene.after
    if after is not None and (after.noun or after.verb_phrase):
        return scene.choose(after.noun or after.verb_phrase, "any-after", scene.quantity.start, after.end)
    return None


__all__ = ["again_label", "any_label", "last_label", "owner_counted", "told_before"]
