"""Which mentions are subjects: those at the head of a clause, times, connectives and attributes aside.

What a figure is compared with or part of (占全市, 比全省), whom something is done for (为长三角企业), what is an object (引进了宁德时代)
and what only says which one (白银高新区企业 before a company's name) is none. A clause that does no more than lead into a house
(走进某公司车间，) has that house for the subject of what follows.
"""

import re
from collections.abc import Iterator

from generator.extract.labels.lexicon import any_of
from generator.extract.sentences import clause_at
from generator.extract.subjects.model import RESIDENTS, Piece
from generator.extract.tokens import Mention, MentionKind, Sentence
from generator.registry.registry import Registry

_WHOLE_OF = re.compile(
    r"^(?!\d{4}年|\d+月|前.{1,3}(?:个月|月|季度))(?:平均(?:水平|值)?的|市场|行业|同行|前列|领先|范围|同类|同期水平|各|首[个位家批]|第|前[一二三四五六七八九十\d]|唯一|最|总[量数]的?|存量"
    r"|的?(?:约|近|超|逾)?\d|一半|半数)"
)
_NAME_GOES_ON = re.compile(
    r"^(?:级|式|籍|版|牌|特色(?!产业|产品|企业)|模式|标准(?![机厂地仓化箱])|政策|方案|条例|办法|综合评价|综合发展水平|考核评价|评价|排名(?![第前首列居全在上由])"
    r"|榜单|对接会|推介会|招商会|大会|活动|赛区|籍)"
)
_EXAMPLES = re.compile(r"(?:[（(][^（()）]*[)）])?(?:[、和][^，,。；;]{1,60})?等(?=\d|[两三四五六七八九十]|一批|多|企业|单位|机构|项目)")
_PLACE_NAME = re.compile(r"[省市县区州旗盟国里]$|新区$|^全")
_PLACE_FORM = re.compile(r"[一-龥]{2,4}[县市州旗盟](?=是|有|现|共|去年|今年|地|规上|规模|一般|实现|完成|20)|[一-龥]{2,3}县(?=[种养产出建])")
_HEARD = re.compile(r"从(?P<who>[^，,。；;]{2,24})(?:处|了解|获悉|得知|有关部门)")
_LINK = re.compile(
    r"(?:[（(][^（()）]*[)）])?(?:的|[内里](?:的)?)?(?:[^，,。；;、的为向对给让使助推支服务引招与和]{0,6}(?:企业|公司|业主|单位|机构|龙头|平台))?"
)
_WHICH = re.compile(
    r"(?:(?!引[进入]|招引|吸引|服务|支持|帮助|[为向对与给让使有])[^，,。；;、]){0,14}(?:企业|公司|平台|机构|商家|工厂|业主)"
)
_PLAIN = frozenset({"企业", "公司", "项目", "集团"})
_ONLY = re.compile(r"(?:仅仅|仅|光|单|单是)$")
_LOCATED = re.compile(r"(?:位于|坐落[于在]|地处|落户于?|入驻|来自|扎根|深耕)$")
_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
_OFFICES = ("服务中心", "审批中心", "受理中心")
_IN = re.compile(r"(?:在|位于)$")
_WENT_INTO = re.compile(r"(?:走进|来到|步入|走访|探访|走入)(?:位于)?[^，,。；;]{0,10}$")
_SCENE_END = re.compile(
    r"(?:[（(][^（()）]*[)）])?(?:的?(?:[^，,。；;、]{0,8}(?:[里内中上]|车间|展厅|现场|生产线|实验室|厂区|厂房|展台|门口|大厅|大楼|总部|基地|机房|仓库|园区))?)?[，,。]"
)
_SCENE = re.compile(r"的(?P<name>[^，,。；;、的“”（）()]{2,12}(?:中心|车间|工厂|实验室|机房|基地|大厦|产业园|科技园))(?=[里内]?[，,])")
_FIRM = re.compile(
    r"(?P<name>(?:(?![家些各该其某的等们个类是有在与和并了])[一-龥A-Za-z]){4,14}?(?<!上市)(?<!科技)(?<!注册)(?<!成立)(?:公司|集团|合作社|支行|分行|农科院))(?![债股业\d])"
)
_STAGED = re.compile(
    r"(?P<name>(?:(?![家些各该其某等们个类第])[一-龥A-Za-z]){2,14}?[一二三四五]期(?:项目|工程)?)(?=[占投建总规产完设已将共厂有现可达计预入竣开]|\d|今|去|年|目前)"
)
_LINE = re.compile(
    r"的?(?P<name>(?:新开的?|开通的|开行的|首[条个座列台])[^，,。；;、的]{1,10}?(?:线|专列|班列))(?=[在于每将已从有实年日首共由，,投试设运开])"
)
_QUOTED = re.compile(r"的?(?P<name>“(?P<inner>[^“”]{2,12}(?:园|中心|基地|[谷城港岛湾]|平台|空间))”(?:产业园|园区|基地|平台|[谷城港岛湾])?)")
_WENT_END = re.compile(r"[^，,。；;、]{0,14}[，,。]")


class Heads:
    """Compiled once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the lists `subjects.lead_ins`, `scope_before`, `oblique_before` and `outside_words`; KeyError names a missing one."""
        words = registry.words
        self._scope = re.compile(any_of(words("subjects.scope_before")) + "(?:了|在|全|整个)*$")
        self._oblique = re.compile(any_of(words("subjects.oblique_before")) + "$")
        self._outside = re.compile(any_of(words("subjects.outside_words")))
        self._own_whole = frozenset(words("subjects.resident_stand_ins"))
        lead = any_of(words("subjects.lead_ins"))
        times = r"\d{4}年?(?:[-—至]\d{4}年?)?|\d{1,2}月|\d{1,2}日|[^，,。；;]{1,8}(?:时|后|前|以来|期间|中|上|看)"
        bare = rf"\s|{lead}|[“”\"'《（(]|{times}"
        self._bare_lead = re.compile(rf"(?:{bare})*")
        self._lead = re.compile(rf"(?:{bare}|[^，,。；;]{{1,14}}的)*")

    def is_head(self, piece: Piece, sentence: Sentence, mention: Mention, here: tuple[Mention, ...]) -> bool:
        """Whether a mention is the subject of its clause; `here` are all mentions of the sentence."""
        text = piece.text
        start = _chain_start(text, sentence, mention, here)
        before, after = text[max(sentence.start, start - 8) : start], text[mention.end : mention.end + 8]
        if self._is_no_name(text, mention, before, after) or _says_which(text, mention, here):
            return False
        if _leads_in(text, sentence, mention, start):
            return True
        if mention.kind is MentionKind.PARK and mention.park != piece.home.park and _ONLY.search(before):
            return False
        heard = _HEARD.search(text, sentence.start, sentence.end)
        located = start < mention.start and _LOCATED.search(before)
        if self._oblique.search(before) and not heard and not located:
            return False
        if self._opens_clause(text, sentence, mention, start):
            return not self._scope.search(before) or start == clause_at(sentence, start).start
        return heard is not None and heard.start("who") <= mention.start < heard.end("who")

    def _is_no_name(self, text: str, mention: Mention, before: str, after: str) -> bool:
        """肇庆高新区模式, “某某”杯, 全市首个, 贵州人: a name in a longer one, one of many, a whole that something is part of."""
        if _NAME_GOES_ON.match(after) or _EXAMPLES.match(text, mention.end):
            return True
        if before.endswith("“") and "”" in text[mention.end + 1 : mention.end + 7]:
            return True
        if mention.kind is MentionKind.STAND_IN and mention.text not in self._own_whole and _WHOLE_OF.match(after):
            return True
        return mention.kind is MentionKind.PLACE and bool(_WHOLE_OF.match(after) or not _PLACE_NAME.search(mention.text))

    def _opens_clause(self, text: str, sentence: Sentence, mention: Mention, start: int) -> bool:
        clause = clause_at(sentence, start)
        bare = mention.kind in {MentionKind.PLACE, MentionKind.STAND_IN, MentionKind.PERSON}
        lead = (self._bare_lead if bare else self._lead).match(text, clause.start, start)
        at = lead.end() if lead else clause.start
        return at == start or (mention.kind in RESIDENTS and _WHICH.fullmatch(text, at, start) is not None)

    def by_form(self, piece: Piece) -> list[Mention]:
        """What no list knows: places at the head of a clause (云渡县是农业大县), houses led into (在某高新区的种业创新中心，)."""
        taken = {at for mention in piece.mentions for at in range(mention.start, mention.end)}
        clauses = [clause for sentence in piece.sentences for clause in sentence.clauses]
        found = [self._outside.match(piece.text, clause.start) or _PLACE_FORM.match(piece.text, clause.start) for clause in clauses]
        found_firms = [self._firm(piece.text, clause.start) for clause in clauses]
        firms = [Mention(*word.span("name"), word["name"], MentionKind.COMPANY, word["name"], None) for word in found_firms if word]
        places = [Mention(word.start(), word.end(), word[0], MentionKind.PLACE, "", None) for word in found if word]
        out = [one for one in places if not taken & set(range(one.start, one.end))]
        return out + [one for one in (*firms, *_houses_by_form(piece)) if not _is_known(one, piece.mentions)]


    def _firm(self, text: str, start: int) -> re.Match[str] | None:
        """安徽某某机器人公司, 物流园三期 at the head of a clause, though no list knows what sort of name that is."""
        lead = self._lead.match(text, start)
        at = lead.end() if lead else start
        return _FIRM.match(text, at) or _STAGED.match(text, at)


def _is_known(mention: Mention, known: tuple[Mention, ...]) -> bool:
    """Whether a name that is no place overlaps the mention, if not right inside it (建设银行|漳州高新区|支行)."""
    names = [one for one in known if one.kind is not MentionKind.PLACE and one.start < mention.end and mention.start < one.end]
    return any(one.start <= mention.start or one.end >= mention.end for one in names)


def _houses_by_form(piece: Piece) -> Iterator[Mention]:
    """在某高新区的|种业创新中心，; 片区|新开的冷链专列."""
    for mention in piece.mentions:
        line = _LINE.match(piece.text, mention.end) if mention.kind in {MentionKind.PARK, MentionKind.STAND_IN} else None
        scene = _SCENE.match(piece.text, _bracket_end(piece.text, mention.end)) if mention.kind is MentionKind.PARK else None
        if scene and (scene["name"].endswith(_OFFICES) or not _IN.search(piece.text, 0, mention.start)):
            scene = None
        quoted = _QUOTED.match(piece.text, mention.end) if mention.kind is MentionKind.PARK else None
        if quoted and quoted["inner"].endswith(_OFFICES):
            quoted = None
        for found in (line, scene, quoted):
            if found:
                yield Mention(found.start("name"), found.end("name"), found["name"], MentionKind.INSTITUTION, found["name"], None)


def _bracket_end(text: str, at: int) -> int:
    """Past a bracket (以下简称某区) that opens at `at`."""
    bracket = _BRACKET.match(text, at)
    return bracket.end() if bracket else at


def _chain_start(text: str, sentence: Sentence, mention: Mention, here: tuple[Mention, ...]) -> int:
    """Where the names begin that only say which one is meant: 区内企业某公司, 贵州贵阳高新区."""
    start = mention.start
    for other in reversed([one for one in here if one.end <= mention.start]):
        if not _links(text, other, mention, start) or other.text in _PLAIN:
            break
        start = other.start
    return start


def _says_which(text: str, mention: Mention, here: tuple[Mention, ...]) -> bool:
    """Whether the mention is no more than the first part of a chain."""
    after = next((one for one in here if one.start >= mention.end), None)
    return after is not None and _links(text, mention, after, after.start)


def _links(text: str, first: Mention, second: Mention, start: int) -> bool:
    """Whether `first` says which `second` (whose chain begins at `start`) is meant."""
    if first.kind is MentionKind.PERSON or second.kind not in {MentionKind.PARK, *RESIDENTS}:
        return False
    if second.kind is MentionKind.PARK:
        return first.kind is MentionKind.PLACE and first.end == start
    return _LINK.fullmatch(text, first.end, start) is not None


def _leads_in(text: str, sentence: Sentence, mention: Mention, start: int) -> bool:
    """在某公司的展厅里，… or 走进某园区，…: a clause that only says where we are."""
    if mention.kind not in {MentionKind.PARK, *RESIDENTS}:
        return False
    clause = clause_at(sentence, start)
    for into, end in ((_IN, _SCENE_END), (_WENT_INTO, _WENT_END)):
        found = into.search(text, clause.start, start)
        if found and found.start() - clause.start <= 12:
            return end.match(text, mention.end) is not None
    return False
