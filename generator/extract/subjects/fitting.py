"""Owners that the words of the figure itself correct.

A sentence without a subject goes on with the firm of the sentence before, unless what it tells only a park has (规上工业总产值), the
park's rules give (对首次上规的企业，奖励20万元) or its offices ask for (要交13份材料). What goes on with the park is somebody's, if only a
person or a maker has it (月工资, 良品率), and a thing's, if a thing is measured (9公斤).
"""

import re
from dataclasses import replace

from generator.extract.mentions.word_table import any_of
from generator.extract.sentences import clause_at
from generator.extract.subjects.model import Actor, Piece, Subject, Topic, home_subject
from generator.extract.subjects.pointed import find_founded
from generator.extract.tokens import MentionKind, Quantity, Sentence
from generator.model.claim import Level
from generator.registry.registry import Registry

_DATELINE = re.compile(r"[^，,。]{0,8}[讯电][（(][^（()）]*[)）]\s*|[^，,。（(]{0,8}讯\s+")
_A_THING = re.compile('[“"]?(?:这|一)[台辆架款枚颗箱瓶艘列粒根](?![一-龥]?图)')
_TRADE = re.compile(r"产业(?:去年|今年|前年|上半年|全年|[前一二三四]{1,2}季度|\d{4}年)?(?:实现|完成|规上|总)*(?:产值|营收|营业收入|增加值)")
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
_LOT = re.compile(r"\d[\d.,]*[多余]?[家户][^，,。；;、]{0,14}(?:企业|公司|商户|用户|机构)(?=[，,、今去目已共均都])")
_OTHERS = re.compile(  # 去年，|6家银行|依据碳账户评级，
    r"(?:[^，,。；;]{1,8}[，,])?\d[\d.,]*[多余]?[家所][^，,。；;、]{0,8}?(?:银行|机构|高校|院所|医院)(?=依据|依托|根据|通过|向|为|与|在|从|将|把|联合|共同|累计)"
)
_THEN_NOW = re.compile("(?:以前|过去|从前|原来|原先|以往|改革前)[^。！？]*(?:现在|如今|目前|而今|眼下)")
_DID = re.compile(r"(?:[用花耗等]了|[只仅才][用花耗])(?:不到|不足|短短|约)?$")
_ON_THE_WAY = re.compile("[车航路]程|[坐乘搭]|驾车|开车|步行")
_OF_MANY = re.compile("平均|企业|产业|行业|各|全区")
_ON_AVERAGE = re.compile("平均|人均|户均")


_BENEFICIARIES = (  # 在用工方面，对首次上规入统的企业
    "(?:在[^，,。；;]{2,12}方面[，,])?(?:对于?|凡是?|给)?[^，,。；;“”]{2,30}的[^，,。；;“”的]{0,8}(?:企业|项目|团队|人才|机构|商户|单位|毕业生|职工|个人)"
)


class Fitting:
    """Compiled once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile `subjects.*`; KeyError names a list that is missing."""
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
        grants = any_of(("给予", "补给", "发放", "减免", *registry.words("label_policies.grants")))
        self._offered = re.compile(rf"{_BENEFICIARIES}[，,](?:[^，,。；;]{{0,10}}[，,])?[^，,。；;\d]{{0,8}}(?:{grants}|按)")
        self._granted = re.compile(any_of(("给予", "按", *registry.words("label_policies.grants"))))
        self._holders = tuple(registry.words("subjects.holders"))
        self._making = re.compile(any_of(registry.words("subjects.making")))
        self._personal = re.compile(any_of(registry.words("subjects.personal")))

    def fit(self, piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], chosen: Subject, topic: Topic) -> Subject:
        """The owner `chosen`, or whose the figure's own words say it is; `before` are the actors of the sentence before the figure."""
        if chosen.level is Level.RESIDENT and piece.home.park:
            return self._of_park(piece, sentence, quantity, before, chosen) or chosen
        if chosen.level is Level.PARK:
            return self._of_somebody(piece, sentence, quantity, before, chosen, topic) or chosen
        return chosen

    def _of_park(self, piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], chosen: Subject) -> Subject | None:
        """The park instead of somebody in it, for the figures of many firms, of a park's rules and of what only a park has."""
        if not before and self._is_of_lot(piece, sentence, chosen):
            return home_subject(piece.home, "lot", piece.text[sentence.start : quantity.start])
        ways = (expression.match(piece.text, sentence.start, quantity.start) for expression in (_ALIKE, _ANY_FIRM, self._offered))
        alike = next((found for found in ways if found), None)
        if alike and not any(actor.start >= alike.end() for actor in before):
            return home_subject(piece.home, "alike", alike[0])
        words = _own_words(piece, sentence, quantity, before)
        told = bool(before) and before[-1].start > piece.text.rfind("；", sentence.start, quantity.start)
        wide = self._driven.search(words) or (
            "其中" not in words and not told and ((not before and self._park_wide.search(words)) or _TRADE.search(words))
        )
        return home_subject(piece.home, "park-wide", words) if wide else self.errand_of(piece, sentence, quantity, chosen)

    def _of_somebody(
        self, piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], chosen: Subject, topic: Topic
    ) -> Subject | None:
        """Somebody or something in the park instead of it, where no subject of the clause says otherwise."""
        if chosen.rule == "carried" and topic.current.rule == "article" and self._is_of_a_thing(piece, sentence, quantity):
            return Subject("", piece.home.park, Level.RESIDENT, "thing", piece.text[quantity.start : quantity.end])
        founded = find_founded(piece, sentence, quantity)
        if founded is not None:
            return founded
        words = _own_words(piece, sentence, quantity, before)
        if topic.resident and chosen.rule == "carried" and self._making.search(words) and not _OF_MANY.search(words):
            return replace(topic.resident, rule="personal", words=words)
        own = bool(before) and before[-1].start >= clause_at(sentence, quantity.start).start
        return _of_person(piece, sentence, words) if not own and self._is_personal(words) else None

    def _is_personal(self, words: str) -> bool:
        """月工资涨到8000元: what only a person has; not what the park grants, nor what people have on average."""
        return self._personal.search(words) is not None and not self._granted.search(words) and not _ON_AVERAGE.search(words)

    def _is_of_lot(self, piece: Piece, sentence: Sentence, chosen: Subject) -> bool:
        """19户用上绿电的企业，平均电价下降7.5分: firms that the sentence counts out first are the park's, if no estate is spoken of.

        So are banks and schools, whoever is spoken of: 6家银行向企业放贷14.7亿元.
        """
        firms = _LOT.match(piece.text, sentence.start, sentence.end) and not chosen.name.endswith(self._holders)
        return bool(firms) or _OTHERS.match(piece.text, sentence.start, sentence.end) is not None

    def whole_trade(self, piece: Piece, sentence: Sentence, quantity: Quantity, found: Subject) -> Subject:
        """共建魔芋深加工研究院，力争魔芋全产业链产值突破30亿元: what a whole trade has is no house's that was just set up."""
        words = piece.text[clause_at(sentence, quantity.start).start : quantity.start]
        wide = found.rule == "made" and piece.home.park and self._park_wide.search(words)
        return home_subject(piece.home, "park-wide", words) if wide else found

    def errand_of(self, piece: Piece, sentence: Sentence, quantity: Quantity, chosen: Subject) -> Subject | None:
        """办一张许可证，要交13份材料; 以前办环评要45天，现在10天: what the park's offices ask for is the park's, whoever tells of it."""
        errand = self._errand.search(piece.text, sentence.start, sentence.end)
        if errand is None or chosen.level is not Level.RESIDENT or not piece.home.park:
            return None
        text, start = piece.text, clause_at(sentence, quantity.start).start
        if _DID.search(text, start, quantity.head):
            return None  # 某某新厂只用了5个工作日就办完了施工许可: how it went that once
        asked = self._errand_things.match(text, quantity.tail) or self._asked_before.search(text, start, quantity.head)
        then_now = quantity.unit in {"天", "个月", "小时"} and _THEN_NOW.search(text, sentence.start, sentence.end)
        timed = quantity.unit in {"工作日", "个工作日"} or _DONE.match(text, quantity.tail) or then_now
        papers = quantity.unit == "份" and "材料" in text[start : quantity.start]
        return home_subject(piece.home, "errand", errand[0]) if asked or timed or papers else None

    def _is_of_a_thing(self, piece: Piece, sentence: Sentence, quantity: Quantity) -> bool:
        """9公斤, 0.02毫米, not the 25分钟 of a ride; whatever is said of 一颗螺栓 at the head of its sentence."""
        dateline = _DATELINE.match(piece.text, sentence.start, sentence.end)
        start = dateline.end() if dateline else sentence.start
        if _ON_THE_WAY.search(piece.text, clause_at(sentence, quantity.start).start, quantity.start):
            return False
        return quantity.unit in self._thing_units or _A_THING.match(piece.text, start) is not None


def _of_person(piece: Piece, sentence: Sentence, words: str) -> Subject:
    """The first person whom the sentence names, or somebody without a name."""
    name = next((mention.name for mention in piece.within(sentence) if mention.kind is MentionKind.PERSON), "")
    return Subject(name, piece.home.park, Level.RESIDENT, "personal", words)


def _own_words(piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor]) -> str:
    """What stands between a figure and the start of its clause, or the subject in it."""
    start = clause_at(sentence, quantity.start).start
    return piece.text[max(start, before[-1].end if before else 0) : quantity.start]
