"""The names that facts go by: ten characters of Crockford's base 32 in lower case (no i, l, o, u), https://www.crockford.com/base32.html."""

import hashlib
import re

ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
LENGTH = 10
_FORM = re.compile(f"[{ALPHABET}]{{{LENGTH}}}")


def fact_id(*parts: str) -> str:
    """The id of what `parts` describe: the same parts give the same id on every machine, other parts another one.

    >>> fact_id("000_e891b1fc1ad458f4", "高新技术企业达293家", "0")
    'vn2mey5bdj'
    >>> fact_id("a", "bc") == fact_id("ab", "c")
    False
    """
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    number = int.from_bytes(digest[:8])
    return "".join(ALPHABET[number >> shift & 31] for shift in range(59, 9, -5))


def is_fact_id(text: str) -> bool:
    """Whether `text` has the form of a fact's id; it may still be no fact's.

    >>> is_fact_id("3k2m9qxa7d"), is_fact_id("3K2M9QXA7D"), is_fact_id("3k2m9qxa7l")
    (True, False, False)
    """
    return _FORM.fullmatch(text) is not None
