"""Corrections of a sheet's lists (honours, companies, projects …): an entry that does not belong there, one that the machine missed.

Entries have no ids: list and name together tell one. What is taken off or put in stands among the sheet's corrections with its reason.
"""

from generator.correct.desk import NOWHERE, Desk, Sheet, find_quote
from generator.model.claim import Name, NameKind
from generator.model.correction import AddName, DropName
from generator.model.problem import Severity
from generator.model.sheet import Change
from generator.yamlio.words import suggest


def apply_drop_name(correction: DropName, desk: Desk) -> None:
    """Take the entry off its list; a name that is like one on the list was mistyped, any other one has gone by itself."""
    sheet, kind = desk.sheet(correction.park), NameKind(correction.kind)
    if not any(name.kind is kind and name.name == correction.name for name in sheet.names):
        _tell_missing(correction, kind, sheet, desk)
    elif desk.speak(f"{sheet.park.id} {kind}", correction.name, correction.place):
        sheet.names = tuple(name for name in sheet.names if (name.kind, name.name) != (kind, correction.name))
        sheet.changes.append(Change(kind.value, correction.name, "", correction.because))


def _tell_missing(correction: DropName, kind: NameKind, sheet: Sheet, desk: Desk) -> None:
    message = f'"{correction.name}" does not stand among the {kind} of {sheet.park.id}'
    meant = suggest(correction.name, [name.name for name in sheet.names if name.kind is kind], 0)
    if meant:
        desk.tell(correction.place, "name-gone", f"{message}.", meant)
    else:
        desk.tell(correction.place, "removable", f"{message} without this correction.", "Delete the correction.", Severity.WARNING)


def apply_add_name(correction: AddName, desk: Desk) -> None:
    """Put the entry on its list, proved by its quote where it comes from a page."""
    sheet, kind = desk.sheet(correction.park), NameKind(correction.kind)
    source = correction.source
    evidence = find_quote(source, correction.place, desk) if source.page else NOWHERE
    known = [name for name in sheet.names if (name.kind, name.name) == (kind, correction.name)]
    if evidence is None or not desk.speak(f"{sheet.park.id} {kind}", correction.name, correction.place):
        return
    if known:
        message = f'The machine now finds it itself: "{known[0].evidence.quote}".'
        desk.tell(correction.place, "removable", message, "Delete the correction.", Severity.WARNING)
        return
    name = Name(sheet.park.id, kind, correction.name, correction.detail, "", evidence)
    sheet.names = tuple(sorted((*sheet.names, name), key=lambda name: (name.kind, name.name)))
    if evidence.article:
        sheet.articles = tuple(sorted({*sheet.articles, evidence.article}))
    sheet.changes.append(Change(kind.value, "", correction.name, _ground(correction)))


def _ground(correction: AddName) -> str:
    """The reason, with the address of a source that no page of ours shows."""
    source = correction.source
    return f"{correction.because}（{source.title} {source.url}）" if source.url else correction.because
