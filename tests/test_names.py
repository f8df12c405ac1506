"""The lists beside a park's figures: cases, the annotated pages as a floor, and what must hold of any entry."""

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from generator.evaluate.compare import similar
from generator.extract.names import find_place
from generator.model.claim import NameKind
from tests.named_articles import article_of, gold_page, load_cases, mention_finder, names_of
from tests.registry_files import project_registry

CASES = load_cases("names")
# F1 over all lists that was reached on the annotated pages, less a hundredth: what must not be lost.
FLOORS = {"000": "0.90", "001": "0.91", "002": "0.83", "003": "0.90", "004": "0.91", "x1": "0.92", "x2": "0.89"}


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_cases(case: dict[str, Any]) -> None:
    if case["origin"] == "known-failure":
        pytest.xfail("known failure")
    texts = [case["text"]] if isinstance(case["text"], str) else case["text"]
    headline = case.get("headline", "")
    found = names_of(article_of(*texts, park=case["park"], headline=headline, beside=tuple(case.get("beside", ()))))
    for kind in NameKind:
        if kind.value in case:
            lines = [name.name + (f" | {name.detail}" if name.detail else "") for name in found if name.kind is kind]
            assert lines == case[kind.value], kind.value


@pytest.mark.parametrize("page", FLOORS)
def test_the_lists_of_the_annotated_pages(page: str) -> None:
    """Every quote stands where it says; the lists are as like the annotated ones as they have been."""
    gold, articles = gold_page(page)
    found: dict[str, list[tuple[str, str]]] = {}
    names_by_id = {park.id: park.name for park in project_registry().parks}
    for article in articles:
        pieces = {"body": article.paragraphs, "caption": article.captions, "deck": article.deck, "headline": (article.headline,)}
        for name in names_of(article):
            piece = pieces[name.evidence.part][name.evidence.index]
            assert piece is not None
            assert piece.text[name.evidence.start : name.evidence.end] == name.evidence.quote != ""
            found.setdefault(names_by_id.get(name.park, article.parks[0]), []).append((name.kind.value, name.name))
    assert _f1(gold["lists"], found) >= Decimal(FLOORS[page])


def _f1(wanted: dict[str, dict[str, Any]], found: dict[str, list[tuple[str, str]]]) -> Decimal:
    finder = mention_finder().parks
    hit = want = have = 0
    for park, lists in wanted.items():
        known = finder.park(park)
        entries = found.get(known.name if known else park, [])
        for kind in NameKind:
            left = [name for other, name in entries if other == kind.value]
            have += len(left)
            for entry in dict.fromkeys(str(entry).split("|")[0].strip() for entry in lists.get(kind.value) or []):
                want += 1
                match = next((name for name in left if similar(entry, name, 0.75)), None)
                if match is not None:
                    left.remove(match)
                    hit += 1
    return Decimal(2 * hit) / Decimal(want + have)


def test_an_article_about_no_park_has_no_names() -> None:
    assert names_of(article_of("迁西县五海生态观光园引进了小鹏汽车。")) == ()


def test_one_thing_stands_once_on_a_list() -> None:
    for page in FLOORS:
        for article in gold_page(page)[1]:
            twice = [key for key, count in Counter((n.park, n.kind, n.name) for n in names_of(article)).items() if count > 1]
            assert twice == []


@pytest.mark.parametrize(
    ("text", "park", "place"),
    [
        ("1月7日,在安徽省临浦县工业集中区,工人在检修设备。", "临浦县工业集中区", "安徽省 临浦县"),
        ("白鹭湾智能农机产业园迎来签约。云渡县是农业大县，全县拖拉机多。", "白鹭湾智能农机产业园", "云渡县"),
        ("走进云岭产业园，城市夜色正好，全市都在看。", "云岭产业园", ""),
        ("山西省临汾市霍泉开发区去年投产。", "霍泉开发区", "山西省 临汾市"),
        ("走进内蒙古准格尔旗的云岭产业园。", "云岭产业园", "内蒙古自治区 鄂尔多斯市"),
        ("佛山云岭产业园开工。", "佛山云岭产业园", "广东省 佛山市"),
        ("云岭产业园开工。", "云岭产业园", ""),
    ],
)
def test_the_place_of_a_park_that_no_registry_has(text: str, park: str, place: str) -> None:
    assert " ".join(filter(None, find_place(article_of(text, park=park), park, mention_finder().parks.gazetteer))) == place
