"""Sheets to site: every page as Markdown, every data file, and what the search must find."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from itertools import pairwise

from jinja2 import Environment

from generator.model.article import Page
from generator.model.claim import Extraction
from generator.model.problem import Problem
from generator.model.sheet import ParkSheet
from generator.model.site import Measured, Prose, SearchDoc, SiteFile, SiteOptions, Template
from generator.registry.registry import Registry
from generator.render.book import Book, build_book
from generator.render.changes import ALL_FEED, changes_page, feeds
from generator.render.check_markdown import check_pages
from generator.render.data_files import data_files, dataset_ld
from generator.render.downloads_page import downloads_page
from generator.render.environment import build_environment
from generator.render.escape import escape_meta
from generator.render.index_pages import (
    Index,
    companies_page,
    honours_page,
    industries_page,
    institutions_page,
    parks_page,
    region_pages,
    regions_page,
    sources_page,
)  # fmt: skip
from generator.render.links import feed_path, link
from generator.render.metric_pages import metric_pages, metrics_page
from generator.render.plans_page import plans_page
from generator.render.quality_page import quality_page
from generator.render.search_docs import index_doc, metric_docs, park_doc, source_doc
from generator.render.sheet_view import sheet_view
from generator.render.source_views import Taken, source_view, taken_by_article
from generator.render.special_pages import compare_files, compare_page, home_page, redirects, search_page
from generator.render.tables import IndexPage, compact
from generator.render.timeline import timeline_page, timeline_pages
from generator.render.wording import Wording

INDEXES = (
    Index("parks", parks_page),
    Index("regions", regions_page),
    Index("industries", industries_page),
    Index("metrics", metrics_page),
    Index("plans", plans_page),
    Index("companies", companies_page),
    Index("institutions", institutions_page),
    Index("honours", honours_page),
    Index("timeline", timeline_page),
    Index("sources", sources_page),
    Index("quality", quality_page),
    Index("changes", changes_page),
    Index("downloads", downloads_page),
)


@dataclass(frozen=True, slots=True)
class SiteContent:
    """All that the site is made from. `stubs` are correction stubs by fact id; a simple one is printed where it is missing."""

    sheets: tuple[ParkSheet, ...]
    pages: tuple[Page, ...]
    extractions: tuple[Extraction, ...] = ()
    measured: tuple[Measured, ...] = ()
    prose: tuple[Prose, ...] = ()
    stubs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Site:
    """The rendered site, its files in the order of their paths."""

    files: tuple[SiteFile, ...]
    search: tuple[SearchDoc, ...]
    problems: tuple[Problem, ...]


def render_site(content: SiteContent, templates: tuple[Template, ...], wording: Wording, registry: Registry, options: SiteOptions) -> Site:
    """The whole site; problems are errors of the templates or of hand-written pages, found by reading each page again.

    Two files at one path are a mistake of ours and raise ValueError.
    """
    book = build_book(content.sheets, content.pages, content.extractions, content.measured, registry, wording, options)
    press = _Press(build_environment(templates), book)
    files = [
        *press.sheets(),
        *press.sources(dict(content.stubs)),
        *press.indexes(),
        *press.specials(),
        *(SiteFile(f"{prose.name}.md", prose.text.encode()) for prose in content.prose),
        *data_files(book),
        *feeds(book),
        *compare_files(book),
    ]
    ordered = tuple(sorted(files, key=lambda file: file.path))
    twice = [one.path for one, other in pairwise(ordered) if one.path == other.path]
    if twice:
        raise ValueError(f"two files of the site have one path: {', '.join(twice)}")
    return Site(ordered, tuple(press.docs), check_pages(ordered, frozenset(prose.name for prose in content.prose)))


class _Press:
    """Prints pages and collects what the search must find on them."""

    def __init__(self, environment: Environment, book: Book) -> None:
        self.environment = environment
        self.book = book
        self.docs: list[SearchDoc] = []

    def page(self, template: str, path: str, view: object, **meta: str | list[str]) -> SiteFile:
        """One Markdown page with its front matter."""
        body = self.environment.get_template(template).render(v=view, t=self.book.wording.tree)
        head = "".join(f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in meta.items() if value)
        return SiteFile(path, f"---\n{head}---\n{_tidy(body)}".encode())

    def sheets(self) -> list[SiteFile]:
        """The fact sheets."""
        files = []
        for sheet in self.book.sheets:
            view = sheet_view(sheet, self.book)
            meta: dict[str, str | list[str]] = {
                "hide": ["navigation"],
                "title": escape_meta(view.title),
                "description": escape_meta(self.book.wording("sheet.description", park=view.title)),
                "jsonld": dataset_ld(sheet, self.book),
                "feed": feed_path(sheet.park.id),
            }
            files.append(self.page("sheet.md.j2", view.path, view, **meta))
            self.docs.append(park_doc(sheet, self.book))
        return files

    def sources(self, stubs: Mapping[str, str]) -> list[SiteFile]:
        """One page an article."""
        taken, files = taken_by_article(self.book.sheets), []
        for article, source in self.book.sources.items():
            view = source_view(source, taken.get(article, Taken()), self.book, stubs)
            files.append(self.page("source.md.j2", view.path, view, title=escape_meta(view.title), hide=["navigation"]))
            sentences = [(sentence.plain, sentence.anchor) for sentence in view.sentences]
            self.docs.append(source_doc(source, taken.get(article, Taken()).claims, sentences, self.book))
        return files

    def indexes(self) -> list[SiteFile]:
        """The index pages, and the pages of regions and metrics that hang on them."""
        pages = [index.build(self.book, index.path) for index in INDEXES]
        self.docs.extend(metric_docs(self.book))
        self.docs.extend(index_doc(page) for page in pages)
        every = (*pages, *region_pages(self.book), *metric_pages(self.book), *timeline_pages(self.book))
        return [
            self.page("index.md.j2", page.path, self.below(compact(page)), title=escape_meta(page.title), hide=_hidden(page), feed=ALL_FEED)
            for page in every
        ]

    def below(self, page: IndexPage) -> IndexPage:
        """The page with the way up to its index, if it is none itself."""
        folder, _, name = page.path.partition("/")
        return page if name == "index.md" else replace(page, up=link(self.book.wording(f"index.{folder}"), f"{folder}/index.md", page.path))

    def specials(self) -> list[SiteFile]:
        """Home, compare, search and old addresses."""
        words = self.book.wording
        old = [
            SiteFile(path, self.environment.get_template("redirect.html.j2").render(v=view, t=words.tree).encode())
            for path, view in redirects(self.book)
        ]
        return [
            self.page(
                "home.md.j2",
                "index.md",
                home_page(self.book, "index.md"),
                title=escape_meta(words("index.home")),
                hide=["navigation", "toc"],
            ),
            self.page(
                "compare.md.j2", "compare/index.md", compare_page(self.book), title=escape_meta(words("index.compare")), hide=["toc"]
            ),
            self.page(
                "search.md.j2",
                "search/index.md",
                search_page(self.book),
                title=escape_meta(words("index.search")),
                hide=["navigation", "toc"],
            ),
            *old,
        ]


def _hidden(page: IndexPage) -> list[str]:
    """A page of one table has no table of contents, and a page that no menu names has no menu: the table takes their room."""
    own = [] if sum(bool(section.title) for section in page.sections) > 1 else ["toc"]
    return own if page.path.endswith("/index.md") else ["navigation", *own]


def _tidy(body: str) -> str:
    """One blank line at most between two pieces: what the templates' conditions leave behind."""
    return re.sub(r"\n{3,}", "\n\n", body).strip("\n") + "\n"
