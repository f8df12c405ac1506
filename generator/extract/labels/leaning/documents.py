"""The paper whose clauses are counted, or that holds for so long: 《促进专精特新企业高质量发展若干措施》正式施行。新措施共20条，有效期3年.

措施 or 有效期 alone says nothing of which.
"""

import re

from generator.extract.labels.scene import Scene

_CLAUSES = re.compile("(?:拿出|推出|出台|提出|制定|共|新)*(?P<what>措施|举措|政策|办法|条款|意见|新政)(?:条款|条数)?")
_HOLDS = re.compile("(?:试行)?有效期(?:限)?|试行期|实施期")
_KIND = "(?P<kind>措施|意见|办法|政策|规定|细则|方案|举措)"
_TITLE = re.compile(
    "《(?:[^《》]{0,12}关于)?(?P<about>(?:进一步)?(?:促进|支持|推动|推进|加快|鼓励|优化|加强|扶持|深化)[^《》]{4,24}?)"
    f"(?:的?(?:若干|[一二三四五六七八九十百\\d]+条)(?:政策)?|的?(?:政策|实施))?{_KIND}》(?:（(?:以下)?简称(?P<alias>“[^“”]+”))?"
)
_ISSUED = re.compile(f"(?:发布|印发|出台|公布)了?(?:新一轮|新修订的?|新版)?(?P<about>[一-龥]{{4,14}}?){_KIND}(?=[，,])")
_COUNTED = frozenset({"条", "项", "个", "款"})


def of_document(scene: Scene, core: str) -> str:
    """What the paper named last is about, and its clauses; empty where no paper is named in the paragraph before."""
    clauses, holds = _CLAUSES.fullmatch(core), _HOLDS.fullmatch(core)
    if not (holds or (clauses and scene.quantity.unit in _COUNTED)):
        return ""
    titles = list(_TITLE.finditer(scene.passage.text, 0, scene.quantity.start))
    issued = list(_ISSUED.finditer(scene.passage.text, 0, scene.quantity.start)) if holds else []
    if not titles and not issued:
        return ""
    last = max((*titles, *issued), key=lambda found: found.start())
    if holds:
        return (last.groupdict().get("alias") or last["about"] + last["kind"]) + core
    return last["about"] + clauses["what"] if clauses else ""


__all__ = ["of_document"]
