"""The fact that a correction most likely meant, once its own is gone: same article, same number, or the sentence that was noted.

A step of its own because a correction is a person's work: it must never be lost because a page is read differently, nor slip on to another
number by itself. So a fact is proposed, with a correction ready to paste, and a person decides.
"""

from rapidfuzz.distance import DamerauLevenshtein
from rapidfuzz.fuzz import partial_ratio

from generator.correct.desk import Desk
from generator.correct.fields import is_same, read_field, show
from generator.model.claim import Claim
from generator.model.correction import AcceptFact, DropFact, FactCorrection, MoveFact, SetFact, Setting, Target

_TYPO = 2  # changed, missing, added or swapped signs of an id of ten
_ALIKE = 80  # of 100: how much of the noted sentence must stand in the proposed one's


def propose_fact(correction: FactCorrection, desk: Desk) -> str:
    """A hint with the nearest fact and the correction written anew for it; what to do if there is none."""
    claim = find_nearest(correction.target, desk)
    if claim is None:
        return "No fact of this sheet is like it: delete the correction, or look for the figure on the sheet and take its id."
    stub = write_flow(correction, claim)
    return f'Nearest: {claim.id} "{claim.evidence.quote}" ({claim.evidence.article}). If that is meant, replace the correction by: {stub}'


def find_nearest(target: Target, desk: Desk) -> Claim | None:
    """The one claim on the target's sheet that fits best; None if none fits, or if two fit alike: two candidates make none."""
    home = desk.home(target.park)
    claims = [claim for id_, claim in _claims(desk) if desk.home(desk.holder[id_]) == home]
    numbers = [setting.text for setting in target.was if setting.field == "value"]
    same = [claim for claim in claims if numbers and is_same("value", read_field(claim, "value"), numbers[0])]
    former = desk.former.get(target.fact)
    if former is not None:
        near = [claim for claim in claims if claim.evidence.article == former.evidence.article]
        same = [claim for claim in near if claim.value == former.value]
        return _only(same) or _only(_alike(same, former.evidence.quote))
    typos = [claim for claim in claims if DamerauLevenshtein.distance(claim.id, target.fact, score_cutoff=_TYPO) <= _TYPO]
    quoted = _alike(same or claims, target.quote) if target.quote else []
    return _only(typos) or _only(quoted) or _only([claim for claim in same if _fits(claim, target)])


def write_flow(correction: FactCorrection, claim: Claim) -> str:
    """The correction for another fact, on one line, `was` as the machine says it of that fact."""
    target = correction.target
    to = _settings(correction)
    guarded = [setting.field for setting in (*target.was, *to)]
    was = ", ".join(f"{field}: {show(read_field(claim, field))}" for field in dict.fromkeys(guarded))
    done = _done(correction, to)
    return f"- {{fact: {claim.id}, {f'was: {{{was}}}, ' if was else ''}{done}, because: {show(correction.because)}}}"


def _claims(desk: Desk) -> list[tuple[str, Claim]]:
    return [(claim.id, claim) for fact in dict.fromkeys(desk.machine.values()) for claim in (fact.claim, *fact.also)]


def _alike(claims: list[Claim], quote: str) -> list[Claim]:
    """Those whose quote is most like `quote`, if it is like it at all."""
    scored = [(partial_ratio(claim.evidence.quote, quote), claim) for claim in claims]
    best = max((score for score, _ in scored), default=0)
    return [claim for score, claim in scored if score == best >= _ALIKE]


def _fits(claim: Claim, target: Target) -> bool:
    return all(is_same(was.field, read_field(claim, was.field), was.text) for was in target.was)


def _only(claims: list[Claim]) -> Claim | None:
    return claims[0] if len(claims) == 1 else None


def _settings(correction: FactCorrection) -> tuple[Setting, ...]:
    match correction:
        case SetFact():
            return correction.to
        case MoveFact():
            return (Setting("park", correction.place, correction.to),)
        case DropFact() | AcceptFact():
            return ()


def _done(correction: FactCorrection, to: tuple[Setting, ...]) -> str:
    match correction:
        case SetFact() | MoveFact():
            return f"set: {{{', '.join(f'{setting.field}: {show(setting.text)}' for setting in to)}}}"
        case DropFact():
            return "drop: true"
        case AcceptFact():
            return "accept: true"
