"""Fits the rows of `generator.read.misfits` to the annotated pages and to the short pages of read_years.yaml, and prints them.

Run it by `python -m tests.fit_years`; it takes half a minute. What a year costs a page is a sum over the witnesses, so the likeliest rows
are those of a multinomial logistic regression over candidate years; a quadratic penalty holds them to the rows that the program has.
Round what it prints, smooth what few pages tell, and write it into the module by hand.
"""

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain

import yaml

from generator.read.anniversaries import find_years_from_founding
from generator.read.clues import find_clues
from generator.read.events import find_events
from generator.read.misfits import rows_by_month, weighed
from generator.read.witnesses import Clue, Witness
from tests.read_pages import GOLD, knowledge, page_file, read_text
from tests.registry_files import ROOT

STEPS, RATE, PENALTY = 120, 0.05, 0.5
REACH = 6  # candidate years beyond those that a page names
EARLIEST, LATEST = 2010, 2035
SEASONS = ("early in the year", "within the year", "late in the year")

# What one number of a row is: the witness, the season, the place in the row.
Place = tuple[Witness, str, int]


@dataclass(frozen=True)
class Sample:
    """One page: for each candidate year how much each number of the rows counts, and which candidate is right."""

    counts: tuple[Counter[Place], ...]
    right: int


def rows_of(season: int) -> dict[Witness, tuple[int, tuple[float, ...]]]:
    """The program's rows for one of the seasons."""
    return dict(rows_by_month(says_this_year=True)[season][1])


def sample_of(texts: list[str], date: str) -> Sample | None:
    """A page whose date is known; None where its text names no year."""
    clues: list[Clue] = list(chain.from_iterable((*find_clues(text), *find_events(text, knowledge().events)) for text in texts))
    clues += find_years_from_founding(texts)
    said = weighed(clues)
    if not said:
        return None
    year, month = int(date[:4]), int(date[5:7] or 6)
    season = 0 if month <= 3 else 1 if month <= 9 else 2
    named = [one for _, one in said]
    years = range(min(year, max(min(named) - REACH, EARLIEST)), max(year, min(max(named) + REACH, LATEST)) + 1)
    counts = []
    for candidate in years:
        found: Counter[Place] = Counter()
        for (kind, one), weight in said.items():
            first, costs = rows_of(season)[kind]
            place = min(max(candidate - one - first, 0), len(costs) - 1)
            found[kind, SEASONS[season] if varies(kind) else "", place] += weight  # type: ignore[assignment]
        counts.append(found)
    return Sample(tuple(counts), years.index(year))


def varies(kind: Witness) -> bool:
    """Whether a witness has rows of its own in some seasons."""
    return len({rows_of(season)[kind] for season in range(len(SEASONS))}) > 1


def samples() -> list[Sample]:
    """The annotated pages and the short ones."""
    known: list[tuple[list[str], str]] = []
    for path in sorted(GOLD.glob("*.yaml")):
        page = read_text(page_file(path.stem).read_text("utf-8"))
        date = str(yaml.safe_load(path.read_text("utf-8"))["published"]["value"])
        known.append(([paragraph.text for article in page.articles for paragraph in article.paragraphs], date))
    short = yaml.safe_load((ROOT / "tests" / "cases" / "read_years.yaml").read_text("utf-8"))
    known += [(page["texts"], page["date"]) for page in short]
    return [sample for sample in (sample_of(texts, date) for texts, date in known) if sample is not None]


def fit(pages: list[Sample], start: dict[Place, float]) -> dict[Place, float]:
    """Gradient descent with steps of each number's own size (Adam)."""
    rows, mean, square = dict(start), dict.fromkeys(start, 0.0), dict.fromkeys(start, 0.0)
    for _ in range(STEPS):
        gradient = {place: PENALTY * (rows[place] - start[place]) for place in rows}
        for page in pages:
            costs = [sum(rows[place] * weight for place, weight in counts.items()) for counts in page.counts]
            shares = [math.exp(min(costs) - cost) for cost in costs]
            for counts, share in zip(page.counts, shares, strict=True):
                for place, weight in counts.items():
                    gradient[place] -= weight * share / sum(shares)
            for place, weight in page.counts[page.right].items():
                gradient[place] += weight
        for place, slope in gradient.items():
            mean[place] += 0.1 * (slope - mean[place])
            square[place] += 0.01 * (slope * slope - square[place])
            rows[place] = max(0.0, rows[place] - RATE * mean[place] / (math.sqrt(square[place]) + 1e-6))
    return rows


def right(pages: list[Sample], rows: dict[Place, float]) -> int:
    """Of how many pages the year that costs least is the right one."""
    found = 0
    for page in pages:
        costs = [sum(rows[place] * weight for place, weight in counts.items()) for counts in page.counts]
        found += costs.index(min(costs)) == page.right
    return found


def main() -> None:
    """Print the rows as they are and as they fit best."""
    pages = samples()
    start = {
        (kind, SEASONS[season] if varies(kind) else "", place): cost
        for season in range(len(SEASONS))
        for kind, (_, costs) in rows_of(season).items()
        for place, cost in enumerate(costs)
    }
    fitted = fit(pages, start)
    print(f"{len(pages)} pages; right by the witnesses alone {right(pages, start)}, fitted {right(pages, fitted)}")  # noqa: T201
    for kind, season in dict.fromkeys((kind, season) for kind, season, _ in start):
        was = [cost for (one, when, _), cost in start.items() if (one, when) == (kind, season)]
        now = [round(fitted[kind, season, place], 1) for place in range(len(was))]
        print(f"{kind.name:14} {season:18} {was} -> {now}")  # noqa: T201


if __name__ == "__main__":
    main()
