"""The own name of the park that an article is about, used alone: 临港累计回收… in an article about 宜宾临港经开区."""

import re
from collections.abc import Iterator

from generator.extract.mentions.draft import Draft
from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.tokens import MentionKind
from generator.registry.park_finder import ParkFinder

_ENDING = re.compile(r"(?:高新区|经开区|经济开发区|开发区|自贸片区|示范区|保税区|综保区|新区|产业园|科技园|工业园)$")
_OTHER = (
    "(?:[村镇乡路街湖山河湾岛县市州区人潭溪泉峡岭峰坪坝庙寺塔]|大道|大街|大桥|大厦|广场|公园|水库|古镇|古城|老街|景区|风景|森林|湿地|度假|滑雪"
    "|水电站|电站|电厂|海关|医院|大学|学院|[中小]学|体育)"
)
_HOUSE = "(?:保税港|港口?|口岸|机场|火车站|高铁站|[东南西北]?站|海关)"


def nicknames(park: str, finder: ParkFinder, lexicon: NameLexicon) -> tuple[str, ...]:
    """A park's name without its ending and the place before it; none if that is a place's name, a common word or too short.

    肇庆高新区 has none: 肇庆 is the city. Nor has 包头稀土高新区: 稀土 is a word.
    """
    stem = _ENDING.sub("", park)
    larger = next((stem[:size] for size in range(len(stem) - 2, 1, -1) if finder.gazetteer.place(stem[:size])), "")
    own = stem.removeprefix(larger)
    if own == park or len(own) < 2 or finder.gazetteer.place(own):
        return ()
    common = not lexicon.proper_part(own, lexicon.terms) and own not in lexicon.words("place_like_words")
    return () if common else (own,)


def find_nicknames(text: str, names: tuple[str, ...], park: str | None) -> Iterator[Draft]:
    """Where a nickname stands alone, as a word that stands for the park; with its harbour or station (洋浦港) a house; not in 洋浦人."""
    for name in names:
        for match in re.finditer(f"{re.escape(name)}(?P<house>{_HOUSE})?(?!{_OTHER})", text):
            if match["house"]:
                yield Draft(match.start(), match.end(), MentionKind.INSTITUTION, match[0])
            else:
                yield Draft(match.start(), match.end(), MentionKind.STAND_IN, "", park, -4)
