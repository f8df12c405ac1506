"""What is done to MkDocs' output before it is swapped in: clean up what is not ours, and check what a reader's browser would meet."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from generator.model.problem import Problem, Severity
from generator.publish.prune_css import find_used, prune_css, prune_properties

# The theme's search in every language, its maps for debuggers, its script; the map of the site, which only a site with an address has.
_NOT_OURS = ("assets/javascripts/lunr", "assets/javascripts/workers")
_ENDINGS = (".map",)
_BUNDLE = re.compile(r"bundle\.[0-9a-f]+\.min\.js")
_THEME_SHEET = re.compile(r"(?:main|palette)\.[0-9a-f]+\.min\.css")
_MAP_COMMENT = re.compile(rb"\n?(?://# sourceMappingURL=\S+|/\*# sourceMappingURL=\S+ \*/)\s*$")
_ID = re.compile(r'\s(?:id|name)="([^"]*)"')
_HREF = re.compile(r'<a\s[^>]*?href="([^"]*)"')
_LOADED = re.compile(r'<(?:script|link|img|iframe|source)\s[^>]*?(?:src|href)="([^"]*)"[^>]*>')
_OUTSIDE = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)
_NO_LOAD = re.compile(r'rel="(?:canonical|alternate feed|next|prev)"')


def clean_up(site: Path) -> None:
    """Remove what the theme brings and this site does not use; its compressed map of the site holds the time of the build."""
    for folder in _NOT_OURS:
        for path in sorted((site / folder).rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        if (site / folder).is_dir():
            (site / folder).rmdir()
    for path in sorted(site.rglob("*")):
        if path.suffix in _ENDINGS or path.name in ("sitemap.xml", "sitemap.xml.gz") or _BUNDLE.fullmatch(path.name):
            path.unlink()
        elif path.suffix in (".js", ".css") and b"sourceMappingURL" in (content := path.read_bytes()):
            path.write_bytes(_MAP_COMMENT.sub(b"\n", content))
    _lighten(site)


def _lighten(site: Path) -> None:
    """Leave in the theme's style sheets what the pages of this site use."""
    pages = (path.read_text("utf-8") for path in sorted(site.rglob("*.html")))
    scripts = tuple(path.read_text("utf-8") for path in sorted((site / "assets/javascripts").glob("*.js")))
    sheets = sorted((site / "assets/stylesheets").glob("*.css"))
    used = find_used(pages, scripts)
    theirs = [path for path in sheets if _THEME_SHEET.fullmatch(path.name)]
    own = tuple(path.read_text("utf-8") for path in sheets if path not in theirs)
    pruned = prune_properties((prune_css(path.read_text("utf-8"), used) for path in theirs), (*own, *scripts))
    for path, text in zip(theirs, pruned, strict=True):
        path.write_text(text, "utf-8")


def sitemap(pages: list[str], site_url: str) -> str:
    """The map of the site; empty where its address is not known."""
    if not site_url:
        return ""
    lines = "".join(f"<url><loc>{site_url}{page}</loc></url>\n" for page in pages)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{lines}</urlset>\n'


def check_site(site: Path) -> tuple[Problem, ...]:
    """Every link and anchor of every page must lead somewhere, and no page may load anything from another host."""
    texts = {path.relative_to(site).as_posix(): path.read_text("utf-8") for path in sorted(site.rglob("*.html"))}
    anchors = {name: frozenset(unescape(anchor) for anchor in _ID.findall(text)) for name, text in texts.items()}
    files = frozenset(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    return tuple(problem for name, text in texts.items() if name != "404.html" for problem in _check_page(name, text, anchors, files))


def _check_page(name: str, text: str, anchors: Mapping[str, frozenset[str]], files: frozenset[str]) -> Iterator[Problem]:
    path = f"site/public/{name}"
    for target in sorted(set(_HREF.findall(text))):
        yield from (
            Problem(path, 0, 0, Severity.ERROR, code, message) for code, message in _check_link(name, unescape(target), anchors, files)
        )
    for match in _LOADED.finditer(text):
        target = unescape(match[1])
        if _OUTSIDE.match(target) and not target.startswith("data:") and not _NO_LOAD.search(match[0]):
            yield Problem(path, 0, 0, Severity.ERROR, "other-host", f"the page loads {target}: everything must come from the site itself.")


def _check_link(name: str, target: str, anchors: Mapping[str, frozenset[str]], files: frozenset[str]) -> Iterator[tuple[str, str]]:
    if _OUTSIDE.match(target):
        return
    address, _, anchor = target.partition("#")
    address = address.partition("?")[0]
    page = normpath(join(dirname(name), unquote(address))) if address else name
    page = "index.html" if page == "." else page
    if page not in files:
        yield "dead-link", f"{target} leads to no file of the site."
    elif anchor and page in anchors and unquote(anchor) not in anchors[page]:
        yield "dead-anchor", f"{target} leads to no place of {page}."
