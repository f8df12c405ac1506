"""The paper whose clauses are counted: 《促进专精特新企业高质量发展若干措施》正式施行。新措施共20条. 措施 alone says nothing of which."""

import re

from generator.extract.labels.scene import Scene

_CLAUSES = re.compile("(?:拿出|推出|出台|提出|制定|共|新)*(?P<what>措施|举措|政策|办法|条款|意见|新政)(?:条款|条数)?")
_TITLE = re.compile(
    "《(?:[^《》]{0,12}关于)?(?P<about>(?:进一步)?(?:促进|支持|推动|推进|加快|鼓励|优化|加强|扶持|深化)[^《》]{4,24}?)"
    "(?:的?(?:若干|十条|八条)(?:政策)?|的?(?:政策|实施))?(?:措施|意见|办法|政策|规定|细则|方案|举措)"
)
_COUNTED = frozenset({"条", "项", "个", "款"})


def of_document(scene: Scene, core: str) -> str:
    """What the paper named last is about, and its clauses; empty where no paper is named in the paragraph before."""
    found = _CLAUSES.fullmatch(core)
    if found is None or scene.quantity.unit not in _COUNTED:
        return ""
    titles = list(_TITLE.finditer(scene.passage.text, 0, scene.quantity.start))
    return titles[-1]["about"] + found["what"] if titles else ""


__all__ = ["of_document"]
