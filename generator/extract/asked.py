"""What a question or a heading asks of the paragraphs under it: 今年有哪些打算？ asks for plans."""

import re

_PLANS = re.compile(
    r"打算|怎么干|怎么走|干什么|下一步|往后|接下来|新的一年|今后[^，,]{0,4}年|未来[^，,]{0,4}年|[有是][哪什][些么][^，,？]{0,4}(?:计划|规划|安排|目标|部署)"
)
_TOLD = re.compile(r"[。；;]")
_LONGEST = 40


def asks_for_plans(text: str, *, asked: bool) -> bool:
    """Whether plans are asked for once this paragraph is read; what is no question and no heading leaves it as it was.

    >>> asks_for_plans("记者：今年有哪些打算？", asked=False), asks_for_plans("贺延川：就三件事。", asked=True)
    (True, True)
    >>> asks_for_plans("记者：去年干得怎么样？", asked=True), asks_for_plans("园区下一步引进企业50家。", asked=False)
    (False, False)
    """
    heading = len(text) <= _LONGEST and not _TOLD.search(text)
    return _PLANS.search(text) is not None if heading else asked
