"""Projects that have a name, and the money put into each."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.organisations import NEXT_WORKS, is_listed_project
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
    r"[^\d]{2,24}(?:项目|车间|工程|基地|中心|产线|生产线|总装线|中试线|拆解线|工厂|产业园|泊位|试验场|堆场|仓库|[一二三四五六]期|厂房|平台|大厦|枢纽|电站|停车场|站场|园区?|码头|道路|公路|管网|线|厂|港|院|城|馆|仓|站|楼|群|塔|综合体)"
)
_EXAMPLES = re.compile(
    r"(?:以(?P<a>[^，。；：“”]{3,60}?)(?:等)?为代表的[^，。；]{0,20}项目)|(?:引进|落地|签约)(?P<b>[^，。；：“”\d]{3,60}?)等[百十千]?亿级?(?:元)?(?:以上)?项目"
)

_KIND = re.compile(
    "共(?:投|签|规划|引进|实施|安排|落地|建成|开工|有|计)|重点项目$|^[上下]游|^(?:单个|每个|各个|以上|上述|同类|其他|相关|该|此|这些|新(?!能源|材料|型|一代|兴)|老|续建|在建|签约|招商|入库|入园|落户|承接|转移|建设|改建|新建|扩建|优秀)|同类|时期的|转移项目$"
)
_YEARLY = re.compile(r"年产[\d.]+[余多]?[万亿]?+[一-龥]{1,2}[一-龥A-Za-z0-9]{2,16}?(?:项目|生产线|装置)(?!的?(?:负责人|经理|业主))")
_YEARLY_OUTPUT = re.compile(r"年产[\d.]+[余多]?[万亿]?[一-龥]{1,2}$")
_LEGAL = re.compile(r"^[一-龥（）()]{4,24}?有限(?:责任)?公司(?=[一-龥]{4})")
_STAGE_OF_WORKS = re.compile("[一二三四五六](?:、[二三四五六])*期(?:扩建)?(?:厂房|工程|项目|工厂|基地|生产线|车间)")
_BUILDS = "(?:建设|打造|兴建|实施|改造|新建|扩建|升级|建起|建成|新上|上马)"
_WORKS = "(?:项目|工程|中心|产线|生产线|总装线|中试线|工厂|厂|厂房|基地|试验场|车间|码头|泊位|电站|仓库|平台)"
_OF_WORKERS = re.compile("上?(?:作业|工作|忙碌|忙|赶制|操作|巡检|检测|加工|装配)|[，。上]")
_BARE_STAGE = re.compile(
    "(?<![一-龥])[二三四五六]期(?:工厂|厂房|生产线|车间|基地|扩建项目|扩能项目)|(?<=[的了成用产])[二三四五六]期(?:工厂|厂房|生产线|车间|基地)"
)
_NEXT_STAGE = re.compile("(?:公司|企业)?[二三四五六]期(?:工程|项目)")
_AMONG = re.compile("项目(?:之?中|里)，$")
_CALLED_PROJECT = re.compile(
    rf"的(?P<name>[一-龥A-Za-z0-9]{{3,14}}?(?:产线|生产线|装置|管网|管廊|电站|车间|工厂|基地))(?=[正已日近建投开全满启，]|机器)"
    rf"[^。！？]*。(?:据介绍，|据悉，)?(?:(?:这个|该)(?:总?投资{_MONEY}的)?项目|项目总?投资(?:额达)?{_MONEY.replace('sum', 'cost')})"
)
_BARE_WORKS = re.compile("(?:第[一二三四五六]|[二三四五六]期)(?:工厂|厂房|生产线|车间|基地|项目)?")
_KNOWN_AS = re.compile("(?:最大|重要|主要|知名|著名|领先|最早|首个)的$")
_BEGUN = re.compile("(?:开工|动工|启动|开始)建设了?$|(?:开工|动工|开建|奠基|兴建|新上)了?$")
_BEGUN_BEHIND = re.compile(
    r"(?:将|已|拟|计划)?(?:于|在)?(?:\d+月(?:\d+日|[底初])?|今年|去年|明年|年内|年底前?|[本下]月)?(?:将|已|正式|全面|即将)*(?:开建|开工|动工|奠基)"
)
_COMING = re.compile("[^。！？；]{0,14}?(?:投产|达产|调试|试产|开工|投用|建成|量产)")
_ANY_LINE = re.compile("(?!.*(?:建|增|改|上|引)).*[一两二三几\\d]条$")
_SHORTEST = 4
_FUTURE = "(?:将|拟|计划|明年|后年|年内|年底前?|月底前?|今年|还要|下半年|四季度|准备)"
_BUILT = (
    "(?:泊位|换装场|堆场|货场|冷库|仓库|试验场|试飞场|试车场|中试线|生产线|实验井|码头|电站|枢纽|产业园|物流园|车间|工厂|大厦|实训基地|试验基地"
    "|数据集)"
)
_WHICH = r"(?P<which>(?:第[二三四五六]|[二三四五六]期|\d[\d.]*(?:万)?(?:米|吨级?|千瓦|千伏|平方米级?))[一-龥]{0,8}?|[一-龥]{4,10}?)"
_TO_BE_BUILT = re.compile(
    rf"{_FUTURE}[^，。；！？]{{0,16}}?(?:建成|新建|建设|扩建|开建|启动建设|动工建设)(?:[\d一二两三四五六]+[个座条处口家栋])?(?P<name>{_WHICH}{_BUILT})(?=[，。；、,;\d]|$)"
)
_WHEN_BUILT = re.compile(
    rf"(?:^|(?<=[，。；！？“]))(?P<name>{_WHICH}{_BUILT})(?=(?:全面|全部)?(?:建成|投用|投产|竣工|完工|启用)(?:后|投用后|投产后|以后))"
)
_ONE_PROJECT = re.compile(
    "(?:建设|投资|承建|实施|改造)的(?P<name>(?P<which>[一-龥]{3,10}?)项目)(?=投用|建成|投产|开工|竣工|完工|启用|[一二三]期)"
)
_COMING_STAGE = re.compile(
    rf"{_FUTURE}[^，。；！？]{{0,16}}?(?:开工|启动|建设|开建|建成)(?P<name>(?P<which>[一-龥]{{2,10}}?){_BUILT}[一二三四五六]期)(?=[，。；、])"
)
_PLANS = (_TO_BE_BUILT, _WHEN_BUILT, _ONE_PROJECT, _COMING_STAGE)
_MANY_OF_A_KIND = re.compile("标准|一批|多个|各类|系列|新型|现代|高端|高标准|重点|示范|智能化?$|数字化$|省级|国家级|重大|配套基础")
_STAGE = re.compile("[一二三四五六]期")


class ProjectFinder:
    """Built once from the word lists."""

    def __init__(self, lexicon: ListLexicon) -> None:
        words = lexicon.any_of("investment_words")
        self._boundaries = lexicon.mentions
        self._paid_for = re.compile(
            rf"{words}{_MONEY}(?:(?!建成){_BUILDS}[了起]?|建成(?=的))?+的?+(?P<name>(?![一二两三四五六七八九十\d]+[条个座家台套])[^，。；：、,;（(“”]{{4,30}})"
        )
        self._enlarged = re.compile(
            rf"{words}{_MONEY}(?P<name>扩建(?P<which>[一-龥]{{2,8}}?)(?:场|线|厂|码头|中心|港区?|站|园|库))(?=[，。；,;])"
        )
        self._before = re.compile(rf"{words}{_MONEY}(?:[，,]?(?:用于|用来|将|拟|计划)?{_BUILDS})?的?$")
        self._pays = re.compile(
            rf"(?:^|(?<=[，。；：、的“]))(?P<name>[一-龥A-Za-z“”]{{2,20}}?(?<!重大)(?<!重点){_WORKS})(?:[^，。；！？]{{0,8}}[，,][^，。；！？]{{0,12}}[，,])?(?:计划|预计|合同)?{words}{_MONEY}"
        )
        self._behind = re.compile(rf"(?:计划|预计)?{words}{_MONEY}(?!{_BUILDS})")
        self._after = re.compile(rf"[^。！？]{{0,24}}?{words}{_MONEY}")
        self._built = re.compile(
            rf"{_BUILDS}[了起]?(?P<name>(?![一二两三四五六七八九十\d]+[条个座家台套栋])[一-龥A-Za-z0-9]{{4,18}}(?<![个条座家台套栋项处]))，(?:项目)?(?:计划|预计|概算)?总投资{_MONEY}"
        )
        self._next = re.compile(
            rf"{words}{_MONEY}{_BUILDS}(?P<built>[二三四五六]期)(?=[，。；、,;])"
            rf"|(?<![一-龥])(?P<paid>[二三四五六]期)(?:计划|预计|将|拟)?{words}{_MONEY.replace('sum', 'cost')}"
        )

    def find(self, view: View) -> Iterator[Find]:
        """Each mention of a project; the first with a sum of money gives the detail."""
        for piece in view.pieces:
            yield from self._mentioned(piece)
            yield from _stages(piece)
            yield from self._bare_stages(piece)
            yield from self._paid(piece)
            yield from self._paying(piece)
            yield from self._yearly(piece)
            yield from self._examples(piece)
            yield from self._planned(piece)
            yield from self._referred(piece)

    def _mentioned(self, piece: Piece) -> Iterator[Find]:
        for mention in piece.mentions_of(MentionKind.PROJECT, MentionKind.INSTITUTION):
            money = self._investment(piece, mention)
            if (not money and _at_work(piece, mention)) or not self._is_project(piece, mention, money):
                continue
            output, stage = _output(piece, mention), _stage(piece, mention)
            owner = _owner_of_stage(piece, mention.start) if _BARE_STAGE.match(mention.text) or _NEXT_STAGE.fullmatch(mention.text) else ""
            start, end = mention.start - len(output), mention.end + len(stage)
            yield Find(NameKind.PROJECT, owner + output + _name(mention) + stage, piece, start, end, money)

    def _is_project(self, piece: Piece, mention: Mention, money: str) -> bool:
        """Whether a project or a house that is a project: paid for, listed among projects, works of an owner."""
        house = mention.kind is MentionKind.INSTITUTION
        if mention.text.endswith("基地") and _KNOWN_AS.search(piece.text, max(0, mention.start - 5), mention.start):
            return False
        coming = _COMING.match(piece.text, mention.end)
        if (
            not money
            and not coming
            and mention.text.endswith("线")
            and _ANY_LINE.match(piece.text[max(0, mention.start - 10) : mention.start])
        ):
            return False
        if _NOBODYS.match(mention.text) or _KIND.search(mention.text) or (house and _AT.match(mention.text)):
            return False
        paid = money and (self._before_it(piece, mention) or NEXT_WORKS.search(mention.text) or self._behind.match(piece.text, mention.end))
        among = _AMONG.search(piece.text, max(0, mention.start - 6), mention.start)
        listed = among or _PROJECT_AFTER.match(piece.text, mention.end) or is_listed_project(piece, mention)
        begun = house and (
            _BEGUN.search(piece.text, max(0, mention.start - 6), mention.start) or _BEGUN_BEHIND.match(piece.text, mention.end)
        )
        return bool(not house or paid or listed or begun or _WORKS_OF_OWNER.search(mention.text))

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
                owner = _owner_of_stage(piece, start) if _BARE_WORKS.fullmatch(name[0]) else ""
                yield Find(NameKind.PROJECT, owner + name[0], piece, start, name.end(), match["sum"])

    def _paying(self, piece: Piece) -> Iterator[Find]:
        """What stands before a sum: 与之配套的试验认证中心投资2.6亿元; 谋划建设水果冷链交易城，总投资9.6亿元."""
        for match in (*self._pays.finditer(piece.text), *self._built.finditer(piece.text)):
            start, end = match.span("name")
            words = self._boundaries
            start = max(
                [start, *(right for _, right, word in words.boundaries.scan(piece.text, start, end) if words.boundary_kinds[word] == "cut")]
            )
            name = piece.text[start:end]
            taken = any(m.start < end and start < m.end for m in piece.mentions_of(*_OTHERS, MentionKind.INSTITUTION))
            if end - start >= _SHORTEST and not _STAGE.match(name) and not taken and not _KIND.search(name) and words.proper_part(name):
                yield Find(NameKind.PROJECT, name, piece, start, end, match["sum"])

    def _bare_stages(self, piece: Piece) -> Iterator[Find]:
        """二期厂房 of the firm that is named before it or speaks of it."""
        for match in _BARE_STAGE.finditer(piece.text):
            taken = any(m.start < match.end() and match.start() < m.end for m in piece.mentions_of(*_OTHERS, MentionKind.INSTITUTION))
            owner = "" if taken else _owner_of_stage(piece, match.start())
            if owner:
                after = self._after.match(piece.text, match.end())
                yield Find(NameKind.PROJECT, owner + match[0], piece, match.start(), match.end(), after["sum"] if after else "")
        for match in self._next.finditer(piece.text):
            stage = "built" if match["built"] else "paid"
            owner = _owner_of_stage(piece, match.start(stage))
            if owner:
                yield Find(NameKind.PROJECT, owner + match[stage], piece, *match.span(stage), match["sum"] or match["cost"])

    def _yearly(self, piece: Piece) -> Iterator[Find]:
        """Projects told by what they will make in a year: 年产20万吨碳五综合利用项目."""
        for match in _YEARLY.finditer(piece.text):
            if not any(mention.start < match.end() and match.start() < mention.end for mention in piece.mentions_of(MentionKind.PROJECT)):
                yield Find(NameKind.PROJECT, match[0], piece, match.start(), match.end())

    def _referred(self, piece: Piece) -> Iterator[Find]:
        """Works that the next sentence calls the project: 某公司的车规级功率模块产线正满负荷运转。这个总投资26亿元的项目…"""
        for match in _CALLED_PROJECT.finditer(piece.text):
            start, end = match.span("name")
            words = self._boundaries
            told = any(words.boundary_kinds[word] == "cut" for _, _, word in words.boundaries.scan(match["name"]))
            taken = any(m.start < end and start < m.end for m in piece.mentions_of(*_OTHERS))
            if not told and not taken and not _KIND.search(match["name"]) and words.proper_part(match["name"], words.terms):
                yield Find(NameKind.PROJECT, match["name"], piece, start, end, match["sum"] or match["cost"] or "")

    def _planned(self, piece: Piece) -> Iterator[Find]:
        """Works to come, told by more than their kind: 将建成第二换装场, 二期集装箱堆场建成后; not 新建标准厂房8万平方米."""
        for match in sorted((found for pattern in _PLANS for found in pattern.finditer(piece.text)), key=re.Match.start):
            start, end = match.span("name")
            words = self._boundaries
            told = any(words.boundary_kinds[word] in ("cut", "weak-verb") for _, _, word in words.boundaries.scan(match["which"]))
            taken = any(m.start < end and start < m.end for m in piece.mentions_of(*_OTHERS))
            if not told and not taken and not _KIND.search(match["name"]) and not _MANY_OF_A_KIND.search(match["which"]):
                yield Find(NameKind.PROJECT, match["name"], piece, start, end)
        for match in self._enlarged.finditer(piece.text):
            yield Find(NameKind.PROJECT, match["name"], piece, *match.span("name"), match["sum"])

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


def _owner_of_stage(piece: Piece, start: int) -> str:
    """The firm whose next works are spoken of: named last before them in the sentence, else the one that the quotation is of."""
    sentence = max(piece.text.rfind(mark, 0, start) for mark in "。！？；") + 1
    firms = piece.mentions_of(MentionKind.COMPANY)
    own = "公司" in piece.text[sentence : start + 2]
    before = [firm for firm in firms if firm.end <= start and (own or sentence <= firm.start)]
    if before:
        return _called(before[-1], firms)
    close = piece.text.find("”", start)
    quoted = piece.text.rfind("“", 0, start) > piece.text.rfind("”", 0, start)
    speaker = next((firm for firm in firms if 0 <= firm.start - close <= 2), None) if quoted and close >= 0 else None
    return _called(speaker, firms) if speaker else ""


def _called(firm: Mention, firms: tuple[Mention, ...]) -> str:
    """The short name that the text gives the firm (以下简称“楚氢动力”), else its name in full."""
    return next((other.text for other in firms if other.name == firm.name and not other.text.endswith("公司")), firm.name)


def _at_work(piece: Piece, mention: Mention) -> bool:
    """Whether a caption only shows somebody at work on a line (工人在冻干粉针生产线上作业)."""
    before = piece.text[max(0, mention.start - 3) : mention.start]
    line = mention.text.endswith(("生产线", "产线", "装配线", "车间"))
    return line and ("在" in before or mention.text.startswith("调试")) and _OF_WORKERS.match(piece.text, mention.end) is not None


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
