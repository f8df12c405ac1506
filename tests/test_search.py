# ruff: noqa: S311  # chance picks what to search for; nothing is kept secret
"""The search finds every literal of two characters or more and nothing else, and fetches little."""

import random
import string

import pytest

from generator.model.site import SearchDoc, SearchPiece
from generator.publish.search_index import build_search, encode
from generator.publish.search_text import fold, grams
from tests.search_reader import Reader, chosen_grams, decode
from tests.site_content import gold_site

DOCS = gold_site().search
LIMIT_BYTES = 150_000


def _scan(literal: str) -> set[str]:
    wanted = fold(literal)
    return {doc.url for doc in DOCS if any(wanted in fold(text) for text in (*doc.names, *(piece.text for piece in doc.pieces)))}


def _literals(count: int, seed: int) -> list[str]:
    chance = random.Random(seed)
    texts = [piece.text for doc in DOCS for piece in doc.pieces if len(piece.text) > 2]
    found: list[str] = []
    while len(found) < count:
        text = chance.choice(texts)
        start = chance.randrange(len(text) - 1)
        literal = text[start : start + chance.randint(2, 24)]
        if len(fold(literal)) > 1:
            found.append(literal)
    return found


def test_finds_what_a_plain_scan_finds_for_1000_random_literals() -> None:
    reader = Reader.over(build_search(DOCS))
    for literal in _literals(1000, seed=6):
        assert set(reader.find(literal)) == _scan(literal), literal


def test_finds_nothing_that_is_not_there() -> None:
    reader = Reader.over(build_search(DOCS))
    chance = random.Random(7)
    signs = sorted({sign for doc in DOCS for piece in doc.pieces for sign in piece.text})
    for _ in range(300):
        literal = "".join(chance.choice(signs) for _ in range(chance.randint(2, 5)))
        if len(fold(literal)) > 1:
            assert set(reader.find(literal)) == _scan(literal), literal


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("肇庆高新区", "parks/zhaoqing-gaoxinqu.html"),
        ("大旺高新区", "parks/zhaoqing-gaoxinqu.html"),
        ("大旺", "parks/zhaoqing-gaoxinqu.html"),
        ("广州开发区", "parks/guangzhou-kaifaqu.html"),
        ("储能", "parks/zhaoqing-gaoxinqu.html"),
        ("34.8亿元", "parks/zhaoqing-gaoxinqu.html"),
        ("1534", "parks/zhaoqing-gaoxinqu.html"),
        ("“两新”产业", "parks/zhaoqing-gaoxinqu.html"),
        ("术企业达29", "parks/zhaoqing-gaoxinqu.html"),
        ("monam03", "parks/zhaoqing-gaoxinqu.html"),
    ],
)
def test_the_right_page_comes_first(query: str, first: str) -> None:
    assert Reader.over(build_search(DOCS)).find(query)[0] == first


def test_filters_leave_only_pages_of_that_facet() -> None:
    reader = Reader.over(build_search(DOCS))
    found = reader.find("高新区", ["type:park", "province:guangdong"])
    assert found == ["parks/zhaoqing-gaoxinqu.html"]


def test_one_character_is_no_query() -> None:
    assert Reader.over(build_search(DOCS)).find("区") == []


def test_the_order_of_pages_changes_no_byte() -> None:
    assert build_search(DOCS) == build_search(tuple(reversed(DOCS)))


@pytest.mark.parametrize("numbers", [[], [0], [0, 1, 2], [5, 37, 38, 5000], list(range(0, 9999, 33))])
def test_numbers_come_back(numbers: list[int]) -> None:
    assert decode(encode(numbers)) == numbers


def test_every_chosen_gram_is_a_gram_of_every_text_that_holds_the_literal() -> None:
    for literal in ("2014年", "635.71亿元", "第3版", "新能源汽车", "a1b2c3d4e5f6g7h8i9"):
        for around in ("", "x", "9", "高"):
            assert set(chosen_grams(fold(literal))) <= set(grams(fold(around + literal + around)))


def many_docs(sheets: int) -> list[SearchDoc]:
    """Sheets that differ as real ones do: names, places, figures and sentences put together by chance, 40 figures each."""
    chance = random.Random(1)
    words = [
        word for doc in DOCS for piece in doc.pieces for word in (piece.text[place : place + 6] for place in range(0, len(piece.text), 6))
    ]
    docs = []
    for number in range(sheets):
        place = "".join(chance.choices("东西南北江河山海安平永泰长宁新兴华昌广德", k=3))
        name = f"{place}高新区"
        pieces = [SearchPiece(name, "top"), SearchPiece(f"{place}高新技术产业开发区", "top")]
        for fact in range(40):
            figure = f"{chance.randint(1, 99999) / 100:g}亿元"
            label = "".join(chance.choices(words, k=2))
            pieces.append(SearchPiece(f"{label} {figure} {chance.randint(2010, 2026)}年", f"f-{fact}"))
            pieces.append(SearchPiece("".join(chance.choices(words, k=5)) + figure, f"f-{fact}"))
        docs.append(
            SearchDoc(
                f"parks/p{number}.html", name, (name, f"{place}高新技术产业开发区"), ("type:park", "kind:hidz"), 3_000_000, tuple(pieces)
            )
        )
    return docs


@pytest.mark.slow
def test_the_first_answer_at_2400_sheets_needs_few_bytes() -> None:
    docs = many_docs(2400)
    files = build_search(docs)
    chance = random.Random(2)
    pages = {file.path: file.content for file in files}
    worst = 0
    for _ in range(60):
        text = chance.choice(chance.choice(docs).pieces).text
        literal = text[: chance.choice([2, 4, 8, 16])].strip(string.whitespace)
        if len(fold(literal)) < 2:
            continue
        reader = Reader(pages)
        assert reader.find(literal, limit=1), literal
        worst = max(worst, sum(reader.fetched.values()))
    assert worst <= LIMIT_BYTES, worst
