"""Every rendered page read again by another Markdown parser: what the templates meant must be what stands there.

Tables whole, headings in order, no raw HTML but what the templates write, links between pages resolve. Text of newspapers cannot get
here by escaping, hand-written pages by editors' mistakes.
"""

import re
from collections.abc import Iterable, Iterator, Set
from posixpath import dirname, join, normpath
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.model.problem import Problem, Severity
from generator.model.site import SiteFile

_TAG = re.compile(r"</?([a-zA-Z][a-zA-Z0-9-]*)((?:\s[^<>]*)?)/?>")
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_TAGS = frozenset(
    "a|b|br|button|code|data|details|div|form|i|input|label|li|mark|noscript|ol|p|pre|small|span|sub|summary|sup|ul".split("|")  # noqa: SIM905
)
_EVENT = re.compile(r"\son[a-z]+\s*=", re.IGNORECASE)
_FRONT = re.compile(r"---\n.*?\n---\n", re.DOTALL)
_ATTRIBUTES = re.compile(r"[ ]*\{:[^{}\n]*\}[ ]*$", re.MULTILINE)
_BAR = re.compile(r"(?<!\\)\|")
_OWN = re.compile(r"^(?!#|[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def check_pages(files: tuple[SiteFile, ...], prose: Set[str]) -> tuple[Problem, ...]:
    """Problems of all Markdown pages; `prose` names the pages that hands wrote, which are named by their own path."""
    known = frozenset(file.path for file in files)
    parser = MarkdownIt("commonmark").enable("table")
    return tuple(problem for file in files if file.path.endswith(".md") for problem in _check(file, known, prose, parser))


def _check(file: SiteFile, known: Set[str], prose: Set[str], parser: MarkdownIt) -> Iterator[Problem]:
    name = file.path.removesuffix(".md")
    path = f"content/pages/{name}.md" if name in prose else f"site/docs/{file.path}"
    text = file.content.decode()
    front = _FRONT.match(text)
    skipped = text[: front.end()].count("\n") if front else 0
    body = _ATTRIBUTES.sub("", text[front.end() :] if front else text)
    tokens = parser.parse(body)
    for line, code, message in (*_headings(tokens), *_tables(tokens, body.split("\n")), *_html(tokens), *_links(tokens, file.path, known)):
        yield Problem(path, line + skipped, 1, Severity.ERROR, code, message)


Finding = tuple[int, str, str]


def _line(token: Token) -> int:
    return token.map[0] + 1 if token.map else 0


def _headings(tokens: Iterable[Token]) -> Iterator[Finding]:
    """One first-level heading, and no level passed over."""
    before = 0
    for token in tokens:
        if token.type == "heading_open":
            level = int(token.tag[1:])
            if level > before + 1 or (level == 1 and before):
                yield _line(token), "heading-order", f"a heading of level {level} follows one of level {before}."
            before = level
    if not before:
        yield 0, "no-heading", "a page must have a heading of level 1."


def _tables(tokens: Iterable[Token], lines: list[str]) -> Iterator[Finding]:
    """Every row with as many cells as the head, and no line of a table that has fallen out of it.

    The parser fills up short rows and cuts long ones without a word, so cells are counted in the text.
    """
    for token in tokens:
        if token.type == "table_open" and token.map:
            head = _cells(lines[token.map[0]])
            for number in range(token.map[0], token.map[1]):
                if lines[number].strip() and _cells(lines[number]) != head:
                    yield number + 1, "broken-table", f"a row has {_cells(lines[number])} cells, the head of the table {head}."
        if token.type == "inline" and token.content.lstrip().startswith("|"):
            yield _line(token), "broken-table", f"a line of a table stands outside of it: {token.content[:40]}"


def _cells(line: str) -> int:
    return len(_BAR.findall(line.strip().strip("|"))) + 1


def _html(tokens: Iterable[Token]) -> Iterator[Finding]:
    for token in tokens:
        pieces = [token] if token.type == "html_block" else [child for child in token.children or () if child.type == "html_inline"]
        for piece in pieces:
            found = _TAG.findall(_COMMENT.sub("", piece.content))
            for tag in dict.fromkeys(tag for tag, attributes in found if tag.lower() not in _TAGS or _EVENT.search(attributes)):
                yield _line(token), "raw-html", f"<{tag}> is no HTML that a page may hold."


def _links(tokens: Iterable[Token], path: str, known: Set[str]) -> Iterator[Finding]:
    for token in tokens:
        for child in token.children or ():
            target = child.attrGet("href") if child.type == "link_open" else None
            if isinstance(target, str) and _OWN.match(target):
                place = normpath(join(dirname(path), unquote(target.partition("#")[0])))
                if place not in known:
                    yield _line(token), "dead-link", f"{target} leads to no page."
