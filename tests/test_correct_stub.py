"""Corrections ready to fill in: what is printed, and that nothing of a file is lost when one is put behind it."""

from hypothesis import given, settings
from hypothesis import strategies as st

from generator.correct.fields import show
from generator.correct.load import load_corrections
from generator.correct.stub import append_stub, article_stub, correction_stub, page_stub
from generator.model.sheet import Fact
from generator.yamlio.nodes import Mapping, Scalar, Sequence, parse_yaml
from tests import corrected_world as world

PATH = "content/corrections/zhaoqing-gaoxinqu.yaml"
STUB = """\
# 原句：高新技术企业达293家
#   （seeds/000_e891b1fc1ad458f4.txt 第 9 行，文章 000-1）
# 其余各项：qualifier: exact, status: actual, label: 高新技术企业, metric: high-tech-enterprises, kind: level, \
subject: 肇庆高新区, level: park, park: zhaoqing-gaoxinqu
# 把 set 里改成对的；要改其余各项，就把那一项现在的值照抄到 was 里，对的值写进 set。
# 或者删掉 set 一行，用 drop（不该有）或 accept（核对无误）。because 写依据，不能空着。
- fact: 3k2m9qxa7d
  was: {value: 293, unit: 家, period: 2025}
  set: {value: 293}
  # drop: true
  # accept: true
  quote: "高新技术企业达293家"
  because:
"""


def problems_of(text: str, path: str = PATH) -> list[str]:
    loaded = load_corrections([(path, text)], world.REGISTRY, pages=(world.PAGE,))
    return [problem.text() for problem in loaded.problems]


def test_the_stub_of_a_fact() -> None:
    assert correction_stub(Fact(world.FIRMS), world.ZHAOQING.id) == STUB


def test_a_stub_that_was_forgotten_is_found() -> None:
    assert problems_of(STUB) == [f'{PATH}:12:11: empty: "because" is empty; it must say why and on what ground.']
    filled = STUB.replace("because:", "because: 甲")
    assert problems_of(filled) == [f'{PATH}:8:16: no-change: "set" says value 293, as "was" does; it must say what is right instead.']


def test_a_stub_filled_in_is_right_the_first_time() -> None:
    for claim in (world.FIRMS, world.SHARE, world.OUTPUT):
        stub = correction_stub(Fact(claim), world.ZHAOQING.id).replace("because:", "because: 甲")
        value = f"set: {{value: {claim.value.text()}}}"
        assert value in stub
        assert not problems_of(stub.replace(value, "set: {value: 7}"))
        assert not problems_of(stub.replace(f"  {value}\n  # drop", "  drop"))
        assert not problems_of(stub.replace(f"  {value}\n  # drop: true\n  # accept", "  accept"))


def test_stubs_of_pages_and_articles_are_right_once_filled_in() -> None:
    page = page_stub(world.READ_PAGE).replace("date: 2025-12}\n  because:", "date: 2025-12-08}\n  because: 甲")
    article = article_stub(world.READ_PAGE.articles[0]).replace("because:", "because: 乙")
    article = article.replace("set: {headline: 撑", "set: {headline: 新撑")
    assert "was: {date: 2025-12}" in page
    assert not problems_of(append_stub(page, article, "articles"), "content/corrections/articles.yaml")


@settings(deadline=None)
@given(st.text(alphabet=st.characters(exclude_categories=("Cc", "Cs", "Cn")), max_size=20))
def test_what_is_shown_is_read_back(text: str) -> None:
    text = " ".join(text.split())
    node = parse_yaml("a.yaml", f"- {{a: {show(text)}}}").node
    assert isinstance(node, Sequence)
    assert isinstance(node.items[0], Mapping)
    value = node.items[0].entries[0][1]
    assert isinstance(value, Scalar)
    assert value.text == (text or "null")
    assert bool(text) or value.plain


ENTRY = "- {fact: 9xk2m0aa4e, drop: true, because: 甲}"


@settings(deadline=None)
@given(st.sampled_from(("", "# a\n\n", f"{ENTRY}  # keep\n", f"  {ENTRY}\r\n")), st.sampled_from(("", "# last line without end")))
def test_appending_keeps_every_byte(before: str, last: str) -> None:
    existing = before + last
    after = append_stub(existing, STUB)
    assert after.startswith(existing)
    assert [problem for problem in problems_of(after) if "empty" not in problem] == []
    assert len(problems_of(after)) == 1
