"""When a page appeared, inferred from the dates in its text: there is no date line on most pages."""

import re
from dataclasses import dataclass

from generator.model.article import PageDate, Precision

UNKNOWN = PageDate("", Precision.NONE, inferred=True, how="the text gives no date")
