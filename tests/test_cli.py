"""The command line as others rely on it: exit codes, the JSON of extract, help with an example."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main

ROOT = Path(__file__).resolve().parent.parent
PAGE = "seeds/000_e891b1fc1ad458f4.txt"


def ask(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(main, ["--root", str(ROOT), *words])
    return result.exit_code, result.stdout


@pytest.mark.parametrize("name", sorted(main.commands))
def test_every_command_has_help_with_an_example(name: str) -> None:
    code, text = ask(name, "--help")
    assert code == 0
    assert re.search(rf"Example:\s+parkfacts {name}", text)


WRONG = (("extract",), ("nonsense",), ("extract", "no-such-file.txt"), ("check", "--format", "xml"), ("build", "--jobs", "0"))


@pytest.mark.parametrize("words", WRONG, ids=" ".join)
def test_wrong_usage_ends_with_two(words: tuple[str, ...]) -> None:
    assert ask(*words)[0] == 2


def test_an_unknown_revision_is_wrong_usage() -> None:
    assert ask("diff", "no-such-revision")[0] == 2


def test_extract_answers_with_the_agreed_json() -> None:
    code, text = ask("extract", str(ROOT / PAGE), "--json")
    answer = json.loads(text)
    assert code == 0
    assert set(answer) == {"articles", "facts", "parks", "ledger"}
    article, fact, park, entry = (answer[part][0] for part in ("articles", "facts", "parks", "ledger"))
    assert {"id", "seed", "headline", "deck", "byline", "parks", "published", "paragraphs", "captions"} <= set(article)
    assert set(fact) == {
        "id", "article", "park", "subject", "level", "label", "metric", "kind", "value", "unit", "qualifier", "period", "status", "quote",
        "review",
    }  # fmt: skip
    lists = {"also_called", "honours", "industries", "companies", "institutions", "projects", "people", "measures"}
    assert set(park) == {"name", "province", "city"} | lists
    assert {"article", "text", "start", "end", "fact", "reason"} <= set(entry)
    assert all(bool(one["fact"]) != bool(one["reason"]) for one in answer["ledger"])


def test_every_quote_of_the_answer_stands_in_its_article() -> None:
    answer = json.loads(ask("extract", str(ROOT / PAGE), "--json")[1])
    pieces = {one["id"]: (*one["paragraphs"], one["headline"] or "", *one["deck"], *one["captions"]) for one in answer["articles"]}
    texts = {article: "\n".join(parts) for article, parts in pieces.items()}
    assert answer["facts"]
    assert [fact["quote"] for fact in answer["facts"] if fact["quote"] not in texts[fact["article"]]] == []


def test_check_is_quiet_about_files_in_order() -> None:
    assert ask("check")[0] == 0


def test_explain_and_correct_know_a_fact_and_refuse_another() -> None:
    fact = json.loads(ask("extract", str(ROOT / PAGE), "--json")[1])["facts"][0]
    code, text = ask("explain", fact["id"])
    assert code == 0
    assert fact["quote"] in text
    code, text = ask("correct", fact["id"])
    assert code == 0
    assert f"- fact: {fact['id']}" in text
    assert ask("explain", "zzzzzzzzzz")[0] == 1
    assert ask("correct", "zzzzzzzzzz")[0] == 1


def test_correct_knows_pages_and_articles() -> None:
    page = Path(PAGE).stem
    code, text = ask("correct", page)
    assert code == 0
    assert f"- page: {page}\n  was: {{date: " in text
    code, text = ask("correct", f"{page}-1")
    assert code == 0
    assert f"- article: {page}-1\n  was: {{headline: " in text
    assert ask("correct", f"{page}-999")[0] == 1


def test_evaluate_prints_figures_and_misses() -> None:
    code, text = ask("evaluate", str(ROOT / "tests/gold"), "--only", "000", "--misses")
    assert code == 0
    assert re.search(r"usable\s+recall 0\.\d{3}  precision", text)


def test_read_shows_a_page_for_people() -> None:
    code, text = ask("read", str(ROOT / PAGE))
    assert code == 0
    assert "肇庆高新区以“小体量”撑起发展“大能量”" in text
