"""Reading hand-written corrections: two awful files with the exact list of their problems, mistyped words, broken YAML."""

import re
import string
import time
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.correct.forms import ADD_ENTRY, ARTICLE_ENTRY, FACT_ENTRY, MERGE_ENTRY, NAME_ENTRY, PAGE_ENTRY, PARK_ENTRY, Form
from generator.correct.load import Loaded, load_corrections
from generator.model.claim import NameKind
from generator.model.correction import ListKind
from generator.yamlio.words import nearest_word
from tests import corrected_world as world

AWFUL = Path(__file__).parent / "awful"
PATH = "content/corrections/zhaoqing-gaoxinqu.yaml"
FILES = {"corrections": PATH, "articles": "content/corrections/articles.yaml"}


def load(text: str, path: str = PATH) -> Loaded:
    return load_corrections([(path, text)], world.REGISTRY, parks=(world.DAWANG,), pages=(world.PAGE,))


@pytest.mark.parametrize("name", sorted(FILES))
def test_the_awful_file_has_exactly_these_problems(name: str) -> None:
    loaded = load((AWFUL / f"{name}.yaml").read_text("utf-8"), FILES[name])
    expected = (AWFUL / f"{name}.problems.txt").read_text("utf-8").splitlines()
    assert [problem.text() for problem in loaded.problems] == expected
    assert not loaded.sheets
    assert not loaded.reading


def test_the_awful_files_have_more_than_forty_mistakes() -> None:
    assert sum(len((AWFUL / f"{name}.problems.txt").read_text("utf-8").splitlines()) for name in FILES) >= 70


@pytest.mark.parametrize("name", sorted(FILES))
def test_what_a_message_quotes_first_stands_where_it_points(name: str) -> None:
    lines = (AWFUL / f"{name}.yaml").read_text("utf-8").splitlines()
    for problem in load("\n".join(lines), FILES[name]).problems:
        quoted = re.match(r'"([^"]*)" (?:is no|stands twice)', problem.message)
        if quoted:
            assert lines[problem.line - 1][problem.column - 1 :].lstrip('"').startswith(quoted[1])


def _keys(form: Form) -> list[str]:
    inner = [word for key in form.keys if key.form for word in _keys(key.form)]
    return [key.name for key in form.keys] + inner


FORMS = (FACT_ENTRY, ADD_ENTRY, NAME_ENTRY, PARK_ENTRY, MERGE_ENTRY, PAGE_ENTRY, ARTICLE_ENTRY)
KEYS = tuple(sorted({word for form in FORMS for word in _keys(form)}))
METRICS = tuple(re.findall(r"(?m)^- id: (\S+)", (Path(__file__).parent.parent / "content/registry/metrics.yaml").read_text("utf-8")))


@st.composite
def typos(draw: st.DrawFn, words: tuple[str, ...]) -> tuple[str, str]:
    """A word and the same with one letter missing, added, wrong or swapped with its neighbour."""
    word = draw(st.sampled_from(words))
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(string.ascii_lowercase))
    mistakes = (
        word[:at] + word[at + 1 :],
        word[:at] + letter + word[at:],
        word[:at] + letter + word[at + 1 :],
        word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
    )
    return word, draw(st.sampled_from(mistakes))


def test_a_typo_names_the_right_word_19_times_in_20() -> None:
    """Keys within the form in which they stand, metric ids among all: 200 typos that hypothesis makes."""
    outcomes: list[tuple[bool, str, str]] = []

    @settings(max_examples=400, database=None, derandomize=True, deadline=None)
    @given(typos(METRICS), st.sampled_from(FORMS), st.data())
    def collect(metric: tuple[str, str], form: Form, data: st.DataObject) -> None:
        forms = [form, *(key.form for key in form.keys if key.form)]
        chosen = data.draw(st.sampled_from(forms))
        names = tuple(key.name for key in chosen.keys)
        key, wrong = data.draw(typos(names))
        if wrong not in names:
            outcomes.append((chosen.meant(wrong) == key, key, wrong))
        if metric[1] not in METRICS:
            outcomes.append((nearest_word(metric[1], METRICS) == metric[0], *metric))

    collect()
    unique = list(dict.fromkeys(outcomes))
    assert len(unique) >= 200
    right = sum(is_right for is_right, _, _ in unique) / len(unique)
    assert right >= 0.95, [entry for entry in unique if not entry[0]]


@pytest.mark.parametrize(
    ("text", "key"),
    [("reason", "because"), ("理由", "because"), ("delete", "drop"), ("id", "fact"), ("BECAUSE", "because"), ("qqqq", None)],
)
def test_what_people_write_instead_of_a_key(text: str, key: str | None) -> None:
    assert FACT_ENTRY.meant(text) == key


@pytest.mark.parametrize("scalar", ["010", "12:30", "no", "2023-13", "2023-13-01", "1e3", "0x1F", "1_000", ".5", "~", "１２"])
def test_a_plain_scalar_is_never_silently_something_else(scalar: str) -> None:
    head = "- {fact: 3k2m9qxa7d, was: {value: 1, period: 2025}, set: {value: "
    loaded = load(f"{head}{scalar}, period: {scalar}}}, because: 甲}}")
    assert [problem.column for problem in loaded.problems] == [len(head) + 1, len(f"{head}{scalar}, period: ") + 1]
    assert not loaded.sheets


def test_a_label_that_looks_like_something_else_stays_text() -> None:
    loaded = load("- {fact: 3k2m9qxa7d, was: {label: no}, set: {label: 12:30}, because: 010}")
    assert not loaded.problems
    assert [(setting.text, entry.because) for entry in loaded.sheets for setting in entry.to] == [("12:30", "010")]  # type: ignore[union-attr]


def test_one_broken_entry_leaves_the_others() -> None:
    loaded = load("- {fact: 3k2m9qxa7d, drop: true, because: 甲}\n- fact: [\n- {fact: 9xk2m0aa4e, drop: true, because: 乙}\n")
    assert [(problem.line, problem.code) for problem in loaded.problems] == [(3, "not-yaml")]
    assert [entry.place.line for entry in loaded.sheets] == [1, 3]


@pytest.mark.parametrize("text", ["", "# nothing yet\n", "[]\n", "# yaml-language-server: $schema=x\n\n"])
def test_an_empty_file_is_in_order(text: str) -> None:
    assert not load(text).problems


@pytest.mark.parametrize(
    ("path", "told"),
    [
        (
            "zhaoqing-gaoxingqu.yaml",
            'unknown-park: the file is named "zhaoqing-gaoxingqu.yaml"; its name must be the id of a park, or articles.yaml. '
            'Did you mean "zhaoqing-gaoxinqu"?',
        ),
        (
            "肇庆高新区.yaml",
            'unknown-park: the file is named "肇庆高新区.yaml"; its name must be the id of a park, or articles.yaml. '
            'Did you mean "zhaoqing-gaoxinqu"?',
        ),
        (
            "zhaoqing-gaoxinqu.yml",
            'bad-file-name: the file is named "zhaoqing-gaoxinqu.yml"; it must end in .yaml. Rename it to zhaoqing-gaoxinqu.yaml.',
        ),
    ],
)
def test_a_file_under_a_wrong_name_is_not_passed_over(path: str, told: str) -> None:
    loaded = load("- {fact: 3k2m9qxa7d, drop: true, because: 甲}", f"content/corrections/{path}")
    assert [problem.text() for problem in loaded.problems] == [f"content/corrections/{path}: {told}"]


def test_beside_a_broken_registry_what_needs_none_is_checked() -> None:
    text = "- {fact: 3k2m9qxa7d, was: {metric: x, value: 1}, set: {metric: y, value: 1o}, becuase: 甲}"
    loaded = load_corrections([(PATH, text)], None)
    assert [problem.code for problem in loaded.problems] == ["bad-number", "unknown-key"]
    assert not loaded.sheets


def test_a_bomb_is_refused_in_no_time() -> None:
    text = "- a: &a [x, x]\n" + "".join(f"- a{n}: &a{n} [*a{n - 1 if n else ''}, *a{n - 1 if n else ''}]\n" for n in range(40))
    begun = time.perf_counter()
    assert load(text).problems
    assert time.perf_counter() - begun < 2


@settings(deadline=None)
@given(st.text(alphabet="-:{}[]\"'&*!|>#% \n\tab1因", max_size=60))
def test_no_text_at_all_makes_it_stumble(text: str) -> None:
    load(text)


@settings(deadline=None)
@given(st.recursive(st.text(max_size=5) | st.none() | st.integers(), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(
    st.sampled_from((*KEYS, "x")), inner, max_size=4), max_leaves=12))  # fmt: skip
def test_no_tree_at_all_makes_it_stumble(tree: object) -> None:
    text = yaml.safe_dump([tree], allow_unicode=True)
    for problem in load(text).problems:
        assert problem.line >= 1


def test_every_list_of_a_sheet_can_be_corrected_entry_by_entry() -> None:
    assert {kind.value for kind in ListKind} == {kind.value for kind in NameKind} - {NameKind.ALSO_CALLED.value}
