"""What an index page consists of: sections with a table each. One template prints them all."""

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.render.escape import escape


def unbroken(text: str) -> Markup:
    """A date or a period as a cell that stays on one line: 2021—2025年 in two halves reads like two years."""
    return Markup('<span class="pf-when">{}</span>').format(escape(text)) if text else Markup("")


@dataclass(frozen=True, slots=True)
class Column:
    """One column: numbers stand at the right; a reader may pick one of the values of a column with `choose`."""

    title: str
    number: bool = False
    choose: bool = False

    @property
    def rule(self) -> Markup:
        """The column in the line below the table's head."""
        return Markup("--:" if self.number else ":--")  # noqa: S704  # two fixed texts


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `tools` says that it is worth filtering and sorting."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Markup | str | int, ...], ...]
    tools: bool = False

    @property
    def choices(self) -> str:
        """The columns that a reader may pick values of, as numbers from 0."""
        return ",".join(str(place) for place, column in enumerate(self.columns) if column.choose)


@dataclass(frozen=True, slots=True)
class Section:
    """A part of an index page; the first part may stand without a title. `chart` is the data of a chart, `described` the same in words."""

    anchor: str
    title: str
    table: Table | None
    intro: Markup | str = ""
    note: str = ""
    chart: Markup | str = ""
    described: str = ""


@dataclass(frozen=True, slots=True)
class IndexPage:
    """A whole index page; `up` leads to the index that it hangs on."""

    path: str
    title: str
    lead: Markup | str
    sections: tuple[Section, ...]
    up: Markup | str = ""


def compact(page: IndexPage) -> IndexPage:
    """The page without columns in which no row says anything."""
    return replace(page, sections=tuple(replace(part, table=_compact(part.table) if part.table else None) for part in page.sections))


def _compact(table: Table) -> Table:
    kept = [place for place in range(len(table.columns)) if not table.rows or any(str(row[place]) for row in table.rows)]
    rows = tuple(tuple(row[place] for place in kept) for row in table.rows)
    return replace(table, columns=tuple(table.columns[place] for place in kept), rows=rows)
