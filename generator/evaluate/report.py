"""Figures and misses for people, in one screen."""

from collections import Counter

from generator.evaluate.figures import Figures, Rate


def figures_text(figures: Figures, *, misses: bool) -> str:
    """The figures as a small table; then the causes of misses by number, and with `misses` every miss by cause."""
    lines = [
        f"{figures.pages} pages, {figures.articles} articles (read {figures.articles_read}), "
        f"{figures.core} core facts (claims {figures.claims}, held back {figures.held})",
        _row("articles", tuple((name, getattr(figures, name)) for name in ("body", "whole", "headline", "byline", "parks"))),
        *(_row(name, _shares(getattr(figures, name))) for name in ("found", "usable", "strict")),
        _row("lists", figures.lists),
    ]
    causes = Counter(miss.cause for miss in figures.misses)
    lines += ["", *(f"{number:5}  {cause}" for cause, number in sorted(causes.items(), key=lambda item: (-item[1], item[0])))]
    if misses:
        lines += ["", *(f"{miss.cause}: {miss.seed}: {miss.text}" for miss in sorted(figures.misses, key=lambda miss: miss.cause))]
    return "\n".join(lines)


def _shares(rate: Rate) -> tuple[tuple[str, float], ...]:
    return ("recall", rate.recall), ("precision", rate.precision), ("f1", rate.f1)


def _row(name: str, shares: tuple[tuple[str, float], ...]) -> str:
    return f"{name:<10}" + "  ".join(f"{label} {share:.3f}" for label, share in shares)


def changes_text(before: tuple[str, ...], now: tuple[str, ...]) -> str:
    """What a change of the rules gained and lost: misses that are gone, and misses that are new.

    >>> print(changes_text(("label: a", "label: b"), ("label: b", "park: c")))
    gained 1, lost 1
    + label: a
    - park: c
    """
    gained, lost = Counter(before) - Counter(now), Counter(now) - Counter(before)
    lines = [f"gained {gained.total()}, lost {lost.total()}"]
    return "\n".join([*lines, *(f"+ {miss}" for miss in sorted(gained)), *(f"- {miss}" for miss in sorted(lost))])
