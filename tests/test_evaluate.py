"""The yardstick: a perfect reading scores 1, each kind of mistake is counted where it belongs."""

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from generator.evaluate.compare import bare, squash
from generator.evaluate.figures import Figures, Read, evaluate
from generator.evaluate.gold import GoldPage, parse_gold, seed_of
from generator.model.article import Article, ArticleKind, LineRun, Page, PageDate, Paragraph, Precision, Role
from generator.model.claim import Claim, Evidence, Extraction, Kind, Level, Name, NameKind, Qualifier, Status
from generator.model.quantity import Form, Value

PAGE_TEXT = "某高新区企业增多\n李某\n截至目前,某高新区高新技术企业达293家。\n"
GOLD_TEXT = """
seed: p.txt
articles:
- {id: p-1, headline: 某高新区企业增多, byline: [李某], parks: [某高新区], body: [[3, 3]], headline_lines: [[1, 2]], captions: []}
facts:
- {article: p-1, quote: 高新技术企业达293家, park: 某高新区, subject: 某高新区, level: park, label: 高新技术企业, kind: level,
   value: 293, unit: 家, qualifier: exact, period: asof, status: actual, core: true}
lists:
  某高新区: {also_called: [], place: {province: 某省, city: 某市}, companies: [甲公司]}
"""


def _gold() -> GoldPage:
    return parse_gold(GOLD_TEXT, PAGE_TEXT)


def _claim() -> Claim:
    text = "截至目前,某高新区高新技术企业达293家。"
    evidence = Evidence("p", "p-1", "body", 0, 9, 20, 3, text[9:20])
    value = Value(Form.NUMBER, Decimal(293))
    return Claim(
        "0123456789", "mou", "某高新区", Level.PARK, "高新技术企业", None, Kind.LEVEL, value, "家", Qualifier.EXACT, "asof", Status.ACTUAL,
        evidence, None,
    )  # fmt: skip


def _page() -> Page:
    def piece(text: str, line: int, role: Role) -> Paragraph:
        return Paragraph(text, (LineRun(0, line),), role)

    body = piece("截至目前,某高新区高新技术企业达293家。", 3, Role.BODY)
    headline = piece("某高新区企业增多", 1, Role.HEADLINE)
    article = Article("p-1", "p", ArticleKind.REPORT, headline, (), ("李某",), (), ("某高新区",), (body,), ())
    return Page("p", "p.txt", PageDate("2025-12", Precision.MONTH, inferred=True, how=""), "", "", (article,), (), ())


def _names() -> tuple[Name, ...]:
    return (Name("mou", NameKind.COMPANY, "甲公司", "", "", Evidence("p", "p-1", "body", 0, 0, 1, 3, "截")),)


def _score(*claims: Claim, names: tuple[Name, ...] = ()) -> Figures:
    extraction = Extraction("p", claims, names, (), (), ())
    return evaluate([Read(_gold(), _page(), extraction)], {"mou": "某高新区"}.__getitem__, bare)


def test_a_perfect_reading_scores_one_everywhere() -> None:
    figures = _score(_claim(), names=_names())
    shares = (figures.body, figures.whole, figures.headline, figures.byline, figures.parks, figures.found.f1, figures.strict.f1)
    assert shares == pytest.approx([1.0] * 7)
    assert dict(figures.lists)["companies"] == 1.0
    assert figures.misses == ()


@pytest.mark.parametrize(
    ("mistake", "cause", "usable", "strict"),
    [
        ({"period": "2025"}, "period", 0.0, 0.0),
        ({"label": "进出口总额"}, "label", 0.0, 0.0),
        ({"park": None}, "park", 0.0, 0.0),
        ({"qualifier": Qualifier.OVER}, "qualifier", 1.0, 0.0),
        ({"level": Level.RESIDENT}, "level", 1.0, 0.0),
    ],
)
def test_each_wrong_field_is_a_miss_of_its_cause(mistake: dict[str, object], cause: str, usable: float, strict: float) -> None:
    figures = _score(replace(_claim(), **mistake))  # type: ignore[arg-type]
    assert cause in {miss.cause for miss in figures.misses}
    assert (figures.found.recall, figures.usable.recall, figures.strict.recall) == (1.0, usable, strict)


def test_a_held_back_claim_is_found_but_not_published() -> None:
    figures = _score(replace(_claim(), review="whose?"))
    assert (figures.found.recall, figures.usable.recall, figures.held) == (1.0, 0.0, 1)


def test_an_invented_figure_costs_precision_and_a_missing_one_recall() -> None:
    invented = replace(_claim(), id="x", value=Value(Form.NUMBER, Decimal(7)))
    figures = _score(_claim(), invented)
    assert (figures.found.precision, figures.found.recall) == (0.5, 1.0)
    assert _score().found.recall == 0.0


def test_an_extra_name_and_a_missing_name_cost_the_same() -> None:
    extra = replace(_names()[0], name="毫不相干的乙集团")
    assert dict(_score(names=(*_names(), extra)).lists)["companies"] == pytest.approx(2 / 3)
    assert dict(_score().lists)["companies"] == 0.0


def test_a_folder_without_gold_is_refused() -> None:
    with pytest.raises(ValueError, match="no annotated page"):
        evaluate([], str, bare)
    with pytest.raises(ValueError, match="seed: NAME"):
        seed_of("title: x")


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "gold").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_quote_of_the_gold_stands_in_its_article(path: Path) -> None:
    text = path.read_text("utf-8")
    folders = (path.parent, path.parents[2] / "seeds")
    page = next(folder / seed_of(text) for folder in folders if (folder / seed_of(text)).exists())
    gold = parse_gold(text, page.read_text("utf-8"))
    texts = {article.id: article.text + "\n" + article.rest for article in gold.articles}
    assert [fact.quote for fact in gold.facts if squash(fact.quote) not in texts[fact.article]] == []
