"""The words that tell flows from states and reports from events, compiled once."""

import re
from dataclasses import dataclass

from generator.extract.quantities.lexicon import alternatives
from generator.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class PeriodWords:
    """One expression per list of periods.yaml, and one of the words of giving."""

    reporting: re.Pattern[str]
    founding: re.Pattern[str]
    stock: re.Pattern[str]
    flow: re.Pattern[str]
    strong_flow: re.Pattern[str]
    connectives: re.Pattern[str]
    evaluation: re.Pattern[str]
    meant: re.Pattern[str]
    review: re.Pattern[str]
    headline: re.Pattern[str]
    deeds: re.Pattern[str]
    grant: re.Pattern[str]


def build_period_words(registry: Registry) -> PeriodWords:
    """Compile the lists; KeyError names one that is missing."""

    def group(name: str) -> re.Pattern[str]:
        return re.compile(alternatives(registry.words(f"periods.{name}")))

    return PeriodWords(
        group("reporting"),
        group("founding"),
        group("stock"),
        group("flow"),
        group("strong_flow"),
        group("connectives"),
        group("evaluation"),
        group("meant"),
        group("review"),
        group("headline"),
        re.compile(f"(?:全[区市县]|园区企业|企业|先后|共|还|其中)*{alternatives(registry.words('periods.deeds'))}"),
        re.compile(alternatives(("给予", *registry.words("label_policies.grants")))),
    )
