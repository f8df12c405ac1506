"""Whether what a text says of a time is to come: 力争2025年, 2024年底前, 剩下的2026年; 自2022年启动计划以来 is not."""

import re

FUTURE = re.compile(
    r"将|力争|预计|(?<![”’》动才程英训的])计划|有望|目标|规划(?=建|新|到|在|于|布局|打造|投|引进|形成|实施|发展|年产)|定为|定在|预定|愿景|远景|拟|届时|争取|即将|未来(?=[，,\d一二三两五几十])|打造到|确保|为实现"
    r"|(?<![主重需必只首摘概提紧须简])要(?=在20|[跨达实完建新突超培引形再冲翻做打把力拿迈])"
)
_OBLIGED = re.compile(r"(?:必须|[须需应]|规划)[在于到]?$")
_DEADLINE = re.compile(r"\s*[之以]?前(?!后|者|身|[，,]|[\d一二三四五六七八九十]+个?[月季])(?![^，。；]{0,5}[了的过已])")
_REACHED = re.compile(r"[，,]?(?:[^，,。；;将]{0,8}(?:累计|已)|共|约|仅)")  # 到今年2月底，累计发证386张
_COMPLETED = re.compile(r"(?:全部|全面|整体|正式|前)?(?:建成|投产|完工|竣工|交付|投用|达产|通车|启用)(?![了的])")
_STAGE = re.compile(r"[^，,。；;了已的]{0,6}?(?:建成|投产|完工|竣工|交付|投用|达产|通车|通航|启用)(?![了的过]|以来|至今|于)")
_DONE = re.compile(r"已|于$|自$")
_THEN_WILL = re.compile(r"(?:(?![一二三四五]期).)*?(?:(?:将|届时|预计)(?!到?20)|后[，,]?[可能])")
_MOVED = re.compile(r"[^，,。；;]{0,4}(?:提前|提早|推迟|延后|延期)[到至]")
_LEFT = re.compile(r"(?:剩下|余下|剩余|其余)的?(?:20\d\d年?[、和])*$")  # 剩下的2026年、2027年各交付一半
_FAR_FROM = re.compile(r"(?:距离?|离)[^，,。；;]{0,4}$")  # 距离2025年底封关只有一年多
# 今年要增长12%，2027年达到450亿元: what is planned goes on.
_FUTURE_DEED = re.compile(r"(?:将|要|力争|计划|争取|确保|有望|目标|明年|后年)[^。]{1,24}[，,、](?:到)?$")
_STANDS_THERE = re.compile(r"[^，,。；;了已]{0,12}?(?:达到?|突破|超过?|实现|扩[至到大]|增[至长加]|提[高升]|建成|做到|冲刺|翻|[升降]至)")
_SINCE = re.compile(r"[^，,。；;]{0,20}(?:以来|至今|起)")
_PLANNED_BEFORE = re.compile(
    r"(?:(?:按照?|根据|依据|依照|对照)[^，,。；;]{0,10}(?:计划|规划|目标|部署|安排|方案|草案|纲要|意见)|提出|明确|确定)[，,]$"
)
_LEADS_TO = re.compile(r"为[^，。]{1,8}$|(?<![截从年月增升减降扩涨缩跃长高直回复\d])[到至]$")
_DATED = re.compile(r"20\d\d\s*年[^。；]{0,14}$")
_SENTENCE_END = re.compile(r"[。；！？]")
_COMMA = re.compile(r"[，,]")


def is_future(match: re.Match[str], text: str) -> bool:
    """Whether what the text says of a time, found by a pattern with a group `year`, `part` or neither, is to come.

    >>> year = re.compile(r"(?P<year>20\\d\\d)年底?")
    >>> texts = "力争2025年建成。", "须在2025年底前完成。", "2025年建成的厂房。", "自2022年启动计划以来。"
    >>> [is_future(year.search(text), text) for text in texts]
    [True, True, False, False]
    """
    before = _SENTENCE_END.split(text[max(0, match.start() - 30) : match.start()])[-1]
    after = _SENTENCE_END.split(text[match.end() : match.end() + 24])[0]
    if _SINCE.match(after) and before[-1:] in ("自", "从"):
        return False
    told_first = "year" in match.re.groupindex or "part" in match.re.groupindex
    return _is_planned(match, before, after) or _leads_on(before, after) or (told_first and _opens_plan(after))


def _is_planned(match: re.Match[str], before: str, after: str) -> bool:
    """By the words of its own clause, or by a plan named before it."""
    clause, rest = _COMMA.split(before)[-1], _COMMA.split(after)[0]
    named = any(word.search(clause) for word in (FUTURE, _OBLIGED, _LEFT, _FAR_FROM))
    leads = _LEADS_TO.search(clause) and not (match.groupdict().get("total") or _REACHED.match(after))
    return bool(named or leads or _DEADLINE.match(rest) or _MOVED.match(rest) or FUTURE.search(rest) or _PLANNED_BEFORE.search(before))


def _leads_on(before: str, after: str) -> bool:
    """二期2024年底建成，产能将翻一番: by what follows; 今年要增长12%，2027年达到450亿元: by the plan that it goes on with."""
    ends = _COMPLETED.match(after) and _THEN_WILL.match(after)
    return bool(ends or (_FUTURE_DEED.search(before) and _STANDS_THERE.match(_COMMA.split(after)[0])))


def _opens_plan(after: str) -> bool:
    """2024年，园区将 … is planned; 2019年，高新区关停了最后一座煤矿，在原址上规划… is past: what is done is so."""
    ahead = FUTURE.search(after) if after[:1] in ("，", ",") else None
    return ahead is not None and "了" not in after[: ahead.start()]


def is_open(match: re.Match[str], text: str) -> bool:
    """2025年底投用, 2023年建成: nothing says whether works have come so far (建成了, 已建成, 建成的 have).

    >>> year = re.compile(r"(?P<year>20\\d\\d)年底?")
    >>> [is_open(year.search(text), text) for text in ("2025年底投用。", "2023年建成后，产能翻番。", "2023年建成了平台。")]
    [True, True, False]
    """
    before = _SENTENCE_END.split(text[max(0, match.start() - 12) : match.start()])[-1]
    return _STAGE.match(text, match.end()) is not None and not _DONE.search(before)


def is_dated_before(text: str, at: int) -> bool:
    """Whether a year is told right before a place of a text, so that what stands there is of that year.

    >>> is_dated_before("2021年3月至5月", 8), is_dated_before("2021年，园区扩建。3月至5月", 11)
    (True, False)
    """
    return _DATED.search(text[:at]) is not None
