"""Subjects chosen in reading order, as a reader does: who the words point to, who heads the clause, who speaks, who was spoken of last."""

import re
from dataclasses import replace
from functools import partial

from generator.extract.mentions.word_table import any_of
from generator.extract.sentences import clause_at
from generator.extract.subjects.beside import find_beside
from generator.extract.subjects.fitting import Fitting
from generator.extract.subjects.heads import Heads
from generator.extract.subjects.lists import find_peers, share_out
from generator.extract.subjects.model import RESIDENTS, Actor, Found, Home, Piece, Subject, Topic, follow, remember
from generator.extract.subjects.pointed import (
    find_each_of_group,
    find_group,
    find_just_made,
    find_listed,
    find_pointed,
    find_ranked_among,
    find_told_after,
)
from generator.extract.subjects.quotations import Quotation, find_quotations
from generator.extract.subjects.resolve import Resolver
from generator.extract.tokens import Mention, MentionKind, Quantity, Sentence, Span
from generator.model.claim import Level
from generator.registry.registry import Registry

_SINCE = re.compile(
    r"(?:自|从)?(?:成立|开园|落户|投产|建成|运营|挂牌|获批|设立|启用|入驻|开业|创立|建区|建园)[^，,。；;]*(?:年|月|天)多?[来间]?[，,]"
)
_STILL = {
    *((before, now) for before in ("park-wide", "personal") for now in ("carried", "named", "resident-word")),
    *(("made", now) for now in ("carried", "named", "resident-word", "park", "park-word")),
}
_CONTRASTED = re.compile("(?:而|同期|相比之下|与此同时)[，,]?$")
_US = re.compile(r"[帮为替给](?:了|着|助)?(?:我们?|咱们?)(?:企业|公司|厂|家)?[^，,。；;“”]*$")


class SubjectFinder:
    """Chooses subjects; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile `subjects.*`; KeyError names a list that is missing."""
        self._heads = Heads(registry)
        self._resolver = Resolver(registry)
        self._fitting = Fitting(registry)
        self._speech = re.compile(any_of(registry.words("subjects.speech")))

    def find(self, piece: Piece, quantities: tuple[Quantity, ...], topic: Topic) -> Found:
        """One subject per quantity; the actors; the topic for the next piece of the article."""
        mentions = tuple(sorted((*piece.mentions, *self._heads.by_form(piece)), key=lambda one: one.start))
        piece = replace(piece, mentions=mentions)
        tails = self._heads.by_tail(piece, topic.named)
        piece = replace(piece, mentions=tuple(sorted((*mentions, *tails), key=lambda one: one.start)))
        per_sentence: list[tuple[Sentence, list[Actor], Topic]] = []
        here = topic
        for sentence in piece.sentences:
            actors, after = self._actors(piece, sentence, here)
            per_sentence.append((sentence, actors, here))
            here = _after_sentence(actors, after, piece.home)
        last = piece.sentences[-1] if piece.sentences else Sentence(0, 0, ())
        quotations = find_quotations(piece, self._speech, lambda mention: self._resolver.resolve(piece, last, mention, here))
        chosen = []
        for sentence, actors, before in per_sentence:
            inside = [quantity for quantity in quantities if sentence.start <= quantity.start < sentence.end]
            last_one: tuple[int, Subject] | None = None
            for quantity in inside:
                found = self._of(piece, sentence, quantity, inside, actors, quotations, before)
                found = _still(piece, found, quantity, last_one, actors)
                chosen.append(found)
                last_one = quantity.start, found
        return Found(tuple(chosen), tuple(actor for _, actors, _ in per_sentence for actor in actors), here)

    def _actors(self, piece: Piece, sentence: Sentence, topic: Topic) -> tuple[list[Actor], Topic]:
        """The subjects of a sentence's clauses, and the topic with all that it names."""
        out: list[Actor] = []
        mentions = piece.within(sentence)
        for mention in mentions:
            subject = None
            if self._heads.is_head(piece, sentence, mention, mentions):
                subject = self._resolver.resolve(piece, sentence, mention, topic)
            if subject is not None:
                resolve = partial(self._resolver.resolve, piece, sentence, topic=topic)
                peers = find_peers(piece, sentence, mention, subject, out, resolve)
                out.append(Actor(mention.start, mention.end, subject, peers))
            topic = _note(piece, sentence, mention, subject, out, topic, self._resolver)
        return out, topic

    def _of(
        self,
        piece: Piece,
        sentence: Sentence,
        quantity: Quantity,
        inside: list[Quantity],
        actors: list[Actor],
        quotations: tuple[Quotation, ...],
        topic: Topic,
    ) -> Subject:
        resolve = partial(self._resolver.resolve, piece, sentence, topic=topic)
        before = _without_contrasted(piece, sentence, [actor for actor in actors if actor.start < quantity.start], quantity)
        found = (
            find_told_after(piece, sentence, quantity, before, resolve)
            or find_pointed(piece, sentence, quantity, self._resolver, resolve)
            or find_beside(piece, sentence, quantity, before, topic, resolve)
            or find_ranked_among(piece, sentence, quantity)
            or find_each_of_group(piece, sentence, quantity, inside)
            or find_listed(piece, sentence, quantity)
            or find_group(piece, sentence, quantity, before, resolve)
            or find_just_made(piece, sentence, quantity, before, resolve)
        )
        if found is not None:
            return self._fitting.whole_trade(piece, sentence, quantity, found)
        spoken = next((one for one in quotations if one.start < quantity.start < one.end), None)
        if spoken is not None and spoken.speaker.level is Level.RESIDENT and _US.search(piece.text, spoken.start, quantity.head):
            chosen = replace(spoken.speaker, rule="speaker")
        elif before and (spoken is None or _outspeaks(before[-1], spoken, clause_at(sentence, quantity.start))):
            chosen = share_out(piece, before[-1], quantity, inside)
        elif spoken is not None:
            agreed = (spoken.speaker.name, spoken.speaker.level) == (topic.current.name, topic.current.level)
            said = replace(spoken.speaker, rule="carried" if agreed else "speaker")
            return self._fitting.errand_of(piece, sentence, quantity, said) or said
        else:
            chosen = _since(piece, sentence, actors, quantity) or replace(topic.current, rule="carried")
        return self._fitting.fit(piece, sentence, quantity, before, chosen, topic)


def _note(
    piece: Piece, sentence: Sentence, mention: Mention, subject: Subject | None, actors: list[Actor], topic: Topic, resolver: Resolver
) -> Topic:
    """The topic after a mention: residents are remembered, people with the subject of their clause, subjects go on."""
    if mention.kind in RESIDENTS or (mention.kind is MentionKind.PARK and subject is not None and subject.level is Level.RESIDENT):
        named = subject or resolver.resolve(piece, sentence, mention, topic)
        topic = remember(topic, mention.kind, named) if named and named.level is Level.RESIDENT else topic
    if mention.kind is MentionKind.PERSON and subject is None and actors and actors[-1].subject.level is not Level.OUTSIDE:
        introduced = actors[-1].start >= clause_at(sentence, mention.start).start
        topic = replace(topic, people=(*topic.people, (mention.name, actors[-1].subject))) if introduced else topic
    if subject is None or subject.level is Level.OUTSIDE:
        return topic
    if mention.kind is MentionKind.PERSON:
        topic = replace(topic, people=(*topic.people, (mention.name, subject)))
    return Topic(subject, subject if subject.level is Level.RESIDENT else topic.resident, topic.named, topic.people)


def _after_sentence(actors: list[Actor], topic: Topic, home: Home) -> Topic:
    return follow(topic, actors[-1].subject, home) if actors else topic


def _still(piece: Piece, found: Subject, quantity: Quantity, last_one: tuple[int, Subject] | None, actors: list[Actor]) -> Subject:
    """全年工业总产值3200亿元，而2020年这一数字是2670亿元: what was the park's before all, a person's or the new house's, still is."""
    if last_one is None or (last_one[1].rule, found.rule) not in _STILL:
        return found
    again = last_one[1].rule == "made" and "；" in piece.text[last_one[0] : quantity.start]
    return found if again or any(last_one[0] < actor.start < quantity.start for actor in actors) else last_one[1]


def _outspeaks(actor: Actor, spoken: Quotation, clause: Span) -> bool:
    """“园区给的政策实在，光房租就省了36万元。”某公司负责人说: a park in what a resident says owns the figures of its own clause alone."""
    if actor.start < spoken.start:
        return False
    other = actor.subject.park != spoken.speaker.park  # “国家级经开区以千分之三的土地，贡献了四分之一的外贸。”某研究员说
    return actor.start >= clause.start or other or actor.subject.level is Level.RESIDENT or spoken.speaker.level is not Level.RESIDENT


def _without_contrasted(piece: Piece, sentence: Sentence, before: list[Actor], quantity: Quantity) -> list[Actor]:
    """全区增长9.3%，而同期四平市增长5.6%；招商引资18.2亿元: what the sentence only contrasts with is done with at the semicolon."""
    if not before or before[-1].subject.park == piece.home.park or "；" not in piece.text[before[-1].end : quantity.start]:
        return before
    first = before[0].subject.park == piece.home.park and before[-1].subject.level is Level.OUTSIDE
    contrasted = _CONTRASTED.search(piece.text, sentence.start, before[-1].start)
    return [one for one in before if one.subject.park == piece.home.park] if first or contrasted else before


def _since(piece: Piece, sentence: Sentence, actors: list[Actor], quantity: Quantity) -> Subject | None:
    """开园一年多，某产业园入驻了…: the subject that follows owns the time that has passed."""
    if actors and _SINCE.match(piece.text, sentence.start) and quantity.start < actors[0].start:
        return actors[0].subject
    return None


def named_spans(actors: tuple[Actor, ...], mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    """Where subjects, companies and single parks stand, to be left out of labels; 国家高新区 and its like belong to a label."""
    names = [
        Span(m.start, m.end)
        for m in mentions
        if m.kind is MentionKind.COMPANY or (m.kind is MentionKind.PARK and not m.name.startswith("国家"))
    ]
    spans = {(span.start, span.end): span for span in (*(Span(actor.start, actor.end) for actor in actors), *names)}
    return tuple(spans[key] for key in sorted(spans))
