"""A page as read, for people: what `parkfacts read` prints."""

from collections.abc import Iterator

from generator.model.article import Article, Page, Role

_ROLE_SIGNS = {Role.BODY: "  ", Role.SUBHEAD: "# "}


def describe_page(page: Page) -> str:
    """Every article with headline, byline, parks, paragraphs (each with the line that it begins on), captions, and the page's repairs."""
    return "\n".join(_page_lines(page)) + "\n"


def _page_lines(page: Page) -> Iterator[str]:
    date = page.published
    yield f"{page.seed}  {date.value or '?'}  ({date.how})"
    for article in page.articles:
        yield ""
        yield from _article_lines(article)
    if page.furniture:
        yield ""
        yield "belongs to no article:"
        yield from (f"{piece.runs[0].line:>5}    {piece.text}" for piece in page.furniture)
    if page.repairs:
        yield ""
        yield "repaired:"
        yield from (f"{repair.line:>5}    {repair.rule}: {repair.before.strip()} -> {repair.after.strip()}" for repair in page.repairs)


def _article_lines(article: Article) -> Iterator[str]:
    yield f"== {article.id} ({article.kind})  {article.headline.text if article.headline else '(no headline)'}"
    yield from (f"   deck: {line.text}" for line in article.deck)
    yield f"   byline: {'、'.join(article.byline) or '-'}   parks: {'、'.join(article.parks) or '-'}"
    for paragraph in article.paragraphs:
        yield f"{paragraph.runs[0].line:>5}  {_ROLE_SIGNS[paragraph.role]}{paragraph.text}"
    yield from (f"{caption.runs[0].line:>5}  [caption] {caption.text}" for caption in article.captions)
