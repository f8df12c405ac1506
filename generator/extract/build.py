"""Everything that extraction needs, compiled once from the registry."""

from functools import partial

from generator.extract.labels import build_label_words
from generator.extract.mentions import MentionFinder
from generator.extract.names import NameFinder, find_place
from generator.extract.page import Extractor
from generator.extract.period_choice import PeriodResolver
from generator.extract.periods import PeriodFinder
from generator.extract.quantities import QuantityFinder
from generator.extract.review import build_doubts
from generator.extract.status import StatusFinder
from generator.extract.subjects import SubjectFinder
from generator.registry.metric_match import MetricMatcher
from generator.registry.park_finder import ParkFinder
from generator.registry.registry import Registry


def build_extractor(registry: Registry, park_finder: ParkFinder) -> Extractor:
    """The extractor of a registry; KeyError names a word list that is missing."""
    mentions = MentionFinder(registry, park_finder)
    matcher = MetricMatcher(registry)
    return Extractor(
        quantities=QuantityFinder(registry),
        mentions=mentions,
        parks=park_finder,
        registered=frozenset(park.id for park in registry.parks),
        subjects=SubjectFinder(registry),
        periods=PeriodFinder(registry),
        resolver=PeriodResolver(registry),
        statuses=StatusFinder(registry),
        labels=build_label_words(registry, lambda label, unit, kind: matcher.match(label, unit, kind) is not None),
        doubts=build_doubts(registry),
        match_metric=matcher.match,
        find_names=NameFinder(registry, mentions).find,
        find_place=partial(find_place, gazetteer=park_finder.gazetteer),
    )
