"""Every registered park gets its article, by whatever name the headline calls it: an article without a park would lose all its figures."""

import pytest

from generator.model.entities import Park
from tests.read_pages import finder, read_text
from tests.registry_files import project_registry

BODY = "本报讯（记者 王晓明）今年上半年，全区新签约项目57个，总投资128亿元，同比增长12%。园区企业达1200家。"
PARKS = [park for park in project_registry().parks if park.province]


def owner(headline: str, body: str = BODY) -> tuple[str, ...]:
    """The parks of the one article on a page."""
    (article,) = read_text(f"{headline}\n\n{body}\n").articles
    return article.parks


@pytest.mark.parametrize("of", range(8))
def test_headline_alone_names_the_park(of: int) -> None:
    wrong = [name for park in PARKS[of::8] for name in _names(park) if owner(f"{name}上半年新签约项目57个") != (_owner(name),)]
    assert wrong == []


@pytest.mark.parametrize("of", range(8))
def test_city_with_its_rank_before_the_name(of: int) -> None:
    """中山市火炬高新区 is 中山火炬高新区."""
    ranked = [
        (park.city + park.name.removeprefix(park.city.removesuffix("市")), park.name)
        for park in PARKS[of::8]
        if park.city.endswith("市") and park.name.startswith(park.city.removesuffix("市")) and park.name.endswith(("高新区", "经开区"))
    ]
    assert [name for name, park in ranked if {one.name for one in finder().find(f"记者从{name}获悉")} != {park}] == []


COUNTYS = "本报讯一进10月，湖北省禾泽县童装产业园的29条吊挂线就没停过。\n"
PARTNER = "设计是块短板。产业园与江苏常熟经开区的设计中心结成对子，请来设计师17名。"


def test_a_countys_own_estate_is_the_articles_park_beside_a_partner() -> None:
    assert owner("引回“老裁缝”", COUNTYS + PARTNER) == ("禾泽县童装产业园",)


def test_a_countys_own_estate_stays_the_articles_park_however_often_the_partner_is_named() -> None:
    assert owner("引回“老裁缝”", COUNTYS + PARTNER + "常熟经开区每年收购童装8000箱。") == ("禾泽县童装产业园",)


def test_an_estate_within_a_park_is_not() -> None:
    body = COUNTYS.replace("湖北省禾泽县", "园内的") + "常熟经开区今年新签项目57个，常熟经开区的企业达1200家。"
    assert owner("引回“老裁缝”", body) == ("常熟经开区",)


@pytest.mark.parametrize(("headline", "park"), [("潮涌新区 千帆竞发", "长沙高新区"), ("云启新区：数据成田", "云启新区")])
def test_what_only_the_headline_calls_like_a_park_is_none_beside_the_bodys(headline: str, park: str) -> None:
    assert owner(headline, f"本报讯去年，{park}新增企业30家，今年上半年又增加17家，{park}管委会主任王晓明说。") == (park,)


def _names(park: Park) -> tuple[str, ...]:
    return (park.name, park.official, *park.aliases)


def _owner(name: str) -> str:
    found = finder().park(name)
    assert found is not None, name
    return found.name
