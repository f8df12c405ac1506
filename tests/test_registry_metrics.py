"""Metrics: every example speaks of its metric, no counter-example does, and each metric has both."""

import pytest

from generator.model.claim import Kind
from generator.model.entities import Metric
from generator.registry.metric_match import MetricMatcher
from generator.registry.registry import Registry
from tests.registry_files import project_registry

REGISTRY = project_registry()
MATCHER = MetricMatcher(REGISTRY)


def unit_of(metric: Metric, registry: Registry) -> str:
    """A unit in which the metric is counted: the first of its family, or of the family above; % if it is told as a share alone."""
    family = "percent" if metric.kinds[0] == "share" else metric.unit_family
    while family:
        unit = next((unit.name for unit in registry.units if unit.family == family), None)
        if unit:
            return unit
        family = family.rpartition("-")[0]
    raise AssertionError(f"{metric.id} has a family without units")


def matched(label: str, metric: Metric) -> str:
    found = MATCHER.match(label, unit_of(metric, REGISTRY), Kind(metric.kinds[0]))
    return found.id if found else "nothing"


EXAMPLES = [(metric, text) for metric in REGISTRY.metrics for text in metric.examples]
COUNTER_EXAMPLES = [(metric, text) for metric in REGISTRY.metrics for text in metric.counter_examples]


@pytest.mark.parametrize(("metric", "text"), EXAMPLES, ids=[f"{metric.id}-{text}" for metric, text in EXAMPLES])
def test_an_example_speaks_of_its_metric(metric: Metric, text: str) -> None:
    assert matched(text, metric) == metric.id


@pytest.mark.parametrize(("metric", "text"), COUNTER_EXAMPLES, ids=[f"{metric.id}-{text}" for metric, text in COUNTER_EXAMPLES])
def test_a_counter_example_does_not(metric: Metric, text: str) -> None:
    assert matched(text, metric) != metric.id


def test_the_field_is_covered() -> None:
    assert len(REGISTRY.metrics) >= 120
    assert all(metric.counter_examples for metric in REGISTRY.metrics)
    assert len({metric.id for metric in REGISTRY.metrics}) == len(REGISTRY.metrics)
    assert len({metric.name for metric in REGISTRY.metrics}) == len(REGISTRY.metrics)


def test_every_cue_can_win() -> None:
    """A cue that its own `never` words forbid, or that another metric takes away, is dead weight."""
    winners = [(metric.id, cue, matched(cue, metric)) for metric in REGISTRY.metrics for cue in metric.cues]
    dead = [entry for entry in winners if entry[2] != entry[0]]
    assert dead == []


CASES = [
    ("高新技术企业", "家", "level", "high_tech_firms"),
    ("高新技术企业总数", "万家", "level", "high_tech_firms"),
    ("高新技术企业占全国比重", "%", "share", "high_tech_firms"),
    ("高新技术企业协会", "家", "level", None),
    ("拥有自主品牌的高新技术企业", "家", "level", None),
    ("企业拥有的发明专利", "件", "level", "valid_invention_patents"),
    ("发明专利授权企业", "家", "level", None),
    ("技术收入占总收入比重", "%", "share", "tech_income"),
    ("研发投入占GDP比重", "%", "share", "rd_intensity"),
    ("土地占天津市比重", "%", "share", "land_share"),
    ("占地面积", "亩", "level", "site_area"),
    ("规上工业产值", "%", "growth", "scale_industry_output"),
    ("规上工业产值", "家", "level", None),
    ("科技型企业贷款余额占绵阳市比重", "%", "share", "loans"),
    ("实际使用外资", "亿美元", "level", "fdi"),
    ("实际使用外资总量全市各开发区排名", "位", "rank", "fdi"),
    ("固定资产投资", "亿美元", "level", None),
    ("合作专家", "位", "level", "experts"),
    ("国家高新区综合评价排名", "位", "rank", "hidz_rank"),
    ("国家高新区综合评价连续进位", "年", "level", None),
    ("国家级绿色工厂", "番", "growth", "national_green_factories"),
    ("企业研发投入强度", "%", "share", "rd_intensity"),
    ("上市企业数量国家级经开区排名", "位", "rank", "listed_firms"),
    ("科技型中小企业、高新技术企业、专精特新企业", "家", "level", None),
    ("项目建设工期降幅", "%", "growth", None),
    ("完成数字化改造的规上工业企业占总数比重", "成", "share", None),
    ("常住人口", "万", "level", "population"),
    ("高新技术企业增速", "%", "growth", "high_tech_firms"),
    ("村集体收入", "万元", "level", None),
    ("一季度某项表述", "家", "level", None),
]  # fmt: skip


@pytest.mark.parametrize(("label", "unit", "kind", "expected"), CASES, ids=[f"{case[0]}-{case[2]}-{case[1]}" for case in CASES])
def test_a_label_is_matched_by_head_unit_and_kind(label: str, unit: str, kind: str, expected: str | None) -> None:
    found = MATCHER.match(label, unit, Kind(kind))
    assert (found.id if found else None) == expected
