"""Corrections laid over what the machine found: one row a kind, in the order in which the kinds take effect."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.correct.desk import Desk, lay_out
from generator.correct.facts import apply_accept, apply_drop, apply_move, apply_set
from generator.correct.names import apply_add_name, apply_drop_name
from generator.correct.parks import apply_add, apply_amend, apply_merge, close_sheet
from generator.model.article import Page
from generator.model.claim import Claim
from generator.model.correction import (
    AcceptFact,
    AddFact,
    AddName,
    AmendPark,
    DropFact,
    DropName,
    MergePark,
    MoveFact,
    SetFact,
    SheetCorrection,
)
from generator.model.entities import Park
from generator.model.problem import Problem
from generator.model.sheet import ParkFile, ParkSheet
from generator.registry.registry import Registry

_C = TypeVar("_C", bound=SheetCorrection)


@dataclass(frozen=True, slots=True)
class CorrectionKind(Generic[_C]):
    """One kind of correction and what it does."""

    kind: type[_C]
    apply: Callable[[_C, Desk], None]

    def apply_all(self, corrections: Iterable[SheetCorrection], desk: Desk) -> None:
        """Apply those that are of this kind."""
        for correction in corrections:
            if isinstance(correction, self.kind):
                self.apply(correction, desk)


# Parks before facts and names, so that these are looked for on the merged sheet; set before move, so that what is set moves along.
KINDS = (
    CorrectionKind(MergePark, apply_merge),
    CorrectionKind(AmendPark, apply_amend),
    CorrectionKind(DropName, apply_drop_name),
    CorrectionKind(AddName, apply_add_name),
    CorrectionKind(SetFact, apply_set),
    CorrectionKind(MoveFact, apply_move),
    CorrectionKind(DropFact, apply_drop),
    CorrectionKind(AcceptFact, apply_accept),
    CorrectionKind(AddFact, apply_add),
)


def correct(
    park_files: Iterable[ParkFile],
    corrections: Iterable[SheetCorrection],
    registry: Registry,
    *,
    parks: Iterable[Park] = (),
    unplaced: Iterable[Claim] = (),
    former: Iterable[Claim] = (),
    pages: Iterable[Page] = (),
) -> tuple[tuple[ParkSheet, ...], tuple[Problem, ...]]:
    """The sheets, ordered by park id, and what is wrong with the corrections; without any correction the sheets say what the files say.

    `parks` are those that no registry has; `unplaced` the claims that are on no sheet; `former` those of the fact files before this build,
    by which a fact that is gone is found again; `pages`, as read, prove the quotes of added facts. Series and conflicts of sheets that a
    correction touched are for the caller to find anew.
    """
    ordered = sorted(corrections, key=lambda correction: correction.place)
    files = tuple(park_files)
    desk = lay_out(files, (*registry.parks, *parks), unplaced, former, pages)
    for kind in KINDS:
        kind.apply_all(ordered, desk)
    as_found = {file.park.id: file for file in files}
    sheets = (close_sheet(desk.sheets[park]) for park in sorted(desk.sheets))
    return tuple(_with_findings(sheet, as_found.get(sheet.park.id)) for sheet in sheets), tuple(sorted(set(desk.problems)))


def _with_findings(sheet: ParkSheet, file: ParkFile | None) -> ParkSheet:
    return sheet if file is None else replace(sheet, series=file.series, conflicts=file.conflicts)


def settled_facts(sheet: ParkSheet) -> frozenset[str]:
    """The facts that a person has spoken on: what does not go together with them needs no warning any more."""
    return frozenset(entry.fact.id for entry in sheet.facts if entry.accepted or entry.changes or entry.source)
