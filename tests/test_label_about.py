"""Labels completed by what was told before them."""

from typing import Any

import pytest

from tests.extracted import claims_of, figures
from tests.named_articles import load_cases

CASES = load_cases("labels_about")


@pytest.mark.parametrize("case", [pytest.param(case, id=case["label"]) for case in CASES])
def test_label_about(case: dict[str, Any], request: pytest.FixtureRequest) -> None:
    if case["origin"] == "known-failure":
        request.applymarker(pytest.mark.xfail(strict=True))
    assert figures(claims_of(case["text"], park="南通高新区"), "label") == case["labels"]


def test_places_of_an_evaluation_told_a_paragraph_before() -> None:
    told = "商务部公布2025年国家级经开区综合发展水平考核评价结果，参评的共有230家。"
    ranks = "昆山经开区列第5位；合肥经开区由上年的第11位升至第8位，前移3位。"
    labels = figures(claims_of(told, ranks, park="南通高新区"), "label")[1:]
    assert labels == [
        "5位 国家级经开区综合发展水平考核评价排名",
        "11位 国家级经开区综合发展水平考核评价排名（前）",
        "8位 国家级经开区综合发展水平考核评价排名（后）",
        "3位 国家级经开区综合发展水平考核评价位次变化",
    ]


def test_a_place_by_a_metric_of_its_own_is_none_of_the_evaluation() -> None:
    told = "商务部公布2025年国家级经开区综合发展水平考核评价结果。"
    labels = figures(claims_of(told, "园区外贸进出口额居全省第二位。", park="南通高新区"), "label")
    assert labels == ["2位 外贸进出口额全省排名"]


def test_as_many_again_are_the_same_a_paragraph_later() -> None:
    told = "园区现有机器人零部件企业17家，建有研发中心5个。"
    labels = figures(claims_of(told, "17家企业合计营业收入86亿元。", park="南通高新区"), "label")[2:]
    assert labels == ["17家 机器人零部件企业", "86亿元 机器人零部件企业合计营业收入"]


def test_another_number_is_of_others() -> None:
    told = "园区现有机器人零部件企业17家，建有研发中心5个。"
    labels = figures(claims_of(told, "18家企业合计营业收入86亿元。", park="南通高新区"), "label")[2:]
    assert labels == ["18家 企业", "86亿元 企业合计营业收入"]
