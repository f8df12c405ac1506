"""Whose number it is: who stands at the head of the clause, whom the words around point to, or of whom the text spoke last."""

from generator.extract.subjects.finder import SubjectFinder, named_spans
from generator.extract.subjects.model import Actor, Found, Home, Piece, Subject, Topic, start_topic
from generator.extract.subjects.sections import find_sections

__all__ = ["Actor", "Found", "Home", "Piece", "Subject", "SubjectFinder", "Topic", "find_sections", "named_spans", "start_topic"]
