"""Labels of lengths of time: what took so long, or the time's own name."""

import re

from generator.extract.labels.parts import is_time, without_turn
from generator.extract.labels.phrases import Phrase, tidy, words_after
from generator.extract.labels.scene import NUMBER, LabelChoice, Scene, merge
from generator.extract.labels.spans import span_name, span_of_time
from generator.extract.labels.waiting import waiting_for
from generator.model.claim import Kind, Qualifier

_FULL = re.compile(r"(?:已经|已|将|即将|刚|刚刚)?满$")
_FULL_ACT = re.compile(
    r"(?P<act>挂牌|成立|运行|投产|开园|设立|获批|建区|开业|启动|入驻|落户|任职|试运行|运营|揭牌|启用|投用|投运|上线|开放|开办)(?:即将|已经|已|刚刚|刚)?满$"
)
_ONLY_LEADS = re.compile(r"^(?:时间|就|便|即|才|又|内|可以|能够|足以|可|能|让|使|间|后|完成了?(?=[^，]{4})|办[完好]了?(?=[^，]{4}))+")
_LASTS = re.compile("为期(?:约|近|超过?|不到|长达)*$")
_TERMS = ("合同", "协议", "合约", "订单", "贷款", "许可")
_USES = re.compile(r"(?:用|花|经过|经|历经|在|于|对|为|把|将|只|仅)$")
_BEST = re.compile(r"(?P<which>最快|最短|最慢|最长)[^，,。；;\d]{0,10}$")
_SPANS = {"年": "年限"}
_LIMITED = {Qualifier.UPTO: "期限"}
_EVERY = re.compile(r"(?:每隔?|平均)(?:约|近|不到|大约|只需?|仅)*$")
_ONE = re.compile(r"(?:^有)?(?<!第)一[根只台辆件个块片架艘列颗枚套支张座条份批](?=[一-龥]{2}|$)")
_ALLOWED = re.compile(
    r"(?:最[长多]|至多|可以?|分别|均|能)*(?P<what>免租|免费|免[交缴收]|缓[交缴]|减免|贴息|免息|质保|保修|试用|入住|使用)$"
)
_OF_SORT = re.compile(
    r"(?P<what>[一-龥]{0,4}(?:期限?|龄)|成立|入职|入园|入驻|运营|运行|服役|任职|从业|工作|存续)(?:在|已|刚|超过?|不到|不足|满|达)*$"
)
_TURNS = re.compile("[从由]的?(?=不足|不到|近|约|超|[跃提增升降减]|$)|[从由]的")  # 三年，产值从300亿元跃升至1020亿元
_SINCE = re.compile("(成立|设立|建区|建园|开园|挂牌|获批|运营|运行|投产|落户|入驻|创业|创建)(?:已有|已经|已|近|满|有)?$")  # 成立8年，产值…
_VERDICT = re.compile(
    r"(?:在[^，]{2,14}[中里内])?(?:用时|时间|时长|速度)?(?:[位高]?居|位列|列|排名?|处于|全[国省市][^，]{0,6}最|最[短快低少]|低于|少于|快于|优于|[比较]|仅?为|不到)"
)  # 6天，居全省前列
_TAKES = re.compile("(?:[只仅就才]|至少|最少|通常|一般|往往|大概)*(?:要|需要?|得|花|用)(?:上|掉)?(?:至少|最少)?$|(?:至少|最少)$")
_SHORTEST_DEED = 4
_TOOK = re.compile(r"(?:用时|时间|时限|周期|耗时|历时|年限|工期|寿命|时长)$")


def duration_label(scene: Scene) -> LabelChoice | None:
    """只用21天便建成投产: what took so long, and 用时; 平均通关时间压缩至15分钟 has a name of its own."""
    quantity = scene.quantity
    if quantity.kind is not Kind.LEVEL or "/" in quantity.unit or not is_time(quantity.unit):
        return None
    phrase, after = scene.before, scene.after
    extreme = _extreme(scene)
    if extreme is not None:
        return extreme
    full = _FULL_ACT.search(scene.passage.text, scene.start, quantity.head)
    if full:
        return scene.choose(f"{full['act']}时间", "duration", full.start(), quantity.end)
    waited = waiting_for(scene)
    if waited is not None:
        return scene.choose(waited[0], "duration", waited[1], quantity.end)
    span = span_of_time(scene)
    if span:
        return scene.choose(span_name(scene, span), "duration", span.start(), quantity.end)
    named = phrase is not None and len(tidy(phrase.noun)) >= 2 and (_TOOK.search(tidy(phrase.noun)) or after is None)
    if after and not named:
        choice = _time_for(scene, phrase)
        if choice is not None:
            return choice
    return _named_time(scene, phrase) if phrase and len(tidy(phrase.noun)) >= 2 else _time_for_next(scene)


def _named_time(scene: Scene, phrase: Phrase) -> LabelChoice:
    """平均通关时间 by its own name; what a deed before the number takes; 时长 of what was told before."""
    name = _FULL.sub("时间", tidy(phrase.text).removesuffix("平均"))
    allowed = _ALLOWED.search(name) if not scene.quantity.unit.endswith("岁") else None
    if allowed:
        name = f"{name[: allowed.start()]}{allowed['what']}{_SPANS.get(scene.quantity.unit, '期限')}"
        return scene.choose(name, "duration", phrase.start, scene.quantity.end)
    deed = _deed(scene, phrase, name)
    if deed:
        return scene.choose(f"{deed}用时", "duration", phrase.start, scene.quantity.end, deed)
    if name in scene.words.dependents and scene.base is not None:
        name = merge(re.sub(r"率$", "", scene.base.noun), name)
    return scene.choose(name, "duration", phrase.start, scene.quantity.end)


def _deed(scene: Scene, phrase: Phrase, name: str) -> str:
    """苹果汁走公路到港口 of 苹果汁走公路到港口要4天: the deed that takes the time; empty for a measure of time by name."""
    takes, deed = _TAKES.search(scene.passage.text, phrase.start, scene.quantity.start), _TAKES.sub("", name)
    measure = scene.words.forms.measure_end.search(deed) or _TOOK.search(deed)
    return deed if takes and len(deed) >= _SHORTEST_DEED and not measure else ""


def _time_for(scene: Scene, phrase: Phrase | None) -> LabelChoice | None:
    """1个月完成了土地平整: 完成了土地平整用时; 三个月的原料: the stock; 为期4天的博览会: 博览会为期; 26岁的博士: 年龄."""
    after = scene.after
    if after is None:
        return None
    if after.attribute and after.noun and _LASTS.search(scene.passage.text[: scene.quantity.head]):
        term = "" if _TOOK.search(after.noun) else "期限" if after.noun.endswith(_TERMS) else "为期"
        return scene.choose(after.noun + term, "duration", scene.quantity.start, after.noun_end)
    if after.attribute and scene.quantity.unit.endswith("岁") and scene.quantity.qualifier is Qualifier.EXACT:
        return scene.choose("年龄", "duration", scene.quantity.start, scene.quantity.end)
    sort = _OF_SORT.search(scene.passage.text, scene.start, scene.quantity.head) if after.attribute and after.noun else None
    if sort:
        span = "" if sort["what"].endswith(("期", "龄", "期限")) else _SPANS.get(scene.quantity.unit, "时间")
        return scene.choose(f"{after.noun}{sort['what'].removeprefix('其中')}{span}", "duration", sort.start(), after.noun_end)
    every = not after.attribute and _EVERY.search(scene.passage.text, scene.start, scene.quantity.start)
    if not every and (after.attribute or (after.noun and (not after.verb_phrase or scene.quantity.unit in {"周年", "岁"}))):
        verb = phrase.verb if phrase and not tidy(phrase.noun) else ""
        span = _SPANS.get(scene.quantity.unit, _LIMITED.get(scene.quantity.qualifier, ""))
        span = span if after.attribute and not _TOOK.search(after.noun) else ""
        return scene.choose(verb + after.noun + span, "duration", scene.quantity.start, after.noun_end) if after.noun else None
    deed = _ONLY_LEADS.sub("", after.noun + after.verb_phrase)
    deed = (_ONE.sub("", deed) if every else deed) + _object(scene, after.end)
    if len(deed) < 2:
        return None
    doer = tidy(phrase.noun) if phrase and not phrase.verb and len(deed) <= 4 and not _USES.search(phrase.noun) else ""
    doer = (
        doer if 2 <= len(doer) <= 12 and doer.endswith((*scene.words.heads, "开办", "注销", "登记", "审批", "许可", "备案", "验收")) else ""
    )
    return scene.choose(f"{doer}{deed}用时", "duration", phrase.start if phrase and doer else scene.quantity.start, after.end)


def _object(scene: Scene, end: int) -> str:
    """冷链专用泊位 of 用18个月建成2个冷链专用泊位: what is counted next is what took the time."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or following[0].head != end:
        return ""
    after = words_after(scene.passage.blanked, following[0].tail, scene.words)
    return after.noun if after and not after.attribute and len(after.noun) <= 12 else ""


def _extreme(scene: Scene) -> LabelChoice | None:
    """项目审批平均用时11个工作日，最快的只用了3天: the shortest of the times told before."""
    found = _BEST.match(scene.passage.text[scene.start : scene.quantity.head])
    if found is None:
        return None
    for at in scene.passage.before_in_sentence(scene.index):
        choice = scene.earlier[at]
        if choice is not None and choice.kind is Kind.LEVEL and is_time(scene.passage.quantities[at].unit):
            which = "最短" if found["which"] in {"最快", "最短"} else "最长"
            core = without_turn(choice.text)
            taken = re.search(r"(?:平均)?(?P<what>用时|时间|时限|工期|周期)$", core)
            name = f"{core[: taken.start()]}{which}{taken['what']}" if taken else f"{core}{which}用时"
            return scene.choose(name, "duration", choice.start, scene.quantity.end)
    return None


def _time_for_next(scene: Scene) -> LabelChoice | None:
    """仅仅4个月，现场办公人员就超过1200人: how long what follows took."""
    text, clause_end = scene.passage.text, scene.end
    if not re.match(r"[间内后多]?[，,]", text[scene.quantity.tail : scene.quantity.tail + 2]) or scene.start > scene.clause_start:
        return None
    since = _SINCE.search(text, scene.clause_start, scene.quantity.head)
    if since is not None:
        return scene.choose(f"{since[1]}时间", "duration", since.start(), scene.quantity.end)
    found = re.match(r"[^，,。；;]{2,30}", text[clause_end:])
    stretch = range(clause_end, clause_end + (found.end() if found else 0))
    deed = tidy("".join(text[at] for at in stretch if scene.passage.blanked[at] in NUMBER + text[at]))
    if _TURNS.search(deed) or _VERDICT.match(deed):
        return None
    return (
        scene.choose(f"{deed}用时", "duration", scene.quantity.start, clause_end + (found.end() if found else 0))
        if len(deed) >= 2
        else None
    )
