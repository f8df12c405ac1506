"""Metric pages over the years: one line a series, nothing of different periods put side by side without a word."""

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from html import unescape
from typing import Any

from generator.model.claim import Claim, Kind, Level, Qualifier, Status
from generator.model.quantity import Form, Value
from generator.model.sheet import Fact, ParkSheet, Series, SheetFact
from generator.render.site import SiteContent, render_site
from tests.site_content import OPTIONS, gold_content, registry, templates, wording

METRIC = "m5"


def grown(sheet: ParkSheet, like: Claim, points: Iterable[tuple[str, str, Status]], label: str = "高新技术企业") -> ParkSheet:
    """The sheet with one series more: `points` are (period, value, status)."""
    claims = [
        replace(
            like, id=f"{sheet.park.id[:4]}{len(label)}{place:04d}", park=sheet.park.id, subject=sheet.park.name, level=Level.PARK,
            label=label, metric=METRIC, kind=Kind.LEVEL, value=Value(Form.NUMBER, Decimal(value)), unit="家",
            qualifier=Qualifier.EXACT, period=period, status=status, review=None,
        )
        for place, (period, value, status) in enumerate(points)
    ]  # fmt: skip
    series = Series(METRIC, label, Kind.LEVEL.value, sheet.park.name, "count", tuple(claim.id for claim in claims))
    return replace(sheet, facts=(*sheet.facts, *(SheetFact(Fact(claim)) for claim in claims)), series=(*sheet.series, series))


def with_ranks(content: SiteContent) -> SiteContent:
    """A park whose rank in 高新技术企业 is known of two years."""
    sheet = next(sheet for sheet in content.sheets if sheet.park.id == "zhaoqing-gaoxinqu")
    like = next(item.fact.claim for item in sheet.facts if item.fact.claim.label == "高新技术企业" and not item.fact.claim.review)
    more = grown(sheet, like, (("2021", "90", Status.ACTUAL), ("2024", "86", Status.ACTUAL)), "高新技术企业排名")
    ids = set(more.series[-1].facts)
    facts = tuple(
        replace(item, fact=replace(item.fact, claim=replace(item.fact.claim, kind=Kind.RANK, unit="位"))) if item.fact.id in ids else item
        for item in more.facts
    )
    more = replace(more, facts=facts, series=(*more.series[:-1], replace(more.series[-1], kind=Kind.RANK.value)))
    return replace(content, sheets=tuple(more if one.park.id == more.park.id else one for one in content.sheets))


def with_years(content: SiteContent) -> SiteContent:
    """Two parks whose 高新技术企业 are known of several years: one to a month and with a forecast, one of a part with a gap between."""
    sheets = {sheet.park.id: sheet for sheet in content.sheets}
    zhaoqing, guangzhou = sheets["zhaoqing-gaoxinqu"], sheets["guangzhou-kaifaqu"]
    like = next(item.fact.claim for item in zhaoqing.facts if item.fact.claim.label == "高新技术企业" and not item.fact.claim.review)
    points = (("2021", "120", Status.ACTUAL), ("2022-01/2022-08", "150", Status.ACTUAL), ("2024", "400", Status.FORECAST))
    sheets[zhaoqing.park.id] = grown(zhaoqing, like, points)
    gap = (("2020", "30", Status.ACTUAL), ("2023", "60", Status.ACTUAL))
    sheets[guangzhou.park.id] = grown(guangzhou, like, gap, "生物医药高新技术企业")
    return replace(content, sheets=tuple(sheets[sheet.park.id] for sheet in content.sheets))


def page_of(content: SiteContent) -> str:
    """The metric's page as Markdown, the part on years."""
    site = render_site(content, templates(), wording(), registry(), OPTIONS)
    assert site.problems == ()
    text = next(file.content.decode() for file in site.files if file.path == f"metrics/{METRIC}.md")
    return next((part for part in text.split("\n## ") if part.startswith("历年变化")), "")


def chart_of(part: str) -> dict[str, Any]:
    """The data of the part's chart."""
    found = re.search(r'data-chart="([^"]*)"', part)
    assert found is not None
    data: dict[str, Any] = json.loads(unescape(found[1]))
    return data


def test_a_park_with_one_year_has_no_history() -> None:
    assert page_of(gold_content()) == ""


def test_the_table_says_which_figures_are_not_of_whole_years_and_which_are_no_facts_yet() -> None:
    part = page_of(with_years(gold_content()))
    row = next(line for line in part.splitlines() if line.startswith("| [肇庆高新区]"))
    cells = [cell.strip() for cell in row.strip("|").split(" | ")]
    assert len(cells) == 6, "park, 2020 to 2024"
    assert (cells[1], cells[4]) == ("", "")
    assert "2021年" not in cells[2]
    assert "2022年1—8月" in cells[3]
    assert "预计" in cells[5]
    assert "与全年的数据不宜直接相比" in part


def test_a_part_is_a_line_of_its_own_under_its_own_name() -> None:
    lines = chart_of(page_of(with_years(gold_content())))["lines"]
    assert [line["name"] for line in lines] == ["肇庆高新区", "广州开发区 生物医药高新技术企业"]


def test_the_chart_keeps_room_for_years_without_a_figure_and_tells_forecasts_apart() -> None:
    data = chart_of(page_of(with_years(gold_content())))
    assert data["years"] == [f"{year}年" for year in range(2020, 2025)]
    assert [(point["x"], point["y"], point["status"]) for point in data["lines"][0]["points"]] == [
        ("2021年", 120.0, "actual"),
        ("2022年", 150.0, "actual"),
        ("2024年", 400.0, "forecast"),
    ]


def test_the_chart_is_told_in_words() -> None:
    part = page_of(with_years(gold_content()))
    told = re.search(r'aria-label="([^"]*)"', part)
    assert told is not None
    assert "2022年1—8月 150家" in told[1]
    assert "400家【预计】" in told[1]


def test_ranks_have_a_chart_of_their_own_in_which_the_first_place_is_the_top() -> None:
    site = render_site(with_ranks(gold_content()), templates(), wording(), registry(), OPTIONS)
    text = next(file.content.decode() for file in site.files if file.path == f"metrics/{METRIC}.md")
    part = next(part for part in text.split("\n## ") if part.startswith("历年名次"))
    data = chart_of(part)
    assert (data["rank"], [point["text"] for point in data["lines"][0]["points"]]) == (True, ["第90位", "第86位"])
    sheet = next(file.content.decode() for file in site.files if file.path == "parks/zhaoqing-gaoxinqu.md")
    assert chart_of(sheet.split("### 高新技术企业排名", 1)[1])["rank"] is True


def test_years_of_one_figure_share_a_table_and_no_place_is_given_in_it() -> None:
    site = render_site(with_years(gold_content()), templates(), wording(), registry(), OPTIONS)
    parts = next(file.content.decode() for file in site.files if file.path == f"metrics/{METRIC}.md").split("\n## ")
    assert [part[:5] for part in parts if re.match(r"\d{4}年", part)] == ["2024年"]
    single = next(part for part in parts if part.startswith("其他年份"))
    assert "名次 |" not in single
    rows = [line for line in single.splitlines() if line.startswith("| [")]
    years = [match[1] for row in rows if (match := re.search(r"pf-when\">(\d{4})年", row))]
    assert years == ["2025", "2023", "2022", "2021", "2020"]
    only = next(sheet for sheet in with_years(gold_content()).sheets if sheet.park.id == "zhaoqing-gaoxinqu")
    alone = render_site(replace(gold_content(), sheets=(only,)), templates(), wording(), registry(), OPTIONS)
    text = next(file.content.decode() for file in alone.files if file.path == f"metrics/{METRIC}.md")
    assert "## 各年的数据" in text
    assert "其他年份" not in text


def test_what_is_held_back_bends_no_line() -> None:
    content = with_years(gold_content())
    held = tuple(
        replace(
            sheet,
            facts=tuple(
                replace(item, fact=replace(item.fact, claim=replace(item.fact.claim, review="主体不明")))
                if item.fact.claim.period == "2020" and item.fact.claim.label == "生物医药高新技术企业"
                else item
                for item in sheet.facts
            ),
        )
        for sheet in content.sheets
    )
    lines = chart_of(page_of(replace(content, sheets=held)))["lines"]
    assert [line["name"] for line in lines] == ["肇庆高新区"], "one year alone is no history"
