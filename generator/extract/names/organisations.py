"""Companies and institutions connected with a park: those that its article names, without those that only lend a person a title."""

import re
from collections.abc import Iterator

from generator.extract.mentions import MentionFinder
from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.article import Role
from generator.model.claim import NameKind

_LEARNED = re.compile(r"(?:大学|学院|工程院|科学院|联盟|协会|学会|总院)$")
_OF_SCHOLARS, _SCHOLAR = re.compile("(?:研究所|研究院|研究中心|智库)$"), re.compile("[一-龥]{0,6}?(?:研究员|教授|学者|首席经济学家|分析师)")
_MACHINE = re.compile(
    "(?:[三四五六七八九]轴|联动|立式|卧式|龙门|数控|车铣|高速)加工中心$|管委会"
)  # no houses: a machine tool, a part of 管委会口岸|发展局
_STATE = re.compile("^(?:中国|俄罗斯|美国|德国|英国|法国|日本|教育部|工业和信息化部|科技部|商务部|国务院|财政部|生态环境部|国家发展改革委)")
_PUBLISHES = re.compile("(?:编写|发布|公布|公示|主办|印发|组织|评选|统计)")
_NO_HOUSE = re.compile(r"新?校区|\d[\d.,]*[余多]?[套台]|[”’]?(?:称号|名单|活动|模式|机制|制度|建设标准|培育库)")
_COUNTED = re.compile(r"[\d一二两三四五六七八九十百多数几][个家座所处间片栋](?:[一-龥]{2})?$")
_TITLE_VERB = re.compile(r"(?:入选|获评|评为|认定为|列为|授予|入围|上榜)(?:为|了|首批|第.批|\d{4}年(?:度)?)*$")
_WORKS_OF_OWNER = re.compile("(?<!“)(?:制造|智造|生产)基地$|幼儿园$|小学$|^[一二三四]期")
_SLOGAN = re.compile("“[^”]+”(?:产业大|大产业|大)平台$")
_QUOTED_PLATFORM = re.compile("“[^”]+”.{0,6}平台$")
_PUBLIC_HOUSE = re.compile(
    "(?:[（(][^（）()]{2,24}[）)])?(?P<house>(?:政务服务中心|综合服务中心|企业服务中心|政务服务局|行政审批局|便民服务中心|人民法院|海关|海事局|边检站|口岸|总工会|商会|企业家协会|企业联合会|慈善会|科协)(?![专处办]))"
)
_BARE = ("园区", "高新区", "经开区", "开发区", "片区", "新区", "集中区", "全区", "区内", "该区", "自贸片区")
_OF_SOMEBODY = re.compile(
    "(?:公司|企业|集团|本公司)(?!家)|[区市县省](?=政|人|发|行|应|市场|科|住|自|财|教|文|卫|民|生)"
)  # 该|区政务服务管理局, 公司研究院
_KIND_OF_WORKS, _COUNT_BEHIND = re.compile("(?:全连接|智能|绿色|灯塔|数字化|零碳|无人|黑灯|示范)工厂$"), re.compile(r"\d+[余多]?[家个座]")
_MEASURE = re.compile("(?:政务|办事|审批|投诉|应用|申报|兑现).{0,8}(?:平台|系统)$")
_MADE = re.compile("推出|开通")
_MADE_THERE = re.compile("(?<!创新)(?<!实训)基地$|科技园$|数据中心$|工厂$|产业园$|研发部门$")
NEXT_WORKS = re.compile("(?:第[一二三四五六]|[二三四五六]期?)(?:工厂|厂)$")
_PAID = re.compile("[^。！？]{0,12}?投资")
_SHORTEST_OWNER = 4
_HOUSE = re.compile("(?:科技|产业|工业|创业|物流)?园区?$|小镇$|社区$|[谷城港岛]$|码头$|站$")
_ZONE, _ESTATE = re.compile("(?:综合保税区|综保区|保税港区)$"), re.compile("工业园区$")
_BARE_ZONES = ("综合保税区", "综保区", "保税港区", "工业园区")
_LONGEST_OWNER = 6
_SEAT = re.compile(
    "(?P<owner>[一-龥]{3,4}?)(?:(?:全球|区域|华[东南西北中]|西[南北]|东北|中[国部]|第二|研发|制造|国际|运营)+)?总部(?:基地|园区)?(?:[一二三]期)?项目"
)
_OF_PROJECT = re.compile(
    "[一-龥A-Za-z0-9.（(]{0,16}?(?:[一二三四五六]期|生产线?|基地|总部|扩产|扩建|技改|智能工厂|产业化|代线|储能|材料|电池|制品|设备|装备|零部件|元件|组件|加工|器件|器械|芯片)[一-龥]{0,6}(?:项目|基地)"
)
_LARGER_WHOLE = re.compile("(?:自贸试验区|自由贸易试验区|自由贸易港|自贸港)$")
_ZONE_OF_RANK = re.compile("国家级.*(?:先导区|示范区|试验区|集聚区)$")
_ALL_OF_A_KIND = re.compile(
    "(?:全国|国内|全省|全市|各地|老牌|知名|传统|一流|同类|周边).{0,12}(?:园区|产业园|基地|开发区|高校|院校|平台|实验室|集聚区)$"
)
_WORKS_NOT_HOUSES = re.compile(
    "(?:制造|智造|生产|产业|电路|总部|物流|加工|研发)?(?:基地|物流园|产业园|工业园|产业城|工厂|枢纽|大厦|电站|码头)$"
)
_LISTED_PROJECTS = re.compile("(?:(?:、|和|及)[^，。；：！？]{2,24}?){0,6}等[^，。；：！？]{0,12}?项目(?!部)")
_LISTED_BEHIND = re.compile("项目(?![部库])[^。；！？]{0,30}?(?:包括|涵盖|分别是|其中有)[^。；！？，]*$")
_LEGAL_OWNER = re.compile(r"[一-龥（）()]{4,24}?有限(?:责任)?公司|[一-龥]{2,6}?(?:集团|股份)(?!有限)")
_WORKS = re.compile(r"(?P<owner>[一-龥]{3,6})(?:第[一二三四五六]|[一二三四五六\d]号)(?:超级)?工厂$")


def find_companies(view: View, lexicon: ListLexicon, finder: MentionFinder) -> Iterator[Find]:
    """Companies by their full names, and the owners of works and projects."""
    for piece, mention in _named(view, MentionKind.COMPANY):
        short = mention.text if mention.text != mention.name else ""
        yield Find(NameKind.COMPANY, mention.name, piece, mention.start, mention.end, short=short)
    for kind in (MentionKind.PROJECT, MentionKind.INSTITUTION):
        for piece, mention in _named(view, kind):
            made_there = kind is MentionKind.PROJECT or _MADE_THERE.search(mention.text)
            owner = (
                _owner_of_works(mention.text)
                or _legal_owner(mention.text)
                or _owner_elsewhere(mention.text, finder)
                or _owner_of_project(mention.text, finder)
                or (lexicon.known_companies.longest_at(mention.text, 0) if made_there else "")
            )
            if owner:
                yield Find(NameKind.COMPANY, owner, piece, mention.start, mention.start + len(owner))


def _legal_owner(name: str) -> str:
    """浙江甬矽电子股份有限公司 of the project that it builds; 龙佰集团 of its works."""
    owner = _LEGAL_OWNER.match(name)
    return owner[0] if owner and owner.end() < len(name) else ""


def _owner_of_works(name: str) -> str:
    """弗锐电池 of 弗锐电池第二工厂."""
    works = _WORKS.match(name)
    return works["owner"] if works else ""


def _owner_elsewhere(name: str, finder: MentionFinder) -> str:
    """白云楼酒业 of 白云楼酒业随州生产基地: a short name like a company's before the place of its works."""
    place = next((hit.start for hit in finder.parks.gazetteer.find(name) if hit.start >= _SHORTEST_OWNER), 0)
    owner = name[:place]
    return owner if place and finder.brands.is_short_name(owner) else ""


def _owner_of_project(name: str, finder: MentionFinder) -> str:
    """邦宜新材料 of 邦宜新材料磷酸铁锂二期项目, 超聚变 of 超聚变全球总部项目: a short name before what it builds."""
    seat = _SEAT.match(name)
    if seat:
        return seat["owner"] if finder.lexicon.opens_unknown(seat["owner"]) and not finder.parks.gazetteer.place(seat["owner"]) else ""
    terms = [(start, end) for start, end, _ in finder.lexicon.terms.scan(name)]  # 中鼎|新能源汽车项目 is no 中鼎新能源
    sizes = range(min(len(name) - _SHORTEST_OWNER, _LONGEST_OWNER), _SHORTEST_OWNER - 1, -1)
    fit = (size for size in sizes if _OF_PROJECT.match(name, size) and not any(start < size < end for start, end in terms))
    return next((name[:size] for size in fit if finder.brands.own_stem(name[:size])), "")


def find_institutions(view: View, lexicon: ListLexicon, finder: MentionFinder, honours: frozenset[str]) -> Iterator[Find]:
    """Labs, institutes, platforms, centres and sub-parks; `honours` are titles, which end like institutions."""
    for piece, mention in _named(view, MentionKind.INSTITUTION):
        name = _without_its_park(_clean(piece, mention), view, lexicon, finder)
        part_of_title = any(title in name or (name in title and (name == title or not name.endswith("产业园"))) for title in honours)
        if not name or part_of_title or piece.text.rfind("《", 0, mention.start) > piece.text.rfind("》", 0, mention.start):
            continue
        if _only_a_title(view, mention, lexicon) or _of_the_state(piece, mention, lexicon) or _is_rank(name):
            continue
        yield Find(NameKind.INSTITUTION, name, piece, mention.start, mention.end)
    yield from _houses_of_the_park(view, lexicon)


def _without_its_park(name: str, view: View, lexicon: ListLexicon, finder: MentionFinder) -> str:
    """东江科技园 of 惠州仲恺高新区东江科技园, which has a name of its own; all of 孝感高新区光电产业园, which has none."""
    end = next((hit.end for hit in finder.parks.find(name) if hit.start == 0 and hit.id == view.park and not hit.bare_place), 0)
    stem = _HOUSE.sub("", name[end:])
    words = lexicon.mentions
    own = end and len(stem) > 1 and words.proper_part(stem, words.terms) == stem == words.proper_part(stem, words.plain)
    return name[end:] if own else name


def find_sub_parks(view: View, finder: MentionFinder) -> Iterator[Find]:
    """Bonded zones and industrial parks inside the park: parks by their names' form, and none of those that the article is about."""
    about = {view.park, *(finder.parks.id_of(name) for name in view.article.parks)}
    for piece, mention in _named(view, MentionKind.PARK):
        zone = _ZONE.search(mention.text) or (_ESTATE.search(mention.text) and not finder.parks.park(mention.name))
        if zone and mention.park not in about and piece.part in ("body", "caption") and mention.text not in _BARE_ZONES:
            yield Find(NameKind.INSTITUTION, mention.text, piece, mention.start, mention.end)


def _houses_of_the_park(view: View, lexicon: ListLexicon) -> Iterator[Find]:
    """洋浦海关, 松山湖高新区总工会: public houses that bear the park's name, unless they only lend somebody a title."""
    offices = lexicon.mentions.words("offices")
    for piece in view.pieces:
        for mention in piece.mentions_of(MentionKind.PARK, MentionKind.STAND_IN):
            house = _PUBLIC_HOUSE.match(piece.text, mention.end) if mention.park == view.park and mention.text not in _BARE else None
            if house and piece.part in ("body", "caption") and not piece.text.startswith(offices, house.end()):
                owner = mention.text if house.start("house") == mention.end else view.park_name  # 某某经济技术开发区（以下简称某某经开区）
                yield Find(NameKind.INSTITUTION, owner + house["house"], piece, mention.start, house.end())


def _named(view: View, kind: MentionKind) -> Iterator[tuple[Piece, Mention]]:
    for piece in view.pieces:
        for mention in piece.mentions:
            if mention.kind is kind and mention.name:
                yield piece, mention


def _clean(piece: Piece, mention: Mention) -> str:
    """The name as a reader would print it; nothing where it is a title (“无废实验室”称号), a model (产业园模式), a slogan."""
    before = piece.text[max(0, mention.start - 12) : mention.start]
    if _COUNTED.search(before) or _TITLE_VERB.search(before) or is_listed_project(piece, mention) or _WORKS_OF_OWNER.search(mention.text):
        return ""
    paid = _PAID.match(piece.text, mention.end) or "投资" in before
    if before.endswith(("扩建", "家企业的", "家公司的")) or (paid and NEXT_WORKS.search(mention.text)):
        return ""
    heading = piece.part in ("headline", "deck") or piece.paragraph.role is Role.SUBHEAD
    if heading or _NO_HOUSE.match(piece.text, mention.end) or _SLOGAN.match(mention.text) or _MACHINE.search(mention.text):
        return ""
    if _OF_SOMEBODY.match(mention.text) or (_KIND_OF_WORKS.search(mention.text) and _COUNT_BEHIND.match(piece.text, mention.end)):
        return ""
    if _MEASURE.search(mention.name) or (
        _QUOTED_PLATFORM.match(mention.text) and _MADE.search(piece.text, max(0, mention.start - 16), mention.start)
    ):
        return ""
    return mention.name


def is_listed_project(piece: Piece, mention: Mention) -> bool:
    """Whether 项目 stands behind the name, or behind the list of works that it is in (A基地、B物流园等一批重大产业项目)."""
    if piece.text.startswith("项目", mention.end):
        return True
    if not _WORKS_NOT_HOUSES.search(mention.text):
        return False
    listed = _LISTED_BEHIND.search(piece.text, max(0, mention.start - 60), mention.start)
    return listed is not None or _LISTED_PROJECTS.match(piece.text, mention.end) is not None


def _only_a_title(view: View, mention: Mention, lexicon: ListLexicon) -> bool:
    """Whether a university or academy stands only before its people's titles, an institute before those of scholars that are asked."""
    offices = lexicon.mentions.words("offices")
    if _OF_SCHOLARS.search(mention.name):
        return all(_SCHOLAR.match(p.text, m.end) for p, m in _named(view, MentionKind.INSTITUTION) if m.name == mention.name)
    if not _LEARNED.search(mention.name):
        return False
    same = [(p, m) for p, m in _named(view, MentionKind.INSTITUTION) if m.name == mention.name]
    return all(p.text.startswith(offices, m.end) for p, m in same)


def _of_the_state(piece: Piece, mention: Mention, lexicon: ListLexicon) -> bool:
    """Whether it is a national body that only publishes something or lends somebody a title."""
    if not _STATE.match(mention.name):
        return False
    return piece.text.startswith(lexicon.mentions.words("offices"), mention.end) or _PUBLISHES.match(piece.text, mention.end) is not None


def _is_rank(name: str) -> bool:
    """广东省级创新平台: any of a rank, not one by name; 广西自贸试验区: the whole that the park is a part of."""
    if _LARGER_WHOLE.search(name) or _ALL_OF_A_KIND.match(name):
        return True
    return (
        "级以上" in name
        or _ZONE_OF_RANK.match(name) is not None
        or name.startswith(("省级", "市级"))
        or re.search(r"[省市]级[^”]{2,6}$", name) is not None
    )
