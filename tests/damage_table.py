"""Prints how much of each kind of damage reading undoes: python -m tests.damage_table [pages]."""

import sys

from tests.damager import DAMAGE, Outcome, damaged_page, judge, load_clean, three_of
from tests.read_pages import read_text

CLEAN = load_clean()


def measure(choices: list[tuple[int, ...]]) -> tuple[float, float, float]:
    """Shares of articles whole and of articles right in all, and of pages with the right number of articles."""
    found: list[Outcome] = []
    counted = 0
    for seed, kinds in enumerate(choices):
        page = damaged_page(CLEAN, [DAMAGE[kind] for kind in kinds], seed)
        read = read_text(page.text)
        found.extend(judge(page, read))
        counted += len(read.articles) == len(page.articles)
    return sum(one.whole for one in found) / len(found), sum(one.right for one in found) / len(found), counted / len(choices)


def rows(pages: int) -> list[tuple[str, list[tuple[int, ...]]]]:
    """Every row of the table: its name and the damage of its pages."""
    alone: list[tuple[str, list[tuple[int, ...]]]] = [(kind.__name__, [(number,)] * pages) for number, kind in enumerate(DAMAGE)]
    return [("none", [()] * pages), *alone, ("three at once", [three_of(len(DAMAGE), seed) for seed in range(4 * pages)])]


def main(pages: int) -> None:
    """Write the table."""
    sys.stdout.write(f"{'damage':<24} {'whole':>6} {'right':>6} {'number':>6}\n")
    for name, choices in rows(pages):
        whole, right, counted = measure(choices)
        sys.stdout.write(f"{name:<24} {whole:6.3f} {right:6.3f} {counted:6.3f}\n")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
