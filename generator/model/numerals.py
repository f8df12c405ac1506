"""Chinese numerals as numbers: 三百五十 is 350, 二〇二五 is 2025, a bare 千 is 1000.

万 and 亿 are left to the unit, as newspapers write 1.2万家 and readers compare 亿元 with 亿元.
"""

from decimal import Decimal

DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
STEPS = {"十": 10, "百": 100, "千": 1000}
GREAT = {"万": Decimal(10) ** 4, "亿": Decimal(10) ** 8}


def parse_chinese(text: str) -> Decimal | None:
    """The number that `text` writes, below 万 by its steps or digit by digit; None where it is no numeral.

    >>> [parse_chinese(t) for t in ("三百五十", "十二", "千", "二〇二五", "三点六", "一百零五", "两千三")]
    [Decimal('350'), Decimal('12'), Decimal('1000'), Decimal('2025'), Decimal('3.6'), Decimal('105'), Decimal('2300')]
    >>> parse_chinese("一万"), parse_chinese("统一"), parse_chinese("")
    (None, None, None)
    """
    whole, point, rest = text.partition("点")
    if point:
        return _decimal_of(whole, rest)
    if not text or any(sign not in DIGITS and sign not in STEPS for sign in text):
        return None
    if len(text) > 1 and all(sign in DIGITS for sign in text):
        return Decimal("".join(str(DIGITS[sign]) for sign in text))
    return _by_steps(text)


def parse_number(text: str) -> Decimal | None:
    """A number in digits (1,286 and full-width ones too) or in Chinese numerals; None where it is neither.

    >>> parse_number("1,286"), parse_number("３.5"), parse_number("一百二"), parse_number("12a")
    (Decimal('1286'), Decimal('3.5'), Decimal('120'), None)
    """
    if text.isdecimal():
        return Decimal(text)
    plain = text.replace(",", "").replace("．", ".").replace(" ", "")
    whole, point, rest = plain.partition(".")
    if whole.isdecimal() and (rest.isdecimal() if point else not rest):
        return Decimal(plain)
    return parse_great(plain)


def parse_great(text: str) -> Decimal | None:
    """As `parse_chinese`, but 万 and 亿 inside the numeral count: 三万五千 is 35000.

    >>> parse_great("三万五千"), parse_great("一亿二千万"), parse_great("万一")
    (Decimal('35000'), Decimal('120000000'), None)
    """
    for sign, size in (("亿", GREAT["亿"]), ("万", GREAT["万"])):
        head, found, tail = text.partition(sign)
        if found:
            above, below = parse_great(head), parse_great(tail) if tail else Decimal(0)
            return None if above is None or below is None else above * size + below
    return parse_chinese(text)


def _decimal_of(whole: str, rest: str) -> Decimal | None:
    above = parse_chinese(whole)
    if above is None or not rest or any(sign not in DIGITS for sign in rest):
        return None
    return above + Decimal("0." + "".join(str(DIGITS[sign]) for sign in rest))


def _by_steps(text: str) -> Decimal | None:
    total, digit, step = 0, None, 10000
    for at, sign in enumerate(text):
        if sign in DIGITS:
            if digit:
                return None
            digit = DIGITS[sign]
            continue
        size = STEPS[sign]
        if size >= step or (digit == 0 and sign != "十"):
            return None
        total += size * (digit if digit is not None and digit else 1 if not at or text[at - 1] in "零〇" else 0)
        step, digit = size, None
    if digit is None:
        return Decimal(total)
    spoken = len(text) > 1 and text[-2] in STEPS and step > 10  # 一百二 is 120, 一百零二 is 102
    return Decimal(total + digit * (step // 10 if spoken else 1))
