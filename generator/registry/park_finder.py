"""Parks named in a text: the registered by any of their names, the others by the form of the name.

A step of its own, below the rooms, because reading (whose article is it?) and extraction (whose number is it?) must agree on
what a park is. A bare 高新区, 园区 or 该区 is no name here: whom it stands for only its sentence can tell.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pypinyin import lazy_pinyin

from generator.model.entities import Park
from generator.registry.names import NameIndex
from generator.registry.places import Gazetteer
from generator.registry.registry import Registry

_HEAD = re.compile(r"[\u3400-\u9fffA-Za-z·]{1,16}$")
_RANKED = re.compile(r".*(?:省|自治区|特别行政区|[^城都上]市|自治州|地区|盟)(?=.)")
_SET_OFF = re.compile(r"(?<=.)(?:高新区|经开区|经济开发区|开发区|自贸片区|工业集中区|[工产]业园区?|科技园|新区|片区)$")
_LONGEST_HEAD = 12
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


def slug(name: str) -> str:
    """An id from a name, its ending set off: the same name gives the same id for ever.

    >>> slug("准格尔经济开发区"), slug("白鹭湾智能农机产业园")
    ('zhungeer-jingjikaifaqu', 'bailuwanzhinengnongji-chanyeyuan')
    """
    ending = _SET_OFF.search(name)
    cut = ending.start() if ending else len(name)
    return "-".join(filter(None, (_spell(name[:cut]), _spell(name[cut:]))))


def _spell(text: str) -> str:
    return re.sub(r"[^a-z0-9]", "", "".join(lazy_pinyin(text)).lower().replace("ü", "v"))


class ParkFinder:
    """Built once from the registry; finding is one pass over the text."""

    def __init__(self, registry: Registry) -> None:
        self.gazetteer = Gazetteer(registry.provinces)
        self._owners = _owners(registry)
        self._index = NameIndex(self._owners)
        endings = registry.words("parks.endings")
        self._ending = re.compile("|".join(map(re.escape, sorted(endings, key=len, reverse=True))))
        self._estates = frozenset(registry.words("parks.estates"))
        self._short_endings = dict(pair.split("=") for pair in registry.words("parks.long_endings"))
        self._before = re.compile("|".join(map(re.escape, sorted(registry.words("parks.before"), key=len, reverse=True))))
        self._no_names = frozenset(registry.words("parks.no_names"))

    def find(self, text: str) -> tuple[ParkMention, ...]:
        """Parks in order, none inside another."""
        known = [self._known(hit.start, hit.end, hit.name) for hit in self._index.find(text)]
        taken = [(mention.start, mention.end) for mention in known if not mention.bare_place]
        by_form = [one for one in self._by_form(text) if not any(one.start < end and start < one.end for start, end in taken)]
        inside = {known_one for known_one in known for one in by_form if known_one.start < one.end and one.start < known_one.end}
        return tuple(sorted([*(one for one in known if one not in inside), *by_form], key=lambda mention: mention.start))

    def park(self, name: str) -> Park | None:
        """The registered park that goes by a name, or None; a name with two owners has none."""
        return self._owners.get(name)

    def _known(self, start: int, end: int, name: str) -> ParkMention:
        park = self._owners[name]
        bare = not (self._ending.search(name) or name == park.name or name == park.official)
        return ParkMention(start, end, name, park.name, park.id, registered=True, bare_place=bare)

    def _by_form(self, text: str) -> Iterator[ParkMention]:
        for match in self._ending.finditer(text):
            head = self._head(text[: match.start()])
            if head:
                start = match.start() - len(head)
                ending = self._short_endings.get(match[0], match[0])
                name = head + ending
                yield ParkMention(
                    start, match.end(), text[start : match.end()], name, slug(name), registered=False, estate=match[0] in self._estates
                )

    def _head(self, before: str) -> str:
        """The name that stands right before an ending, or nothing if what stands there is no name."""
        run = _HEAD.search(before[-16:])
        if not run:
            return ""
        head = run[0]
        for match in self._before.finditer(head):
            head = run[0][match.end() :]
        head = self._without_larger_places(head)
        if len(head) < 2 or len(head) > _LONGEST_HEAD or head in self._no_names:
            return ""
        return "" if any(head.startswith(word) and head[len(word) :] in self._no_names for word in self._no_names) else head

    def _without_larger_places(self, head: str) -> str:
        """安徽省临浦县 -> 临浦县, 内蒙古准格尔 -> 准格尔, 广州 -> 广州."""
        ranked = _RANKED.match(head)
        if ranked:
            head = head[ranked.end() :]
        for place in self.gazetteer.find(head):
            if place.start == 0 and place.end < len(head) and len(head) - place.end >= 2:
                rest = head[place.end :]
                return rest if self.gazetteer.place(rest) or place.place.level == "province" else head
        return head


def _owners(registry: Registry) -> dict[str, Park]:
    """Every name to its park; a name that several parks could go by is left out, unless it is one park's own in the registry."""
    own = {name: park for park in registry.parks for name in _spellings((park.name, park.official, *park.aliases))}
    derived: dict[str, set[str]] = {}
    for park in registry.parks:
        for name in _spellings(_derived(park, registry)):
            derived.setdefault(name, set()).add(park.id)
    parks = {park.id: park for park in registry.parks}
    clear = {name: parks[next(iter(owners))] for name, owners in derived.items() if len(owners) == 1}
    return {name: park for name, park in (clear | own).items() if len(name) >= 2}


def _spellings(names: Iterable[str]) -> Iterator[str]:
    for name in names:
        yield name
        if name.translate(_BRACKETS) != name:
            yield name.translate(_BRACKETS)


def _derived(park: Park, registry: Registry) -> Iterator[str]:
    """广州国家高新区, 广州高新技术产业开发区, 广州开发区 … of 广州高新区."""
    for ending, forms in (("高新区", "parks.high_tech_forms"), ("经开区", "parks.economic_forms")):
        for name in (park.name, *park.aliases):
            stem = name.removesuffix(ending)
            if stem != name and len(stem) >= 2:
                yield from (stem + form for form in registry.words(forms))
                yield stem + "开发区"
