"""What became of the facts between two states of the content, and why: a page, a rule, a correction or the registry.

A step of its own because a change of a rule must show its gains and losses over all pages before it is believed.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from generator.correct.fields import FIELDS
from generator.model.claim import Claim
from generator.model.sheet import ParkFile, ParkSheet


class Cause(StrEnum):
    """Why a fact came, went or changed."""

    PAGE = "page"
    RULE = "rule"
    CORRECTION = "correction"
    REGISTRY = "registry"


class Fate(StrEnum):
    """What became of a fact."""

    ADDED = "added"
    GONE = "gone"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Causes:
    """What is different between the two states: ids of pages, ids of parks whose corrections are (`articles` for reading), the rest."""

    new_pages: frozenset[str] = frozenset()
    gone_pages: frozenset[str] = frozenset()
    changed_pages: frozenset[str] = frozenset()
    corrections_changed: frozenset[str] = frozenset()
    registry_changed: bool = False
    rules_changed: bool = False


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field of a fact before and after, as text."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that is different; `claim` is as it is after, or was before if it is gone."""

    cause: Cause
    fate: Fate
    park: str
    claim: Claim
    fields: tuple[FieldChange, ...] = ()


@dataclass(frozen=True, slots=True)
class FactDiff:
    """All changes, by cause, fate, park and id; `unchanged` facts are counted only."""

    changes: tuple[FactChange, ...]
    unchanged: int


def diff_facts(
    before: Iterable[ParkFile],
    after: Iterable[ParkFile],
    causes: Causes,
    *,
    sheets_before: Iterable[ParkSheet] = (),
    sheets_after: Iterable[ParkSheet] = (),
) -> FactDiff:
    """Compare facts by id. With the sheets given, what is compared is what is published, and what a person changed has its own cause.

    A fact that the machine reads as before and that is published otherwise was corrected. Else its page tells: new, gone or changed; else
    what else is different. If both rules and registry are, the registry is blamed for metric, unit and park, the rules for the rest.
    """
    machine_before, machine_after = _claims_of_files(before), _claims_of_files(after)
    shown_before = _claims_of_sheets(sheets_before) or machine_before
    shown_after = _claims_of_sheets(sheets_after) or machine_after
    changes: list[FactChange] = []
    for fact in sorted(shown_before | shown_after):
        old, new = shown_before.get(fact), shown_after.get(fact)
        fields = _compare(old, new) if old and new else ()
        claim = new or old
        if claim is None or (old and new and not fields):
            continue
        moved = (machine_before.get(fact), machine_after.get(fact))
        cause = _find_cause(claim, fields, moved, causes)
        fate = Fate.CHANGED if old and new else Fate.ADDED if new else Fate.GONE
        changes.append(FactChange(cause, fate, claim.park or "", claim, fields))
    return FactDiff(tuple(sorted(changes, key=_order)), len(shown_before | shown_after) - len(changes))


def _order(change: FactChange) -> tuple[int, int, str, str]:
    return list(Cause).index(change.cause), list(Fate).index(change.fate), change.park, change.claim.id


def _find_cause(claim: Claim, fields: tuple[FieldChange, ...], machine: tuple[Claim | None, Claim | None], causes: Causes) -> Cause:
    was, is_now = machine
    read_alike = was == is_now or (was is not None and is_now is not None and not _compare(was, is_now))
    if not claim.evidence.article or read_alike:
        return Cause.CORRECTION
    if claim.evidence.page in causes.new_pages | causes.gone_pages | causes.changed_pages:
        return Cause.PAGE
    if not causes.rules_changed and not causes.registry_changed:
        return Cause.CORRECTION if causes.corrections_changed else Cause.RULE
    if not causes.rules_changed:
        return Cause.REGISTRY
    by_words = {change.field for change in fields} <= {"metric", "unit", "park"}
    return Cause.REGISTRY if causes.registry_changed and fields and by_words else Cause.RULE


def _compare(old: Claim, new: Claim) -> tuple[FieldChange, ...]:
    pairs = [(field.name, str(field.read(old)), str(field.read(new))) for field in FIELDS]
    pairs.append(("review", old.review or "", new.review or ""))
    return tuple(FieldChange(name, one, other) for name, one, other in pairs if one != other)


def _claims_of_files(files: Iterable[ParkFile]) -> dict[str, Claim]:
    return {claim.id: claim for file in files for fact in file.facts for claim in (fact.claim, *fact.also)}


def _claims_of_sheets(sheets: Iterable[ParkSheet]) -> dict[str, Claim]:
    return {claim.id: claim for sheet in sheets for one in sheet.facts for claim in (one.fact.claim, *one.fact.also)}
