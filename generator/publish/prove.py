"""The last gate: nothing is published that cannot be proved.

Every fact's quote must stand in its article, character by character, and hold the fact's number. `extract` promised it; here it is proved
again, on what is about to be published.
"""

import re
from collections.abc import Iterable, Iterator

from generator.model.article import Article, Page, Paragraph
from generator.model.claim import Claim
from generator.model.problem import Problem, Severity
from generator.model.sheet import ParkSheet

_NUMERALS = re.compile(r"[\d零〇○一二三四五六七八九十百千万亿两半倍番首成多数几双]")


def find_unproved(sheets: Iterable[ParkSheet], pages: Iterable[Page]) -> tuple[Problem, ...]:
    """One error for every claim of every sheet whose quote is not in its article, or without its number in the quote.

    Facts that a person added with a source of their own have no article to prove them and are passed over.
    """
    articles = {article.id: article for page in pages for article in page.articles}
    return tuple(problem for sheet in sheets for claim in _claims(sheet) for problem in _unproved(claim, sheet.park.id, articles))


def _claims(sheet: ParkSheet) -> Iterator[Claim]:
    for item in sheet.facts:
        if item.source is None:
            yield item.fact.claim
        yield from item.fact.also


def _unproved(claim: Claim, park: str, articles: dict[str, Article]) -> Iterator[Problem]:
    evidence, path = claim.evidence, f"content/facts/{park}.yaml"
    piece = find_piece(articles.get(evidence.article), evidence.part, evidence.index)
    if piece is None:
        yield _error(
            path, "no-such-text", f"fact {claim.id} names {evidence.part} {evidence.index} of {evidence.article}, which is not there."
        )
    elif not evidence.quote or piece.text[evidence.start : evidence.end] != evidence.quote:
        yield _error(path, "quote-not-found", f'the quote of fact {claim.id} is not in {evidence.article}: "{evidence.quote}"')
    elif not _NUMERALS.search(evidence.quote):
        yield _error(path, "number-not-quoted", f'the quote of fact {claim.id} holds no number: "{evidence.quote}"')


def find_piece(article: Article | None, part: str, index: int) -> Paragraph | None:
    """The piece of an article that evidence speaks of; None if there is none."""
    if article is None:
        return None
    pieces: dict[str, tuple[Paragraph, ...]] = {
        "headline": (article.headline,) if article.headline else (),
        "deck": article.deck,
        "caption": article.captions,
        "body": article.paragraphs,
        "subhead": article.paragraphs,
    }
    found = pieces.get(part, ())
    return found[index] if 0 <= index < len(found) else None


def _error(path: str, code: str, message: str) -> Problem:
    return Problem(
        path, 0, 0, Severity.ERROR, code, message, "Nothing is published: build again, or report this as a mistake of the program."
    )
