"""The command line: thin. What a command does is in pipeline.py; here are its words, its exit code and its progress bar.

Exit codes: 0 good, 1 problems in the content, 2 wrong usage.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from generator import pipeline, questions
from generator.model.problem import Problem, Severity

_PAGES = click.argument("pages", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))


class _Command(click.Command):
    """A command whose help ends with an example, its line breaks kept."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        if self.epilog:
            with formatter.section("Example"):
                formatter.write_text(self.epilog)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.option(
    "--root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="The project's folder. Without it: the nearest folder upwards that holds content/registry.",
)
@click.version_option(package_name="parkfacts", prog_name="parkfacts")
@click.pass_context
def main(context: click.Context, root: Path | None) -> None:
    """Read newspaper pages about development parks and publish one fact sheet per park."""
    context.obj = root


def _project(context: click.Context) -> pipeline.Project:
    root: Path | None = context.find_root().obj
    try:
        return pipeline.find_project(root or Path.cwd())
    except FileNotFoundError as error:
        raise click.UsageError(str(error)) from error


def _report(problems: tuple[Problem, ...], form: str = "text") -> None:
    """Print problems on standard error as text, or on standard output for machines."""
    text = pipeline.problems_as(problems, form)
    if text:
        click.echo(text, err=form == "text")


def _finish(problems: tuple[Problem, ...]) -> None:
    sys.exit(1 if any(problem.severity is Severity.ERROR for problem in problems) else 0)


@contextmanager
def _progress() -> Iterator[pipeline.Report]:
    """A bar per step on a terminal; one plain line per step elsewhere."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _plain_progress
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console) as bars:
        tasks: dict[str, TaskID] = {}

        def show(step: str, done: int, total: int) -> None:
            if step not in tasks:
                tasks[step] = bars.add_task(step, total=total)
            bars.update(tasks[step], completed=done, total=total)

        yield show


def _plain_progress(step: str, done: int, total: int) -> None:
    if done == total:
        click.echo(f"{step}: {done}/{total}", err=True)


@main.command(cls=_Command, epilog="parkfacts build --check")
@click.option("--check", is_flag=True, help="Write nothing; fail if committed machine-made files are stale.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, show_default=True, help="Pages read side by side.")
@click.pass_context
def build(context: click.Context, *, check: bool, jobs: int) -> None:
    """Do everything: pages, articles, facts, sheets, Markdown, site/public/. Only what changed is redone."""
    project = _project(context)
    with _progress() as report:
        result = pipeline.check_build(project, jobs, report) if check else pipeline.build(project, jobs, report)
    _report(result.problems)
    click.echo(result.summary)
    _finish(result.problems)


@main.command(cls=_Command, epilog="parkfacts extract seeds/000_e891b1fc1ad458f4.txt --json")
@_PAGES
@click.option("--json", "as_json", is_flag=True, help="Articles, facts, parks and ledger as JSON on standard output.")
@click.pass_context
def extract(context: click.Context, pages: tuple[Path, ...], *, as_json: bool) -> None:
    """Show what is read and found on PAGES, before any correction."""
    text, problems = questions.extract_pages(_project(context), pages, as_json=as_json)
    click.echo(text)
    _report(problems)
    _finish(problems)


@main.command(cls=_Command, epilog="parkfacts read seeds/001_8d50f6d304642107.txt")
@_PAGES
@click.pass_context
def read(context: click.Context, pages: tuple[Path, ...]) -> None:
    """Show how PAGES were read: headline, byline, parks, paragraphs, captions, repairs."""
    text, problems = questions.describe_pages(_project(context), pages)
    click.echo(text)
    _report(problems)
    _finish(problems)


@main.command(cls=_Command, epilog="parkfacts check --format github")
@click.option("--format", "form", type=click.Choice(["text", "github", "json"]), default="text", show_default=True)
@click.pass_context
def check(context: click.Context, form: str) -> None:
    """Check every file that hands write: registry, corrections, pages."""
    problems = pipeline.check_content(_project(context))
    _report(problems, form)
    if form == "text" and not problems:
        click.echo("All hand-written files are in order.")
    _finish(problems)


@main.command(cls=_Command, epilog="parkfacts correct 3k2m9qxa7d --write")
@click.argument("name", metavar="ID")
@click.option("--write", is_flag=True, help="Append the correction to its file instead of printing it.")
@click.pass_context
def correct(context: click.Context, name: str, *, write: bool) -> None:
    """Print a correction ready to fill in of the fact, the article or the page whose id is ID."""
    _tell(questions.draft_correction(_project(context), name, write=write))


@main.command(cls=_Command, epilog="parkfacts explain 3k2m9qxa7d")
@click.argument("fact")
@click.pass_context
def explain(context: click.Context, fact: str) -> None:
    """Show FACT's sentence, the rule and words behind each field, and the corrections that touch it."""
    _tell(questions.explain_fact(_project(context), fact))


def _tell(answer: tuple[str, tuple[Problem, ...]]) -> None:
    text, problems = answer
    if text:
        click.echo(text)
    _report(problems)
    _finish(problems)


@main.command(cls=_Command, epilog="parkfacts diff HEAD~1 --format markdown")
@click.argument("revision", default="HEAD")
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.pass_context
def diff(context: click.Context, revision: str, form: str) -> None:
    """Show facts added, gone and changed against a git REVISION, by cause."""
    try:
        _tell(questions.diff_facts_since(_project(context), revision, form))
    except questions.UnknownRevisionError as error:
        raise click.UsageError(str(error)) from error


@main.command(cls=_Command, epilog="parkfacts evaluate tests/gold --misses")
@click.argument("gold", type=click.Path(exists=True, file_okay=False, path_type=Path))
@click.option("--misses", is_flag=True, help="List every miss, sorted by cause.")
@click.option("--changes", is_flag=True, help="What was gained and lost since the last evaluation of the same pages.")
@click.option("--only", multiple=True, metavar="PAGE", help="Only these annotated pages (000, x1); may be repeated.")
@click.pass_context
def evaluate(context: click.Context, gold: Path, only: tuple[str, ...], *, misses: bool, changes: bool) -> None:
    """Measure reading and extraction against the annotated pages in the folder GOLD."""
    try:
        click.echo(questions.evaluate_gold(_project(context), gold, only, misses=misses, changes=changes))
    except ValueError as error:
        raise click.UsageError(str(error)) from error


@main.command(cls=_Command, epilog="parkfacts serve --port 8000")
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True)
@click.pass_context
def serve(context: click.Context, port: int) -> None:
    """Serve the site at localhost and build again as files change. Ends with Ctrl-C."""
    project = _project(context)
    with _progress() as report:
        pipeline.serve(project, port, report, tell=click.echo)
