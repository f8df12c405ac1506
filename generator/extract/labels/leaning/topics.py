"""The topic that a sentence sets up and its later numbers lean on: …云计算产业实现营收93亿元；从业人员1.1万人.

Only heads that say nothing of whose they are take it (`labels.topic_takers`), and only from their own sentence or the one before.
"""

import re
from dataclasses import replace

from generator.extract.labels.parts import without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.passage import BLANKS
from generator.model.claim import Kind

_TOPIC = re.compile(
    rf"(?P<name>(?:[一-龥]|“[^”“，。]{{1,12}}”|[A-Za-z]+|[、和及与](?=[一-龥]{{2,8}}产业)){{2,16}}?(?:产业链?|行业|基金|孵化器|产业集群|产业园|实验室|研究院))"
    rf"(?=[，,。；;{BLANKS}]|实现|完成|共?有|已|现|的|总|规|年|营|产|累计|聚|集|汇|拥|形|规模|首|[却则也仍还正又更稳逆继])"
)
_LEADS = re.compile(
    r"^.*(?:设立|组建|成立|发起|推出|打造|发展|培育|做强|壮大|建设|建成|聚焦|围绕|布局|看|[了的在把将是对为向]|规模)(?=[一-龥“A-Za-z]{4,})"
)
_GENERIC_TOPIC = re.compile(
    r"^(?:[一-龥]{0,2}(?:主导|优势|特色|新兴|支柱|未来|传统|战略性新兴|相关|全|各|该|这|本|[一二两三四五六七八九十\d]大)(?:产业|行业|基金)|.{0,2}(?:产业|行业|基金|产业链|产业集群|产业园|实验室|研究院|孵化器))$"
)


def with_topic(scene: Scene, choice: LabelChoice) -> LabelChoice:
    """The label with the topic before it, or the label itself where it is no bare head or the sentence has no topic."""
    core = without_turn(choice.text)
    if (
        core not in scene.words.topic_takers
        or (core in scene.words.yields and not scene.at_home)
        or scene.quantity.kind in {Kind.RANK, Kind.SHARE}
    ):
        return choice
    topic = _topic(scene)
    return replace(choice, text=merge(topic, choice.text), rule=f"{choice.rule}+topic") if topic and topic not in core else choice


def _topic(scene: Scene) -> str:
    sentence = scene.passage.sentence_of(scene.index)
    found = list(_TOPIC.finditer(scene.passage.blanked, sentence.start, scene.quantity.head))
    for match in reversed(found):
        name = tidy(_LEADS.sub("", match["name"]))
        if len(name) >= 4 and not _GENERIC_TOPIC.match(name) and not match["name"].startswith("其中"):
            return name
    return ""


__all__ = ["with_topic"]
