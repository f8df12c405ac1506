"""The parks that an article is about: those of its headline, else the one that its body names most."""

import re
from collections.abc import Sequence

from generator.read.shapes import Shapes
from generator.read.tools import Parks

_WEAK = 0.4
_FIRST = 1.5
_SHARE = 0.6
# One mention outside the first paragraph, beside another park's: 仅次于张江高新区.
_BY_THE_WAY = 1.0
# Where two weigh the same, the park comes before the estate in it and before all parks of a kind.
_FULL = 0.5
_FEWEST_OF_ROUND_UP = 3
_FEWEST_COMPARED = 4
_EVEN = 2
_OFTEN = 3
_ALIKE = 0.7
_LONGEST_OPENING = 24
_COUNTYS = re.compile("^[一-龥]{1,4}县")
PARK_KIND = re.compile("(?:国家)?(?:高新区|经开区|自贸片区|自贸区|综保区|开发区|工业园区?|产业园|新区|示范区)$")


def subjects(headline: str, paragraphs: Sequence[str], first: str, parks: Parks, beside: Sequence[str] = ()) -> tuple[str, ...]:
    """Short names of the parks, most important first: one as a rule, two where the headline names both and the body speaks of both.

    `first` is the body's first paragraph: what it names counts more. `beside` are deck and captions, each asked only where nothing before
    it names a park. Of a round-up, whose headline names none, all parks that have paragraphs of their own, in their order; of a comparison
    all that are compared.
    """
    said = _weights("\n".join(paragraphs), parks)
    weights = dict(said)
    opening = _weights(first, parks)
    # 入冬以来，某省某县童装产业园的流水线没有停过: a county's own estate is nobody's part where it opens the article alone.
    alone = next((name for name in opening if len(opening) == 1 and _COUNTYS.search(name)), "")
    if alone:
        weights[alone] = weights.get(alone, 0.0) / _WEAK
    for name, weight in opening.items():
        weights[name] = weights.get(name, 0.0) + _FIRST * (1.0 if name == alone else min(1.0, weight))
    named = _weights(headline, parks) or _by_cities(headline, weights)
    slogans = _slogans(headline, "\n".join(paragraphs), parks) if weights else frozenset()
    strong = [name for name in named if named[name] >= 1 and name not in slogans] or [name for name in named if name in weights]
    if not strong and max(weights.values(), default=0.0) <= _BY_THE_WAY:
        strong = next(filter(None, (list(_weights(text, parks)) for text in (headline, *beside))), []) if named or not weights else []
    if strong:
        best = max(strong, key=lambda name: weights.get(name, 0.0))
        floor = _SHARE * weights.get(best, 0.0)
        return (best, *(name for name in strong if name != best and weights.get(name, 0.0) >= max(1.0, floor)))
    if not weights:
        return ()
    if (
        several := _round_up(paragraphs, parks)
        or _counted_round_up(paragraphs, parks)
        or _compared(said)
        or _partners(paragraphs, said, parks)
    ):
        return several
    full = {alone, *(mention.name for mention in parks.find("\n".join(paragraphs)) if not (mention.estate or mention.bare_place))}
    return (max(weights, key=lambda name: weights[name] + _FULL * (name in full)),)


def _slogans(headline: str, body: str, parks: Parks) -> frozenset[str]:
    """What a headline alone calls like a park, by its form (潮涌新区): the body has not even the words before 新区."""
    named = (mention.name for mention in parks.find(headline) if not mention.registered)
    return frozenset(name for name in named if PARK_KIND.sub("", name) not in body)


def _by_cities(headline: str, weights: dict[str, float]) -> dict[str, float]:
    """Two parks or more that a headline names by their cities alone (襄阳荆门“同框”造车), or only counts (两座高新区)."""
    cities = {name: city for name in weights if len(city := PARK_KIND.sub("", name)) > 1 and city != name}
    found = [name for name, city in cities.items() if city in headline]
    several = Shapes.several_parks(headline)
    if several and several.least == several.most:
        most = sorted(weights, key=lambda name: -weights[name])[: several.least]
        found = found or (most if len(most) == several.least else [])
    least = _SHARE * max(weights.values(), default=0.0)
    return dict.fromkeys(found, 1.0) if len(found) > 1 and all(weights[name] >= max(1.0, least) for name in found) else {}


def _round_up(paragraphs: Sequence[str], parks: Parks) -> tuple[str, ...]:
    """The parks of a round-up in order: each paragraph that names parks tells of one that no other paragraph tells of; else nothing.

    A paragraph that names as many as a round-up has opens or closes it and tells of none.
    """
    told: list[str] = []
    beside: list[str] = []
    for text in paragraphs:
        weights = {name: weight for name, weight in _weights(text, parks).items() if weight >= 1}
        if 0 < len(weights) < _FEWEST_OF_ROUND_UP:
            told.append(max(weights, key=lambda name: weights[name]))
            beside.extend(name for name in (told[-1], *_openers(text, parks)) if name not in beside)
    # 长沙 … 长沙 … 株洲 … 长沙: the first is what the article is about.
    stretches = [name for at, name in enumerate(told) if not at or told[at - 1] != name]
    return tuple(beside) if len(stretches) >= _FEWEST_OF_ROUND_UP and len(set(stretches)) == len(stretches) else ()


def _counted_round_up(paragraphs: Sequence[str], parks: Parks) -> tuple[str, ...]:
    """The parks of a round-up that counts them first (记者走进3个园区), where estates alone in a paragraph make up the number."""
    sentences = re.split("[。！？]", paragraphs[0]) if paragraphs else []
    counts = {several.least for one in sentences if (several := Shapes.several_parks(one)) and several.least == several.most}
    told = [max(weights, key=lambda name: weights[name]) for text in paragraphs[1:] if (weights := _weights(text, parks))]
    found = tuple(dict.fromkeys(told))
    return found if len(found) >= _FEWEST_OF_ROUND_UP and len(found) in counts else ()


def _compared(weights: dict[str, float]) -> tuple[str, ...]:
    """The parks of a comparison of many, none of which has more of the text than the others; else nothing.

    >>> _compared(dict.fromkeys("abcd", 2.0)), _compared({"a": 5.0, "b": 1.0, "c": 1.0, "d": 1.0})
    (('a', 'b', 'c', 'd'), ())
    """
    told = [name for name, weight in weights.items() if weight >= 1]
    even = len(told) >= _FEWEST_COMPARED and max(weights.values()) <= _EVEN * min(weights[name] for name in told)
    return tuple(told) if even else ()


def _partners(paragraphs: Sequence[str], weights: dict[str, float], parks: Parks) -> tuple[str, ...]:
    """The two parks that most paragraphs name side by side, one about as often as the other; else nothing."""
    first, second, third = (*sorted(weights, key=lambda name: -weights[name]), "", "", "")[:3]
    if not second or weights[second] < _OFTEN or weights[second] < _ALIKE * weights[first] or weights.get(third, 0) > 1:
        return ()
    beside = [text for text in paragraphs if {first, second} <= _weights(text, parks).keys()]
    return (first, second) if len(beside) * 2 > len(paragraphs) else ()


def _openers(text: str, parks: Parks) -> tuple[str, ...]:
    """The parks that stand before the first comma of a sentence (同在浙江的舟山自贸片区，…; 赣州经开区和赣州高新区比着跑)."""
    heads = (re.split("[，,：:]", sentence, maxsplit=1)[0][:_LONGEST_OPENING] for sentence in re.split("[。！？]", text))
    # 片区内的某综保区 is the park's own.
    return tuple(name for head in heads if "区内的" not in head for name, weight in _weights(head, parks).items() if weight >= 1)


def _weights(text: str, parks: Parks) -> dict[str, float]:
    """How much a text speaks of each park; parks inside parks and plain place names count less."""
    weights: dict[str, float] = {}
    for mention in parks.find(text):
        weak = mention.estate or mention.bare_place
        weights[mention.name] = weights.get(mention.name, 0.0) + (_WEAK if weak else 1.0)
    return weights
