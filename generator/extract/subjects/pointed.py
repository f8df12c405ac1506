"""Figures whose owner the words around them name, whoever heads the clause.

总投资31亿元的某项目, 其中91家在高新区, 占西藏全区129家…的47%, 为广东省实现超万亿元, 创建了联合体，汇聚了7所学校.
"""

import re
from collections.abc import Callable
from dataclasses import replace

from generator.extract.sentences import clause_at
from generator.extract.subjects.model import RESIDENTS, Actor, Piece, Subject, home_subject
from generator.extract.subjects.resolve import Resolver
from generator.extract.tokens import Mention, MentionKind, Quantity, Sentence
from generator.model.claim import Kind, Level

Resolve = Callable[[Mention], Subject | None]
_BOUNDS = frozenset({"以上", "以下", "以内"})
_NATIONWIDE = 100  # no province has so many
_PLACED_IN = re.compile(
    r"(?:主要|均|都|全部|大多|集中|[又就也正])?(?:在|出自|来自|产自|源自|位于|落户|落到|进了|进入|投向|[，,]?由|从|(?:集中|诞生|布局|设|落|放|留)在)"
)
_COMES_OUT = re.compile("(?:开|驶|运|发|卖|走|造|产|流|飞|送|输|诞)(?:出|往|向|生|了出)|下线|出厂|出口|出货|出发")
_DONE_BY = re.compile("(?:一家|独家)?(?:贡献|创造|完成|产出|生产|制造|提供)")
_HERE = re.compile(
    r"从(?:我们|咱们)?这[里儿](?:上船|下线|发出|出发|开出|走出|运出|驶出|发往|出口|起飞)|(?:就|都|均)?(?:出自|来自|产自|源自)(?:这里|此地|此处)|"
    r"(?:主要|均|都|全部|大多|[又就也正])?(?:在|落户|来到)(?:这里|此地|此)"
    r"(?=[^，,。；;]{0,4}(?:落|设|建|投|布局|扎根|诞生|生产|办|集聚))"
)
_FOR_PLACE = re.compile(r"(?:为|助力|帮助|推动|支撑|支持|助推)$")
_GROUP = re.compile(r"(?:[两二三四五六七八九十]|\d+)[家个大](?:国家级?)?(?:高新区|经开区|开发区|园区|片区)")
_HAS = re.compile("下辖|下设|设有|设立|拥有|管辖|包括|建成|建设|规划|形成|辖")
_RANKED = re.compile(r"[^，,。；;]{1,16}?[中里](?:[，,]?[^，,。；;\d]{0,10})(?:第|名列|位列|排名|排在|位居|居首|夺冠|领跑|倒数)")
_AMONG = re.compile("[中里内之]")
_TOGETHER_WITH = re.compile("[与同和][^，,。；;]{2,30}等$")
_WITH = re.compile("[在与和同]$|在")
_MADE = re.compile(r"(?:创建|共建|成立|设立|组建|建立|建起|优化升级|揭牌)了?[^，,。；;]{0,10}$")
_BUILT = re.compile(r"(?:规划建设|建设|兴建|新建|投建|建成|建起|启用|打造|布局|引进)了?[^，,。；;]{0,10}$")
_OWN_GROUND = re.compile(
    r"(?:(?:目前|如今|现|现在)?已?(?:入驻|落户|聚集|集聚|签约入驻)|首批入驻)|总?(?:占地|投资|建筑面积|建面)|规划(?:占地|用地|面积)|可容纳|一期|二期|首期|分[两三]期"
)
_CAPACITY = re.compile(r"[年日](?:产|处理|加工|回收|转化)(?:能力)?(?:[^，,。；;\d]{0,4})$")
_OF_WHAT = re.compile(r"[^，,。；;、\d的]{1,8}的")
_EQUIPPED = re.compile(
    r"(?:^|[，,。；;：:]|[一这][座个家处条所])(?:[年日](?:产|处理|加工|回收|吞吐)|可容纳|能容纳|拥有|占地|总?投资|建筑面积|总面积|用工|员工)(?:约|近|超|达)?$"
)
_FOUNDED = re.compile(
    r"[^，,。；;、\d]{0,8}?(?:建设|共建|合建|联建|建起|建成|兴建|新建|打造|组建|设立|创建|成立|开建|投建|扩建|改建)(?:的|了|起)?[^，,。；;、\d]{0,2}"
)
_NOT_FOUNDING = re.compile("引导|带动|撬动|吸引|拉动|社会|在$")
_THIS_IS = re.compile(r"(?:——|[，,])这[就便正]?是")
_NEAR = 4  # letters: 这是|湖北|某基地
_HIS = frozenset("的今去眼刚目当如过近一两三四五这交带给")
_EACH_OF_THEM = re.compile(
    r"等(?:\d+[余多]?家|多家|一批)?[^，,。；;\d]{0,10}?(?:企业|公司|单位|机构)[^，,。；;]{0,12}(?:均|都|各|皆)[^，,。；;]{0,8}"
)
_FEW = re.compile(r"(?P<size>[两三四五])(?:区|园|(?:家|个|大)(?:园区|高新区|经开区|开发区|片区))")


def find_pointed(piece: Piece, sentence: Sentence, quantity: Quantity, resolver: Resolver, resolve: Resolve) -> Subject | None:
    """The owner by the words right around a figure, else None."""
    if piece.home.park and _HERE.match(piece.text, quantity.tail):
        return home_subject(piece.home, "placed", piece.text[quantity.tail : quantity.tail + _NEAR])
    for mention in piece.within(sentence):
        if _is_owner(piece, quantity, mention) or _is_placed(piece, quantity, mention, resolver):
            found = resolve(mention)
            return home_subject(piece.home, "placed", mention.text) if found and found.rule == "unnamed" else found
        if _is_outside(mention, resolver) and _is_whole(piece.text, quantity, mention):
            return Subject(mention.name or mention.text, None, Level.OUTSIDE, "whole", mention.text)
    return None


def _is_owner(piece: Piece, quantity: Quantity, mention: Mention) -> bool:
    """总投资31亿元的|某项目, 年产5万吨|某材料项目, 可容纳2000名学生的|某学院, 全国169家|国家高新区."""
    if piece.text[quantity.end : quantity.tail] in _BOUNDS:
        return False  # 设备投资额500万元以上的技改项目: any such
    of_all = mention.kind is MentionKind.PARK and mention.name.startswith("国家")
    pointing = mention.kind is MentionKind.STAND_IN and not mention.text.startswith(("该", "这"))
    if piece.text[quantity.tail : mention.start] == "的" and mention.kind is not MentionKind.PLACE and not pointing and not of_all:
        return True
    if mention.kind in {MentionKind.PARK, *RESIDENTS} and _OF_WHAT.fullmatch(piece.text, quantity.tail, mention.start):
        return _EQUIPPED.search(piece.text, max(0, quantity.head - 12), quantity.head) is not None
    if mention.start == quantity.tail and mention.kind is MentionKind.PROJECT:
        return _CAPACITY.search(piece.text, max(0, quantity.head - 8), quantity.head) is not None
    before = piece.text[max(0, quantity.head - 3) : quantity.head]
    nationwide = before.endswith("全国") or (quantity.unit == "家" and quantity.value.first >= _NATIONWIDE)
    return mention.start == quantity.tail and of_all and nationwide


def _is_placed(piece: Piece, quantity: Quantity, mention: Mention, resolver: Resolver) -> bool:
    """其中约六成进了|园区; 45.8%，由|它|贡献; 9辆从|经开区|开出: of something larger the park's part, not 由|园区|报到市里."""
    placed = _PLACED_IN.match(piece.text, quantity.tail)
    if placed is None or placed.end() != mention.start:
        return False
    if placed[0] == "从":
        return _COMES_OUT.match(piece.text, mention.end) is not None and _is_home(piece, mention, resolver)
    if placed[0].endswith("由"):
        return _DONE_BY.match(piece.text, mention.end) is not None and (mention.text == "它" or _is_home(piece, mention, resolver))
    return _is_home(piece, mention, resolver)


def _is_home(piece: Piece, mention: Mention, resolver: Resolver) -> bool:
    if mention.kind is MentionKind.PARK:
        return mention.park == piece.home.park or mention.name.startswith("国家")
    return mention.text in resolver.park_words or (mention.park is not None and mention.park == piece.home.park)


def _is_outside(mention: Mention, resolver: Resolver) -> bool:
    return mention.kind is MentionKind.PLACE or (mention.kind is MentionKind.STAND_IN and mention.text in resolver.outside_words)


def _is_whole(text: str, quantity: Quantity, mention: Mention) -> bool:
    """占西藏全区129家高新技术企业的47.29%: the 129 are all Tibet's; 为广东省2025年实现…超万亿元: the sum is the province's."""
    between = text[mention.end : quantity.head]
    if mention.end > quantity.head or re.search(r"[，,。；;、]", between):
        return False
    if re.search(r"占[^，,。；;、]{0,8}$", text[max(0, mention.start - 9) : mention.start]):
        after = text[quantity.tail : quantity.tail + 24]
        return quantity.kind is Kind.LEVEL and bool(re.match(r"[^，,。；;]{1,16}的[约近超]?\d|[)）]", after))
    return bool(_FOR_PLACE.search(text[max(0, mention.start - 3) : mention.start])) and bool(
        re.search(r"实现|构建|形成|建设|打造|完成|增加|培育", between)
    )


def find_ranked_among(piece: Piece, sentence: Sentence, quantity: Quantity) -> Subject | None:
    """在参评的112个集群中排名第5位: how many there are of what somebody is ranked among is no sheet's business."""
    clause = clause_at(sentence, quantity.start)
    led = re.search(r"在[^，,。；;]{0,14}$", piece.text[clause.start : quantity.head])
    if led is None or quantity.kind is not Kind.LEVEL or not _RANKED.match(piece.text, quantity.tail):
        return None
    return Subject("", None, Level.OUTSIDE, "ranked-among", piece.text[clause.start + led.start() : quantity.tail])


def find_group(piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], resolve: Resolve) -> Subject | None:
    """两个片区合计: several parks at once are no sheet's business; nor is how many there are, if it is not how many one park has.

    A place among several (居全省三个片区第二位) is the one's that takes it.
    """
    if piece.home.name.startswith("国家") or quantity.kind is Kind.RANK:
        return None
    groups = [match for match in _GROUP.finditer(piece.text, sentence.start, sentence.end) if match.start() <= quantity.start]
    if not groups or any(actor.start > groups[-1].end() or actor.subject.name.startswith("国家") for actor in before):
        return None
    last = groups[-1]
    nationwide = next((one for one in piece.within(sentence) if one.end == last.end() and one.name.startswith("国家")), None)
    if nationwide and last.end() <= quantity.start and not before and not _AMONG.match(piece.text, last.end()):
        return resolve(nationwide)
    led = piece.text[clause_at(sentence, last.start()).start : last.start()]
    counted = last.start() <= quantity.start < last.end()
    if counted and _TOGETHER_WITH.search(led) and before:
        return None
    if _HAS.search(led) or (not counted and (_AMONG.match(piece.text, last.end()) or _WITH.search(led))):
        return None
    return Subject("", None, Level.OUTSIDE, "group", last[0])


def find_just_made(piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], resolve: Resolve) -> Subject | None:
    """共同创建了产教联合体，汇聚了7所学校: what the clause before set up, unless a subject stands between."""
    text, clause = piece.text, clause_at(sentence, quantity.start)
    for mention in reversed(piece.within(sentence)):
        if mention.kind not in RESIDENTS or mention.end > clause.start or (before and before[-1].start >= mention.start):
            continue
        ends = not text[mention.end : clause.start].strip("，,；;”")
        since = max(sentence.start, mention.start - 16)
        if "；" in text[mention.end : quantity.head]:
            continue  # …创新中心，首批入驻团队14个；设立…基金: the park again
        one = text[mention.start - 1] not in "、和与及"  # 建起打样中心、|快反平台|，把周期压到7天: all of them did
        made = _MADE.search(text, since, mention.start) if one else None
        if not made and _OWN_GROUND.match(text, clause.start):
            made = _BUILT.search(text, since, mention.start)
        owner = resolve(mention) if ends and made else None
        return replace(owner, rule="made") if owner else None
    return None


def find_founded(piece: Piece, sentence: Sentence, quantity: Quantity) -> Subject | None:
    """投入6.4亿元建设西部车规电子测试基地, 与6所职业院校共建某学院: what a house cost, and with whom it was set up, is the house's."""
    clause = clause_at(sentence, quantity.start)
    if _NOT_FOUNDING.search(piece.text, clause.start, quantity.head) or piece.text[quantity.tail : quantity.tail + 1] in "省市县国":
        return None  # 引导社会投入95亿元建设科创园, 在18个省区市建设示范基地
    for mention in piece.within(sentence):
        house = mention.kind is MentionKind.INSTITUTION or (mention.kind is MentionKind.PROJECT and mention.name.endswith("项目"))
        counted = piece.text[mention.end : mention.end + 1].isdigit()  # 与14所高校共建转化平台22个
        if house and not counted and mention.start > quantity.tail and _FOUNDED.fullmatch(piece.text, quantity.tail, mention.start):
            return Subject(mention.name, piece.home.park, Level.RESIDENT, "founded", mention.text)
    return None


def find_told_after(piece: Piece, sentence: Sentence, quantity: Quantity, before: list[Actor], resolve: Resolve) -> Subject | None:
    """挤着287家企业、180条生产线——这是某产业基地的“家底”: whom the end of the sentence says that the figures before it are of."""
    if before:
        return None
    this = _THIS_IS.search(piece.text, quantity.tail, sentence.end)
    houses = [one for one in piece.within(sentence) if one.kind is MentionKind.PARK or one.kind in RESIDENTS]
    owner = next((one for one in houses if this and this.end() <= one.start <= this.end() + _NEAR), None)
    if owner is None or piece.text[owner.end : owner.end + 1] not in _HIS:
        return None
    found = resolve(owner)
    return replace(found, rule="told-after") if found and found.level is not Level.OUTSIDE else None


def find_listed(piece: Piece, sentence: Sentence, quantity: Quantity) -> Subject | None:
    """甲、乙、丙等企业去年产值均超过10亿元: what each of the firms of a list has is no park's."""
    clause = clause_at(sentence, quantity.start)
    firms = [one for one in piece.within(sentence) if one.kind is MentionKind.COMPANY and one.end <= quantity.head]
    if not firms or piece.home.park is None or firms[0].start < clause.start:
        return None
    if not _EACH_OF_THEM.fullmatch(piece.text, firms[-1].end, quantity.head):
        return None
    return Subject("、".join(one.name for one in firms), piece.home.park, Level.RESIDENT, "each", firms[-1].text)


def find_each_of_group(piece: Piece, sentence: Sentence, quantity: Quantity, inside: list[Quantity]) -> Subject | None:
    """甲高新区和乙高新区比着跑。两区营收分别为312亿元和96亿元: of the parks named right before (or after) the one whose turn it is."""
    groups = list(_FEW.finditer(piece.text, sentence.start, quantity.start))
    shared = piece.text.rfind("分别", groups[-1].end(), quantity.start) if groups else -1
    if shared < 0:
        return None
    size = "两三四五".index(groups[-1]["size"]) + 2
    at = [one for one in inside if one.start > shared].index(quantity)
    named = [one for one in piece.mentions if one.kind is MentionKind.PARK and one.park and not one.name.startswith("国家")]
    before = list(dict.fromkeys((one.park, one.name) for one in named if one.end <= groups[-1].start()))[-size:]
    after = list(dict.fromkeys((one.park, one.name) for one in named if one.start > sentence.end))[:size]
    parks = before if len(before) == size else after
    if len(parks) < size or at >= size:
        return None
    return Subject(parks[at][1], parks[at][0], Level.PARK, "each", groups[-1][0])
