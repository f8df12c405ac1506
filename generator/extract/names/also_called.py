"""Other names that a text uses for its park."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from generator.extract.mentions import MentionFinder
from generator.extract.mentions.aliases import given_names
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import MentionKind
from generator.model.claim import NameKind

_BARE = re.compile(r"^(?:该|本)|^(?:高新区|经开区|开发区|园区|自贸片区|片区)$|^全国")
_COMMON = re.compile(
    "^(?:[该本全新我]|农?业?)?(?:高新区|经开区|开发区|园区|片区|自贸片区|自贸区|示范区|新区|产业园区?|科技园区?|工业园区?|集中区|集聚区|综保区|保税区)$"
)
_MARKS = re.compile("[,，。；;：:“”]")
_LARGER = re.compile("地区|全境|[港湾湖新市县区州站口]")
_OFFICE = re.compile(r"管委会|管理委员会|党工委")
_NICKNAME = re.compile(
    "(?:(?:素|享|拥|冠)?有(?:着)?|享|被?(?:业界|业内|人们|外界|当地人)?(?:誉|称)(?:为|作)|号称|人称|又称|堪称|(?P<told>(?:叫|称)(?:它|其|这里)(?:为|作)?))"
    '[“"](?P<name>[^“”"，。；]{2,10})[”"](?P<behind>的?(?:之称|美誉|之誉|美称|称号|别称|名头|名号))?'
)
_HERE = re.compile("[“‘]?(?:这里|此地|此间)")
_WHOLE = re.compile("(?:该|全)?(?:区|园区?|高新区|经开区|开发区|片区|新区|产业园)$")
_SAYS_PLACE = re.compile("(?:谷|城|门|港|岛|都|湾|镇|乡|园|廊|高地|明珠|心脏|硅谷)$")
_GREAT = re.compile("^(?:中国|世界|东方|北方|南方|西部|华夏)")
_SHORT_NAMED = re.compile("[是有在的，。、]")


def find_also_called(view: View, finder: MentionFinder) -> Iterator[Find]:
    """Names in the text that mean a park of the article and are not its usual one; also with the province before it."""
    for name in view.article.parks:
        known = finder.parks.park(name)
        yield from _names_of(replace(view, park=finder.parks.id_of(name), park_name=known.name if known else name), name, finder)
    for piece in view.pieces:
        yield from _nicknames(piece, view)


def _names_of(view: View, printed: str, finder: MentionFinder) -> Iterator[Find]:
    """Other names of the view's park, which the article mostly calls as `printed` says."""
    usual = {view.park_name, printed}
    given = {name for piece in view.pieces for _, name in given_names(piece.text)}
    own = _own_names(view, printed)
    for piece in view.pieces:
        if piece.part == "deck":
            continue
        for start, end in _places_of_names(piece, view, given, own, finder):
            begin = _with_province(piece, start)
            name = piece.text[begin:end]
            if (
                name.replace("—", "-") not in usual
                and not _BARE.search(name)
                and not _MARKS.search(name)
                and not _OFFICE.match(piece.text, end)
            ):
                yield Find(NameKind.ALSO_CALLED, name, piece, begin, end, park=view.park)
        yield from _short(piece, view, finder)


def _nicknames(piece: Piece, view: View) -> Iterator[Find]:
    """素有“中国车谷”之称的武汉经开区: a name in marks by which people call the park; and its core 车谷 where the text uses it."""
    for match in _NICKNAME.finditer(piece.text):
        name = match["name"]
        park = _park_called_so(piece, match, view.park)
        if piece.part == "deck" or not park or not (match["behind"] or match["told"] or _SAYS_PLACE.search(name)):
            continue
        yield Find(NameKind.ALSO_CALLED, name, piece, *match.span("name"), park=park)
        core = _GREAT.sub("", name)
        if core != name and len(core) > 1 and any(_stands_alone(other.text, core, name) for other in view.pieces):
            start = match.start("name") + len(name) - len(core)
            yield Find(NameKind.ALSO_CALLED, core, piece, start, match.end("name"), park=park)


def _stands_alone(text: str, core: str, name: str) -> bool:
    return core in text.replace(name, "")


def _park_called_so(piece: Piece, match: re.Match[str], own: str) -> str | None:
    """The park named right behind the nickname, or nothing but it before it in the sentence; the article's `own` for 这里 and 园区."""
    sentence = max(piece.text.rfind(mark, 0, match.start()) for mark in "。！？；") + 1
    if _HERE.match(piece.text, sentence):
        return own
    before = [mention for mention in piece.mentions if sentence <= mention.start and mention.end <= match.start()]
    if before and before[-1].kind is MentionKind.STAND_IN and _WHOLE.match(before[-1].text):
        return own
    if before:
        beside = len(before) > 1 and before[-1].kind is MentionKind.PLACE
        return before[-1].park or (before[-2].park if beside else None)
    behind = next((mention for mention in piece.mentions if mention.start >= match.end()), None)
    if behind is None or behind.start - match.end() > len("的") + 1:
        return None
    return own if _COMMON.match(behind.text) else behind.park


def _own_names(view: View, printed: str) -> frozenset[str]:
    """What the article calls its park twice or more by its own name alone (临港 of 宜宾临港经开区)."""
    stand_ins = ((piece, mention) for piece in view.pieces for mention in piece.mentions_of(MentionKind.STAND_IN))
    alone = Counter(m.text for piece, m in stand_ins if m.park == view.park and not _LARGER.match(piece.text, m.end))
    return frozenset(name for name, count in alone.items() if count > 1 and name in printed and not _COMMON.match(name))


def _places_of_names(piece: Piece, view: View, given: set[str], own: frozenset[str], finder: MentionFinder) -> Iterator[tuple[int, int]]:
    """Where the park is named: mentions of it, its own name alone, its name within those of companies, institutions and projects."""
    for mention in piece.mentions:
        if mention.kind is MentionKind.PARK:
            if mention.park == view.park and (mention.text in given or not finder.is_bare_place(mention.text)):
                yield mention.start, mention.end
        elif mention.kind is MentionKind.STAND_IN and mention.text in own:
            yield mention.start, mention.end
        elif mention.kind in (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT) and "区" in mention.text:
            hits = finder.parks.find(mention.text)
            yield from ((mention.start + hit.start, mention.start + hit.end) for hit in hits if hit.id == view.park and not hit.bare_place)


def _with_province(piece: Piece, start: int) -> int:
    """Where the places begin that stand right before the park's name."""
    for mention in reversed(piece.mentions_of(MentionKind.PLACE)):
        if mention.end == start:
            start = mention.start
    return start


def _short(piece: Piece, view: View, finder: MentionFinder) -> Iterator[Find]:
    """白鹭湾 of 白鹭湾智能农机产业园: the first characters of a long name, where they stand alone and are no place's name."""
    if piece.part != "body" or len(view.park_name) < 8 or finder.parks.park(view.park_name):
        return
    for size in (4, 3, 2):
        short = view.park_name[:size]
        at = piece.text.find(short)
        while at >= 0:
            if _SHORT_NAMED.match(piece.text, at + size) and not finder.parks.gazetteer.place(short):
                yield Find(NameKind.ALSO_CALLED, short, piece, at, at + size, park=view.park)
                return
            at = piece.text.find(short, at + 1)
