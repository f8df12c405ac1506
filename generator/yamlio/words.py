"""The valid word that a mistyped one was meant to be.

A step of its own because a ratio of equal letters is wrong for short keys: here swapped, missing, added and wrong letters are counted,
and only where that leaves two words it is asked whose beginning is more alike.
"""

from collections.abc import Iterable

from rapidfuzz.distance import OSA, JaroWinkler


def nearest_word(word: str, valid: Iterable[str]) -> str | None:
    """The nearest of `valid`, None if more than a third of the letters (at least one, two from five letters on) are wrong, or all of them.

    Case, width and `_`/`-` do not count. Of two equally far the one whose beginning is more alike; then the first in order of letters.

    >>> nearest_word("reson", ("because", "reason")), nearest_word("wsa", ("set", "was")), nearest_word("xyz", ("set", "was"))
    ('reason', 'was', None)
    """
    asked = _plain(word)
    allowed = max(1 + (len(asked) > 4), len(asked) // 3)
    scored = [(OSA.distance(asked, _plain(known), score_cutoff=allowed), known) for known in valid]
    close = [(wrong, known) for wrong, known in scored if wrong <= allowed and wrong < max(len(asked), len(known))]
    near = ((wrong, -JaroWinkler.similarity(asked, _plain(known)), known) for wrong, known in close)
    return min(near, default=(0, 0.0, None))[2]


def suggest(word: str, valid: Iterable[str], listed: int = 16) -> str:
    """A hint: the nearest word, or all valid ones if there are no more than `listed`, or nothing.

    >>> suggest("becuase", ("because",)), suggest("color", ("set", "was"))
    ('Did you mean "because"?', 'It must be one of: set, was.')
    """
    words = tuple(dict.fromkeys(valid))
    best = nearest_word(word, words)
    if best is not None:
        return f'Did you mean "{best}"?'
    return f"It must be one of: {', '.join(words)}." if words and len(words) <= listed else ""


def _plain(word: str) -> str:
    return word.strip().casefold().replace("_", "-")
