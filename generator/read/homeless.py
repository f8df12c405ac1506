"""Whose an article is that names no park as parks are named: an article without a park would lose all its figures.

A step of its own after all others, for the page has to be known: a city's paper writes 高新区 and no more, a page about one park 园区 and
全区, and new kinds of parks (科技城, 生态城, 合作区) are known by their name standing in the headline.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from generator.model.article import Article, Page
from generator.read.tools import Tools

_KINDS = (
    ("高新区", re.compile(r"高新(?:技术产业(?:开发|园)|技术开发)?区|高新(?![技区一-龥])")),
    ("经开区", re.compile(r"(?:经济技术|经济)开发区|经开区|经开(?![区一-龥])")),
    ("自贸片区", re.compile(r"自贸(?:试验)?(?:片)?区")),
    ("开发区", re.compile(r"(?<![济术业])开发区")),
)
_FEWEST = 2
_ENDING = (
    "(?:新区|新城|[科技知识学物贸车]城|生态城|起步区|先行区|创新区|实验区|试验区|示范区|合作区|投资区|加工区|港区|港务区|保税区|"
    "化工区|工业区|集聚区|生态区|基地|产业园区?|工业园区?|科技园区?|高新区|经开区|开发区)"
)
_AT_START = re.compile(rf"(?P<stem>[一-龥]{{2,8}}?){_ENDING}(?![域一-龥]?[内级])")
_ANYWHERE = re.compile(rf"(?<=[一-龥]{{2}}){_ENDING}(?!域)")
_UNLISTED = re.compile("(?P<stem>[一-龥]{2,5}?)(?:高新区|经开区|经济开发区|开发区|综保区|自贸片区)")
_LONGEST_STEM = 8
_PLAIN = re.compile(
    r"(?:本|该|全|各|我|这|那|一|二|三|两|多|新|老|大|小|国家?级?|省级?|市级?|县级?|区级?|高新|技术|经济|产业|工业|科技|自由|自贸|贸易|综合|"
    r"改革|创新|协同|先行|试验|示范|特色|现代|农业|数字|生态|文明|绿色|低碳|零碳|合作|核心|重要|主要|重点|全球|全国|中国|战略|保税|"
    r"[东西南北中]部?|建设|打造|推动|发展|成为|走进|位于)+"
)
_FUNCTION = "的在和与及是为从向到由对将把让使等里内"
_OWN = re.compile("全区|该区|我区|本区|区内|园区|管委会")


def settle_parks(page: Page, tools: Tools) -> Page:
    """The page, its articles that name no park given one by city and kind, by a new kind of name, or by all else on the page."""
    if all(article.parks and not _estate_alone(article, tools) for article in page.articles):
        return page
    whole = _park_of_page(page, tools)
    return replace(page, articles=tuple(_settled(article, whole, tools) for article in page.articles))


def _settled(article: Article, whole: str, tools: Tools) -> Article:
    if article.parks and not _estate_alone(article, tools):
        return article
    head = "\n".join(line.text for line in (*([article.headline] if article.headline else []), *article.deck))
    body = "\n".join(paragraph.text for paragraph in article.paragraphs)
    if article.parks:
        found = _unlisted(head, body)
        return replace(article, parks=(found,)) if found else article
    found = _of_city(head, body, tools) or _of_new_kind(head, body) or (whole if _OWN.search(body) else "")
    return replace(article, parks=(found,)) if found else article


def _estate_alone(article: Article, tools: Tools) -> bool:
    """Whether all that an article was given is a park inside a park, found by its form."""
    found = [mention for name in article.parks for mention in tools.parks.find(name)]
    return bool(found) and all(mention.estate and not mention.registered for mention in found)


def _unlisted(head: str, body: str) -> str:
    """The park of a place that no list has: the headline begins with it, and the body names the place too (蒙苏经开区 …)."""
    match = _UNLISTED.match(head)
    return match[0] if match and not _PLAIN.fullmatch(match["stem"]) and match["stem"] in body else ""


def _of_city(head: str, body: str, tools: Tools) -> str:
    """The registered park of the one city that the article names, if it speaks of such a park often enough: 郑州 … 高新区."""
    cities = tools.cities.findall(head) or tools.cities.findall(body)
    if len(set(cities)) != 1:
        return ""
    for kind, form in _KINDS:
        if form.search(head) or len(form.findall(body)) >= _FEWEST:
            for name in (*_named_in_full(head, body), cities[0] + kind):
                known = tools.parks.find(name if name.startswith(cities[0]) else cities[0] + name)
                if known and known[0].start == 0 and known[0].registered:
                    return known[0].name
    return ""


def _of_new_kind(head: str, body: str) -> str:
    """The name of a kind of park that no list has: the headline begins with it, or the body has it more than once."""
    return next(iter(_named_in_full(head, body)), "")


def opens_with_new_kind(head: str, body: str) -> bool:
    """Whether a headline opens with a name that ends as parks' names do, and the text under it has it too.

    >>> opens_with_new_kind("铁山港工业区玻璃“薄”如纸", "8月5日，铁山港工业区的…"), opens_with_new_kind("新城里的老工业区", "老工业区的…")
    (True, False)
    """
    start = _start(head)
    return bool(start) and start in body


def is_new_kind(text: str) -> bool:
    """Whether a text is the name of a kind of park that no list has, and nothing else.

    >>> is_new_kind("横琴粤澳深度合作区"), is_new_kind("老工业区"), is_new_kind("合作区里话合作")
    (True, False, False)
    """
    return bool(text) and _start(text) == text


def _start(head: str) -> str:
    start = _AT_START.match(head)
    return start[0] if start and not _PLAIN.fullmatch(start["stem"]) else ""


def _named_in_full(head: str, body: str) -> tuple[str, ...]:
    """Names that end as parks' names do (天津生态城), the likeliest first."""
    found: list[str] = []
    start = _start(head)
    if start and (start in body or head[len(start) :].startswith(("：", ":"))):
        found.append(start)
    counts: Counter[str] = Counter()
    for match in _ANYWHERE.finditer(body):
        run = re.split("[^一-龥]", body[max(0, match.start() - _LONGEST_STEM) : match.start()])[-1]
        counts.update(run[at:] + match[0] for at in range(len(run) - 1) if run[at] not in _FUNCTION and not _PLAIN.fullmatch(run[at:]))
    most = max(counts.values(), default=0)
    if most >= _FEWEST:
        found.append(max((name for name, times in counts.items() if times == most), key=len))
    return tuple(found)


def _park_of_page(page: Page, tools: Tools) -> str:
    """The one park that all other articles are about, if there are enough, or that the page's own lines name; else nothing."""
    told = [article.parks for article in page.articles if article.parks]
    parks = {park for several in told for park in several}
    printed = _full(tools, (line.text for line in page.furniture))
    if len(parks | printed) != 1 or (len(told) < _FEWEST and not printed):
        return ""
    return next(iter(parks | printed))


def _full(tools: Tools, texts: Iterable[str]) -> set[str]:
    return {mention.name for text in texts for mention in tools.parks.find(text) if mention.registered and not mention.bare_place}
