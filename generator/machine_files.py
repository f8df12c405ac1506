"""The folders of content/ that the machine writes: what stands in them, read back, and compared with what is committed. Pure; the
pipeline reads and writes them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.correct.schema import articles_schema, corrections_schema
from generator.model.article import Page
from generator.model.claim import Extraction
from generator.model.entities import Park
from generator.model.problem import Problem, Severity
from generator.model.sheet import Fact, ParkFile
from generator.model.site import SiteFile
from generator.registry.registry import Registry
from generator.registry.schema import registry_schemas
from generator.yamlio.dump import dump_yaml
from generator.yamlio.nodes import parse_yaml
from generator.yamlio.records import from_record, to_record


def machine_files(
    registry: Registry, pages: tuple[Page, ...], extractions: tuple[Extraction, ...], parks: Mapping[str, Park], files: tuple[ParkFile, ...]
) -> dict[str, tuple[SiteFile, ...]]:
    """The folders of content/ that the machine writes, each with all its files."""
    head = "# Written by `parkfacts build`; never edit it by hand."
    articles = [_yaml_file(f"{page.id}.yaml", f"{head} Correct the reading in content/corrections/articles.yaml.", page) for page in pages]
    facts = [
        _yaml_file(f"{file.park.id}.yaml", f"{head} Correct it in content/corrections/{file.park.id}.yaml.", _without_reasons(file))
        for file in files
    ]
    ledgers = [
        _yaml_file(f"{one.page}.yaml", f"{head} It says what became of every numeral of the page.", one.ledger) for one in extractions
    ]
    schemas = (
        *registry_schemas(registry),
        ("content/schema/corrections.schema.json", corrections_schema(registry, tuple(parks.values()))),
        ("content/schema/articles.schema.json", articles_schema(registry)),
    )
    schema = [SiteFile(path.removeprefix("content/schema/"), text.encode()) for path, text in schemas]
    return {"articles": tuple(articles), "facts": tuple(facts), "ledger": tuple(ledgers), "schema": tuple(schema)}


def _yaml_file(path: str, head: str, thing: object) -> SiteFile:
    return SiteFile(path, f"{head}\n{dump_yaml(to_record(thing))}".encode())


def _without_reasons(file: ParkFile) -> ParkFile:
    """Why a field has its value is for `parkfacts explain`; in the files it would drown the facts."""

    def bare_fact(fact: Fact) -> Fact:
        return Fact(replace(fact.claim, why=()), tuple(replace(claim, why=()) for claim in fact.also))

    return replace(file, facts=tuple(bare_fact(fact) for fact in file.facts))


def parse_files(texts: Iterable[tuple[str, str]]) -> tuple[ParkFile, ...]:
    """Fact files as they were written; one of another version of the program counts as empty."""
    files = []
    for path, text in texts:
        node = parse_yaml(path, text).node
        try:
            files.extend([from_record(ParkFile, node)] if node else [])
        except ValueError:
            continue  # written by another version: there is nothing to compare with
    return tuple(files)


def find_stale(folder: str, wanted: tuple[SiteFile, ...], committed: tuple[SiteFile, ...]) -> Iterator[Problem]:
    """A problem for each file that is missing, too many, or not what a build of this state writes."""
    due, there = ({file.path: file.content for file in files} for files in (wanted, committed))
    for path in sorted(due.keys() | there.keys()):
        if due.get(path) != there.get(path):
            message = "is not what a build of this state writes."
            yield Problem(f"{folder}/{path}", 0, 0, Severity.ERROR, "stale", message, "Run parkfacts build and commit the result.")
