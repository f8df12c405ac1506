"""Lines that are matter of the page itself, by their form: its date and number, who edited it, where to write to, what it advertises."""

import re

from generator.registry.registry import Registry

_DAY = r"20\d\d\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日"
_WEEKDAY = "(?:星期|周)[一二三四五六日天]"
_KINDS_OF_PARK = "(?:高新区|经开区|开发区|园区|自贸片区|自贸区|产业园|新区)"
_PAGE_NUMBER = (
    r"(?:[A-Z]?\d{1,3}|第?\s*[A-Z]?\d{1,3}\s*版|[A-Z]\d{1,2}版?)(?:\s*[一-龥]{2,6})?(?:\s+[A-Za-z]+)*"
    r"|[一-龥]{2,4}\s*[A-Z]\d{1,2}|[一-龥]{2,6}\s+0\d|[A-Z]?\d{1,2}\s*[-—~至]\s*[A-Z]?\d{1,2}\s*版?|20\d\d[-./]\d{1,2}[-./]\d{1,2}"
)
_SOURCE = (
    r"(?:来源|稿源|出处)\s*[：:]\s*[一-龥A-Za-z]{2,12}(?:客户端)?\s*"
    r"(?:20\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?)?"
)
_EDITION = r"第?\s*[A-Z]?\d{1,3}\s*版\s*[：:|｜]?\s*[一-龥·]{0,8}\s*(?:20\d\d[-年./]\d{1,2}[-月./]\d{1,2}日?)?"
_SCAN = (
    r"(?:请|欢迎)?(?:长按|微信)?(?:扫一扫|扫码|扫描(?:[一-龥]{0,2}[侧方边])?(?:二维码)?)(?:即可)?"
    r"(?:观?看|收看|查看|阅读|收听|听|关注|了解|下载|进入|加入|获取|体验|浏览|投稿|报料|订阅)[一-龥]{0,10}"
)
_TABLE_ROW = r"[一-龥]{2,12}\s{2,}(?:[一-龥]{1,2})?\d[\d.,]*[余多]?[一-龥%％]{1,6}|\d[\d.,]*[余多]?[一-龥%％]{1,4}\s{2,}[一-龥]{2,12}"
_MOON_DAY = "(?:农历|阴历)?[一-龥]{2}年[一-龥]{1,4}月[初廿三一二四五六七八九十]{2,3}"
_MASTHEAD = rf"(?:{_DAY})?\s*{_WEEKDAY}|{_DAY}\s*(?:[第总]?\d*[期版])?|{_MOON_DAY}"
_ISSUE = (
    r"[总第]{0,2}\s*\d+\s*期|[今本][日期]\s*\d{1,3}\s*版|代号\s*\d[\d—－-]*"
    r"|(?:国内|国际)?(?:统一)?(?:连续出版物)?(?:刊号)?[：:]?\s*(?:CN|ISSN)\s*[\d—－-]+"
)
_PRICE = r"(?:本报|全年|每份|零售|每月)?(?:订阅)?(?:零售|定价|售价|价)(?:每份|每月|全年)?\s*[：:]?\s*(?:[\d.]+\s*元|[一-龥]{1,4}元)"
_ADVERTISED = (
    "(?:公益|招商|形象|本报|本版)?广告(?:刊例|招商|热线|部|代理|咨询|承接|投放|合作)?|(?:遗失|更正|注销|招标|拍卖)?(?:公告|启事|声明)"
)
_CALL_US = r"(?:(?:广告|发行|订报|新闻|联系|咨询|报料)?(?:电话|热线|传真)|邮编|微信)\s*[：:]?\s*[（(]?\d[\d\s—()（）-]{2,}"
_TURNED = r"[（(]?\s*(?:(?:紧|上)接|下转|转)第?\s*[A-Z]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*版[^（()）。，]{0,12}[）)]?"
_ELSEWHERE = (
    r"[\[【（(]?\s*(?:相关(?:新闻|报道|链接)|(?:更多|详细)[一-龥]{0,6}|全文)?(?:请|敬请)?(?:详?见|看|关注|登录)"
    r"(?:[一-龥]{0,8}(?:客户端|公众号|视频号|微博|官网|网站)|今日\s*[一-龥A-Z\d]{1,6}|第?\s*[A-Z]?\d{1,2}\s*版?)\s*[\]】）)]?"
)
_LICENCE = r"(?:准印证|许可证|登记证|邮发代)(?:号)?\s*[：:]?\s*[一-龥A-Z（）()]{0,6}\s*\d[\d—－-]*(?:号)?|(?:内部资料|免费)[一-龥]{2,6}"
_AUTHOR = r"[（(]作者(?:系|为|单位|简介|均).*[）)]"
_KINDS = (
    *(_PAGE_NUMBER, _MASTHEAD, _SOURCE, _EDITION, _TURNED, _AUTHOR, _SCAN, _ELSEWHERE),
    *(_LICENCE, _CALL_US, _TABLE_ROW, _ADVERTISED, _ISSUE, _PRICE),
)
_WHOLE = re.compile("|".join(_KINDS))
_PERIODICAL = re.compile(r"[一-龥·]{2,8}(?:周刊|导刊|副刊|专刊|特刊|月刊|新闻版)")
_CONTACT = re.compile(r"(?:https?://|www\.|@[\w.-]+\.[A-Za-z]{2,8}(?![A-Za-z])|[（(]?0\d{2,3}[-—）)]\s*\d{7,8}|(?<!\d)1[3-9]\d{9}(?!\d))")
_RUNNING_HEAD = re.compile(rf"{_DAY}\s*{_WEEKDAY}")
_SECTION = re.compile(r"(?:[A-Z]?\d{1,2}\s*[|│丨/·]?\s*)?[一-龥]{2,4}\s*[·|│丨/]\s*[一-龥]{2,4}\s*[|│丨/]?\s*(?:[A-Z]?\d{1,2})?")
_APART = re.compile(r"\s{2,}|\s*[|│丨]\s*")
_PART = re.compile("[一-龥A-Za-z·•]{1,12}")
_LONGEST = 60


class Furniture:
    """Tells a page's own matter; built once from the registry."""

    def __init__(self, registry: Registry) -> None:
        words = "|".join(registry.words("read.furniture"))
        self._labelled = re.compile(
            rf"[□■●◎◆▲]?\s*(?:本[报刊版]|读者|新闻)*(?:{words})(?:\s*[：:]|\s+(?=(?:[一-龥]{{2,3}}|[一-龥]\s+[一-龥])(?:\s|$)))"
        )

    def fits(self, text: str) -> bool:
        """Whether a line that holds no sentence is the page's own matter, as a whole or as a row of pieces with white space between."""
        text = text.strip().strip("·•")
        if len(text) > _LONGEST:
            return False
        return self._is_piece(text) or self._is_row(text) or bool(_RUNNING_HEAD.search(text) or _CONTACT.search(text))

    def _is_piece(self, text: str) -> bool:
        whole = _WHOLE.fullmatch(text) or _PERIODICAL.fullmatch(re.sub(r"\s", "", text)) or self._labelled.match(text)
        section = _SECTION.fullmatch(text) and re.search(rf"\d|{_KINDS_OF_PARK}", text)
        return bool(whole or section)

    def _is_row(self, text: str) -> bool:
        """Whether white space or a stroke parts the line in pieces one of them the page's own, the others short (B2  园区周刊)."""
        pieces = _APART.split(text)
        own = [self._is_piece(piece) for piece in pieces]
        return len(pieces) > 1 and any(own) and all(mine or _PART.fullmatch(piece) for mine, piece in zip(own, pieces, strict=True))
