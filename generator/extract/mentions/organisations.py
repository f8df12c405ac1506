"""Companies, institutions and projects by the endings of their names."""

import re
from collections.abc import Iterator

from generator.extract.mentions.boundaries import Ground, find_start
from generator.extract.mentions.draft import Draft
from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.tokens import MentionKind

_BRANCH = re.compile(r"[一-龥]{2,4}分(?:公司|所)|[(（](?:普通合伙|特殊普通合伙|有限合伙)[)）]|(?:集团)?(?:股份)?有限(?:责任)?公司")
_PLACE_BRACKET = re.compile(r"[(（](?!以下|又称|简称|下称|原|国家级|省级|市级|部级|一期|二期|三期|在建)[一-龥·]{2,8}[)）]")
_PUBLIC = ("大学", "学院", "医院", "实验室", "博物馆", "图书馆", "科技馆", "银行", "综合保税区", "综保区", "保税区", "口岸")
_WORD_AFTER = re.compile(r"[级化性型]|租赁|资产|企业$|生(?![产物态活命])")
_ROLE_AFTER = re.compile(r"[级化性型师]|公司|库|群|团队|经理|负责人|建设$|审批|主任")
_AIMED_AT = re.compile(r"(?:打造|建成|建设成为?|成为|争创|力争|创建|具有|全球|世界|国际|全国|重要|一流|一批)[^，。；,;]{0,28}$")
_SISTERS = re.compile("[一-龥]{2}园(?:、[一-龥]{2}园)+")
_ALONE = re.compile("[，。、；,;的内上在]")
_LEAST = 4
_OF_FIRM = ("公司", "项目")  # 公司|新能源车产能扩建项目, 已投产项目|海尚水产食品项目
_APPOSED = 2
_DONE_TO_PROJECTS = ("增强", "提高", "扩大", "加大", "增加", "抓好", "做实", "盯紧")
_OF_THE_NATION = re.compile("(?:中国|中央|国防|首都|对外|[东西][南北]|华[东中南北]|中南)[一-龥]{2,}")
_SEVERAL = re.compile(r"(?:\d|[两三四五六七八九十几数多])[余多]?个$")  # 27个|机床产业链项目
_CEREMONY = re.compile("集中(?:签约|开工|竣工|奠基)")  # “一季度开门红”项目|集中签约仪式
_TELLING = 4
_TWO_WORDS = 4  # letters: 租赁项目 is nobody's name, 七星 may be
_STAGE = re.compile("(?:[一二三四五六]期|[一二三]阶段)(?:工程)?")
_PORT = re.compile("(?!.*(?:全国|沿海|主要|各|内陆|边境|对外)).+")
_LATIN = re.compile("[A-Za-z]")
_DISTRICT = re.compile(r"(?<=园)区")


# “家底”是180多条|生产线, 另配建两座|储能电站, 再推|人才公寓: what is told of things and no name.
TOLD = re.compile(
    r"^(?:位?居(?![民家住])|列(?!车)|最[具大佳美强优])|”(?:是|有|为|在|上|进|到|出|向|入|[开送搬走写办][进到入成])|[学院所司团](?:共建|合建|合办|联建)|[台心地园谷港场](?:入驻|落户|签约|集聚|聚集)|[请迎领搬送引放]进|(?<![依可背倚停])靠(?!山|背)"
    r"|[居列占]全[国省市球]|(?:总?量|总?额|规模|数|增[速幅]|[增跌降]幅)[居列占]|(?:\d+[多余]?|[一二两三四五六七八九十百]+[多余]?)[条个家座处栋台套名项所]|(?:^|计划|拟|准备)(?:再|另|又|还|将|已|拟|正)(?:配建|推出?|建成?|建设|增设?|添|办|开设?|引进?)"
)
_COUNTED = re.compile(
    r"(?:总数|数量)?(?:也|已经?|将|要|共|累计|目前|力争|预计)*(?:增至|增加到|扩大到|达到?|超过?|突破|有)?(?:约|近|逾)?[\d,，.]*\d[多余万]*[个家条套座项处栋所](?:以上|左右|之多)?(?=[，,。；;、”]|$)"
)


def find_organisations(ground: Ground, lexicon: NameLexicon) -> Iterator[Draft]:
    """Companies and institutions, one proposal for every ending that a proper name stands before."""
    for left, right, ending in lexicon.endings.scan(ground.text):
        if ending in lexicon.company_forms:
            yield from _legal_company(ground, lexicon, left, right)
        elif ending in lexicon.company_endings:
            yield from _loose_company(ground, lexicon, left, right)
        else:
            yield from _institution(ground, lexicon, left, right)


def find_sister_parks(ground: Ground) -> Iterator[Draft]:
    """The parts of a park named in one list: 海淀园、亦庄园、昌平园."""
    for run in _SISTERS.finditer(ground.text):
        offset = run.start()
        for name in run[0].split("、"):
            yield Draft(offset, offset + len(name), MentionKind.INSTITUTION, name)
            offset += len(name) + 1


def find_projects(ground: Ground, lexicon: NameLexicon) -> Iterator[Draft]:
    """Projects that have a name (宝家洁电商总部项目), not kinds of projects (重点工业项目)."""
    for left, right, ending in lexicon.project_endings.scan(ground.text):
        start = find_start(ground, lexicon, left, legal=False)
        if ground.text.startswith(_OF_FIRM, start, left) and left - start >= _APPOSED + _LEAST:
            start += _APPOSED
        stem = ground.text[start:left]
        proper = lexicon.proper_part(_without_place(ground, start, left), lexicon.generic_in_projects)
        named = len(proper) >= 3 or (len(stem) > 4 and len(proper) >= 2) or _LATIN.search(proper) is not None
        named = named and not stem.endswith((*lexicon.weak_endings_of_projects, *_DONE_TO_PROJECTS))
        named = named and not _CEREMONY.match(ground.text, right)
        named = named and not (stem[:2] in lexicon.governing_verbs and lexicon.is_plain(stem))  # 覆盖全部工业项目
        named = named and not (ending == "项目" and _SEVERAL.search(ground.text, max(0, start - 6), start))
        named = named and not (ending == "项目" and stem.endswith(("产业", "配套")))
        named = named and not _COUNTED.match(ground.text, right) and not _is_share(ground.text, start, right)
        if (
            len(stem) >= _LEAST
            and not TOLD.search(stem)
            and (named or (stem.endswith("”") and not _CEREMONY.match(ground.text, right)))
            and not _ROLE_AFTER.match(ground.text, right)
        ):
            stage = _STAGE.match(ground.text, right)
            end = stage.end() if stage else right
            yield Draft(start, end, MentionKind.PROJECT, ground.text[start:end], weight=-1 if ending == "工程" else 0)


def _is_share(text: str, start: int, end: int) -> bool:
    """其中铝基新材料项目占七成: all projects of a kind, not one."""
    return text[max(0, start - 2) : start] == "其中" and text[end : end + 1] == "占"


def _legal_company(ground: Ground, lexicon: NameLexicon, left: int, right: int) -> Iterator[Draft]:
    start = find_start(ground, lexicon, left, legal=True)
    if not lexicon.proper_part(ground.text[start:left], lexicon.terms):
        longer = find_start(ground, lexicon, start - 1, legal=True)
        start = longer if ground.place_at(longer) else start  # 四川岷锐重型|锻造|有限公司, 苏州德|比|新能源科技|有限公司
    branch = _BRANCH.match(ground.text, right)
    end = branch.end() if branch else right
    if ground.text[left:right].endswith("合作社") and lexicon.is_plain(ground.text[start:left]) and not ground.place_at(start):
        return  # 农机服务合作社
    if left - start >= 2:
        yield Draft(start, end, MentionKind.COMPANY, ground.text[start:end], weight=2)


def _loose_company(ground: Ground, lexicon: NameLexicon, left: int, right: int) -> Iterator[Draft]:
    """爱龙威公司, 中鼎集团, 施耐德电气西安工厂, 湖北三箭建筑公司; not 上市公司, not 租赁项目公司."""
    start = find_start(ground, lexicon, left, legal=True)
    stem = ground.text[start:left]
    rest = _without_place(ground, start, left)
    own = _without_trade(rest, lexicon)
    bare = own == stem and ground.text[left:right] == "公司"  # 箱包公司, where 河南|七星|建筑公司 may be one
    group = ground.text[left:right].endswith(("集团", "厂")) and not lexicon.is_plain(own)  # 汉威|科技|集团, 楚驰|汽车|总装厂
    everyday = lexicon.is_plain(own) and (len(own) >= _TWO_WORDS or bare)
    proper = "" if everyday else lexicon.proper_part(own)
    if own in lexicon.words("brand_endings") or own in lexicon.bare_verbs:
        return  # 药业公司, 带动|银行
    placed = len(rest) < len(stem)
    if _COUNTED.match(ground.text, right):
        return
    if not 2 <= len(stem) <= 12 or len(proper) < 2 or (own != rest and not ((placed or group) and proper == own)):
        return
    yield Draft(start, right, MentionKind.COMPANY, ground.text[start:right])


def _without_trade(stem: str, lexicon: NameLexicon) -> str:
    """The stem without the trade that it ends in: 三箭 of 三箭建筑; nothing of 本土新能源 nor of 全资子."""
    kinds = [word for word in lexicon.common_companies if stem.endswith(word)]
    if not kinds:
        return stem
    own = stem.removesuffix(max(kinds, key=len))
    trade = any(not lexicon.proper_part(max(kinds, key=len), table) for table in (lexicon.terms, lexicon.plain))
    return own if trade and own not in lexicon.words("not_brands") else ""


def _institution(ground: Ground, lexicon: NameLexicon, left: int, right: int) -> Iterator[Draft]:
    start = find_start(ground, lexicon, left, legal=False)
    text = ground.text[start:right]
    if any(park.end == right and park.start >= start for park in ground.parks):
        return  # 河北省|苍石县中药材产业园: the park itself with its province
    of_company = any(form in text for form in lexicon.company_forms)
    told = TOLD.search(text) is not None
    if of_company or told or text in lexicon.common_institutions or not is_named(ground, lexicon, start, left, right):
        return
    if _is_told(ground.text[start:left], lexicon):
        return  # 科技型中小企业租用|孵化器
    if ground.runs_out(left, right):
        return  # 总|部落|户: the ending is the beginning of another word
    district = _DISTRICT.match(ground.text, right)
    bracket = _PLACE_BRACKET.match(ground.text, right)
    end = bracket.end() if bracket else district.end() if district else right
    if not _WORD_AFTER.match(ground.text, end):
        yield Draft(start, end, MentionKind.INSTITUTION, ground.text[start:end])


def _is_told(stem: str, lexicon: NameLexicon) -> bool:
    """Whether a stem tells what firms do: 企业 and a verb that qualifies nothing end it."""
    return stem[-2:] in lexicon.governing_verbs and stem[:-2].endswith(("企业", "公司"))


def is_named(ground: Ground, lexicon: NameLexicon, start: int, left: int, right: int) -> bool:
    """Whether the stem `start:left` makes a proper name of the ending `left:right`."""
    stem, ending = ground.text[start:left], ground.text[left:right]
    common = ending in lexicon.common_endings
    if ending in lexicon.plain_endings and lexicon.is_plain(stem) and not ground.place_at(start):
        return False
    if not stem:
        return ending in lexicon.bare_endings and _ALONE.match(ground.text, right) is not None
    if len(stem) < 2 or stem[0] in "级器" or not (stem[0].isalnum() or stem[0] in "“‘"):
        return False  # 5000吨|级舾装码头
    rest = _without_place(ground, start, left)
    if ending.endswith("口岸") and (not _PORT.fullmatch(stem) or any(park.end == left for park in ground.parks)):
        return False
    if not rest:
        return ending in _PUBLIC or not common
    if ending == "大学" and _OF_THE_NATION.match(stem):
        return True  # 中国科学技术|大学: common words alone, and a name all the same
    if stem.endswith("”") or not common or _PLACE_BRACKET.match(ground.text, right):
        return True
    proper = lexicon.proper_part(rest)
    if len(lexicon.proper_part(rest, lexicon.plain)) >= 2 or len(proper) >= _TELLING:
        return bool(lexicon.proper_part(rest, lexicon.terms)) or not _AIMED_AT.search(ground.text, max(0, start - 36), start)
    return len(rest) < len(stem) and len(rest) + len(ending) >= 4


def _without_place(ground: Ground, start: int, end: int) -> str:
    """The stem without the park or places that it begins with."""
    position = start
    while position < end:
        spans = [span for span in (*ground.parks, *ground.places) if span.start == position and span.end <= end]
        if not spans:
            break
        position = max(span.end for span in spans)
    return ground.text[position:end]
