"""One awful registry: every file of it is wrong, and the exact list of what is said stands beside it."""

from pathlib import Path

from generator.registry.load import FOLDER, build_registry

AWFUL = Path(__file__).parent / "awful" / "registry"
EXPECTED = Path(__file__).parent / "awful" / "registry.problems.txt"


def _texts() -> list[tuple[str, str]]:
    return [(FOLDER + path.relative_to(AWFUL).as_posix(), path.read_text("utf-8")) for path in sorted(AWFUL.rglob("*.yaml"))]


def test_the_awful_registry_has_exactly_these_problems() -> None:
    loaded = build_registry(_texts())
    assert loaded.registry is None
    assert [problem.text() for problem in loaded.problems] == EXPECTED.read_text("utf-8").splitlines()


def test_the_order_of_files_does_not_matter() -> None:
    assert build_registry(reversed(_texts())) == build_registry(_texts())


def test_it_has_more_than_thirty_mistakes_and_most_kinds_of_them() -> None:
    lines = EXPECTED.read_text("utf-8").splitlines()
    codes = {line.split(": ")[1] for line in lines}
    assert len(lines) > 30
    assert codes >= {
        "alias", "anchor", "bad-value", "duplicate-key", "missing-key", "not-yaml", "tab", "tag", "too-short", "two-owners",
        "unknown-file", "unknown-key", "unknown-word", "wrong-type",
    }  # fmt: skip
