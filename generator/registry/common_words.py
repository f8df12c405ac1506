"""The words of Chinese, with how common they are: jieba's dictionary, read as a list and nothing more.

A word that begins at the end of one line and ends in the next says that the two belong together; for that no segmentation is needed, and
the list alone is there in a tenth of the time that jieba takes to get ready.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

import jieba

_VERB_ENDS = "约达近让与及比并"
_ENTRY = re.compile(r"^([\u4e00-\u9fff]{2,4}) (\d{2,}) (?!nr)(\w+)", re.MULTILINE)
_PLAIN = re.compile(r"^([\u4e00-\u9fff]{2,4}) \d{2,} (?!n[rstz])\w+", re.MULTILINE)


@lru_cache(maxsize=1)
def _dictionary() -> str:
    """The text of the dictionary, a line a word: read once."""
    with jieba.get_dict_file() as file:
        return str(file.read().decode("utf-8"))


@lru_cache(maxsize=1)
def _entries() -> tuple[tuple[str, str, str], ...]:
    return tuple(_ENTRY.findall(_dictionary()))


@lru_cache(maxsize=1)
def plain_words() -> frozenset[str]:
    """Words of two to four characters that name no person, place or house, the rare ones too.

    >>> "荒坡" in plain_words(), "望海" in plain_words(), "柏塬" in plain_words()
    (True, False, False)
    """
    return frozenset(_PLAIN.findall(_dictionary()))


@lru_cache(maxsize=1)
def common_words() -> Mapping[str, int]:
    """Words of two to four characters with how often they were counted, names of persons left out.

    >>> common_words()["平均"] > 1000, "业在" in common_words()
    (True, False)
    """
    return {word: int(times) for word, times, _ in _entries()}


@lru_cache(maxsize=1)
def common_verbs() -> frozenset[str]:
    """The words of two characters that the dictionary knows as verbs and as nothing else.

    >>> "送入" in common_verbs(), "投资" in common_verbs()
    (True, False)
    """
    return frozenset(word for word, _, kind in _entries() if kind == "v" and len(word) == 2)


@lru_cache(maxsize=1)
def closing_words() -> frozenset[str]:
    """The nouns and verbs of two characters after which a headline may stop, though their last character alone wants more to come.

    >>> "数据" in closing_words(), "签约" in closing_words(), "由于" in closing_words(), "位于" in closing_words()
    (True, True, False, False)
    """
    return frozenset(word for word, _, kind in _entries() if len(word) == 2 and (kind[0] == "n" or (kind == "v" and word[1] in _VERB_ENDS)))
