"""Which park each paragraph is about, where an article speaks of several one after another.

A round-up (园区速览) or two reports that reading could not part: from the paragraph on that another park opens, words for a park
(该区, 园区, no subject at all) mean that one. A paragraph that only compares with another park changes nothing: it names the park
of the article too, or the article's park comes back before the other is named again.
"""

import re

from generator.extract.subjects.model import Home
from generator.extract.tokens import Mention, MentionKind

_HALL = ("国家高新区", "国家级经开区", "国家级高新区", "国家经开区")
_OBLIQUE = re.compile(
    r"(?:[与和同及、比较向对为给将把被跟]|高于|低于|快于|慢于|优于|好于|多于|少于|领先于?|超过|不及|次于|落后于|来自|迁自|远在|前往|赴|借鉴|学习|对标|联合|携手|邻近|毗邻|紧邻|位于|包括|如|像)$"
)
_HEARD = re.compile(r"[^，,。；;]{0,24}?(?:了解到?|获悉|得知|传来)")
_COMPARED = re.compile("对比|相比|比起|反观|其他|其它|兄弟|同为|同类|横向|省内|全省|放眼|周边|邻近")
_FAR = 60
_TWICE = 2


def find_sections(home: Home, paragraphs: tuple[tuple[str, tuple[Mention, ...]], ...]) -> tuple[Home, ...]:
    """The park that each paragraph is about: `home` unless another takes over. `paragraphs` are texts with the mentions in them."""
    if home.park is None:
        return tuple(home for _ in paragraphs)
    named = [_named(mentions) for _, mentions in paragraphs]
    openers = [_opener(text, parks) for (text, _), parks in zip(paragraphs, named, strict=True)]
    several = len({one.park for one in openers if one is not None and one.park != home.park}) >= _TWICE
    out: list[Home] = []
    current = home
    for at, (text, _) in enumerate(paragraphs):
        parks = [mention.park for mention in named[at]]
        opener = openers[at] if current.park not in parks else None
        lasting = several or (opener is not None and _heard_of(text, opener))
        if opener is not None and opener.park is not None and _takes_over(text, opener, home, current, named[at:], lasting=lasting):
            current = home if opener.park == home.park else Home(opener.park, opener.name, home.registered)
        out.append(current)
    return tuple(out)


def _takes_over(text: str, opener: Mention, home: Home, current: Home, ahead: list[list[Mention]], *, lasting: bool) -> bool:
    """Whether a paragraph's opener is what it is about: the article's own park, one that heads it (某区：…), one that goes on."""
    headed = opener.start == 0 and text[opener.end : opener.end + 1] in (":", "：")
    return opener.park == home.park or headed or _goes_on(opener.park, current.park, ahead, lasting=lasting)


def _named(mentions: tuple[Mention, ...]) -> list[Mention]:
    """The single parks that a paragraph names in full."""
    return [one for one in mentions if one.kind is MentionKind.PARK and one.park and one.name not in _HALL]


def _opener(text: str, parks: list[Mention]) -> Mention | None:
    """The park that a paragraph begins with or was heard of from (记者从某区获悉), not one among others or to compare with."""
    heard = [one for one in parks if _heard_of(text, one)]
    if heard:
        return heard[0]
    if not parks or (parks[0].start > _FAR and len({one.park for one in parks}) > 1):
        return None
    first = parks[0]
    before = text[max(0, first.start - 6) : first.start]
    if _COMPARED.search(text, max(0, first.start - 16), first.start):
        return None  # 对比自治区其他高新区，柳州高新区去年…
    listed = text[first.end : first.end + 1] in ("、", "与", "和")
    return None if listed or _OBLIQUE.search(before) else first


def _heard_of(text: str, park: Mention) -> bool:
    """记者从某区获悉."""
    return text[park.start - 1 : park.start] == "从" and _HEARD.match(text, park.end) is not None


def _goes_on(park: str | None, current: str | None, ahead: list[list[Mention]], *, lasting: bool) -> bool:
    """Whether a park is named again before the current one is; a paragraph that names several says nothing.

    Where the current one is never named again, once is enough in an article that several other parks open paragraphs of (`lasting`).
    """
    number = 0
    for parks in ahead:
        ids = [mention.park for mention in parks]
        if current in ids and len(set(ids)) == 1:
            return number >= _TWICE
        number += ids.count(park)
    return lasting or number >= _TWICE
