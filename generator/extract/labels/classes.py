"""Labels of counts of a class of what was told before: 外贸企业中，出口过亿元的只有23家; and of the size from which on one belongs to it.

A step of its own, because the words right before the count (出口过亿元的) are a condition and no name, and the amount in them is nobody's.
"""

import re

from generator.extract.labels.figures import counted_before, thing_of
from generator.extract.labels.parts import bare_unit, without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import NUMBER, LabelChoice, Scene
from generator.extract.labels.things import is_countable
from generator.extract.labels.told import told_topic
from generator.extract.tokens import Quantity
from generator.model.claim import Kind
from generator.registry.common_words import common_verbs

_THERE_ARE = "(?:就|只|仅|已|共|约|各|也|还|又|另|就有|有|达到?|为|是|超过?|近|分别)*"
_OF_CLASS = re.compile(rf"(?P<what>[^，,。；;、的]{{2,24}}?)的{_THERE_ARE}$")
_LEADS = re.compile(r"^(?:其中|目前|现在|如今|实际上|园区|全区|区内|而|但|另外|此外)+")
_TAIL = re.compile(rf"(?:以上|以下|及以上|以内)?的{_THERE_ARE}")
_THINGS = re.compile(r"(?:以上|级)*的?(?P<noun>[一-龥]{2,6})")
_BEFORE_SIZE = re.compile(
    r"^(?P<measure>[一-龥]{2,10}?)(?:超过?|过|达到?|突破|在|不低于)?[\d.一二两三四五六七八九十百千万亿]+[万亿]?(?:美?元|吨|亩|人)"
)
_FIRMS = {"家": "企业", "户": "企业"}
_SIZE = re.compile(r"[\d.一二两三四五六七八九十百千万亿]*(?:[百千万亿]元|[万亿]|\d[%％元吨亩人])")
_REACHING = re.compile(
    r"(?P<who>企业|公司|项目|平台|单位|机构|园区|工厂|店铺|门店|产业|产业链)(?P<what>(?P<name>[一-龥]{2,16}?(?:率|额|量|值|收入|营收|利润|税收|投资|规模|增速|增幅|估值|占比))"
    r"(?:均|都|已)?(?:超过?|突破|达到?|过|在|不低于)[\d.一二两三四五六七八九十百千万亿]+(?:万|亿|美|元|%|％)*(?:以上)?)(?=[，,。；;、])"
)
_GRADE = re.compile(
    rf"(?P<grade>[\d.一二两三四五六七八九十百千万]+(?:吨|千瓦|千伏|英寸|米|平方米|亩|元)级?(?:及?以上|以下))的?{_THERE_ARE}$"
)
_STAGE = re.compile("(?:开工|投产|竣工|完工|签约|在建|建成|落地|开业|运营|挂牌|试产|达产)$")
_EACH_SO_MANY = re.compile("每(?:新)?[招引育培获增][一-龥]{0,3}$")
_NEAR = 3  # characters
_WITH_DOER = re.compile(r"(?P<who>[一-龥“”]{2,10}?(?:企业|项目|公司|单位|平台|园区|工厂|门店|镇|村))(?P<what>.{2,})")
_SORT = re.compile(
    "规上|规下|规模以上|限上|外资|民营|国有|上市|拟上市|本地|本土|外地|省外|市外|海外|境外|国家级|省级|市级|区级|高新技术|科技型|专精特新"
    "|中小|小微|大型|中型|小型|龙头|骨干|新增|新建|续建|在建|投产|签约|开工"
)
_BARE_DEED = 2  # letters: 失败|项目
_PEOPLE = re.compile("[人名位]$")
_CALLED = tuple("员师手者生工人家才")  # 技术经理人: what people are called
_LONGEST_CLASS = 12
_PLACED = re.compile(r"^在.{1,4}$|^(?:这样|类似|像.+|剩下|其余|余下|最[一-龥]{1,2})$")


def class_label(scene: Scene) -> LabelChoice | None:
    """营收百亿元以上的有2家、十亿元以上的19家: of those told before, with the condition."""
    if scene.quantity.kind is not Kind.LEVEL or not is_countable(scene):
        return _threshold(scene)
    rules = (_of_each, _graded, _reached, _of_class)
    return next((choice for rule in rules if (choice := rule(scene)) is not None), None)


def _of_each(scene: Scene) -> LabelChoice | None:
    """1人 of 按每招1人500元的标准: nobody's number, so that it is held back."""
    if not _EACH_SO_MANY.search(scene.passage.text, scene.clause_start, scene.quantity.head) or not _pays_next(scene):
        return None
    return scene.choose(f"每{scene.quantity.unit}", "unnamed", scene.quantity.start, scene.quantity.end)


def _reached(scene: Scene) -> LabelChoice | None:
    """9家企业年营业收入超过5000万元."""
    found = _reaching(scene, scene.index)
    if found is None:
        return None
    name = f"{tidy(found['what'])}的{found['who']}"
    return scene.choose(name, "class", scene.quantity.start, found.end(), found["who"])


def _of_class(scene: Scene) -> LabelChoice | None:
    """实际有进出口业绩的有187家."""
    text, start = scene.passage.text, scene.start
    found = _OF_CLASS.search(text, start, scene.quantity.head) or _OF_CLASS.search(text, start, scene.quantity.start)
    after = scene.after
    if found is None or (after is not None and (after.noun or after.attribute)):
        return None
    if found["what"][-1] in "中里内":
        whole = next((told for told in counted_before(scene) if told.noun.endswith(scene.words.heads)), None)
        return scene.choose(thing_of(scene, whole.noun), "class", scene.quantity.start, scene.quantity.end) if whole else None
    what = _LEADS.sub("", tidy(found["what"]))
    sized = NUMBER in scene.passage.blanked[found.start() : found.end()] or _SIZE.search(what) is not None
    if _SORT.fullmatch(what):
        noun = _class_of(scene)
        head = next((head for head in scene.words.by_length if noun.endswith(head)), "")
        return scene.choose(what + head, "class", found.start(), scene.quantity.end, what + head) if head else None
    if _PLACED.match(what) or not (sized or "有" in what or _STAGE.search(what) or _does(scene, what)):
        return None
    what = _measure_told(scene, what) + what if sized and _SIZE.match(what) else what
    own = _WITH_DOER.fullmatch(what)
    if own and sized:
        return scene.choose(f"{own['what']}的{own['who']}", "class", found.start(), scene.quantity.end, own["who"])
    noun = _class_of(scene)
    if not noun or what.endswith(noun):
        return None
    of = "的" if len(what) > _BARE_DEED else ""
    return scene.choose(f"{what}{of}{noun}", "class", found.start(), scene.quantity.end, noun)


def _pays_next(scene: Scene) -> bool:
    """Whether a sum follows at once: 每招1人|500元."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    return bool(following) and "元" in following[0].unit and following[0].start - scene.quantity.tail <= _NEAR


def _graded(scene: Scene) -> LabelChoice | None:
    """万吨级以上泊位63座，其中10万吨级以上22座: the berths from that size on."""
    found = _GRADE.search(scene.passage.text, scene.start, scene.quantity.head)
    told = next((told for told in counted_before(scene) if told.noun.endswith(scene.words.heads)), None) if found else None
    if found is None or told is None:
        return None
    name = found["grade"] + told.noun.rpartition("级")[2].removeprefix("以上").removeprefix("以下")
    return scene.choose(name, "class", found.start(), scene.quantity.end, told.noun)


def _reaching(scene: Scene, at: int) -> re.Match[str] | None:
    """9家企业年营业收入超过5000万元: so many reach that size; None where number `at` and the amount after it do not stand so."""
    following = scene.passage.quantities[at + 1 : at + 2]
    count = scene.passage.quantities[at]
    if not following or bare_unit(count.unit) not in scene.words.countable or not _measured(following[0]):
        return None
    found = _REACHING.match(scene.passage.text, count.tail)
    return found if found and found.end() >= following[0].end and found.end("name") <= following[0].head else None


def _measured(quantity: Quantity) -> bool:
    return quantity.unit.endswith("元") or quantity.kind in {Kind.GROWTH, Kind.SHARE}


def _does(scene: Scene, what: str) -> bool:
    """获评专精特新, 来自深圳, 在江苏省推广: what some of those told before do or are."""
    words = scene.words
    known = any(pattern.search(what) for pattern in (words.leading_verb, words.verb, words.forms.deed))
    return known or any(what[at : at + 2] in common_verbs() for at in range(len(what) - 1))


def _class_of(scene: Scene) -> str:
    """Of what: what was counted before, what the clause before names, else what the unit counts."""
    people = _PEOPLE.search(scene.quantity.unit)
    ends = (*scene.words.heads, *_CALLED) if people else scene.words.heads
    told = next((told for told in counted_before(scene) if told.noun.endswith(ends)), None)
    if told is not None:
        noun = thing_of(scene, told.noun)
        fuller = thing_of(scene, without_turn(told.text))
        return fuller if noun in scene.words.generic and len(fuller) <= _LONGEST_CLASS else noun
    topic = told_topic(scene)
    if topic is not None and not topic.measure:
        return _LEADS.sub("", topic.text)
    return _FIRMS.get(scene.quantity.unit, "")


def _measure_told(scene: Scene, what: str) -> str:
    """营收 of 营收百亿元以上的有2家、十亿元以上的19家: the measure of the class before."""
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    last = next((label for label in told if label is not None and label.rule == "class"), None)
    measured = _BEFORE_SIZE.match(last.text) if last is not None else None
    return measured["measure"] if measured and measured["measure"] not in what else ""


def _threshold(scene: Scene) -> LabelChoice | None:
    """亿元 of 出口过亿元的只有23家: from what size on they are counted; nobody's own amount, so that it is held back."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if scene.quantity.rule == "scale" or not _measured(scene.quantity) or not following or following[0].unit not in scene.words.countable:
        return None
    things = _THINGS.fullmatch(scene.passage.text, scene.quantity.end, following[0].head)
    if things and things["noun"].endswith(scene.words.heads):
        return scene.choose(f"{things['noun']}门槛", "unnamed", scene.quantity.start, scene.quantity.end)
    if not _TAIL.fullmatch(scene.passage.text, scene.quantity.end, following[0].start):
        return None
    before = scene.before
    name = tidy(before.text) if before else ""
    return scene.choose(f"{name}门槛", "unnamed", scene.quantity.start, scene.quantity.end)


__all__ = ["class_label"]
