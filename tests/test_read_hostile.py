"""Pages that are no pages, or mean ill: a warning with a reason or the text as it is, never a crash."""

import pytest

from generator.model.problem import Severity
from generator.read.decode import LARGEST
from tests.read_pages import page_file, read_bytes, read_text

STORY = "本报讯 6月5日，合肥高新区举行签约仪式，签约项目12个，总投资86亿元，将带动就业3000人。"


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        (b"", "empty-page"),
        (b" \n\t\n\x0c", "empty-page"),
        (b"\xef\xbb\xbf", "empty-page"),
        (bytes(range(256)) * 8, "binary-page"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "binary-page"),
        (b"\x00" * 100, "binary-page"),
        (b"a" * (LARGEST + 1), "enormous-page"),
    ],
    ids=["empty", "blank", "only a mark", "all bytes", "picture", "zeros", "enormous"],
)
def test_refused(raw: bytes, code: str) -> None:
    page, problems = read_bytes("bad.txt", raw)
    assert page is None
    assert [(problem.code, problem.severity, problem.path) for problem in problems] == [(code, Severity.WARNING, "seeds/bad.txt")]


@pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("name", ["000", "001", "x2"])
def test_other_encodings(name: str, encoding: str) -> None:
    file = page_file(name)
    text = file.read_text("utf-8")
    page, problems = read_bytes(file.name, text.encode(encoding))
    plain, _ = read_bytes(file.name, text.encode("utf-8"))
    assert page == plain
    assert problems[0].code == "other-encoding"
    assert problems[0].severity is Severity.NOTE


def test_line_ends_of_other_systems() -> None:
    file = page_file("x1")
    plain = read_text(file.read_text("utf-8"))
    for ending in ("\r\n", "\r"):
        assert read_text(file.read_text("utf-8").replace("\n", ending)) == plain


def test_some_broken_bytes() -> None:
    page, problems = read_bytes("page.txt", STORY.encode() * 5 + b"\xff\xfe")
    assert page is not None
    assert problems[0].code == "other-encoding"


@pytest.mark.parametrize(
    "hostile",
    [
        "<script>alert(1)</script>",
        "{{ config }}{% include 'x' %}",
        "| a | b |\n|---|---|",
        "# [链接](javascript:x) ![图](x)",
        "\x1b[31m红\x1b[0m",
        "\u202e倒\u2066着\u2069",
        "../../etc/passwd",
        "=cmd|' /C calc'!A0",
        "&lt;b&gt;&#x27;",
    ],
)
def test_printed_literally(hostile: str) -> None:
    page = read_text(f"合肥高新区签约忙\n\n{STORY}\n\n“{hostile}”是一名访客留下的话，园区工作人员把它原样保存下来。\n")
    text = "".join(paragraph.text for article in page.articles for paragraph in article.paragraphs)
    text += "".join(piece.text for piece in page.furniture)
    assert "".join(hostile.split()) in "".join(text.split())


def test_heading_and_names_without_any_text() -> None:
    assert read_text("开发区\n◎王 敏\n").articles == ()
    assert read_text("开发区\n\u202e为为为\n").articles == ()


def test_nul_is_shown() -> None:
    page = read_text(STORY + "\x00")
    assert "\ufffd" in page.articles[0].paragraphs[0].text
    assert [repair.rule for repair in page.repairs] == ["remove_nul"]


def test_long_lines_and_many_lines_take_no_longer_than_they_must() -> None:
    assert read_text("高新区" * 20000).articles
    assert read_text((STORY + "\n") * 300).articles
