"""What the search for subjects works with: a piece of text and what is known of it, subjects, and the memory of what was named."""

import re
from dataclasses import dataclass, replace

from generator.extract.tokens import Mention, MentionKind, Sentence
from generator.model.claim import Level

RESIDENTS = frozenset({MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT})
# How parks end that are no part of another.
OWN_FORM = re.compile(r"(?:高新区|经开区|开发区|自贸片区|自贸区|高新技术产业开发区|经济技术开发区|新区)(?:（[^）]*）|\([^)]*\))?$")
_REMEMBERED = 24
_DISTRICT = re.compile(r"(?![而但在由与和同])[一-龥]{2,3}(?<!高新)(?<!经开)(?<!开发)(?<!园)(?<!片)(?<!新)区$")


@dataclass(frozen=True, slots=True)
class Subject:
    """Whose: `name` as a reader would print it, `park` the sheet's id or None; `sure` is false where several could be meant."""

    name: str
    park: str | None
    level: Level
    rule: str
    words: str
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Home:
    """The park that an article is about: id (None if it is about none) and name; `registered` are the ids of the registry's parks."""

    park: str | None
    name: str
    registered: frozenset[str]


@dataclass(frozen=True, slots=True)
class Piece:
    """One text of an article with its sentences and mentions, and the park that the article is about."""

    text: str
    sentences: tuple[Sentence, ...]
    mentions: tuple[Mention, ...]
    home: Home

    def within(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The mentions that begin in a sentence."""
        return tuple(mention for mention in self.mentions if sentence.start <= mention.start < sentence.end)


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention that is the subject of its clause; `peers` are all subjects of a list (甲区、乙区分别), its own the first, else empty."""

    start: int
    end: int
    subject: Subject
    peers: tuple[Subject, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A company, institution or project that the text has named, subject of a clause or not."""

    kind: MentionKind
    subject: Subject


@dataclass(frozen=True, slots=True)
class Topic:
    """The subject that goes on, the last resident that was one, all that were named (the last at the end), and for whom people speak."""

    current: Subject
    resident: Subject | None = None
    named: tuple[Named, ...] = ()
    people: tuple[tuple[str, Subject], ...] = ()

    def speaks_for(self, person: str) -> Subject | None:
        """The house of a person who was introduced before."""
        return next((subject for name, subject in reversed(self.people) if name == person), None)


@dataclass(frozen=True, slots=True)
class Found:
    """One subject per quantity, the actors of the piece, and the topic for the next piece."""

    subjects: tuple[Subject, ...]
    actors: tuple[Actor, ...]
    topic: Topic


def find_district(text: str, sentence: Sentence, mention: Mention) -> re.Match[str] | None:
    """铁西区 of 铁西区|全区: a city's district, not the park; None before every other word."""
    return _DISTRICT.search(text, sentence.start, mention.start) if mention.text == "全区" else None


def home_subject(home: Home, rule: str = "article", words: str = "") -> Subject:
    """The article's park as a subject; outside if the article is about none."""
    return Subject(home.name, home.park, Level.PARK if home.park else Level.OUTSIDE, rule, words or home.name)


def start_topic(home: Home, before: Topic | None = None) -> Topic:
    """The topic at the start of a piece of text: the article's own park; residents and people of the pieces `before` are remembered."""
    return replace(before, current=home_subject(home)) if before else Topic(home_subject(home))


def follow(topic: Topic, subject: Subject, home: Home) -> Topic:
    """A park or a resident goes on; after a place, a comparison or another park the article's park does."""
    if subject.level is Level.RESIDENT:
        return replace(topic, current=subject, resident=subject)
    if subject.level is Level.PARK and subject.park == home.park:
        return replace(topic, current=subject)
    return replace(topic, current=home_subject(home))


def remember(topic: Topic, kind: MentionKind, subject: Subject) -> Topic:
    """The topic with one more resident named."""
    return Topic(topic.current, topic.resident, (*topic.named[-_REMEMBERED:], Named(kind, subject)), topic.people)


def mention_of(found: re.Match[str], kind: MentionKind) -> Mention:
    """What a pattern's group `name` holds, as a mention by that name; of no park."""
    return Mention(*found.span("name"), found["name"], kind, found["name"], None)
