"""What around or in a text says that words are a policy: an idiom of administrations, a copula, a word that sums up, a fee that is cut.

None of these signs looks at a word list: “先投后补”, “云上看厂房”是该区首创的做法, “图上选址”“云端踏勘”等做法, 租金前两年全免.
"""

import re
from collections.abc import Iterator, Sequence

_IDIOM = re.compile(
    "先[^来苦人天声礼][一-龥]?后[^到甜己知发兵乐][一-龥]?|按[一-龥]{1,2}[付计收缴拨][费款酬租]|以[^貌一小柔][一-龥]?[代换租奖补抵招定促养][一-龥]{1,2}"
)
_MADE = "(?:推出|首创|创新|探索|实施|实行|推行|建立|创立|出台|设立|打造|开展|试行|发起)"
_WAYS = "(?:举措|措施|做法|政策|制度|机制|改革|办法|新招|招数|妙招|实招)"
_SAID_TO_BE = re.compile(f"(?:正|就|便)?是[^，。；！？“”]{{0,20}}?{_MADE}的[^，。；！？“”]{{0,6}}?(?:{_WAYS}|模式|服务|品牌)")
_REWARDED = re.compile("(?:企业)?(?:共|均|可|各)?(?:获得?|领到|拿到)了?奖励")
_SHORTEST = 4
_BROUGHT = re.compile(
    "(?:由|从)[^，。；“”]{1,12}?(?:扩大|扩展|拓展|推广|延伸)|(?:服务|窗口)?[开送搬办建][进到在](?:了)?(?:园区|企业|厂|车间|标准厂房|楼|一线|家门口)"
)  # 把“红色物业”开进标准厂房
_SUMMED_UP = re.compile(rf"等?(?:[两三四五六七八九\d]+[项条个])?(?:[一-龥]{{2,4}})?{_WAYS}|[两三四五六七八九\d]+招")
_TURNED_INTO = re.compile("[^。！？“”]{0,8}?(?:改为|改成|升级为|升级成|调整为|拓展为|优化为)")
_JOINTS = ("", "、", "和", "与", "及")

_TIME = "(?:(?:前|头|首|第|后)?[一二两三四五六]个?[年月]|[首次翌]年)"
_FEE = "(?:租金|房租|场租|厂租|使用费|物业费|服务费|管理费|检测费|孵化费|停车费)"
_CUT = r"(?:全免|减半|半价|免收|免缴|免交|免租|减免\d+%|减收\d+%)"
_RELIEF = re.compile(
    rf"(?P<first>{_TIME}[一-龥]{{0,6}}?{_FEE}{_CUT}|{_TIME}{_CUT}{_FEE}|(?:[一-龥]{{2}})?{_FEE}{_TIME}{_CUT})"
    rf"(?:[，,、](?:{_TIME}[、和]?)+{_FEE}?{_CUT})*"
)
_TERM = re.compile("“?[一二两三四五]免[一二两三四五六]减半”?")
_EVENT = re.compile(
    r"(?:^|(?<=[，,。；！？]))(?:[\d一二三四五六七八九十]+月[\d一二三四五六七八九十]+日[，,]?|今年|去年|近日|日前|昨日)?(?P<name>(?:“[^”]{2,12}”|[一-龥A-Za-z\d—-]){6,28}?(?:会|赛|论坛|沙龙|文化节))"
    "(?=(?:在[^，。；]{2,12}?)?(?:正式|成功|隆重)?(?:举行|举办|召开|开幕|开赛|开桨|启幕|开讲)(?!过|的))"
)
_FUND = re.compile(
    "元(?:的|设立|组建|成立|发起)*(?P<paid>(?!投资|用于|建)[一-龥]{1,10}?(?<!子)基金)(?=[，,；;。、]|已|目前|总)"
    r"|(?P<sized>(?:(?<=[的立了建，。；、])(?![的立了建]|安排|组建|发起|整合|支持)[一-龥]{1,3})?(?:产业|科创|创投|创业|天使|种子|人才|并购)(?:引导|投资|发展)?母?基金)"
    r"(?=(?:首期|总)?规模|达?\d)"
)
_STATE = re.compile(
    r"(?:国务院|中央|全国人大|国家[一-龥]{2,6}[委局]|(?:科技|商务|财政|教育|工业和信息化|工信|生态环境|自然资源|农业农村|人力资源和社会保障)部"
    r"|等[一二三四五六七八九十\d]*部[门委])[^，。；]{0,10}$"
)


def quotations_with_signs(text: str, quotations: Sequence[re.Match[str]]) -> frozenset[int]:
    """Where those of the quotations begin that their own form or what stands behind them says are measures.

    >>> text = "“先投后补”来了，“好得很”“想不到”两句话，“纳税大户”共获得奖励"
    >>> sorted(quotations_with_signs(text, tuple(re.finditer("“(?P<inside>[^”]+)”", text))))
    [0, 23]
    """
    signed: set[int] = set()
    for index in range(len(quotations) - 1, -1, -1):
        quotation = quotations[index]
        behind = quotations[index + 1] if index + 1 < len(quotations) else None
        chained = behind is not None and behind.start() in signed and text[quotation.end() : behind.start()] in _JOINTS
        summed = index > 0 and text[quotations[index - 1].end() : quotation.start()] in _JOINTS and _SUMMED_UP.match(text, quotation.end())
        said = any(sign.match(text, quotation.end()) for sign in (_SAID_TO_BE, _REWARDED))
        named = len(quotation["inside"]) >= _SHORTEST and text[: quotation.start()].endswith("把")
        said = said or (named and _BROUGHT.match(text, quotation.end()) is not None)
        if chained or summed or _IDIOM.fullmatch(quotation["inside"]) or said:
            signed.add(quotation.start())
    return frozenset(signed)


def turned_into(text: str, start: int, end: int) -> bool:
    """Whether what lies between two quotations says that the one became the other (“A”升级为“B”)."""
    return _TURNED_INTO.fullmatch(text, start, end) is not None


def find_reliefs(text: str) -> Iterator[tuple[int, int]]:
    """Fees cut for some years from now on: 前两年租金全免，第三年减半; 三免两减半; not 去年租金收入减半."""
    if "免" in text or "减半" in text or "半价" in text:
        yield from (match.span() for pattern in (_RELIEF, _TERM) for match in pattern.finditer(text))


def find_events(text: str) -> Iterator[tuple[int, int]]:
    """Meetings and contests that take place: 产业协同推介会在北京举行; not 会议在北京举行, whose name is not told.

    >>> text = "7月21日，2023产业协同推介会在北京举行，会议昨日召开。"
    >>> [text[start:end] for start, end in find_events(text)]
    ['2023产业协同推介会']
    """
    yield from (match.span("name") for match in _EVENT.finditer(text))


def find_funds(text: str) -> Iterator[tuple[int, int]]:
    """Funds whose size is told: 总规模8亿元的人才母基金, 安排产业基金5亿元; not 设立产业基金, which any park does.

    >>> text = "园区设立产业基金，其中总规模8亿元的人才母基金，已组建子基金12只，安排种子基金5亿元，设立的钛产业基金首期规模1亿元。"
    >>> [text[start:end] for start, end in find_funds(text)]
    ['人才母基金', '种子基金', '钛产业基金']
    """
    if "基金" in text:
        yield from (match.span(match.lastgroup or 0) for match in _FUND.finditer(text))


def is_of_state(text: str, start: int) -> bool:
    """Whether a ministry or the State Council stands right before the title that begins at `start`."""
    return _STATE.search(text, max(0, start - 30), start) is not None
