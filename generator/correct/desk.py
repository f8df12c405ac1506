"""The work in hand while corrections are laid over the park files: who holds which fact, what became of it, what was wrong.

It lives within one call of `correct` and is the only thing in this room that changes.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from generator.model.article import Page
from generator.model.claim import Claim, Evidence, Level, Name
from generator.model.correction import Place
from generator.model.entities import Park
from generator.model.problem import Problem, Severity
from generator.model.sheet import Change, Dropped, Fact, HandSource, ParkFile, SheetFact

NOWHERE = Evidence("", "", "", 0, 0, 0, 0, "")


@dataclass(slots=True)
class Sheet:
    """One park's sheet in the making; facts by id."""

    park: Park
    names: tuple[Name, ...]
    articles: tuple[str, ...]
    facts: dict[str, SheetFact]
    dropped: list[Dropped] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)


@dataclass(slots=True)
class Desk:
    """`machine` has every fact as the machine says it, by the id of each of its claims; `holder` the park that the machine gives it to.

    `stands` says on whose sheet a fact is now (a dropped one on none); `merged` maps a park that was taken for another to that other;
    `spoken` has, for each thing, the place where each field of it is corrected.
    """

    sheets: dict[str, Sheet]
    parks: dict[str, Park]
    machine: dict[str, Fact]
    holder: dict[str, str]
    unplaced: dict[str, Claim]
    former: dict[str, Claim]
    pages: dict[str, Page]
    stands: dict[str, str]
    merged: dict[str, str] = field(default_factory=dict)
    spoken: dict[str, dict[str, Place]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def home(self, park: str) -> str:
        """The park that `park` goes by after merging."""
        return self.merged.get(park, park)

    def sheet(self, park: str) -> Sheet:
        """The sheet of a park, an empty one if no page speaks of it; KeyError for a park that nobody knows."""
        home = self.home(park)
        if home not in self.sheets:
            self.sheets[home] = Sheet(self.parks[home], (), (), {})
        return self.sheets[home]

    def held(self, fact: Fact) -> SheetFact | None:
        """How a fact stands after the corrections before; None if one took it off its sheet."""
        park = self.stands.get(fact.id)
        return None if park is None else self.sheets[park].facts[fact.id]

    def put(self, fact: SheetFact, park: str) -> None:
        """Let a fact stand on the sheet of `park`, off the one where it stood."""
        self.take_off(fact.fact)
        sheet = self.sheet(park)
        sheet.facts[fact.fact.id] = fact
        self.stands[fact.fact.id] = sheet.park.id

    def take_off(self, fact: Fact) -> None:
        """Let a fact stand nowhere."""
        park = self.stands.pop(fact.id, None)
        if park is not None:
            del self.sheets[park].facts[fact.id]

    def tell(self, place: Place, code: str, message: str, hint: str = "", severity: Severity = Severity.ERROR) -> None:
        """Note a problem."""
        self.problems.append(Problem(place.path, place.line, place.column, severity, code, message, hint))

    def speak(self, thing: str, name: str, place: Place) -> bool:
        """Claim the right to correct one field of one thing; False, and a problem, if another correction has it."""
        first = self.spoken.setdefault(thing, {}).setdefault(name, place)
        if first is place:
            return True
        message = f'"{name}" of {thing} is corrected twice: here and at {first.path}:{first.line}:{first.column}. One of the two must go.'
        self.tell(place, "field-conflict", message)
        return False


def lay_out(
    park_files: Iterable[ParkFile], parks: Iterable[Park], unplaced: Iterable[Claim], former: Iterable[Claim], pages: Iterable[Page]
) -> Desk:
    """A desk with nothing corrected yet."""
    files = tuple(park_files)
    return Desk(
        sheets={file.park.id: _open_sheet(file) for file in files},
        parks={park.id: park for park in (*parks, *(file.park for file in files))},
        machine={claim.id: fact for file in files for fact in file.facts for claim in (fact.claim, *fact.also)},
        holder={claim.id: file.park.id for file in files for fact in file.facts for claim in (fact.claim, *fact.also)},
        unplaced={claim.id: claim for claim in unplaced},
        former={claim.id: claim for claim in former},
        pages={page.id: page for page in pages},
        stands={fact.id: file.park.id for file in files for fact in file.facts},
    )


def _open_sheet(file: ParkFile) -> Sheet:
    return Sheet(file.park, file.names, file.articles, {fact.id: SheetFact(fact) for fact in file.facts})


def rehome(claim: Claim, old: Park | None, new: Park) -> Claim:
    """The claim on another park's sheet; a number of the old park itself becomes one of the new park itself."""
    own = old is not None and claim.level is Level.PARK and claim.subject == old.name
    return replace(claim, park=new.id, subject=new.name if own else claim.subject)


def find_quote(source: HandSource, place: Place, desk: Desk) -> Evidence | None:
    """Where the quote of the source stands; None, and told, if it does not stand on the page. Pages not at hand are not looked at."""
    page = desk.pages.get(source.page)
    if page is None:
        return replace(NOWHERE, page=source.page, quote=source.quote)
    for article in page.articles:
        for index, paragraph in enumerate(article.paragraphs):
            start = paragraph.text.find(source.quote)
            if start >= 0:
                end, line = start + len(source.quote), paragraph.line_at(start)
                return Evidence(page.id, article.id, "body", index, start, end, line, source.quote)
    hint = "Copy it from the source page of the site, without the line breaks of the newspaper."
    desk.tell(place, "quote-not-found", f'"{source.quote}" does not stand in the articles of {source.page}.', hint)
    return None
