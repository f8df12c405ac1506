"""The parks that an article is about: those of its headline, else the one that its body names most."""

from generator.read.tools import Parks

_WEAK = 0.4
_FIRST = 1.5
_SHARE = 0.6


def subjects(headline: str, body: str, first: str, parks: Parks) -> tuple[str, ...]:
    """Short names of the parks, most important first: one as a rule, two where the headline names both and the body speaks of both.

    `first` is the body's first paragraph: what it names counts more.
    """
    weights = _weights(body, parks)
    for name, weight in _weights(first, parks).items():
        weights[name] = weights.get(name, 0.0) + _FIRST * min(1.0, weight)
    named = _weights(headline, parks)
    strong = [name for name in named if named[name] >= 1] or [name for name in named if name in weights]
    if strong:
        best = max(strong, key=lambda name: weights.get(name, 0.0))
        floor = _SHARE * weights.get(best, 0.0)
        return (best, *(name for name in strong if name != best and weights.get(name, 0.0) >= max(1.0, floor)))
    if not weights:
        return ()
    return (max(weights, key=lambda name: weights[name]),)


def _weights(text: str, parks: Parks) -> dict[str, float]:
    """How much a text speaks of each park; parks inside parks and plain place names count less."""
    weights: dict[str, float] = {}
    for mention in parks.find(text):
        weak = mention.estate or mention.bare_place
        weights[mention.name] = weights.get(mention.name, 0.0) + (_WEAK if weak else 1.0)
    return weights
