"""The figures of the yardstick, and every miss with its cause."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz.distance import Indel

from generator.evaluate.compare import bare, similar, squash
from generator.evaluate.gold import GoldArticle, GoldFact, GoldPage
from generator.evaluate.match import USABLE, Pair, Published, match_facts
from generator.model.article import Article, Page
from generator.model.claim import Extraction, Name, NameKind

_WHOLE = 0.97
_SAME_ARTICLE = 0.5
_SAME_NAME = 0.75


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that is not as the editor reads it; `cause` sorts it (label, period, not-found …)."""

    seed: str
    cause: str
    text: str


@dataclass(frozen=True, slots=True)
class Rate:
    """Recall, precision and their harmonic mean, each 0 to 1."""

    recall: float
    precision: float

    @property
    def f1(self) -> float:
        """The harmonic mean."""
        return 2 * self.recall * self.precision / max(1e-9, self.recall + self.precision)


@dataclass(frozen=True, slots=True)
class Figures:
    """What one or more pages scored. Shares are 0 to 1; `lists` holds an F1 per list and `all`."""

    pages: int
    articles: int
    articles_read: int
    body: float
    whole: float
    headline: float
    byline: float
    parks: float
    core: int
    claims: int
    held: int
    found: Rate
    usable: Rate
    strict: Rate
    lists: tuple[tuple[str, float], ...]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class Read:
    """One page as the machine read it, beside the gold; `park_name` gives the short name of a park id."""

    gold: GoldPage
    page: Page
    extraction: Extraction


def evaluate(reads: Iterable[Read], park_name: Callable[[str], str], canonical: Callable[[str], str]) -> Figures:
    """Compare pages with their gold. `canonical` maps every name of a park to one; ValueError if there is no page."""
    everything = tuple(reads)
    if not everything:
        raise ValueError("no annotated page to compare with")
    tally: Counter[str] = Counter()
    misses: list[Miss] = []
    for read in everything:
        _count_articles(read, tally, misses, canonical)
        _count_facts(read, tally, misses, park_name, canonical)
    lists = _count_lists(everything, misses, park_name, canonical)
    return _figures(len(everything), tally, lists, tuple(misses))


def _figures(pages: int, tally: Counter[str], lists: tuple[tuple[str, float], ...], misses: tuple[Miss, ...]) -> Figures:
    articles, published = max(1, tally["articles"]), tally["claims"] - tally["held"]
    return Figures(
        pages=pages,
        articles=tally["articles"],
        articles_read=tally["articles read"],
        body=tally["body"] / max(1, tally["characters"]) / 1e6,
        whole=tally["whole"] / articles,
        headline=tally["headline"] / articles,
        byline=tally["byline"] / articles,
        parks=tally["parks"] / articles,
        core=tally["core"],
        claims=tally["claims"],
        held=tally["held"],
        found=_rate(tally, "found", tally["claims"]),
        usable=_rate(tally, "usable", published),
        strict=_rate(tally, "strict", published),
        lists=lists,
        misses=misses,
    )


def _rate(tally: Counter[str], what: str, claims: int) -> Rate:
    return Rate(tally[f"{what} core"] / max(1, tally["core"]), tally[what] / max(1, claims))


def _count_articles(read: Read, tally: Counter[str], misses: list[Miss], canonical: Callable[[str], str]) -> None:
    left = {article.id: article for article in read.page.articles}
    texts = {article.id: squash("".join(p.text for p in article.paragraphs)) for article in read.page.articles}
    tally["articles read"] += len(left)
    for gold in read.gold.articles:
        likeness, name = max(((Indel.normalized_similarity(gold.text, texts[id_]), id_) for id_ in left), default=(0.0, ""))
        found = left.pop(name) if likeness >= _SAME_ARTICLE else None
        tally["articles"] += 1
        tally["characters"] += len(gold.text)
        tally["body"] += round((likeness if found else 0.0) * len(gold.text) * 1e6)
        wrong = _differing_parts(gold, found, canonical) + (() if found and likeness >= _WHOLE else ("whole",))
        for part in ("whole", "headline", "byline", "parks"):
            tally[part] += part not in wrong
        misses.extend(Miss(read.gold.seed, f"article {part}", f"{gold.id} {gold.headline}: body {likeness:.3f}") for part in wrong)


def _differing_parts(gold: GoldArticle, found: Article | None, canonical: Callable[[str], str]) -> tuple[str, ...]:
    if found is None:
        return ("headline", "byline", "parks")
    same = {
        "headline": bare(found.headline.text if found.headline else "") == bare(gold.headline),
        "byline": [bare(name) for name in found.byline] == [bare(name) for name in gold.byline],
        "parks": sorted(map(canonical, found.parks)) == sorted(map(canonical, gold.parks)),
    }
    return tuple(part for part, right in same.items() if not right)


def _count_facts(
    read: Read, tally: Counter[str], misses: list[Miss], park_name: Callable[[str], str], canonical: Callable[[str], str]
) -> None:
    found = tuple(Published(claim, park_name(claim.park) if claim.park else "") for claim in read.extraction.claims)
    pairs = match_facts(read.gold, found, canonical)
    by_gold = {id(pair.gold): pair for pair in pairs}
    by_claim = {pair.found.claim.id: pair for pair in pairs}
    for gold in read.gold.facts:
        if gold.core and gold.park:
            _count_core(read.gold.seed, gold, by_gold.get(id(gold)), tally, misses)
    for one in found:
        _count_claim(read.gold.seed, one, by_claim.get(one.claim.id), tally, misses)


def _count_core(seed: str, gold: GoldFact, pair: Pair | None, tally: Counter[str], misses: list[Miss]) -> None:
    tally["core"] += 1
    if pair is None:
        misses.append(Miss(seed, "not found", f"{gold.quote} [{gold.label} {gold.value}{gold.unit}]"))
        return
    claim = pair.found.claim
    tally["found core"] += 1
    tally["usable core"] += not claim.review and not set(pair.wrong) & set(USABLE)
    tally["strict core"] += not claim.review and not pair.wrong
    if claim.review:
        misses.append(Miss(seed, "held back", f"{gold.quote} ({claim.review})"))
    misses.extend(Miss(seed, field, f"{gold.quote}: {_value(pair, field)}") for field in pair.wrong)


def _value(pair: Pair, field: str) -> str:
    machine = pair.found.park if field == "park" else str(getattr(pair.found.claim, field))
    return f"{machine!r} should be {getattr(pair.gold, field)!r}"


def _count_claim(seed: str, one: Published, pair: Pair | None, tally: Counter[str], misses: list[Miss]) -> None:
    if not one.park and (pair is None or not pair.gold.park):
        return  # a figure that is on no sheet does no harm
    tally["claims"] += 1
    tally["held"] += bool(one.claim.review)
    if pair is None:
        claim = one.claim
        misses.append(Miss(seed, "no such fact", f"{claim.evidence.quote} [{claim.label} {claim.value.text()}{claim.unit}]"))
        return
    tally["found"] += 1
    tally["usable"] += not one.claim.review and not set(pair.wrong) & set(USABLE)
    tally["strict"] += not one.claim.review and not pair.wrong


def _count_lists(
    reads: tuple[Read, ...], misses: list[Miss], park_name: Callable[[str], str], canonical: Callable[[str], str]
) -> tuple[tuple[str, float], ...]:
    wanted: dict[tuple[str, str], list[str]] = {}
    for read in reads:
        for entry in read.gold.lists:
            wanted.setdefault((canonical(entry.park), entry.kind), []).extend(entry.names)
    names = [name for read in reads for name in read.extraction.names]
    tally: Counter[tuple[str, str]] = Counter()
    for (park, kind), want in wanted.items():
        if kind != "place":
            _count_list(park, kind, tuple(dict.fromkeys(want)), _names_of(names, park, kind, park_name, canonical), tally, misses)
    kinds = tuple(kind.value for kind in NameKind)
    per_kind = tuple((kind, _f1(tally, (kind,))) for kind in kinds)
    return (*per_kind, ("all", _f1(tally, kinds)))


def _names_of(names: list[Name], park: str, kind: str, park_name: Callable[[str], str], canonical: Callable[[str], str]) -> tuple[str, ...]:
    mine = (name.name for name in names if name.kind.value == kind and canonical(park_name(name.park)) == park)
    return tuple(dict.fromkeys(mine))


def _count_list(
    park: str, kind: str, want: tuple[str, ...], have: tuple[str, ...], tally: Counter[tuple[str, str]], misses: list[Miss]
) -> None:
    left = list(have)
    tally[kind, "want"] += len(want)
    tally[kind, "have"] += len(have)
    for name in want:
        hit = next((one for one in left if similar(name, one, _SAME_NAME)), None)
        if hit is None:
            misses.append(Miss(park, f"{kind} missing", name))
        else:
            left.remove(hit)
            tally[kind, "hit"] += 1
    misses.extend(Miss(park, f"{kind} extra", name) for name in left)


def _f1(tally: Counter[tuple[str, str]], kinds: tuple[str, ...]) -> float:
    hit, want, have = (sum(tally[kind, what] for kind in kinds) for what in ("hit", "want", "have"))
    return 2 * hit / (want + have) if want + have else 1.0
