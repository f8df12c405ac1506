"""The words of content/registry/words/label_forms.yaml as compiled expressions, for labels of special forms."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from generator.extract.passage import BLANKS, TIME
from generator.extract.quantities.lexicon import alternatives
from generator.registry.registry import Registry


@dataclass(frozen=True, slots=True)
class FormWords:
    """Compiled expressions over text; each is named as its list. `noun_ends` and `wide_themes` are plain words."""

    measure_end: re.Pattern[str]
    then: re.Pattern[str]
    thin: re.Pattern[str]
    waits: re.Pattern[str]
    list_class: re.Pattern[str]
    list_lead: re.Pattern[str]
    came_from: re.Pattern[str]
    makes_up: re.Pattern[str]
    peers: re.Pattern[str]
    deed: re.Pattern[str]
    milestone: re.Pattern[str]
    reach: re.Pattern[str]
    reach_noun: re.Pattern[str]
    listed_deed: re.Pattern[str]
    more: re.Pattern[str]
    fewer: re.Pattern[str]
    bare_measure: re.Pattern[str]
    product_measure: re.Pattern[str]
    measure_tail: re.Pattern[str]
    of_fund: re.Pattern[str]
    spent: re.Pattern[str]
    spent_as: Mapping[str, str]
    act: re.Pattern[str]
    each: re.Pattern[str]
    told_object: re.Pattern[str]
    told_subject: re.Pattern[str]
    told_measure: re.Pattern[str]
    told_thing: re.Pattern[str]
    begun: re.Pattern[str]
    initiative_pointed: re.Pattern[str]
    firm_class: re.Pattern[str]
    firm_lead: re.Pattern[str]
    noun_ends: tuple[str, ...]
    wide_themes: frozenset[str]


def build_form_words(registry: Registry) -> FormWords:
    """Compile `label_forms.*`; KeyError names a list that is missing."""

    def any_of(name: str) -> str:
        return alternatives(registry.words(f"label_forms.{name}"))

    spent_as = dict(line.split(" ", 1) for line in registry.words("label_forms.spending"))
    each_of = alternatives((*registry.words("labels.countable"), *registry.words("label_forms.each_of")))
    letters = "(?:[一-龥“”A-Za-z]|(?<=“)\\d+)"
    told_by, things = any_of("told_by"), f"{any_of('told_things')}”?"
    begin, initiatives = any_of("begins"), any_of("initiatives")
    initiative = rf"[一-龥“”+]{{2,16}}?(?:{initiatives}|”)"
    count = "[两二三四五六七八九十\\d]+"
    then = alternatives(registry.words("quantities.then_words"))
    return FormWords(
        measure_end=re.compile(rf"(?:{any_of('measure_ends')})+$"),
        then=re.compile(rf"^(?:{then}|[一二三四五六七八九十两几数\d]+年前)的?"),
        thin=re.compile(rf"(?:{any_of('thin_verbs')})+$"),
        waits=re.compile(rf"{any_of('waits')}(?:上|了|个|够)?$"),
        list_class=re.compile(rf"{count}[大个类种条项](?P<class>[一-龥]{{0,4}}?{any_of('list_classes')})(?!集群|链|园|基地|体系|带)"),
        list_lead=re.compile(rf"^.*{any_of('list_leads')}(?<![潜内外]在)"),
        came_from=re.compile(rf"(?:都|均|也|全部)*{any_of('came_from')}"),
        makes_up=re.compile(
            rf"(?:差不多|约|已|就|就要|也|又|均|都|将|(?<![产功技性智节效])能|可|共|累计)*{any_of('makes_up')}(?:起|了|着|到)*"
        ),
        peers=re.compile(rf"{any_of('peers')}$"),
        deed=re.compile(rf"(?P<lead>[一-龥]{{0,2}}?)(?:{any_of('deed_openers')}|[一-龥](?:到|了)(?![站岗达手]))"),
        milestone=re.compile(any_of("milestones")),
        reach=re.compile(
            rf"(?P<verb>{any_of('reach_verbs')})(?:了|到|在|至|于|向)?(?:[^，,。；;的]{{1,30}}等|(?=[^，,。；;的]*、)[^，,。；;的]{{3,30}})?(?:全国|全球|全省|全市|国内|海内外|国内外|世界|海外)?(?:的)?$"
        ),
        reach_noun=re.compile(rf"(?:{any_of('reach_nouns')})"),
        listed_deed=re.compile(any_of("listed_deeds")),
        more=re.compile(rf"(?<![新提许最]){any_of('more_verbs')}$"),
        fewer=re.compile(rf"(?<![最全我该])(?<!(?<!成)本){any_of('fewer_verbs')}$"),
        bare_measure=re.compile(rf"(?:{any_of('measure_leads')})*{any_of('bare_measures')}"),
        measure_tail=re.compile(rf"(?<!进)(?:{any_of('measure_leads')})*{any_of('bare_measures')}$"),
        spent=re.compile(rf"(?<![总])(?P<verb>{alternatives(tuple(spent_as))})(?:了|财政|资金|专项资金|自有资金)*[近约超逾]?$"),
        spent_as=spent_as,
        act=re.compile(rf"(?:多)?[，,]?(?:专门|先后|用于|用来|来|去|对|将|把[^，,。；;把]{{2,12}}?)*(?P<act>{any_of('acts')})"),
        product_measure=re.compile(any_of("product_measures")),
        of_fund=re.compile(any_of("fund_measures")),
        each=re.compile(rf"(?P<each>(?:平均)?(?:每(?:半|[万百千])?{each_of}(?!理)|[人户亩]均))(?P<often>每年|每月|每天)?"),
        told_object=re.compile(
            rf"{told_by}(?:成|了|起|的)*(?:[^，,。；;的”]{{1,12}}的)?(?:[{BLANKS}]|[一二两三多]?[座条批支只款台项个张])*(?P<name>{letters}{{0,10}}?{things})$"
        ),
        told_subject=re.compile(
            rf"(?:如今|目前|眼下|现在|同时|其中|另外|此外)?(?:[从经由自][^，,。；;的]{{1,12}}的)?(?:[{BLANKS}]|[园片全该本新]区|公司|企业)*(?:新?{told_by}(?:成|了|起|的)?|的|内|里)*"
            rf"(?P<name>(?!{told_by}|[在从把对为向由将给随受因以让使])(?<![在从把对]){letters}{{0,10}}?{things})(?=[{BLANKS}已又再正仍从自在经累共均年去今将也就]|{told_by}|{any_of('told_does')})"
        ),
        told_thing=re.compile(rf"{things}$"),
        told_measure=re.compile(rf"(?:{any_of('measure_leads')}|年|日均|月均|设计|最大|最高)*{any_of('told_measures')}"),
        begun=re.compile(
            rf"(?:^|(?<=[，,。；;：:自从{TIME}]))(?:{begin}了?(?P<begun>{initiative})|(?P<began>{initiative})(?:正式|全面|率先)?{begin})"
            rf"(?:[{TIME}]*(?:[两一二三四五六七八九十\d]+(?:个?[年月])多?)?(?:以来|之?后|来)|[{TIME}]+)[，,]"
        ),  # a time of its own is blanked: 启动概念验证计划以来
        initiative_pointed=re.compile(
            rf"(?:截至|目前|如今|现在|至今|眼下|[{TIME}，,])*(?:这[一-龥]|该|此|这)(?P<what>{initiatives})(?:已|累计|共|先后|又|还|就|目前)"
        ),
        firm_class=re.compile(rf"(?P<class>(?:(?:国家|省|市)级)?{any_of('firm_classes')})企业"),
        firm_lead=re.compile(rf"^{any_of('firm_classes')}"),
        noun_ends=registry.words("label_forms.noun_ends"),
        wide_themes=frozenset(registry.words("label_forms.wide_themes")),
    )
