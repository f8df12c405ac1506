"""The quality yardstick: what was read and found on annotated pages, against what a careful editor reads there.

A room beside the others: it takes pages and extractions and gold files, returns figures and misses, and knows no other room. The
definitions are those of the annotation guide: a fact is found if a claim's quote overlaps it in the same article with the same
quantity; usable if park, label, unit, kind, period and status are right too; strict if qualifier and level are as well. A claim
held back for review counts as found, and is not among the published ones that usable and strict measure.
"""

from generator.evaluate.figures import Figures, Miss, evaluate
from generator.evaluate.gold import GoldPage, parse_gold

__all__ = ["Figures", "GoldPage", "Miss", "evaluate", "parse_gold"]
