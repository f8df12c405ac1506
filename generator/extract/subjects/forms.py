"""Who stands at the head of a clause though no list knows the name: told by the form of the words and what they do.

云渡县是农业大县, 安徽某某机器人公司今年…, 物流园三期占地…, 在某高新区的种业创新中心，…, 由园区投建的检测中心有…, 靶场可同时容纳…,
杨军2015年进厂, 跟着它来的配套企业有67家. A step before the heads are chosen: what it finds is one more mention, and the rules
for heads decide.
"""

import re
from collections.abc import Iterator

from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.mentions.organisations import TOLD
from generator.extract.mentions.word_table import any_of
from generator.extract.subjects.model import Piece, mention_of
from generator.extract.subjects.ports import find_ports, find_stations
from generator.extract.subjects.works import WorkFinder
from generator.extract.tokens import Mention, MentionKind, Span
from generator.registry.registry import Registry

_HAN = "[一-龥A-Za-z]"
_PLACE_FORM = re.compile(
    r"某[一-龥]{0,5}?(?:开发区|高新区|经开区|产业园|园区|[县市])|(?![对向与和从在由为赴到])[一-龥]{2,4}(?:[县市州旗]|(?<!东)(?<!欧)(?<!联)盟)(?=是|有|现|共|为|达|则|去年|今年|地|规上|规模|一般|实现|完成|进出口|外贸|工业|固定|财政|种植|20)|[一-龥]{2,3}县(?=[种养产出建，,])|[一-龥]{2,3}(?<!高)新区(?=为|达|则|去年|今年|增长|同期|实现|完成|有\d)"
)
_FIRM = re.compile(
    r"(?P<name>(?:(?![家些各该其某的等们个类是有在与和并了])[一-龥A-Za-z]){4,14}?(?<!上市)(?<!科技)(?<!注册)(?<!成立)(?:公司|集团|合作社|支行|分行)(?![债股业\d])"
    r"|(?:(?![家些各该其某的等们个类是有在与和并了])[一-龥]){1,8}?(?:农科院|林科院|科学院|农业大学|理工大学)(?=[在于与和同今去已将自联的]))"
)
_SETTLED = re.compile("(?:入驻|入园|落户|区内|园内|本地|辖区|园区)?的?(?:骨干|链主|龙头|重点)?企业")
_STAGED = re.compile(
    r"(?P<name>(?![将已正]|完成|建成|建设|计划|预计|年内|力争)(?:(?![家些各该其某等们个类第])[一-龥A-Za-z]){2,14}?[一二三四五]期(?:项目|工程)?)(?=[占投建总规产完设已将共厂有现可达计预入竣开]|\d|今|去|年|目前)"
)
_ESTATE = re.compile(
    r"(?P<name>(?P<own>(?!整个|各个|全部|所在|该|本|这|每|我|此|其|新|老|在)[一-龥]{2,3})(?:园区|片区|组团|板块))(?=总?(?:规划|面积|占地|已|现|入驻|首期|开发|聚集|集聚|落户|布局|拥有|有\d))"
)
_WORKS = re.compile(
    r"[^，,。；;、的\d]{0,6}(?:投资|耗资|斥资)(?:额|约|达|近|超)*[\d.,]+[多余]?[万亿]*元的"
    r"(?P<name>[^，,。；;、的“”\d]{0,12}?(?:[一二三四五新]期|[改扩技]建?|智能化|扩产|扩能|新)[^，,。；;、的“”\d]{0,6}?(?:项目|工程|工厂|基地|厂房|车间|生产线|产线))"
    r"(?=[，,正已将也在于今去即预计建首主全有开])"
)
_VALLEY = re.compile(
    r"(?P<name>(?P<own>(?!整个|各个|全部|所在|该|本|这|每|我|此|其|新|老|在)[一-龥]{2,6}?)(?:谷|小镇|(?<![县州京都新江古老东西南北])城|工业区|产业港|创新港|走廊|街区|产业岛|科创岛))"
    r"(?=总?(?:规划(?:面积|占地)|占地|投资|建筑面积)|(?:目前|现|如今)?[已曾]?(?:入驻|集聚|聚集|落户|引进|签约)|首期|一期)"
)
_BRANCH = re.compile(
    r"(?P<name>(?:(?![家些各该其某等们个类第的])[一-龥]){0,8}(?:支行|分行|分公司|营业部|分理处))(?=[为向给对已今去累发推的在共])"
)
_BANK = re.compile(r"(?:银行|农商行|信用社|保险|电力|移动|联通|电信|供电公司)$")
_LINE = re.compile(
    r"的?(?P<name>(?:新开的?|开通的|开行的|首[条个座列台])[^，,。；;、的]{1,10}?(?:线|专列|班列))(?=[在于每将已从有实年日首共由，,投试设运开])"
)
_DASHED = re.compile(
    r"(?:企业|公司|平台|机构|龙头|基地|中心|园区|工厂)——(?P<name>[一-龥A-Za-z0-9]{2,14})(?=[，,](?:已|现|目前|去年|今年|累计|成功|自|总|年|拥有|占|投|每|日|月|\d))"
)
_QUOTED = re.compile(r"的?(?P<name>“(?P<inner>[^“”]{2,12}(?:园|中心|基地|[谷城港岛湾]|平台|空间))”(?:产业园|园区|基地|平台|[谷城港岛湾])?)")
_CALLED = re.compile(
    r"的?[^，,。；;、“”的]{0,10}(?:孵化器|加速器|空间|平台|基地|园区?|中心|工厂|市场|街区)(?P<name>“(?P<inner>[^“”]{2,10})”)(?=[内里]?[，,]|[去今已现有占累年])"
)
_SOME_FIRM = re.compile(
    r"的?(?P<name>(?:第?一|首)[家座][^，,。；;、的“”\d]{0,12}?(?:企业|公司|工厂|农场|合作社|药厂))(?=的|[里内]?[，,]|[今去]年|20|因|由于|凭|靠|拿|带着|申[请领]|贷|办|接到)"
)
_PART = re.compile(r"(?P<name>(?P<own>(?![的与和及内等]|[\d一二三四五]期)[一-龥]{2,3})(?:园区|片区|组团|园))(?=[里内中]?[，,]|[里内中]?的)")
_QUARTER = re.compile(r"(?P<name>[东西南北中][区园])(?=[今去前已现面规有占，,新上下累完实]|\d)")
_WORKSHOP = re.compile(r"(?:走进|来到|步入|在)[^，,。；;、的“”]{0,6}?(?P<name>车间|厂区|工厂|实验室)[里内中]?[，,]")
_SOMEBODY = re.compile(
    r"的?(?P<name>(?:一[家位名个]|某)[^，,。；;、“”\d]{0,14}?(?:企业|公司|工厂|商户|农场|合作社)?的?(?:相关)?(?:负责人|董事长|总经理|老板|企业家|创业者|店主|个体户|采购商|客商))"
    r"(?=说|表示|介绍|告诉|算|坦言|透露|直言|感慨|反映|称)"
)
_POSSESSED = re.compile(
    r"(?P<name>[他她]们?的(?:厂|公司|店|小店|企业|工厂|车间|工作室|团队|合作社|门店|网店|农场|果园|饭店|面馆|餐馆|作坊|铺子|直播间))"
    r"(?=[里内]?(?:有|现|已|还|就|共|去年|今年|目前|如今|年|每|月|日|用|招|雇|带|占|申|拿|从|接|种|养|做|卖|[，,]))"
)
_VISITED = re.compile(
    r"(?:走进|来到|步入|走访|探访)(?P<name>[^，,。；;、“”\d]{4,18}?(?:车间|厂房|生产线|无尘室|中控室|展厅))[里内中]?[，,]"
)
_NATION_DOES = re.compile("的|[共现已有是将占]|去年|今年|目前|每|\\d{4}年|新能源汽车|制造业|市场")
_BEING_BUILT = re.compile(
    r"(?:在建|新建|拟建|规划|正在建设|规划建设)的(?P<name>[^，,。；;“”的]{0,6}“[^“”]{2,12}”)(?=总?投资|占地|预计|计划|一期|达产)"
)
_FUND = re.compile(
    r"的?(?P<name>(?!的|[各多这该此每几两]|全部|所有)[一-龥]{2,10}?(?:母|子)?基金)(?=总?规模|共|已|累计|先后|投[出了资]|完成|目前|去年|今年|退出|管理|的管理|参投|撬动|还)"
)
_OFFICES = ("服务中心", "审批中心", "受理中心")
_NOT_IN_A_NAME = "(?!对(?![台俄韩日越蒙欧外])|[的了着在是有和与及或为把将被让使给向从由到等各每某该其这那多少全再又也已并且而但仅只省级])"
_COUNTED = (
    r"(?:已|现|共|累计|总数|数量|总量|将|要|力争|建成|达到?|有|增至|增加到|超过?|突破|为|到|约|近)*"
    r"\d[\d.,]*[多余]?[个家座处条所栋幢套]"
)
_VERBS_BEFORE = "(?:建成|新建|设立|建设|打造|引进|拥有|布局|启用|投用|建有|设有|组建|成立|培育|认定|现有|新增|每|各|省级|国家级|市级|类|等)"
_NUMBERED = r"\d{1,2}号(?:厂房|车间|生产线|产线|泊位|码头|卡口|堆场|货场|仓库?|楼|井|线|厂)"
_IN_NUMBERED = re.compile(rf"(?P<name>{_NUMBERED})(?=[里内]?的)")
_INSIDE_OF = re.compile("[内里]的?|的")
_GROUND = re.compile(
    r"(?P<name>[^，,。；;、的“”\d]{2,10}?(?:园区?|基地|城|谷|小镇|市场|综合体|走廊|港))(?=总?(?:占地|投资|建筑面积)|规划(?:面积|占地)|[一首]期(?:占地|投资))"
)
_ACTS = "[等花用跑拿领挣赚租雇贷]了?(?:不到|不足|近|约|到)?\\d"
_SHORT_COUNTY = 2
_LOT_LEAD = r"(?:[^，,。；;的]{0,8}?)"


class FormFinder:
    """Compiled once per registry; `lead` is what may stand between the start of a clause and its subject."""

    def __init__(self, registry: Registry, lead: re.Pattern[str]) -> None:
        """Compile `subjects.*`; KeyError names a list that is missing."""
        words = registry.words
        self._lead = lead
        self._lexicon = NameLexicon(registry)
        self._works = WorkFinder(registry)
        self._cut = re.compile(any_of(tuple(word for word in words("mentions.cut_words") if len(word) > 1)))
        self._outside = re.compile(any_of(words("subjects.outside_words")))
        houses, doings = any_of(words("subjects.houses")), any_of(words("subjects.house_doings"))
        name = rf"(?:{_NUMBERED}|(?!{_VERBS_BEFORE})(?:{_NOT_IN_A_NAME}(?!{_VERBS_BEFORE}){_HAN}){{0,10}}?{houses})(?:[一二三四]期)?"
        self._house = re.compile(rf"的?(?P<name>{name})(?!{_COUNTED})(?={doings}|[，,](?:已|目前|今年|去年|每年|可|总|现|年))")
        self._into = re.compile(
            rf"(?:走进|来到|步入|走访|探访|在|位于[^，,。；;]{{2,12}}的)(?P<name>{name})(?=(?:[里内]|的[^，,。；;]{{2,8}})?[，,])"
        )
        lots = any_of(words("subjects.lots"))
        self._lot = re.compile(rf"{_LOT_LEAD}(?P<name>{lots})(?=[的去今现已共有平合总累均达中都大]|20)")
        self._pair = re.compile(rf"(?P<name>{any_of(words('subjects.counted_firms'))})(?![的]?[一-龥]{{0,4}}[之中])")
        self._kind = re.compile(rf"该?(?P<name>{any_of(words('subjects.kind_stand_ins'))})(?![法章家们龙化级型性群区内中])")
        self._speaker = re.compile(rf"(?P<name>[他她])(?={any_of(words('subjects.speech'))}|{_ACTS})")
        self._common = frozenset((*words("mentions.generic_words"), *words("industries.terms"), *words("mentions.topical_words")))
        surname = any_of(words("mentions.surnames"))
        careers = any_of(words("subjects.careers"))
        self._worker = re.compile(rf"(?P<name>{surname}[一-龥]{{1,2}}?)(?=(?:[12]\d{{3}}年|\d+岁[时那]?)[^，,。；;\d]{{0,4}}?{careers})")

    def find(self, piece: Piece) -> list[Mention]:
        """The mentions that the piece's own list lacks; places first."""
        taken = {at for mention in piece.mentions for at in range(mention.start, mention.end) if not _is_county(mention)}
        clauses = [clause for sentence in piece.sentences for clause in sentence.clauses]
        starts = (clause.start + (piece.text[clause.start : clause.start + 1] in "而但") for clause in clauses)
        # 湖南|沅水县，
        within = {one.start: one.end for one in piece.mentions if one.kind is MentionKind.PLACE}
        places = (self._larger(piece.text, start) or _PLACE_FORM.match(piece.text, within.get(start, start)) for start in starts)
        found = (Mention(word.start(), word.end(), word[0], MentionKind.PLACE, "", None) for word in places if word)
        out = [one for one in found if not taken & set(range(one.start, one.end))]
        dashed = (mention_of(found, MentionKind.COMPANY) for found in _DASHED.finditer(piece.text))
        beside = (*_beside_parks(piece), *self._works.find(piece), *find_stations(piece.text), *self._parts(piece))
        houses = [*(one for clause in clauses for one in self._at_head(piece, clause)), *beside, *dashed]
        return out + _apart([one for one in houses if not _is_known(one, piece.mentions)])

    def _larger(self, text: str, at: int) -> re.Match[str] | None:
        """全省, 全市 …; 中国 not where it begins a name (中国—东盟产业园, 中国声谷)."""
        found = self._outside.match(text, at)
        return found if found and (found[0] != "中国" or _NATION_DOES.match(text, found.end())) else None

    def _at_head(self, piece: Piece, clause: Span) -> Iterator[Mention]:
        """What heads the clause: a firm, a stage, a house, a lot of firms, a worker."""
        text = piece.text
        lead = self._lead.match(text, clause.start, clause.end)
        at = lead.end() if lead else clause.start
        # 在光谷: the word for only is no lead
        at = next((one.start for one in piece.mentions if clause.start <= one.start < at < one.end), at)
        houses = (
            self._entered(text, clause, at),
            _visited(piece, clause),
            _SOMEBODY.match(text, clause.start, clause.end) or _SOMEBODY.match(text, at, clause.end),
            _SOME_FIRM.match(text, at, clause.end),
            _POSSESSED.match(text, at, clause.end) or _POSSESSED.match(text, clause.start) or _IN_NUMBERED.match(text, clause.start),
        )
        yield from (mention_of(house, MentionKind.INSTITUTION) for house in houses if house)
        if shop := _WORKSHOP.match(text, clause.start):
            yield Mention(*shop.span("name"), shop["name"], MentionKind.STAND_IN, "", None)
        if works := _WORKS.match(text, clause.start, clause.end):
            yield mention_of(works, MentionKind.PROJECT)
        yield from self._own_head(piece, clause, at)

    def _own_head(self, piece: Piece, clause: Span, at: int) -> Iterator[Mention]:
        """What stands right behind the lead of a clause: a worker, a lot of firms, or a house."""
        text = piece.text
        worker = self._worker.match(text, at, clause.end)
        stand_ins = (expression.match(text, at, clause.end) for expression in (self._lot, self._pair, self._kind, self._speaker))
        lot = next((found for found in stand_ins if found), None)
        if worker:
            yield mention_of(worker, MentionKind.PERSON)
        elif lot:
            yield Mention(*lot.span("name"), lot["name"], MentionKind.STAND_IN, "", None)
        else:
            yield from find_ports(piece, clause, at)
            yield from self._house_at(piece, at, clause)
            staged = _STAGED.match(text, clause.start) if at > clause.start else None
            if staged and staged.end() < at and not self._is_of_words(piece, staged):
                yield mention_of(staged, MentionKind.COMPANY)  # 中芯绍兴三期投产后，

    def _entered(self, text: str, clause: Span, at: int) -> re.Match[str] | None:
        """The house that a clause or its lead goes into, an office of the park left out."""
        into = self._into.match(text, clause.start) or (self._into.match(text, at - 1) if at > clause.start + 1 else None)
        return into if into and not into["name"].endswith(_OFFICES) else None

    def _house_at(self, piece: Piece, at: int, clause: Span) -> Iterator[Mention]:
        """安徽某某机器人公司, 物流园三期; behind a park's name too: 昆山开发区|人才公寓, 建设银行漳州高新区|支行."""
        text = piece.text
        settled = _SETTLED.match(text, at)
        firm = _FIRM.match(text, settled.end() if settled else at) or _STAGED.match(text, at)
        firm = firm or self._house.match(text, at) or self._estate(piece, at) or _ground(piece, clause, at)
        if firm and not self._is_of_words(piece, firm):
            yield mention_of(firm, MentionKind.COMPANY if firm.re is _FIRM or firm.re is _STAGED else MentionKind.INSTITUTION)
        behind = next((one for one in piece.mentions if at <= one.start < clause.end), None)
        if behind is None or behind.kind not in {MentionKind.PARK, MentionKind.STAND_IN}:
            return
        branch = _BRANCH.match(text, behind.end) if _BANK.search(text, clause.start, behind.start) else None
        if branch:
            start = max(at, clause.start)
            yield Mention(start, branch.end(), text[start : branch.end()], MentionKind.COMPANY, text[start : branch.end()], None)
        inside = _INSIDE_OF.match(text, behind.end)
        own = inside.end() if inside else behind.end
        house = self._house.match(text, own, clause.end) if behind.start == at else None
        if behind.kind is MentionKind.PARK and behind.start == at:
            house = house or _FIRM.match(text, own, clause.end)
        if house and not house["name"].endswith(_OFFICES):
            yield mention_of(house, MentionKind.COMPANY if house.re is _FIRM else MentionKind.INSTITUTION)

    def _is_of_words(self, piece: Piece, found: re.Match[str]) -> bool:
        """启用综合保税区二期, 前三季度公司, 船舶租赁项目公司: a verb or a time at the beginning, or everyday words alone before 公司."""
        start = found.start("name")
        if self._cut.match(piece.text, start):
            return True
        if TOLD.search(found["name"]):
            return True
        placed = any(one.start == start for one in piece.mentions)
        own = re.sub("(?:公司|集团)$", "", found["name"])
        return found.re is _FIRM and own != found["name"] and not placed and self._lexicon.is_plain(own)

    def _parts(self, piece: Piece) -> Iterator[Mention]:
        """晋江经开区|五里园，, 天津经开区|西区|今年…: a part of the park with a name of its own."""
        for mention in (one for one in piece.mentions if one.kind is MentionKind.PARK):
            part = _PART.match(piece.text, mention.end)
            if part and part["own"] not in self._common:
                yield mention_of(part, MentionKind.INSTITUTION)
            elif quarter := _QUARTER.match(piece.text, mention.end):
                yield mention_of(quarter, MentionKind.INSTITUTION)

    def _estate(self, piece: Piece, at: int) -> re.Match[str] | None:
        """靖城园区规划面积…: a part of the park with a name of its own; 化工园区 has none, nor what is the park's own name."""
        found = _ESTATE.match(piece.text, at) or _VALLEY.match(piece.text, at)
        if found is None or found["own"] in piece.home.name or (found.re is _ESTATE and found["own"] in self._common):
            return None
        return None if any(one.kind is MentionKind.PLACE and one.end == found.end("name") for one in piece.mentions) else found


def _ground(piece: Piece, clause: Span, at: int) -> re.Match[str] | None:
    """位于某经开区东部的|国际物流园|占地3200亩: a house that a clause places in a park, told by its ground."""
    placed = any(one.kind is MentionKind.PARK and clause.start <= one.start < at for one in piece.mentions)
    return _GROUND.match(piece.text, at, clause.end) if placed and piece.text[at - 1] == "的" else None


def _visited(piece: Piece, clause: Span) -> re.Match[str] | None:
    """The house in which a clause begins, if all that it names there is a place."""
    seen = _VISITED.match(piece.text, clause.start, clause.end + 1)
    named = (one for one in piece.mentions if clause.start <= one.start and one.kind is not MentionKind.PLACE)
    return seen if seen and not any(one.start < seen.end() for one in named) else None


def _apart(found: list[Mention]) -> list[Mention]:
    """Without what overlaps one that was found before it."""
    out: list[Mention] = []
    for one in found:
        if not any(one.start < other.end and other.start < one.end for other in out):
            out.append(one)
    return out


def _is_county(mention: Mention) -> bool:
    """南县, with one sign more a county that no list has: 岱|南县."""
    return mention.kind is MentionKind.PLACE and len(mention.text) == _SHORT_COUNTY and mention.text[-1] == "县"


def _is_known(mention: Mention, known: tuple[Mention, ...]) -> bool:
    """Whether a name that is no place overlaps the mention, if not right inside it (建设银行|漳州高新区|支行)."""
    names = [one for one in known if one.kind is not MentionKind.PLACE and one.start < mention.end and mention.start < one.end]
    return any(one.start <= mention.start or one.end >= mention.end for one in names)


def _beside_parks(piece: Piece) -> Iterator[Mention]:
    """片区|新开的冷链专列, 高新区|“某某”产业园."""
    for mention in piece.mentions:
        line = _LINE.match(piece.text, mention.end) if mention.kind in {MentionKind.PARK, MentionKind.STAND_IN} else None
        beside = mention.kind in {MentionKind.PARK, MentionKind.STAND_IN}
        quoted = (_QUOTED.match(piece.text, mention.end) or _CALLED.match(piece.text, mention.end)) if beside else None
        if quoted and quoted["inner"].endswith(_OFFICES):
            quoted = None
        firm = _SOME_FIRM.match(piece.text, mention.end) if mention.kind is MentionKind.PARK else None
        built = _BEING_BUILT.match(piece.text, mention.end) if beside else None
        fund = _FUND.match(piece.text, mention.end) if beside else None
        for found in (line, quoted, firm, built, fund):
            if found:
                yield mention_of(found, MentionKind.INSTITUTION)
