"""What the counted did, as words before their noun: 集中开工|项目, 获得立项的|企业; and counts that say nothing but a deed."""

import re

from generator.extract.labels.figures import counted_before
from generator.extract.labels.phrases import After, tidy, words_after
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.labels.things import MACHINES, is_countable_unit, served_here
from generator.extract.labels.told import told_topic
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind
from generator.registry.common_words import common_verbs

_OF_THEM = re.compile(r"(?:其中|[中里]的?)[，,]?(?:仅|有|共|已|就|还|另|便)*$")
_SPREAD = re.compile(r"^(?:主要|大多|都|均)?(?:分布|集中(?=[在于])|涵盖|覆盖|涉及|包括)")
_LEVEL = re.compile(r"(?:国家|部|自治区|省|市|区|县)级(?:及?以上)?")
_LEAD = re.compile(
    r"^(?:却|系|为|是|已经?|业已|将[在于]?|从中|均|都|共(?![同享建用])|也|还|将|并(?![购网轨])|正式|成功|相继|陆续|先后|纷纷|率先|主动|首次|同步|全部|前来|当场|现场|集体|同日|当天|首批|一次性|进行了?|完成了(?=.{4}))+"
)
_UNDER_WAY = re.compile(r"正在|即将|均|尚|在")
_OPEN_DEED = re.compile(r"[一-龥]{1,2}[到在自于了]|[送运推走登迈搬飞驶开装接跨跃][上入进出](?=..)|.*[在于]")
_WITHIN = re.compile("[在于][^，,。；;]{0,14}$")
_LEAST_OBJECT = 3  # letters: 授信协议 says what was signed, 项目 little of what was brought
_VERB_AND_OBJECT = 4  # letters: 坚守岗位的工人
_COMES_TO = re.compile("实现|完成|进入|通过|达到|获得|取得")
_FIRST_OF = re.compile(
    "(?:全国|全省|全球|国际|世界|国内|全市|省内|行业|业内)(?:首创|领先|首例|首家|首单|首个|先进|唯一|第一)"
)  # 其中43项|全国首创
_PART_OF = re.compile("[中里]的(?:已?有|就有)?$")
_OF_SIZE = re.compile("[高长宽厚深重]的")
_PEOPLE = re.compile(r"(?:人次|人|名)$")
_HERE = re.compile(
    "(?:聚集|集聚|汇聚|云集|扎根|安家|落户|落脚|坐落|散布|林立|入驻)(?:在|于)?(?:此|这里|其[中间]|区内|园内)"
)  # where all are
_WAITS = re.compile("[等待]|正在?[等待]")
_CALLED = tuple("员师手者生工民")
_TOGETHER = frozenset("共合联")
_OF_EACH = re.compile("[人户年月日亩]均|平均")
_IDLE = re.compile(r"昼夜|日夜|常年|长年|常态化|实时在|才能|没有|从未|未曾|未|依然|一直|始终|一夜|至今|无一")
_OF_ALL = re.compile(r"[中有]的?$|^(?:其余|余下|剩余|另外)(?:的)?$")
_AND = ("、", "和", "及", "与")
_IN_PLACE = re.compile(
    r"坚守|参加|参与|参展|参赛|到场|入驻|入选|上榜|受益|受到|获评|获批|获奖|来自|留守|在岗|复工|开工|签约|[共合联][建办]|联合|合作|共同|携手"
)


def is_deed(scene: Scene, noun: str) -> bool:
    """设立了研发机构 in 56家规上企业中，有40家设立了研发机构; 入驻企业 names a thing."""
    deed = scene.words.forms.deed.match(noun)
    if deed and not deed["lead"].endswith(scene.words.heads):
        return True
    if _FIRST_OF.fullmatch(noun) or (_COMES_TO.match(noun) and not noun.endswith(scene.words.heads)):
        return True
    if _PART_OF.search(scene.passage.text[: scene.quantity.head]) and not noun.endswith(scene.words.heads):
        return True
    verb = scene.words.leading_verb.match(noun)
    if verb is None or scene.base is None or not _OF_THEM.search(scene.passage.text[: scene.quantity.head]):
        return False
    return "了" in noun[: verb.end() + 1] or verb[0] in scene.words.light or not noun.endswith(scene.words.heads)


def told_deed(scene: Scene, after: After) -> str:
    """包保 of 131名干部包保企业162家: an object with a number of its own is left to that number."""
    if scene.quantity.unit == "大" or scene.passage.text.startswith("的", after.noun_end):
        return ""  # 213家企业的|家底 is no deed
    if _OF_SIZE.match(scene.passage.text, scene.quantity.tail):
        return ""  # 8层高的孵化楼|封顶: the storeys did nothing
    if not after.verb_phrase:
        return _shared_deed(scene, after)
    if _is_by_the_way(scene, after):
        return ""
    if served_here(scene) and deed_of(after.verb_phrase, after.noun):
        return f"{after.verb_phrase}的"
    if (deed := _deed_with_object(scene, after)) is not None:
        return deed
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    listed = scene.passage.text[following[0].start : following[0].end] if following and following[0].head == after.end else ""
    if listed.endswith("强"):
        return deed_of(after.verb_phrase + listed, after.noun)  # 12家企业入选中国500强
    if not following or following[0].head != after.end:
        deed = deed_of(after.verb_phrase, after.noun)
        return f"{deed}的" if len(deed) == _VERB_AND_OBJECT and _PEOPLE.search(scene.quantity.unit) else deed
    verb = scene.words.leading_verb.match(after.verb_phrase)
    if verb is None or verb[0] in scene.words.light:
        return ""
    rest = after.verb_phrase[verb.end() :]
    counted = rest.endswith(scene.words.heads) and is_countable_unit(following[0].unit, scene) and verb[0][0] not in _TOGETHER
    return deed_of(verb[0] if counted else after.verb_phrase, after.noun)


def _is_by_the_way(scene: Scene, after: After) -> bool:
    """Whether the deed says nothing of which they are: machines at work, what each gets by the next number (竹农|人均增收2600元)."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    has_number = bool(following) and following[0].head == after.end
    if has_number and _OF_EACH.match(_LEAD.sub("", after.verb_phrase)):
        return True
    if not MACHINES.search(scene.quantity.unit):
        return False
    deed = _LEAD.sub("", after.verb_phrase)
    told_apart = scene.words.leading_verb.match(deed) or scene.words.forms.milestone.match(deed) or _WAITS.match(after.verb_phrase)
    return has_number or not told_apart


def _deed_with_object(scene: Scene, after: After) -> str | None:
    """签订授信协议 of 6家银行签订总额1200亿元的授信协议; 建成基地 of 18个省区建成基地363个; None where the deed is told in another form.

    What is done in places says which they are, though it has a number of its own.
    """
    verb = scene.words.leading_verb.match(after.verb_phrase)
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if verb is None or not following or following[0].head != after.end or following[0].kind is not Kind.LEVEL:
        return None
    within = _WITHIN.search(scene.passage.text, scene.clause_start, scene.quantity.head)
    places = within and scene.words.forms.reach_noun.fullmatch(after.noun)
    if places and len(after.verb_phrase) - verb.end() > 1:
        return f"{after.verb_phrase}的"
    sized = scene.passage.text.startswith("的", following[0].tail)
    other = words_after(scene.passage.blanked, following[0].tail, scene.words) if sized or places else None
    known = other is not None and len(other.noun) >= _LEAST_OBJECT and other.noun.endswith(scene.words.heads)
    return deed_of(verb[0] + other.noun, after.noun) if other and known else None


def _shared_deed(scene: Scene, after: After) -> str:
    """64家企业、5200余名员工坚守一线: the deed after the last of the list is the first one's too."""
    following = scene.passage.quantities[scene.index + 1 : scene.index + 2]
    if not following or not is_countable_unit(following[0].unit, scene):
        return ""
    if scene.passage.text[after.noun_end : following[0].head] not in _AND:
        return ""
    other = words_after(scene.passage.blanked, following[0].tail, scene.words)
    if other is None or other.attribute or not other.noun or not _IN_PLACE.match(other.verb_phrase):
        return ""
    return deed_of(other.verb_phrase, after.noun)


def deed_of(verb_phrase: str, noun: str) -> str:
    """What the counted did, as words before the noun: 集中开工|项目, 获得立项的|企业."""
    if verb_phrase.startswith(("正在", "即将")):
        return ""
    deed = _LEAD.sub("", re.sub("(?:之一|起来)$", "", verb_phrase))
    if _SPREAD.match(deed) or _IDLE.match(deed) or _HERE.fullmatch(deed):
        return ""
    if (
        len(deed) < 2
        or len(deed) > 20
        or deed.startswith(("成为", "让", "使", "在", "即将", "正在", "均", "里", "中", "之间", "、"))
        or (len(noun) >= 6 and len(deed) > 8)
    ):
        return ""
    return deed if len(deed) <= 4 and not _OPEN_DEED.match(deed) else f"{deed}的"


def _names_people(scene: Scene, noun: str) -> bool:
    """应届生, 技术人员; 外出务工 is what they do."""
    return noun.endswith(scene.words.heads) or (noun.endswith(_CALLED) and noun[-2:] not in common_verbs())


def label_by_deed(scene: Scene, after: After) -> LabelChoice | None:
    """58家入园企业中有21家拥有新药管线: the noun is the last one's, or that of the clause before (中试项目中，3个走到工业示范)."""
    base = next((told for told in counted_before(scene) if told.kind is Kind.LEVEL), None)
    before = scene.before
    if before is not None and len(tidy(before.noun)) >= 2 and not _OF_ALL.search(scene.plain(scene.start, scene.quantity.head)):
        return None
    whole = after.noun + after.verb_phrase
    if SUBJECT in scene.passage.blanked[scene.quantity.tail : after.end]:
        whole = tidy(scene.passage.text[scene.quantity.tail : after.end])
    topic = told_topic(scene) if base is None else None
    if base is not None and _PEOPLE.search(scene.quantity.unit) and not _names_people(scene, base.noun):
        base = None  # 5200人次|听课 counts nobody by name
    noun = base.noun if base else topic.text if topic and not topic.measure else ""
    if (
        not noun
        and _PEOPLE.search(scene.quantity.unit)
        and (before is None or not tidy(before.noun))
        and 4 <= len(whole) <= 14
        and not topic
    ):
        return scene.choose(
            whole + ("人次" if scene.quantity.unit.endswith("次") else "人数"), "counted", scene.quantity.start, after.end, whole
        )
    if not noun or len(whole) < 2:
        return None
    deed = deed_of(whole, "") or (f"{whole}的" if _UNDER_WAY.match(whole) and len(whole) <= 16 else "")
    if not deed:
        return None
    verb = scene.words.leading_verb.match(noun)
    if verb and noun[verb.end() :].endswith(scene.words.heads) and len(noun) - verb.end() >= 2:
        noun = noun[verb.end() :]
    if _LEVEL.fullmatch(deed):
        noun = _LEVEL.sub("", noun, count=1) if _LEVEL.match(noun) else noun
    return scene.choose(f"{deed}{noun}", "counted-deed", scene.quantity.start, after.end, noun)
