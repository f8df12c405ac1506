"""What the layers of status hand to one another."""

from dataclasses import dataclass

from generator.model.claim import Status


@dataclass(frozen=True, slots=True)
class StatusChoice:
    """The status of one number and the words that made it so (empty for actual)."""

    status: Status
    words: str
