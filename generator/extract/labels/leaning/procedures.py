"""The papers, desks and time of a procedure: 办一张食品生产许可证，要交13份材料，7个工作日就能拿证."""

import re

from generator.extract.labels.scene import Scene

_PROCEDURE = re.compile(
    r"(?:办理?|申请|申领|申办|申报|换领|领取|拿到?)(?:下来?|出|了)?(?:一[张次个项本份])?(?P<what>[一-龥]{1,10}?(?:许可证?|执照|证书?|手续|备案|审批|登记|核准|验收|报建))(?![人员处局部证])"
)
_OF_PROCEDURE = re.compile(
    r"(?:申[报请]|提交|申办|办理|所需)?(?:材料|窗口|部门|环节|步骤|表格)(?:要?[交填备带跑])?|(?:就?[办审批]?[完结好成]|拿[证到]|[出领获]证|办理|办结|线上)?用时|就?办[完结好成]|(?:办理|审评|审批|审核|评审|核准|受理)(?:时间|时限|周期|用时|环节)"
)
_OPEN_ACT = re.compile(r"^(?:就?[办审]?[完结好成]|拿[证到]|[出领获]证|线上)(?=用时)")


def of_procedure(scene: Scene, core: str) -> str:
    """办一张食品生产许可证，要交13份材料，7个工作日就能拿证: the papers and the time of what is applied for."""
    if not _OF_PROCEDURE.fullmatch(core):
        return ""
    sentences = scene.passage.sentences
    at = sentences.index(scene.passage.sentence_of(scene.index))
    found = list(_PROCEDURE.finditer(scene.passage.text, sentences[max(0, at - 1)].start, scene.quantity.head))
    return found[-1]["what"] + _OPEN_ACT.sub("", core) if found else ""
