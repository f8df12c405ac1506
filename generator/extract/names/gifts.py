"""Gifts that are told by whom or what they are for: 对新引进的博士每月发放3000元生活补贴 is the 博士生活补贴 of a park.

A gift that a policy, a loan or a fund of its own pays for is part of that measure, so one named before it in the sentence leaves it alone.
"""

import re
from collections.abc import Iterator

from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.mentions.word_table import any_of

_STOP = "，。；：！？,;:!?"
_SUM = (
    r"(?:最高|不超过|每[人家户个年月][每月年次]?|总额|合计|累计|约|近|人民币)*\d[\d.,]*[余多]?[万亿]*(?:元|%)?(?:至\d[\d.,]*[万亿]*(?:元|%)?)?"
    "(?:以内)?的?(?:一次性)?的?"
)
_WHOM = rf"(?P<whom>[^{_STOP}“”]{{2,30}}?)"
_PLAIN = rf"[^{_STOP}、的“”\d]"
_DEEDS = "(?:新?(?:购置|采购|购买|购)|新设|新建|柔性引进|引进|租用|租赁|研制|使用|投保|参加|建设|更新|改造)"
_MANY = re.compile("[、和与及]")
_LAST = re.compile("^.*(?:的|等|之)(?=[^的等之]{2,})")
_DOING = re.compile("[来到在]区?(?:内)?(?:创业|工作|就业|发展|落户|投资)?.*$")
_HOUSES = re.compile("^[于每此其这该\\d]|(?:企业|公司|单位|用户|机构|项目|商户|业主|农户|园区)$")
_POLICY = re.compile("[》”]|资金(?!支持)|基金|办法|政策|细则|条例|措施|十条|条款")
_LONGEST_WHOM = 14


class GiftFinder:
    """Built once from the word lists."""

    def __init__(self, words: NameLexicon) -> None:
        """Compile `label_policies.grants`; KeyError if it is missing."""
        self._words = words
        grants = any_of(words.registry.words("label_policies.grants"))
        gives = f"(?:给予|发放|发给|提供|拨付|补发|送上|{grants})"
        following = f"(?:按|每|分别|再|另|还|最高|一次性|{gives})"
        gift = rf"(?P<gift>(?P<of>[^{_STOP}、的“”\d]{{0,8}}?){grants})(?=[{_STOP}”]|$|等)"
        self._given = re.compile(
            rf"(?:^|(?<=[^应相反绝核投面偏倾流转方走迈])(?=[对给向]))(?:对|给|向){_WHOM}(?=[，,]|{following})"
            rf"[，,]?[^{_STOP}“”]{{0,14}}?(?:[，,][^{_STOP}“”]{{0,14}}?)?{gives}(?:{_SUM})?{gift}"
        )
        self._taken = re.compile(
            rf"(?:^|(?<=[{_STOP}])){_WHOM}[，,]?(?:还|便|即|均|都)?可(?:以)?(?:一次性|每[月年]|按[月年])?"
            rf"(?:领取|申领|领到|获得|享受)(?:{_SUM}){gift}"
        )
        self._told = re.compile(
            rf"(?:^|(?<=[{_STOP}]))(?P<gift>(?P<of>(?!按|给|对|每|单|平均|累计|合计|人均|户均|企业|财政|共)[一-龥]{{2,8}}?){grants})"
            r"(?=按|每[人家月年亩台吨]|最高|标准|提高到|由\d|从\d)"
        )
        self._paid = re.compile(
            rf"(?<=元)的?(?:发放|给予|支付)?(?P<gift>(?P<of>(?!综合|一次|给予|发放|每)[一-龥]{{2,4}}?){grants}|安家费)(?=[{_STOP}])"
        )
        given = rf"(?:{gives}(?:{_SUM})?|(?<=[%成]))"
        paid = rf"[，,]?[^{_STOP}“”]{{0,24}}?{given}(?P<gift>(?!奖励){grants}|(?:建设|运营|研发|落户)支持)(?=[{_STOP}])"
        self._deed = re.compile(
            rf"(?:对企业|对|(?:^|(?<=[{_STOP}]))企业)(?:(?:实施|开展|进行|完成)(?P<work>{_PLAIN}{{3,12}}?)|(?P<deed>{_DEEDS}{_PLAIN}{{2,12}}?))"
            rf"(?:的(?:[一-龥]{{0,4}}?(?:企业|单位|机构|工厂))?)?(?=[，,按给]){paid}"
        )
        self._cost = re.compile(rf"(?:^|(?<=[{_STOP}]))(?:对(?:企业)?)?(?P<work>{_PLAIN}{{2,10}}?(?P<deed>费用))(?=可?按){paid}")

    def find(self, text: str) -> Iterator[tuple[str, int, int]]:
        """(name, start, end) of gifts with those that they are for; the span is the gift's own, which always stands in the text.

        Several receivers, or a company of any kind, name no gift better than it names itself. What a company does with the money does:
        对新购设备的企业按投资额的15%给予补助 is the 新购设备补助. A gift that a sum of money tells (500元交通补贴) names itself.
        """
        if not any(sign in text for sign in ("补", "资助", "津贴", "奖励", "贴息", "支持", "安家费")):
            return
        told = tuple(self._told_for(text))
        yield from told
        for match in self._paid.finditer(text):
            if self._is_gift(match["of"] or "") and not any(end == match.end("gift") for _, _, end in told):
                yield match["gift"], *match.span("gift")

    def _told_for(self, text: str) -> Iterator[tuple[str, int, int]]:
        for match in self._told.finditer(text):
            if self._is_gift(match["of"]) and self._words.proper_part(match["of"]):
                yield match["gift"], *match.span("gift")
        for pattern in (self._given, self._taken):
            for match in pattern.finditer(text):
                whom = _core(match["whom"])
                told = text[_sentence(text, match.start()) : match.start("gift")]
                if whom and not _POLICY.search(told) and self._is_gift(match["of"]):
                    yield whom + match["gift"], *match.span("gift")
        for pattern in (self._deed, self._cost):
            for match in pattern.finditer(text):
                what = match["work"] or match["deed"]
                if not _POLICY.search(text, _sentence(text, match.start()), match.start("gift")) and not _HOUSES.search(what):
                    yield what + match["gift"], *match.span("gift")

    def _is_gift(self, of: str) -> bool:
        return not any(self._words.boundary_kinds[word] == "cut" for _, _, word in self._words.boundaries.scan(of))


def _sentence(text: str, offset: int) -> int:
    return max(text.rfind(mark, 0, offset) for mark in "。！？；;") + 1


def _core(whom: str) -> str:
    """博士 of 新引进的博士, 高技能人才 of 焊接、电装等高技能人才; nothing of 博士、硕士, nor of 成果转化的企业."""
    core = _DOING.sub("", _LAST.sub("", whom.removesuffix("的")))
    several = _MANY.search(core) is not None
    return "" if several or _HOUSES.search(core) or not 2 <= len(core) <= _LONGEST_WHOM else core
