"""One page from text to claims: the layers in their order, each a step of its own that hands plain values on.

sentences → quantities → mentions → subjects → periods → status → labels → metric → review → claims → ledger
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from generator.extract.asked import NOTHING_ASKED, Asked, asked_by, planned_for
from generator.extract.claims import ClaimIds, check_ids
from generator.extract.labels import LabelChoice, LabelWords, choose_labels, counts_of, find_evaluations, find_programmes
from generator.extract.ledger import build_ledger
from generator.extract.mentions import ArticleMentions, MentionFinder
from generator.extract.passage import Counted, Passage, blank_out
from generator.extract.period_choice import PeriodChoice, PeriodContext, PeriodResolver
from generator.extract.periods import PeriodFinder
from generator.extract.quantities import QuantityFinder
from generator.extract.quotes import build_evidence, quote_span
from generator.extract.review import Doubts, find_doubts, review_reason
from generator.extract.sentences import split_sentences
from generator.extract.status import StatusChoice, StatusFinder
from generator.extract.subjects import Actor, Home, Piece, Subject, SubjectFinder, Topic, find_sections, named_spans, start_topic
from generator.extract.tokens import Mention, MentionKind, Numeral, Quantity, Span
from generator.model.article import Article, Page, PageDate, Paragraph, Role
from generator.model.claim import Claim, Extraction, FoundPark, Kind, LedgerEntry, Level, Name, NameKind, Reason
from generator.model.entities import Metric
from generator.registry.park_finder import ParkFinder

_ASIDE = re.compile(r"[（(][^（()）]*[)）]")
_HEADLINE = "headline"
_POINTING = ("这", "上述")  # 这27家企业: counted before


@dataclass(frozen=True, slots=True)
class Extractor:
    """Everything compiled once per registry; see `generator.extract.build`."""

    quantities: QuantityFinder
    mentions: MentionFinder
    parks: ParkFinder
    registered: frozenset[str]
    subjects: SubjectFinder
    periods: PeriodFinder
    resolver: PeriodResolver
    statuses: StatusFinder
    labels: LabelWords
    doubts: Doubts
    match_metric: Callable[[str, str, Kind], Metric | None]
    find_names: Callable[[Article, ArticleMentions], tuple[Name, ...]]
    find_place: Callable[[Article, str], tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Found:
    """What the layers found in one piece of text: one subject, label, period and status per quantity."""

    quantities: tuple[Quantity, ...]
    numerals: tuple[Numeral, ...]
    subjects: tuple[Subject, ...]
    labels: tuple[LabelChoice | None, ...]
    periods: tuple[PeriodChoice, ...]
    statuses: tuple[StatusChoice, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Memory:
    """What one piece of an article leaves behind for the next; `programmes` and `evaluations` are the whole article's.

    `asked` is what a question or a heading asked for, `counted` what has been counted so far.
    """

    topic: Topic
    period: PeriodContext
    programmes: frozenset[str]
    evaluations: frozenset[str]
    asked: Asked = NOTHING_ASKED
    counted: tuple[Counted, ...] = ()


def extract_page(page: Page, extractor: Extractor) -> Extraction:
    """All that a page yields. DoubleIdError if two claims had one id; nothing else is refused: a doubtful claim carries `review`."""
    ids = ClaimIds(page.id)
    claims: list[Claim] = []
    names: list[Name] = []
    ledger: list[LedgerEntry] = []
    homes: list[tuple[Article, Home]] = []
    for article in page.articles:
        mentions = extractor.mentions.find_all(article)
        home, sections = find_home(article, extractor), find_homes(article, mentions, extractor)
        found, entries = _extract_article(page, article, mentions, sections, extractor, ids)
        claims += found
        ledger += entries
        homes += [(article, one) for one in (home, *sections)]
        names += [_in_section(name, home, sections) for name in extractor.find_names(article, mentions)]
    check_ids(page.id, claims)
    return Extraction(page.id, tuple(claims), tuple(names), _found_parks(homes, claims, names, extractor), tuple(ledger), ())


def _extract_article(
    page: Page, article: Article, mentions: ArticleMentions, homes: tuple[Home, ...], extractor: Extractor, ids: ClaimIds
) -> tuple[list[Claim], list[LedgerEntry]]:
    memory = Memory(
        start_topic(homes[0]), _opening(page, article, extractor), find_programmes(_texts(article)), find_evaluations(_texts(article))
    )
    claims: list[Claim] = []
    ledger = _headlines(article, extractor)
    pieces = [(Role.BODY, at, text, mentions.paragraphs[at]) for at, text in enumerate(article.paragraphs)]
    pieces += [(Role.CAPTION, at, text, mentions.captions[at]) for at, text in enumerate(article.captions)]
    before = homes[0]
    for (role, at, paragraph, named), home in zip(pieces, homes, strict=True):
        if home != before:
            memory, before = replace(memory, topic=start_topic(home)), home
        found, memory = find_all(paragraph.text, named, home, page.published, memory, ids, extractor)
        made = tuple(_claim(page.id, article.id, role.value, at, paragraph, found, i, extractor) for i in range(len(found.quantities)))
        claims += made
        ledger += build_ledger(
            article.id, role.value, at, paragraph.text, found.quantities, tuple(claim.id for claim in made), found.numerals
        )
    return claims, ledger


def _opening(page: Page, article: Article, extractor: Extractor) -> PeriodContext:
    """The time that the headline says the article reviews."""
    headline = article.headline.text if article.headline else ""
    return extractor.resolver.open(headline, extractor.periods.find(headline, page.published), page.published)


def _texts(article: Article) -> tuple[str, ...]:
    """Headline and body."""
    return (*([article.headline.text] if article.headline else []), *(paragraph.text for paragraph in article.paragraphs))


def find_home(article: Article, extractor: Extractor) -> Home:
    """The park that the article is about most; none if it names none."""
    if not article.parks:
        return Home(None, "", extractor.registered)
    name = article.parks[0]
    known = extractor.parks.park(name)
    return Home(known.id, known.name, extractor.registered) if known else Home(extractor.parks.id_of(name), name, extractor.registered)


def find_homes(article: Article, mentions: ArticleMentions, extractor: Extractor) -> tuple[Home, ...]:
    """The park of each paragraph, then of each caption; of an article without text the article's own."""
    home = find_home(article, extractor)
    texts = zip(article.paragraphs, mentions.paragraphs, strict=True)
    body = find_sections(home, tuple((text.text, _with_inner_parks(text.text, named, extractor)) for text, named in texts))
    return (*body, *(home for _ in article.captions)) or (home,)


def _with_inner_parks(text: str, mentions: tuple[Mention, ...], extractor: Extractor) -> tuple[Mention, ...]:
    """The mentions, and the parks that names of houses hold: 宜昌高新区生物医药产业园 speaks of 宜昌高新区."""
    houses = [one for one in mentions if one.kind in (MentionKind.INSTITUTION, MentionKind.PROJECT)]
    hits = [hit for hit in extractor.parks.find(text) if not (hit.estate or hit.bare_place)]
    inner = [hit for hit in hits if any(one.start <= hit.start and hit.end < one.end for one in houses)]
    parks = [Mention(hit.start, hit.end, hit.text, MentionKind.PARK, hit.name, hit.id) for hit in inner]
    return tuple(sorted((*mentions, *parks), key=lambda one: one.start))


def _in_section(name: Name, home: Home, sections: tuple[Home, ...]) -> Name:
    """A name found for the article's park, as the park's of the paragraph that it stands in; a park's other names are its own anywhere."""
    if name.kind is NameKind.ALSO_CALLED or name.park != home.park or name.evidence.part != Role.BODY.value:
        return name
    return replace(name, park=sections[name.evidence.index].park or name.park)


def find_all(
    text: str, mentions: tuple[Mention, ...], home: Home, published: PageDate, memory: Memory, ids: ClaimIds, extractor: Extractor
) -> tuple[Found, Memory]:
    """The layers, in order, on one piece of text; a new piece starts with the article's own park as its topic."""
    sentences = split_sentences(text)
    quantities, numerals = extractor.quantities.find(text, sentences)
    owners = extractor.subjects.find(Piece(text, sentences, mentions, home), quantities, start_topic(home, memory.topic))
    times = extractor.periods.find(text, published, memory.period.frame or memory.period.year)
    status_words = extractor.statuses.find(text, sentences)
    statuses = extractor.statuses.statuses_of(text, sentences, quantities, status_words, times, published, asked=memory.asked.plans)
    houses = frozenset(q.start for q, subject in zip(quantities, owners.subjects, strict=True) if subject.level is Level.RESIDENT)
    told = replace(memory.period, year=memory.asked.year or memory.period.year)
    periods, context = extractor.resolver.resolve(text, sentences, quantities, times, published, statuses, told, houses)
    periods = planned_for(memory.asked.year, periods, statuses)
    blanked = blank_out(text, quantities, times, _names_in_labels(owners.actors, mentions, quantities), _asides(text, quantities))
    names = tuple(subject.name for subject in owners.subjects)
    at_home = tuple(subject.level is Level.PARK for subject in owners.subjects)
    passage = Passage(text, blanked, sentences, quantities, mentions, memory.programmes, memory.evaluations, memory.counted)
    labels = choose_labels(passage, names, at_home, extractor.labels)
    numbers = ids.of_text(text, sentences, quantities)
    return Found(quantities, numerals, owners.subjects, labels, periods, statuses, numbers), replace(
        memory,
        topic=owners.topic,
        period=context,
        asked=asked_by(text, times, memory.asked),
        counted=memory.counted + counts_of(passage, labels),
    )


def _names_in_labels(actors: tuple[Actor, ...], mentions: tuple[Mention, ...], quantities: tuple[Quantity, ...]) -> tuple[Span, ...]:
    """The names that no label may hold: subjects, companies and parks; what a number counts (66家国家高新区) is no name."""
    counted = {quantity.tail for quantity in quantities}
    return tuple(span for span in named_spans(actors, mentions) if span.start not in counted)


def _asides(text: str, quantities: tuple[Quantity, ...]) -> tuple[Span, ...]:
    """Parentheses without a figure in them."""
    spans = [Span(*match.span()) for match in _ASIDE.finditer(text)]
    return tuple(span for span in spans if not any(span.start < q.start < span.end for q in quantities))


def _claim(page: str, article: str, part: str, index: int, paragraph: Paragraph, found: Found, at: int, extractor: Extractor) -> Claim:
    quantity, subject, label = found.quantities[at], found.subjects[at], found.labels[at]
    period, status = found.periods[at], found.statuses[at]
    span = quote_span(paragraph.text, quantity, label)
    text = label.text if label else paragraph.text[span.start : span.end]
    metric = extractor.match_metric(text, quantity.unit, quantity.kind)
    again = paragraph.text.endswith(_POINTING, 0, quantity.head)
    doubts = find_doubts(quantity, subject, label, period, metric, extractor.doubts.whole, again=again)
    why = (
        Reason("value", quantity.rule, paragraph.text[quantity.head : quantity.tail]),
        Reason("subject", subject.rule, subject.words),
        Reason("label", label.rule if label else "none", paragraph.text[span.start : span.end]),
        Reason("period", period.rule, period.words),
        Reason("status", "words" if status.words else "default", status.words),
    )
    return Claim(
        id=found.ids[at],
        park=subject.park,
        subject=subject.name,
        level=subject.level,
        label=text,
        metric=metric.id if metric else None,
        kind=quantity.kind,
        value=quantity.value,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        period=period.period,
        status=status.status,
        evidence=build_evidence(page, article, part, index, paragraph, span),
        review=review_reason(doubts, extractor.doubts),
        why=why,
    )


def _headlines(article: Article, extractor: Extractor) -> list[LedgerEntry]:
    """The numerals of headline and deck: the body says them again, and more exactly, so they make no claims."""
    pieces = [(Role.HEADLINE.value, 0, article.headline)] if article.headline else []
    pieces += [(Role.DECK.value, at, line) for at, line in enumerate(article.deck)]
    out: list[LedgerEntry] = []
    for part, at, piece in pieces:
        quantities, numerals = extractor.quantities.find(piece.text, split_sentences(piece.text))
        repeated = tuple(Numeral(q.start, q.end, _HEADLINE) for q in quantities)
        out += build_ledger(article.id, part, at, piece.text, (), (), tuple(sorted((*numerals, *repeated), key=lambda one: one.start)))
    return out


def _found_parks(homes: list[tuple[Article, Home]], claims: list[Claim], names: list[Name], extractor: Extractor) -> tuple[FoundPark, ...]:
    """The parks that are known by their names' form alone, in order of their ids."""
    used = {claim.park for claim in claims if claim.park} | {name.park for name in names}
    found: dict[str, FoundPark] = {}
    for article, home in homes:
        if home.park and home.park not in found and home.park not in extractor.registered:
            found[home.park] = FoundPark(home.park, home.name, *extractor.find_place(article, home.name))
    for claim in claims:
        if claim.park and claim.park not in extractor.registered and claim.park not in found:
            found[claim.park] = FoundPark(claim.park, claim.subject, "", "")
    return tuple(found[park] for park in sorted(found) if park in used)
