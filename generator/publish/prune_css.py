"""The theme's style sheets without what no page uses: most of their weight is for tabs, admonitions, code and colours that are not here.

A rule goes only if nothing can match it: each of its selectors asks for a class, or for a value of `dir` or of one of the theme's own
attributes, that stands in no page and in no script. What is asked inside `:not()` and the like is no condition and does not count.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

# Both begin with a letter: a pattern that begins with a class of signs takes six times as long, and 2,400 sheets are 300 MB.
_CLASSES = re.compile(r'class="([^"]*)"')
_ATTRIBUTES = re.compile(r'd(ir|ata-md-[a-z-]+)="([^"]*)"')
_WORDS = re.compile(r"[\w-]+")
_ASKED_CLASS = re.compile(r"\.(-?[a-zA-Z_][\w-]*)")
_ASKED_ATTRIBUTE = re.compile(r"""\[(dir|data-md-[a-z-]+)=["']?([^"'\]]*)["']?\]""")
_INNER = re.compile(r":(?:not|is|where|has|-webkit-any|-moz-any|matches)\([^()]*(?:\([^()]*\)[^()]*)*\)")
_STRING = re.compile(r"""\\.|"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)'"]*\)|/\*.*?\*/|[{};]""", re.DOTALL)
_PROPERTY = re.compile(r"""(?:^|(?<=;))(--[\w-]+):((?:[^;"'(]|"[^"]*"|'[^']*'|\((?:[^()"']|"[^"]*"|'[^']*'|\([^()]*\))*\))*);?""")
_USED = re.compile(r"var\(\s*(--[\w-]+)")


@dataclass(frozen=True, slots=True)
class Used:
    """What stands in pages and scripts: classes (of scripts every word), values of attributes as (name, value)."""

    classes: frozenset[str]
    attributes: frozenset[tuple[str, str]]


def find_used(pages: Iterable[str], scripts: Iterable[str]) -> Used:
    """What the pages have and the scripts may set."""
    values: set[str] = set()
    attributes: set[tuple[str, str]] = set()
    for page in pages:
        values.update(_CLASSES.findall(page))
        attributes.update(_ATTRIBUTES.findall(page))
    classes = {name for value in values for name in value.split()}
    for script in scripts:
        classes.update(_WORDS.findall(script))
    return Used(frozenset(classes), frozenset((f"d{name}", value) for name, value in attributes))


def prune_css(css: str, used: Used) -> str:
    """The style sheet without rules that can match nothing, and without groups that are empty then.

    >>> used = find_used(['<p dir="ltr" class="a b">'], [])
    >>> prune_css("p{x:1}.a .c{x:2}.a,.c{x:3}.a:not(.c){x:4}@media print{.c{x:5}}[dir=rtl] .a{x:6}@charset 'é';", used)
    "p{x:1}.a{x:3}.a:not(.c){x:4}@charset 'é';"
    """
    return "".join(_prune(rule, used) for rule in _rules(css))


def prune_properties(sheets: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Style sheets without custom properties that neither they nor `others` (sheets, scripts) ask for.

    >>> prune_properties([":root{--a:1;--b:url('x;y');c:var(--a)}"], [])
    (':root{--a:1;c:var(--a)}',)
    """
    sheets = tuple(sheets)
    while True:
        asked = {name for text in (*sheets, *others) for name in _USED.findall(text)} | {
            name for text in others for name in re.findall(r"--[\w-]+", text)
        }
        left = tuple("".join(_without_properties(rule, asked) for rule in _rules(sheet)) for sheet in sheets)
        if left == sheets:
            return left
        sheets = left


def _rules(css: str) -> Iterator[str]:
    """The rules and statements of a style sheet or of a group, each as it stands."""
    start = depth = 0
    for match in _STRING.finditer(css):
        sign = match[0]
        depth += (sign == "{") - (sign == "}")
        if (sign == "}" and depth == 0) or (sign == ";" and depth == 0):
            yield css[start : match.end()]
            start = match.end()
    if css[start:].strip():
        yield css[start:]


def _split(rule: str) -> tuple[str, str] | None:
    """What stands before the braces and between them; None for a statement without braces."""
    opening = next((match.start() for match in _STRING.finditer(rule) if match[0] == "{"), None)
    return None if opening is None else (rule[:opening], rule[opening + 1 : rule.rindex("}")])


def _is_group(head: str) -> bool:
    return head.lstrip().startswith(("@media", "@supports", "@layer", "@container"))


def _prune(rule: str, used: Used) -> str:
    parts = _split(rule)
    if parts is None or (parts[0].lstrip().startswith("@") and not _is_group(parts[0])):
        return rule
    head, body = parts
    if _is_group(head):
        inner = prune_css(body, used)
        return f"{head}{{{inner}}}" if inner else ""
    kept = ",".join(selector for selector in _selectors(head) if _can_match(selector, used))
    return f"{kept}{{{body}}}" if kept else ""


def _selectors(head: str) -> Iterator[str]:
    """The selectors of a list; commas inside brackets part nothing."""
    start = depth = 0
    for place, sign in enumerate(head):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and depth == 0:
            yield head[start:place]
            start = place + 1
    yield head[start:]


def _can_match(selector: str, used: Used) -> bool:
    asked = _INNER.sub("", selector)
    classes = _ASKED_CLASS.findall(re.sub(r"\[[^\]]*\]", "", asked))
    return all(name in used.classes for name in classes) and all(pair in used.attributes for pair in _ASKED_ATTRIBUTE.findall(asked))


def _without_properties(rule: str, asked: set[str]) -> str:
    parts = _split(rule)
    if parts is None:
        return rule
    head, body = parts
    if _is_group(head):
        inner = "".join(_without_properties(one, asked) for one in _rules(body))
        return f"{head}{{{inner}}}" if inner else ""
    body = _PROPERTY.sub(lambda match: match[0] if match[1] in asked else "", body)
    return f"{head}{{{body}}}" if body else ""
