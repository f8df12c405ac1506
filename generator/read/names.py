"""The names of those who wrote an article, from the line or bracket that gives them."""

import re
from dataclasses import dataclass

from generator.registry.common_words import common_words
from generator.registry.places import short_name
from generator.registry.registry import Registry

_PIECES = re.compile(r"[\s、，,；;|｜]+")
_ONE_NAME = re.compile(r"[一-龥]{2,4}|[一-龥]{1,8}(?:[·•・][一-龥]{1,8})+")
_SEVERAL_NAMES = re.compile("[一-龥]{4,12}")
# 海 岩: two letters printed as wide as three; a pen name where they are no word (前 言).
SPACED_NAME = re.compile(r"[一-龥]\s+[一-龥]")
# 鲁  直: one name, though two blanks part names elsewhere.
_WIDE_NAME = re.compile(r"(?:^|(?<=\s\s)|(?<=[、，]))([一-龥])\s{2,}([一-龥])(?=$|\s{2,}[一-龥]{2}|[、，])")
_LETTER = re.compile(r"[一-龥]")
_SENT_FROM = re.compile(r"发自[一-龥]{2,6}")
_ROLE_TAIL = "(?:记者|通讯员|实习生|特派员|撰稿人|评论员|观察员)"
_PROSE = re.compile(r"[。！？“”%]|\d")
_LONGEST_LINE = 60
_MOST_NAMES = 8
_MOST_BARE_NAMES = 4
_COMMON = 300
_VERY_COMMON = 4000
_SHORTEST_OFFICE = 3
# Pictures that somebody gave, where the author stood before, and what the author is: none of them is a name.
_GIVEN = re.compile(r"(?:(?:图片?|摄影)\s*[/／丨｜|：:由]?\s*)?[一-龥]{2,10}(?:提供|供图)$")
_POST = re.compile(r"\s*[（(]作者[^（()）]*[）)]?$")
_PLACED = re.compile(r"(?<=\s)[一-龥]{0,4}报道$")
# 文/江 山 图/簕杜鹃: the stroke says whose the text is, whatever the name begins with.
_LABELLED = re.compile("(?:文字?|图片?|撰文|采写)\\s*[/／|｜丨]")
# 本报记者 文 峰: a family name that is also a word of credits, and a given name of one letter.
_NAME_NOT_FILLER = re.compile(r"(?<=[者员生])(\s+)([文图])\s([一-龥])(?<![文图摄])(?=$|[\s、，,）)])")
# 王晓文 李敏摄: one wrote, another took the pictures.
_WROTE_AND_TOOK = re.compile(r"(?<=[一-龥\s/／])[\s/／]*文字?[\s、，/／]+(?P<other>\S.*?)[\s/／]*(?:摄影|摄|图)$")
# 记者走基层 is the name of a series: names that follow an office without white space begin with a family name.
_TITLE = re.compile("记者(?=[一-龥])")
_TOOK = re.compile(r"(?<!文)(?<!文[/／并、])摄$|^摄影[\s：:/／]+[一-龥\s]{2,5}$")


@dataclass(frozen=True, slots=True)
class Byline:
    """Names as printed; `sure` if a sign or an office says that they are names."""

    names: tuple[str, ...]
    sure: bool


class NameReader:
    """Reads bylines; built once from the registry."""

    def __init__(self, registry: Registry) -> None:
        marks = "".join(registry.words("read.byline_marks"))
        roles = sorted(registry.words("read.roles"), key=len, reverse=True)
        fillers = sorted(registry.words("read.byline_fillers"), key=len, reverse=True)
        # Papers invent new signs all the time: whatever is no letter, no dash and no sign of prose may stand before or after names.
        sign = rf"[{re.escape(marks)}]|[^\w\s“”‘’《》（）()【】\[\]<>{{}}—–\-.,，。、；;：:！？!?%&@#*+=~|｜丨/\\\x00-\x1f]"
        self._marks = re.compile(rf"^(?:{sign}|\s)+|(?:{sign}|\s)+$")
        self._role = re.compile(
            "(?:本报|本刊|(?:[一-龥]{2,5}(?:报|社|网|台)·?)+)?(?:驻[一-龥]{2,4})?(?:" + "|".join(map(re.escape, roles)) + ")"
            "|(?:[一-龥]{2,10})?" + _ROLE_TAIL + r"(?=[\s：:])"
        )
        self._source = re.compile(
            r"^\s*(?:(?:来源|稿源|出处)\s*[：:]\s*[一-龥]{2,8}?(?:报|社|网|刊|台|客户端)(?=[\s（(])"
            r"|[一-龥]{2,6}?(?:[日晚晨早]报|融媒体?(?:中心)?|电视台|传媒)\s+(?=[一-龥]))"
        )
        self._filler = re.compile(r"(?:^|(?<=[\s/丨|｜（(、]))(?:" + "|".join(map(re.escape, fillers)) + r")(?=$|[\s/丨|｜：:）)、])")
        self._surnames = frozenset(registry.words("read.surnames"))
        self._cities = frozenset(short_name(city) for province in registry.provinces for city, _ in province.cities)

    def byline(self, line: str) -> Byline | None:
        """The names of a line that holds names, offices and signs alone (◎雍 默 本报记者 韩荣); None for any other line.

        An office alone on its line (本报记者) has no names: they stand on the next.
        """
        text = line.strip().strip("（）()【】[]").strip()
        if not text or len(text) > _LONGEST_LINE or _PROSE.search(text):
            return None
        unmarked = _POST.sub("", self._marks.sub("", self._source.sub("", text)))
        unmarked = _WROTE_AND_TOOK.sub(r"  \g<other>", _GIVEN.sub("", _PLACED.sub("", unmarked))).strip()
        names = None if _TOOK.search(unmarked) else self.read(unmarked)
        office = bool(self._role.search(unmarked)) and not (names and _TITLE.match(unmarked) and not self.likely(names[0]))
        if not names:
            return Byline((), sure=True) if office and names is not None and len(unmarked) >= _SHORTEST_OFFICE else None
        likely, marked = all(self.likely(name) for name in names), unmarked != text
        labelled = _LABELLED.match(unmarked) is not None or (likely and bool(self._filler.search(unmarked)))
        sure = office or labelled or (marked and self._signed(names))
        words = self._cities.issuperset(names) or any(common_words().get(name, 0) > _VERY_COMMON or name[-1] == "区" for name in names)
        spaced = bool(SPACED_NAME.fullmatch(unmarked)) and not common_words().get(names[0], 0)
        bare = (likely or spaced) and not marked and not words and self._bare(unmarked, names)
        return Byline(names, sure) if sure or bare else None

    def _signed(self, names: tuple[str, ...]) -> bool:
        """Whether what stands behind a sign is names: ■ 产业强区 and ■短评 are none."""
        plain = [name for name in names if not any(common_words().get(name[at:], 0) > _VERY_COMMON for at in (1, 2))]
        return plain == list(names) and all(self.likely(name) or (len(name) == 3 and self.no_word(name)) for name in names)

    def _bare(self, text: str, names: tuple[str, ...]) -> bool:
        """Whether nothing but white space parts a few names, each of three letters at most: 郑州高新区 is no row of names."""
        listed = "、" in text and all(self.no_word(name) for name in names)
        pieces = text.replace("、", " ").split() if listed else text.split()
        short = len(names) <= _MOST_BARE_NAMES and all(len(piece) <= 3 for piece in pieces)
        return short and not re.search(r"[，,；;|｜/：:]" if listed else r"[、，,；;|｜/：:]", text)

    def read(self, text: str) -> tuple[str, ...] | None:
        """Names in a text of names and offices; None if anything else stands in it."""
        text = _WIDE_NAME.sub(r"\1 \2", _NAME_NOT_FILLER.sub(r"\1\2\3", text))
        text = (
            _SENT_FROM.sub(" ", self._filler.sub(" ", self._role.sub("  ", text)))
            .replace("/", " ")
            .replace("丨", " ")
            .replace("|", " ")
            .replace("｜", " ")
            .replace("：", " ")
            .replace(":", " ")
        )
        names: list[str] = []
        for group in re.split(r"\s{2,}|[、，,；;|｜]", text.strip()):
            found = self._group(tuple(filter(None, _PIECES.split(group))))
            if found is None:
                return None
            names.extend(found)
        return tuple(names) if len(names) <= _MOST_NAMES else None

    def likely(self, name: str) -> bool:
        """Whether a name begins with a family name and is no longer than names are."""
        if "·" in name or "•" in name:
            return True
        return (name[:1] in self._surnames and len(name) in (2, 3)) or (name[:2] in self._surnames and len(name) in (3, 4))

    def no_word(self, name: str) -> bool:
        """Whether a name stands for nothing else: 公司副 begins with a word that is no name."""
        return common_words().get(name[:2], 0) < _COMMON and common_words().get(name, 0) < _COMMON

    def _group(self, pieces: tuple[str, ...]) -> tuple[str, ...] | None:
        """Names among pieces that white space parts: two letters alone in a row are one name (苏 和)."""
        names: list[str] = []
        waiting = ""
        for piece in pieces:
            if _LETTER.fullmatch(piece):
                waiting += piece
                if len(waiting) == 2:
                    names.append(waiting)
                    waiting = ""
                continue
            if waiting:
                return None
            found = self._split(piece)
            if found is None:
                return None
            names.extend(found)
        return None if waiting else tuple(names)

    def _split(self, piece: str) -> tuple[str, ...] | None:
        """One name, or several written together (刘地杨建伟), parted where a family name begins."""
        if _ONE_NAME.fullmatch(piece) and (len(piece) < 4 or "·" in piece or self.likely(piece)):
            return (piece,)
        if not _SEVERAL_NAMES.fullmatch(piece):
            return None
        for size in (3, 2, 4):
            head, rest = piece[:size], piece[size:]
            if not self.likely(head):
                continue
            tail = (rest,) if self.likely(rest) else (self._split(rest) if len(rest) >= 4 else None)
            if tail and all(self.likely(name) for name in tail):
                return (head, *tail)
        return (piece,) if len(piece) == 4 else None
