"""The order of things: which room gets what from which, and every file that is read and written on the way (publish/ writes the site).

seeds/*.txt → read → articles → extract → claims → assemble → park files → correct → sheets → render → Markdown → publish → site
"""

import fcntl
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import partial
from pathlib import Path

from generator.assemble.conflicts import conflict_problems, find_conflicts
from generator.assemble.park_files import assemble_parks, page_dates
from generator.assemble.parks import known_parks
from generator.assemble.series import build_series
from generator.correct.apply import correct, settled_facts
from generator.correct.load import Loaded, load_corrections
from generator.correct.report import format_problems
from generator.correct.stub import correction_stub
from generator.evaluate import Figures, evaluate, parse_gold
from generator.evaluate.compare import bare
from generator.evaluate.figures import Read
from generator.evaluate.gold import seed_of
from generator.extract import Extractor, build_extractor, extract_page
from generator.machine_files import find_stale, machine_files, parse_files
from generator.model.article import Page
from generator.model.claim import Extraction
from generator.model.entities import Park
from generator.model.problem import Problem, Severity
from generator.model.sheet import Fact, ParkFile, ParkSheet
from generator.model.site import Measured, Prose, SiteFile, Template
from generator.publish.prove import find_unproved
from generator.publish.serve import serve_site
from generator.publish.site import publish, read_options
from generator.publish.tree import read_tree, write_tree
from generator.read import read_page
from generator.read.corrections import apply_reading, find_unused
from generator.registry.load import build_registry
from generator.registry.park_finder import ParkFinder
from generator.registry.registry import Registry
from generator.render.site import SiteContent, render_site
from generator.render.wording import load_wording

Report = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True)
class Project:
    """The folder that everything lies in."""

    root: Path

    @property
    def content(self) -> Path:
        """Where the YAML of hands and machine lies."""
        return self.root / "content"

    @property
    def seeds(self) -> tuple[Path, ...]:
        """The newspaper pages, sorted by name."""
        return tuple(sorted((self.root / "seeds").glob("*.txt")))

    @property
    def state(self) -> Path:
        """What one build leaves for the next; never needed, never committed."""
        return self.root / ".parkfacts"


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All that hands wrote, loaded and compiled."""

    registry: Registry
    finder: ParkFinder
    extractor: Extractor


@dataclass(frozen=True, slots=True)
class Found:
    """What all pages yield."""

    pages: tuple[Page, ...]
    extractions: tuple[Extraction, ...]
    parks: dict[str, Park]
    files: tuple[ParkFile, ...]


@dataclass(frozen=True, slots=True)
class BuildResult:
    """What a build did, in a line, and what it met."""

    summary: str
    problems: tuple[Problem, ...]


class ContentError(Exception):
    """Hand-written files are wrong, so that there is nothing to work with."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(f"{len(problems)} problems in hand-written files")
        self.problems = problems


def find_project(start: Path) -> Project:
    """The nearest folder upwards from `start` that holds content/registry, else the one that this code lies in.

    FileNotFoundError if there is none.
    """
    for folder in (start.resolve(), *start.resolve().parents, Path(__file__).resolve().parent.parent):
        if (folder / "content" / "registry").is_dir():
            return Project(folder)
    raise FileNotFoundError(f"no folder content/registry in {start} or above it")


# --- what hands wrote -------------------------------------------------------------------------------------------------------------


def _texts(project: Project, folder: str, pattern: str = "*.yaml") -> tuple[tuple[str, str], ...]:
    """(path, text) of the files below a folder of content/, sorted; what is not UTF-8 is shown with replacement signs."""
    paths = sorted((project.content / folder).rglob(pattern))
    return tuple((path.relative_to(project.root).as_posix(), path.read_text("utf-8", errors="replace")) for path in paths)


def load_knowledge(project: Project) -> Knowledge:
    """The registry and what is compiled from it; ContentError with every problem of every registry file."""
    loaded = build_registry(_texts(project, "registry"))
    if loaded.registry is None:
        raise ContentError(loaded.problems)
    finder = ParkFinder(loaded.registry)
    return Knowledge(loaded.registry, finder, build_extractor(loaded.registry, finder))


def _corrections(project: Project, registry: Registry, parks: Iterable[Park] = ()) -> Loaded:
    pages = tuple(path.stem for path in project.seeds)
    return load_corrections(_texts(project, "corrections"), registry, parks=parks, pages=pages)


def check_content(project: Project) -> tuple[Problem, ...]:
    """Every problem of every hand-written file, errors and warnings."""
    try:
        knowledge = load_knowledge(project)
    except ContentError as error:
        return error.problems + load_corrections(_texts(project, "corrections"), None).problems
    _, corrected = find_and_correct(project, knowledge, 1, silent)
    return corrected.problems


def problems_as(problems: tuple[Problem, ...], form: str) -> str:
    """Problems as text, GitHub annotations or JSON; on GitHub what is too much for annotations goes to the job's summary."""
    report = format_problems(problems, form)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if summary and report.summary:
        with Path(summary).open("a", encoding="utf-8") as file:
            file.write(report.summary)
    return report.output


# --- pages to sheets --------------------------------------------------------------------------------------------------------------


def silent(_step: str, _done: int, _total: int) -> None:
    """Report nothing."""


def read_one(path: Path, knowledge: Knowledge) -> tuple[Page | None, tuple[Problem, ...]]:
    try:
        raw = path.read_bytes()
    except OSError as error:
        return None, (Problem(f"seeds/{path.name}", 0, 0, Severity.WARNING, "unreadable-page", f"cannot be read: {error.strerror}."),)
    return read_page(path.name, raw, knowledge.registry, knowledge.finder)


_worker_knowledge: list[Knowledge] = []


def _prepare_worker(root: Path) -> None:
    _worker_knowledge.append(load_knowledge(Project(root)))


def _read_in_worker(path: Path) -> tuple[Page | None, tuple[Problem, ...]]:
    return read_one(path, _worker_knowledge[0])


def _extract_in_worker(page: Page) -> Extraction:
    return extract_page(page, _worker_knowledge[0].extractor)


def _read_pages(project: Project, knowledge: Knowledge, jobs: int, report: Report) -> tuple[tuple[Page, ...], tuple[Problem, ...]]:
    paths = project.seeds
    pages, problems = [], []
    for done, (page, met) in enumerate(_each(_read_in_worker, partial(read_one, knowledge=knowledge), paths, project, jobs), 1):
        report("Pages read", done, len(paths))
        problems.extend(met)
        pages.extend([page] if page else [])
    return tuple(pages), tuple(problems)


def _each(in_worker: Callable, here: Callable, things: Iterable, project: Project, jobs: int) -> Iterator:  # type: ignore[type-arg]
    """`here` of each thing in order; with several jobs, `in_worker` of each in as many processes."""
    if jobs == 1:
        yield from map(here, things)
        return
    with ProcessPoolExecutor(jobs, initializer=_prepare_worker, initargs=(project.root,)) as pool:
        yield from pool.map(in_worker, things)


@dataclass(frozen=True, slots=True)
class Corrected:
    """The sheets as published and every problem met on the way."""

    sheets: tuple[ParkSheet, ...]
    problems: tuple[Problem, ...]


def find_and_correct(project: Project, knowledge: Knowledge, jobs: int, report: Report) -> tuple[Found, Corrected]:
    """Seeds to sheets, everything in memory."""
    registry = knowledge.registry
    pages, problems = _read_pages(project, knowledge, jobs, report)
    reading = _corrections(project, registry).reading
    amended = [apply_reading(page, reading) for page in pages]
    pages = tuple(page for page, _ in amended)
    problems += tuple(problem for _, met in amended for problem in met) + find_unused(reading, pages)
    extractions = _extract_all(project, knowledge, pages, jobs, report)
    parks = known_parks(registry, extractions)
    files = assemble_parks(pages, extractions, parks, registry)
    found = Found(pages, extractions, parks, files)
    corrected = _correct(project, registry, found)
    problems += tuple(problem for extraction in extractions for problem in extraction.problems) + corrected.problems
    return found, Corrected(corrected.sheets, tuple(sorted(set(problems))))


def _extract_all(project: Project, knowledge: Knowledge, pages: tuple[Page, ...], jobs: int, report: Report) -> tuple[Extraction, ...]:
    extractions = []
    here = partial(extract_page, extractor=knowledge.extractor)
    for done, extraction in enumerate(_each(_extract_in_worker, here, pages, project, jobs), 1):
        report("Pages extracted", done, len(pages))
        extractions.append(extraction)
    return tuple(extractions)


def _correct(project: Project, registry: Registry, found: Found) -> Corrected:
    """Corrections laid over the park files; series and conflicts are then those of what is published."""
    loaded = _corrections(project, registry, found.parks.values())
    unplaced = tuple(claim for extraction in found.extractions for claim in extraction.claims if claim.park is None)
    former = tuple(claim for file in _committed_files(project) for fact in file.facts for claim in (fact.claim, *fact.also))
    sheets, problems = correct(found.files, loaded.sheets, registry, unplaced=unplaced, former=former, pages=found.pages)
    dates = page_dates(found.pages)
    related = tuple(_relate(sheet, registry, dates) for sheet in sheets)
    clashes = tuple(problem for sheet in related for problem in conflict_problems(sheet.conflicts, _facts(sheet)))
    return Corrected(related, loaded.problems + problems + clashes)


def _committed_files(project: Project) -> tuple[ParkFile, ...]:
    return parse_files(_texts(project, "facts"))


def _facts(sheet: ParkSheet) -> tuple[Fact, ...]:
    return tuple(one.fact for one in sheet.facts)


def _relate(sheet: ParkSheet, registry: Registry, dates: dict[str, str]) -> ParkSheet:
    facts = _facts(sheet)
    dates = {fact.claim.evidence.page: "" for fact in facts} | dates
    conflicts = find_conflicts(facts, registry, dates, settled_facts(sheet))
    return replace(sheet, series=build_series(facts, registry, dates), conflicts=conflicts)


# --- commands ---------------------------------------------------------------------------------------------------------------------


@contextmanager
def _lock(project: Project) -> Iterator[None]:
    """Only one build at a time; a second one waits for the first."""
    project.state.mkdir(exist_ok=True)
    with (project.state / "lock").open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def build(project: Project, jobs: int, report: Report) -> BuildResult:
    """Everything, from the pages to site/public/. With an error among the problems, content and site stay as they were."""
    with _lock(project):
        try:
            knowledge = load_knowledge(project)
        except ContentError as error:
            return BuildResult("Nothing built: the registry has errors.", error.problems)
        found, corrected = find_and_correct(project, knowledge, jobs, report)
        problems = corrected.problems + find_unproved(corrected.sheets, found.pages)
        if _has_errors(problems):
            return BuildResult("Nothing built: hand-written files have errors.", problems)
        written = _machine_files(knowledge.registry, found)
        changed = [path for folder, files in written.items() for path in write_tree(project.content / folder, files)]
        site_problems, site_summary = _publish(project, knowledge, found, corrected, report)
        summary = f"{len(found.pages)} pages, {len(corrected.sheets)} sheets, {len(changed)} files of content changed. {site_summary}"
        return BuildResult(summary, problems + site_problems)


def _has_errors(problems: Iterable[Problem]) -> bool:
    return any(problem.severity is Severity.ERROR for problem in problems)


def _machine_files(registry: Registry, found: Found) -> dict[str, tuple[SiteFile, ...]]:
    return machine_files(registry, found.pages, found.extractions, found.parks, found.files)


def _publish(project: Project, knowledge: Knowledge, found: Found, corrected: Corrected, report: Report) -> tuple[tuple[Problem, ...], str]:
    root = project.root
    report("Site rendered", 0, 1)
    templates = tuple(Template(file.path, file.content.decode()) for file in read_tree(root / "templates"))
    wording = load_wording((project.content / "registry" / "wording.yaml").read_text("utf-8"))
    prose = tuple(Prose(Path(path).stem, text) for path, text in _texts(project, "pages", "*.md"))
    stubs = tuple((one.fact.id, correction_stub(one.fact, sheet.park.id)) for sheet in corrected.sheets for one in sheet.facts)
    content = SiteContent(corrected.sheets, found.pages, found.extractions, _measured(project, knowledge), prose, stubs)
    site = render_site(content, templates, wording, knowledge.registry, read_options(root / "site" / "mkdocs.yml"))
    report("Site rendered", 1, 1)
    if _has_errors(site.problems):
        return site.problems, "The site stays as it was."
    report("Site published", 0, 1)
    published = publish(site.files, site.search, corrected.sheets, found.pages, root, project.state)
    report("Site published", 1, 1)
    word = "built" if published.built else "unchanged"
    return site.problems + published.problems, f"Site {word}: {published.pages} pages in site/public/."


def check_build(project: Project, jobs: int, report: Report) -> BuildResult:
    """What a build would write, compared with what is committed; nothing is written."""
    try:
        knowledge = load_knowledge(project)
    except ContentError as error:
        return BuildResult("Not checked: the registry has errors.", error.problems)
    found, corrected = find_and_correct(project, knowledge, jobs, report)
    problems = corrected.problems + find_unproved(corrected.sheets, found.pages)
    stale = [
        problem
        for folder, files in _machine_files(knowledge.registry, found).items()
        for problem in find_stale(f"content/{folder}", files, read_tree(project.content / folder))
    ]
    return BuildResult(f"{len(stale)} machine-made files are stale.", (*problems, *stale))


def measure(project: Project, knowledge: Knowledge, folder: Path, only: tuple[str, ...] = ()) -> Figures:
    """Figures of the annotated pages of a folder, whose texts lie beside them or in seeds/."""
    paths = [path for path in sorted(folder.glob("*.yaml")) if not only or path.stem in only]
    reads = [read for path in paths for read in _gold_read(project, knowledge, path)]
    parks = known_parks(knowledge.registry, (read.extraction for read in reads))
    official = {bare(name): bare(park.official) for park in knowledge.registry.parks for name in (park.name, park.official, *park.aliases)}
    return evaluate(reads, lambda park: parks[park].name, lambda name: official.get(bare(name), bare(name)))


def _gold_read(project: Project, knowledge: Knowledge, path: Path) -> Iterator[Read]:
    text = path.read_text("utf-8")
    seed = seed_of(text)
    source = next((place for place in (path.parent / seed, project.root / "seeds" / seed) if place.exists()), None)
    page = read_one(source, knowledge)[0] if source else None
    if source and page:
        yield Read(parse_gold(text, source.read_text("utf-8")), page, extract_page(page, knowledge.extractor))


def _measured(project: Project, knowledge: Knowledge) -> tuple[Measured, ...]:
    """What the quality page says of our accuracy: the yardstick on all annotated pages that lie with the project."""
    folder = project.root / "tests" / "gold"
    if not any(folder.glob("*.yaml")):
        return ()
    figures = measure(project, knowledge, folder)
    shares = {
        "found_recall": figures.found.recall,
        "found_precision": figures.found.precision,
        "usable_precision": figures.usable.precision,
        "usable_recall": figures.usable.recall,
    }
    return tuple(Measured(name, str(figures.pages), round(Decimal(share), 3)) for name, share in shares.items())


def serve(project: Project, port: int, report: Report, tell: Callable[[str], None]) -> None:
    """Build, serve at localhost, and build again as files change, until interrupted."""

    def rebuild() -> None:
        result = build(project, 1, report)
        tell("\n".join(filter(None, [problems_as(result.problems, "text"), result.summary])))

    rebuild()
    tell(f"Serving at http://127.0.0.1:{port}/ - Ctrl-C ends it.")
    hands = [project.content / name for name in ("registry", "corrections", "pages")]
    watched = [*hands, project.root / "seeds", project.root / "templates", project.root / "site" / "overrides"]
    serve_site(project.root / "site" / "public", [folder for folder in watched if folder.is_dir()], port, rebuild)
