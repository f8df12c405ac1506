"""The thing that a number counts: where its name ends and what it does begins.

A step of its own, because a name and a deed stand side by side without a sign between them: 工厂|下单, 卫星|送入轨道, 企业|前来租用.
"""

import re
from dataclasses import replace

from generator.extract.labels.parts import bare_unit
from generator.extract.labels.phrases import PLACES, After, tidy
from generator.extract.labels.scene import NUMBER, Scene
from generator.registry.common_words import common_verbs

_WHOLE = re.compile(f"(?P<whole>[一-龥“”]{{2,12}})(?:当?中|里)的?[，,]?(?:已?有|就有)?(?=[{NUMBER}])")
_PLACES = re.compile("(?P<place>[村镇乡县市省区校店]|[一-龥“”]{2,8}?)的(?P<deed>[^，,。；;、的]{4,16})(?=[，,。；;])")
_OF_WORK = re.compile("(?:生产|服务|展示|运营|投资|合作|支撑|保障|推广|建设|储备|培育|覆盖)[一-龥]{2,4}")
_STANDS = re.compile("位居|位列|居|排名|超过|突破|达到|销往|出口到|进入|接入|走进|用上|装上|吃上|搬进")
_RANKED = re.compile(r"[中里内](?:综合)?(?:位列|位居|排名|排在|排|居|名列|列)")
_FIRMS = re.compile(r"^[一-龥]{1,2}企(?!业)")
_GOES_ON = frozenset(
    "和及与、款金券贷险税厂场站馆店所院部队网库链线机器房件类型区园城港商户主员工人们业性化度率额量值费群"
)  # 专用车|厂 is one noun
_FIRM = ("企业", "公司", "项目", "机构")  # 零部件|企业 is one noun
_AND_PLACES = re.compile(r"国家(?:和|及|与)地区")
_FOR = re.compile(r"(?:(?<![作成称认因])为|向|给|帮|替|帮助|协助|助力|支持|推动|组织|带动|吸引)(?:了)?(?:全市|全区|园区|辖区|区内)?$")
_STOPS = re.compile(
    r"没有|从未|未曾|纷纷|依然|一直|始终|一夜|至今|免费|共同|无一|尽数|悉数|相继|陆续|昼夜|日夜|连夜|实时|常态化|满负荷|开足|参与其中|才能|一字排|首尾相|[绕围]着|互为|互相|彼此|打转|摆在|齐[声头]|整装|来回|来往|轰鸣|穿梭"
)
_LONGEST_REST = 4  # letters of one noun behind its first head: 检测|方案
_PEOPLE = re.compile(r"(?:人次|[人名位])$")
_CALLED = re.compile(r"(?P<who>[一-龥]{1,4}[员师手者生工家民])(?=(?P<verb>[一-龥]{2}))")
_DOER_FIRMS = re.compile(
    r"(?P<who>[一-龥“”A-Za-z]{0,6}?(?:企业|公司|单位|机构|高校|院校|院所|医院|银行|团队|部门))(?=(?P<verb>[一-龥]{2}))"
)
_WITH_SUM = re.compile(
    r"(?P<who>[一-龥“”A-Za-z]{0,8}?(?:项目|企业|公司))(?=(?:协议|合同|计划|预计|实际|累计|总)*(?:投资额?|产值|营收|税收|利润)"
    rf"(?:约|超|达到?|近|共|合计)*{NUMBER})"
)
_DO = ("企业", "公司", "单位", "机构", "高校", "院校", "院所", "医院", "银行", "团队", "部门", "项目", "商户", "农户")
_LONG_DEED = 6
_DEED = 4  # 工程师|常驻车间: letters that are more than the rest of a name
MACHINES = re.compile("(?:[台套条块座辆艘架颗片根列盏]|台套)$")
_LONGEST_CALLED = 5
_BARE = 2  # letters
_GOVERN = tuple("由被把将为在从对向让给")
_DOERS = frozenset("员师手者生工长家人")
_QUOTED = re.compile("(?<=”)[从由在向为对将把被让已可就还也]")


def thing_after(scene: Scene) -> After | None:
    """The words after the number, the thing counted cut where it ends (企业|前来租用, 区县|中排名), what it does with its names."""
    part = _of_parts(scene) or _of_place(scene) or _with_sum(scene)
    if part is not None:
        return part
    after = scene.after
    if after is None:
        return None
    doers = _people(scene, after) or _firms(scene, after)
    if doers:
        return doers
    if after.attribute:
        moved = _moved(scene, after.noun)
        return replace(after, noun=after.noun[:moved], noun_end=after.noun_end - len(after.noun) + moved) if moved else after
    if not after.noun:
        return _verb_led(scene, after)
    if _AND_PLACES.match(scene.passage.text, after.noun_end - 2):
        return After(after.noun + "和地区", "", attribute=False, noun_end=after.noun_end + 3, end=after.noun_end + 3)
    cut = _noun_of(scene, after.noun[: _moved(scene, after.noun) or None])
    if cut == len(after.noun):
        return after
    start = scene.passage.text.find(after.noun, scene.quantity.tail, after.end) + cut
    if start < cut:
        return after
    return After(after.noun[:cut], tidy(scene.passage.text[start : after.end]), attribute=False, noun_end=start, end=after.end)


def _of_parts(scene: Scene) -> After | None:
    """38个在建项目中的15个投产: the whole of which the next number counts some."""
    found = _WHOLE.match(scene.passage.blanked, scene.quantity.tail)
    if found is None or not found["whole"].endswith(scene.words.heads):
        return None
    return After(tidy(found["whole"]), "", attribute=False, noun_end=found.end("whole"), end=found.end("whole"))


def _with_sum(scene: Scene) -> After | None:
    """37个亿元以上项目|协议投资173亿元: the sum after them is theirs, not part of their name."""
    found = _WITH_SUM.match(scene.passage.blanked, scene.quantity.tail)
    return After(tidy(found["who"]), "", attribute=False, noun_end=found.end("who"), end=found.end("who")) if found else None


def _of_place(scene: Scene) -> After | None:
    """42个村的污水|接入管网: what is done to something of theirs."""
    found = _PLACES.match(scene.passage.blanked, scene.quantity.tail)
    if found is None or not (len(found["place"]) == 1 or found["place"].endswith(scene.words.heads)):
        return None
    verb = scene.words.verb.search(found["deed"], 2) or _STANDS.search(found["deed"], 2)
    if verb is None or (verb.end() == len(found["deed"]) and len(found["place"]) > 1 and not _STANDS.search(found["deed"], 2)):
        return None
    deed = scene.passage.text[found.start("deed") : found.end()]
    return After(found["place"], tidy(deed), attribute=False, noun_end=found.start("deed"), end=found.end())


def _people(scene: Scene, after: After) -> After | None:
    """3.5万名程序员|涌进高新区的写字楼: people are counted by what they are called, whatever 的 comes after what they do."""
    found = _CALLED.match(scene.passage.blanked, scene.quantity.tail) if _PEOPLE.search(scene.quantity.unit) else None
    if found is None or after.noun_end <= found.end() or after.attribute or not scene.words.moves.intersection({found["verb"]}):
        return None
    end = found.end("who")
    return After(found["who"], tidy(scene.passage.text[end : after.end]), attribute=False, noun_end=end, end=after.end)


def _firms(scene: Scene, after: After) -> After | None:
    """三家龙头企业|牵头建起的绿色供应链: those who do it are counted, not what they did it to."""
    found = _DOER_FIRMS.match(scene.passage.blanked, scene.quantity.tail)
    if found is None or after.attribute or after.noun_end <= found.end() or found["verb"] not in common_verbs():
        return None
    end = found.end("who")
    deed = scene.passage.text[end : after.noun_end]
    if "的" not in deed:
        return None
    return After(found["who"], tidy(deed), attribute=False, noun_end=end, end=after.end)


def _verb_led(scene: Scene, after: After) -> After:
    """入驻企业|获奖, 毕业生|拎包入住: a verb and a plain head are the thing, if they are followed by what it did."""
    called = _called(scene, after)
    if called:
        at = after.end - len(after.verb_phrase) + called
        return After(after.verb_phrase[:called], after.verb_phrase[called:], attribute=False, noun_end=at, end=after.end)
    if _OF_WORK.fullmatch(after.verb_phrase) and after.verb_phrase.endswith(scene.words.heads):
        return After(after.verb_phrase, "", attribute=False, noun_end=after.end, end=after.end)
    verb = scene.words.leading_verb.match(after.verb_phrase)
    known = scene.words.by_length if MACHINES.search(scene.quantity.unit) else sorted(scene.words.generic)
    head = next((word for word in known if verb and after.verb_phrase.startswith(word, verb.end())), "")
    end = verb.end() + len(head) if verb else 0
    if verb is None or not head or verb[0] in scene.words.light or len(after.verb_phrase) - end < 2:
        return after
    name, start = after.verb_phrase[:end], scene.quantity.tail
    if not scene.passage.text.startswith(name, start) or not name.endswith(scene.words.heads):
        return after
    return After(name, after.verb_phrase[end:], attribute=False, noun_end=start + end, end=after.end)


def _called(scene: Scene, after: After) -> int:
    """How many letters of words that begin like a verb are what those counted are called; 0 if none are.

    毕业生|拎包入住, 服务专员|联系企业, 用碳企业|串在一起.
    """
    words = after.verb_phrase
    firms = _DOER_FIRMS.match(words) if not words.startswith(_GOVERN) and not scene.words.leading_verb.match(words) else None
    if firms and is_countable(scene) and len(words) - firms.end("who") >= _BARE:
        return firms.end("who")
    if not _PEOPLE.search(scene.quantity.unit) or after.attribute or "的" in words:
        return 0
    ends = (at for at in range(min(_LONGEST_CALLED, len(words) - 2), 2, -1) if words[at - 1] in _DOERS)
    return next((at for at in ends if words[at - 1 : at + 1] not in scene.words.common), 0)


def _noun_of(scene: Scene, noun: str) -> int:
    """How much of the words is the thing counted: up to the last word that may close a name, if a deed follows it."""
    ranked = _RANKED.search(noun)
    limit = ranked.start() if ranked else len(noun)
    ends = [at for at in range(2, limit + 1) if noun[:at].endswith(scene.words.heads) or _is_doer(scene, noun, at)]
    heads = [at for at in ends if noun[at : at + 1] not in _GOES_ON and not noun.startswith(_FIRM, at)]
    stop = _STOPS.search(noun, 2)
    if stop:
        return stop.start()
    place = PLACES.match(noun)
    if place and scene.words.leading_verb.match(noun, place.end()):
        return place.end()
    firms = _FIRMS.match(noun)
    if firms and firms.end() + 2 <= len(noun) and not (len(noun) - firms.end() <= 4 and noun.endswith(scene.words.heads)):
        return firms.end()
    if ranked:
        return heads[0] if heads else limit if limit >= 2 else len(noun)
    if not heads:
        return len(noun)
    if heads[-1] < len(noun):
        rest = noun[heads[-1] :]
        return len(noun) if len(rest) <= _LONGEST_REST and rest.endswith(scene.words.forms.noun_ends) else heads[-1]
    return next((at for at in heads[:-1] if _deed_follows(scene, noun, at)), len(noun))


def _deed_follows(scene: Scene, noun: str, at: int) -> bool:
    """Whether a deed begins at `at`, though the words end with a head too: 企业|享受减免政策, 区县|完成改造."""
    verb = scene.words.verb.match(noun, at) or scene.words.leading_verb.match(noun, at)
    opener, rest = scene.words.forms.deed.match(noun, at), len(noun) - at
    if opener and not opener["lead"]:
        return True
    if rest >= _DEED and (served_here(scene) or _is_doer(scene, noun, at)):
        return True
    told_of = scene.passage.text[: scene.quantity.head].endswith("的")  # 相邻的3家企业打通管网: what they did is all that is known
    if rest >= _DEED and noun[:at].endswith(_DO) and noun[at : at + 2] in common_verbs() and not told_of:
        return True
    return verb is not None and (served_here(scene) or rest >= _LONG_DEED or verb[0].endswith("了"))


def _moved(scene: Scene, noun: str) -> int:
    """Where a verb that is no part of any name, an adverb or what follows a name in quotation marks begins; 0 if nothing does."""
    words = scene.words
    found = [match.start() for match in (words.long_adverb.search(noun, 2), _QUOTED.search(noun)) if match]
    found += [at for at in range(2, len(noun) - 1) if noun[at : at + 2] in words.moves and noun[at - 1 : at + 1] not in words.common][:1]
    found += [at for at in range(2, len(noun) - 1) if noun[at : at + 2] in words.common and _is_done(scene, noun, at + 2)][:1]
    return min((at for at in found if noun.count("“", 0, at) == noun.count("”", 0, at)), default=0)


def _is_done(scene: Scene, noun: str, at: int) -> bool:
    """机器人替代|了过去的工人: whether 了 follows, in the noun or right behind it."""
    return noun.startswith("了", at) or (at == len(noun) and scene.passage.text.startswith(f"{noun}了", scene.quantity.tail))


def _is_doer(scene: Scene, noun: str, at: int) -> bool:
    """分拣员|三班倒: people are called by what they are, and no word goes on."""
    people = _PEOPLE.search(scene.quantity.unit) and (at > 2 or noun[:at] in scene.words.heads) and noun[at - 1] in _DOERS
    return bool(people) and noun[at - 1 : at + 1] not in scene.words.common


def served_here(scene: Scene) -> bool:
    """为56家企业|解决难题: what is done for the counted follows them."""
    return bool(_FOR.search(scene.passage.text, scene.clause_start, scene.quantity.head))


def is_countable(scene: Scene) -> bool:
    """Whether the number's unit counts things."""
    return is_countable_unit(scene.quantity.unit, scene)


def is_countable_unit(unit: str, scene: Scene) -> bool:
    """Whether a unit counts things (家, 万件), or measures them (亿元, 亩)."""
    return bare_unit(unit) in scene.words.countable
