"""From the bytes of a newspaper page to its articles: whole, in order, each with headline, byline and parks."""

from generator.read.describe import describe_page
from generator.read.page import read_page

__all__ = ["describe_page", "read_page"]
