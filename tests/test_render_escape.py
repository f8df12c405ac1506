"""Whatever a newspaper prints, both Markdown parsers print it and nothing else: in a cell, in a paragraph, in a heading, in a link."""

import re
from html import unescape

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.render.escape import escape, escape_lines, plain, web_address

SIGNS = st.text(
    alphabet=st.sampled_from("|*_[](){}<>#`~^=+-.!:'\"&;\\@$/0123456789 \n\t\rabcxhttp数据园区，。“”\x1b\u202e\u200b\x00\u0002\u0003"),
    max_size=40,
)
ANY = st.text(max_size=60)
SHAPES = (
    "# 题\n\n{}\n",
    "# 题 {}\n",
    "# 题\n\n| a | b |\n| - | - |\n| {} | 二 |\n",
    "# 题\n\n- {}\n",
    "# 题\n\n> {}\n",
    "# 题\n\n[{}](x.md)\n",
)


def _texts(html: str) -> str:
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", "", html)))


def _tags(html: str) -> list[str]:
    return re.findall(r"<[^>]+>", html)


@pytest.mark.parametrize("shape", SHAPES)
@given(text=SIGNS | ANY)
@settings(max_examples=60, deadline=None)
def test_both_parsers_print_the_text_and_nothing_of_it_acts(shape: str, text: str) -> None:
    source, calm = shape.format(escape(text)), shape.format("字" if plain(text) else "")
    python_markdown = markdown.Markdown(extensions=["attr_list", "md_in_html", "tables"])
    commonmark = MarkdownIt("commonmark").enable("table")
    for render in (python_markdown.reset().convert, commonmark.render):
        page = render(source)
        assert _tags(page) == _tags(render(calm))
        assert re.sub(r"\s+", "", plain(text)) in re.sub(r"\s+", "", _texts(page))


@given(ANY)
def test_no_unseen_sign_is_left(text: str) -> None:
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b-\u200f\ufeff]", plain(text))
    assert plain(plain(text)) == plain(text)


@given(ANY)
def test_lines_of_a_block_stay_one_line(text: str) -> None:
    assert "\n" not in escape_lines(text)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "data:text/html,x", "//evil.example", "ftp://x", "", "http:///x", " https://x"])
def test_only_web_addresses_become_links(address: str) -> None:
    assert web_address(address) is None


@given(ANY)
def test_an_address_holds_nothing_that_ends_a_link(text: str) -> None:
    safe = web_address(f"https://example.org/{text}")
    assert safe is None or not re.search(r"[\s()<>\[\]\"|`\\{}]", safe)
