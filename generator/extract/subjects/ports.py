"""Ports, border posts, stations and trains with a name: what passes through them is theirs, not the park's.

湖南岳阳|城陵矶港|集装箱吞吐量达到…, |河口口岸|进出口货运量…, |成都国际班列|累计开行…, 经|某某站|到发的…; trains without a name (班列开行…)
go on with whom the text speaks of.
"""

import re
from collections.abc import Iterator

from generator.extract.subjects.model import Piece, mention_of
from generator.extract.tokens import Mention, MentionKind, Span

PASSES = re.compile("到发|开行|始发|进出|出入|进口|出口|发运|发出|运输|集疏运|中转|通关")
_STATION = re.compile(rf"(?<![已曾])经(?P<name>[一-龥]{{2,6}}?(?:站|口岸|港|机场))(?={PASSES.pattern})")
_WHEN = "(?:累计|全年|今年|去年|已|共|前[^，,。；;]{1,6}月)*"
_LOAD = (
    f"{_WHEN}(?:(?:货物|集装箱|旅客|外贸|进出口|进出境|出入境|滚装|商品车)*(?:吞吐量|货运量|客流|货值|运量)"
    "|(?:完成|处理)(?:货物|集装箱)|通关|验放|通行[一-龥]{0,4}班列|出入境)"
)
_PORT = re.compile(rf"(?P<name>[一-龥]{{1,8}}?(?:港区?|口岸|港口|机场|码头))(?={_LOAD})")
_TRAIN = re.compile(
    rf"(?P<name>[一-龥]{{2,8}}?(?:班列|专列)(?P<own>“[^“”]{{2,8}}”|[一-龥]{{2}}号)?)(?={_WHEN}(?:开行|发行|发运|发送|运送))"
)
_NO_NAME = re.compile(
    "(?:这|该|各|全[国省市区]|沿海|沿边|内陆|主要|上述|两|多|其|国际|铁海联运|海铁联运|中欧|中亚|中老|跨境|冷链|公铁联运|开行|开通|首[列趟班条]|[一几]列|的|目前)*(?:班列|专列|港区?|口岸|港口|机场|码头)"
)


def find_ports(piece: Piece, clause: Span, at: int) -> Iterator[Mention]:
    """The port or train with a name that heads a clause; `at` is where the clause's lead ends."""
    places = {one.start: one.end for one in piece.mentions if one.kind is MentionKind.PLACE}
    starts = [at]
    while starts[-1] in places:
        starts.append(places[starts[-1]])
    ports = (_PORT.match(piece.text, start, clause.end) for start in reversed(starts))
    trains = (_TRAIN.match(piece.text, start, clause.end) for start in starts)
    found = next((port for port in ports if port and not _NO_NAME.fullmatch(port["name"])), None)
    found = found or next((train for train in trains if train and (train["own"] or train.start() in places)), None)
    if found:
        yield mention_of(found, MentionKind.INSTITUTION)


def find_stations(text: str) -> Iterator[Mention]:
    """经|某某站|到发的."""
    yield from (mention_of(found, MentionKind.INSTITUTION) for found in _STATION.finditer(text))
