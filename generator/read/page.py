"""One page from bytes to articles: the steps of reading in their order, each a pure function of the one before."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from pathlib import PurePosixPath

from generator.model.article import Page
from generator.model.correction import ReadingCorrection
from generator.model.problem import Problem
from generator.read.articles import build_articles
from generator.read.corrections import apply_reading
from generator.read.decode import decode_page
from generator.read.drafts import walk_page
from generator.read.fragments import adopt, call_home
from generator.read.headings import match_headings
from generator.read.homecoming import bring_home
from generator.read.homeless import settle_parks
from generator.read.kinds import sort_lines
from generator.read.lines import read_lines
from generator.read.published import date_page
from generator.read.sections import join_sections
from generator.read.split import split_drafts
from generator.read.tangles import untangle
from generator.read.tools import Knowledge, Parks, know, tools_for
from generator.read.units import build_units
from generator.read.weave import part_columns
from generator.registry.registry import Registry

FOLDER = "seeds/"


def read_page(
    seed_name: str, raw: bytes, registry: Registry, parks: Parks, corrections: Iterable[ReadingCorrection] = ()
) -> tuple[Page | None, tuple[Problem, ...]]:
    """The page as read and what was odd about it; None for bytes that are no text (the problem says why).

    `corrections` are applied last, to the page as a whole.
    """
    path = FOLDER + seed_name
    decoded = decode_page(path, raw)
    if decoded.text is None:
        return None, decoded.problems
    page, problems = _read_text(seed_name, decoded.text, _knowledge(_Key(registry, parks)), registry)
    corrected, more = apply_reading(page, corrections)
    return corrected, (*decoded.problems, *problems, *more)


def _read_text(seed_name: str, text: str, knowledge: Knowledge, registry: Registry) -> tuple[Page, tuple[Problem, ...]]:
    """The steps, in order."""
    tools = tools_for(knowledge, text)
    lines = read_lines(text, tools.shapes)
    sorted_lines = sort_lines(part_columns(lines.lines, tools), tools)
    units = build_units(sorted_lines, tools)
    drafts = walk_page(units, tools)
    untangle(drafts, units, tools)
    split_drafts(drafts, units, tools)
    call_home(drafts, units, tools)
    bring_home(drafts, units, tools)
    join_sections(drafts, units, tools)
    adopt(drafts, units, tools)
    titles = match_headings(drafts, units, tools)
    built = build_articles(PurePosixPath(seed_name).stem, FOLDER + seed_name, units, drafts, titles, tools)
    repairs = tuple(sorted((*lines.repairs, *built.page.repairs), key=lambda repair: repair.line))
    page = replace(settle_parks(built.page, tools), seed=seed_name, repairs=repairs)
    return date_page(page, registry, knowledge.events), built.problems


class _Key:
    """Registry and parks, compared by identity: hashing thousands of parks for every page would cost more than reading it."""

    __slots__ = ("parks", "registry")

    def __init__(self, registry: Registry, parks: Parks) -> None:
        self.registry = registry
        self.parks = parks

    def __hash__(self) -> int:
        return hash((id(self.registry), id(self.parks)))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.registry is other.registry and self.parks is other.parks


@lru_cache(maxsize=4)
def _knowledge(key: _Key) -> Knowledge:
    return know(key.registry, key.parks)
