"""A small world to correct in: three parks, one of them found by the form of its name, their facts, one page."""

from dataclasses import replace
from decimal import Decimal

from generator.model.article import Article, ArticleKind, LineRun, Page, PageDate, Paragraph, Precision, Role
from generator.model.claim import Claim, Evidence, Kind, Level, Name, NameKind, Qualifier, Status
from generator.model.entities import Metric, Park, Topic, Unit
from generator.model.quantity import parse_value
from generator.model.sheet import Fact, ParkFile
from generator.registry.registry import Registry, WordList

PAGE = "000_e891b1fc1ad458f4"
BODY = (
    "“十四五”以来，肇庆高新区（又称“大旺”）高新技术企业达293家。",
    "规模以上工业总产值突破1200亿元，占肇庆市约10%的地区生产总值。",
    "截至目前，昆明高新区获专利授权822件。",
)


def park(id_: str, name: str, kind: str = "hidz") -> Park:
    return Park(id_, name, name.replace("高新区", "高新技术产业开发区"), kind, "", "", "", (), "")


ZHAOQING = park("zhaoqing-gaoxinqu", "肇庆高新区")
KUNMING = park("kunming-gaoxinqu", "昆明高新区")
DAWANG = park("dawang-gaoxinqu", "大旺高新区", "found")


def metric(id_: str, name: str, family: str) -> Metric:
    return Metric(id_, name, id_, "innovation", family, (name,), (), ("level",), 1, "more", (), ())


REGISTRY = Registry(
    parks=(KUNMING, ZHAOQING),
    metrics=(
        metric("high-tech-enterprises", "高新技术企业", "organisations"),
        metric("industrial-output", "规模以上工业总产值", "money"),
        metric("patents-granted", "专利授权", "items"),
        metric("exports", "出口额", "money"),
        metric("foreign-trade", "进出口总额", "money"),
        metric("ranking", "综合评价排名", "rank"),
    ),
    units=(
        Unit("家", "organisations", "家", Decimal(1)),
        Unit("件", "items", "件", Decimal(1)),
        Unit("元", "money", "元", Decimal(1)),
        Unit("万元", "money", "元", Decimal(10_000)),
        Unit("亿元", "money", "元", Decimal(100_000_000)),
        Unit("%", "percent", "%", Decimal(1)),
        Unit("平方公里", "area", "平方公里", Decimal(1)),
        Unit("位", "rank", "位", Decimal(1)),
    ),
    topics=(Topic("innovation", "创新", "Innovation"),),
    pages=(),
    word_lists=(
        WordList("series.fillers", ("总数", "数量")),
        WordList("conflicts.can_be_outdone", ("完成", "目标")),
        WordList("conflicts.rising", ("升至", "跃升")),
        WordList("conflicts.parts", ("exports < foreign-trade",)),
    ),
)


def claim(id_: str, park_id: str | None, subject: str, label: str, number: str, unit: str, *, quote: str, **more: object) -> Claim:
    """A claim with its usual fields; `more` replaces any of them."""
    value = parse_value(number)
    assert value is not None
    evidence = Evidence(PAGE, "000-1", "body", 0, 0, len(quote), 9, quote)
    plain = Claim(
        id_, park_id, subject, Level.PARK, label, None, Kind.LEVEL, value, unit, Qualifier.EXACT, "2025", Status.ACTUAL, evidence, None
    )
    return replace(plain, **more)  # type: ignore[arg-type]


FIRMS = claim(
    "3k2m9qxa7d", ZHAOQING.id, "肇庆高新区", "高新技术企业", "293", "家", quote="高新技术企业达293家", metric="high-tech-enterprises"
)
FIRMS_AGAIN = replace(FIRMS, id="3k2m9qxa8e", evidence=replace(FIRMS.evidence, page="001_8d50f6d304642107", article="001-2"))
SHARE = claim(
    "9xk2m0aa4e", ZHAOQING.id, "肇庆高新区", "占肇庆市地区生产总值比重", "10", "%", quote="占肇庆市约10%的地区生产总值", kind=Kind.SHARE,
    qualifier=Qualifier.ABOUT, period="asof"
)  # fmt: skip
OUTPUT = claim(
    "7yyq2n1c0h", ZHAOQING.id, "肇庆高新区", "规模以上工业总产值", "1200", "亿元", quote="规模以上工业总产值突破1200亿元",
    metric="industrial-output", qualifier=Qualifier.OVER, period="2021/2025", review="the period is far away"
)  # fmt: skip
PATENTS = claim(
    "5m5n5p5q5r", KUNMING.id, "昆明高新区", "专利授权", "822", "件", quote="获专利授权822件", metric="patents-granted",
    period="2025-01/2025-10"
)  # fmt: skip
DAWANG_FIRMS = claim("dw1dw1dw1d", DAWANG.id, "大旺高新区", "上市企业", "5", "家", quote="大旺高新区有上市企业5家")
CITY = claim("c1ty0000xx", None, "肇庆市", "地区生产总值", "2800", "亿元", quote="肇庆市地区生产总值2800亿元", level=Level.OUTSIDE)

FILES = (
    ParkFile(DAWANG, (Fact(DAWANG_FIRMS),), (), (), (), ("000-1",)),
    ParkFile(KUNMING, (Fact(PATENTS),), (), (), (), ("000-1",)),
    ParkFile(
        ZHAOQING,
        (Fact(FIRMS, (FIRMS_AGAIN,)), Fact(OUTPUT), Fact(SHARE)),
        (
            Name(ZHAOQING.id, NameKind.ALSO_CALLED, "大旺", "", "", FIRMS.evidence),
            Name(ZHAOQING.id, NameKind.COMPANY, "小鹏汽车", "", "", FIRMS.evidence),
        ),
        (),
        (),
        ("000-1", "001-2"),
    ),
)


def paragraph(text: str, line: int, role: Role = Role.BODY) -> Paragraph:
    return Paragraph(text, (LineRun(0, line),), role)


def article(id_: str, headline: str | None, texts: tuple[str, ...], byline: tuple[str, ...] = ()) -> Article:
    heading = paragraph(headline, 3, Role.HEADLINE) if headline else None
    body = tuple(paragraph(text, 9 + 2 * index) for index, text in enumerate(texts))
    return Article(id_, PAGE, ArticleKind.REPORT, heading, (), byline, (), ("肇庆高新区",), body, ())


READ_PAGE = Page(
    PAGE,
    f"{PAGE}.txt",
    PageDate("2025-12", Precision.MONTH, inferred=True, how="the latest date in the text"),
    "",
    "",
    (article("000-1", "撑起发展大能量", BODY, ("伍玉如",)), article("000-2", None, ("另一篇由此开始。", "到此结束。"))),
    (paragraph("昆明高新区10个月获专利授权822件", 83, Role.FURNITURE),),
    (),
)
