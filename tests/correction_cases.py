"""Cases of corrections from tests/cases/, by label."""

from dataclasses import dataclass
from pathlib import Path

import yaml

CASES = Path(__file__).parent / "cases"
ORIGINS = ("wild", "negative", "synthetic", "known-failure")


@dataclass(frozen=True)
class CorrectionCase:
    """One case: the text of the file, what the result shows, what is told."""

    label: str
    origin: str
    text: str
    sheets: tuple[str, ...]
    problems: tuple[str, ...]


def load_cases(*names: str) -> list[CorrectionCase]:
    """The cases of those files in their order."""
    cases = []
    for name in names:
        for entry in yaml.safe_load((CASES / f"{name}.yaml").read_text("utf-8")):
            assert entry["origin"] in ORIGINS
            cases.append(CorrectionCase(entry["label"], entry["origin"], entry["text"], tuple(entry["sheets"]), tuple(entry["problems"])))
    return cases
