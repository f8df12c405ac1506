"""Projects that have a name, and the money put into each."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.organisations import is_listed_project
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_MONEY = r"(?:约|近|超|超过|逾|达|为)*(?P<sum>\d[\d.,]*(?:多|余)?[万亿千百]*(?:元|美元|人民币|欧元))"
_WORKS_OF_OWNER = re.compile("(?:制造|智造|生产)基地$|幼儿园$|小学$|^[一二三四]期")
_AT = re.compile("(?:新能源|国家|全球|全国|“)")
_NOBODYS = re.compile("教育部|工业和信息化部|科技部|国家|“[^”]*”(?:全新)?赛道")
_PROJECT_AFTER = re.compile(r"等?项目|[一二三四五六]期|(?:计划)?总投资")
_OTHERS = (MentionKind.PROJECT, MentionKind.COMPANY, MentionKind.PARK)
_ENDING = re.compile(
    r"[^\d]{2,24}(?:项目|工程|基地|中心|产线|生产线|总装线|中试线|工厂|产业园|一期|二期|厂房|平台|大厦|枢纽|电站|园区?|码头|道路|公路|管网|线|厂|港|院|城|馆|仓|站|楼)"
)
_EXAMPLES = re.compile(
    r"(?:以(?P<a>[^，。；：“”]{3,60}?)(?:等)?为代表的[^，。；]{0,20}项目)|(?:引进|落地|签约)(?P<b>[^，。；：“”\d]{3,60}?)等[百十千]?亿级?(?:元)?(?:以上)?项目"
)

_KIND = re.compile(
    "共(?:投|签|规划|引进|实施|安排|落地|建成|开工|有|计)|重点项目$|^[上下]游|^(?:以上|上述|同类|其他|相关|该|此|这些|新(?!能源|材料|型|一代|兴)|老|续建|在建|签约|招商|入库|入园|落户|承接|转移|建设|改建|新建|扩建|优秀)|同类|时期的|转移项目$"
)
_YEARLY = re.compile(r"年产[\d.]+[余多]?[万亿]?[一-龥]{1,2}[一-龥A-Za-z0-9]{2,16}?项目(?!的?(?:负责人|经理|业主))")
_YEARLY_OUTPUT = re.compile(r"年产[\d.]+[余多]?[万亿]?[一-龥]{1,2}$")
_LEGAL = re.compile(r"^[一-龥（）()]{4,24}?有限(?:责任)?公司(?=[一-龥]{4})")
_STAGE_OF_WORKS = re.compile("[一二三四五六](?:、[二三四五六])*期(?:扩建)?(?:厂房|工程|项目|工厂|基地|生产线|车间)")
_STAGE = re.compile("[一二三四五六]期")


class ProjectFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        words = lexicon.any_of("investment_words")
        self._boundaries = lexicon.mentions
        self._paid_for = re.compile(
            rf"{words}{_MONEY}(?:建设|打造|兴建|实施|改造|新建|扩建|升级)?+的?+(?P<name>(?![一二两三四五六七八九十\d]+[条个座家台套])[^，。；：、,;（(“”]{{4,30}})"
        )
        self._before = re.compile(rf"{words}{_MONEY}(?:建设|打造|兴建)?的?$")
        self._after = re.compile(rf"[^。！？]{{0,24}}?{words}{_MONEY}")

    def find(self, view: View) -> Iterator[Find]:
        """Each mention of a project; the first with a sum of money gives the detail."""
        for piece in view.pieces:
            for mention in piece.mentions_of(MentionKind.PROJECT, MentionKind.INSTITUTION):
                money = self._investment(piece, mention)
                paid = money and self._before_it(piece, mention)
                listed = _PROJECT_AFTER.match(piece.text, mention.end) or is_listed_project(piece, mention)
                project = mention.kind is MentionKind.PROJECT or paid or listed or _WORKS_OF_OWNER.search(mention.text)
                if (
                    project
                    and not _NOBODYS.match(mention.text)
                    and not _KIND.search(mention.text)
                    and not (mention.kind is MentionKind.INSTITUTION and _AT.match(mention.text))
                ):
                    output, stage = _output(piece, mention), _stage(piece, mention)
                    start, end = mention.start - len(output), mention.end + len(stage)
                    yield Find(NameKind.PROJECT, output + _name(mention) + stage, piece, start, end, money)
            yield from _stages(piece)
            yield from self._paid(piece)
            yield from self._yearly(piece)
            yield from self._examples(piece)

    def _paid(self, piece: Piece) -> Iterator[Find]:
        """What stands behind a sum invested: 投资3.5亿元建设的丘陵拖拉机总装线, up to the first word that no name holds."""
        for match in self._paid_for.finditer(piece.text):
            start, end = match.span("name")
            words = self._boundaries
            cuts = [left for left, _, word in words.boundaries.scan(piece.text, start, end) if words.boundary_kinds[word] == "cut"]
            stop = min([end, *cuts])
            name = _ENDING.match(piece.text, start, stop)
            if (
                name
                and not _KIND.search(name[0])
                and not any(mention.start < name.end() and start < mention.end for mention in piece.mentions_of(*_OTHERS))
            ):
                yield Find(NameKind.PROJECT, name[0], piece, start, name.end(), match["sum"])

    def _yearly(self, piece: Piece) -> Iterator[Find]:
        """Projects told by what they will make in a year: 年产20万吨碳五综合利用项目."""
        for match in _YEARLY.finditer(piece.text):
            if not any(mention.start < match.end() and match.start() < mention.end for mention in piece.mentions_of(MentionKind.PROJECT)):
                yield Find(NameKind.PROJECT, match[0], piece, match.start(), match.end())

    def _examples(self, piece: Piece) -> Iterator[Find]:
        """Projects that stand as examples: 以A、B为代表的…项目, 引进A、B等百亿级项目."""
        for match in _EXAMPLES.finditer(piece.text):
            group = match.lastgroup or ""
            offset = match.start(group)
            for item in match[group].split("、"):
                start = piece.text.index(item, offset)
                offset = start + len(item)
                if 3 <= len(item) <= 24:
                    yield Find(NameKind.PROJECT, item, piece, start, offset)

    def _before_it(self, piece: Piece, mention: Mention) -> bool:
        return self._before.search(piece.text[max(0, mention.start - 20) : mention.start]) is not None

    def _investment(self, piece: Piece, mention: Mention) -> str:
        before = self._before.search(piece.text[max(0, mention.start - 20) : mention.start])
        after = self._after.match(piece.text, mention.end)
        found = before or after
        return found["sum"] if found else ""


def _stages(piece: Piece) -> Iterator[Find]:
    """What a company builds in stages: 某某公司二期厂房."""
    for mention in piece.mentions_of(MentionKind.COMPANY):
        stage = _STAGE_OF_WORKS.match(piece.text, mention.end)
        if stage:
            yield Find(NameKind.PROJECT, mention.name + stage[0], piece, mention.start, stage.end())


def _name(mention: Mention) -> str:
    return re.sub(r"[一二三四五六]期$", "", re.sub(r"^(?:公司|企业|园区)", "", _LEGAL.sub("", mention.name)))


def _output(piece: Piece, mention: Mention) -> str:
    """The 年产6万吨 before a project that is told by what it will make."""
    output = _YEARLY_OUTPUT.search(piece.text, max(0, mention.start - 16), mention.start)
    return output[0] if output and mention.text.endswith("项目") else ""


def _stage(piece: Piece, mention: Mention) -> str:
    """The 二期 behind a house whose stage is the project."""
    stage = _STAGE.match(piece.text, mention.end) if mention.kind is MentionKind.INSTITUTION else None
    return stage[0] if stage else ""
