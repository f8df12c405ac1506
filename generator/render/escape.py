"""Text of newspapers made harmless in Markdown.

A step of its own, because the Markdown is read twice: by Python-Markdown (MkDocs) and by markdown-it-py (our gate, any other engine).
Backslashes mean different things to the two, a numeric character reference means the same to both: the sign, and nothing but the sign.
"""

import html
import re
from urllib.parse import quote

from jinja2 import Undefined
from markupsafe import Markup

# Every ASCII sign that opens something in Markdown, in a table or in HTML somewhere in a line. Point, comma, percent, slash, hyphen and
# brackets stay: figures and dates would be unreadable in the Markdown, and they mean something only at the start of a line (see _START).
_SIGNS = re.compile(r"[&<>|*_\[\]{}`\\~^=#!\"'$@:+]")
# 1. 2) - + at the start of a line begin lists.
_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)|^([-+>])")
_SPACE = re.compile(r"\s+")
# Control signs (ANSI escapes among them), marks that turn the direction of writing, joiners, and the private use of Python-Markdown.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0e-\x1f\x7f-\x9f\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff\ufffe\uffff]"
)
_CONTROL_PICTURES = 0x2400


def plain(text: str) -> str:
    """Text in one line, its unseen signs shown: ESC as ␛, a sign that turns writing as ‹U+202E›.

    >>> plain("a\\n\\u202eb\\x1b[0m")
    'a ‹U+202E›b␛[0m'
    """
    return _visible(text).strip()


def _visible(text: str) -> str:
    return _UNSEEN.sub(_shown, _SPACE.sub(" ", text))


def _shown(match: re.Match[str]) -> str:
    code = ord(match[0])
    return chr(_CONTROL_PICTURES + code) if code < 0x20 else f"‹U+{code:04X}›"


def escape(text: str) -> Markup:
    """Text as Markdown that prints exactly that text, in a paragraph, a table cell, a heading or an attribute of HTML.

    >>> print(escape("<b>|x*"))
    &#60;b&#62;&#124;x&#42;
    >>> print(escape("1. 7.2平方公里"))
    1&#46; 7.2平方公里
    """
    return escape_piece(plain(text))


def escape_piece(text: str) -> Markup:
    """The same for a piece of a sentence, which may begin or end with a space that counts."""
    escaped = _SIGNS.sub(_reference, _visible(text))
    return Markup(_START.sub(_start_reference, escaped))  # noqa: S704  # nothing but references is left of what could act


def escape_lines(text: str) -> Markup:
    """Text of several lines for a `<pre>`: the ends of its lines are references too, so that no blank line ends the block.

    >>> print(escape_lines("a: 1\\n  b: 2"))
    a&#58; 1&#10;  b&#58; 2
    """
    return Markup("&#10;").join(Markup(_SIGNS.sub(_reference, _UNSEEN.sub(_shown, line))) for line in text.split("\n"))  # noqa: S704


def _reference(match: re.Match[str]) -> str:
    return f"&#{ord(match[0])};"


def _start_reference(match: re.Match[str]) -> str:
    return f"{match[1]}&#{ord(match[2])};" if match[1] else f"&#{ord(match[3])};"


def escape_meta(text: str) -> str:
    """Text for the front matter: Material prints titles unescaped, so they are HTML already.

    >>> escape_meta('<script>')
    '&lt;script&gt;'
    """
    return html.escape(plain(text))


def web_address(text: str) -> str | None:
    """An http(s) address in ASCII that is safe in a link and in an attribute; None for every other scheme.

    >>> web_address("https://例.cn/a b)")
    'https://%E4%BE%8B.cn/a%20b%29'
    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not re.match(r"https?://[^\s/]", text):
        return None
    return quote(text, safe=":/?#@!$&;=+,~%-._")


def finalize(value: object) -> Markup:
    """What every `{{ … }}` of a template passes through: text is escaped, numbers are printed, all else is a mistake of ours."""
    if isinstance(value, Markup):
        return value
    if isinstance(value, str):
        return escape(value)
    if isinstance(value, Undefined):
        str(value)  # raises, naming what is missing
    if isinstance(value, int) and not isinstance(value, bool):
        return Markup(value)  # noqa: S704
    raise TypeError(f"a template printed a {type(value).__name__}: only text, whole numbers and safe Markdown may be printed")
