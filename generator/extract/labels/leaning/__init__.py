"""What a label says too little of alone, and who or what was told of before: one step, the last of a label, its sources in order.

Whatever rule made the label, a reader prints it alone, where 产值, 办结 or 企业 says nothing: pointers (这些公司, 该产业, 它) are followed,
the topic of the sentence, what was counted before (as many of it again, a paragraph later too), the procedure, the paper, the fund, the
gift, the evaluation and the programme that is spoken of lend their names.
"""

from dataclasses import replace

from generator.extract.labels.leaning.counted import (
    again_done,
    at_peaks,
    class_of,
    deed_done,
    done_to_fronted,
    each_of,
    effect_of,
    next_done,
    part_of_field,
)
from generator.extract.labels.leaning.documents import of_document
from generator.extract.labels.leaning.evaluated import evaluated_label, find_evaluations, with_evaluation
from generator.extract.labels.leaning.industries import firms_of_industry
from generator.extract.labels.leaning.initiatives import with_initiative
from generator.extract.labels.leaning.introduced import introduced_of
from generator.extract.labels.leaning.its import with_thing_meant
from generator.extract.labels.leaning.payments import with_payment
from generator.extract.labels.leaning.peers import with_peers
from generator.extract.labels.leaning.pointers import in_context
from generator.extract.labels.leaning.procedures import of_procedure
from generator.extract.labels.leaning.programmes import find_programmes, with_programme
from generator.extract.labels.leaning.purposes import with_purpose
from generator.extract.labels.leaning.same_count import counts_of, with_same_count
from generator.extract.labels.leaning.summed_up import with_summed_up
from generator.extract.labels.leaning.themes import measure_of, sold_of, stage_of
from generator.extract.labels.leaning.topics import with_topic
from generator.extract.labels.parts import split_turn
from generator.extract.labels.scene import LabelChoice, Scene
from generator.model.claim import Kind

_SETTLED = frozenset({"streak", "scale", "unnamed", "attribute-of-owner", "compared", "grant", "granted-part"})
SOURCES = (
    of_procedure,
    of_document,
    effect_of,
    deed_done,
    again_done,
    at_peaks,
    next_done,
    each_of,
    class_of,
    part_of_field,
    firms_of_industry,
    introduced_of,
    measure_of,
    stage_of,
    sold_of,
    done_to_fronted,
)


def leaned(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label as a reader understands it alone, or the label itself where it says enough or nothing before lends it anything."""
    for step in _STEPS:
        choice = step(scene, choice)
    return choice


def _with_theme(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with what the first source gives that has something."""
    core, end = split_turn(choice.text)
    nameless = scene.words.forms.of_fund.fullmatch(core)
    if (choice.rule.partition("+")[0] in _SETTLED and not nameless) or scene.quantity.kind is Kind.RANK:
        return choice
    fuller = next((text for source in SOURCES if (text := source(scene, core))), "")
    return replace(choice, text=fuller + end, noun=fuller, rule=f"{choice.rule}+about") if fuller else choice


_STEPS = (
    with_evaluation,
    with_summed_up,
    with_peers,
    with_same_count,
    with_thing_meant,
    in_context,
    with_topic,
    with_initiative,
    _with_theme,
    with_purpose,
    with_programme,
    with_payment,
)

__all__ = ["SOURCES", "counts_of", "evaluated_label", "find_evaluations", "find_programmes", "leaned"]
