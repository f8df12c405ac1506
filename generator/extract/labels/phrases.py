"""The words around a number that say what it measures: the noun phrase before it, or the noun and verb after it.

Both read the blanked text, where names, times and other numbers are already out of the way.
"""

import re
from dataclasses import dataclass, replace

from generator.extract.labels.lexicon import LabelWords
from generator.extract.passage import BLANKS, NUMBER, SUBJECT, TIME
from generator.registry.common_words import common_verbs

_BLANK = re.compile(f"[{BLANKS}]+")
_STOP = re.compile(rf"[，,。；;：:！？!?…（()）]|和一[个批支家]|以及|[和及与、或]|[{NUMBER}]")
_HARD_STOP = re.compile(rf"[，,。；;：:！？!?…（()）{NUMBER}]|——")
_EDGES = re.compile(r"^(?:[的了、，,：:；; 等](?!级|离)|[和及与](?!会|平|格|时俱))+|[的了、，,：:；; 和及与等]+$")
_LOOSE_OF = re.compile(
    r"^[一-龥]{0,6}(?:两侧|两旁|沿线|一带|四周|附近|旁边)(?=[一-龥]{3})|^在(?=[^，]{0,12}的)|(?<=[一-龥])的(?=[一-龥]{0,3}(?:率|额|量|值|比例|比重|程度|度)$)|^[^，]{1,8}之间的(?=[一-龥]{4})|^各[类种项级](?=[一-龥]{2})"
)
_THESE = re.compile(
    r"^(?:[这那]样的?|样的|这些|那些|上述|此类|该类|[这此]一?[个项家类批种条款座台支名位场片笔套件份只间块届轮道]|[这该此](?:一(?=[产平机政模企项基方办措制]))?(?!外))+|(?<![占]|对)[比较]$"
)
_COMPLETION = re.compile(r"(?:达产|满产|投产|建成|竣工|改造|扩建|投运|投用|完工|落成|技改|升级)$")  # 达产后|年产值
_MEASURE_OF_DEED = re.compile(
    r"(?:平均|总|累计)?(?:时间|时限|用时|时长|周期|率|额|量|数|效率|进度|速度|次数|金额|数量)"
)  # 资金兑现|时间 is one noun
_BREAKS = re.compile(
    rf"[{SUBJECT}{TIME}]|成为|位于|其中|用于|来自|超过|不等|左右|同比|均为|每年|每天|即将|正在|已经|有望|合计|共计|总计|累计|分别|预计|变为|身上|之间|当中|之一|相比|每[分小秒天日年月周季人家吨户亩]|平均|[人户亩]均|联合发起|现已|全部|就是|(?<![冷退忘])却|(?<![规准原法细守总章附通学])则(?=[一-龥{BLANKS}]{{2}})"
)
_BREAKS_AFTER_HEAD = re.compile(
    r"[为系是在于由对将被已正均也都从向让使把可较占就获里内上近共还又需要应以比与拟约到来走达超破]|能(?![耗源效力量级])|中(?![心枢试])"
)
_COMPLEMENT = re.compile(r"^[^，,。；;的]{0,8}?(?:系|为|是|属于)(?=[^，,。；;]{4,})")
_POSSESSOR = re.compile(r"^[^，,。；;的]{2,14}(?=的)")
_EXAMPLES = re.compile(r"^[^，,。；;]{2,40}等(?=[^，,。；;等]{5,})|^[^，,。；;]*在内的(?=.{2,})")
_BETWEEN = re.compile(r"(?:之间|当中|之中|中|里|内)$")
_PLACED = re.compile(
    r"在(?![建研孵册校岗售产营编职读途库][一-龥])|出自|来自|位于|落在|可(?!再生|穿戴|降解)|能(?![源耗力量级效])|就(?![业医诊读])|便|即|将|已|均|都|是|为|系|由|被|不(?!锈)|没有|还|也|以|用(?!人|户|工|地|电)|让"
)
_DID_TO = re.compile("(?<=[一-龥]{2})(?<![为除到])了(?=[^，]{2})")  # 机械臂取代了流水线上|的工人 is no clause of theirs
_LOCATIVE = re.compile(r"[的里内中上下外处]+$")


_AND = re.compile("[和及与]")
_WORD = 2  # letters
PLACES = re.compile("国家(?:[和及与]地区)?|省(?:份|区市?)|城市|县市?区|区县|乡镇|街道|社区")
_NO_DOER = re.compile(rf"[{BLANKS}的，,。；;、：:（）()]|^(?:在|从|自|据|截至)")
_SHORTEST_DOER, _LONGEST_DOER = 3, 14


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words of the text: `verb` leads them or is empty, `noun` is the rest; `start:end` is where they stand.

    `dropped` is a verb that only brings the number in and is left out of `verb`.
    """

    verb: str
    noun: str
    start: int
    end: int
    subject: str = ""
    dropped: str = ""

    @property
    def text(self) -> str:
        """Verb and noun together."""
        return self.verb + self.noun


@dataclass(frozen=True, slots=True)
class After:
    """What follows a number: `noun` that is counted, then what it does (`verb_phrase`); `attribute` if 的 stood between."""

    noun: str
    verb_phrase: str
    attribute: bool
    noun_end: int
    end: int


def tidy(text: str) -> str:
    """`text` without blanks, dangling quotation marks and particles at its ends.

    >>> tidy("“高新技术企业的")
    '高新技术企业'
    """
    text = _THESE.sub("", _EDGES.sub("", _BLANK.sub("", text)))
    if text.count("“") != text.count("”"):
        text = text.replace("“", "").replace("”", "")
    if text.count("(") + text.count("（") != text.count(")") + text.count("）"):
        text = re.sub(r"[()（）]", "", text)
    return _LOOSE_OF.sub("", text)


def phrase_before(blanked: str, start: int, end: int, words: LabelWords) -> Phrase | None:
    """The words of `blanked[start:end]` that name what the number right after them measures; None if there are none.

    Names, times, adverbs and linking verbs are cut off; of several verbs the last one that governs the rest leads the phrase.
    """
    end = _links_off(blanked, start, end, words)
    if blanked[max(start, end - 1) : end] == "等":
        end = _verb_of_examples(blanked, start, end, words)
    at = _after_blank(blanked, start, end, words)
    lead = words.head.match(blanked, at, end)
    at = lead.end() if lead else at
    if at >= end:
        return None
    phrase = _with_verb(blanked, at, end, words)
    return phrase if phrase.subject else replace(phrase, subject=_subject_before_time(blanked, start, at, words))


def _subject_before_time(blanked: str, start: int, end: int, words: LabelWords) -> str:
    """机床产业 of 机床产业|去年|产值86亿元: the doer, parted from what is measured by a time alone; empty where there is none."""
    if end <= start or blanked[end - 1] != TIME:
        return ""
    zone = blanked[start:end].rstrip(TIME)
    lead = words.head.match(zone)
    name = zone[lead.end() if lead else 0 :]
    known = name.partition("“")[0].endswith(words.heads) and name not in words.generic
    return name if known and _SHORTEST_DOER <= len(name) <= _LONGEST_DOER and not _NO_DOER.search(name) else ""


def _links_off(blanked: str, start: int, end: int, words: LabelWords) -> int:
    """Where the words end that lead on to the number; 花 leads on (花8000元), but not in 樱花; 有 ends 拥有."""
    tail = words.tail.search(blanked, start, end)
    if tail is None:
        return end
    at = tail.start()
    if blanked[at] == "花" and blanked[at - 1 : at + 1] in words.common and at > start:
        return at + 1
    if blanked[at] == "有" and at > start and blanked[at - 1] in "拥持享":
        return at - 1
    return at


def _verb_of_examples(blanked: str, start: int, end: int, words: LabelWords) -> int:
    """引进了台湾光群、春秋电子等|50余个项目: only the verb names anything."""
    at = _after_blank(blanked, start, end, words)
    lead = words.head.match(blanked, at, end)
    verb = words.leading_verb.match(blanked, lead.end() if lead else at, end)
    return verb.end() if verb else start


def _after_blank(blanked: str, start: int, end: int, words: LabelWords) -> int:
    """Where the words after the last name, time or number begin; a noun right after a number is that number's own."""
    zone = blanked[start:end]
    last = max(zone.rfind(SUBJECT), zone.rfind(TIME), zone.rfind("——") + 1 if "——" in zone else -1)
    number = zone.rfind(NUMBER)
    if number <= last:
        return start + last + 1
    at = start + number + 1
    verb = words.adverb_before_verb.search(blanked, at, end) or words.verb.search(blanked, at, end)
    both, place = _AND.search(blanked, at, end), PLACES.match(blanked, at, end)
    if place and words.leading_verb.match(blanked, place.end(), end):
        return place.end()  # 在27个国家|布局海外仓112个
    return verb.start() if verb else (deed_of_both(blanked, both.end(), end, words) if both else 0) or at


def _with_verb(blanked: str, at: int, end: int, words: LabelWords) -> Phrase:
    leading = words.leading_verb.match(blanked, at, end)
    inner = _last_verb(blanked, leading.end() if leading else at, end, words)
    if inner is not None:
        subject = "" if leading else tidy(blanked[at : inner[0]])
        return _make(blanked, inner[1], inner[2], end, words, subject)
    if leading:
        first = words.verb.match(blanked, at, end)
        over = leading.end() >= end and first is not None and first.end() < end
        return _make(blanked, at, first.end() if over and first else leading.end(), end, words, "")
    return _verb_at_end(blanked, at, end, words) or Phrase("", blanked[at:end], at, end)


def _verb_at_end(blanked: str, at: int, end: int, words: LabelWords) -> Phrase | None:
    """专利也能换来|500万元: the verb right before the number, with the doer before it."""
    for match in words.adverb_before_verb.finditer(blanked, at, end):
        verb = words.leading_verb.match(blanked, match.end(), end)
        if verb and verb.end() >= end and match.start() > at:
            return Phrase(re.sub("[了着]$", "", verb[0]), "", match.end(), end, tidy(blanked[at : match.start()]))
    for match in words.verb.finditer(blanked, at + 2, end):
        if match.end() >= end:
            return Phrase(re.sub("[了着]$", "", match[0]), "", match.start(), end, tidy(blanked[at : match.start()]))
    return None


def _last_verb(blanked: str, at: int, end: int, words: LabelWords) -> tuple[int, int, int] | None:
    """The last verb after `at` that has an object and is in no relative clause: where its adverb, itself and its object begin."""
    found = None
    for match in words.adverb_before_verb.finditer(blanked, at, end):
        verb = words.leading_verb.match(blanked, match.end(), end)
        measured = verb and _MEASURE_OF_DEED.fullmatch(blanked, verb.end(), end)
        if verb and verb.end() < end and match.start() > at and not measured:
            found = (match.start(), verb.start(), verb.end())
    for match in words.verb.finditer(blanked, at, end):
        if match.end() < end and (found is None or match.start() > found[1]) and not _MEASURE_OF_DEED.fullmatch(blanked, match.end(), end):
            group = words.leading_verb.match(blanked, match.start(), end)
            found = (match.start(), match.start(), group.end() if group and group.end() < end else match.end())
    if found is None or found[2] >= end or "的" in blanked[found[2] : end - 1]:
        return None
    return found


def _make(blanked: str, verb_at: int, noun_at: int, end: int, words: LabelWords, subject: str) -> Phrase:
    if end - noun_at == 1 and noun_at - verb_at > _WORD and blanked[noun_at - _WORD : end] in words.common:
        noun_at -= _WORD  # 输送|毕业生
    verb, noun = blanked[verb_at:noun_at], blanked[noun_at:end]
    if noun.startswith("后") and _COMPLETION.search(verb):
        return Phrase("", blanked[verb_at:end], verb_at, end, subject)
    lead = re.match(r"(?:[了起的]|出(?![口资让租台货售行境海国])|后(?![备台端期续勤]))+", noun)
    if lead:
        noun_at, noun = noun_at + lead.end(), noun[lead.end() :]
    bare = verb if verb in words.content or verb in words.light else re.sub("[了出起着]$", "", verb)
    if (bare in words.light or verb in words.light) and len(tidy(noun)) >= (2 if bare in words.always_dropped else 3):
        return Phrase("", noun, noun_at, end, subject, bare)
    return Phrase(bare, noun, verb_at, end, subject)


def drop_examples(noun: str) -> str:
    """动力金属、爱机汽配等优质产业链配套企业 counts the firms, not the examples.

    >>> drop_examples("高新数创湾等产业实训基地"), drop_examples("培训等活动")
    ('产业实训基地', '培训等活动')
    """
    return _EXAMPLES.sub("", noun)


def words_after(blanked: str, start: int, words: LabelWords) -> After | None:
    """The noun that the number before `start` counts and what the noun does, up to the next stop; None if no word follows."""
    attribute = blanked.startswith("的", start)
    at = start + 1 if attribute else start
    hard = _HARD_STOP.search(blanked, at)
    limit = hard.start() if hard else len(blanked)
    relative = _relative_end(blanked, at, limit, words)
    if at >= limit or (relative == at and _STOP.match(blanked, at)):
        return None
    if words.empty.match(blanked, at):
        return None
    complement = _COMPLEMENT.match(blanked[at:limit])
    if complement and not attribute:
        return After(tidy(blanked[at + complement.end() : limit]), "", attribute=False, noun_end=limit, end=limit)
    return _split_after(blanked, at, max(at, relative), _soft_end(blanked, max(at, relative), limit, words), words, attribute=attribute)


def _relative_end(blanked: str, at: int, limit: int, words: LabelWords) -> int:
    """Where the noun begins after 配套性强的; `at` if no such clause stands before it, or if 的 only says whose (两大企业的表现)."""
    owner = _POSSESSOR.match(blanked[at:limit])
    if owner and _ends_with_head(_BETWEEN.sub("", owner[0]), words) and not words.leading_verb.match(owner[0]):
        return at
    of = blanked.rfind("的", at, limit)
    return of + 1 if of > at and limit - of > 2 and not _DID_TO.search(blanked, at, of) else at


def _soft_end(blanked: str, at: int, limit: int, words: LabelWords) -> int:
    """、and 和 end the phrase only if a number follows in the same clause or the next member is one, with no noun and its deed between."""
    for stop in _STOP.finditer(blanked, at, limit):
        number = blanked.find(NUMBER, stop.end(), limit + 1)
        if stop.start() > at and (len(stop[0]) > 2 or (number >= 0 and not deed_of_both(blanked, stop.end(), number, words))):
            return stop.start()
    return limit


def deed_of_both(blanked: str, at: int, end: int, words: LabelWords) -> int:
    """Where 减免房租 begins in 个体工商户|减免房租: behind the second noun of two that are counted together; 0 if no deed does."""
    heads = (match.end() for match in words.noun_end.finditer(blanked, at, end))
    does = (head for head in heads if words.leading_verb.match(blanked, head, end) or blanked[head : head + 2] in common_verbs())
    return next(does, 0)


def _split_after(blanked: str, at: int, noun_at: int, end: int, words: LabelWords, *, attribute: bool) -> After:
    verb = words.leading_verb.match(blanked, noun_at, end)
    if noun_at == at and verb and not attribute:
        return _verb_first(blanked, at, end, verb.end(), words)
    cut = noun_at if _PLACED.match(blanked, noun_at) else _noun_end(blanked, noun_at, end, words)
    noun = _LOCATIVE.sub("", blanked[noun_at:cut])
    if len(tidy(noun)) < 2:
        noun = ""
    return After(tidy(noun), tidy(blanked[cut:end].lstrip("的")), attribute, noun_at + len(noun), end)


def _verb_first(blanked: str, at: int, end: int, verb_end: int, words: LabelWords) -> After:
    """入驻企业 is a noun, 拥有新药管线 is what the counted do."""
    rest = blanked[verb_end:end]
    if 0 < len(rest) <= 5 and blanked[at:verb_end] not in words.light and _ends_with_head(rest, words):
        return After(tidy(blanked[at:end]), "", attribute=False, noun_end=end, end=end)
    return After("", tidy(blanked[at:end]), attribute=False, noun_end=at, end=end)


def _ends_with_head(text: str, words: LabelWords) -> bool:
    return text.endswith(words.heads)


def _noun_end(blanked: str, at: int, end: int, words: LabelWords) -> int:
    """Where the counted noun ends: before the first verb, adverb or preposition."""
    ends = [
        match.start() for match in (words.verb.search(blanked, at + 1, end), words.adverb_before_verb.search(blanked, at + 1, end)) if match
    ]
    ends += [match.start() for match in [_BREAKS.search(blanked, at + 1, end)] if match]
    cut = min([end, *ends])
    of = blanked.find("的", at + 2, cut)
    if of > 0 and _ends_with_head(blanked[at:of], words):
        return of
    for match in _BREAKS_AFTER_HEAD.finditer(blanked, at + 2, cut):
        if _ends_with_head(blanked[at : match.start()].rstrip("”"), words) and not _ends_with_head(blanked[at : match.end()], words):
            return match.start()
    weak = [match.end() for match in words.noun_end.finditer(blanked, at, cut) if words.leading_verb.match(blanked, match.end(), cut)]
    if weak and not _ends_with_head(blanked[at:cut], words):
        cut = weak[0]
    return cut
