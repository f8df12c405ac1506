"""How the search sees text: the same few rules here and in site/assets/javascripts/search.js.

Every two neighbouring characters are a gram, so that every stretch of text of two characters or more is found by its grams, wherever it
stands: half a word, across two words, a year with 年, a figure with its unit. Two digits stand on every page and tell nothing, so three
neighbouring characters are a gram as well where two of them are digits or letters. What the grams find is a candidate only: the text
itself is looked into before a hit is shown.
"""

from collections.abc import Iterator

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


def grams(folded: str) -> Iterator[str]:
    """The grams of folded text, repeated as they come.

    >>> list(grams("达35%")), list(grams("4年"))
    (['达3', '达35', '35', '35%', '5%'], ['4年'])
    """
    for place in range(len(folded) - 1):
        yield folded[place : place + 2]
        three = folded[place : place + 3]
        if is_narrow(three):
            yield three


def is_narrow(three: str) -> bool:
    """Whether three characters are a gram: two of them are ASCII digits, letters or a decimal point."""
    return len(three) == 3 and sum(sign == "." or (sign.isascii() and sign.isalnum()) for sign in three) >= 2


def shard_of(key: str, shards: int) -> int:
    """The shard that holds a gram: FNV-1a over its UTF-16 units, as a browser counts them."""
    value = 0x811C9DC5
    data = key.encode("utf-16-le", "surrogatepass")
    for low, high in zip(data[::2], data[1::2], strict=True):
        value = ((value ^ (low | high << 8)) * 0x01000193) & 0xFFFFFFFF
    return value % shards
