"""The search in Python, over the same files that a browser reads: what site/assets/javascripts/search.js must find, step by step."""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from generator.model.site import SiteFile
from generator.publish.search_text import fold, shard_of

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_MAX_GRAMS = 8
_CALL = re.compile(r"pfSearch\.\w+\((?:\d+,)?(.*)\);\n", re.DOTALL)


def decode(text: str) -> list[int]:
    """The numbers that search_index.encode wrote."""
    numbers, before, gap, shift = [], -1, 0, 0
    for sign in text:
        digit = _DIGITS.index(sign)
        gap |= (digit & 31) << shift
        if digit & 32:
            shift += 5
            continue
        before += gap + 1
        numbers.append(before)
        gap, shift = 0, 0
    return numbers


@dataclass
class Reader:
    """A search over the files of an index; `fetched` counts the bytes of the files that it has opened."""

    files: dict[str, bytes]
    fetched: dict[str, int] = field(default_factory=dict)

    @classmethod
    def over(cls, files: Iterable[SiteFile]) -> "Reader":
        """A reader of those files."""
        return cls({file.path: file.content for file in files})

    def _open(self, path: str) -> object:
        content = self.files[path]
        self.fetched[path] = len(content)
        match = _CALL.fullmatch(content.decode())
        assert match, path
        return json.loads(match[1])

    def _lookup(self, key: str, shards: int) -> tuple[list[int], list[int]]:
        part = self._open(f"search/g/{shard_of(key, shards)}.js")
        assert isinstance(part, dict)
        texts, _, titles = part.get(key, "").partition("|")
        return decode(texts), decode(titles)

    def find(self, literal: str, facets: Sequence[str] = (), limit: int = 0) -> list[str]:
        """Addresses of the pages that hold the literal, those with it as a name first; empty for less than two characters."""
        meta = self._open("search/meta.js")
        assert isinstance(meta, dict)
        wanted, shards, starts = fold(literal), meta["grams"], decode(meta["texts"])
        if len(wanted) < 2:
            return []
        found = [self._lookup(gram, shards) for gram in chosen_grams(wanted)]
        exact = self._lookup(f"={wanted}", shards)[0]
        filters = [set(self._lookup(f"#{facet}", shards)[0]) for facet in facets]
        titles = sorted(set.intersection(*(set(titles) for _, titles in found)))
        texts = sorted(set.intersection(*(set(texts) for texts, _ in found)))
        hits: list[str] = []
        for number in dict.fromkeys((*exact, *titles, *texts)):
            if all(number in allowed for allowed in filters):
                url, pieces = self._doc(number, starts)
                if any(wanted in fold(text) for text in pieces):
                    hits.append(url)
            if limit and len(hits) >= limit:
                break
        return hits

    def _doc(self, number: int, starts: list[int]) -> tuple[str, list[str]]:
        shard = max(place for place, start in enumerate(starts) if start <= number)
        docs = self._open(f"search/t/{shard}.js")
        assert isinstance(docs, list)
        url, _, names, _, pieces = docs[number - starts[shard]]
        return url, [*names, *(text for text, _ in pieces)]


def chosen_grams(folded: str) -> list[str]:
    """A few grams of a literal: itself if it has two characters, else threes from its beginning to its end."""
    size = min(3, len(folded))
    return _spread(list(dict.fromkeys(folded[place : place + size] for place in range(len(folded) - size + 1))))


def _spread(items: list[str]) -> list[str]:
    if len(items) <= _MAX_GRAMS:
        return items
    return [items[place * (len(items) - 1) // (_MAX_GRAMS - 1)] for place in range(_MAX_GRAMS)]
