"""A ranking told over several sentences: 公布2025年考核评价结果。…列第5位。 The places, and those on the list, are of the list's year.

The list goes on into the paragraphs that name no other time.
"""

import re

from generator.extract.period_candidate import is_old_half
from generator.extract.period_context import PeriodContext
from generator.extract.period_place import Place
from generator.extract.status import StatusChoice
from generator.extract.tokens import Quantity, Turn
from generator.model.claim import Kind, Status

_PLACES = frozenset({"席", "位", "名", "个位次", "位次", "个名次"})
_LIST = re.compile(r"度?[^，,。；;\d]{0,24}(?:榜单?|排行榜|名单|百强|\d+强|排名|评价|考核|评估|测评|评比|评选|(?:报告|指数|[蓝白]皮书)》)")
_PUBLISHED = re.compile(r"公布|发布|揭晓|出炉|公示|通报")
_ON_LIST = re.compile(
    r"[这该此][批次份](?!改革)|本次|入[选围榜]|上榜|登榜|参加|参评|榜上|[榜名]单(?:中|上|里)|前[\d一二三四五六七八九十百]+[名位强]"
    r"|^\d+家(?:企业|公司|园区)|(?:报告|榜单|名单)[共还]?(?:收录|显示|列出)"
)
_LATEST = re.compile(r"最新|最近|上一[次期轮]")


def is_of_listing(place: Place, quantity: Quantity, status: StatusChoice) -> bool:
    """公布2025年考核评价结果。…列第5位,较上年提升9个位次: the places, and what is told of those on the list, are of that year."""
    if status.status is not Status.ACTUAL or quantity.turn is Turn.BEFORE or _is_of_other_list(place):
        return False
    told = [m for m in place.mentions if m.start < quantity.start and m.rule not in {"base", "vague"}]
    others = [m for m in told if not is_old_half(place.text, place.sentence, m, None)]
    if others and place.words.connectives.match(place.text, place.sentence.start) is None:
        return False
    if quantity.kind is Kind.RANK or quantity.unit in _PLACES or place.text.startswith(("位次", "名次"), quantity.tail):
        return True
    return _ON_LIST.search(place.text[place.sentence.start : quantity.tail + 2]) is not None


def _is_of_other_list(place: Place) -> bool:
    """在最新一期国家高新区综合评价中: another list; 对首次入选的企业奖励50万元: what a policy gives to those on any."""
    there, end = place.sentence.start, place.sentence.end
    return _LATEST.search(place.text, there, end) is not None or place.words.grant.search(place.text, there, end) is not None


def listing_after(place: Place, context: PeriodContext) -> str:
    """The year of the list whose publication this sentence tells; it goes on to the end of the paragraph."""
    for mention in place.mentions:
        if mention.rule != "year" or not _LIST.match(place.text, mention.end, place.sentence.end):
            continue
        if _PUBLISHED.search(place.text, place.sentence.start, place.sentence.end):
            return mention.period
    return "" if place.first and place.mentions else context.listing
