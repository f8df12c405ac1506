"""One ParkFile per park that the pages speak of."""

from collections.abc import Iterable, Mapping
from typing import TypeVar

from generator.assemble.merge import merge_claims
from generator.assemble.names import unique_names
from generator.assemble.series import build_series
from generator.model.article import Page
from generator.model.claim import Claim, Extraction, Name
from generator.model.entities import Park
from generator.model.sheet import ParkFile
from generator.registry.registry import Registry


def assemble_parks(
    pages: Iterable[Page], extractions: Iterable[Extraction], parks: Mapping[str, Park], registry: Registry
) -> tuple[ParkFile, ...]:
    """Park files ordered by park id: every park that an article is about, or that a claim or a name belongs to.

    `parks` holds every park by id, those found by their names' form too; KeyError if one is missing. Conflicts are left empty here:
    they are found on what is published, after corrections.
    """
    pages, extractions = tuple(pages), tuple(extractions)
    dates = page_dates(pages)
    claims = _by_park(claim for extraction in extractions for claim in extraction.claims)
    names = _by_park(name for extraction in extractions for name in extraction.names)
    articles = _articles_by_park(pages, claims, names, parks)
    return tuple(
        _park_file(parks[park], claims.get(park, ()), names.get(park, ()), articles[park], dates, registry) for park in sorted(articles)
    )


def page_dates(pages: Iterable[Page]) -> dict[str, str]:
    """The date of every page by page id, empty where unknown."""
    return {page.id: page.published.value for page in pages}


def _park_file(
    park: Park, claims: tuple[Claim, ...], names: tuple[Name, ...], articles: tuple[str, ...], dates: Mapping[str, str], registry: Registry
) -> ParkFile:
    facts = merge_claims(claims, dates)
    return ParkFile(park, facts, unique_names(names), build_series(facts, registry, dates), (), articles)


_Thing = TypeVar("_Thing", Claim, Name)


def _by_park(things: Iterable[_Thing]) -> dict[str, tuple[_Thing, ...]]:
    groups: dict[str, list[_Thing]] = {}
    for thing in things:
        if thing.park:
            groups.setdefault(thing.park, []).append(thing)
    return {park: tuple(group) for park, group in groups.items()}


def _articles_by_park(
    pages: tuple[Page, ...], claims: Mapping[str, tuple[Claim, ...]], names: Mapping[str, tuple[Name, ...]], parks: Mapping[str, Park]
) -> dict[str, tuple[str, ...]]:
    """Article ids by park id: those that are about the park, and those that a claim or a name of it comes from."""
    ids = {park.name: park.id for park in parks.values()}
    found: dict[str, set[str]] = {}
    for page in pages:
        for article in page.articles:
            for name in article.parks:
                found.setdefault(ids[name], set()).add(article.id)
    for groups in (claims, names):
        for park, things in groups.items():
            found.setdefault(park, set()).update(thing.evidence.article for thing in things)
    return {park: tuple(sorted(articles)) for park, articles in found.items()}
