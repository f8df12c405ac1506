"""Why a numeral is no fact: the codes of the ledger, each with what it means and an example."""

from enum import StrEnum


class Reason(StrEnum):
    """Stable codes; a reader of the ledger sees them."""

    DATE = "date"
    CLOCK = "clock"
    PERIOD = "period"
    ORDINAL = "ordinal"
    NAME = "name"
    CODE = "code"
    ADDRESS = "address"
    PHONE = "phone"
    SERVICE = "service"
    FORMULA = "formula"
    LISTING = "listing"
    INDEFINITE = "indefinite"
    THRESHOLD = "threshold"
    PER = "per"
    IDIOM = "idiom"
    WORD = "word"
    BARE = "bare"


MEANINGS: tuple[tuple[Reason, str], ...] = (
    (Reason.DATE, "a date or a part of one: 2025年10月29日, 二季度, 20世纪90年代, “十四五”"),
    (Reason.CLOCK, "a time of day: 9:30, 8时"),
    (Reason.PERIOD, "a length of time that only says when: 近3年, 5年来, 三年前"),
    (Reason.ORDINAL, "a number in a sequence: 第六批, 首家, 第二届"),
    (Reason.NAME, "part of a name, a title or a short quotation: “三城一岛”, 《…（2023—2025年）》, 500强企业"),
    (Reason.CODE, "letters and digits that stand for a thing: 5G, T/CECA-G0171-2022, MONA M03"),
    (Reason.ADDRESS, "where something stands: 88号, 3号楼, 12楼"),
    (Reason.PHONE, "a telephone number: 12345热线"),
    (Reason.SERVICE, "the name of a service: 7×24小时, 24小时自助"),
    (Reason.FORMULA, "a formula or slogan: 2+3+N, 从0到1"),
    (Reason.LISTING, "the number of a point in a list: 1.（一）一是"),
    (Reason.INDEFINITE, "an article, not a count: 一家企业, 一条产业链"),
    (Reason.THRESHOLD, "a bound that is part of what is counted: 亿元以上项目, 超百亿元企业5家"),
    (Reason.PER, "the measure that another figure is given for: 每万人, 每半月"),
    (Reason.IDIOM, "a set phrase: 一体化, 千方百计, 第一时间"),
    (Reason.WORD, "a character that is a numeral elsewhere: 统一, 万达, 三明"),
    (Reason.BARE, "digits without a unit of which no rule makes a figure"),
)
