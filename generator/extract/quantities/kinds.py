"""What sort of number it is: growth, share, rank or level, by its unit and the words right before it."""

import re
from dataclasses import dataclass

from generator.extract.quantities.found import Found
from generator.extract.quantities.lexicon import Lexicon
from generator.model.claim import Kind
from generator.model.quantity import Form

_GROWS_AFTER = re.compile(
    r"(?:以上|左右|上下)?的?(?:高速|快速|较快|平均|年均|同比|复合|年|稳定|正)*(?:增长|增速|增幅|增长率|涨幅|降幅|跌幅)(?!极|点|引擎|贡献|动力)"
)
_RELATIVE = frozenset({"%", "成", "倍", "番", "个百分点", "个基点", "‰"})
OF_NO_THING = _RELATIVE | {"", "位", "个位次"}  # no amount of anything
_AGAINST_OTHER = re.compile(r"(?:高出|高于|低于|快于|慢于|领先于?|落后于?)[^，,。；;、\d的]{2,14}$")
_AVERAGE = re.compile("的(?:平均|均值|水平)")  # 高于全国2.64%的平均水平
_LOOKS = re.compile(
    r"(?:[轻重短长薄厚窄宽贵]|便宜)了$|[比较](?!例|重|赛)[^，,。；;\d]{2,16}(?:[轻重短长薄厚窄宽贵]|便宜)$"
)  # 比传统叶片轻20%
_AGAINST_TIME = re.compile(
    r"(?:是|为|相当于|恢复[到至]|[抵顶够]得[上过]|达到?)(?:\d{4}年|现在|目前|当前|如今|眼下|过去|以往|原来|此前|上年|去年|前年|往年|同期|上年同期|去年同期|[^，,。；;]{0,10}(?:年|年前|同期|初期|之初|当年|之前|时|[^，,。；;]前(?:同样|同等|同一)?(?:时长|时期|时间)?)(?:水平)?)的?$"
)
_THEN = (
    r"(?:[上去前往][年月周季]|上[一]?个?[季年][度份]?|上[一]?[届次轮批期]|往[年常届]|以往|以前|此前|过去|年初|现在|目前|当前|\d{4}年|[一二三四五六七八九十两几\d]+年[前多]"
    r"|[“”一二三四五六七八九十]{1,5}五”?末|同期)"
)
_THAN_THEN = re.compile(
    rf"(?:同比|环比|[比较与](?:{_THEN})[^，,。；;、\d比较]{{0,8}}?)(?:相比)?(?:[却又还再均则已也将要可约共各]|分别|整整)*$"
)  # 比上年|多9个: what grew by so many
_BALANCE = ("净增", "净增加", "净减", "净减少", "净增了", "净增长")
_SPAN = re.compile("(?:秒|分钟|小时|天|日|周|月|年)$")
_CLOSED = re.compile(r"(?:[多余]|左右|以上|上下)?(?:[，,。；;、！？”）)和及与]|以及|$)")


@dataclass(frozen=True, slots=True)
class KindWords:
    """The compiled words of change."""

    verb: re.Pattern[str]
    noun: re.Pattern[str]
    with_object: re.Pattern[str]
    level: re.Pattern[str]
    moved: re.Pattern[str]


def build_kinds(lexicon: Lexicon) -> KindWords:
    """Compile once per registry."""
    verbs = lexicon.any_of("growth_verbs")
    nouns = lexicon.any_of("growth_nouns")
    objects = lexicon.any_of("change_with_object")
    return KindWords(
        re.compile(rf"(?<!最){verbs}(?:了|幅度?|率|出)?\s*$"),  # 利率最低3.65% is no fall
        re.compile(
            rf"{nouns}(?:率|幅度)?(?:的?(?:中位数|中位值|平均数|平均值|均值))?(?:的?(?:预期|年度|全年)?目标)?(?:平均|均|已|也|又|分别|一度|更是|则|却|还|就|整整|预计|有望|将|可|或)?(?:回到|重回|达到|高达|达|仅为|只有|为|是|在|有|超过|约|保持在|稳定在|控制在|定在|目标定为|(?:收窄|扩大|回升|回落|加快|提高|提升|放缓|上升|下降|降|升)(?:至|到))?\s*$"
        ),
        re.compile(rf"{objects}(?!值)了?[^，,。；;、\d至到达占为]{{1,8}}$"),
        re.compile(rf"{lexicon.any_of('level_rates')}(?:[^，,。；;、\d]{{0,6}})$"),
        re.compile(r"(?:前移|前进|进位|提升|上升|跃升|上移|晋升|进步|攀升|下降|下滑|后移|后退|提高|前挪)了?$"),
    )


def kind_of(found: Found, before: str, after: str, words: KindWords) -> Kind:
    """The kind of a number, `before` being the clause's words up to its degree words, `after` those that follow them.

    An absolute change is growth where it is held against an earlier time (比上年多9个), else a level (成本下降4300元).
    """
    if found.kind is not None:
        return found.kind
    if found.unit in {"番", "个百分点", "个基点"}:
        return Kind.GROWTH
    if found.unit == "位" and words.moved.search(before):
        return Kind.GROWTH
    relative = found.unit in _RELATIVE or found.value.form is Form.FRACTION
    if not relative:
        return Kind.GROWTH if not _SPAN.search(found.unit) and _grew_since(before, after, words) else Kind.LEVEL
    if found.unit in {"%", "成"} and _GROWS_AFTER.match(after):
        return Kind.GROWTH
    if words.verb.search(before) or words.noun.search(before) or (found.unit != "倍" and words.with_object.search(before)):
        return Kind.GROWTH
    if found.unit in {"%", "成"} and _AVERAGE.match(after):
        return Kind.SHARE
    if (found.unit in {"%", "成"} and _AGAINST_OTHER.search(before)) or _LOOKS.search(before):
        return Kind.GROWTH
    if found.unit == "倍":
        return Kind.GROWTH if _AGAINST_TIME.search(before) else Kind.LEVEL
    return Kind.LEVEL if words.level.search(before) else Kind.SHARE


def _grew_since(before: str, after: str, words: KindWords) -> bool:
    """比上年多|9个, and nothing counted behind it; a balance (比年初净增9家) is an amount of its own."""
    verb = words.verb.search(before)
    if verb is None or before.endswith(_BALANCE) or not _CLOSED.match(after):
        return False
    return _THAN_THEN.search(before[: verb.start()]) is not None
