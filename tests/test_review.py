"""What is held back, and why; what is plain is not."""

import pytest

from generator.extract import extract_page
from generator.extract.review import build_doubts, review_reason
from tests.extracted import PARK, claims_of, extractor, page_of
from tests.named_articles import article_of
from tests.registry_files import project_registry


@pytest.mark.parametrize(
    "text", ["园区高新技术企业达293家。", "2024年，园区完成地区生产总值120亿元，同比增长5.8%。", "园区有效发明专利1534件，居全省第二。"]
)
def test_plain_figures_are_published(text: str) -> None:
    assert [claim.review for claim in claims_of(text)] == [None] * len(claims_of(text))


@pytest.mark.parametrize(
    ("text", "reason"), [("其中有12个。", "没有找到指标的说法"), ("现有40个行业。", "指标的说法太短，离开上下文看不懂")]
)
def test_what_says_nothing_alone_is_held_back(text: str, reason: str) -> None:
    assert reason in (claims_of(text)[0].review or "")


def test_on_a_page_of_a_doubtful_year_what_rests_on_that_year_is_held_back() -> None:
    article = article_of("去年，园区完成地区生产总值120亿元。2021年，园区出口额为35亿元。园区现有高新技术企业293家。", park=PARK)
    claims = extract_page(page_of(article, sure=False), extractor()).claims
    assert [claim.period for claim in claims] == ["2024", "2021", "asof"]
    assert ["年份由版面日期推算" in (claim.review or "") for claim in claims] == [True, False, False]


def test_doubts_add_up_and_a_light_one_alone_does_not_hold_back() -> None:
    doubts = build_doubts(project_registry())
    assert review_reason(("leaning-label",), doubts) is None
    assert review_reason(("short-label", "carried-period"), doubts) == "指标的说法很短，也不是登记过的指标；时间是从前文沿用的"


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("参赛队伍46支。", False),
        ("审批效率提升85%。", False),
        ("遴选项目1280项。", True),
        ("园区腾出土地320亩。", False),
        ("园区外贸进出口总值创下新高，如今已有近四成。", True),
        ("园区发布新品46款。", False),
        ("园区发放补贴320万元。", True),
    ],
)
def test_a_short_name_of_two_words_is_published_and_a_bare_deed_is_not(text: str, held: bool) -> None:
    assert [claim.review is not None for claim in claims_of(text)] == [held]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("区内有铝企业96家。", False),
        ("园区现有企业96家。", False),
        ("园区有四大主导产业。", False),
        ("基地建有中试线5条。", False),
        ("产品已供给96家企业。", True),
        ("共有96家租用企业。", True),
        ("现有96家成员企业。", True),
        ("现有线条5条。", True),
    ],
)
def test_a_kind_of_firm_or_work_is_published_and_what_they_do_is_not(text: str, held: bool) -> None:
    assert [claim.review is not None for claim in claims_of(text)] == [held]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("园区企业节后一共缺1200人。", True),
        ("别看它外形宽度只有3毫米，却要经过18道工序检验。", True),
        ("仪器替我翻了20万次。", True),
        ("公司卖一台机床挣2.1万元。", True),
        ("园区企业人才缺口1200人。", False),
        ("工业园区包装材料进出2.3万吨。", False),
        ("园区新签重要合同23份。", False),
        ("企业因历史原因办不下2.3万平方米厂房的证。", True),
        ("园区因特钢停产减少产值2.3亿元。", False),
    ],
)
def test_half_a_sentence_is_held_back_and_a_name_is_not(text: str, held: bool) -> None:
    assert (claims_of(text)[0].review is not None) == held


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("去年，园区27家企业获得高新技术企业认定。这27家企业投入研发经费3.2亿元。", [False, True, False]),
        ("去年，园区27家企业获得高新技术企业认定，35家企业投入研发经费3.2亿元。", [False, False, False]),
    ],
)
def test_what_is_counted_again_is_held_back(text: str, held: list[bool]) -> None:
    assert [claim.review is not None for claim in claims_of(text)] == held


@pytest.mark.parametrize(
    ("text", "held"),
    [("园区获评国家新型工业化产业示范基地，该产业实现营收305亿元。", True), ("园区智能电网产业提速，该产业实现营收305亿元。", False)],
)
def test_what_points_to_an_industry_that_is_not_named_is_held_back(text: str, held: bool) -> None:
    assert [claim.review is not None for claim in claims_of(text)] == [held]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("园区企业比去年落户的兄弟项目早了47天。", True),
        ("从签约到开工只用了47天。", False),
        ("园区企业提出的问题有七成三。", True),
        ("园区企业诉求办结率98%。", False),
    ],
)
def test_a_time_or_a_rate_without_a_word_for_it_is_held_back(text: str, held: bool) -> None:
    assert (claims_of(text)[0].review is not None) == held
