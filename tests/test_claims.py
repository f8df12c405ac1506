"""Claims of a whole page: ids that last, proof, the ledger, and the explanation of each field."""

from dataclasses import replace

import pytest

from generator.extract import extract_page
from generator.extract.claims import DoubleIdError, check_ids, sentence_key
from generator.extract.explain import explain_claim
from generator.model.fact_id import is_fact_id
from tests.extracted import PARK, claims_of, extraction_of, extractor, page_of
from tests.named_articles import article_of

TEXT = "2024年，园区新增高新技术企业12家，总数达293家，增长5.8%。"


def test_ids_have_their_form_and_differ() -> None:
    ids = [claim.id for claim in claims_of(TEXT)]
    assert len(set(ids)) == len(ids) == 3
    assert all(map(is_fact_id, ids))


def test_ids_survive_white_space_and_the_width_of_signs() -> None:
    assert [c.id for c in claims_of(TEXT)] == [c.id for c in claims_of(TEXT.replace("，", ",").replace("%", "％"))]


def test_the_same_sentence_twice_has_ids_of_its_own() -> None:
    ids = [claim.id for claim in claims_of(TEXT, TEXT)]
    assert len(set(ids)) == 6
    assert ids[:3] == [claim.id for claim in claims_of(TEXT)]


def test_ids_survive_text_around_the_sentence() -> None:
    alone, later = claims_of(TEXT), claims_of("园区面积72平方公里。" + TEXT)
    assert [claim.id for claim in alone] == [claim.id for claim in later][1:]


def test_two_equal_ids_are_an_error() -> None:
    first, second, _ = claims_of(TEXT)
    with pytest.raises(DoubleIdError, match="two claims have the id"):
        check_ids("t", (first, replace(second, id=first.id)))


def test_a_key_forgets_quotation_marks_but_no_words() -> None:
    assert sentence_key("“小巨人” 企业") == sentence_key('"小巨人"企业')
    assert sentence_key("12家") != sentence_key("12户")


def test_every_numeral_is_in_the_ledger_and_the_headline_makes_no_claims() -> None:
    article = article_of(TEXT, park=PARK, headline="园区高新技术企业达293家")
    found = extract_page(page_of(article), extractor())
    body = [entry for entry in found.ledger if entry.part == "body"]
    assert [(entry.text, entry.reason) for entry in body if entry.fact is None] == [("2024年", "date")]
    assert {entry.fact for entry in body if entry.fact} == {claim.id for claim in found.claims}
    assert [entry.reason for entry in found.ledger if entry.part == "headline"] == ["headline"]


def test_an_empty_article_yields_nothing() -> None:
    assert extraction_of("").claims == ()


def test_explaining_shows_the_quote_and_the_words_of_each_field() -> None:
    told = explain_claim(claims_of(TEXT)[0])
    assert "“新增高新技术企业12家”" in told
    assert "时间: 2024" in told
    assert "12家 (exact)" in told
