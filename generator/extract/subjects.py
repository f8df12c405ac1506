"""Whose number it is: read in order as a reader does, by who stands at the head of the clause, then by whom the text spoke of last.

A name is a subject only where a subject can stand: at the head of its clause. What a figure is compared with or part of (占全市, 比全省),
whom something is done for (为长三角地区企业), and what is only an object (引进了宁德时代) is not.
"""

import re
from dataclasses import dataclass, replace

from generator.extract.labels.lexicon import any_of
from generator.extract.sentences import clause_at, sentence_at
from generator.extract.tokens import Mention, MentionKind, Quantity, Sentence, Span
from generator.model.claim import Kind, Level
from generator.registry.registry import Registry

_RESIDENTS = {MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT}
_OWN_FORM = re.compile(r"(?:高新区|经开区|开发区|自贸片区|自贸区|高新技术产业开发区|经济技术开发区|新区)(?:（[^）]*）|\([^)]*\))?$")
_WHOLE_OF = re.compile(
    r"^(?:平均|市场|行业|同行|前列|领先|范围|同类|同期水平|各|首[个位家批]|第|前[一二三四五六七八九十\d]|唯一|最|总[量数]的?|存量|的?(?:约|近|超|逾)?\d|一半|半数)"
)
_NAME_GOES_ON = re.compile(
    r"^(?:级|式|籍|版|牌|特色|模式|标准|政策|方案|条例|办法|综合评价|综合发展水平|考核评价|评价|排名(?![第前首列居全在上由])|榜单|对接会|推介会|招商会|大会|活动|赛区|籍)"
)
_EXAMPLES = re.compile(r"(?:[（(][^（()）]*[)）])?(?:[、和][^，,。；;]{1,60})?等(?=\d|[两三四五六七八九十]|一批|多|企业|单位|机构|项目)")
_PLACED_IN = re.compile(r"(?:主要|均|都|全部|大多|集中)?(?:在|出自|来自|位于|落户|集中在|诞生在|布局在|设在|落在)")
_PLACE_FORM = re.compile(r"[一-龥]{2,4}[县市州旗盟](?=是|有|现|共|去年|今年|地|规上|规模|一般|实现|完成|20)")
_FOR_PLACE = re.compile(r"(?:为|助力|帮助|推动|支撑|支持|助推)$")
_PLACE_NAME = re.compile(r"[省市县区州旗盟国里]$|新区$|^全")
_MADE = re.compile(r"(?:创建|共建|成立|设立|组建|建立|优化升级|揭牌)了?[^，,。；;]{0,10}$")
_VISITED = re.compile(r"(?:走进|来到|步入|探访|走入)(?:位于)?[^，,。；;]{0,10}$")
_GROUP = re.compile(r"(?:[两二三四五六七八九十]|\d+)[家个大](?:国家级?)?(?:高新区|经开区|开发区|园区)")
_HEARD = re.compile(r"从(?P<who>[^，,。；;]{2,24})(?:处|了解|获悉|得知|有关部门)")
_AFTER_QUOTE = re.compile(r"^[”」』]?(?P<who>[^。！？；;“]{2,60}?)$")


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
class Topic:
    """What the text spoke of last: the subject that goes on, and the last company, project or house for 该公司 and its like."""

    current: Subject
    resident: Subject | None
    place: str = ""


@dataclass(frozen=True, slots=True)
class Actor:
    """A mention that is the subject of its clause."""

    start: int
    end: int
    subject: Subject


class SubjectFinder:
    """Chooses subjects; build it once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile `subjects.*`; KeyError names a list that is missing."""
        words = {name: registry.words(f"subjects.{name}") for name in _LISTS}
        self._park_words = frozenset(words["park_stand_ins"])
        self._resident_words = frozenset(words["resident_stand_ins"])
        self._outside_words = frozenset(words["outside_words"])
        self._outside = re.compile(any_of(words["outside_words"]))
        self._scope = re.compile(any_of(words["scope_before"]) + "(?:了|在|全|整个)*$")
        self._oblique = re.compile(any_of(words["oblique_before"]) + "$")
        lead = any_of(words["lead_ins"])
        times = r"\d{4}年?(?:[-—至]\d{4}年?)?|\d{1,2}月|\d{1,2}日|[^，,。；;]{1,8}(?:时|后|前|以来|期间|中|上|看)"
        bare = rf"\s|{lead}|[“”\"'《（(]|{times}"
        self._bare_lead = re.compile(rf"(?:{bare})*")
        self._lead = re.compile(rf"(?:{bare}|[^，,。；;]{{1,14}}的)*")
        self._speech = re.compile(any_of(words["speech"]) + r"[，,：:。]?")

    def actors(
        self, text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...], home: Home, topic: Topic
    ) -> tuple[Actor, ...]:
        """The mentions that are subjects of their clauses, resolved, in order."""
        out: list[Actor] = []
        here = topic
        for mention in sorted((*mentions, *self._places_by_form(text, sentences, mentions)), key=lambda one: one.start):
            if not self._can_act(text, sentences, mention):
                continue
            subject = self._resolve(mention, text, home, here)
            if subject is None:
                continue
            out.append(Actor(mention.start, mention.end, subject))
            here = _follow(here, subject)
        return tuple(out)

    def choose(
        self,
        text: str,
        sentences: tuple[Sentence, ...],
        quantities: tuple[Quantity, ...],
        actors: tuple[Actor, ...],
        mentions: tuple[Mention, ...],
        home: Home,
        topic: Topic,
    ) -> tuple[tuple[Subject, ...], Topic]:
        """One subject per quantity, and the topic for the next piece of the article."""
        chosen: list[Subject] = []
        here = topic
        at = 0
        for sentence in sentences:
            inside = [actor for actor in actors if sentence.start <= actor.start < sentence.end]
            speaker = self._speaker_after(text, sentences, sentence, mentions, home)
            while at < len(quantities) and quantities[at].start < sentence.end:
                chosen.append(self._of(text, sentence, quantities[at], inside, mentions, speaker, here, home))
                at += 1
            here = _after_sentence(inside, here, home)
            visited = [m for m in mentions if sentence.start <= m.start < sentence.end and m.kind in _RESIDENTS]
            for mention in visited:
                if _VISITED.search(text, max(sentence.start, mention.start - 14), mention.start):
                    subject = self._resolve(mention, text, home, here)
                    here = _follow(here, subject) if subject else here
        return tuple(chosen), here

    def _can_act(self, text: str, sentences: tuple[Sentence, ...], mention: Mention) -> bool:
        if mention.kind is MentionKind.PERSON:
            return False
        sentence = sentence_at(sentences, mention.start)
        before, after = text[max(sentence.start, mention.start - 8) : mention.start], text[mention.end : mention.end + 8]
        if _NAME_GOES_ON.match(after) or _EXAMPLES.match(text, mention.end):
            return False
        if before.endswith("“") and "”" in text[mention.end + 1 : mention.end + 7]:
            return False
        if self._oblique.search(before) and not _HEARD.search(text, sentence.start, sentence.end):
            return False
        if mention.kind in {MentionKind.PLACE, MentionKind.STAND_IN} and _WHOLE_OF.match(after):
            return False
        if mention.kind is MentionKind.PLACE and not _PLACE_NAME.search(mention.text):
            return False
        start = self._head_of(text, sentence, mention)
        if start is not None:
            return not self._is_scope(before) or start == mention.start
        heard = _HEARD.search(text, sentence.start, sentence.end)
        return heard is not None and heard.start("who") <= mention.start < heard.end("who")

    def _places_by_form(self, text: str, sentences: tuple[Sentence, ...], mentions: tuple[Mention, ...]) -> list[Mention]:
        """云渡县是农业大县, 省里认定了8个: places at the head of a clause that no list knows."""
        taken = {mention.start for mention in mentions}
        out: list[Mention] = []
        for clause in (clause for sentence in sentences for clause in sentence.clauses):
            word = self._outside.match(text, clause.start) or _PLACE_FORM.match(text, clause.start)
            if word and not any(start in taken for start in range(word.start(), word.end())):
                out.append(Mention(word.start(), word.end(), word[0], MentionKind.PLACE, "", None))
        return out

    def _is_scope(self, before: str) -> bool:
        return bool(self._scope.search(before))

    def _head_of(self, text: str, sentence: Sentence, mention: Mention) -> int | None:
        """The start of the mention's clause if only times, connectives and attributes stand between, else None."""
        clause = next(clause for clause in sentence.clauses if clause.start <= mention.start < clause.end)
        pattern = self._bare_lead if mention.kind in {MentionKind.PLACE, MentionKind.STAND_IN} else self._lead
        lead = pattern.match(text, clause.start, mention.start)
        if lead and lead.end() == mention.start:
            return clause.start
        return None

    def _resolve(self, mention: Mention, text: str, home: Home, topic: Topic) -> Subject | None:
        if mention.kind is MentionKind.PARK:
            return _of_park(mention, home)
        if mention.kind in _RESIDENTS:
            return Subject(mention.name or mention.text, home.park, Level.RESIDENT, "named", mention.text)
        if mention.kind is MentionKind.PLACE:
            return Subject(mention.name or mention.text, None, Level.OUTSIDE, "place" if mention.name else "place-form", mention.text)
        return self._stand_in(mention, home, topic)

    def _stand_in(self, mention: Mention, home: Home, topic: Topic) -> Subject | None:
        word = mention.text
        if mention.park:
            return _of_park(mention, home)
        if word in self._outside_words:
            return Subject(mention.name or word, None, Level.OUTSIDE, "place-word", word)
        if word.startswith("该") and topic.resident is not None and topic.resident.name.endswith(word[1:]):
            return replace(topic.resident, rule="resident-word", words=word)
        if word in self._park_words:
            return Subject(home.name, home.park, Level.PARK if home.park else Level.OUTSIDE, "park-word", word)
        if word in self._resident_words and topic.resident is not None:
            return replace(topic.resident, rule="resident-word", words=word)
        if word in self._resident_words and word.startswith(("该", "这")):
            return Subject(word, home.park, Level.RESIDENT, "unnamed", word)
        if word in {"其", "它", "它们"}:
            return replace(topic.current, rule="pronoun", words=word)
        return None

    def _speaker_after(
        self, text: str, sentences: tuple[Sentence, ...], sentence: Sentence, mentions: tuple[Mention, ...], home: Home
    ) -> Subject | None:
        """Who speaks a quotation that comes before its speaker: “…500万元贷款。”某公司负责人说."""
        if "“" not in text[sentence.start : sentence.end] or not text[sentence.start : sentence.end].rstrip().endswith("”"):
            return None
        following = next((other for other in sentences if other.start >= sentence.end), None)
        said = self._speech.search(text, following.start, following.end) if following else None
        if following is None or said is None:
            return None
        named = [m for m in mentions if following.start <= m.start < said.start() and m.kind in {MentionKind.PARK, *_RESIDENTS}]
        subject = self._resolve(named[-1], text, home, Topic(home_subject(home), None)) if named else None
        return replace(subject, rule="speaker") if subject else None

    def _of(
        self,
        text: str,
        sentence: Sentence,
        quantity: Quantity,
        inside: list[Actor],
        mentions: tuple[Mention, ...],
        speaker: Subject | None,
        topic: Topic,
        home: Home,
    ) -> Subject:
        here = [mention for mention in mentions if sentence.start <= mention.start < sentence.end]
        pointed = self._pointed(text, quantity, here, home, topic)
        if pointed is not None:
            return pointed
        before = [actor for actor in inside if actor.start < quantity.start]
        group = _last_group(text, sentence, quantity)
        if group is not None and not home.name.startswith("国家") and not any(actor.start > group.end() for actor in before):
            return Subject("", None, Level.OUTSIDE, "group", group[0])
        made = self._just_made(text, sentence, quantity, here, before, home, topic)
        if made is not None:
            return made
        if before:
            return before[-1].subject
        if speaker is not None:
            return speaker
        return replace(topic.current, rule="carried")

    def _just_made(
        self, text: str, sentence: Sentence, quantity: Quantity, here: list[Mention], before: list[Actor], home: Home, topic: Topic
    ) -> Subject | None:
        """共同创建了产教联合体，汇聚了7所学校: what the clause before set up, unless a subject stands between."""
        clause = clause_at(sentence, quantity.start)
        for mention in reversed(here):
            if mention.kind not in _RESIDENTS or mention.end > clause.start or (before and before[-1].start >= mention.start):
                continue
            ends = not text[mention.end : clause.start].strip("，,；;”")
            made = _MADE.search(text, max(sentence.start, mention.start - 16), mention.start)
            return self._resolve(mention, text, home, topic) if ends and made else None
        return None

    def _pointed(self, text: str, quantity: Quantity, here: list[Mention], home: Home, topic: Topic) -> Subject | None:
        """Whose it is by the words around: 总投资31亿元的某项目; 其中91家在高新区; 占西藏全区129家…的47%; 为广东省实现超万亿元."""
        placed = _PLACED_IN.match(text, quantity.tail)
        for mention in here:
            if (
                text[quantity.tail : mention.start] == "的"
                and mention.kind is not MentionKind.STAND_IN
                and mention.kind is not MentionKind.PLACE
            ):
                return self._resolve(mention, text, home, topic)
            if placed and mention.start == placed.end() and (mention.kind is MentionKind.PARK or mention.text in self._park_words):
                return self._resolve(mention, text, home, topic)
            if (
                mention.start == quantity.tail
                and mention.name.startswith("国家")
                and text[max(0, quantity.head - 3) : quantity.head].endswith("全国")
            ):
                return self._resolve(mention, text, home, topic)
            if self._is_outside(mention) and self._is_whole(text, quantity, mention):
                return Subject(mention.name or mention.text, None, Level.OUTSIDE, "whole", mention.text)
        return None

    def _is_outside(self, mention: Mention) -> bool:
        return mention.kind is MentionKind.PLACE or (mention.kind is MentionKind.STAND_IN and mention.text in self._outside_words)

    def _is_whole(self, text: str, quantity: Quantity, mention: Mention) -> bool:
        """占西藏全区129家高新技术企业的47.29%: the 129 are all Tibet's; 为广东省2025年实现…超万亿元: the sum is the province's."""
        between = text[mention.end : quantity.head]
        if mention.end > quantity.head or re.search(r"[，,。；;、]", between):
            return False
        if re.search(r"占[^，,。；;、]{0,8}$", text[max(0, mention.start - 9) : mention.start]):
            after = text[quantity.tail : quantity.tail + 24]
            return quantity.kind is Kind.LEVEL and bool(re.match(r"[^，,。；;]{1,16}的[约近超]?\d|[)）]", after))
        return bool(_FOR_PLACE.search(text[max(0, mention.start - 3) : mention.start])) and bool(
            re.search(r"实现|构建|形成|建设|打造|完成|增加|培育", between)
        )


def _last_group(text: str, sentence: Sentence, quantity: Quantity) -> re.Match[str] | None:
    found = [match for match in _GROUP.finditer(text, sentence.start, sentence.end) if match.start() <= quantity.start]
    return found[-1] if found else None


_LISTS = ("lead_ins", "oblique_before", "outside_words", "park_stand_ins", "resident_stand_ins", "scope_before", "speech")


def home_subject(home: Home) -> Subject:
    """The article's park as a subject; outside if the article is about none."""
    return Subject(home.name, home.park, Level.PARK if home.park else Level.OUTSIDE, "article", home.name)


def _of_park(mention: Mention, home: Home) -> Subject:
    """A registered park or one of its own form speaks for itself; a sub-park is a resident of the article's park."""
    own = mention.park == home.park or mention.park in home.registered or bool(_OWN_FORM.search(mention.name)) or home.park is None
    if own:
        return Subject(mention.name, mention.park, Level.PARK, "park", mention.text)
    return Subject(mention.name, home.park, Level.RESIDENT, "sub-park", mention.text)


def _follow(topic: Topic, subject: Subject) -> Topic:
    if subject.level is Level.RESIDENT:
        return Topic(subject, subject)
    return Topic(subject, topic.resident) if subject.level is Level.PARK else topic


def _after_sentence(inside: list[Actor], topic: Topic, home: Home) -> Topic:
    """A park or a resident goes on; a place, a comparison and another park do not."""
    for actor in inside:
        if actor.subject.level is Level.OUTSIDE or (actor.subject.level is Level.PARK and actor.subject.park != home.park):
            topic = Topic(home_subject(home), topic.resident)
        else:
            topic = _follow(topic, actor.subject)
    return topic


def named_spans(actors: tuple[Actor, ...], mentions: tuple[Mention, ...]) -> tuple[Span, ...]:
    """Where subjects, companies and single parks stand, to be left out of labels; 国家高新区 and its like belong to a label."""
    names = [
        Span(m.start, m.end)
        for m in mentions
        if m.kind is MentionKind.COMPANY or (m.kind is MentionKind.PARK and not m.name.startswith("国家"))
    ]
    spans = {(span.start, span.end): span for span in (*(Span(actor.start, actor.end) for actor in actors), *names)}
    return tuple(spans[key] for key in sorted(spans))
