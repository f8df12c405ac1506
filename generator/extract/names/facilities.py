"""Facilities without a name of their own that a park builds, opens or lends: 建成海外农业园区9个, 国际数据中心一期投用."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.owned import OwnedHouses, named
from generator.extract.names.view import Find, View, other_park_before
from generator.extract.tokens import MentionKind
from generator.model.claim import NameKind

_COUNT = r"(?:\d[\d.,]*[余多]?[万亿]?(?:个|座|条|家|处|栋|间|所|平方米|亩)|[一两二三四五六七八九十]+[个座条家处栋间所])?"
_BEFORE = "(?:^|(?<=[，。；、：,;:“]))"
_OPENED = "(?=[一二三]期|(?:就|便)(?:设|建|开)?在|已?(?:正式)?(?:试?运行|投用|启用|建成|落成|揭牌|挂牌|投运|开园|开放|投入使用|投入运营))"
_HOUSES = (MentionKind.COMPANY, MentionKind.INSTITUTION, MentionKind.PROJECT, MentionKind.PARK)
_OF_HOUSE = re.compile("(?:基地|中心|平台|研究院|学院|公司|企业)[，,]?(?:目前|现|已|还|内|里|先后|共)*$")  # 基地建有中试线5条
_NO_MODIFIER = re.compile("[一二两三四五六七八九十]?[个座条家的该本各每所级批]|现有|企业|公司|[省市]级|国家级|一批|多个|首")


class FacilityFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        self._words = lexicon.mentions
        noun = rf"(?P<name>(?P<modifier>[一-龥]{{0,8}}?){lexicon.any_of('facilities')})(?![一-龥]?(?:主任|负责人|运营方|建设标准))"
        self._built = re.compile(rf"{lexicon.any_of('facility_verbs')}(?:了|的|起)?{_COUNT}{noun}")
        self._noun = lexicon.compiled("facilities")
        self._opened = re.compile(rf"{_BEFORE}{noun}{_OPENED}")
        self._owned = OwnedHouses(lexicon)

    def find(self, view: View) -> Iterator[Find]:
        """Facilities of the body, without those that some name holds already, there or elsewhere in the article."""
        houses = tuple(m.name for piece in view.pieces for m in piece.mentions_of(*_HOUSES))
        for piece in view.pieces:
            if piece.part not in ("body", "caption"):
                continue
            yield from self._owned.find(piece, view)
            if piece.part != "body" or not self._noun.search(piece.text):
                continue
            for pattern in (self._built, self._opened):
                for match in pattern.finditer(piece.text):
                    known = named(piece, *match.span("name")) or any(match["name"] in house for house in houses)
                    of_house = match[0][0] not in "共合联" and _OF_HOUSE.search(piece.text, max(0, match.start() - 8), match.start())
                    if not known and not of_house and self._is_noun(match["modifier"]):
                        start, end = match.span("name")
                        park = other_park_before(piece, start, view.park, "。！？", partners=True)
                        yield Find(NameKind.INSTITUTION, match["name"], piece, start, end, park=park)

    def _is_noun(self, modifier: str) -> bool:
        """Whether what stands before the facility can say which it is: no verb and no function word."""
        words = self._words
        told = any(words.boundary_kinds[word] in ("cut", "weak-verb") for _, _, word in words.boundaries.scan(modifier))
        return not told and not _NO_MODIFIER.search(modifier)
