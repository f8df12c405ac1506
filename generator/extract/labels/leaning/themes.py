"""What a bare measure is of: 产值 of which industry, 研发投入 of which firms, 日费率 of which fund; told by a figure before."""

import re

from generator.extract.labels.figures import figures_before, thing_of, whole_before_parts
from generator.extract.labels.leaning.industries import industry_called, industry_right_before
from generator.extract.labels.parts import bare_unit, without_turn
from generator.extract.labels.phrases import tidy
from generator.extract.labels.scene import LabelChoice, Scene, merge
from generator.extract.labels.things import is_countable_unit
from generator.extract.labels.told import told_topic
from generator.extract.passage import SUBJECT
from generator.model.claim import Kind

_PEOPLE = re.compile(r"(?:人次|人|名|位)$")
_FUNDS = ("资金", "基金", "资金池", "贷款", "授信", "债券")
_FUND = re.compile(
    r"(?:设立|组建|成立|发起|推出|安排|设|建)(?:了|起)?(?:[^，,。；;的]{1,12}的)?"
    r"(?P<name>[一-龥“”]{2,12}(?:基金|资金池|专项资金|贷款|债券))(?=[，,：:（(])"
)
GOT = re.compile("^[^“”]*?(?:拿到|获得|得到|取得|收到|申请到)了?(?:首笔|一笔)?(?=[“一-龥]*(?:贷款|授信|资金|基金|补助)$)")
_SOLD = re.compile(r"已?(?:累计)?(?:卖出|售出|销售|交付|出货|供货|出口|下线|发运|生产|订出|租出|装出)了?")
_MAKES = re.compile(
    rf"(?:做|专做|主做|生产|主营|制造|推出|研发|专攻|主攻)的?(?P<made>[一-龥A-Za-z]{{2,10}}?)(?=的{SUBJECT}|，)"
    r"|一[件台辆块只片颗架艘套](?P<ran_off>[一-龥]{2,10}?)(?=下线|走下|驶下|出厂)"
)
_LEAST_FIELD = 3
_KIND_OF_FIRM = re.compile(
    "技术|科技|专精特新|小巨人|规上|规模以上|外资|民营|中小|小微|重点|龙头|骨干|配套|上市|瞪羚|独角兽|链主|上下游|入驻|入园|落户|^新[^材能型]"
)
_STAGE = re.compile(r"(?:完成|建成|建设|投用)?(?P<stage>首期|[一二三]期)")
_INDUSTRY = re.compile("(?!规上|规模以上|战略|高技术|主导|全部|第[一二三])[一-龥]{2,10}(?:产业|工业|制造业|行业)")
_OF_INDUSTRY = re.compile("(?:本地|省内|市内|就近|就地)?配套率|国产化率")  # no group of projects has one
_FIRMS = ("企业", "公司")


def measure_of(scene: Scene, core: str) -> str:
    """轴承企业73家，产值129亿元，研发强度6.5%: a measure without its theme takes the one told last."""
    if scene.words.forms.of_fund.fullmatch(core):
        return _of_fund(scene, core)
    forms = scene.words.forms
    fallen = "降幅" if core.endswith("降幅") else ""
    if not (forms.bare_measure if scene.at_home else forms.product_measure).fullmatch(core.removesuffix(fallen)):
        return ""
    near = industry_right_before(scene) if scene.at_home else ""
    if near and near not in core:
        return merge(near, core)
    for at, told in figures_before(scene):
        theme = theme_of(scene, at, whole_before_parts(scene, told))
        if theme and theme not in core and not (_OF_INDUSTRY.fullmatch(core) and theme.endswith("项目")):
            return merge(theme, core)
    theme = _going_on(scene, core) or industry_called(scene) if scene.at_home else ""
    return merge(theme, core) if theme else ""


def _going_on(scene: Scene, core: str) -> str:
    """集成电路产业去年产值1048亿元。今年前7个月，产值仍达561亿元: the sentence before told the same measure with its theme."""
    here = scene.passage.sentence_of(scene.index).start
    before = next((sentence for sentence in reversed(scene.passage.sentences) if sentence.end <= here), None)
    if before is None or SUBJECT in scene.passage.blanked[here : scene.quantity.head]:
        return ""
    told = [choice for choice in scene.earlier if choice is not None and before.start <= choice.start < before.end]
    same = next((one for one in told if one.kind is Kind.LEVEL and one.text.endswith(core) and one.text != core), None)
    return same.text.removesuffix(core) if same else ""


def sold_of(scene: Scene, core: str) -> str:
    """水肥一体化设备每亩造价降到950元，已卖出4.6万套: what is sold is what was priced, or what the firm is said to make."""
    if not _SOLD.fullmatch(core) or not (is_countable_unit(scene.quantity.unit, scene) or scene.quantity.unit.endswith("吨")):
        return ""
    told = ((at, told) for at, told in figures_before(scene) if scene.words.forms.measure_tail.search(without_turn(told.text)))
    theme = next((theme for at, told in told if (theme := theme_of(scene, at, told))), "") or _product(scene)
    return core + theme if theme else ""


def _product(scene: Scene) -> str:
    """车载导航模组 of 做车载导航模组的某某公司，上半年出货86万套: what the firm makes, in the same sentence."""
    found = _MAKES.search(scene.passage.blanked, scene.passage.sentence_of(scene.index).start, scene.clause_start)
    name = (found["made"] or found["ran_off"]) if found else ""
    return name if found and (found["ran_off"] or name.endswith(scene.words.heads + scene.words.forms.noun_ends)) else ""


def stage_of(scene: Scene, core: str) -> str:
    """快速路全长32公里，今年完成一期12公里: a stage of what was told in the same unit, else of what the clause before names."""
    found = _STAGE.fullmatch(core)
    if found is None:
        return ""
    unit = bare_unit(scene.quantity.unit)
    same = (told.noun for at, told in figures_before(scene) if bare_unit(scene.passage.quantities[at].unit) == unit)
    told = told_topic(scene)
    name = next(same, told.text if told and not told.measure else "")
    return scene.words.forms.measure_end.sub("", name).removesuffix("全") + found["stage"] if name else ""


def _of_fund(scene: Scene, core: str) -> str:
    """设立2亿元应急转贷资金，日费率…; 组建低空产业基金，首期3亿元: of the money told before."""
    sentence = scene.passage.sentence_of(scene.index)
    for at, told in figures_before(scene):
        text = GOT.sub("", without_turn(told.text))
        if text.endswith(_FUNDS) and scene.passage.quantities[at].unit.endswith("元"):
            return merge(text, core)
    found = list(_FUND.finditer(scene.passage.blanked, sentence.start, scene.quantity.head))
    return merge(tidy(found[-1]["name"]), core + ("规模" if core == "首期" else "")) if found else ""


def theme_of(scene: Scene, at: int, told: LabelChoice) -> str:
    """What a label before is about: the group that it counts, or what it measures something of."""
    text = without_turn(told.text)
    unit = scene.passage.quantities[at].unit
    if told.kind is Kind.GROWTH:
        field = scene.words.forms.measure_tail.sub("", text)
        return field if field != text and _INDUSTRY.fullmatch(field) else ""
    if told.kind is not Kind.LEVEL or _PEOPLE.search(unit) or text.endswith("指标"):
        return ""
    theme = scene.words.forms.each.sub("", scene.words.forms.measure_tail.sub("", text))
    if theme != text:
        theme = theme.partition("的")[0]
        return theme if len(theme) >= 2 and theme not in scene.words.forms.wide_themes else ""
    if not is_countable_unit(unit, scene) or not (told.noun.endswith(scene.words.heads) or scene.words.forms.told_thing.search(told.noun)):
        return ""
    noun = thing_of(scene, told.noun)
    if noun.endswith(_FIRMS) and not scene.quantity.unit.endswith("元"):
        field = noun[: -len(_FIRMS[0])]  # a rate is the industry's, no group of firms'
        return field if len(field) >= _LEAST_FIELD and not _KIND_OF_FIRM.search(field) else ""
    return noun if len(noun) >= 3 and noun not in scene.words.generic and not noun.startswith("相关") else ""


__all__ = ["GOT", "measure_of", "sold_of", "stage_of"]
