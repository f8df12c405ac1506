"""Which mention of its sentence governs a number: the last one before it that no veto turns away."""

from generator.extract.period_candidate import Candidate, Veto, is_old_half
from generator.extract.period_plans import PLANNED
from generator.extract.period_vetoes import EVERY, VETOES
from generator.model.claim import Status


def _by_rule(vetoes: tuple[tuple[Veto, tuple[str, ...]], ...]) -> dict[str, tuple[Veto, ...]]:
    return {rule: tuple(veto for veto, rules in vetoes if rule in rules) for rule in EVERY}


_BY_RULE = _by_rule(VETOES)
_PLANNED_BY_RULE = _by_rule(PLANNED)


def governs(candidate: Candidate) -> bool:
    """Whether the mention holds for the number."""
    if candidate.mention.rule in {"base", "since"} or is_old_half(
        candidate.text, candidate.sentence, candidate.mention, candidate.quantity
    ):
        return False
    vetoes = _BY_RULE if candidate.status.status is Status.ACTUAL else _PLANNED_BY_RULE
    for veto in vetoes[candidate.mention.rule]:
        answer = veto(candidate)
        if answer is not None:
            return answer
    return True
