"""Where things stand on the site: paths of pages, anchors in them, and Markdown links between them."""

import hashlib
import re
from posixpath import relpath

from markupsafe import Markup

from generator.render.escape import escape, web_address

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]")


def file_id(name: str) -> str:
    """A name as part of a path: what is not plain ASCII is left out, and a hash of the whole name put in its place.

    >>> file_id("zhaoqing-gaoxinqu"), file_id("../高新区")
    ('zhaoqing-gaoxinqu', 'x-fb66ce81')
    """
    safe = _UNSAFE.sub("", name)
    if safe == name and safe:
        return safe
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{safe or 'x'}-{digest}"


def park_path(park: str) -> str:
    """The sheet of a park id."""
    return f"parks/{file_id(park)}.md"


def source_path(article: str) -> str:
    """The page of an article id."""
    return f"sources/{file_id(article)}.md"


def metric_path(metric: str) -> str:
    """The page of a metric id."""
    return f"metrics/{file_id(metric)}.md"


def region_path(region: str) -> str:
    """The page of a region's id."""
    return f"regions/{file_id(region)}.md"


def data_path(park: str) -> str:
    """The data files of a park, without their ending."""
    return f"api/v1/parks/{file_id(park)}"


def feed_path(park: str) -> str:
    """The Atom feed of a park."""
    return f"feeds/{file_id(park)}.atom.xml"


def source_anchor(number: int) -> str:
    """The entry of a numbered source on its sheet."""
    return f"source-{number}"


def fact_anchor(fact: str) -> str:
    """The row of a fact on its sheet."""
    return f"f-{file_id(fact)}"


def name_mark(park: str, kind: str, name: str) -> str:
    """What stands for a name among the marks of a source page."""
    return "n-" + hashlib.sha256(f"{park}\n{kind}\n{name}".encode("utf-8", "surrogatepass")).hexdigest()[:10]


def quote_anchor(fact: str) -> str:
    """The quote of a fact on the page of its article."""
    return f"q-{file_id(fact)}"


def relative(path: str, start: str) -> str:
    """The address of `path` as seen from the page `start`, both relative to site/docs.

    >>> relative("sources/a.md", "parks/b.md"), relative("parks/b.md", "parks/b.md")
    ('../sources/a.md', 'b.md')
    """
    return relpath(path, start.rpartition("/")[0] or ".")


def link(text: str, path: str, start: str, anchor: str = "") -> Markup:
    """A Markdown link from the page `start` to another page."""
    target = relative(path, start) + (f"#{anchor}" if anchor else "")
    return Markup("[{}]({})").format(escape(text), Markup(target))  # noqa: S704  # paths are made of file_id


def here(text: str, anchor: str) -> Markup:
    """A Markdown link to an anchor of the same page."""
    return Markup("[{}](#{})").format(escape(text), Markup(anchor))  # noqa: S704  # anchors are made of file_id


def web_link(text: str, address: str) -> Markup:
    """A Markdown link to another host; the text alone where the address is none of http(s)."""
    safe = web_address(address)
    return escape(text) if safe is None else Markup("[{}]({})").format(escape(text), Markup(safe))  # noqa: S704  # quoted by web_address
