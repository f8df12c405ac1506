"""The loaded registry as one frozen value, handed to every room that needs knowledge."""

from dataclasses import dataclass

from generator.model.entities import Metric, PageInfo, Park, Topic, Unit
from generator.registry.places import Province


@dataclass(frozen=True, slots=True)
class WordList:
    """One named list of content/registry/words/: `name` is `<file>.<list>`, words are in the file's order."""

    name: str
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Registry:
    """Everything in content/registry/, checked and in the files' order.

    It is equal to itself alone: what is built from it once is kept in caches, and to hash its 20,000 words at each look would be slow.
    """

    parks: tuple[Park, ...]
    metrics: tuple[Metric, ...]
    units: tuple[Unit, ...]
    topics: tuple[Topic, ...]
    pages: tuple[PageInfo, ...]
    word_lists: tuple[WordList, ...]
    provinces: tuple[Province, ...] = ()

    def words(self, name: str) -> tuple[str, ...]:
        """The words of the list `<file>.<list>`; KeyError with the name if there is no such list."""
        for word_list in self.word_lists:
            if word_list.name == name:
                return word_list.words
        raise KeyError(name)
