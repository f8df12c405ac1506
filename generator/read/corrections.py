"""What people correct of a page's reading: its date and newspaper, and of its articles the headline, byline, parks, order and boundaries.

A step of its own behind all reading, so that it holds whatever the rules of reading become. A paragraph is named by how it begins: if no
paragraph, or more than one, begins so, nothing is changed and the person is told.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

from generator.model.article import Article, ArticleKind, LineRun, Page, PageDate, Paragraph, Precision, Role
from generator.model.correction import (
    ArticleCorrection,
    JoinArticles,
    OrderParagraphs,
    Place,
    ReadingCorrection,
    SetArticle,
    SetPage,
    Setting,
    SplitArticle,
)
from generator.model.problem import Problem, Severity
from generator.yamlio.words import nearest_word

_PRECISION = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}
_LETTERS = "bcdefghijklmnopqrstuvwxyz"
_Field = tuple[str, tuple[str, ...]]


@dataclass(slots=True)
class _Work:
    """The page so far, and what was wrong. `spoken` has the place where each (thing, field) is corrected."""

    page: Page
    spoken: dict[tuple[str, str], Place]
    problems: list[Problem]

    def tell(self, place: Place, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        self.problems.append(Problem(place.path, place.line, place.column, severity, code, message, hint))

    def article(self, name: str) -> Article | None:
        return next((article for article in self.page.articles if article.id == name), None)

    def put(self, changed: Article, *new: Article) -> None:
        """Put an article in the place of that of the same id, new ones behind it."""
        articles = ((changed, *new) if article.id == changed.id else (article,) for article in self.page.articles)
        self.page = replace(self.page, articles=tuple(article for group in articles for article in group))

    def may_speak(self, thing: str, setting: Setting) -> bool:
        """Claim the right to correct one field of one thing; False, and told, if another correction has it."""
        first = self.spoken.setdefault((thing, setting.field), setting.place)
        if first is setting.place:
            return True
        message = f'"{setting.field}" of {thing} is corrected twice: here and at {first.path}:{first.line}:{first.column}.'
        self.tell(setting.place, "field-conflict", message, "One of the two must go.")
        return False


def apply_reading(page: Page, corrections: Iterable[ReadingCorrection]) -> tuple[Page, tuple[Problem, ...]]:
    """The page with the corrections that are about it, in the order in which they are written; those of other pages are passed over."""
    work = _Work(page, {}, [])
    for correction in sorted(corrections, key=lambda entry: entry.place):
        if isinstance(correction, SetPage):
            if correction.page == page.id:
                _set_page(correction, work)
        else:
            _correct_article(correction, work)
    return work.page, tuple(sorted(set(work.problems)))


def find_unused(corrections: Iterable[ReadingCorrection], pages: Iterable[Page]) -> tuple[Problem, ...]:
    """Corrections of a page or an article that there is not; `pages` with the corrections applied, so that what a split made counts."""
    pages, corrections = tuple(pages), tuple(corrections)
    articles = [article.id for page in pages for article in page.articles]
    joined = [correction.other for correction in corrections if isinstance(correction, JoinArticles)]
    known = {"page": [page.id for page in pages], "article": articles + joined}
    return tuple(sorted(problem for correction in corrections for problem in _tell_unknown(correction, known)))


def _tell_unknown(correction: ReadingCorrection, known: dict[str, list[str]]) -> Iterable[Problem]:
    what, name = ("page", correction.page) if isinstance(correction, SetPage) else ("article", correction.article)
    if name not in known[what]:
        nearest = nearest_word(name, known[what])
        hint = f'Did you mean "{nearest}"?' if nearest else "The ids of what was read stand in content/articles/."
        place = correction.place
        text = f'"{name}" is no {what} that was read.'
        yield Problem(place.path, place.line, place.column, Severity.ERROR, f"unknown-{what}", text, hint)


def _set_page(correction: SetPage, work: _Work) -> None:
    now = _page_fields(work.page)
    if _is_stale(correction.was, correction.to, now, work):
        return
    for setting in correction.to:
        given = setting.field == "date" and not work.page.published.inferred and bool(work.page.published.value)
        if not work.may_speak(work.page.id, setting):
            continue
        if now[setting.field][0] == setting.text and (given or setting.field != "date"):
            _tell_removable(setting, work)
        elif given:
            message = f"the date of {work.page.id} is given as {work.page.published.value} in content/registry/pages.yaml already."
            work.tell(setting.place, "field-conflict", message, "Correct it there instead.")
        else:
            work.page = _with_page_field(work.page, setting, correction.because)


def _page_fields(page: Page) -> dict[str, _Field]:
    return {"date": (page.published.value, ()), "newspaper": (page.newspaper, ()), "edition": (page.edition, ())}


def _with_page_field(page: Page, setting: Setting, because: str) -> Page:
    match setting.field:
        case "date":
            return replace(page, published=PageDate(setting.text, _PRECISION[len(setting.text)], inferred=False, how=because))
        case "newspaper":
            return replace(page, newspaper=setting.text)
        case "edition":
            return replace(page, edition=setting.text)
        case _:
            raise KeyError(setting.field)


def _correct_article(correction: ArticleCorrection, work: _Work) -> None:
    article = work.article(correction.article)
    if article is None:
        return
    to = correction.to if isinstance(correction, SetArticle) else ()
    if not _is_stale(correction.was, to, _article_fields(article, correction.was), work):
        for kind in KINDS:
            kind.apply_if(correction, article, work)


def _article_fields(article: Article, was: Iterable[Setting]) -> dict[str, _Field]:
    """The fields as they are; of the beginning as much as `was` says of it."""
    said = max((len(entry.text) for entry in was if entry.field == "begins"), default=0)
    begins = article.paragraphs[0].text[:said] if article.paragraphs else ""
    return {
        "headline": (article.headline.text if article.headline else "", ()),
        "deck": ("", tuple(line.text for line in article.deck)),
        "byline": ("", article.byline),
        "parks": ("", article.parks),
        "kind": (article.kind, ()),
        "begins": (begins, ()),
    }


def _is_stale(was: Iterable[Setting], to: Iterable[Setting], now: dict[str, _Field], work: _Work) -> bool:
    """Whether what was read is neither what `was` says nor what is wanted; and tell so."""
    wanted = {setting.field: (setting.text, setting.items) for setting in to}
    said = [(entry, (entry.text, entry.items)) for entry in was]
    stale = [entry for entry, old in said if now[entry.field] not in (old, wanted.get(entry.field, old))]
    for entry in stale:
        is_now = _show(now[entry.field])
        message = f'"was" says {entry.field} {_show((entry.text, entry.items))}; it is now read as {is_now}.'
        hint = f"Look at the page again, then write {entry.field}: {is_now} here or delete the correction."
        work.tell(entry.place, "stale", message, hint)
    return bool(stale)


def _show(field: _Field) -> str:
    text, items = field
    return f"[{', '.join(items)}]" if items else f'"{text}"' if text else "nothing"


def _tell_removable(setting: Setting, work: _Work) -> None:
    message = f"{setting.field} is read as {_show((setting.text, setting.items))} without this correction."
    work.tell(setting.place, "removable", message, f"Take {setting.field} out.", Severity.WARNING)


def _set_article(correction: SetArticle, article: Article, work: _Work) -> None:
    now = _article_fields(article, ())
    for setting in correction.to:
        if not work.may_speak(article.id, setting):
            continue
        if now[setting.field] == (setting.text, setting.items):
            _tell_removable(setting, work)
        else:
            article = _with_article_field(article, setting, work)
    work.put(article)


def _with_article_field(article: Article, setting: Setting, work: _Work) -> Article:
    match setting.field:
        case "headline":
            return replace(article, headline=_headline(article, setting.text, work))
        case "deck":
            return replace(article, deck=tuple(_by_hand(line, _line(article), Role.DECK) for line in setting.items))
        case "byline":
            return replace(article, byline=setting.items)
        case "parks":
            return replace(article, parks=setting.items)
        case "kind":
            return replace(article, kind=ArticleKind(setting.text))
        case _:
            raise KeyError(setting.field)


def _headline(article: Article, text: str, work: _Work) -> Paragraph | None:
    """The headline by hand, taken from what belonged to no article if it stands there; what was the headline goes there."""
    old, furniture = article.headline, work.page.furniture
    printed = next((piece for piece in furniture if piece.text == text), None)
    rest = tuple(piece for piece in furniture if piece is not printed)
    if old is not None:
        rest = (*rest, replace(old, role=Role.FURNITURE))
    work.page = replace(work.page, furniture=rest)
    if not text:
        return None
    return replace(printed, role=Role.HEADLINE) if printed else _by_hand(text, _line(article), Role.HEADLINE)


def _by_hand(text: str, line: int, role: Role) -> Paragraph:
    return Paragraph(text, (LineRun(0, line),), role)


def _line(article: Article) -> int:
    """A page line to show for what a person wrote: the headline's, else the body's first."""
    pieces = (*((article.headline,) if article.headline else ()), *article.paragraphs)
    return next((piece.line_at(0) for piece in pieces if piece.text), 1)


def _find_paragraph(article: Article, begins: str, place: Place, work: _Work) -> int | None:
    """The index of the one paragraph that begins so; None, and told, if there is none or more than one."""
    found = [index for index, paragraph in enumerate(article.paragraphs) if paragraph.text.startswith(begins)]
    if len(found) == 1:
        return found[0]
    within = next((paragraph.text[:12] for paragraph in article.paragraphs if begins in paragraph.text), "")
    hint = f'It stands inside the one that begins with "{within}"; a paragraph is moved or split off whole.' if within else ""
    many = f"{len(found) or 'no'} paragraph{'s begin' if len(found) > 1 else ' begins'}"
    code = "paragraph-unclear" if found else "paragraph-gone"
    message = f'{many} with "{begins}" in {article.id}; it must be one.'
    work.tell(place, code, message, "Write more of its beginning." if found else hint)
    return None


def _order(correction: OrderParagraphs, article: Article, work: _Work) -> None:
    moved = _find_paragraph(article, correction.move, correction.place, work)
    after = _find_paragraph(article, correction.after, correction.place, work) if correction.after else -1
    if moved is None or after is None:
        return
    if moved == after + 1:
        message = f'the paragraph that begins with "{correction.move}" stands there without this correction.'
        work.tell(correction.place, "removable", message, "Delete the correction.", Severity.WARNING)
        return
    rest = [paragraph for index, paragraph in enumerate(article.paragraphs) if index != moved]
    rest.insert(after + (after < moved), article.paragraphs[moved])
    work.put(replace(article, paragraphs=tuple(rest)))


def _split(correction: SplitArticle, article: Article, work: _Work) -> None:
    index = _find_paragraph(article, correction.before, correction.place, work)
    if index == 0:
        message = f'{article.id} begins with "{correction.before}" without this correction.'
        work.tell(correction.place, "removable", message, "Delete the correction.", Severity.WARNING)
    if not index:
        return
    taken = {other.id for other in work.page.articles}
    name = next(article.id + letter for letter in _LETTERS if article.id + letter not in taken)
    rest = article.paragraphs[index:]
    second = replace(article, id=name, headline=None, deck=(), byline=(), bylines=(), captions=(), paragraphs=rest)
    if correction.headline:
        second = replace(second, headline=_headline(second, correction.headline, work))
    work.put(replace(article, paragraphs=article.paragraphs[:index]), second)


def _join(correction: JoinArticles, article: Article, work: _Work) -> None:
    other = work.article(correction.other)
    if other is None or other is article or not other.paragraphs or not other.paragraphs[0].text.startswith(correction.begins):
        begins = other.paragraphs[0].text[:12] if other and other.paragraphs else ""
        message = f'no article {correction.other} begins with "{correction.begins}"; it must be the one that goes on from {article.id}.'
        hint = f'{correction.other} begins with "{begins}".' if begins else f"There is no {correction.other} on this page."
        work.tell(correction.place, "article-gone", message, hint)
        return
    loose = tuple(replace(piece, role=Role.FURNITURE) for piece in (*((other.headline,) if other.headline else ()), *other.deck))
    kept = tuple(entry for entry in work.page.articles if entry is not other)
    work.page = replace(work.page, articles=kept, furniture=(*work.page.furniture, *loose))
    work.put(
        replace(
            article,
            paragraphs=article.paragraphs + other.paragraphs,
            byline=tuple(dict.fromkeys((*article.byline, *other.byline))),
            bylines=article.bylines + other.bylines,
            captions=article.captions + other.captions,
            parks=tuple(dict.fromkeys((*article.parks, *other.parks))),
        )
    )


_C = TypeVar("_C", bound=ArticleCorrection)


@dataclass(frozen=True, slots=True)
class ReadingKind(Generic[_C]):
    """One kind of correction of an article and what it does."""

    kind: type[_C]
    apply: Callable[[_C, Article, _Work], None]

    def apply_if(self, correction: ArticleCorrection, article: Article, work: _Work) -> None:
        """Apply it if it is of this kind."""
        if isinstance(correction, self.kind):
            self.apply(correction, article, work)


KINDS = (
    ReadingKind(SetArticle, _set_article),
    ReadingKind(OrderParagraphs, _order),
    ReadingKind(SplitArticle, _split),
    ReadingKind(JoinArticles, _join),
)
