"""The policy, fund or platform whose work a sentence tells of: 加工增值免税政策落地以来，享惠企业31家; 这笔资金已支持项目64个，落地企业51家.

It is named as what began (…以来), or the sentence begins with a word that points back to it. What is then counted barely is its doing.
"""

import re
from dataclasses import replace

from generator.extract.labels.leaning.pointers import last_named
from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene
from generator.extract.passage import SUBJECT, TIME
from generator.model.claim import Kind

_LONGEST = 7
_BEGUN = "落地|实施|施行|试行|推行|推出|推开|上线|启用|试?运行|运营|试点|开展|启动|投用|投运|建立|设立|出台|发布|执行|生效|开通|开办|揭牌"
_WORKS = "政策|机制|制度|模式|改革|平台|系统|计划|行动|办法|措施|方案|条例|规定|清单|窗口|专窗|专班|通道|口岸|基金|资金|贷款|服务|工程|中心|联盟|”"
_NAME = rf"[一-龥“”+]{{2,16}}?(?:{_WORKS})"
_SINCE = re.compile(
    rf"(?:^|[，,。；;：:自从{TIME}])(?:(?:{_BEGUN})了?(?P<begun>{_NAME})|(?P<began>{_NAME})(?:正式|全面|率先)?(?:{_BEGUN}))"
    rf"(?:[{TIME}]*(?:[两一二三四五六七八九十\d]+(?:个?[年月])多?)?(?:以来|之?后|来)|[{TIME}]+)[，,]"
)  # a time of its own is blanked: 启动概念验证计划以来
_POINTED = re.compile(
    rf"(?:截至|目前|如今|现在|至今|眼下|[{TIME}，,])*(?:这[一-龥]|该|此|这)(?P<what>资金|基金|政策|改革|机制|模式|制度|平台|计划|行动|举措|办法|服务|系统)(?:已|累计|共|先后|又|还|就|目前)"
)


def with_initiative(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the policy or the like before it, or the label itself where none is told of or the park's own measure is meant."""
    core = without_turn(choice.text)
    if scene.quantity.kind is not Kind.LEVEL or not scene.at_home or len(core) > _LONGEST or "“" in core:
        return choice
    if scene.words.forms.reach_noun.fullmatch(core) or scene.words.leading_verb.fullmatch(core):
        return choice
    start = scene.passage.sentence_of(scene.index).start
    name = _pointed(scene, start) or _begun(scene, core, start)
    told = name and name not in core and core not in name
    return replace(choice, text=name + choice.text, rule=f"{choice.rule}+about") if told else choice


def _begun(scene: Scene, core: str, start: int) -> str:
    """加工增值免税政策 of 加工增值免税政策落地以来，享惠企业…; empty for what the park may as well have without it (高新技术企业)."""
    if scene.words.is_metric(core, scene.quantity.unit, scene.quantity.kind) and not scene.words.leading_verb.match(core):
        return ""
    found = _SINCE.search(scene.passage.blanked, start, scene.clause_start)
    return tidy(found["began"] or found["begun"]) if found else ""


def _pointed(scene: Scene, start: int) -> str:
    """科技成果转化引导资金 of 这笔资金已支持项目64个，落地企业51家: what the sentence's first word means, up to another subject."""
    found = _POINTED.match(scene.passage.blanked, start, scene.quantity.head)
    between = scene.passage.blanked[found.end() : scene.quantity.head] if found else ""
    if found is None or SUBJECT in between or "其中" in between:
        return ""
    return last_named(scene, found["what"], start)


__all__ = ["with_initiative"]
