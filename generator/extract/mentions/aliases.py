"""Other names that an article gives (以下简称瑞庆时代, 又称大旺), and short ones that it uses untold (朗越 of 天津朗越汽车部件有限公司)."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.tokens import MentionKind

_SAID = "(?:以下|下文|下)?(?:统称|简称为?|又称为?|又名|亦称|也称|俗称|原名|前身为)"
_GIVEN = re.compile(rf"[(（]{_SAID}[:：]?[“\"]?(?P<name>[^”\"()（）]{{2,16}})[”\"]?[)）]")
_CALLED = re.compile(
    r"(?:[，,](?:又称|俗称|又名|别称|亦称)|(?<=区)(?:又称|又名|亦称|也叫))[“\"]?(?P<name>[一-龥]{2,8}?)[”\"]?(?=[，,。、])"
)
_TAIL = re.compile(r"(?:集团|控股|股份|科技)?(?:有限合伙|(?:集团|控股)?(?:股份)?有限(?:责任)?公司.*|集团|公司|股份)$")


@dataclass(frozen=True, slots=True)
class Alias:
    """`short` stands for `full` in this article."""

    short: str
    full: str
    kind: MentionKind
    park: str | None = None


def given_names(text: str) -> Iterator[tuple[int, str]]:
    """(offset where the bracket opens, name) of every 以下简称 and 又称."""
    for pattern in (_GIVEN, _CALLED):
        for match in pattern.finditer(text):
            yield match.start(), match["name"].strip('“”"')


def short_forms(full: str, places: Iterable[str], lexicon: NameLexicon) -> tuple[str, ...]:
    """What an article may call a company afterwards, longest first: its name without place and legal form, cut shorter from the end.

    A form that is made of common words alone (新能源科技) is none.
    """
    core = re.sub(r"[(（][^)）]*[)）]", "", full)
    for place in places:
        if core.startswith(place) and len(core) - len(place) >= 4:
            core = core[len(place) :].removeprefix("省").removeprefix("市")
    core = _TAIL.sub("", core)
    inside = {offset for start, end, _ in lexicon.terms.scan(core) for offset in range(start + 1, end)}
    forms = [core[:size] for size in range(min(len(core), 10), 1, -1) if size not in inside]
    return tuple(form for form in forms if len(lexicon.proper_part(form, lexicon.terms)) >= 2 and form != full)
