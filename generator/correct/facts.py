"""Corrections of a fact that the machine found: set, move, drop, accept. Each is applied only to what it was written for.

Three guards: the fact's id stands for the sentence and which of its numbers it is; `was` for what the machine says of it; the file for the
park. A correction that one of them stops is reported and changes nothing.
"""

from collections.abc import Iterable
from dataclasses import replace

from generator.correct.desk import Desk, rehome
from generator.correct.fields import is_same, put_fields, read_field, show
from generator.correct.nearest import propose_fact
from generator.model.claim import Claim
from generator.model.correction import AcceptFact, DropFact, FactCorrection, MoveFact, SetFact, Setting, Target
from generator.model.problem import Severity
from generator.model.sheet import Change, Dropped, Fact, SheetFact

WHOLE = "the whole fact"


def apply_set(correction: SetFact, desk: Desk) -> None:
    """Put the human values in, keep the machine's beside them, and take the fact out of review: a person has looked at it."""
    fact = _find_target(correction, desk)
    if fact is None or _is_stale(correction.target, correction.to, fact.claim, desk):
        return
    wanted = [setting for setting in correction.to if not _is_agreed(setting, fact.claim, desk)]
    wanted = [setting for setting in wanted if _may_speak(fact, setting.field, setting, desk)]
    held = desk.held(fact)
    if wanted and held is not None:
        changes = tuple(Change(one.field, read_field(fact.claim, one.field), one.text, correction.because) for one in wanted)
        claim = replace(put_fields(held.fact.claim, wanted), review=None)
        desk.put(replace(held, fact=replace(held.fact, claim=claim), changes=held.changes + changes), desk.stands[fact.id])


def apply_move(correction: MoveFact, desk: Desk) -> None:
    """Take the fact off its sheet, with the reason, and put it on the other park's."""
    target = correction.target
    if target.fact in desk.unplaced and desk.home(target.park) == desk.home(correction.to):
        _fetch(correction, desk)
        return
    if desk.home(desk.holder.get(target.fact, "")) == desk.home(correction.to):
        message = f"The machine now puts {target.fact} on the sheet of {correction.to} itself."
        desk.tell(correction.place, "removable", message, "Take park out of the correction.", Severity.WARNING)
        return
    fact = _find_target(correction, desk)
    to = (Setting("park", correction.place, correction.to),)
    if fact is None or _is_stale(target, to, fact.claim, desk) or not _may_speak(fact, "park", to[0], desk):
        return
    held = desk.held(fact)
    if held is None:
        return
    old, new = desk.sheet(target.park), desk.sheet(correction.to)
    claim = replace(rehome(held.fact.claim, old.park, new.park), review=None)
    change = Change("park", old.park.id, new.park.id, correction.because)
    old.dropped.append(Dropped(fact, correction.because))
    desk.put(replace(held, fact=replace(held.fact, claim=claim), changes=(*held.changes, change)), new.park.id)
    new.articles = tuple(sorted({*new.articles, *(said.evidence.article for said in (fact.claim, *fact.also))}))


def _fetch(correction: MoveFact, desk: Desk) -> None:
    """A number that the machine puts on no sheet, put on this one."""
    claim = desk.unplaced[correction.target.fact]
    place = Setting("park", correction.place, correction.to)
    fact = Fact(claim)
    if _is_stale(correction.target, (place,), claim, desk) or not _may_speak(fact, "park", place, desk):
        return
    sheet = desk.sheet(correction.to)
    change = Change("park", "", sheet.park.id, correction.because)
    desk.put(SheetFact(Fact(replace(claim, park=sheet.park.id, review=None)), (change,)), sheet.park.id)
    sheet.articles = tuple(sorted({*sheet.articles, claim.evidence.article}))
    desk.machine[fact.id], desk.holder[fact.id] = fact, sheet.park.id


def apply_drop(correction: DropFact, desk: Desk) -> None:
    """Take the fact off its sheet; it stays visible among what was dropped, with the reason."""
    fact = _find_target(correction, desk)
    if fact is None or _is_stale(correction.target, (), fact.claim, desk) or not _may_speak_alone(fact, correction, desk):
        return
    if desk.held(fact) is not None:
        desk.take_off(fact)
        desk.sheet(correction.target.park).dropped.append(Dropped(fact, correction.because))


def apply_accept(correction: AcceptFact, desk: Desk) -> None:
    """Mark the fact as checked by a person and take it out of review."""
    fact = _find_target(correction, desk)
    if fact is None or _is_stale(correction.target, (), fact.claim, desk) or not _may_speak_alone(fact, correction, desk):
        return
    held = desk.held(fact)
    if held is not None:
        claim = replace(held.fact.claim, review=None)
        held = replace(held, fact=replace(held.fact, claim=claim), accepted=True, because=correction.because)
        desk.put(held, desk.stands[fact.id])


def _find_target(correction: FactCorrection, desk: Desk) -> Fact | None:
    """The machine's fact that the correction names, if it is on the sheet that the correction's file is about."""
    target = correction.target
    fact, holder = desk.machine.get(target.fact), desk.home(desk.holder.get(target.fact, ""))
    if fact is not None and holder == desk.home(target.park):
        return fact
    if fact is not None:
        hint = f"Move the correction to content/corrections/{holder}.yaml, or delete it if that was what it was for."
        desk.tell(target.place, "fact-elsewhere", f"{target.fact} is on the sheet of {holder}, not of {target.park}.", hint)
    elif target.fact in desk.unplaced:
        _tell_unplaced(correction, desk)
    else:
        desk.tell(target.place, "fact-gone", f"No fact has the id {target.fact} any more.", propose_fact(correction, desk))
    return None


def _tell_unplaced(correction: FactCorrection, desk: Desk) -> None:
    target = correction.target
    if isinstance(correction, DropFact):
        message = f"The machine puts {target.fact} on no sheet any more."
        desk.tell(target.place, "removable", message, "Delete the correction.", Severity.WARNING)
        return
    hint = f'Write "set: {{park: {target.park}}}" to put it on this one, or delete the correction.'
    desk.tell(target.place, "fact-elsewhere", f"The machine puts {target.fact} on no sheet.", hint)


def _is_stale(target: Target, to: Iterable[Setting], claim: Claim, desk: Desk) -> bool:
    """Whether the machine says something else than `was` says, in a field that it does not by now agree on; and tell so."""
    wanted = {setting.field: setting.text for setting in to}
    guarded = {setting.field for setting in target.was}
    stale = False
    for was in target.was:
        now = read_field(claim, was.field)
        if not is_same(was.field, now, was.text) and not is_same(was.field, now, wanted.get(was.field, was.text)):
            message = f'"was" says {was.field} {show(was.text)}; the machine now says {show(now)}: "{claim.evidence.quote}".'
            hint = f"Look at the sentence again, then write {was.field}: {show(now)} here or delete the correction."
            desk.tell(was.place, "stale", message, hint)
            stale = True
    for field in (field for field in wanted if field not in guarded and field != "park"):
        now = read_field(claim, field)
        message = f'"was" must say what the machine says of {field} before it is set to {show(wanted[field])}.'
        desk.tell(target.place, "missing-was", message, f"Write was: {{{field}: {show(now)}}}.")
        stale = True
    return stale


def _is_agreed(setting: Setting, claim: Claim, desk: Desk) -> bool:
    """Whether the machine says by now what the person says; and tell so."""
    agreed = is_same(setting.field, read_field(claim, setting.field), setting.text)
    if agreed:
        hint = f"Take {setting.field} out of was and set, or the whole correction if nothing is left."
        desk.tell(setting.place, "removable", f"The machine now says {setting.field} {show(setting.text)} itself.", hint, Severity.WARNING)
    return agreed


def _may_speak(fact: Fact, field: str, setting: Setting, desk: Desk) -> bool:
    """One correction a field, and none beside one of the whole fact."""
    return desk.speak(fact.id, WHOLE if WHOLE in desk.spoken.get(fact.id, ()) else field, setting.place)


def _may_speak_alone(fact: Fact, correction: DropFact | AcceptFact, desk: Desk) -> bool:
    """Drop and accept speak for all fields: no other correction of the fact may stand beside them."""
    return desk.speak(fact.id, next(iter(desk.spoken.get(fact.id, ())), WHOLE), correction.place)
