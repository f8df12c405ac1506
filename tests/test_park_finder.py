"""Parks in a text: every form of a registered name, names known by their form, and what only looks like a name."""

from dataclasses import dataclass
from itertools import pairwise

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.model.entities import Park
from generator.registry.park_finder import ParkFinder, ParkMention, slug
from tests.registry_files import ROOT, project_registry

FINDER = ParkFinder(project_registry())


@dataclass(frozen=True, slots=True)
class Case:
    label: str
    origin: str
    text: str
    parks: tuple[str, ...]


def load_cases() -> tuple[Case, ...]:
    entries = yaml.safe_load((ROOT / "tests" / "cases" / "park_finder.yaml").read_text("utf-8"))
    cases = (Case(entry["label"], entry["origin"], entry["text"], tuple(entry["parks"])) for entry in entries)
    return tuple(sorted(cases, key=lambda case: case.label))


def written(mention: ParkMention) -> str:
    marks = (" [estate]" if mention.estate else "") + (" [bare]" if mention.bare_place else "")
    return f"{mention.text} {'=' if mention.registered else '~'} {mention.name}{marks}"


CASES = load_cases()


@pytest.mark.parametrize("case", CASES, ids=[case.label for case in CASES])
def test_case(case: Case) -> None:
    found = FINDER.find(case.text)
    assert tuple(map(written, found)) == case.parks
    assert all(case.text[mention.start : mention.end] == mention.text for mention in found)


@pytest.mark.parametrize("park", project_registry().parks, ids=lambda park: park.id)
def test_every_registered_park_is_found_by_its_own_names(park: Park) -> None:
    for name in (park.name, park.official, *park.aliases):
        found = [mention for mention in FINDER.find(f"记者从{name}了解到") if mention.id == park.id]
        assert [mention.text for mention in found] == [name]


def test_a_name_with_two_owners_is_nobody_s() -> None:
    assert FINDER.park("南昌开发区") is None
    assert FINDER.park("南昌高新区") is not FINDER.park("南昌经开区")


def test_one_name_gives_one_id_that_no_registered_park_has() -> None:
    long, short = FINDER.find("长丰县高新技术产业开发区与长丰高新区")
    assert long.id == short.id
    assert long.id.startswith(slug("长丰高新区") + "-")
    assert long.id not in {park.id for park in project_registry().parks}


@pytest.mark.parametrize(("one", "other"), [("宿州高新区", "苏州高新区"), ("云溪县高新区", "运西县高新区"), ("临海经开区", "林海经开区")])
def test_parks_whose_names_sound_alike_have_ids_of_their_own(one: str, other: str) -> None:
    assert slug(one) == slug(other)
    assert FINDER.id_of(one) != FINDER.id_of(other)


PIECES = (
    "肇庆",
    "高新区",
    "国家",
    "经开区",
    "（滨江）",
    "杭州",
    "开发区",
    "域",
    "县",
    "的",
    "，",
    "临浦",
    "产业园",
    "特色",
    "广东省",
    "2024年",
)


@settings(max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=12))
def test_mentions_stand_where_they_say_and_do_not_overlap(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = FINDER.find(text)
    assert all(text[mention.start : mention.end] == mention.text for mention in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
