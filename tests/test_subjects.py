"""Whose a figure is: the article's park's, another park's, somebody's in the park, or nobody's business here."""

from functools import cache
from typing import Any

import pytest

from generator.extract.quantities import QuantityFinder
from generator.extract.sentences import split_sentences
from generator.extract.subjects import Home, Piece, Subject, SubjectFinder, find_sections, start_topic
from generator.model.claim import Level, NameKind
from generator.registry.park_finder import ParkFinder
from tests.extracted import extraction_of
from tests.named_articles import article_of, load_cases, mention_finder
from tests.registry_files import project_registry

CASES = load_cases("subjects")


@cache
def finders() -> tuple[QuantityFinder, SubjectFinder, ParkFinder]:
    """Quantities, subjects and parks, with the project's own registry."""
    registry = project_registry()
    return QuantityFinder(registry), SubjectFinder(registry), ParkFinder(registry)


def owners(park: str, texts: list[str]) -> list[tuple[str, Subject]]:
    """Every figure of an article about `park`, as printed, with its owner."""
    quantities, subjects, parks = finders()
    known = parks.park(park)
    registered = frozenset(one.id for one in project_registry().parks)
    home = Home(known.id, known.name, registered) if known else Home(parks.id_of(park), park, registered)
    mentions = mention_finder().find_all(article_of(*texts, park=park)).paragraphs
    out: list[tuple[str, Subject]] = []
    topic = start_topic(home)
    sections = find_sections(home, tuple(zip(texts, mentions, strict=True)))
    before = home
    for text, named, home in zip(texts, mentions, sections, strict=True):
        topic, before = topic if home == before else start_topic(home), home
        sentences = split_sentences(text)
        found, _ = quantities.find(text, sentences)
        owned = subjects.find(Piece(text, sentences, named, home), found, start_topic(home, topic))
        out += [(text[one.start : one.end], owner) for one, owner in zip(found, owned.subjects, strict=True)]
        topic = owned.topic
    return out


def row(printed: str, owner: Subject, park: str) -> str:
    """`42亿元 = park`; a park that is not the article's with its name."""
    home = finders()[2].id_of(park)
    other = f" {owner.name}" if owner.level is Level.PARK and owner.park != home else ""
    return f"{printed} = {owner.level.value}{other}"


@pytest.mark.parametrize("case", CASES, ids=[case["label"] for case in CASES])
def test_case(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    """The figures that a case names have the owners that it names."""
    if case["origin"] == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    texts = case["text"] if isinstance(case["text"], list) else [case["text"]]
    rows = [row(printed, owner, case["park"]) for printed, owner in owners(case["park"], texts)]
    assert [wanted for wanted in case["owners"] if wanted not in rows] == []


def test_a_resident_s_name_is_the_full_one() -> None:
    found = owners("合肥高新区", ["合肥皖秤量子科技有限公司成立4年。", "去年，该公司营收4000万元。"])
    assert [owner.name for _, owner in found] == ["合肥皖秤量子科技有限公司"] * 2


def test_a_phase_is_named_after_its_house() -> None:
    found = owners("宜昌高新区", ["宜昌高新区生物医药产业园正式开园，首批11家企业入驻。", "二期占地430亩。"])
    assert found[-1][1].name == "宜昌高新区生物医药产业园二期"


def test_an_article_about_no_park_gives_figures_to_no_sheet() -> None:
    _, subjects, _ = finders()
    text = "全市新增企业12家。"
    sentences = split_sentences(text)
    quantities, _ = finders()[0].find(text, sentences)
    home = Home(None, "", frozenset())
    found = subjects.find(Piece(text, sentences, (), home), quantities, start_topic(home))
    assert [(owner.park, owner.level) for owner in found.subjects] == [(None, Level.OUTSIDE)]


def test_the_names_of_a_section_go_to_its_park() -> None:
    extraction = extraction_of(
        "遵义高新区引进贵州山城电子有限公司，今年产值2亿元。",
        "安顺高新区的贵州云岭航空有限公司今年交付飞机12架。安顺高新区还将引进企业20家。",
        park="遵义高新区",
    )
    _, _, parks = finders()
    companies = {name.name: name.park for name in extraction.names if name.kind is NameKind.COMPANY}
    assert companies == {"贵州山城电子有限公司": parks.id_of("遵义高新区"), "贵州云岭航空有限公司": parks.id_of("安顺高新区")}
    assert [(claim.park, claim.level) for claim in extraction.claims][1:] == [
        (parks.id_of("安顺高新区"), Level.RESIDENT),
        (parks.id_of("安顺高新区"), Level.PARK),
    ]


def test_a_section_may_begin_with_a_house_named_after_its_park() -> None:
    extraction = extraction_of(
        "遵义高新区今年引进企业43家。",
        "7月8日，宜昌高新区生物医药产业园二期开园，首批11家企业入驻，占地430亩。",
        "生物医药是宜昌高新区的主导产业，去年全区生物医药企业完成收入318亿元。",
        park="遵义高新区",
    )
    assert [claim.park for claim in extraction.claims] == [finders()[2].id_of(park) for park in ("遵义高新区", *["宜昌高新区"] * 3)]


def test_houses_in_a_list_share_their_figures_out() -> None:
    found = owners("中关村", ["海淀园、亦庄园、昌平园收入居前三位，分别为3.7万亿元、1.1万亿元和0.6万亿元。"])
    assert [owner.name for printed, owner in found if printed.endswith("亿元")] == ["海淀园", "亦庄园", "昌平园"]
    assert {owner.level for _, owner in found} == {Level.RESIDENT}


def test_a_company_goes_by_its_short_name_before_an_office_of_one_of_its_departments() -> None:
    text = "“我们缺的是熟练工。”川隔新材人力资源总监古月华说，公司660名员工中七成是本地人。"
    found = owners("遵义高新区", ["四川锦屏锂能有限公司今年交付电池包21万套。", text])
    assert [owner.name for _, owner in found] == ["四川锦屏锂能有限公司", "川隔新材", "川隔新材"]
