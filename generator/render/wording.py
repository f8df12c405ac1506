"""Every word of the interface, as data: content/registry/wording.yaml.

No template and no view holds a word of its own, so that another edition of the site is another file of wording.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from string import Formatter
from types import SimpleNamespace

import yaml


@dataclass(frozen=True, slots=True)
class Wording:
    """Words by dotted key (`sheet.sources`), in the file's order. `tree` is the same for templates, by attributes."""

    words: Mapping[str, str]
    tree: SimpleNamespace

    def __call__(self, key: str, **fields: object) -> str:
        """The words of `key` with its `{fields}` filled in; KeyError with the key if there is none, or if a field is missing.

        >>> load_wording("period: {year: '{year}年'}")("period.year", year=2025)
        '2025年'
        """
        return self.words[key].format(**fields) if fields else self.words[key]

    def group(self, key: str) -> Mapping[str, str]:
        """All words under `key`, by what follows it (`status` → actual, planned, forecast); KeyError if there are none."""
        found = {name[len(key) + 1 :]: words for name, words in self.words.items() if name.startswith(f"{key}.")}
        if not found:
            raise KeyError(key)
        return found


def load_wording(text: str) -> Wording:
    """Read wording.yaml; ValueError where a leaf is not text or its braces do not close.

    >>> load_wording("a: {b: 3}")
    Traceback (most recent call last):
    ValueError: wording a.b must be text, is int
    """
    tree = yaml.load(text, Loader=yaml.CSafeLoader)
    if not isinstance(tree, dict):
        raise ValueError("wording must be a mapping")
    words: dict[str, str] = {}
    _flatten(tree, "", words)
    return Wording(words, _namespace(tree))


def _namespace(tree: Mapping[str, object]) -> SimpleNamespace:
    """Not a mapping: `copy` or `items` of a mapping would be its method, not our words."""
    return SimpleNamespace(**{key: _namespace(value) if isinstance(value, Mapping) else value for key, value in tree.items()})


def _flatten(tree: Mapping[str, object], prefix: str, words: dict[str, str]) -> None:
    for name, value in tree.items():
        key = f"{prefix}{name}"
        if isinstance(value, Mapping):
            _flatten(value, f"{key}.", words)
        elif isinstance(value, str):
            tuple(Formatter().parse(value))
            words[key] = value
        else:
            raise ValueError(f"wording {key} must be text, is {type(value).__name__}")
