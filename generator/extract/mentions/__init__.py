"""Whom and what a text names: parks, places, companies, institutions, projects, people, and the words that stand for them."""

from generator.extract.mentions.finder import ArticleMentions, MentionFinder
from generator.extract.mentions.people import Person

__all__ = ["ArticleMentions", "MentionFinder", "Person"]
