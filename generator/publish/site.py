"""Markdown to site: the only room besides the pipeline that touches the disk.

Order: prove the facts, write docs/, let MkDocs build into a fresh folder beside, add the search, check, swap in. If anything fails the last
good site stays as it is.
"""

import hashlib
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

import yaml

from generator.model.article import Page
from generator.model.problem import Problem
from generator.model.sheet import ParkSheet
from generator.model.site import SearchDoc, SiteFile, SiteOptions
from generator.publish.finish import check_site, clean_up, sitemap
from generator.publish.prove import find_unproved
from generator.publish.run_mkdocs import run_mkdocs
from generator.publish.search_index import build_search
from generator.publish.tree import read_tree, recover, swap_in, write_bytes, write_tree

_TOOLS = ("mkdocs", "mkdocs-material", "markdown", "pymdown-extensions")


@dataclass(frozen=True, slots=True)
class Published:
    """What became of it: `built` is False where nothing had changed or an error kept the old site in place; `pages` counts HTML pages."""

    built: bool
    pages: int
    problems: tuple[Problem, ...]


def publish(
    files: Iterable[SiteFile], search: Iterable[SearchDoc], sheets: Iterable[ParkSheet], pages: Iterable[Page], root: Path, state: Path
) -> Published:
    """Publish rendered files as `root`/site/public.

    `root` is the project's folder, `state` one for what is remembered between builds. Any error among the problems means that the site was
    left as it was.
    """
    unproved = find_unproved(sheets, pages)
    if unproved:
        return Published(built=False, pages=0, problems=unproved)
    site = root / "site"
    docs = (*files, *(SiteFile(f"assets/{file.path}", file.content) for file in read_tree(site / "assets")))
    write_tree(site / "docs", docs)
    index = build_search(search)
    stamp = _stamp(docs, index, site)
    recover(site / "public")
    if _is_current(state, stamp, site / "public"):
        return Published(built=False, pages=_count_pages(site / "public"), problems=())
    return _build(site, root, state, stamp, index)


def _build(site: Path, root: Path, state: Path, stamp: str, index: tuple[SiteFile, ...]) -> Published:
    fresh = site / ".public.new"
    shutil.rmtree(fresh, ignore_errors=True)
    problems = run_mkdocs(site / "mkdocs.yml", fresh, root)
    if not problems:
        problems = _finish(fresh, site, index)
    if problems:
        shutil.rmtree(fresh, ignore_errors=True)
        return Published(built=False, pages=0, problems=problems)
    (state / "site").unlink(missing_ok=True)
    swap_in(fresh, site / "public")
    state.mkdir(parents=True, exist_ok=True)
    write_bytes(state / "site", f"{stamp}\n".encode())
    return Published(built=True, pages=_count_pages(site / "public"), problems=())


def _finish(fresh: Path, site: Path, index: tuple[SiteFile, ...]) -> tuple[Problem, ...]:
    clean_up(fresh)
    for file in index:
        path = fresh / file.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(file.content)
    pages = sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*.html") if path.name != "404.html")
    text = sitemap(pages, read_options(site / "mkdocs.yml").site_url)
    if text:
        (fresh / "sitemap.xml").write_bytes(text.encode())
    return check_site(fresh)


def _stamp(docs: Iterable[SiteFile], index: Iterable[SiteFile], site: Path) -> str:
    """A hash of all that the site depends on: pages, search, theme, settings, this room's own code and the versions of its tools."""
    digest = hashlib.sha256(sys.version.encode())
    own = read_tree(Path(__file__).parent)
    settings = SiteFile("mkdocs.yml", (site / "mkdocs.yml").read_bytes())
    for file in (*docs, *index, *read_tree(site / "overrides"), settings, *(file for file in own if file.path.endswith(".py"))):
        digest.update(f"{file.path}\0{len(file.content)}\0".encode())
        digest.update(file.content)
    digest.update("".join(f"{tool} {version(tool)}\n" for tool in _TOOLS).encode())
    return digest.hexdigest()


def _is_current(state: Path, stamp: str, public: Path) -> bool:
    path = state / "site"
    return path.is_file() and path.read_text("utf-8").strip() == stamp and (public / "index.html").is_file()


def _count_pages(public: Path) -> int:
    return sum(1 for _ in public.rglob("*.html"))


def read_options(config: Path) -> SiteOptions:
    """What site/mkdocs.yml says of the site. ValueError if it is no mapping, or its address does not end in a slash."""
    settings = yaml.load(config.read_text("utf-8"), Loader=yaml.CSafeLoader)
    if not isinstance(settings, dict):
        raise ValueError(f"{config.name} must be a mapping")
    extra, site_url = settings.get("extra") or {}, str(settings.get("site_url") or "")
    if site_url and not site_url.endswith("/"):
        raise ValueError(f"{config.name}: site_url must end with a slash, is {site_url}")
    return SiteOptions(
        name=str(settings["site_name"]),
        repository=str(extra.get("repository") or ""),
        site_url=site_url,
        branch=str(extra.get("branch") or "main"),
        publish_full_text=bool(extra.get("publish_full_text")),
    )
