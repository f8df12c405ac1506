"""Claims of several pages put together: the same figure once, one series per metric, what is uncertain kept apart."""

from dataclasses import replace
from decimal import Decimal

import pytest

from generator.assemble.merge import merge_claims
from generator.assemble.names import unique_names
from generator.assemble.park_files import assemble_parks
from generator.assemble.series import build_series
from generator.model.article import Article, ArticleKind, Page, PageDate, Precision
from generator.model.claim import Claim, Evidence, Extraction, Kind, Level, Name, NameKind, Qualifier, Status
from generator.model.entities import Metric, Park, Unit
from generator.model.quantity import Form, Value
from generator.registry.registry import Registry, WordList

METRIC = Metric("high-tech", "高新技术企业", "High-tech firms", "companies", "count", ("高新技术企业",), (), ("level",), 50, "high", (), ())
PARK = Park("mou", "某高新区", "某高新技术产业开发区", "hidz", "某省", "某市", "", (), "")
REGISTRY = Registry(
    (PARK,), (METRIC,), (Unit("家", "count", "家", Decimal(1)),), (), (), (WordList("series.fillers", ("总数", "累计")),)
)  # fmt: skip


def claim(id_: str, value: int, period: str, *, page: str = "p1", label: str = "高新技术企业", **changes: object) -> Claim:
    evidence = Evidence(page, f"{page}-1", "body", 0, 0, 1, 1, "x")
    made = Claim(
        id_, "mou", "某高新区", Level.PARK, label, "high-tech", Kind.LEVEL, Value(Form.NUMBER, Decimal(value)), "家", Qualifier.EXACT,
        period, Status.ACTUAL, evidence, None,
    )  # fmt: skip
    return replace(made, **changes)  # type: ignore[arg-type]


DATES = {"p1": "2024-01", "p2": "2025-06"}


def test_the_same_figure_on_two_pages_is_one_fact_with_two_sources() -> None:
    facts = merge_claims([claim("b", 293, "2025", page="p2"), claim("a", 293, "2025")], DATES)
    assert [(fact.id, [one.id for one in fact.also]) for fact in facts] == [("a", ["b"])]


@pytest.mark.parametrize(
    "other",
    [
        claim("b", 293, "asof", page="p2"),
        claim("b", 294, "asof"),
        claim("b", 293, "asof", qualifier=Qualifier.OVER),
        claim("b", 293, "asof", status=Status.PLANNED),
        claim("b", 293, "asof", subject="某公司"),
        claim("b", 293, "asof", review="whose?"),
    ],
    ids=["another time", "another number", "another qualifier", "another status", "another subject", "held back"],
)
def test_figures_that_differ_in_anything_stay_two(other: Claim) -> None:
    assert len(merge_claims([claim("a", 293, "asof"), other], DATES)) == 2


def test_a_series_goes_by_time_and_a_bare_state_by_its_page() -> None:
    facts = merge_claims([claim("c", 3, "asof", page="p2"), claim("a", 1, "2020"), claim("b", 2, "2023", label="高新技术企业总数")], DATES)
    (series,) = build_series(facts, REGISTRY, DATES)
    assert (series.key, series.facts) == ("high-tech", ("a", "b", "c"))


def test_a_narrower_label_and_a_doubtful_figure_take_no_part_in_a_series() -> None:
    narrow = claim("b", 2, "2023", label="新能源高新技术企业")
    doubtful = claim("c", 9, "2024", review="whose?")
    assert build_series(merge_claims([claim("a", 1, "2020"), narrow, doubtful], DATES), REGISTRY, DATES) == ()


def test_figures_whose_units_do_not_convert_make_no_series() -> None:
    times = (Unit("天", "time", "天", Decimal(1)), Unit("周", "time", "天", Decimal(7)), Unit("小时", "time", "秒", Decimal(3600)))
    registry = replace(REGISTRY, units=times)
    weeks = [claim("a", 5, "2020", unit="天"), claim("b", 1, "2023", unit="周")]
    hours = [claim("a", 5, "2020", unit="天"), claim("b", 2, "2023", unit="小时")]
    assert [series.base_unit for series in build_series(merge_claims(weeks, DATES), registry, DATES)] == ["天"]
    assert build_series(merge_claims(hours, DATES), registry, DATES) == ()


def test_a_park_that_an_article_is_about_has_a_file_even_without_a_figure() -> None:
    article = Article("p1-1", "p1", ArticleKind.REPORT, None, (), (), (), ("某高新区",), (), ())
    page = Page("p1", "p1.txt", PageDate("2024-01", Precision.MONTH, inferred=True, how=""), "", "", (article,), (), ())
    (file,) = assemble_parks([page], [Extraction("p1", (), (), (), (), ())], {"mou": PARK}, REGISTRY)
    assert (file.park, file.facts, file.articles) == (PARK, (), ("p1-1",))


def test_of_two_equal_names_the_one_that_says_more_is_kept() -> None:
    evidence = Evidence("p1", "p1-1", "body", 0, 0, 1, 1, "x")
    names = [Name("mou", NameKind.PERSON, "王某", detail, "", evidence) for detail in ("", "主任")]
    assert [name.detail for name in unique_names(names)] == ["主任"]


def test_names_of_two_articles_that_are_one_thing_stand_once() -> None:
    evidence = Evidence("p1", "p1-1", "body", 0, 0, 1, 1, "x")
    said = ["理士电源", "肇庆理士电源技术有限公司", "海尔智家", "海尔"]
    names = [Name("mou", NameKind.COMPANY, name, "", "", evidence) for name in said]
    assert [name.name for name in unique_names(names)] == ["海尔", "海尔智家", "肇庆理士电源技术有限公司"]
