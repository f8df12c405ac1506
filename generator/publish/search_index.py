"""The search index: small files of which a query fetches a few.

`search/meta.js` says how many there are; `search/g/<n>.js` maps grams to pages, `search/t/<n>.js` holds the texts of some pages, in which a
candidate is verified and from which its sentence is shown. They are scripts, not JSON, since a page opened from a folder may load scripts
but fetch nothing. Pages are numbered by their weight, so that the first candidates are the best.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Sequence

from generator.model.site import SearchDoc, SiteFile
from generator.publish.search_text import fold, grams, shard_of

_DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
_GRAM_SHARD_BYTES = 3000
_TEXT_SHARD_BYTES = 5000
_FEWEST = 8


def build_search(docs: Iterable[SearchDoc]) -> tuple[SiteFile, ...]:
    """All files of the index; the same pages give the same bytes, in whatever order they come."""
    ordered = sorted(docs, key=lambda doc: (-doc.weight, doc.url))
    texts, starts = _text_shards(ordered)
    table = _gram_table(ordered)
    shards = _shard_count(table)
    parts = _gram_shards(table, shards)
    version = hashlib.sha256("".join((*texts, *parts)).encode()).hexdigest()[:8]
    meta = {"docs": len(ordered), "grams": shards, "texts": encode(starts), "version": version}
    return (
        SiteFile("search/meta.js", f"pfSearch.meta({_json(meta)});\n".encode()),
        *(SiteFile(f"search/g/{place}.js", f"pfSearch.grams({place},{part});\n".encode()) for place, part in enumerate(parts)),
        *(SiteFile(f"search/t/{place}.js", f"pfSearch.texts({place},{text});\n".encode()) for place, text in enumerate(texts)),
    )


def encode(numbers: Sequence[int]) -> str:
    """Ascending numbers as text: the gaps, five bits a sign, the sixth says that more follow.

    >>> encode([0, 1, 40])
    'AAmB'
    """
    out, before = [], -1
    for number in numbers:
        gap = number - before - 1
        before = number
        while gap >= 32:
            out.append(_DIGITS[32 | gap & 31])
            gap >>= 5
        out.append(_DIGITS[gap])
    return "".join(out)


def _text_shards(docs: Sequence[SearchDoc]) -> tuple[list[str], list[int]]:
    """Texts of neighbouring pages together up to a few kilobytes, and the number of the first page of each."""
    shards: list[list[str]] = []
    starts: list[int] = []
    size = _TEXT_SHARD_BYTES
    for place, doc in enumerate(docs):
        entry = _json([doc.url, doc.title, list(doc.names), list(doc.facets), [[piece.text, piece.anchor] for piece in doc.pieces]])
        if size + len(entry.encode()) > _TEXT_SHARD_BYTES:
            shards.append([])
            starts.append(place)
            size = 0
        shards[-1].append(entry)
        size += len(entry.encode())
    return [f"[{','.join(shard)}]" for shard in shards], starts


def _gram_table(docs: Sequence[SearchDoc]) -> dict[str, str]:
    """Gram → pages with it in their text, and behind a bar those with it in their names; `=name` and `#facet` → pages."""
    texts, titles = defaultdict[str, list[int]](list), defaultdict[str, list[int]](list)
    for place, doc in enumerate(docs):
        for gram in grams("\n".join(fold(piece.text) for piece in doc.pieces)):
            texts[gram].append(place)
        names = sorted({fold(name) for name in doc.names})
        for gram in grams("\n".join(names)):
            titles[gram].append(place)
        for key in (*(f"={name}" for name in names), *(f"#{facet}" for facet in dict.fromkeys(doc.facets))):
            texts[key].append(place)
    keys = sorted(texts.keys() | titles.keys())
    return {key: encode(texts.get(key, [])) + (f"|{encode(titles[key])}" if key in titles else "") for key in keys}


def _shard_count(table: dict[str, str]) -> int:
    size = sum(len(key.encode()) + len(pages) + 6 for key, pages in table.items())
    return max(_FEWEST, -(-size // _GRAM_SHARD_BYTES))


def _gram_shards(table: dict[str, str], shards: int) -> list[str]:
    parts: list[dict[str, str]] = [{} for _ in range(shards)]
    for key, pages in table.items():
        parts[shard_of(key, shards)][key] = pages
    return [_json(part) for part in parts]


def _json(value: object) -> str:
    """JSON that is a script as well: the two signs that end a line in JavaScript only cannot come here, text is in one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
