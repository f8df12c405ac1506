"""What the site is made of before it touches a disk: its files, and the pieces of text that its search must find."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class SiteFile:
    """One file of the site; `path` is relative to site/docs with forward slashes (`parks/zhaoqing-gaoxinqu.md`)."""

    path: str
    content: bytes


@dataclass(frozen=True, slots=True)
class SearchPiece:
    """One line or sentence that a reader can search for; `anchor` is the id in its page where it stands, or empty."""

    text: str
    anchor: str


@dataclass(frozen=True, slots=True)
class SearchDoc:
    """One page of the site as the search knows it.

    `url` is relative to the site's root and ends in `.html`; `names` are the title and every other name that must find the page first;
    `facets` are `kind:value` pairs that the search filters by; a larger `weight` comes first among hits of one sort.
    """

    url: str
    title: str
    names: tuple[str, ...]
    facets: tuple[str, ...]
    weight: int
    pieces: tuple[SearchPiece, ...]


@dataclass(frozen=True, slots=True)
class Prose:
    """A page written by hand (content/pages/<name>.md): Markdown as it stands."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Template:
    """One file of templates/, by its name relative to that folder."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure of the quality yardstick: what was measured, on what, and the share that was right (0 to 1)."""

    name: str
    pages: str
    share: Decimal


@dataclass(frozen=True, slots=True)
class SiteOptions:
    """What site/mkdocs.yml says of the published site.

    `repository` is the address of the project's repository or empty; `site_url` where the site is published or empty;
    `publish_full_text` prints whole articles on the source pages instead of the quoted sentences alone.
    """

    name: str
    repository: str = ""
    site_url: str = ""
    branch: str = "main"
    publish_full_text: bool = False
