"""The rules of reading one by one: repairs, bylines, openings, dates, on cases with counter-examples."""

from dataclasses import dataclass

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.read.assign import share_out
from generator.read.dates import infer_date
from generator.read.glyphs import REPAIRS, repair_line
from generator.read.tracked import Tracked
from generator.read.units import close_spaces
from tests.read_pages import knowledge
from tests.registry_files import ROOT

RULES = {rule.__name__: rule for rule in REPAIRS}


@dataclass(frozen=True, slots=True)
class Case:
    label: str
    origin: str
    fields: dict[str, object]


def load(topic: str) -> list[Case]:
    entries = yaml.safe_load((ROOT / "tests" / "cases" / f"read_{topic}.yaml").read_text("utf-8"))
    cases = [Case(entry.pop("label"), entry.pop("origin"), entry) for entry in entries]
    assert len({case.label for case in cases}) == len(cases)
    return sorted(cases, key=lambda case: case.label)


def label_of(case: Case) -> str:
    return case.label


@pytest.mark.parametrize("case", load("repairs"), ids=label_of)
def test_repair(case: Case) -> None:
    before, rule = str(case.fields["before"]), RULES[str(case.fields["rule"])]
    assert ("after" in case.fields) == (case.origin != "negative")
    assert rule(before) == case.fields.get("after", before)


@pytest.mark.parametrize("rule", REPAIRS, ids=lambda rule: rule.__name__)
def test_every_repair_has_cases_for_and_against(rule: object) -> None:
    name = getattr(rule, "__name__", "")
    origins = [case.origin for case in load("repairs") if case.fields["rule"] == name]
    assert "negative" in origins
    assert any(origin != "negative" for origin in origins)


LETTERS = st.text(alphabet="高新区高新区发展123ＡＢ１％“”：。 　Mini", max_size=40)


@given(LETTERS)
def test_repairing_twice_is_repairing_once(line: str) -> None:
    once, _ = repair_line(1, line)
    assert repair_line(1, once) == (once, ())


@given(LETTERS)
def test_repairs_are_recorded_as_a_chain(line: str) -> None:
    after, records = repair_line(7, line)
    for record in records:
        assert (record.line, record.before) == (7, line)
        line = record.after
    assert line == after


@pytest.mark.parametrize("case", load("bylines"), ids=label_of)
def test_byline(case: Case) -> None:
    found = knowledge().shapes.names.byline(str(case.fields["line"]))
    if case.fields["names"] is None:
        assert found is None
    else:
        assert found is not None
        assert (list(found.names), found.sure) == (case.fields["names"], case.fields["sure"])


@pytest.mark.parametrize("case", load("leads"), ids=label_of)
def test_opening(case: Case) -> None:
    text = str(case.fields["text"])
    lead = knowledge().shapes.lead(text)
    if case.fields["lead"] is None:
        assert lead is None
    else:
        assert lead is not None
        assert (text[: lead.end], list(lead.names)) == (case.fields["lead"], case.fields["names"])


@pytest.mark.parametrize("case", load("dates"), ids=label_of)
def test_date(case: Case) -> None:
    texts = case.fields["texts"]
    assert isinstance(texts, list)
    assert infer_date([str(text) for text in texts], events=knowledge().events).value == str(case.fields["date"])


def test_the_year_of_pages_without_a_date_line() -> None:
    """Short pages in many manners, by four hands; fifty of them tell little but by the way. What the reader is sure of is right."""
    pages = yaml.safe_load((ROOT / "tests" / "cases" / "read_years.yaml").read_text("utf-8"))
    found = [infer_date(page["texts"], events=knowledge().events) for page in pages]
    wrong = [date for date, page in zip(found, pages, strict=True) if date.value[:4] != page["date"][:4]]
    assert len(pages) == 185
    assert len(wrong) <= 19
    assert sum(date.sure for date in found) >= 136
    assert sum(date.sure for date in wrong) <= 4
    months = [date.value == page["date"] for date, page in zip(found, pages, strict=True) if len(page["date"]) > 4]
    assert sum(months) >= 0.84 * len(months)


def test_a_page_that_hardly_tells_its_year_says_so() -> None:
    date = infer_date(["1月19日，园区签约。2021年10月，一期投用。"])
    assert not date.sure
    assert "another year" in date.how
    told = ["2023年，产值增长9%。2024年计划开工项目20个。", "1月11日，记者获悉，2020年为14家。截至2023年底，企业达56家。"]
    assert infer_date(told).sure


def test_date_line_of_the_page() -> None:
    found = infer_date(["2022年，园区产值增长8%。"], ["2024年7月18日 星期四"])
    assert (found.value, found.inferred) == ("2024-07-18", True)
    assert infer_date(["近日，园区签约。"], ["2024年13月18日"]).value == ""


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("今年 1 至 7 月，新签约 81 个", "今年1至7月，新签约81个"),
        ("小鹏 MONA M03 与“AI PC”", "小鹏MONA M03与“AI PC”"),
        ("T/CECA- G0171-2022", "T/CECA-G0171-2022"),
        ("形成移动终端和 LED 两大集群", "形成移动终端和LED两大集群"),
    ],
)
def test_white_space(before: str, after: str) -> None:
    assert close_spaces(Tracked.of(before, 1)).text == after


SCORES = st.lists(st.lists(st.sampled_from((-3.0, 0.0, 2.0, 4.0, 7.0)), min_size=3, max_size=3), min_size=1, max_size=5)


@given(SCORES, st.integers(1, 5))
def test_a_body_has_one_title_and_a_title_one_row(scores: list[list[float]], length: int) -> None:
    rows = [line // length for line in range(len(scores))]
    owners = share_out(rows, [False] * len(rows), scores)
    for body in set(owners) - {-1}:
        lines = [line for line, owner in enumerate(owners) if owner == body]
        assert lines == list(range(lines[0], lines[-1] + 1))
        assert len({rows[line] for line in lines}) == 1
        assert sum(scores[line][body] for line in lines) > 1.5


def test_no_bodies_no_titles() -> None:
    assert share_out((0, 0), (True, False), ((), ())) == (-1, -1)
    assert share_out((), (), ()) == ()
