"""What speaks for a headline's being a body's: small features, each looking at one thing, their sum the score."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from generator.read.cohesion import Named, Rarity
from generator.read.draft import Draft
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit

_SHORT = 16
_NAME_OF_COLUMN = 5


@dataclass(frozen=True, slots=True)
class Heading:
    """One or more heading lines that are read as one; `run` numbers the row of headings in which it stands.

    `under` are the last of its places where they are a subtitle (——访某高新区管委会主任); `pairs` are those of its characters,
    names of parks left out.
    """

    places: tuple[int, ...]
    text: str
    named: Named
    run: int
    byline_after: bool
    pairs: frozenset[str]
    numbers: frozenset[str]
    under: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Body:
    """What the features look at of an article in the making.

    `answers` are persons before whose words their names stand, `run_above` is the row of headings right before its first text.
    """

    draft: Draft
    text: str
    named: Named
    pairs: frozenset[str]
    numbers: frozenset[str]
    has_byline: bool
    in_sections: bool
    answers: frozenset[str]
    run_above: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Scene:
    """The page as the features see it.

    `between` are the places of headings that stand between two whole paragraphs of a body, `about` says how many bodies are about a park,
    `tight` that no blank lines stand within columns.
    """

    units: tuple[Unit, ...]
    bodies: tuple[Body, ...]
    rarity: Rarity
    tools: Tools
    named_rows: frozenset[int]
    between: frozenset[int]
    about: Counter[str]
    tight: bool


def stands_above(heading: Heading, body: Body, scene: Scene) -> float:
    """Right before the body's first text; hardly what a blank line parts from the headline there."""
    if not any(place in body.draft.heads for place in heading.places):
        return 0.0
    return 4.0 if heading.run == body.run_above else 1.0


def stands_below(heading: Heading, body: Body, scene: Scene) -> float:
    """Glued to the body's last line and parted by a blank line from what follows, on a page that has none within its columns.

    Names under it say that nothing else is the headline there.
    """
    first, units = heading.places[0], scene.units
    if not scene.tight:
        return 0.0
    while first - 1 > body.last and units[first - 1].sort is Sort.HEAD and not units[first].gap:
        first -= 1
    below = heading.places[-1] + 1
    while below < len(units) and units[below].sort is Sort.HEAD and not units[below].gap:
        below += 1
    signed = below < len(units) and units[below].sort is Sort.BYLINE and units[below].sure and not units[below].gap
    below += signed
    ended = below == len(units) or units[below].gap > 0
    if first - 1 != body.last or units[first].gap or not ended or (body.draft.heads and not signed):
        return 0.0
    return 4.0 if signed else 2.5


def stands_inside(heading: Heading, body: Body, scene: Scene) -> float:
    """Between two texts of the body: within a sentence it is a headline or a caption, after one a sub-heading as often."""
    if not body.first < heading.places[0] < body.last:
        return 0.0
    if _over_own_byline(heading, body, scene):
        return 2.0
    if any(scene.tools.parks.find(scene.units[place].text.text) for place in body.draft.heads):
        return -4.0
    if cut_at(heading, body, scene.units, scene.tools) or heading.named.names:
        return 1.0
    return -3.0 if len(heading.text) <= _SHORT or body.draft.heads else -1.0


def _over_own_byline(heading: Heading, body: Body, scene: Scene) -> bool:
    """Whether the row of headings ends over names that are the body's and stand within it: the headline in the middle of a round-up."""
    below = heading.places[-1] + 1
    while below < len(scene.units) and scene.units[below].sort is Sort.HEAD:
        below += 1
    return body.first < below < body.last and below in body.draft.bylines and scene.units[below].sure


def stands_in_other(heading: Heading, body: Body, scene: Scene) -> float:
    """Between two whole paragraphs of another body, in a row that names no park: a sub-heading of that one."""
    if heading.run in scene.named_rows or body.first < heading.places[0] < body.last or stands_above(heading, body, scene):
        return 0.0
    return -3.0 if heading.places[0] in scene.between else 0.0


def same_park(heading: Heading, body: Body, scene: Scene) -> float:
    """The park that the heading names is the body's; or the body names others and never it. A body may leave it to the headline."""
    if not heading.named.names or not body.named.names or (heading.named.full and not body.named.full):
        return 0.0
    if body.named.main in heading.named.names or _all_of_a_kind(heading, body):
        return 5.0
    return 1.0 if any(body.named.count(name) for name in heading.named.names) else -7.0


def _all_of_a_kind(heading: Heading, body: Body) -> bool:
    """Whether both speak of all parks of a kind together (国家级经开区), the body more than of any single one."""
    if heading.named.full:
        return False
    most = max((times for _, times in body.named.full), default=0)
    return any(body.named.count(name) > most for name, _ in heading.named.weak)


def only_body_of_park(heading: Heading, body: Body, scene: Scene) -> float:
    """No other body is about the park that the heading names."""
    if body.named.main not in heading.named.names:
        return 0.0
    return 2.0 if scene.about[body.named.main] == 1 else 0.0


def shared_words(heading: Heading, body: Body, scene: Scene) -> float:
    """How much of the heading's rarer pairs of characters the body has, names of parks left out."""
    shared = heading.pairs & body.pairs
    return 5.0 * scene.rarity.weigh(shared) / scene.rarity.weigh(heading.pairs) if shared else 0.0


def shared_numbers(heading: Heading, body: Body, scene: Scene) -> float:
    """Numbers that both print."""
    return min(3.0, 1.5 * len(heading.numbers & body.numbers))


def names_who_answers(heading: Heading, body: Body, scene: Scene) -> float:
    """The heading names the person whose answers the body prints (——对话就业服务中心主任石兴贵)."""
    return 3.0 if any(who in heading.text for who in body.answers) else 0.0


def byline_beside(heading: Heading, body: Body, scene: Scene) -> float:
    """A byline under the heading goes with a body that has none."""
    if not heading.byline_after or any(place in body.draft.heads for place in heading.places) or _over_own_byline(heading, body, scene):
        return 0.0
    return -2.0 if body.has_byline else 1.0


def is_name_of_column(heading: Heading, body: Body, scene: Scene) -> float:
    """A few characters over an opening that name no park and share nothing with the body (海岸新声) are a column's name."""
    short = len(heading.text) <= _NAME_OF_COLUMN and not heading.named.names and scene.units[body.first].lead
    return -4.0 if short and heading.pairs.isdisjoint(body.pairs) and not stands_below(heading, body, scene) else 0.0


def counts_parks(heading: Heading, body: Body, scene: Scene) -> float:
    """The heading of a round-up names no park but says how many there are (三家高新区), and the body names as many."""
    several = scene.tools.shapes.several_parks(heading.text)
    if heading.named.full or not several or len(body.named.full) < max(2, several.least):
        return 0.0
    return 4.0 if several.most >= len(body.named.full) else 2.0


def heads_sections(heading: Heading, body: Body, scene: Scene) -> float:
    """Lines that name no park head a report in sections on several rather than one on a single park."""
    return 2.5 if body.in_sections and heading.run not in scene.named_rows else 0.0


def is_numbered(heading: Heading, body: Body, scene: Scene) -> float:
    """The number of a section opens a sub-heading."""
    return -9.0 if scene.tools.shapes.numbered(heading.text) else 0.0


def printed_double(heading: Heading, body: Body, scene: Scene) -> float:
    """Glyphs printed twice are the big letters of a headline, where the lines over the body are not and both have words in common."""
    if not any(scene.units[place].doubled for place in heading.places) or stands_above(heading, body, scene):
        return 0.0
    if heading.pairs and heading.pairs.isdisjoint(body.pairs):
        return 0.0
    inside = body.first < heading.places[0] < body.last
    return 10.0 if inside and not any(scene.units[place].doubled for place in body.draft.heads) else 0.0


def is_report(heading: Heading, body: Body, scene: Scene) -> float:
    """The editors' own word (编者按) has no headline."""
    return -20.0 if scene.units[body.first].note else 0.0


def cut_at(heading: Heading, body: Body, units: tuple[Unit, ...], tools: Tools) -> bool:
    """Whether the heading stands within a sentence of the body."""
    before = [place for place in body.draft.texts if place < heading.places[0]]
    return bool(before) and not tools.shapes.closed(units[before[-1]].text.text)


FEATURES: tuple[Callable[[Heading, Body, Scene], float], ...] = (
    stands_above,
    stands_below,
    stands_inside,
    stands_in_other,
    same_park,
    only_body_of_park,
    shared_words,
    shared_numbers,
    names_who_answers,
    byline_beside,
    is_name_of_column,
    counts_parks,
    heads_sections,
    is_numbered,
    printed_double,
    is_report,
)
