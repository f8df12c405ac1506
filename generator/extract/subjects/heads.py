"""Which mentions are subjects: those at the head of a clause, times, connectives and attributes aside.

What a figure is compared with or part of (占全市, 比全省), whom something is done for (为长三角企业), what is an object (引进了宁德时代)
and what only says which one (白银高新区企业 before a company's name) is none. A clause that does no more than lead into a house
(走进某公司车间，) has that house for the subject of what follows.
"""

import re

from generator.extract.mentions.word_table import any_of
from generator.extract.sentences import clause_at
from generator.extract.subjects.forms import FormFinder
from generator.extract.subjects.lists import goes_on_counting
from generator.extract.subjects.model import OWN_FORM, RESIDENTS, Named, Piece, find_district
from generator.extract.subjects.ports import PASSES
from generator.extract.subjects.tails import TailFinder
from generator.extract.tokens import Mention, MentionKind, Sentence
from generator.registry.registry import Registry

_WHOLE_OF = re.compile(
    r"^(?!\d{1,4}年|\d+月|前.{1,3}(?:个月|月|季度))(?:平均(?:水平|值)?的|占比|比重|份额|市场|行业|同行|前列|领先|范围|同类|同期水平|各|首[个位家批创例单]|第|前[一二三四五六七八九十\d]|唯一|最|总[量数]的?|存量"
    r"|的?(?:约|近|超|逾)?(?:\d|[一二三四五六七八九两]成|[二三四五]分之)|一半|半数)"
)
_NAME_GOES_ON = re.compile(
    r"^(?:级|式|籍|版|牌|特色(?!产业|产品|企业)|模式|标准(?![机厂地仓化箱])|政策|方案|条例|办法|综合评价|综合发展水平|考核评价|评价|排名(?![第前首列居全在上由])"
    r"|榜单|对接会|推介会|招商会|大会|活动|赛区|籍)"
)
_EXAMPLES = re.compile(
    r"(?:[（(][^（()）]*[)）])?(?:[、和][^，,。；;]{1,60})?等(?=\d|[两三四五六七八九十]|一批|多|企业|单位|机构|项目|[^，,。；;\d]{2,10}?(?:达到?|有|共|已|超过?|突破|增至)*\d[\d.,]*[多余]?[家个])"
)
_ONE_OF_A_CLASS = re.compile(r"占全|(?:规划|安排|共有?|达到?|有|为|总数|数量|已|累计|新增|储备|实施)*\d+[多余]?[个项]")
_MANY = re.compile(
    r"(?:已|将|共|累计)*(?:达到?|增至|增加到|有|超过?|突破)?\d[\d,.]*[余多]?[个家座处条所栋幢间支](?=[，,。；;、：:）)”]|$|以上|左右)"
)
_TITLE = re.compile("(?:中国|东方|西部|北方|南方|世界|亚洲|华中|中部|全球).{1,4}[谷都城港岛湾]")
_VILLAGES = re.compile(r"[\d一二三四五六七八九十两多几]+个(?:乡镇|[乡镇村县]|区县|县区|街道|社区)")
_PLACE_NAME = re.compile(r"^某|[省市县区州旗盟国里]$|新区$|^全|^周边$")
_BARE = 2  # letters: 苏州 stands in names of houses as 合肥 does
_PLACE_DOES = re.compile(
    r"(?:的|市|地区)?(?:去年|今年|前年|上半年|全年|[一二三四]季度|前[一二三四五六七八九十]{1,2}个?月|\d{4}年|同期|目前|当年|则)?(?:共|现|已|累计|也)?"
    r"(?:实现|完成|拥有|有|新增|新设|GDP|地区生产总值|生产总值|规上|规模以上|一般公共预算|外贸|进出口|固定资产投资|工业增加值|常住人口|高新技术企业|工业总产值"
    r"|[一-龥]{2,4}产量|同期|同比|技术合同|社会消费品|研发经费|人均)"
)
_HEARD = re.compile(r"从(?P<who>[^，,。；;]{2,24})(?:处|了解|获悉|得知|有关部门)")
_LINK = re.compile(
    r"[”\"]?[)）]?(?:[（(][^（()）]*[)）])?(?:的|[内里](?:的)?)?(?:[^，,。；;、的为向对给让使助推支服务引招与和]{0,6}(?:企业|公司|业主|单位|机构|龙头|平台|孵化器|加速器|众创空间|基地))?(?:首[个家座条台批期]|新[建设])?"
)
_WHICH = re.compile(
    r"(?:(?!引[进入]|招引|吸引|服务|支持|帮助|[为向对与给让使有])[^，,。；;、]){0,18}(?:(?:企业|公司|平台|机构|商家|工厂|业主|(?:制造|生产|供应|服务|运营|开发|集成)商|厂商|巨头)(?:——)?|(?:龙头|基地|中心|园区|项目)——)"
)
_ALSO = re.compile(r"[（(](?:以下|下文|下)?(?:简称|称|又称|即)[:：“]*")
_SMALLER_PLACE = re.compile("(?:[一-龥]{1,4}[县市区旗州盟])?")
_PLAIN = frozenset({"企业", "公司", "项目", "集团"})
_LONGEST_OFFICE = 14
_ONLY = re.compile(r"(?:仅仅|仅|光|单|单是)$")
_LOCATED = re.compile(r"(?:位于|设[在于]|建在|开在|布局在|坐落[于在]|地处|落户[于在]?|入驻|来自|扎根于?|深耕)$")
_IN = re.compile(r"(?:(?<![放落设建开投选定扎摆迁搬布])在|位于)$")
_WENT_INTO = re.compile(r"(?:抵达|[便就]到|走进|来到|步入|走访|探访|走入)(?:位于)?[^，,。；;]{0,10}$")
_SCENE_END = re.compile(
    r"(?:[（(][^（()）]*[)）])?(?:的?(?:[^，,。；;、]{0,8}(?:[里内中上]|车间|展厅|现场|生产线|实验室|厂区|厂房|展台|门口|大厅|大楼|总部|基地|机房|仓库|园区))?)?(?:看到|见到|发现|了解到)?[，,。]"
)
_PREDICATE = re.compile(r"(?:这里|那里|这儿|园区|[^，,。；;这正就便则而只还但于若要或]{2})[就便正]?是[^，,。；;]{1,14}的$")
_MARKS = frozenset("，,。；;")
_ALL_OF = frozenset({"全市", "全省", "全县", "全州", "全盟", "全旗", "全域"})
_EVERYWHERE = frozenset({"全球", "世界", "全国", "国内", "中国"})
_OF_A_FIRM = re.compile("研发(?:中心|总部)|总部|运营|营销|销售|布局|供应[链商]|客户|用户|员工|门店|渠道|业务|订单")  # 全球研发中心28家
_OF_A_KIND = re.compile(r"(?:[这那]样|这般|此类|类似|同样|一批|一系列|[首头]批|这类|各类|一大批)的?$")
_HANDS = ("赋予", "授予", "下放给", "移交给", "授权给")
_TO = ("向", "给", "对", "为")
_FOR_WHOM = ("对", "对于")
_SPEAKING_OF = re.compile("来说|而言|来讲|说来")
_HANDED = re.compile(r"[^，,。；;、]{0,4}?(?:下放|下达|拨付|赋予|赋权|授予|授权|移交|划转|划拨|让渡|放权|委托)")
_PUSHED = re.compile("(?:推动|推进|加快|促成|力促|促进|确保|争取|实现)[^，,。；;]{0,16}$")
_TO_BEGIN = re.compile(
    "(?:早日|尽快|年内|如期|全面|正式|顺利)?(?:开工|投产|建成|落地|建设|竣工|达产|投用|签约|投运)(?:建设|投产|达产)?(?=[，,。；;、]|$)"
)
_NO_MORE = re.compile(r"[约近超]?\d[\d.,]*[多余]?[万亿]*[一-龥%]{1,3}(?=[，,。；;])")
_IS_IT = re.compile("(?:的|首先|其次|最后)是$")
_WORKSHOP = re.compile("的?[^，,。；;、的]{0,6}?(?:车间|展厅|厂区|厂房|生产线|实验室|仓库|机房)[里内中上]")
_SHOPS = frozenset({"车间", "厂区", "工厂", "实验室"})  # 走进生箔车间，: of the firm spoken of
_NOT_ALONE = re.compile("(?:远?不止|还有|并非|不是|随处可见|比比皆是|越来越|不在少数|不算稀奇|俯拾皆是|蔚然成风)")
_THERE_ARE = re.compile(r"(?:全国|我国)(?:现|目前|已|累计|总)*(?:共有?|有|设立|批准设立|建成|拥有)(?:\d+[多余]?[家个])?$")
_WENT_END = re.compile(r"[^，,。；;、]{0,14}[，,。]")


class Heads:
    """Compiled once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile the lists `subjects.lead_ins`, `scope_before`, `oblique_before` and `outside_words`; KeyError names a missing one."""
        words = registry.words
        self._scope = re.compile(any_of(words("subjects.scope_before")) + "(?:了|在|全|整个)*$")
        self._oblique = re.compile(any_of(words("subjects.oblique_before")) + "$")
        self._own_whole = frozenset(words("subjects.resident_stand_ins"))
        lead = any_of(words("subjects.lead_ins"))
        ends = r"时(?!代)|后|(?<!提)前(?!海)|以来|期间|(?<!集)中(?![心国央部试间小科亚欧粮石])|上(?![海市游下饶虞])|看"
        times = rf"\d{{4}}年?(?:[-—至]\d{{4}}年?)?|\d{{1,2}}月底?|\d{{1,2}}日|[一二三四]季度|前[两二三]季度|[^，,。；;“”]{{1,8}}(?:{ends})"
        bare = rf"\s|{lead}|[“”\"'《（(]|{times}"
        self._bare_lead = re.compile(rf"(?:{bare})*")
        offices = any_of(words("mentions.offices"))
        self._lead = re.compile(rf"(?:{bare}|[^，,。；;]{{1,14}}的|[^，,。；;、]{{2,16}}?{offices}[、兼])*")
        self._other_post = re.compile(rf"(?:{offices})+[、兼]")
        self._lots = frozenset(words("subjects.lots"))
        self._staff = re.compile(any_of((*words("subjects.staff"), *words("mentions.company_offices"))) + "$")
        self._park_words = frozenset(words("subjects.park_stand_ins"))
        self._forms = FormFinder(registry, self._lead)
        self._tails = TailFinder(registry, self._bare_lead)

    def is_head(self, piece: Piece, sentence: Sentence, mention: Mention, here: tuple[Mention, ...]) -> bool:
        """Whether a mention is the subject of its clause; `here` are all mentions of the sentence."""
        text = piece.text
        start = _chain_start(text, sentence, mention, here)
        before, after = text[max(sentence.start, start - 8) : start], text[mention.end : mention.end + 8]
        counting = goes_on_counting(text, sentence, mention)
        if counting and mention.kind in {MentionKind.PARK, MentionKind.PLACE}:
            return True
        if self._is_no_name(text, mention, before, after) or _says_which(text, mention, here):
            return False
        if mention.kind in RESIDENTS and self._other_post.match(text, mention.end):
            return False  # 某大学教授、|某公司创始人某某说
        if (
            counting
            or self._has_many(text, mention, before)
            or _leads_in(text, sentence, mention, start)
            or _is_all_there_are(text, mention)
        ):
            return True
        if mention.kind is MentionKind.PARK and mention.park != piece.home.park and _ONLY.search(before):
            return False
        if self._is_given(text, mention, before):
            return True
        heard = _HEARD.search(text, sentence.start, sentence.end)
        located = start < mention.start and _LOCATED.search(before) is not None
        if self._oblique.search(before) and not heard and not located:
            return False
        if mention.kind is MentionKind.PERSON and self._is_staff(piece.text, sentence, mention, here):
            return True
        if self._opens_clause(text, sentence, mention, start):
            return located or not self._scope.search(before) or start == clause_at(sentence, start).start
        return heard is not None and heard.start("who") <= mention.start < heard.end("who")

    def _has_many(self, text: str, mention: Mention, before: str) -> bool:
        """“灯塔工厂”在|某经开区|不止一座: what was told of one is told of the park."""
        park = mention.kind is MentionKind.PARK or mention.text in self._park_words
        return park and before.endswith("在") and _NOT_ALONE.match(text, mention.end) is not None

    def _is_given(self, text: str, mention: Mention, before: str) -> bool:
        """赋予某高新区…权限, 给该区下达…, 经某站到发的…, 对某某来说: a preposition stands before it, and yet the figures are its own."""
        if before.endswith(_FOR_WHOM) and _SPEAKING_OF.match(text, mention.end):
            return True
        if mention.kind in RESIDENTS:
            return before.endswith("经") and PASSES.match(text, mention.end) is not None
        handed = before.endswith(_HANDS) or (before.endswith(_TO) and _HANDED.match(text, mention.end) is not None)
        return handed and (mention.kind is MentionKind.PARK or mention.text in self._park_words)

    def _is_no_name(self, text: str, mention: Mention, before: str, after: str) -> bool:
        """肇庆高新区模式, “某某”杯, 全市首个, 贵州人: a name in a longer one, one of many, a whole that something is part of."""
        if mention.kind in RESIDENTS and (_MANY.match(text, mention.end) or (before.endswith("“") and _TITLE.fullmatch(mention.text))):
            return True  # 新建康养驿站12处, “西部硅谷”初见雏形
        if mention.kind is MentionKind.PROJECT and _OF_A_KIND.search(before):
            return True  # 像这样的“拿地即开工”项目
        if _NAME_GOES_ON.match(after) or _EXAMPLES.match(text, mention.end):
            return True
        if before.endswith("“") and "”" in text[mention.end + 1 : mention.end + 7]:
            return True
        if _VILLAGES.match(after):
            return False
        if mention.kind is MentionKind.PROJECT and mention.text.startswith("“") and _ONE_OF_A_CLASS.match(text, mention.end):
            return True  # “四个高新”重点项目规划537个: what a programme holds, not one project
        told = before.endswith("其中") or (before[-1:] in _MARKS and _NO_MORE.match(text, mention.end))
        part = mention.text in self._park_words and told  # 全省152家，其中高新区13家
        whole = mention.text not in self._own_whole and not mention.text.endswith("内")  # 园内14家企业
        if mention.kind is MentionKind.STAND_IN and whole and not part and _WHOLE_OF.match(after):
            return True
        if mention.text in _EVERYWHERE and _OF_A_FIRM.match(after):
            return True
        if mention.kind is not MentionKind.PLACE:
            return False
        bare = mention.name and len(mention.text) <= _BARE
        ranked = _PLACE_DOES.match(text, mention.end) if bare else _PLACE_NAME.search(mention.text)
        placed = ranked is not None or after[:1] in ("州", "盟")
        return not placed or _WHOLE_OF.match(after) is not None

    def _opens_clause(self, text: str, sentence: Sentence, mention: Mention, start: int) -> bool:
        clause = clause_at(sentence, start)
        bare = mention.kind in {MentionKind.PLACE, MentionKind.STAND_IN, MentionKind.PERSON} and mention.text not in self._lots
        lead = (self._bare_lead if bare else self._lead).match(text, clause.start, start)
        at = lead.end() if lead else clause.start
        if at == start and _PREDICATE.search(text, clause.start, start) and text[mention.end : mention.end + 1] in _MARKS:
            return False  # 这里是全国最大的钛合金生产基地，
        if _PUSHED.search(text, clause.start, start) and _TO_BEGIN.match(text, mention.end):
            return False  # 推动总投资52亿元的某工厂开工，全年产值…
        return at == start or (mention.kind in RESIDENTS and _WHICH.fullmatch(text, at, start) is not None)

    def _is_staff(self, text: str, sentence: Sentence, mention: Mention, here: tuple[Mention, ...]) -> bool:
        """副总经理葛长兴说: somebody of a firm that the clause does not name, with nobody else before him."""
        start = clause_at(sentence, mention.start).start
        if mention.start - start > _LONGEST_OFFICE or not self._staff.search(text, start, mention.start):
            return False
        return not any(start <= one.start < mention.start for one in here)

    def by_form(self, piece: Piece) -> list[Mention]:
        """What no list knows; see `forms`."""
        return self._forms.find(piece)

    def by_tail(self, piece: Piece, before: tuple[Named, ...]) -> list[Mention]:
        """Houses called by the last word of their names; see `tails`."""
        return list(self._tails.find(piece, before))


def _is_all_there_are(text: str, mention: Mention) -> bool:
    """全国共有|国家级经开区|232家: all of a kind, counted."""
    return mention.kind is MentionKind.PARK and mention.name.startswith("国家") and _THERE_ARE.search(text, 0, mention.start) is not None


def _chain_start(text: str, sentence: Sentence, mention: Mention, here: tuple[Mention, ...]) -> int:
    """Where the names begin that only say which one is meant: 区内企业某公司, 贵州贵阳高新区."""
    start = mention.start
    district = find_district(text, sentence, mention)
    if district:
        return district.start()
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
    if first.kind is MentionKind.PLACE and second.kind is MentionKind.STAND_IN:
        return first.end == start and second.text in _ALL_OF  # 成都|全市
    if first.kind is second.kind is MentionKind.PLACE:
        return first.end == start  # 江苏|金湖县
    if first.kind is MentionKind.PERSON or second.kind not in {MentionKind.PARK, *RESIDENTS}:
        return False
    if second.kind in RESIDENTS and _MANY.match(text, second.end):
        return False
    if first.kind is MentionKind.PARK and _ALSO.fullmatch(text, first.end, start):
        return True
    if second.kind is MentionKind.PARK:
        if first.kind is MentionKind.PARK:
            return first.end == start and not OWN_FORM.search(second.name)  # 金义自贸片区|金义综合保税区
        return first.kind is MentionKind.PLACE and _SMALLER_PLACE.fullmatch(text, first.end, start) is not None
    return _LINK.fullmatch(text, first.end, start) is not None


def _leads_in(text: str, sentence: Sentence, mention: Mention, start: int) -> bool:
    """在某公司的展厅里，… or 走进某园区，…: a clause that only says where we are."""
    if mention.kind not in {MentionKind.PARK, *RESIDENTS} and mention.text not in _SHOPS:
        return False
    clause = clause_at(sentence, start)
    if _IS_IT.search(text, clause.start, start) and (mention.kind is not MentionKind.PARK or text[mention.end : mention.end + 1] in "，,"):
        return True  # 名次最靠前的是成都经开区，列第22位
    if mention.kind in RESIDENTS and _IN.search(text, clause.start, start) and _WORKSHOP.match(text, mention.end):
        return True  # 单晶炉在某公司的车间里昼夜不停
    for into, end in ((_IN, _SCENE_END), (_WENT_INTO, _WENT_END)):
        found = into.search(text, clause.start, start)
        if found and found.start() - clause.start <= 12:
            return end.match(text, mention.end) is not None
    return False
