"""What people ask on the command line: what is read, what is found, why, and what has changed. Nothing here is part of a build."""

import json
import subprocess
from collections.abc import Iterable
from pathlib import Path

from generator import pipeline
from generator.assemble.parks import known_parks
from generator.correct.apply import correct
from generator.correct.diff import Causes, diff_facts
from generator.correct.diff_text import render_diff
from generator.correct.load import load_corrections
from generator.correct.stub import append_stub, article_stub, correction_stub, page_stub
from generator.evaluate.report import changes_text, figures_text
from generator.extract.answer import build_answer
from generator.extract.explain import explain_claim
from generator.extract.page import extract_page
from generator.machine_files import parse_files
from generator.model.claim import Claim
from generator.model.problem import Problem, Severity
from generator.model.sheet import Fact
from generator.pipeline import ContentError, Corrected, Found, Project
from generator.publish.tree import write_bytes
from generator.read import describe_page


class UnknownRevisionError(Exception):
    """Git knows no such revision."""

    def __init__(self, revision: str) -> None:
        super().__init__(f'git knows no revision "{revision}" with fact files')


def extract_pages(project: Project, paths: Iterable[Path], *, as_json: bool) -> tuple[str, tuple[Problem, ...]]:
    """What those pages yield before corrections, as JSON or for people."""
    try:
        knowledge = pipeline.load_knowledge(project)
    except ContentError as error:
        return "", error.problems
    reads = [pipeline.read_one(path, knowledge) for path in paths]
    pages = tuple(page for page, _ in reads if page)
    extractions = tuple(extract_page(page, knowledge.extractor) for page in pages)
    problems = tuple(problem for _, met in reads for problem in met)
    if not as_json:
        lines = (f"{claim.id}  {_claim_line(claim)}" for extraction in extractions for claim in extraction.claims)
        return "\n".join(lines), problems
    answer = build_answer(pages, extractions, known_parks(knowledge.registry, extractions))
    return json.dumps(answer, ensure_ascii=False, indent=1), problems


def _claim_line(claim: Claim) -> str:
    held = f"  ?? {claim.review}" if claim.review else ""
    number = f"{claim.qualifier} {claim.value.text()} {claim.unit}"
    return f"{claim.subject}: {claim.label} = {number}, {claim.period}, {claim.kind}, {claim.status}  「{claim.evidence.quote}」{held}"


def describe_pages(project: Project, paths: Iterable[Path]) -> tuple[str, tuple[Problem, ...]]:
    """How those pages were read, for people."""
    try:
        knowledge = pipeline.load_knowledge(project)
    except ContentError as error:
        return "", error.problems
    reads = [pipeline.read_one(path, knowledge) for path in paths]
    return "\n".join(describe_page(page) for page, _ in reads if page), tuple(problem for _, met in reads for problem in met)


def _find_fact(project: Project, fact_id: str) -> tuple[Found, Corrected, Fact | None, str, tuple[Problem, ...]]:
    found, corrected = pipeline.find_and_correct(project, pipeline.load_knowledge(project), 1, pipeline.silent)
    for file in found.files:
        for fact in file.facts:
            if fact_id in {claim.id for claim in (fact.claim, *fact.also)}:
                return found, corrected, fact, file.park.id, ()
    problem = Problem("content/facts", 0, 0, Severity.ERROR, "unknown-fact", f'there is no fact "{fact_id}" on any sheet.')
    return found, corrected, None, "", (problem,)


def draft_correction(project: Project, name: str, *, write: bool) -> tuple[str, tuple[Problem, ...]]:
    """A correction of that fact, article or page ready to fill in; `write` appends it to its file, whose every byte stays."""
    try:
        stub = _draft_of_reading(project, name)
        file = "articles"
        if not stub:
            _, _, fact, file, problems = _find_fact(project, name)
            if fact is None:
                return "", problems
            stub = correction_stub(fact, file)
    except ContentError as error:
        return "", error.problems
    if not write:
        return stub, ()
    path = project.content / "corrections" / f"{file}.yaml"
    before = path.read_text("utf-8") if path.exists() else ""
    schema = "articles" if file == "articles" else "corrections"
    write_bytes(path, append_stub(before, stub, schema).encode())
    return f"Written to {path.relative_to(project.root).as_posix()}; fill in `set` and `because`.", ()


def _draft_of_reading(project: Project, name: str) -> str:
    """A correction of how the page or article of that id was read, as the machine reads it; empty if no page has the id."""
    path = next((path for path in project.seeds if name == path.stem or name.startswith(f"{path.stem}-")), None)
    page = pipeline.read_one(path, pipeline.load_knowledge(project))[0] if path else None
    if page is None or name == page.id:
        return page_stub(page) if page else ""
    return next((article_stub(article) for article in page.articles if article.id == name), "")


def explain_fact(project: Project, fact_id: str) -> tuple[str, tuple[Problem, ...]]:
    """A fact's sentence, the rule and words behind each of its fields, and the corrections that touch it."""
    try:
        _, corrected, fact, park, problems = _find_fact(project, fact_id)
    except ContentError as error:
        return "", error.problems
    if fact is None:
        return "", problems
    lines = [explain_claim(claim) for claim in (fact.claim, *fact.also)]
    for sheet in corrected.sheets:
        for one in sheet.facts:
            if one.fact.id == fact.id:
                lines += [f"Corrected: {change.field} {change.machine} -> {change.human} ({change.because})" for change in one.changes]
        lines += [f"Taken off the sheet: {one.because}" for one in sheet.dropped if one.fact.id == fact.id]
    return "\n".join([*lines, f"Correct it in content/corrections/{park}.yaml"]), ()


def diff_facts_since(project: Project, revision: str, form: str) -> tuple[str, tuple[Problem, ...]]:
    """Facts added, gone and changed between a git revision and now, by cause. UnknownRevisionError if git has none such."""
    before = parse_files(_texts_at(project, revision, "content/facts"))
    try:
        knowledge = pipeline.load_knowledge(project)
        found, corrected = pipeline.find_and_correct(project, knowledge, 1, pipeline.silent)
    except ContentError as error:
        return "", error.problems
    parks = (*found.parks.values(), *(file.park for file in before))
    corrections = load_corrections(_texts_at(project, revision, "content/corrections"), knowledge.registry, parks=parks)
    sheets, _ = correct(before, corrections.sheets, knowledge.registry, parks=parks)
    diff = diff_facts(before, found.files, _causes(project, revision), sheets_before=sheets, sheets_after=corrected.sheets)
    return render_diff(diff, form), ()


def _git(project: Project, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=project.root, capture_output=True, check=False)  # noqa: S603, S607  # the user's own git
    if done.returncode:
        raise UnknownRevisionError(words[-1])
    return done.stdout.decode("utf-8", errors="replace")


def _texts_at(project: Project, revision: str, folder: str) -> tuple[tuple[str, str], ...]:
    _git(project, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}")
    paths = _git(project, "ls-tree", "-r", "-z", "--name-only", revision, "--", folder).split("\0")
    return tuple((path, _git(project, "show", f"{revision}:{path}")) for path in paths if path)


def _causes(project: Project, revision: str) -> Causes:
    lines = _git(project, "diff", "--name-status", "--no-renames", "-z", revision, "--").split("\0")
    changes = dict(zip(lines[1::2], lines[0::2], strict=False))

    def names(folder: str, *status: str) -> frozenset[str]:
        return frozenset(Path(path).stem for path, state in changes.items() if path.startswith(folder) and (not status or state in status))

    return Causes(
        new_pages=names("seeds/", "A"),
        gone_pages=names("seeds/", "D"),
        changed_pages=names("seeds/", "M"),
        corrections_changed=names("content/corrections/"),
        registry_changed=bool(names("content/registry/")),
        rules_changed=bool(names("generator/")),
    )


def evaluate_gold(project: Project, folder: Path, only: tuple[str, ...], *, misses: bool, changes: bool) -> str:
    """The yardstick's figures as text; `changes` adds what was gained and lost since the last evaluation of the same pages.

    ValueError if the folder has no annotated page; ContentError if the registry is wrong.
    """
    figures = pipeline.measure(project, pipeline.load_knowledge(project), folder, only)
    text = figures_text(figures, misses=misses)
    memory = project.state / f"misses-{'-'.join(only) or 'all'}.json"
    before = json.loads(memory.read_text("utf-8")) if memory.exists() else None
    now = sorted(f"{miss.cause}: {miss.seed}: {miss.text}" for miss in figures.misses)
    project.state.mkdir(exist_ok=True)
    write_bytes(memory, json.dumps(now, ensure_ascii=False).encode())
    return text if before is None or not changes else f"{text}\n\n{changes_text(tuple(before), tuple(now))}"
