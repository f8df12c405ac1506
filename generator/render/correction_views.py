"""What people changed on a sheet, beside what the machine said; and the stub with which the next correction begins."""

from dataclasses import dataclass

from generator.model.claim import Claim
from generator.model.sheet import Change, ParkSheet, SheetFact
from generator.render.book import Book
from generator.render.escape import plain
from generator.render.figures import figure_text, period_text
from generator.render.links import fact_anchor


@dataclass(frozen=True, slots=True)
class CorrectionRow:
    """One line of the table of corrections; `anchor` is empty for what concerns the park itself."""

    label: str
    anchor: str
    field: str
    machine: str
    human: str
    because: str


@dataclass(frozen=True, slots=True)
class DroppedRow:
    """A figure that a person took off the sheet."""

    label: str
    figure: str
    quote: str
    because: str


def correction_rows(sheet: ParkSheet, book: Book) -> tuple[CorrectionRow, ...]:
    """Corrections of the park itself, then those of its facts in the facts' order, those added and checked among them."""
    rows = [_change_row(sheet.park.name, "", change, book) for change in sheet.park_changes]
    for item in sheet.facts:
        rows.extend(_change_row(item.fact.claim.label, fact_anchor(item.fact.id), change, book) for change in item.changes)
        rows.extend(_whole_rows(item, book))
    return tuple(rows)


def _change_row(label: str, anchor: str, change: Change, book: Book) -> CorrectionRow:
    words = book.wording.words
    field = words.get(f"field.{change.field}") or words.get(f"lists.{change.field}.title", change.field)
    machine, human = (_in_words(change.field, text, book) or book.wording("value.none") for text in (change.machine, change.human))
    return CorrectionRow(label, anchor, field, machine, human, change.because)


def _in_words(field: str, text: str, book: Book) -> str:
    """A field's value as the sheet prints it: names for ids, words for codes; text of any other kind as it is."""
    match field:
        case "park":
            return book.parks[text].name if text in book.parks else text
        case "metric":
            return book.metrics[text].name if text in book.metrics else text
        case "period":
            return period_text(text, "", book.wording) if text else ""
        case "status":
            return book.wording.words.get(f"status.{text}", text)
        case "qualifier" | "kind" | "level":
            return book.wording.words.get(f"code.{field}.{text}", text)
        case _:
            return text


def _whole_rows(item: SheetFact, book: Book) -> tuple[CorrectionRow, ...]:
    claim, words = item.fact.claim, book.wording
    figure, anchor = figure_text(claim, words).whole, fact_anchor(claim.id)
    if item.source:
        return (CorrectionRow(claim.label, anchor, words("field.fact"), words("value.none"), figure, item.because),)
    if item.accepted:
        return (CorrectionRow(claim.label, anchor, words("field.review"), figure, words("note.accepted"), item.because),)
    return ()


def dropped_rows(sheet: ParkSheet, book: Book) -> tuple[DroppedRow, ...]:
    """Machine facts that were dropped, with the reason."""
    return tuple(
        DroppedRow(one.fact.claim.label, figure_text(one.fact.claim, book.wording).whole, one.fact.claim.evidence.quote, one.because)
        for one in sheet.dropped
    )


def correction_stub(claim: Claim) -> str:
    """A correction ready to fill in: what the machine says today, and the same values to be overwritten."""
    value, unit = claim.value.text(), plain(claim.unit)
    lines = (
        f"# {plain(claim.evidence.quote)}",
        f"- fact: {claim.id}",
        f"  was: {{value: {value}}}",
        f"  set: {{value: {value}}}  # {plain(claim.label)} {value}{unit}",
        "  because: ",
    )
    return "\n".join(lines)


def correction_path(park: str) -> str:
    """The file that holds the corrections of a park."""
    return f"content/corrections/{park}.yaml"


def correction_address(park: str, book: Book, *, exists: bool) -> str:
    """Where the repository's web site opens that file for writing; empty where no repository is configured."""
    options = book.options
    if not options.repository:
        return ""
    path = correction_path(park)
    base = options.repository.rstrip("/")
    return f"{base}/edit/{options.branch}/{path}" if exists else f"{base}/new/{options.branch}?filename={path}"
