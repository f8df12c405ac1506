"""Subjects chosen in reading order, as a reader does: who the words point to, who heads the clause, who speaks, who was spoken of last."""

import re
from dataclasses import replace
from functools import partial

from generator.extract.mentions.word_table import any_of
from generator.extract.sentences import clause_at
from generator.extract.subjects.beside import find_beside
from generator.extract.subjects.heads import Heads
from generator.extract.subjects.lists import find_peers, share_out
from generator.extract.subjects.model import RESIDENTS, Actor, Found, Home, Piece, Subject, Topic, follow, home_subject, remember
from generator.extract.subjects.pointed import (
    find_each_of_group,
    find_founded,
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
_DATELINE = re.compile(r"[^，,。]{0,8}[讯电][（(][^（()）]*[)）]\s*|[^，,。（(]{0,8}讯\s+")
_A_THING = re.compile('[“"]?(?:这|一)[台辆架款枚颗箱瓶艘列粒根](?![一-龥]?图)')
_STILL = {
    *((before, now) for before in ("park-wide", "personal") for now in ("carried", "named", "resident-word")),
    *(("made", now) for now in ("carried", "named", "resident-word", "park", "park-word")),
}
_TRADE = re.compile(r"产业(?:去年|今年|前年|上半年|全年|[前一二三四]{1,2}季度|\d{4}年)(?:实现|完成|总)*(?:产值|营收|营业收入|增加值)")
_DONE = re.compile("[就便]?(?:能|可)?(?:办完|办结|办好|办妥|拿证|出证|发证|领证)")
_ALIKE = re.compile(
    r"(?:[“”]|而|如今|目前)?(?:(?:[像如]|诸如)?(?:这样|这般|此类|类似|同样)|[像如][^，,。；;]{1,16}?(?:这样|一样|这般|那样))的?"
    r"[^，,。；;]{0,12}?(?:企业|项目|案例|例子|公司|工厂|商户|团队|人才|故事|“)"
)
_ANY_FIRM = re.compile(  # what the park's rules give, and what firms went through: no deed of the one that was told of
    r"[“”]?(?:按照?|根据|依照|依据)(?![^，,。；;]{0,10}(?:公司|集团|我们))[^，,。；;]{0,20}(?:办法|政策|措施|规定|细则|机制|条例|意见)[》”]?[，,]"
    r"(?:对[^，,。；;]{0,16})?[^，,。；;]{0,8}(?:企业|项目|团队|人才|机构|商户)(?=[可能最享须应只一，,])"
    r"|(?:而|可|但)?(?:过去|以前|从前|原来|原先|以往|往年)[，,]?(?:很多|不少|许多|一些|区内|园内|当地|本地)?(?:企业|客商|商户)(?![的里内])"
)
_CONTRASTED = re.compile("(?:而|同期|相比之下|与此同时)[，,]?$")
_LOT = re.compile(r"\d[\d.,]*[多余]?[家户][^，,。；;、]{0,14}(?:企业|公司|商户|用户|机构)(?=[，,、今去目已共均都])")
_US = re.compile(r"[帮为替给](?:了|着|助)?(?:我们?|咱们?)(?:企业|公司|厂|家)?[^，,。；;“”]*$")
_DID = re.compile(r"(?:[用花耗等]了|[只仅才][用花耗])(?:不到|不足|短短|约)?$")
_ON_THE_WAY = re.compile("[车航路]程|[坐乘搭]|驾车|开车|步行")
_OF_MANY = re.compile("平均|企业|产业|行业|各|全区")
_ON_AVERAGE = re.compile("平均|人均|户均")


class SubjectFinder:
    """Chooses subjects; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile `subjects.*`; KeyError names a list that is missing."""
        self._heads = Heads(registry)
        self._resolver = Resolver(registry)
        self._speech = re.compile(any_of(registry.words("subjects.speech")))
        wide, driven = any_of(registry.words("subjects.park_wide")), any_of(registry.words("subjects.driving"))
        self._park_wide = re.compile(wide)
        self._driven = re.compile(rf"{driven}[^，,。；;]{{0,24}}?(?<!上下游)(?:产业|集群|产业链)(?![园链]?企业)")
        self._thing_units = frozenset(registry.words("subjects.thing_units"))
        self._errand, self._errand_things = (
            re.compile(any_of(registry.words(f"subjects.{name}"))) for name in ("errands", "errand_things")
        )
        self._asked_before = re.compile(
            any_of(registry.words("subjects.errand_things"))
            + "(?:[由从][^，,。；;]{1,6}?)?(?:减少|精简|压减|压缩|合并|只要|仅)?[^，,。；;]{0,3}$"
        )
        self._granted = re.compile(any_of(("给予", "按", *registry.words("label_policies.grants"))))
        self._holders = tuple(registry.words("subjects.holders"))
        self._making = re.compile(any_of(registry.words("subjects.making")))
        self._personal = re.compile(any_of(registry.words("subjects.personal")))

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
            return self._whole_trade(piece, sentence, quantity, found)
        spoken = next((one for one in quotations if one.start < quantity.start < one.end), None)
        if spoken is not None and spoken.speaker.level is Level.RESIDENT and _US.search(piece.text, spoken.start, quantity.head):
            chosen = replace(spoken.speaker, rule="speaker")
        elif before and (spoken is None or _outspeaks(before[-1], spoken, clause_at(sentence, quantity.start))):
            chosen = share_out(piece, before[-1], quantity, inside)
        elif spoken is not None:
            agreed = (spoken.speaker.name, spoken.speaker.level) == (topic.current.name, topic.current.level)
            said = replace(spoken.speaker, rule="carried" if agreed else "speaker")
            return self._errand_of(piece, sentence, quantity, said) or said
        else:
            chosen = _since(piece, sentence, actors, quantity) or replace(topic.current, rule="carried")
        return self._fitting(piece, sentence, quantity, before, chosen, topic)

    def _fitting(self, piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], chosen: Subject, topic: Topic) -> Subject:
        """The park for what only a park has (规上工业总产值), somebody or something in it for wages and weights, the firm for its scrap.

        Only where the clause names no subject itself; for things only where the piece has named nobody so far.
        """
        unnamed = topic.current.rule == "article"
        resident = chosen.level is Level.RESIDENT and piece.home.park
        if resident and not before and self._is_of_lot(piece, sentence, chosen):
            return home_subject(piece.home, "lot", piece.text[sentence.start : quantity.start])
        ways = (expression.match(piece.text, sentence.start, quantity.start) for expression in (_ALIKE, _ANY_FIRM))
        alike = next((found for found in ways if found), None) if resident else None
        if alike and not any(actor.start >= alike.end() for actor in before):
            return home_subject(piece.home, "alike", alike[0])
        start = clause_at(sentence, quantity.start).start
        words = piece.text[max(start, before[-1].end if before else 0) : quantity.start]
        own = bool(before) and before[-1].start >= start
        told = bool(before) and before[-1].start > piece.text.rfind("；", sentence.start, quantity.start)
        wide = self._driven.search(words) or (
            "其中" not in words and ((not before and self._park_wide.search(words)) or (not told and _TRADE.search(words)))
        )
        if resident and wide:
            return home_subject(piece.home, "park-wide", words)
        errand = self._errand_of(piece, sentence, quantity, chosen)
        if errand is not None:
            return errand
        if chosen.level is Level.PARK and chosen.rule == "carried" and unnamed and self._is_of_a_thing(piece, sentence, quantity):
            return Subject("", piece.home.park, Level.RESIDENT, "thing", piece.text[quantity.start : quantity.end])
        if chosen.level is not Level.PARK:
            return chosen
        chosen = find_founded(piece, sentence, quantity) or chosen
        if chosen.level is not Level.PARK:
            return chosen
        made = chosen.rule == "carried" and self._making.search(words) and not _OF_MANY.search(words)
        if made and topic.resident:
            return replace(topic.resident, rule="personal", words=words)
        return _of_person(piece, sentence, words) if not own and self._is_personal(words) else chosen

    def _is_personal(self, words: str) -> bool:
        """月工资涨到8000元: what only a person has; not what the park grants, nor what people have on average."""
        return self._personal.search(words) is not None and not self._granted.search(words) and not _ON_AVERAGE.search(words)

    def _is_of_lot(self, piece: Piece, sentence: Sentence, chosen: Subject) -> bool:
        """19户用上绿电的企业，平均电价下降7.5分: firms that the sentence counts out first are the park's, if no estate is spoken of."""
        return _LOT.match(piece.text, sentence.start, sentence.end) is not None and not chosen.name.endswith(self._holders)

    def _whole_trade(self, piece: Piece, sentence: Sentence, quantity: Quantity, found: Subject) -> Subject:
        """共建魔芋深加工研究院，力争魔芋全产业链产值突破30亿元: what a whole trade has is no house's that was just set up."""
        words = piece.text[clause_at(sentence, quantity.start).start : quantity.start]
        wide = found.rule == "made" and piece.home.park and self._park_wide.search(words)
        return home_subject(piece.home, "park-wide", words) if wide else found

    def _errand_of(self, piece: Piece, sentence: Sentence, quantity: Quantity, chosen: Subject) -> Subject | None:
        """办一张许可证，要交13份材料: what the park's authorities ask for is the park's, whoever tells of it."""
        errand = self._errand.search(piece.text, sentence.start, sentence.end)
        if errand is None or chosen.level is not Level.RESIDENT or not piece.home.park:
            return None
        text, start = piece.text, clause_at(sentence, quantity.start).start
        if _DID.search(text, start, quantity.head):
            return None  # 某某新厂只用了5个工作日就办完了施工许可: how it went that once
        asked = self._errand_things.match(text, quantity.tail) or self._asked_before.search(text, start, quantity.head)
        timed = quantity.unit in {"工作日", "个工作日"} or _DONE.match(text, quantity.tail)
        papers = quantity.unit == "份" and "材料" in text[start : quantity.start]
        return home_subject(piece.home, "errand", errand[0]) if asked or timed or papers else None

    def _is_of_a_thing(self, piece: Piece, sentence: Sentence, quantity: Quantity) -> bool:
        """9公斤, 0.02毫米, not the 25分钟 of a ride; whatever is said of 一颗螺栓 at the head of its sentence."""
        dateline = _DATELINE.match(piece.text, sentence.start, sentence.end)
        start = dateline.end() if dateline else sentence.start
        if _ON_THE_WAY.search(piece.text, clause_at(sentence, quantity.start).start, quantity.start):
            return False
        return quantity.unit in self._thing_units or _A_THING.match(piece.text, start) is not None


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


def _of_person(piece: Piece, sentence: Sentence, words: str) -> Subject:
    """The first person whom the sentence names, or somebody without a name."""
    name = next((mention.name for mention in piece.within(sentence) if mention.kind is MentionKind.PERSON), "")
    return Subject(name, piece.home.park, Level.RESIDENT, "personal", words)


def _outspeaks(actor: Actor, spoken: Quotation, clause: Span) -> bool:
    """“园区给的政策实在，光房租就省了36万元。”某公司负责人说: a park in what a resident says owns the figures of its own clause alone."""
    if actor.start < spoken.start:
        return False
    return actor.start >= clause.start or actor.subject.level is Level.RESIDENT or spoken.speaker.level is not Level.RESIDENT


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
