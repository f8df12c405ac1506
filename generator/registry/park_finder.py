"""Parks named in a text: the registered by any of their names, the others by the form of the name.

A step of its own, below the rooms, because reading (whose article is it?) and extraction (whose number is it?) must agree on
what a park is. A bare 高新区, 园区 or 该区 is no name here: whom it stands for only its sentence can tell. Nor is a name that several
registered parks go by (南昌开发区, where there are 南昌高新区 and 南昌经开区).
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from pypinyin import lazy_pinyin

from generator.model.entities import Park
from generator.registry.names import NameIndex
from generator.registry.park_heads import Head, HeadReader
from generator.registry.places import Gazetteer, Place, PlaceLevel, short_name
from generator.registry.registry import Registry

_SET_OFF = re.compile(r"(?<=.)(?:高新区|经开区|经济开发区|开发区|自贸片区|工业集中区|[工产]业园区?|科技园|新区|片区)$")
_SPELT = re.compile("(?<=..)(?:经济(?:技术)?开发区|经开区|开发区|高新区|(?:[产工]业|物流|科技)园区?)$")
_COUNTYS = re.compile("^(.{2,3}?)[县市旗]")
_PLACE_BEFORE = 8
_REMEMBERED = 2048
_STEM = re.compile(r"试验区(.{2,12}?)(?:新区)?片区$")
_FORMS = (
    ("高新区", "high_tech_forms"),
    ("高新区", "contested_forms"),
    ("经开区", "economic_forms"),
    ("自贸片区", "free_trade_forms"),
)
_PART = "片区"  # 福州片区, 平潭片区: parts of one free trade zone beside each other
_FREE_TRADE = re.compile("自贸|自由贸易")
# Readings that a dictionary of common words gets wrong in names of places. In code and not data: an edited reading would change ids.
_READINGS = {
    "长子": "zhangzi", "长": "chang", "都": "du", "漯": "luo", "闵行": "minhang", "太行": "taihang", "六合": "luhe", "单县": "shanxian",
    "浚县": "xunxian", "涡阳": "guoyang", "洪洞": "hongtong", "繁峙": "fanshi", "朝阳": "chaoyang", "筠连": "junlian", "荥经": "yingjing",
    "曾都": "zengdu", "珲春": "hunchun", "万柏林": "wanbailin", "宕昌": "tanchang", "覃塘": "qintang",
}  # fmt: skip
_READ = re.compile(f"({'|'.join(sorted(_READINGS, key=len, reverse=True))})")
_BRACKETS = str.maketrans("（）", "()")


@dataclass(frozen=True, slots=True)
class ParkMention:
    """A park named at `text[start:end]`, provinces and cities before its name left out.

    `name` is the short newspaper name, `id` the park's id (made from the name if it is in no registry); `estate` says that a name found
    by form ends like a park inside a park (产业园), `bare_place` that a registered name is a plain place name too (大旺, 光谷).
    """

    start: int
    end: int
    text: str
    name: str
    id: str
    registered: bool
    estate: bool = False
    bare_place: bool = False


@lru_cache(maxsize=4096)
def slug(name: str) -> str:
    """How a name sounds, its ending set off: the first part of the ids of parks that no registry has.

    >>> slug("准格尔经济开发区"), slug("白鹭湾智能农机产业园")
    ('zhungeer-jingjikaifaqu', 'bailuwanzhinengnongji-chanyeyuan')
    >>> slug("长丰高新区")
    'changfeng-gaoxinqu'
    """
    ending = _SET_OFF.search(name)
    cut = ending.start() if ending else len(name)
    return "-".join(filter(None, (_spell(name[:cut]), _spell(name[cut:]))))


def spelling_key(name: str) -> str:
    """The same for all ways to spell the name of one park that no registry has.

    >>> spelling_key("苍澜经济开发区") == spelling_key("苍澜县经开区"), spelling_key("苍澜高新区") == spelling_key("苍澜经开区")
    (True, False)
    """
    ending = _SPELT.search(name)
    kind = "经开区" if ending and "开" in ending[0] else ending[0].removesuffix("区") if ending else ""
    return _COUNTYS.sub(r"\1", name[: ending.start()] if ending else name) + kind


def _spell(text: str) -> str:
    spelt = (_READINGS.get(piece) or "".join(lazy_pinyin(piece)) for piece in _READ.split(text) if piece)
    return re.sub(r"[^a-z0-9]", "", "".join(spelt).lower().replace("ü", "v"))


class ParkFinder:
    """Built once from the registry; finding is one pass over the text."""

    def __init__(self, registry: Registry) -> None:
        self.gazetteer = Gazetteer(registry.provinces)
        self._owners, self._shared = _owners(registry)
        self._index = NameIndex(self._owners)
        endings = tuple(sorted(registry.words("parks.endings"), key=lambda ending: (-len(ending), ending)))
        self._ending = re.compile(f"(?:{'|'.join(map(re.escape, endings))})(?!域)")
        self._estates = frozenset(registry.words("parks.estates"))
        self._short_endings = dict(pair.split("=") for pair in registry.words("parks.long_endings"))
        self._one_of_all = registry.words("parks.one_of_all")
        self._bare_before = frozenset(registry.words("parks.bare_before"))
        self._remembered = lru_cache(_REMEMBERED)(self._find)  # what reading has looked through extraction looks through again
        self._heads = HeadReader(registry, self.gazetteer, endings, self._estates)

    def find(self, text: str) -> tuple[ParkMention, ...]:
        """Parks in order, none inside another."""
        return self._remembered(text)

    def _find(self, text: str) -> tuple[ParkMention, ...]:
        known = tuple(self._known(text))
        taken = tuple(one for one in known if not (one.bare_place or _is_aggregate(self._owners[one.text])))
        formed = _clear_of(taken, self._by_form(text))
        rest = _clear_of(formed, known)
        return tuple(sorted((*rest, *formed), key=lambda mention: mention.start))

    def id_of(self, name: str) -> str:
        """The id of a park by its name: the registered one's, else one made from the name.

        Two names may sound alike (宿州 and 苏州, 云溪 and 运西), and pages are read one by one: so every made id ends in a number from the
        name's signs, which no registered park's id has.
        """
        park = self._owners.get(name)
        return park.id if park else f"{slug(name)}-{sum(map(ord, name))}"

    def park(self, name: str) -> Park | None:
        """The registered park that goes by a name, or None; a name with two owners has none."""
        return self._owners.get(name)

    def _known(self, text: str) -> Iterator[ParkMention]:
        for hit in self._index.find(text):
            park = self._owners[hit.name]
            place = self._place_before(text, hit.start)
            one_of_all = _is_aggregate(park) and text.endswith(self._one_of_all, 0, hit.start)
            if not (text.startswith("域", hit.end) or one_of_all) and (place is None or _lies_in(park, place)):
                own = self._ending.search(hit.name) or hit.name.endswith(_PART) or hit.name in (park.name, park.official)
                bare = not (own or _FREE_TRADE.search(hit.name))
                yield ParkMention(hit.start, hit.end, hit.name, park.name, park.id, registered=True, bare_place=bare)

    def _place_before(self, text: str, at: int) -> Place | None:
        """The province or city whose name ends at `at`: 潍坊|滨海高新区."""
        for size in range(min(_PLACE_BEFORE, at), 1, -1):
            place = self.gazetteer.place(text[at - size : at])
            if place and place.level is not PlaceLevel.COUNTY:
                return place
        return None

    def _by_form(self, text: str) -> Iterator[ParkMention]:
        for match in self._ending.finditer(text):
            head = self._heads.read(text, match.start(), match[0])
            ending = self._short_endings.get(match[0], match[0])
            if head and head.text + ending not in self._shared and head.short + ending not in self._shared:
                yield self._formed(head, ending, text[head.start : match.end()])

    def _formed(self, head: Head, ending: str, text: str) -> ParkMention:
        """A park by its name's form; the registered one if the name without 市 or 县 is one of its names."""
        end = head.start + len(text)
        for name in (head.text + ending, head.short + ending, *self._without_rank(text)):
            park = self._owners.get(name)
            if park and all(_lies_in(park, place) for place in head.places):
                return ParkMention(head.start, end, text, park.name, park.id, registered=True)
        name = (head.short if ending in self._bare_before else head.text) + ending
        if name in self._owners and head.places:
            name = short_name(head.places[-1].name) + name
        return ParkMention(head.start, end, text, name, self.id_of(name), registered=False, estate=ending in self._estates)

    def _without_rank(self, text: str) -> tuple[str, ...]:
        """A name without the 市 after the city that it begins with: 中山火炬高新区 of 中山市火炬高新区; none where no city does."""
        at = text.find("市", 2, _PLACE_BEFORE)
        place = self.gazetteer.place(text[: at + 1]) if at > 0 else None
        if place is None or place.level is not PlaceLevel.CITY:
            return ()
        bare = text[:at] + text[at + 1 :]
        short = next((bare.removesuffix(long) + form for long, form in self._short_endings.items() if bare.endswith(long)), bare)
        return (bare, short)


def _clear_of(taken: Iterable[ParkMention], mentions: Iterable[ParkMention]) -> tuple[ParkMention, ...]:
    """The mentions that overlap nothing taken; every place that is taken is looked up, so that a long text costs no more than its parts."""
    places = {place for one in taken for place in range(one.start, one.end)}
    return tuple(one for one in mentions if places.isdisjoint(range(one.start, one.end)))


def _is_aggregate(park: Park) -> bool:
    """国家高新区 and 国家级经开区 lie nowhere: in 内江国家高新区 they are but the end of a name."""
    return park.kind == "other" and not park.province


def _lies_in(park: Park, place: Place) -> bool:
    """Whether nothing speaks against the park lying there."""
    if not park.province or place.province != park.province:
        return not park.province
    return place.level is PlaceLevel.PROVINCE or place.city == park.city or park.city in ("", park.province)


def _owners(registry: Registry) -> tuple[dict[str, Park], frozenset[str]]:
    """Every name to its park, and the names that several parks could go by, unless one has it for its own in the registry."""
    own = {name: park for park in registry.parks for name in _spellings((park.name, park.official, *park.aliases))}
    derived: dict[str, dict[str, Park]] = {}
    for park in registry.parks:
        for name in _spellings(_forms(park, registry, contested=False)):
            derived.setdefault(name, {})[park.id] = park
    claimed = {name: tuple(parks.values()) for name, parks in derived.items()}
    contested = {name for park in registry.parks for name in _forms(park, registry, contested=True)}
    shared = frozenset(name for name, parks in claimed.items() if name not in own and (len(parks) > 1 or name in contested))
    clear = {name: parks[0] for name, parks in claimed.items() if name not in shared}
    return {name: park for name, park in (clear | own).items() if len(name) >= 2}, shared


def _spellings(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        if name.translate(_BRACKETS) != name:
            yield name.translate(_BRACKETS)


def _forms(park: Park, registry: Registry, *, contested: bool) -> Iterator[str]:
    """广州国家高新区, 广州高新技术产业开发区 … of 广州高新区, 自贸试验区青岛片区 … of 青岛自贸片区; or what it only might be called."""
    for stem, forms in _stems(park):
        if contested == (forms == "contested_forms"):
            yield from (form.replace("…", stem) for form in registry.words(f"parks.{forms}"))


def _stems(park: Park) -> Iterator[tuple[str, str]]:
    """The park's names without their endings, each with the list of endings that it may have instead."""
    of_official = _STEM.search(park.official)
    if park.kind == "ftz" and of_official:
        yield of_official[1], "free_trade_forms"
    for name in (park.name, *park.aliases):
        for ending, forms in _FORMS:
            stem = name.removesuffix(ending)
            if stem != name and len(stem) >= 2:
                yield stem, forms
