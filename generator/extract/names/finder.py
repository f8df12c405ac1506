"""All lists of an article, merged and assigned to parks."""

from collections.abc import Iterator

from generator.extract.mentions import ArticleMentions, MentionFinder
from generator.extract.names.also_called import find_also_called
from generator.extract.names.facilities import FacilityFinder
from generator.extract.names.honours import HonourFinder
from generator.extract.names.industries import IndustryFinder
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.measures import MeasureFinder
from generator.extract.names.merge import merge_finds
from generator.extract.names.organisations import find_companies, find_institutions, find_sub_parks
from generator.extract.names.people import find_people
from generator.extract.names.projects import ProjectFinder
from generator.extract.names.view import Find, View, build_name, build_view
from generator.model.article import Article
from generator.model.claim import Name
from generator.registry.registry import Registry


class NameFinder:
    """Built once from the registry and the finder of mentions."""

    def __init__(self, registry: Registry, mentions: MentionFinder) -> None:
        self._mentions = mentions
        self._lexicon = ListLexicon(registry, mentions.lexicon)
        self._honours = HonourFinder(self._lexicon)
        self._industries = IndustryFinder(self._lexicon)
        self._facilities = FacilityFinder(self._lexicon)
        self._projects = ProjectFinder(self._lexicon)
        self._measures = MeasureFinder(self._lexicon)

    def find(self, article: Article, mentions: ArticleMentions) -> tuple[Name, ...]:
        """Every list entry of the article, list by list, with its proof; an article about no park has none."""
        if not article.parks:
            return ()
        name = article.parks[0]
        known = self._mentions.parks.park(name)
        view = build_view(article, mentions, self._mentions.parks.id_of(name), known.name if known else name)
        return tuple(build_name(view, find) for find in merge_finds(self._finds(view), self._core))

    def _core(self, name: str) -> str:
        """A name without the park and places that it begins with."""
        while True:
            parks = [hit.end for hit in self._mentions.parks.find(name) if hit.start == 0]
            places = [hit.end for hit in self._mentions.parks.gazetteer.find(name) if hit.start == 0]
            first = max((end for end in (*parks, *places) if end < len(name)), default=0)
            if not first:
                return name
            name = name[first:]

    def _finds(self, view: View) -> Iterator[Find]:
        honours = tuple(self._honours.find(view))
        called = tuple(find_also_called(view, self._mentions))
        own = {find.name for find in called} | {view.park_name, view.article.parks[0]}
        titles = frozenset(find.name for find in honours)
        yield from called
        yield from honours
        yield from self._industries.find(view)
        yield from find_companies(view, self._lexicon, self._mentions)
        yield from (find for find in find_institutions(view, self._lexicon, self._mentions, titles) if find.name not in own)
        yield from find_sub_parks(view, self._mentions)
        yield from self._facilities.find(view)
        yield from self._projects.find(view)
        yield from find_people(view, self._mentions)
        yield from self._measures.find(view)
