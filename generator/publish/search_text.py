"""How the search sees text: the same few rules here and in site/assets/javascripts/search.js.

Every two and every three neighbouring characters are a gram, so that every stretch of text of two characters or more is found by its grams,
wherever it stands: half a word, across two words, a year with 年, a figure with its unit. Two alone would do, but two digits stand on every
page and most pairs of characters on many: with threes a query has few candidates. What the grams find is a candidate only: the text itself
is looked into before a hit is shown.
"""

from itertools import pairwise

_QUOTES = dict.fromkeys(map(ord, "“”„‟「」『』"), '"') | dict.fromkeys(map(ord, "‘’‚‛"), "'")
_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―"), "-")
_WIDE = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
_FOLD = {ord(upper): upper.lower() for upper in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
_MAP = _QUOTES | _DASHES | {code: _FOLD.get(ord(plain), plain) for code, plain in _WIDE.items()} | _FOLD
_SPACES = frozenset(" \t\n\r\f\v\u00a0\u3000\u2002\u2003\u2009")
_TABLE = _MAP | dict.fromkeys(map(ord, _SPACES))


def fold(text: str) -> str:
    """Text as it is compared: narrow letters in lower case, one kind of quotes and dashes, no white space.

    >>> fold("小鹏 MONA　Ｍ０３“两新”")
    '小鹏monam03"两新"'
    """
    return text.translate(_TABLE)


def grams(folded: str) -> set[str]:
    """The grams of folded text; those across the end of a line are none.

    >>> sorted(grams("达35%")), sorted(grams("4年\\n7"))
    (['35', '35%', '5%', '达3', '达35'], ['4年'])
    """
    found = set(map("".join, pairwise(folded)))
    found.update(map("".join, zip(folded, folded[1:], folded[2:], strict=False)))
    return {gram for gram in found if "\n" not in gram}


def shard_of(key: str, shards: int) -> int:
    """The shard that holds a gram: FNV-1a over its UTF-16 units, as a browser counts them."""
    value = 0x811C9DC5
    data = key.encode("utf-16-le", "surrogatepass")
    for low, high in zip(data[::2], data[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return value % shards
