"""What a line or a paragraph is by its form alone, compiled once from the registry's words."""

import re
from dataclasses import dataclass

from generator.read.furniture import Furniture
from generator.read.names import SPACED_NAME, Byline, NameReader
from generator.registry.common_words import closing_words, common_words
from generator.registry.registry import Registry

_WORD_AND_POINT = re.compile(r"[一-龥”）》]\.")
_HALF_CLOSED = re.compile(r"[；;：:]$")
_OPEN_START = re.compile(r"[，。、；：！？）》”’%％,.;:!?)\]·/×]")
_NUMBER_START = re.compile(r"[\d.,]+\s*(?:[%％万亿余多]|[一-龥])")
# 余车次的运输: what is left of 6800余车次.
_MORE_THAN = re.compile("[余多](?:[万亿]|[车人架批班航频艘标]次|[家个项件名户台辆亩元吨座条种平套])(?!人)")
# 九成以上用的是…: a share without what it is a share of; 九成企业 and 八成的订单 have it.
_SHARE_START = re.compile("[近超]?[两二三四五六七八九]成(?:以上|左右|[多半])?[是为来销出用靠在由被经属]")
_DATE_START = re.compile(
    r"(?:20\d\d\s*年|\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|前\s*(?:\d{1,2}|[一-十])\s*个月|\d{1,2}\s*[至—-]\s*\d{1,2}\s*月)"
)
_BEFORE_DATE = re.compile("^(?:截至|截止|早在|到|至|自|从|在|于)(?=20|[1-9])")
_REPORTED_BY = re.compile(r"据[^，,。“]{2,24}(?:通报|介绍|统计|消息|测算|透露|公布|发布|显示|报道|监测|数据|反映)[，,]")
_SHORT_REST = re.compile(r"[一-龥]{1,2}[”’）》]?[，。、；,]")
_CALL = re.compile(r"[^。！？!?；]{4,32}[！？!?][”’]?")
_SENTENCE_INSIDE = re.compile(r"[。！？]")
_LEAD = re.compile(
    r"(?:本报讯[：:]?(?=[\s（(“]|[^员息号])"
    r"|(?:本报|本刊|本网)[一-龥]{2,6}(?:\s*\d{1,2}\s*月\s*\d{1,2}\s*日)?(?:讯|电)(?=[\s（(])"
    r"|新华社[^，。；]{2,16}电(?=[\s（(])"
    r"|[一-龥]{2,7}(?:报|社|网)[一-龥]{0,6}\s*\d{1,2}\s*月\s*\d{1,2}\s*日(?:讯|电|消息)(?!称)"
    r"|[一-龥]{2,9}(?:报|社|网|刊|客户端|台)(?<!通)讯[：:]?(?=[\s（(\d]|近|日前|记者)"
    r"|[一-龥]{2,7}(?:报|社|网|刊)\s*(?=[（(][^）)]{0,12}(?:记者|通讯员))"
    r"|[一-龥]{2,7}(?:报|社|网)[一-龥]{2,6}(?:讯|(?<![发供用充输风绿核光水火])电)(?=[\s（(])"
    r"|[一-龥]{2,6}(?<![通资简快喜音电腾视])讯(?=\s*[（(][^）)]{0,12}(?:记者|通讯员)|\s+(?:记者|近日|日前|\d{1,2}\s*月))"
    r"|据《[一-龥]{2,8}》(?:消息|讯|报道)(?=\s*[（(])"
    r"|[又另]讯(?=[\s（(]))"
)
# A bracket that the line's end left open (… 1000亿元。（赵文 | 博）) holds no whole names.
_GLUED = re.compile(
    r"[。！？…][”’』」）)]{0,2}\s*(?P<names>[（(][^。！？…；，,”“（()）]{2,40}[）)]|[^。！？…；，,”“（(][^。！？…；，,”“]{1,39}[）)]?)\s*$"
)
_LEAD_SIGN = re.compile(r"[\s■□●◆◇★☆▲△○►▷◎▶▍]+")
_ROLE = "(?:本报|特约|实习|见习|首席)*(?:记者|通讯员)"
_LEAD_NAMES = re.compile(rf"\s*(?P<names>{_ROLE}\s*[一-龥]{{2,3}}(?:[\s、]+(?:{_ROLE}\s*)?[一-龥]{{2,3}})*)(?=\s+\S|报道[：:，\s])")
_LEAD_BRACKET = re.compile(r"\s*[（(](?P<names>[^）)]{1,60})[）)]")
_SERIES = re.compile(r"(?:[①-⑳⑴-⒇]|系列报道|之[一二三四五六七八九十]|[（(][上中下一二三四五六七八九十]{1,2}[）)])$")
_CREDIT = re.compile(r"(?:图片来源|图源|图片由|摄影\s*[：:/／\s]\s*[一-龥]{1,3}(?:\s?[一-龥]){0,2}$)")
_SUBTITLE = re.compile(
    r"(?:探访|走访|走进|走近|探秘)[^：:，,]{2,10}(?:区|园区?)[^：:，,]{1,14}|来自.{2,30}(?:调查|报告|观察|报道|见闻)|.{2,30}的(?:调查|调研|见闻|探访|观察)(?:与思考)?"
    r"|(?:专?访|对话|对谈)[^，,。：:]{4,26}(?:主任|书记|局长|院长|所长|校长|会长|董事长|总经理|教授|院士|负责人)[一-龥·]{0,4}"
)
_PICTURE = re.compile(r"图为|图中|上图|摄[）)]?$|供图[）)]?$")
_TAKEN_BY = re.compile(r"(?:^|(?<=[。！？）)\s]))[（(]?(?P<who>[^。！？，,]{2,24}?)\s*(?:摄影报道|摄影|摄)[）)]?$")
_AGENCY = re.compile(r"^[一-龥]{0,5}(?:图片社|通讯社|新华社|中新社|图片网)\s*")
_ASIDE = re.compile("[上下左右前后图表略完续摘编据注见如删节]")
_LONGEST_PEN_NAME = 3
_GROUND = re.compile("地(?:从|由|在|有|是|不|少|够|怎么|哪里)")
_SCENE = re.compile(r"(?:[^，。]{0,14}[在，])[^。]*(?:正在|忙着|忙碌)[^。]*。$")
_LONGEST_SCENE = 60
_AHEAD = re.compile(r"下一步|接下来|未来|将|力争|争取|贡献|表示")
_PLANS = re.compile(r"(?<!年)到\s*20\d\d\s*年|下一步|接下来|未来|今后|明年|力争|(?:今年|全年|年内)[^。]{0,16}(?:将|计划|打算|拟)")
_KINDS_OF_PARK = "(?:高新区|经开区|开发区|园区|自贸片区|自贸区|产业园|新区)"
_SEVERAL = re.compile(
    rf"(?P<count>[两二三四五六七八九十]|\d{{1,2}}|多|各)(?:家|个|地|大|座)?(?:国家级?|省级)?{_KINDS_OF_PARK}"
    "|(?P<both>[两三四])[区园](?=共|合用|同|联|携|合作|牵手|抱团|比|竞)"
)
_NUMBERED_PICTURE = re.compile(r"[（(]?图\s*[①-⑩\d]")
_POINTS = re.compile(r"[▲△▼▽◀◄▶►←→↑↓]\s*[^。！？\d]{6,50}。")
# Who stands where in the picture: 屈长庚(右)在中控室教徒弟看曲线.
_POSITIONED = re.compile("[^。！？，；]{2,20}[（(][左右中前后](?:[一二三四五]|侧|排[左右][一二三四五])?[）)]")
_SECTION_NUMBER = re.compile(r"0\d(?!\d)|[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]")
_TURNED_AT_END = re.compile(r"[（(]\s*下转[^（()）。，]{1,16}[）)]$")
_TURNED_AT_START = re.compile(r"^[（(]\s*(?:紧|上)接[^（()）。，]{1,16}[）)]")
_PAGE_OF_PARK = re.compile(r"[一-龥]{2,12}[区园][\s·•]*(?:专版|专刊|特刊|专页|专栏|之窗|视窗|动态|要闻|快讯|简讯|资讯|时讯|新闻)")
_IN_BRACKETS = re.compile(r"(?:【[^【】]{2,8}】|〔[^〔〕]{2,8}〕)")
_REPORTED = re.compile(
    r"\s*(?P<names>(?:本报|特约|实习|见习|首席)*(?:记者|通讯员)\s*[一-龥]{2,3}(?:[\s、]+(?:(?:本报|特约|实习|见习)*(?:记者|通讯员)\s*)?[一-龥]{2,3}?)*)"
    r"\s*报道(?:[：:，]|\s+|$)"
)
_SPEAKER = re.compile("(?:问|答|记者|本报记者|主持人)[：:]")
_NUMERALS = "一二三四五六七八九十"
_MOST_PARKS = 12
_LONGEST_COLUMN_HEAD = 6
_WIDE = re.compile("[\u1100-\U0010ffff“”‘’…—·①②③]")


def width_of(text: str) -> int:
    """How wide a text is printed, in half characters: a Chinese character or a full-width sign has 2.

    >>> width_of("达317亿元，")
    11
    """
    return len(text) + len(_WIDE.findall(text))


@dataclass(frozen=True, slots=True)
class Several:
    """How many parks a heading speaks of without their names: 三家高新区 is three, 多个园区 two or more."""

    least: int
    most: int


@dataclass(frozen=True, slots=True)
class Lead:
    """The opening of a report (本报讯（记者 …）): where it ends, and the names in it."""

    end: int
    names: tuple[str, ...]


class Shapes:
    """Questions about a piece of text by its form; built once from the registry."""

    def __init__(self, registry: Registry) -> None:
        self.names = NameReader(registry)
        self._furniture = Furniture(registry)
        self._columns = frozenset(registry.words("read.column_heads"))
        self._column_ending = re.compile("[一-龥]{0,4}(?:" + "|".join(registry.words("read.column_endings")) + ")")
        self._notes = re.compile("(?:" + "|".join(registry.words("read.editor_notes")) + r")(?=[\s：:]|$)")
        self._caption_start = re.compile("[（(▲]?(?:" + "|".join(map(re.escape, registry.words("read.caption_starts"))) + ")")
        self._caption_end = re.compile("(?:" + "|".join(registry.words("read.caption_ends")) + r")[）)]?$")
        self._paragraph_start = re.compile("(?:" + "|".join(sorted(registry.words("read.paragraph_starts"), key=len, reverse=True)) + ")")
        self._prose_start = re.compile("(?:" + "|".join(registry.words("read.prose_starts")) + ")[^，,]{0,12}[，,]")
        self._never_start = re.compile("(?:" + "|".join(registry.words("read.never_starts")) + ")")
        self._never_end = re.compile("(?:" + "|".join(registry.words("read.never_ends")) + ")$")

    @staticmethod
    def closed(text: str) -> bool:
        """Whether a sentence ends with the text's last character."""
        end = text.rstrip().rstrip("”’』」》）)]")
        return end.endswith(("。", "！", "？", "!", "?", "…")) or (end.endswith(".") and _WORD_AND_POINT.fullmatch(end[-2:]) is not None)

    @staticmethod
    def half_closed(text: str) -> bool:
        """Whether the text ends with a semicolon or a colon: it may go on in the next paragraph or in the next line."""
        return bool(_HALF_CLOSED.search(text.rstrip()))

    @staticmethod
    def asks_or_calls(text: str) -> bool:
        """Whether the text is one question or one call: a headline, or a paragraph of one sentence."""
        return bool(_CALL.fullmatch(text.strip()))

    @staticmethod
    def has_sentence_end(text: str) -> bool:
        """Whether a sentence ends anywhere in the text."""
        return bool(_SENTENCE_INSIDE.search(text))

    def odd_start(self, text: str) -> int:
        """How surely the text begins within a sentence: 0 not at all, 3 with a sign or word that begins none."""
        text = text.lstrip()
        if _OPEN_START.match(text) or self._never_starts(text) or _MORE_THAN.match(text):
            return 3
        if _SHARE_START.match(text) or (_NUMBER_START.match(text) and not _DATE_START.match(text)):
            return 2
        return 0

    def _never_starts(self, text: str) -> bool:
        """Whether a text begins with a word that begins none: 过 does, and 过去, 得益于, 着力, the 地 of 地从哪里来 are other words."""
        match = None if _GROUND.match(text) else self._never_start.match(text)
        return match is not None and (len(match[0]) > 1 or match[0] == "的" or text[:2] not in common_words())

    def short_rest(self, text: str) -> bool:
        """Whether a clause ends after one or two characters (来，施耐德 …): the rest of a sentence begun elsewhere."""
        return bool(_SHORT_REST.match(text.lstrip())) and not self._paragraph_start.match(text.lstrip())

    def opens_paragraph(self, text: str) -> bool:
        """Whether the text begins as paragraphs begin: with words of time, a date, a speaker's quotation mark."""
        text = text.lstrip()
        return bool(self._paragraph_start.match(text) or _DATE_START.match(text) or text.startswith("“"))

    def opens_prose(self, text: str) -> bool:
        """Whether the text begins as a sentence of prose does and no headline: 近年来，… , or a date."""
        text = text.lstrip()
        dated = _DATE_START.match(_BEFORE_DATE.sub("", text)) and ("，" in text or "," in text)
        return bool(self._prose_start.match(text) or _REPORTED_BY.match(text) or dated)

    def never_ends(self, text: str) -> bool:
        """Whether the text ends with a word that ends no sentence and no headline; 据 does, 大数据 does not."""
        text = text.rstrip()
        match = self._never_end.search(text)
        wants_more = match is not None and (len(match[0]) > 1 or text[-2:] not in closing_words())
        return wants_more or text[-1:] in "，、,（(“‘《—"

    def closing_names(self, text: str) -> tuple[int, Byline] | None:
        """Names after the last sentence, with the offset where they begin: 化落地。 王璧瑢, 发展。（记者 王璧瑢）; None where none stand.

        Without white space, bracket or office before them (…发展。郑俊霞) they must look like names, and not like the word of a sentence.
        """
        match = _GLUED.search(text)
        if not match:
            return None
        glued = match["names"]
        byline = self.names.byline(glued) or self._in_brackets(glued) or self._set_off(match)
        if byline is None or not byline.names or self._caption_end.search(glued.strip("（）()")):
            return None
        bracketed = glued[:1] in "（("
        if not bracketed and not all(self.names.likely(name) or self.names.no_word(name) for name in byline.names):
            return None  # 记者日前|从…获悉
        return (match.start("names"), byline)

    def _set_off(self, match: re.Match[str]) -> Byline | None:
        """One name of three letters that is no word behind white space, whatever its first letter (… 3000人次。 全顺姬)."""
        name = match["names"].strip()
        alone = match.string[match.start("names") - 1].isspace() and re.fullmatch("[一-龥]{3}", name) is not None
        return Byline((name,), sure=False) if alone and self.names.no_word(name) else None

    def _in_brackets(self, text: str) -> Byline | None:
        """Names in a bracket of their own: one that is no word (（子衿）), or several, one with a rare family name (（海东升 汤谷）)."""
        names = self.names.read(text.strip("（）()")) if text[:1] in "（(" and not _ASIDE.search(text) else None
        if not names:
            return None
        if len(names) == 1:
            return Byline(names, sure=False) if len(names[0]) <= _LONGEST_PEN_NAME and self.names.no_word(names[0]) else None
        alike = all(self.names.likely(name) or (len(name) == 3 and self.names.no_word(name)) for name in names)
        return Byline(names, sure=False) if alike and any(self.names.likely(name) for name in names) else None

    @staticmethod
    def spaced_name(text: str) -> bool:
        """Whether a name of two letters is printed as wide as one of three (许 诺), as no word of a sentence is."""
        return bool(SPACED_NAME.fullmatch(text.strip()))

    def lead(self, text: str) -> Lead | None:
        """The opening 本报讯 （记者 …） and its like, or None.

        >>> from generator.read.shapes import _LEAD
        >>> bool(_LEAD.match("本报讯 近日")), bool(_LEAD.match("科技日报（记者杨宇航）1月")), bool(_LEAD.match("本报通讯员"))
        (True, True, False)
        """
        signed = _LEAD_SIGN.match(text)
        start = signed.end() if signed else 0
        match = _LEAD.match(text, start)
        if not match:
            return self._reported(text)
        plain = _LEAD_NAMES.match(text, match.end())
        written = self.names.read(plain["names"]) if plain else None
        if plain and written and all(self.names.likely(name) for name in written):
            return Lead(plain.end("names"), written)
        bracket = _LEAD_BRACKET.match(text, match.end())
        names = self.names.read(bracket["names"]) if bracket else None
        return Lead(bracket.end() if bracket and names else match.end(), names or ())

    def _reported(self, text: str) -> Lead | None:
        """The opening 通讯员王晓报道 and its like."""
        match = _REPORTED.match(text)
        names = self.names.read(match["names"]) if match else None
        return Lead(match.end(), names) if match and names and all(self.names.likely(name) for name in names) else None

    @staticmethod
    def turned(text: str) -> tuple[str, ...]:
        """The text in one, two or three pieces: where it says that the story goes on or began on another page, that stands by itself.

        >>> Shapes.turned("产值增长12%。（下转第6版）"), Shapes.turned("（上接第1版）去年，园区"), Shapes.turned("（上接第1版）")
        (('产值增长12%。', '（下转第6版）'), ('（上接第1版）', '去年，园区'), ('（上接第1版）',))
        """
        if "接" not in text[:3] and "下转" not in text[-18:]:
            return (text,)
        first, last = _TURNED_AT_START.match(text), _TURNED_AT_END.search(text)
        begin, end = first.end() if first else 0, last.start() if last else len(text)
        return tuple(piece for piece in (text[:begin], text[begin:end].strip(), text[end:]) if piece)

    @staticmethod
    def goes_on_here(text: str) -> bool:
        """Whether a line says that what follows it began on another page."""
        return bool(_TURNED_AT_START.match(text.strip()))

    @staticmethod
    def goes_on_there(text: str) -> bool:
        """Whether a line says that what stands before it goes on on another page."""
        return bool(_TURNED_AT_END.search(text.strip()))

    def editor_note(self, text: str) -> bool:
        """Whether the text opens as the editors' own word (编者按)."""
        return bool(self._notes.match(text.lstrip()))

    def column_head(self, text: str) -> bool:
        """Whether the text is the name of a column (园镜头) and nothing else."""
        if _IN_BRACKETS.fullmatch(text.strip()) or _PAGE_OF_PARK.fullmatch(text.strip()):
            return True
        text = re.sub(r"\s", "", text).strip("【】[]〔〕■□●◆◎▶★☆—·")
        return text in self._columns or (len(text) <= _LONGEST_COLUMN_HEAD and bool(self._column_ending.fullmatch(text)))

    def credit(self, text: str) -> bool:
        """Whether the text says whose a picture is and nothing else."""
        text = text.strip().strip("（）()")
        return bool(_CREDIT.match(text)) or (len(text) <= 14 and bool(self._caption_end.search(text)) and not self.closed(text))

    def caption(self, text: str) -> bool:
        """Whether the text stands under a picture: it says so (图为 …) or ends with who took it (… 摄)."""
        text = text.strip()
        return bool(self._caption_start.match(text) or _POINTS.fullmatch(text) or _POSITIONED.match(text)) or bool(
            self._caption_end.search(text) and not self.closed(text)
        )

    @staticmethod
    def looks_ahead(text: str) -> bool:
        """Whether a paragraph speaks of what is to come, as the last one of a report does."""
        return bool(_AHEAD.search(text))

    @staticmethod
    def plans(text: str) -> bool:
        """Whether a paragraph says what is planned, by when or for the time to come."""
        return bool(_PLANS.search(text))

    @staticmethod
    def scene(text: str) -> bool:
        """Whether a text is one short sentence that says what is going on somewhere: 在 … 车间，工人正在 …。"""
        return len(text) <= _LONGEST_SCENE and bool(_SCENE.match(text)) and Shapes.one_sentence(text)

    @staticmethod
    def one_sentence(text: str) -> bool:
        """Whether just one sentence ends in the text."""
        return len(_SENTENCE_INSIDE.findall(text)) == 1

    @staticmethod
    def shows_picture(text: str) -> bool:
        """Whether a text speaks of the picture beside it."""
        return bool(_PICTURE.search(text))

    def photographers(self, text: str) -> tuple[str, ...]:
        """Who took the picture, by the last words of its story: 新华社记者 牟宇摄, 图片社牟宇摄."""
        match = _TAKEN_BY.search(text)
        return (self.names.read(match["who"]) or self.names.read(_AGENCY.sub("", match["who"])) or ()) if match else ()

    def credited(self, text: str) -> bool:
        """Whether a text ends with whose a picture is: … 摄, … 供图."""
        return bool(self._caption_end.search(text.strip()))

    @staticmethod
    def several_parks(text: str) -> Several | None:
        """How many parks a heading speaks of (三家高新区, 各地园区); None if it speaks of none or of one.

        >>> Shapes.several_parks("东北三家高新区晒成绩单"), Shapes.several_parks("高新区三家企业上市")
        (Several(least=3, most=3), None)
        """
        match = _SEVERAL.search(text)
        if not match:
            return None
        sign = match["count"] or match["both"]
        number = int(sign) if sign.isdecimal() else _NUMERALS.find(sign) + 1 if sign in _NUMERALS else 0
        if sign == "两":
            number = 2
        return Several(number, number) if number > 1 else (None if number else Several(2, _MOST_PARKS))

    @staticmethod
    def speaker(text: str) -> bool:
        """Whether a line of a talk opens with who speaks in it (问：…, 答：), which no headline, caption or rest of a sentence does.

        >>> Shapes.speaker("答："), Shapes.speaker("答题卡：")
        (True, False)
        """
        return bool(_SPEAKER.match(text))

    @staticmethod
    def numbered_picture(text: str) -> bool:
        """Whether a caption says which of several pictures it is of (图①, 图2)."""
        return bool(_NUMBERED_PICTURE.match(text.strip()))

    @staticmethod
    def numbered(text: str) -> bool:
        """Whether the text opens with the number of a section (02 经济年均增长20%, 二、服务上门)."""
        return bool(_SECTION_NUMBER.match(text.strip()))

    @staticmethod
    def series(text: str) -> bool:
        """Whether the text is the name of a series with its number."""
        return bool(_SERIES.search(text.strip()))

    @staticmethod
    def subtitle(text: str) -> bool:
        """Whether a line says what sort of report stands under the headline, and from where (来自某经开区的三季度调查)."""
        return bool(_SUBTITLE.fullmatch(text.strip()))

    def furniture(self, text: str) -> bool:
        """Whether the text belongs to the page itself: a date line, a page number, who edited it, where to write to."""
        return not self.closed(text) and self._furniture.fits(text)
