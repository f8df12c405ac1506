"""What a number measures, in the text's own words: an ordered list of rules, the first that knows an answer gives it."""

from generator.extract.labels.classes import class_label
from generator.extract.labels.compared import reference_label
from generator.extract.labels.differences import difference_label
from generator.extract.labels.durations import duration_label
from generator.extract.labels.edges import trim
from generator.extract.labels.fronted import fronted_label
from generator.extract.labels.growth import growth_label
from generator.extract.labels.last_resorts import again_label, any_label, last_label, owner_counted
from generator.extract.labels.leaning import counts_of, evaluated_label, find_evaluations, find_programmes, leaned
from generator.extract.labels.levels import level_label
from generator.extract.labels.lexicon import LabelWords, build_label_words
from generator.extract.labels.listed import listed_label
from generator.extract.labels.members import with_members
from generator.extract.labels.mend import mend
from generator.extract.labels.per import with_each
from generator.extract.labels.policies import POLICY_RULES, policy_label
from generator.extract.labels.ranks import rank_label
from generator.extract.labels.ratios import ratio_label
from generator.extract.labels.returns import return_label
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.shares import share_label
from generator.extract.labels.sized import sized_label
from generator.extract.labels.special import capacity_label, distance_label, scale_label, spent_label
from generator.extract.labels.streaks import streak_label
from generator.extract.labels.topical import sum_label, topical_label
from generator.extract.labels.turns import turn_label
from generator.extract.labels.wholes import whole_label
from generator.extract.passage import Passage

LABEL_RULES = (
    turn_label,
    again_label,
    return_label,
    policy_label,
    class_label,
    sized_label,
    rank_label,
    streak_label,
    difference_label,
    growth_label,
    topical_label,
    reference_label,
    whole_label,
    ratio_label,
    listed_label,
    share_label,
    spent_label,
    duration_label,
    distance_label,
    capacity_label,
    sum_label,
    scale_label,
    owner_counted,
    level_label,
    fronted_label,
    any_label,
    last_label,
    evaluated_label,
)
WHOLE_RULES = frozenset({*POLICY_RULES, "class", "return"})  # whose words are whole, and need nothing from before


def choose_labels(
    passage: Passage, owners: tuple[str, ...], at_home: tuple[bool, ...], words: LabelWords
) -> tuple[LabelChoice | None, ...]:
    """One label per quantity of the passage, in order; None where no words say what is measured.

    `owners` are the names of whose the quantities are, `at_home` says which of these is a park itself.
    """
    chosen: list[LabelChoice | None] = []
    for index in range(len(passage.quantities)):
        scene = Scene(passage, index, words, tuple(chosen), owners, at_home)
        choice = next((choice for rule in LABEL_RULES if (choice := rule(scene)) is not None and choice.text), None)
        chosen.append(_completed(scene, choice) if choice else None)
    return tuple(chosen)


def _completed(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """What a rule proposed as a reader can understand it alone."""
    if choice.rule in WHOLE_RULES:
        return choice
    return leaned(scene, with_each(scene, with_members(scene, mend(scene, trim(scene, choice)))))


__all__ = [
    "LABEL_RULES",
    "LabelChoice",
    "LabelWords",
    "Scene",
    "build_label_words",
    "choose_labels",
    "counts_of",
    "find_evaluations",
    "find_programmes",
]
