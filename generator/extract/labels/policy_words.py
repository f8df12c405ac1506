"""The words of content/registry/words/label_policies.yaml as compiled expressions, for the clauses of a policy."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.extract.passage import NUMBER
from generator.extract.quantities.lexicon import alternatives
from generator.registry.registry import Registry

_STOP = r"(?=[，,。；;、：:！）)”]|$|和|以及|并|或|，|等)"
_GIVES = "(?<![研开突首迸启激印签颁])发(?![明行展现电改票起酵布动生达表源])|(?<![供自补配])给(?![排水料予])"  # 研发, 发明 give nothing
_GETS = "领(?![军域先导头衔跑取])|获(?![评批奖认得取])"
_OF_EACH = "企业|项目|单位|家庭|品种|产品|平台|机构|人才|职工|员工|申报主体|主体|设备|园区|团队|套餐"
_ONE = "单个|单家|单户|单台（套）|单台套|单台|单项|单套|单笔|单次|同一|个人|单人"


@dataclass(frozen=True, slots=True)
class PolicyWords:
    """Compiled expressions; each is named as what it finds. `short_gifts` is a mapping of letters to label words."""

    gift_after: re.Pattern[str]
    gift_named: re.Pattern[str]
    gift_bare: re.Pattern[str]
    act: re.Pattern[str]
    leads_to_gift: re.Pattern[str]
    gift_end: re.Pattern[str]
    gives: re.Pattern[str]
    gets: re.Pattern[str]
    may: re.Pattern[str]
    report: re.Pattern[str]
    degrees: re.Pattern[str]
    each: re.Pattern[str]
    only_limit: re.Pattern[str]
    giver: re.Pattern[str]
    lead: re.Pattern[str]
    tail: re.Pattern[str]
    announce: re.Pattern[str]
    grade: re.Pattern[str]
    base: re.Pattern[str]
    to_whom: re.Pattern[str]
    part: re.Pattern[str]
    years: re.Pattern[str]
    condition_ends: re.Pattern[str]
    spends: re.Pattern[str]
    paid: re.Pattern[str]
    costs: tuple[str, ...]
    of_programme: tuple[str, ...]
    grants: tuple[str, ...]
    short_gifts: Mapping[str, str]


def build_policy_words(registry: Registry) -> PolicyWords:
    """Compile `label_policies.*`; KeyError names a list that is missing."""

    def any_of(name: str) -> str:
        return alternatives(registry.words(f"label_policies.{name}"))

    short = dict(line.split(" ", 1) for line in registry.words("label_policies.short_gifts"))
    grants = registry.words("label_policies.grants")
    grant = alternatives(grants)
    gifts = alternatives((*grants, *registry.words("label_policies.gifts")))
    gives = f"(?:{alternatives((*grants, *registry.words('label_policies.gives')))}|{_GIVES})"
    gets = f"(?:{any_of('gets')}|{_GETS})"
    each_of = alternatives(
        (*registry.words("labels.countable"), *registry.words("label_forms.each_of"), *registry.words("label_policies.each_of"))
    )
    closing = r"(?:(?![可能领发给补奖享获])[一-龥]){2,6}?(?=每[年月天日]|最高|最多|不超过|封顶)"
    each = rf"(?:(?:每{each_of}|{_ONE}|[人户亩]均)(?:{_OF_EACH}|{closing})?)"
    limit = rf"(?:{any_of('degrees')}|{gives}|{gets}|{each}|{gifts}|年度|且|但|则|其中)*"
    name = rf"(?:(?!{gives}|{gets}|{any_of('degrees')}|每|[万亿]?元)[一-龥“”A-Za-z]){{0,8}}"
    return PolicyWords(
        gift_after=re.compile(
            rf"(?:、[一-龥]{{0,6}}{NUMBER}+)?(?:的?标准)?的?(?:{gives}|{gets})?(?P<gift>(?!用于|用作|用来|作为|来|去|由|投|是|为|以)(?:一次性)?[一-龥“”A-Za-z]{{0,10}}?{gifts}”?){_STOP}"
        ),
        gift_named=re.compile(rf"(?P<gift>{name}{gifts})$"),
        gift_bare=re.compile(rf"(?P<gift>{gifts}|{'|'.join(short)})(?:{any_of('receivers')}|给[^，,。；;]{{2,8}})?$"),
        act=re.compile(rf"(?:{gives}|{gets})[^，,。；;、]{{0,14}}?(?P<gift>{name}{gifts})|(?P<bare>{gifts}|再[{''.join(short)}给])"),
        leads_to_gift=re.compile(rf"{gives}|{gets}|{any_of('degrees')}|{each}"),
        gift_end=re.compile(rf"{gifts}$"),
        gives=re.compile(gives),
        gets=re.compile(gets),
        may=re.compile(any_of("may")),
        report=re.compile(rf"(?!累计(?:最高|不超过|最多|给予最高|可)){any_of('reports')}|(?<!为)了(?!解)"),
        degrees=re.compile(rf"(?:{any_of('degrees')}|{each})*$"),
        each=re.compile(rf"{each}+"),
        only_limit=re.compile(limit),
        giver=re.compile(rf"^(?:{any_of('givers')}|将|也|还|再|会|均|都)+(?!企业|内|外|的)"),
        lead=re.compile(rf"^(?:{any_of('condition_leads')})+"),
        tail=re.compile(rf"(?:{any_of('condition_tails')}|{each})+$"),
        announce=re.compile(any_of("announces")),
        grade=re.compile(rf"(?:、|按|和|其中|^)(?P<grade>[一-龥A-Z]{{1,4}}[级类档轮士])(?:{gives}|每[人家户]|最高)*$"),
        base=re.compile(
            rf"(?:按照?(?P<bare>)|{gives}|{gets}|不超过)(?:其|企业|项目)?"
            rf"(?P<base>(?:[^，,。；;{NUMBER}]{{2,24}}?)?)(?(bare)|(?<=[额费款金用资本息价率租]))的?(?:最高|最多)?(?:不超过|不高于)?$"
        ),
        to_whom=re.compile(rf"(?:{gives}|向|为|支持)(?P<who>[^，,。；;、的]{{2,20}}?)(?P<hand>发放?|补|奖)?$"),
        part=re.compile(rf"[^，,。；;]{{0,10}}?(?:{gives}|{gets}|进行)"),
        years=re.compile(rf"(?:{gives}|{gets}|最长|连续|连发|期限|为期|分|满|不超过|支持|周期|可)+$"),
        condition_ends=re.compile(
            r"[^。；;]{0,40}?的(?P<head>[一-龥“”A-Za-z（）()]{2,14}?(?=[，,]?[按一给予奖补资再分每最可单享])|(?=[，,]))[，,]?"
            rf"(?={grant}|按|一次性|给|予以|再|分别|每|最高|可|单|享受)"
        ),
        spends=re.compile(rf"(?:的|内|以内)?(?:[^，,。；;]{{0,6}}(?:{grant}|减免|支持))?[，,。；;）)—]|(?:的|内)?$"),
        paid=re.compile(rf"[一-龥]{{0,6}}(?:{gifts}|[一-龥]奖|贷款|资金|基金|经费|券|[一-龥]{{2}}费)(?![一-龥])"),
        costs=registry.words("label_policies.costs"),
        of_programme=registry.words("label_policies.of_programme"),
        grants=grants,
        short_gifts=short,
    )


__all__ = ["PolicyWords", "build_policy_words"]
