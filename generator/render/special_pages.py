"""The pages that are no tables: home, compare, search, and the addresses that parks once had."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.model.claim import Claim, Kind, Level, Status
from generator.model.sheet import ParkSheet, SheetFact
from generator.model.site import SiteFile
from generator.render.book import Book, headline_text, printed_in
from generator.render.escape import escape
from generator.render.figures import figure_text, kind_name, last_day, period_text
from generator.render.index_pages import by_province, park_link, published
from generator.render.key_figures import key_facts, whole_first
from generator.render.links import fact_anchor, file_id, link, park_path, source_path
from generator.render.park_kinds import is_aggregate, kind_key
from generator.render.quality_page import count_published
from generator.render.regions import region_id
from generator.render.tables import Column, Section, Table

_RICHEST, _LATEST, _FIGURES = 12, 8, 3


@dataclass(frozen=True, slots=True)
class LatestSource:
    """A recent report."""

    title: Markup
    about: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """The first page."""

    title: str
    counts: str
    browse: tuple[tuple[Markup, str], ...]
    sections: tuple[Section, ...]
    all_parks: Markup
    latest: tuple[LatestSource, ...]


@dataclass(frozen=True, slots=True)
class ScriptPage:
    """A page that a script fills: its words and, for compare, the parks to choose from."""

    words: Markup
    parks: Markup


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old address."""

    title: str
    target: str


def home_page(book: Book, path: str) -> HomePage:
    """How much there is, where to look, the parks of which most is known, the latest reports."""
    words = book.wording
    parks = sum(not is_aggregate(sheet.park) for sheet in book.sheets)
    counts = words("home.counts", parks=parks, figures=count_published(book), reports=len(book.sources))
    latest = sorted(book.sources.values(), key=lambda source: last_day(source.date, ""), reverse=True)[:_LATEST]
    return HomePage(
        title=book.options.name,
        counts=counts,
        browse=tuple((link(words(f"index.{name}"), f"{name}/index.md", path), about) for name, about in words.group("browse").items()),
        sections=(Section("richest", "", _richest(book, path)),),
        all_parks=link(words("home.all_parks"), "parks/index.md", path),
        latest=tuple(
            LatestSource(link(headline_text(source, book), source_path(source.article.id), path), printed_in(source, book))
            for source in latest
        ),
    )


def _richest(book: Book, path: str) -> Table:
    """The parks of which most is known, each with its first key figures."""
    words = book.wording
    parks = (sheet for sheet in book.sheets if not is_aggregate(sheet.park))
    ordered = sorted(parks, key=lambda sheet: (-len(published(sheet)), sheet.park.id))[:_RICHEST]
    rows = tuple(
        (park_link(sheet, path), sheet.park.province, _first_figures(sheet, book, path), len(published(sheet))) for sheet in ordered
    )
    columns = (
        Column(words("column.park")),
        Column(words("column.province")),
        Column(words("sheet.key")),
        Column(words("column.figures"), number=True),
    )
    return Table(words("home.richest_caption"), columns, rows)


def _first_figures(sheet: ParkSheet, book: Book, path: str) -> Markup:
    own = tuple(item for item in published(sheet) if item.fact.claim.level is Level.PARK)
    figures = [_dated_figure(sheet, item.fact.claim, book, path) for item in key_facts(own, book)[:_FIGURES]]
    if not own and published(sheet):
        return Markup('<small class="pf-date">{}</small>').format(escape(book.wording("home.only_residents")))
    return escape(book.wording("list.separator")).join(figures)


def _dated_figure(sheet: ParkSheet, claim: Claim, book: Book, path: str) -> Markup:
    text = f"{claim.label} {figure_text(claim, book.wording).whole}"
    period = escape(period_text(claim.period, book.date_of(claim), book.wording))
    return Markup('{} <small class="pf-date">{}</small>').format(link(text, park_path(sheet.park.id), path, fact_anchor(claim.id)), period)


def compare_page(book: Book) -> ScriptPage:
    """The parks that can be chosen, by province, and the words that the script prints."""
    parks = [
        {"id": file_id(sheet.park.id), "name": sheet.park.name, "province": province}
        for province, sheets in by_province(book)
        for sheet in sheets
        if published(sheet)
    ]
    return ScriptPage(
        _attribute({**book.wording.group("compare"), "metric": book.wording("column.metric"), "separator": book.wording("list.separator")}),
        _attribute(parks),
    )


def search_page(book: Book) -> ScriptPage:
    """The words that the search prints, and the filters that it offers."""
    words = dict(book.wording.group("search"))
    kinds = sorted({kind_key(sheet.park) for sheet in book.sheets})
    facets = {
        "province": [
            {"id": region_id(province, book.wording), "name": province or words["all"]} for province, _ in by_province(book) if province
        ],
        "kind": [{"id": kind, "name": book.wording(f"park_kind_short.{kind}")} for kind in kinds],
        "topic": [{"id": topic.id, "name": topic.name} for topic in book.topics],
        "type": [{"id": name, "name": words[f"type_{name}"]} for name in ("park", "source", "metric", "index")],
    }
    return ScriptPage(_attribute({"words": words, "facets": facets}), Markup(""))


def _attribute(value: object) -> Markup:
    return escape(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


def compare_files(book: Book) -> tuple[SiteFile, ...]:
    """For every park what the comparison prints of it, as a script: pages opened from a folder may not fetch JSON."""
    return tuple(_compare_file(sheet, book) for sheet in book.sheets if published(sheet))


def _compare_file(sheet: ParkSheet, book: Book) -> SiteFile:
    park = file_id(sheet.park.id)
    rows = [_compare_row(item, book) for item in _latest_levels(published(sheet), book)]
    data = {"name": sheet.park.name, "province": sheet.park.province, "city": sheet.park.city, "rows": rows}
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    return SiteFile(f"compare/data/{park}.js", f'pfCompare("{park}",{text});\n'.encode())


def _latest_levels(items: Sequence[SheetFact], book: Book) -> list[SheetFact]:
    """One figure of each registered metric of the park itself that is so: of the whole before a part, then the latest."""
    latest: dict[str, SheetFact] = {}
    for item in whole_first(items, book):
        claim = item.fact.claim
        if claim.metric in book.metrics and claim.level is Level.PARK and claim.status is Status.ACTUAL and claim.kind is not Kind.GROWTH:
            latest.setdefault(f"{book.metric_order[claim.metric or '']:06d} {claim.kind}", item)
    return [latest[key] for key in sorted(latest)]


def _compare_row(item: SheetFact, book: Book) -> dict[str, object]:
    claim = item.fact.claim
    metric = book.metrics[claim.metric or ""]
    topics = {topic.id: topic.name for topic in book.topics}
    order = {topic.id: place for place, topic in enumerate(book.topics)}
    base = book.base(claim)
    return {
        "key": f"{order.get(metric.topic, len(order)):03d}{book.metric_order[metric.id]:06d}{claim.kind}",
        "metric": kind_name(metric.name, claim.kind, book.wording),
        "topic": topics.get(metric.topic, ""),
        "text": figure_text(claim, book.wording).whole,
        "period": period_text(claim.period, book.date_of(claim), book.wording),
        "label": claim.label,
        "anchor": fact_anchor(claim.id),
        "base": None if base is None else float(base),
    }


def redirects(book: Book) -> tuple[tuple[str, Redirect], ...]:
    """A page at every address that a park once had, as (path, page)."""
    return tuple(
        (f"parks/{file_id(former)}.html", Redirect(sheet.park.name, f"{file_id(sheet.park.id)}.html"))
        for sheet in book.sheets
        for former in sheet.park.former_ids
        if former != sheet.park.id
    )
