"""Labels of what a policy gives: to whom, what, for each of what; as part of what; how long; from what size on."""

import re
from dataclasses import replace

from generator.extract.labels.policy_clause import Policy, Role, read_policy
from generator.extract.labels.scene import LabelChoice, Scene, merge

_GRANT, _PART = POLICY_RULES = ("grant", "granted-part")
_NAMED = re.compile(r"(?P<name>“[^”“]{2,10}”[一-龥]{0,4})[：:]$")
_QUOTED = re.compile("“[^”“，。；！？]{2,12}”")
_SUCH = re.compile("的(?P<such>[^的，,。；;]{0,10}?(?:企业|机构|单位|平台|项目|基地|园区))(?=[，,]|一次性|每|给予|奖励|补|资助|按)")
_LONGEST_SHORT = 8
_GRADE = re.compile("(?:国家|省|市|区|部|县)级")
_PACE = re.compile("(?:增长|提高|上升)(?:率|幅度)?$")
_YEARS = {"年": "年数", "天": "天数", "日": "天数"}


def policy_label(scene: Scene) -> LabelChoice | None:
    """对新引进的博士给予30万元安家补贴, 每月生活补贴3000元, 单个项目最高50万元: to whom, and what is given."""
    policy = read_policy(scene)
    if policy is None:
        return None
    policy = _of_programme(scene, _of_grade(scene, policy))
    programme = _programme(scene, policy)
    name = programme + _NAMES[policy.role](scene, replace(policy, whom="", gift="") if programme and policy.role is Role.LIMIT else policy)
    rule = _PART if policy.role is Role.SHARE else _GRANT
    return scene.choose(name, rule, policy.start, policy.end, policy.gift or name)


def _programme(scene: Scene, policy: Policy) -> str:
    """“整车协同”补贴 of 实行“整车协同”补贴：每采购1亿元零部件，奖励50万元: the policy named before the colon that tells what it gives."""
    found = _NAMED.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, policy.start)
    return found["name"] if found and found.end() == policy.start else ""


def _sum(scene: Scene, policy: Policy) -> str:
    """新引进博士每月租房补贴; 购置智能装备补助单个项目额度."""
    if policy.role is Role.LIMIT and policy.each and not policy.each.startswith(("每人", "每名", "每年", "每月")):
        return f"{_given(scene, policy)}{policy.each}额度"
    if policy.gift_first:
        return f"{_given(scene, policy)}{policy.each}标准"
    each = "" if policy.each in policy.whom else policy.each
    return policy.whom + each if _is_gift(scene, policy) else merge(policy.whom + each, policy.gift)


def _share(scene: Scene, policy: Policy) -> str:
    return f"{_given(scene, policy)}占{policy.base}比例" if policy.base else f"{_given(scene, policy)}比例"


def _span(scene: Scene, policy: Policy) -> str:
    """生活补贴发放年数."""
    return f"{_given(scene, policy)}{policy.each.removesuffix('期限')}{_YEARS.get(scene.quantity.unit, '期限')}"


def _threshold(scene: Scene, policy: Policy) -> str:
    """获奖励规上工业企业三季度产值门槛."""
    return f"获{policy.gift}{policy.whom}{_PACE.sub('增幅', policy.base)}门槛"


def _of_grade(scene: Scene, policy: Policy) -> Policy:
    """对国家级孵化器奖励100万元，对省级的奖励30万元: 省级 as 省级孵化器."""
    if not _GRADE.fullmatch(policy.whom):
        return _of_such(scene, policy)
    for at in scene.passage.before_in_sentence(scene.index):
        told = scene.earlier[at]
        if told is not None and told.rule == _GRANT and (found := _GRADE.search(told.text)):
            whom = told.text.removesuffix(told.noun).removesuffix("一次性")
            return replace(policy, whom=whom[: found.start()] + policy.whom + whom[found.end() :])
    return policy


def _of_such(scene: Scene, policy: Policy) -> Policy:
    """首次认定的高新技术企业奖励20万元；重新认定的，奖励10万元: 重新认定 as 重新认定的高新技术企业; who is named already stays so."""
    whom = policy.whom
    short = scene.passage.text.startswith(f"{whom}的，", scene.passage.text.find(whom, policy.start)) and len(whom) <= _LONGEST_SHORT
    if not whom or not short or any(head in whom for head in scene.words.heads if len(head) > 1):
        return policy
    told = (scene.earlier[at] for at in scene.passage.before_in_sentence(scene.index))
    named = (_SUCH.search(scene.passage.text, one.start, one.end) for one in told if one is not None and one.rule == _GRANT)
    such = next((found["such"] for found in named if found), "")
    return replace(policy, whom=f"{whom}的{such}") if such else policy


def _of_programme(scene: Scene, policy: Policy) -> Policy:
    """“成长贷”授信 of 推出“成长贷”，对入库企业给予授信: the sentence's first, where nobody is named or by it alone."""
    if policy.whom and policy.whom not in scene.words.policies.of_programme:
        return policy
    found = _QUOTED.search(scene.passage.text, scene.passage.sentence_of(scene.index).start, policy.start)
    return replace(policy, whom=found[0]) if found else policy


def _given(scene: Scene, policy: Policy) -> str:
    """To whom and what; a loan at a discount is its own gift."""
    return policy.whom if _is_gift(scene, policy) else merge(policy.whom, policy.gift)


def _is_gift(scene: Scene, policy: Policy) -> bool:
    """Whether the condition is a gift's own name: 中小企业贷款贴息，按…给予补贴."""
    return policy.whom.endswith((policy.gift, *scene.words.policies.grants))


_NAMES = {Role.SUM: _sum, Role.LIMIT: _sum, Role.SHARE: _share, Role.SPAN: _span, Role.THRESHOLD: _threshold}

__all__ = ["POLICY_RULES", "policy_label"]
