"""Corrections of a park as a whole: a fact added, its names and place, another park that is the same one."""

from dataclasses import replace
from decimal import Decimal

from generator.correct.desk import NOWHERE, Desk, Sheet, find_quote, rehome
from generator.correct.fields import put_fields, show
from generator.model.claim import Claim, Kind, Level, NameKind, Qualifier, Status
from generator.model.correction import AddFact, AmendPark, MergePark, Place, Setting
from generator.model.entities import Park
from generator.model.fact_id import fact_id
from generator.model.problem import Severity
from generator.model.quantity import Form, Value
from generator.model.sheet import Change, Fact, ParkSheet, SheetFact


def apply_add(correction: AddFact, desk: Desk) -> None:
    """Put a fact on the sheet that no page was read for, with its source; its id depends on all that tells it from others but the value."""
    sheet = desk.sheet(correction.park)
    source = correction.source
    evidence = find_quote(source, correction.place, desk) if source.page else NOWHERE
    if evidence is None:
        return
    blank = Claim(
        "", sheet.park.id, sheet.park.name, Level.PARK, "", None, Kind.LEVEL, Value(Form.NUMBER, Decimal(0)), "",
        Qualifier.EXACT, "", Status.ACTUAL, evidence, None
    )  # fmt: skip
    claim = put_fields(blank, correction.fields)
    claim = replace(claim, id=fact_id("added by hand", sheet.park.id, claim.subject, claim.label, claim.kind, claim.period, claim.status))
    first = desk.spoken.setdefault(claim.id, {}).setdefault("add", correction.place)
    if first is not correction.place:
        message = f'"{claim.label}" of {claim.period} is added twice: here and at {first.path}:{first.line}:{first.column}.'
        desk.tell(correction.place, "field-conflict", message, "One of the two must go.")
        return
    _tell_if_found(claim, correction.place, sheet, desk)
    desk.put(SheetFact(Fact(claim), source=source, because=correction.because), sheet.park.id)


def _tell_if_found(claim: Claim, place: Place, sheet: Sheet, desk: Desk) -> None:
    """An added fact that the machine finds by now."""
    for known in sheet.facts.values():
        found = known.fact.claim
        thing = found.label == claim.label or (found.metric is not None and found.metric == claim.metric)
        same = (found.subject, found.value, found.unit, found.period) == (claim.subject, claim.value, claim.unit, claim.period)
        if known.source is None and thing and same:
            hint = "Delete the correction if both are the same figure."
            desk.tell(place, "removable", f'The machine now finds it as {found.id}: "{found.evidence.quote}".', hint, Severity.WARNING)


def apply_amend(correction: AmendPark, desk: Desk) -> None:
    """Put the names and the place in, and keep beside them what was there."""
    sheet = desk.sheet(correction.park)
    if _is_outdated(correction, sheet.park, desk):
        return
    for setting in correction.to:
        before, after = _read(sheet.park, setting.field), _amended(sheet.park, setting)
        if after == sheet.park and not _removes(setting, sheet):
            message = f"{setting.field} of {sheet.park.id} is {show(before)} without this correction."
            desk.tell(setting.place, "removable", message, f"Take {setting.field} out.", Severity.WARNING)
        elif desk.speak(sheet.park.id, setting.field, setting.place):
            sheet.park = after
            sheet.names = tuple(name for name in sheet.names if not _is_taken_away(name.kind, name.name, setting))
            sheet.changes.append(Change(setting.field, before, _read(after, setting.field), correction.because))


def _is_outdated(correction: AmendPark, park: Park, desk: Desk) -> bool:
    wanted = {setting.field: setting.text for setting in correction.to}
    outdated = False
    for was in correction.was:
        now = _read(park, was.field)
        if now not in (was.text, wanted.get(was.field)):
            hint = f"Write {was.field}: {show(now)} here or delete the correction."
            desk.tell(was.place, "stale", f'"was" says {was.field} {show(was.text)}; it is now {show(now)}.', hint)
            outdated = True
    return outdated


def _read(park: Park, field: str) -> str:
    """A park's field as text; names are joined by 、."""
    match field:
        case "also_called" | "not_called":
            return "、".join(park.aliases)
        case "official" | "english" | "approved" | "province" | "city":
            return str(getattr(park, field))
        case _:
            raise KeyError(field)


def _amended(park: Park, setting: Setting) -> Park:
    match setting.field:
        case "also_called":
            return replace(park, aliases=tuple(dict.fromkeys((*park.aliases, *setting.items))))
        case "not_called":
            return replace(park, aliases=tuple(alias for alias in park.aliases if alias not in setting.items))
        case "official":
            return replace(park, official=setting.text)
        case "english":
            return replace(park, english=setting.text)
        case "approved":
            return replace(park, approved=setting.text)
        case "province":
            return replace(park, province=setting.text)
        case "city":
            return replace(park, city=setting.text)
        case _:
            raise KeyError(setting.field)


def _removes(setting: Setting, sheet: Sheet) -> bool:
    return any(_is_taken_away(name.kind, name.name, setting) for name in sheet.names)


def _is_taken_away(kind: NameKind, name: str, setting: Setting) -> bool:
    return setting.field == "not_called" and kind is NameKind.ALSO_CALLED and name in setting.items


def apply_merge(correction: MergePark, desk: Desk) -> None:
    """Give everything of the other park to this one; the other's name and id become further ones of it."""
    if correction.other in desk.merged or desk.home(correction.park) == correction.other:
        message = f"{correction.other} and {correction.park} are merged already, or into one another."
        desk.tell(correction.place, "field-conflict", message, "One merger of the two must go.")
        return
    other = desk.sheets.pop(correction.other, None)
    if other is None:
        message = f"No page speaks of {correction.other} any more."
        desk.tell(correction.place, "removable", message, "Delete the correction.", Severity.WARNING)
        return
    desk.merged = {**{park: desk.home(correction.park) if home == correction.other else home for park, home in desk.merged.items()},
                   correction.other: desk.home(correction.park)}  # fmt: skip
    _pour(other, desk.sheet(correction.park), correction, desk)


def _pour(other: Sheet, sheet: Sheet, correction: MergePark, desk: Desk) -> None:
    before, former = sheet.park, other.park
    aliases = tuple(dict.fromkeys((*before.aliases, former.name, *former.aliases)))
    sheet.park = replace(before, aliases=aliases, former_ids=(*before.former_ids, former.id, *former.former_ids))
    for held in other.facts.values():
        claims = [rehome(claim, former, sheet.park) for claim in (held.fact.claim, *held.fact.also)]
        sheet.facts[held.fact.id] = replace(held, fact=Fact(claims[0], tuple(claims[1:])))
        desk.stands[held.fact.id] = sheet.park.id
    have = {(name.kind, name.name) for name in sheet.names}
    poured = (replace(name, park=sheet.park.id) for name in other.names if (name.kind, name.name) not in have)
    sheet.names = tuple(sorted((*sheet.names, *poured), key=lambda name: (name.kind, name.name)))
    sheet.articles = tuple(sorted({*sheet.articles, *other.articles}))
    sheet.changes.append(Change("also_called", "、".join(before.aliases), "、".join(aliases), correction.because))


def close_sheet(sheet: Sheet) -> ParkSheet:
    """The sheet as it is published; series and conflicts are found anew on it by the caller."""
    facts = tuple(sheet.facts[fact] for fact in sorted(sheet.facts))
    dropped = tuple(sorted(sheet.dropped, key=lambda entry: entry.fact.id))
    return ParkSheet(sheet.park, facts, dropped, sheet.names, tuple(sheet.changes), (), (), sheet.articles)
