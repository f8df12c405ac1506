"""A Markdown extension for MkDocs: tables that a screen reader can read and a phone can show.

Markdown has no caption, no scope and no name of the column beside a cell. The sentence with the class `pf-caption` before a table becomes
its caption, every head cell gets its scope, every cell the name of its column (on a phone the head is not in sight).
"""

from typing import Any
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.treeprocessors import Treeprocessor

_CAPTION = "pf-caption"
_HEADINGS = ("h1", "h2", "h3")


class TableMarkup(Treeprocessor):
    """Runs after the inline patterns, so that captions and heads are whole."""

    def run(self, root: Element) -> None:
        """Change all tables below `root` in place."""
        for parent in list(root.iter()):
            for place, child in enumerate(list(parent)):
                if child.tag == "table":
                    child.set("class", "pf-table")
                    _take_caption(parent, child, place)
                    mark_cells(child)


def _take_caption(parent: Element, table: Element, place: int) -> None:
    """Move the sentence before the table into it."""
    before = parent[place - 1] if place else None
    if before is not None and _CAPTION in (before.get("class") or "").split():
        caption = Element("caption")
        if _is_said_above(parent, place, before):
            caption.set("class", "pf-unseen")
        table.set("class", " ".join(("pf-table", *(name for name in (before.get("class") or "").split() if name != _CAPTION))))
        caption.text = before.text
        caption.extend(list(before))
        table.insert(0, caption)
        before.clear()
        before.tag = "div"
        before.set("class", "pf-table-start")


def _is_said_above(parent: Element, place: int, caption: Element) -> bool:
    """Whether the eye needs no caption: a heading stands right above it, or the last heading has the same words."""
    if place > 1 and parent[place - 2].tag in _HEADINGS:
        return True
    headings = [child for child in list(parent)[:place] if child.tag in _HEADINGS]
    return bool(headings) and "".join(headings[-1].itertext()).strip() == "".join(caption.itertext()).strip()


def mark_cells(table: Element) -> None:
    """Give head cells their scope and the others the name of their column; empty head cells are none."""
    heads = list(table.iter("th"))
    names = ["".join(head.itertext()).strip() for head in heads]
    for head in heads:
        head.set("scope", "col")
    for row in table.iter("tr"):
        for name, cell in zip(names, row.findall("td"), strict=False):
            cell.set("data-label", name)


class TableMarkupExtension(Extension):
    """Registers the step."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Python-Markdown's name
        """Run after `inline` (20) and before the serializer's own clean-up."""
        md.treeprocessors.register(TableMarkup(md), "pf_tables", 5)


def makeExtension(**options: Any) -> TableMarkupExtension:  # noqa: N802  # Python-Markdown's name and signature
    """What Python-Markdown calls to load the extension."""
    return TableMarkupExtension(**options)
