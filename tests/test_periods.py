"""When each figure holds: cases, and what must hold of any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.article import PageDate, Precision
from generator.model.claim import Kind
from generator.model.period import is_period
from tests.extracted import claims_of, figures
from tests.number_words import Case, finders, load_cases, printed, read

CASES = load_cases("periods")
TIMES = (
    "今年",
    "去年",
    "2024年",
    "1至8月",
    "前三季度",
    "上半年",
    "截至",
    "到",
    "底",
    "目前",
    "同期",
    "上年同期",
    "当年",
    "近3年",
    "“十四五”以来",
    "三年来",
    "6月5日",
    "，",
    "。",
    "产值12亿元",
    "增长3%",
    "比",
    "起",
    "累计",
    "将",
    "全年",
)


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_case(case: Case, request: pytest.FixtureRequest) -> None:
    """Each figure of the text has the time that its words give it."""
    if case.origin == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    found = read(case.text, case.published)
    rows = [f"{printed(case.text, q)} = {p.period}" for q, p in zip(found.quantities, found.periods, strict=True)]
    assert rows == case.expected["periods"]


@pytest.mark.parametrize(
    ("words", "published", "period", "rule"),
    [
        ("今年1至8月份", "2024-09", "2024-01/2024-08", "span"),
        ("去年前11个月", "2024-09", "2023-01/2023-11", "span"),
        ("2024年前11个月", "2025-01", "2024-01/2024-11", "span"),
        ("前三季度", "2025-01", "2024-01/2024-09", "span"),
        ("四季度", "2025-01", "2024-10/2024-12", "span"),
        ("下半年", "2025-01", "2024-07/2024-12", "span"),
        ("截至1月底", "2025-02", "asof:2025-01", "asof-date"),
        ("截至2023年12月29日", "2024-01", "asof:2023-12-29", "asof-date"),
        ("2024年底", "2025-02", "asof:2024-12", "asof-date"),
        ("2025年底", "2025-02", "2025", "until"),
        ("12月28日", "2024-01", "2023-12-28", "day"),
        ("2021年9月至2022年1月", "2024-01", "2021-09/2022-01", "span"),
        ("5年来", "2025-12", "2021/2025", "back"),
        ("近3年", "2024-09", "2022/2024", "back"),
        ("“十四五”期间", "2025-12", "2021/2025", "plan"),
        ("到2027年", "2025-02", "2027", "until"),
        ("今年", "", "asof", "vague"),
    ],
)
def test_mention(words: str, published: str, period: str, rule: str) -> None:
    """Words of time are read with the page's date; without one, 今年 is a state at the time of writing."""
    finder = finders()[1]
    text = words + "，园区产值12亿元。"
    mention = finder.find(text, PageDate(published, Precision.MONTH, inferred=True, how=""))[0]
    assert (mention.period, mention.rule) == (period, rule)


@given(st.lists(st.sampled_from(TIMES), max_size=16).map("".join), st.sampled_from(["", "2025", "2025-03", "2024-12"]))
@settings(max_examples=200, deadline=None)
def test_every_period_is_one(text: str, published: str) -> None:
    """Whatever stands there, each figure gets a period that the files may hold."""
    assert all(is_period(choice.period) for choice in read(text, published).periods)


@pytest.mark.parametrize(
    ("opening", "later", "periods"),
    [
        (
            "2024年，园区工业总产值突破600亿元。",
            "招商接续有力。新签约项目57个，协议总投资412亿元，其中10亿元以上的7个；收储土地3260亩。园区有企业240家。",
            ["57个 2024", "412亿元 2024", "10亿元 2024", "7个 2024", "3260亩 2024", "240家 asof"],
        ),
        ("2024年，园区工业总产值突破600亿元。", "园区企业恒岳公司投入1600万元改造车间。", ["1600万元 asof"]),
        ("园区2024年工业总产值突破600亿元。", "新增标准厂房20万平方米。", ["20万平方米 asof"]),
        ("2024年，园区工业总产值突破600亿元。", "今年怎么干？2025年力争产值突破700亿元。新签约项目60个。", ["700亿元 2025", "60个 2025"]),
    ],
)
def test_report_on_a_year(opening: str, later: str, periods: list[str]) -> None:
    """An article that opens with a year that is over reports on it: what its later paragraphs begin with as done is of that year."""
    assert figures(claims_of(opening, later)[1:], "period") == periods


@pytest.mark.parametrize(
    ("later", "periods"),
    [
        ("合肥经开区由上年的第11位升至第8位，西安经开区列第26位。", ["第11位 2024", "第8位 2025", "第26位 2025"]),
        ("在最新一期园区亩均效益评价中，该区列第12位。", ["第12位 asof"]),
        ("园区对首次入选的企业奖励50万元。", ["50万元 asof"]),
        ("去年，园区产值居全市第2位。", ["第2位 2024"]),
    ],
)
def test_list_goes_on(later: str, periods: list[str]) -> None:
    """A ranking goes on into a paragraph that names no other time; another ranking and what a policy gives are none of it."""
    told = claims_of("商务部近日公布2025年国家级经开区考核评价结果。", later)
    assert [f"{'第' if claim.kind is Kind.RANK else ''}{figures((claim,), 'period')[0]}" for claim in told] == periods


def test_house_is_not_the_park() -> None:
    """What was told of the park goes on for what it does, and for what a house turned over; not for what a house has or saves."""
    told = claims_of("今年上半年，园区完成税收8亿元。湖北屿澄药业有限公司把丝束断头率降了七成。湖北屿澄药业有限公司完成产值2亿元。")
    assert figures(told, "period") == ["8亿元 2025-01/2025-06", "7成 asof", "2亿元 2025-01/2025-06"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("去年，湖北屿澄药业有限公司先后拿到贷款1500万元，员工由85人增至230人。", ["1500万元 2024", "85人 asof", "230人 asof"]),
        ("去年，湖北屿澄药业有限公司办理贷款1500万元，外销占比由2021年的8%升至21%。", ["1500万元 2024", "8% 2021", "21% 2024"]),
        ("去年，园区办理业务1500件，办理时限由7个工作日缩短至1个工作日。", ["1500件 2024", "7个工作日 asof", "1个工作日 2024"]),
    ],
)
def test_change_of_a_house(text: str, periods: list[str]) -> None:
    """How a house has changed is as of now, unless its old end is dated; how a park has, is of the year told."""
    assert figures(claims_of(text), "period") == periods
