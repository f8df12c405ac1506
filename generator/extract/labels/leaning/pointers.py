"""What a bare noun points back to: 9个项目建成投产 after 重点工业项目20个, 这些公司估值 after 完成验证并注册公司216家.

A step of its own after the rules, because a reader prints the label alone, where "企业" or "估值" says nothing.
"""

import re
from dataclasses import replace

from generator.extract.labels.leaning.industries import industry_called
from generator.extract.labels.phrases import phrase_before, tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.things import is_countable
from generator.extract.sentences import clause_at, sentence_at
from generator.model.claim import Kind

_SETTLED = frozenset(
    {
        "grant",
        "streak",
        "rank",
        "share",
        "scale",
        "dependent",
        "generic",
        "left-out",
        "last",
        "compared",
        "growth-listed",
        "listed",
        "attribute-of-owner",
        "ratio",
        "unnamed",
    }
)
_THESE = re.compile(r"(?:这些|上述|这[一-龥]?[家个项名批])(?P<what>公司|企业|项目|机构|平台|产品|人才|专利|订单|车辆|设备|基金)")
_THIS = re.compile(
    r"(?:该|此|这[一-龥]?|此项)(?P<what>产业链|产业|行业|集群|政策|基金|平台|产品|改革|机制|模式|制度|资金池|清单|名单|榜单|资金|专项资金|贷款)"
)
_QUOTED = re.compile(r"“[^“”，。；：]{2,8}”(?!说|道|介绍|表示)")
_LONGEST = 12
_INDUSTRY = frozenset({"产业", "行业"})
_SHORT = (2, 3)  # letters
_PER = re.compile("[每均]")
_GOES_ON = re.compile("示范|基地|园|工人|发展|规划|引导|大会|博览|联盟|协会|研究")  # 国家新型工业化产业|示范基地
_CLASSED = re.compile("毕业|在孵|入驻|新[一-龥]{1,3}|签约|注册|落户|开工|投产|上市|达产|在建")  # 毕业企业 are no 在孵企业


def in_context(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with what it points back to in full, or the label itself where it points to nothing."""
    if choice.rule in _SETTLED or scene.quantity.kind is Kind.RANK:
        return choice
    fuller = next((text for source in _SOURCES if (text := source(scene, choice))), "")
    if fuller:
        noun = fuller if choice.noun == choice.text else choice.noun
        return replace(choice, text=fuller, noun=noun, rule=f"{choice.rule}+context")
    return replace(choice, rule="unnamed") if _points_nowhere(scene, choice) else choice


def _points_nowhere(scene: Scene, choice: LabelChoice) -> bool:
    """该产业营收 where no industry was named: the label says nothing of which."""
    found = _THIS.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    return found is not None and choice.text.startswith(found["what"])


def _these(scene: Scene, choice: LabelChoice) -> str:
    """这些公司估值: of the companies told of before, in full."""
    found = _THESE.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    if found is None or found["what"] not in choice.text:
        return ""
    for other in reversed(scene.earlier):
        if (
            other is not None
            and other.noun.endswith(found["what"])
            and len(other.text) > len(found["what"]) + 1
            and other.kind is Kind.LEVEL
        ):
            return choice.text.replace(found["what"], other.text, 1)
    return ""


def _this(scene: Scene, choice: LabelChoice) -> str:
    """该产业产值, 这一政策减免关税: of the industry or policy that the text has named last."""
    found = _THIS.search(scene.passage.text, scene.clause_start, scene.quantity.start)
    if found is None or (found["what"] in choice.text and not choice.text.startswith(found["what"])):
        return ""
    called = industry_called(scene) if found["what"] in _INDUSTRY else ""
    name = last_named(scene, found["what"], found.start()) or called or _last_quoted(scene, found.start())
    return merge(name, choice.text.removeprefix(found["what"])) if name else ""


def _inside(scene: Scene, choice: LabelChoice) -> str:
    """享受“拿地即开工”改革的项目 of 36个项目享受这项改革: what the words behind the number point back to."""
    found = _THIS.search(choice.text)
    if found is None or found["what"] == "产品" or not choice.rule.startswith("counted"):
        return ""
    start = scene.quantity.start
    name = last_named(scene, found["what"], start) or (_last_quoted(scene, start) + found["what"])
    name = name[max(0, name.find("“")) :]
    return choice.text[: found.start()] + name + choice.text[found.end() :] if len(name) > len(found["what"]) else ""


def _own_name(scene: Scene, choice: LabelChoice) -> str:
    """“链上管家” of 19名“链上管家”包联企业: a name in quotation marks says who they are, whatever they do."""
    own = _QUOTED.match(scene.passage.text, scene.quantity.tail)
    if own is None or not choice.rule.startswith("counted"):
        return ""
    plain = choice.text.replace("“", "").replace("”", "")
    deed, of, rest = plain.partition("的" + own[0].strip("“”"))
    return own[0] + rest if deed and of else ""


def _short_for(scene: Scene, choice: LabelChoice) -> str:
    """“项目管家” of 推行“项目管家”制度，86名管家分片包联企业: the name in quotation marks that ends with what is counted.

    So is “沿途下蛋”专班, where the noun stands right behind the marks; 企业 or 项目 may be any.
    """
    noun = choice.noun
    named = choice.text == noun or choice.text.endswith(f"的{noun}")
    if not named or len(noun) not in _SHORT or noun in scene.words.generic or noun.endswith("区") or not is_countable(scene):
        return ""
    sentences, text = scene.passage.sentences, scene.passage.text
    start = sentences[max(0, sentences.index(scene.passage.sentence_of(scene.index)) - 2)].start
    for one in reversed(list(_QUOTED.finditer(text, start, scene.quantity.start))):
        if one[0].endswith(f"{noun}”") and len(one[0]) > len(noun) + 2:
            return one[0]
        if text.startswith(noun, one.end()):
            return one[0] + noun
    return ""


def _last_quoted(scene: Scene, end: int) -> str:
    """“技改贷” of 推出“技改贷”。…，这一产品已授信47.8亿元: what has a name of its own is meant by it."""
    found = list(_QUOTED.finditer(scene.passage.text, 0, end))
    return found[-1][0] if found else ""


def last_named(scene: Scene, head: str, end: int) -> str:
    """The last name that ends with `head` before `end`: 先进轨道交通装备产业."""
    text = scene.passage.blanked
    at = text.rfind(head, 0, end)
    while at > 0:
        sentence = sentence_at(scene.passage.sentences, at)
        phrase = phrase_before(text, clause_at(sentence, at).start, at + len(head), scene.words)
        name = tidy(phrase.noun.rpartition("的")[2]) if phrase else ""
        if len(head) + 2 <= len(name) <= len(head) + _LONGEST and not _GOES_ON.match(text, at + len(head)):
            return name
        at = text.rfind(head, 0, at)
    return ""


def _anaphora(scene: Scene, choice: LabelChoice) -> str:
    """9个项目建成投产: the projects told of before; the label whose noun ends alike and says more."""
    noun = choice.noun
    if scene.start > scene.clause_start or "其中" in scene.passage.text[scene.clause_start : scene.quantity.start]:
        return ""
    if choice.rule not in {"counted", "counted-deed", "named-before"} or noun not in scene.words.generic or noun not in choice.text:
        return ""
    if choice.rule == "named-before" and _CLASSED.fullmatch(choice.text.removesuffix(noun)):
        return ""
    for other in reversed(scene.earlier):
        if (
            other is not None
            and other.noun.endswith(noun)
            and len(noun) + 2 <= len(other.noun) <= len(noun) + _LONGEST
            and other.kind is Kind.LEVEL
            and not _PER.search(other.noun)
        ):
            before, _, after = choice.text.partition(noun)
            return merge(before, other.noun) + after
    return ""


_SOURCES = (_these, _inside, _this, _own_name, _short_for, _anaphora)
