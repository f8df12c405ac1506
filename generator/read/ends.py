"""The words that tell at the ends of a stretch whether it goes on, from the registry."""

from dataclasses import dataclass

from generator.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class Ends:
    """The lists of content/registry/words/read.yaml of the same names; offices and verbs of speech are those of mentions.yaml."""

    verbs_first: tuple[str, ...]
    one_letter_starts: frozenset[str]
    one_letter_ends: frozenset[str]
    before_names: tuple[str, ...]
    before_numbers: tuple[str, ...]
    after_numbers: tuple[str, ...]
    aims: tuple[str, ...]
    offices: tuple[str, ...]
    speech: tuple[str, ...]


def ends_of(registry: Registry) -> Ends:
    """The lists, ready to be asked."""
    return Ends(
        verbs_first=registry.words("read.verbs_first"),
        one_letter_starts=frozenset(registry.words("read.one_letter_starts")),
        one_letter_ends=frozenset(registry.words("read.one_letter_ends")),
        before_names=registry.words("read.before_names"),
        before_numbers=registry.words("read.before_numbers"),
        after_numbers=registry.words("read.after_numbers"),
        aims=registry.words("read.aims"),
        offices=tuple(registry.words("mentions.offices")),
        speech=tuple(registry.words("mentions.speech_verbs")),
    )
