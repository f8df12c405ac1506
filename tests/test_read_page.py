"""Reading on the annotated pages: what a careful editor reads there is what must come out."""

import re
from functools import cache
from itertools import pairwise

import pytest
import yaml
from rapidfuzz.distance import Indel

from generator.model.article import Article, ArticleKind, Page, Precision, Role
from generator.read import describe_page
from tests.read_pages import ANNOTATED, GOLD, page_file, pieces, read_bytes, read_text

WHOLE = 0.97
ALL_BODIES = 0.995


@cache
def gold(name: str) -> tuple[dict[str, object], ...]:
    return tuple(yaml.safe_load((GOLD / f"{name}.yaml").read_text("utf-8"))["articles"])


@cache
def page_of(name: str) -> Page:
    file = page_file(name)
    page, _ = read_bytes(file.name, file.read_bytes())
    assert page is not None
    return page


def bare(text: object) -> str:
    return re.sub(r"\W", "", str(text or ""))


def body(article: Article) -> str:
    return re.sub(r"\s", "", "".join(paragraph.text for paragraph in article.paragraphs))


def gold_body(name: str, article: dict[str, object]) -> str:
    lines = page_file(name).read_text("utf-8").split("\n")
    ranges = article["body"]
    assert isinstance(ranges, list)
    return re.sub(r"\s", "", "".join("".join(lines[first - 1 : last]) for first, last in ranges))


def partner(name: str, article: dict[str, object]) -> Article:
    text = gold_body(name, article)
    return max(page_of(name).articles, key=lambda read: Indel.normalized_similarity(text, body(read)))


ARTICLES = [(name, article) for name in ANNOTATED for article in gold(name)]
IDS = [str(article["id"]) for _, article in ARTICLES]


@pytest.mark.parametrize("name", ANNOTATED)
def test_no_article_is_lost_or_made(name: str) -> None:
    assert len(page_of(name).articles) == len(gold(name))


@pytest.mark.parametrize(("name", "article"), ARTICLES, ids=IDS)
def test_body_is_whole_and_in_order(name: str, article: dict[str, object]) -> None:
    assert Indel.normalized_similarity(gold_body(name, article), body(partner(name, article))) >= WHOLE


def test_bodies_together() -> None:
    texts = [(gold_body(name, article), body(partner(name, article))) for name, article in ARTICLES]
    likeness = sum(Indel.normalized_similarity(wanted, found) * len(wanted) for wanted, found in texts)
    assert likeness / sum(len(wanted) for wanted, _ in texts) >= ALL_BODIES


@pytest.mark.parametrize(("name", "article"), ARTICLES, ids=IDS)
def test_headline_deck_and_byline(name: str, article: dict[str, object]) -> None:
    read = partner(name, article)
    assert bare(read.headline.text if read.headline else None) == bare(article["headline"])
    decks = article["deck"] or []
    assert isinstance(decks, list)
    assert [bare(line.text) for line in read.deck] == [bare(line) for line in decks]
    assert list(read.byline) == article["byline"]


@pytest.mark.parametrize(("name", "article"), ARTICLES, ids=IDS)
def test_kind_and_captions(name: str, article: dict[str, object]) -> None:
    read = partner(name, article)
    assert read.kind is ArticleKind(str(article.get("kind", "report")))
    captions = article["captions"]
    assert isinstance(captions, list)
    assert [caption.runs[0].line for caption in read.captions] == [first for first, _ in captions]


@pytest.mark.parametrize("name", ANNOTATED)
def test_date(name: str) -> None:
    wanted = yaml.safe_load((GOLD / f"{name}.yaml").read_text("utf-8"))["published"]["value"]
    assert page_of(name).published.value == wanted


@pytest.mark.parametrize("name", ANNOTATED)
def test_every_character_stands_on_its_line(name: str) -> None:
    lines = page_file(name).read_text("utf-8").split("\n")
    for piece in pieces(page_of(name)):
        assert piece.runs[0].start == 0
        ends = [*(run.start for run in piece.runs[1:]), len(piece.text)]
        for run, end in zip(piece.runs, ends, strict=True):
            assert set(piece.text[run.start : end]) - set(" ") <= set(lines[run.line - 1])


@pytest.mark.parametrize("name", ANNOTATED)
def test_ids_run_in_order_of_appearance(name: str) -> None:
    page = page_of(name)
    assert [article.id for article in page.articles] == [f"{page.id}-{number}" for number in range(1, len(page.articles) + 1)]


def test_paragraphs_are_found_again_in_narrow_columns() -> None:
    first = page_of("001").articles[0]
    assert [paragraph.text for paragraph in first.paragraphs if paragraph.role is Role.SUBHEAD] == [
        "补链延链强链加速步伐",
        "新能源电池产业抢跑新赛道",
        "“万亩千亿”大产业平台加速建设",
    ]
    assert all(paragraph.text[-1] in "。！…”" for paragraph in first.paragraphs if paragraph.role is Role.BODY)
    starts = [paragraph.text[:4] for paragraph in first.paragraphs]
    assert "眼下，肇" in starts
    assert "依托小鹏" in starts


COLUMN = """本报讯 近日，合肥高新区一家企业

的新产线投产。这条产线采用全新Mini

LED背光方案，产品进入高端领域，年

产值达到317

亿元，同比增长12.

5%，带动就业2000余人。目前，该企业

拥有员工3600人，其中研发人员占四

成以上，产品销往全球60多个国家和

地区，今后三年将再投资20亿元扩大

产能，建设智能工厂。
"""


def test_words_are_joined_right_over_a_wrap() -> None:
    text = read_text(COLUMN).articles[0].paragraphs[0].text
    assert "采用全新Mini LED背光方案，产品进入高端领域，年产值达到317亿元，同比增长12.5%，带动就业2000余人。" in text


def test_orphan_headline_stays_an_orphan() -> None:
    page, problems = read_bytes("page.txt", "本报讯 6月5日，合肥高新区举行签约仪式，签约项目12个。\n\n大连高新区软件产业再提速\n".encode())
    assert page is not None
    assert page.articles[0].headline is None
    assert [piece.text for piece in page.furniture] == ["大连高新区软件产业再提速"]
    assert [problem.code for problem in problems] == ["orphan-headline"]
    assert problems[0].line == 3


def test_an_editor_knows_better() -> None:
    assert page_of("000").published.inferred
    assert page_of("000").published.precision is Precision.MONTH


def test_description_for_people() -> None:
    lines = describe_page(page_of("000")).split("\n")
    assert lines[0].startswith("000_e891b1fc1ad458f4.txt  2025-12")
    assert "== 000_e891b1fc1ad458f4-2 (report)  昆明高新区10个月获专利授权822件" in lines
    assert "   byline: 郑俊霞   parks: 昆明高新区" in lines
    assert "   25  [caption] 肇庆高新区数字廉平台" in lines
    assert "   15  # 产业能级跃升" in lines
    assert any("undouble: 首家首家" in line for line in describe_page(page_of("001")).split("\n"))


def test_pages_of_one_seed_are_alike() -> None:
    one, other = (read_bytes(page_file("x1").name, page_file("x1").read_bytes()) for _ in range(2))
    assert one == other
    assert all(before.line <= after.line for before, after in pairwise(page_of("001").repairs))


def test_number_of_section_stays_apart() -> None:
    """02企业1200家 would count 02 of what follows."""
    page = read_text("本报讯 洛阳高新区建区27周年。\n\n02 企业1200家\n\n如今，洛阳高新区已拥有全市一半的国家级孵化器。\n")
    assert [one.text for one in page.articles[0].paragraphs if one.role is Role.SUBHEAD] == ["02 企业1200家"]
