"""A name as one rule proposes it, before the proposals of all rules are weighed against one another."""

from dataclasses import dataclass

from generator.extract.tokens import Mention, MentionKind


@dataclass(frozen=True, slots=True)
class Draft:
    """A proposed mention; `weight` decides between proposals that overlap and are equally long."""

    start: int
    end: int
    kind: MentionKind
    name: str
    park: str | None = None
    weight: int = 0


def choose_drafts(text: str, drafts: list[Draft]) -> tuple[Mention, ...]:
    """The drafts that stand, as mentions in order: the longer one wins over what it overlaps, then the weightier, then the earlier.

    >>> park = Draft(0, 5, MentionKind.PARK, "肇庆高新区", "zhaoqing-gaoxinqu")
    >>> centre = Draft(0, 11, MentionKind.INSTITUTION, "肇庆高新区行政服务中心")
    >>> [mention.kind.value for mention in choose_drafts("肇庆高新区行政服务中心", [park, centre])]
    ['institution']
    """
    taken: list[Draft] = []
    free = bytearray(len(text))
    for draft in sorted(drafts, key=lambda d: (d.start - d.end, -d.weight, d.start, d.kind)):
        if not any(free[draft.start : draft.end]):
            free[draft.start : draft.end] = b"\1" * (draft.end - draft.start)
            taken.append(draft)
    taken.sort(key=lambda draft: draft.start)
    return tuple(Mention(d.start, d.end, text[d.start : d.end], d.kind, d.name, d.park) for d in taken)
