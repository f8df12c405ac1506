"""Where the words of a policy stand: the part of a sentence between two stops, and the list that a number is in."""

import re
from dataclasses import dataclass

from generator.extract.labels.scene import Scene
from generator.extract.tokens import Quantity

_CUT = re.compile(r"[。；;：:！？!?]")
COMMA = re.compile(r"[，,]")


@dataclass(frozen=True, slots=True)
class Part:
    """The part of a sentence between two stops; `clause` is where the number's own clause begins, `close` where it ends."""

    start: int
    end: int
    clause: int
    close: int
    sentence: int


def part_of(scene: Scene) -> Part:
    """The stretch between two full stops, semicolons or colons that holds the number."""
    text, sentence, quantity = scene.passage.text, scene.passage.sentence_of(scene.index), scene.quantity
    start = max((found.end() for found in _CUT.finditer(text, sentence.start, quantity.head)), default=sentence.start)
    closing = _CUT.search(text, quantity.tail, sentence.end)
    end = closing.start() if closing else sentence.end
    comma = COMMA.search(text, list_end(scene), end)
    return Part(start, end, max(start, scene.clause_start), comma.start() if comma else end, sentence.start)


def list_end(scene: Scene) -> int:
    """Where the last number of the number's list ends (5000元和2000元|生活补贴)."""
    group = scene.quantity.group
    return scene.quantity.tail if group < 0 else max(one.tail for one in scene.passage.quantities if one.group == group)


def first_of_list(scene: Scene) -> Quantity:
    """The first number of the number's list."""
    return scene.passage.quantities[scene.index - max(scene.quantity.place, 0)]


def size_of_list(scene: Scene) -> int:
    """How many numbers the number's list has."""
    return 1 + max(one.place for one in scene.passage.quantities if one.group == scene.quantity.group)


def clause_before(text: str, start: int, end: int) -> int:
    """Where the clause that ends at `end` begins."""
    return max((found.end() for found in COMMA.finditer(text, start, end)), default=start)


__all__ = ["COMMA", "Part", "clause_before", "first_of_list", "list_end", "part_of", "size_of_list"]
