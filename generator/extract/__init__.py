"""From the articles of a page to claims, names and the ledger of its numerals: `extract_page` with what `build_extractor` compiled."""

from generator.extract.build import build_extractor
from generator.extract.page import Extractor, extract_page

__all__ = ["Extractor", "build_extractor", "extract_page"]
