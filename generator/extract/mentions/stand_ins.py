"""Words that stand for a name: 该区, 这个平台, 园区, 公司 at the start of a clause, 其."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.extract.mentions.draft import Draft
from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.mentions.word_table import any_of
from generator.extract.tokens import MentionKind

_JOINTS = "在自由向对为让使从到与和及于是将把被给该本全各据经但而且并也已的了以按当时们后"
_TIMES = (
    r"(?:[前上下头][一二三四五六七八九十半两\d]{1,3}(?:个?月|年|季度)|[\d至到-]{1,5}月份?|一季度|上半年|下半年|全年|同期|年初|年底|目前)"
)
_LEAD_IN = (
    "(?:我们|咱们|而|但|目前|如今|同时|此外|现在|当前|去年|今年|明年|前年|据悉|其中|截至目前|近年来|近年|据介绍|随着|在|由|为|对|这样|届时|预计|未来|下一步|接下来"
    "|今后|当年|同年|随后|后来|至此|眼下|而今|为此|因此|此前|过去|年内|每年|不仅|不但|原来|当时|也|则|又|虽然|尽管|由于|如果)"
)
_OPENING = rf"(?:^|(?<=[，。；：！？、“”,;:!?…）)])){_LEAD_IN}?{_TIMES}?(?:{_LEAD_IN}(?<![在由为对随着]))?"
_ONE_SIGN = 2  # 该区: 这个区 may go on (这个区域)


@dataclass(frozen=True)
class StandInFinder:
    """Built once from the word lists."""

    lexicon: NameLexicon

    @cached_property
    def _expression(self) -> re.Pattern[str]:
        words = self.lexicon.words
        pointed = any_of(word.removeprefix("该") for word in words("stand_ins_always") if word.startswith("该") and len(word) > _ONE_SIGN)
        free = any_of(tuple(word for word in words("stand_ins_free") if word != "其"))
        not_other = "".join(words("not_after_qi"))
        return re.compile(
            rf"(?<![保厂校城小社景矿库团])(?P<always>这家[一-龥]{{1,8}}?(?:企业|公司|工厂|药企|车企)|这[个座家条支一]{pointed}(?![期法章家们龙化级型性])|{any_of(words('stand_ins_always'))})"
            rf"|(?:(?<=[{_JOINTS}，。；：！？、“”‘,;:!?…）)日年月度底末初来])|(?<=其中)|^)(?P<free>{free})"
            rf"|(?<![尤极与])(?P<qi>其)(?![{not_other}])"
            rf"|{_OPENING}(?P<opening>{any_of(words('stand_ins_opening'))})(?![法章家们龙化级型性]|{any_of(words('stand_in_tails'))})"
        )

    def find(self, text: str) -> Iterator[Draft]:
        """Stand-ins, their names empty; longer names that hold one win over it later."""
        for match in self._expression.finditer(text):
            group = match.lastgroup or ""
            yield Draft(match.start(group), match.end(group), MentionKind.STAND_IN, "", weight=-5)
