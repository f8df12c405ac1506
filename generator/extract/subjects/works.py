"""Houses and works that no list names, told by their last word: where one goes in, and what a sum or an area describes.

在某高新区的种业创新中心，; 走进某高新区新交付的光电产业社区，; 投资12.6亿元的域控制器项目; 规划建设28平方公里的纺织服装城;
全长37公里的公共管网. As mentions they may head a clause, and what follows (目前已入驻企业62家) is theirs by the
rules for all houses.
"""

import re
from collections.abc import Iterator

from generator.extract.mentions.word_table import any_of
from generator.extract.subjects.model import Piece, mention_of
from generator.extract.tokens import Mention, MentionKind
from generator.registry.registry import Registry

_BRACKET = re.compile(r"[（(][^（()）]*[)）]")
_OFFICES = ("服务中心", "审批中心", "受理中心")
_IN = re.compile(r"(?:在|位于|走进|来到|步入|走访|探访)$")
_SUM = r"[\d.,]+[多余]?[万亿千]*(?:元|美元|平方米|平方公里|公里|千米|亩|公顷|吨|片|套|台|辆|只|吉瓦时|兆瓦|千瓦)(?:[/／]年)?(?:左右)?"
_WORTH = r"(?:投资|占地|建筑面积|规划面积|规划建设|产能|年产值|全长|总长)(?:额|面积|约|达|近|超)*"
_LINE = r"(?:管网|管廊|管道|专线|专用线|铁路|公路|隧道|绿道|廊道|快速路|航道)"
_CAPACITY = r"[年日](?:产|处理|加工|回收|转化)(?:能力)?[^，,。；;\d]{0,4}"
_WHAT = r"[^，,。；;、\d的]{1,8}"
_OF_MANY = r"(?!.{0,6}(?:重[点大]|[一几多这各]|首批|\d))"
_BUILT_BY = r"(?:建设|投建|共建|打造|组建|运营|建成|兴建|搭建|筹建)的"
_TOPIC = re.compile(  # 某片区的原织染厂地块，腾退前亩均税收…; 线上签约的一家减速机企业，从…
    r"(?:^|(?<=[。；;！？”：:，,]))[^，,。；;、“”]{2,20}的"
    r"(?P<name>一家[^，,。；;、的“”\d]{2,10}?(?:企业|公司|工厂|农场|合作社)|(?!每|各|该|这|[一两几多]|低效|闲置)[^，,。；;、的“”\d]{3,8}(?:地块|老?厂区|老厂))"
    r"(?=[，,])"
)
_GOES_ON = r"[，,]|投[用产运]|建成|启用|已|今年|去年|目前|现有|将|拥有|每|集聚|入驻"
_PLAIN_WORK = re.compile(r"^(?:工业|产业|优质|制造业|新|招商|签约|产业化|标准化?|[^项]{0,4}类)*(?:项目|基地|工厂|中心|厂房)$")


class WorkFinder:
    """Compiled once per registry."""

    def __init__(self, registry: Registry) -> None:
        """Compile `subjects.house_ends`; KeyError if the list is missing."""
        ends = any_of(registry.words("subjects.house_ends"))
        scene = rf"[^，,。；;、的“”（）()]{{2,12}}?(?:{ends}|[^，,。；;、的区校公]园)"
        self._built = re.compile(
            rf"{_BUILT_BY}(?P<name>{_OF_MANY}[^，,。；;、的“”]{{2,16}}?(?:{ends}|项目|平台|学院|研究院))(?={_GOES_ON})"
        )
        self._scene = re.compile(
            rf"(?:的|新[^，,。；;、的]{{1,3}}的)(?P<name>“[^“”]{{2,12}}”{ends}|(?:“[^“”]{{2,12}}”)?{scene})(?P<inside>[里内])?(?=[，,])"
        )
        staged = "(?:城|谷|园|港|湾|中心|基地|工厂)[一二三四]期"
        work = rf"{_OF_MANY}[^，,。；;、的“”]{{2,16}}?(?:{staged}|{ends}|{_LINE}|项目|生产线|综合体|产业园|科技园)(?:(?<=[库楼仓站])群)?"
        self._works = tuple(
            re.compile(rf"{worth}{_SUM}{of}(?P<name>{work})(?![数个库们群])")
            for worth, of in ((_WORTH, "的"), (_CAPACITY, ""), (_CAPACITY, rf"{_WHAT}的"))
        )

    def find(self, piece: Piece) -> Iterator[Mention]:
        """Scenes right behind a park's name, plots and firms that a clause ends with, then works."""
        for mention in piece.mentions:
            bracket = _BRACKET.match(piece.text, mention.end)
            scene = self._scene.match(piece.text, bracket.end() if bracket else mention.end) if mention.kind is MentionKind.PARK else None
            inside = scene is not None and (scene["inside"] or _IN.search(piece.text, 0, mention.start))
            if scene and inside and not scene["name"].endswith(_OFFICES):
                yield mention_of(scene, MentionKind.INSTITUTION)
        told = _TOPIC.finditer(piece.text) if piece.home.park else ()
        yield from (mention_of(found, MentionKind.INSTITUTION) for found in told)
        works = (work for expression in (*self._works, self._built) for work in expression.finditer(piece.text)) if piece.home.park else ()
        yield from (mention_of(work, MentionKind.PROJECT) for work in works if not _PLAIN_WORK.match(work["name"]))
