"""The keys that corrections may have: one table for reading them, for their JSON Schema and for the words of their mistakes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from generator.correct.checker import Checker, describe
from generator.correct.readers import (
    Reader,
    read_choice,
    read_date,
    read_fact_id,
    read_metric,
    read_optional_text,
    read_page,
    read_park,
    read_park_or_none,
    read_period,
    read_text,
    read_texts,
    read_true,
    read_unit,
    read_url,
    read_value,
)
from generator.model.article import ArticleKind
from generator.model.claim import Kind, Level, Qualifier, Status
from generator.model.correction import ListKind, Setting
from generator.yamlio.nodes import Mapping as MappingNode
from generator.yamlio.nodes import Node, Scalar
from generator.yamlio.words import nearest_word


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping: how its value is read (`read`), or of which form it is a mapping (`form`), and what an editor is told of it.

    `meant` are words that people write instead.
    """

    name: str
    about: str
    read: Reader | None = None
    form: "Form | None" = None
    needed: bool = False
    meant: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Form:
    """The keys of one mapping; `name` is what messages call it. `example` shows one."""

    name: str
    keys: tuple[Key, ...]
    example: str
    by_name: Mapping[str, Key] = field(init=False, compare=False, repr=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {key.name: key for key in self.keys})

    def key(self, name: str) -> Key | None:
        """The key of that name, or None."""
        return self.by_name.get(name)

    def meant(self, name: str) -> str | None:
        """The key that was most likely meant by a name that none has."""
        words = {word: key.name for key in self.keys for word in (*key.meant, key.name)}
        nearest = nearest_word(name, words)
        return None if nearest is None else words[nearest]


CHOICES: Mapping[Reader, type[StrEnum]] = {read_choice(words): words for words in (Qualifier, Status, Kind, Level, ArticleKind, ListKind)}
_READ_QUALIFIER, _READ_STATUS, _READ_KIND, _READ_LEVEL, _READ_ARTICLE_KIND, _READ_LIST = CHOICES

BECAUSE = Key("because", "为什么改，依据是什么（必填）", read_text, needed=True, meant=("reason", "why", "cause", "原因", "理由", "依据"))
QUOTE = Key("quote", "写更正时的原句；编号失效时靠它找回", read_text)

_FACT_FIELDS = (
    Key("value", "数值：294、7.5、[10, 50]、1/3", read_value, meant=("number", "数值", "数字")),
    Key("unit", "单位：家、亿元、%；没有单位写 null", read_unit, meant=("单位",)),
    Key("qualifier", "精确：exact、about（约）、over（超）、under（不到）、upto（最高）", _READ_QUALIFIER, meant=("degree", "精确程度")),
    Key("period", "时间：2025、2025-06、2021/2025、asof、asof:2023-11", read_period, meant=("date", "year", "when", "时间", "日期")),
    Key("status", "状态：actual（已实现）、planned（计划）、forecast（预计）", _READ_STATUS, meant=("state", "状态")),
    Key("label", "指标的原文说法", read_text, meant=("name", "title", "指标", "标签")),
    Key("metric", "登记的指标编号；没有合适的写 null", read_metric, meant=("metric_id", "metrics")),
    Key("kind", "类别：level（数量）、growth（增长）、share（占比）、rank（排名）", _READ_KIND, meant=("type", "类别")),
    Key("subject", "说的是谁", read_text, meant=("who", "主体")),
    Key("level", "层次：park（园区本身）、resident（园区内的企业、项目等）、outside（与园区无关）", _READ_LEVEL),
    Key("park", "属于哪个园区（园区编号）；改它就是移到那个园区", read_park),
)
_WAS_PARK = Key("park", "机器说属于哪个园区；哪个都不属于写 null", read_park_or_none)
WAS = Form("was", (*_FACT_FIELDS[:-1], _WAS_PARK), "{value: 293}")
SET = Form("set", _FACT_FIELDS, "{value: 294}")

SOURCE = Form(
    "source",
    (
        Key("title", "网页或文件的标题", read_text),
        Key("url", "网址", read_url),
        Key("page", "seeds/ 里的版面（不带 .txt）", read_page),
        Key("quote", "版面里的原句，一字不差", read_text),
    ),
    "{title: …, url: https://…}",
)
_ADD_NEEDED = ("label", "value", "period")
ADD = Form(
    "add",
    (
        *(Key(key.name, key.about, key.read, needed=key.name in _ADD_NEEDED) for key in _FACT_FIELDS if key.name != "park"),
        Key("source", "出处：title 和 url，或者 page 和 quote", form=SOURCE, needed=True),
    ),
    "{label: 规划面积, value: 7.2, unit: 平方公里, period: asof, source: …}",
)
PLACE = Form("place", (Key("province", "省份", read_text), Key("city", "城市", read_text)), "{province: 广东省, city: 肇庆市}")
_PARK_FIELDS = (
    Key("also_called", "还叫什么（加上这些名称）", read_texts, meant=("aliases", "alias", "别名", "又称")),
    Key("not_called", "不叫什么（去掉这些名称）", read_texts),
    Key("official", "正式全名", read_text),
    Key("english", "英文名", read_text, meant=("english_name", "英文名")),
    Key("approved", "批准年份", read_date),
    Key("place", "所在省市", form=PLACE),
)
PARK = Form("park", _PARK_FIELDS, "{also_called: [大旺高新区]}")
PARK_WAS = Form("was", tuple(key for key in _PARK_FIELDS if key.name not in ("also_called", "not_called")), "{english: …}")

FACT_ENTRY = Form(
    "a correction of a fact",
    (
        Key("fact", "事实的编号（十个字符，网页上每个数字旁边有）", read_fact_id, needed=True, meant=("id", "fact_id", "事实", "编号")),
        Key("was", "机器现在怎么说；机器改口时会提醒", form=WAS, meant=("before", "from", "原来")),
        Key("set", "改成什么", form=SET, meant=("to", "change", "correct", "改成")),
        Key("drop", "true：这条事实不该有", read_true, meant=("delete", "remove", "删除")),
        Key("accept", "true：有人核对过，机器说得对", read_true, meant=("ok", "confirm", "approve", "核对")),
        QUOTE,
        BECAUSE,
    ),
    "{fact: …, was: {value: 293}, set: {value: 294}, because: …}",
)
ADD_ENTRY = Form("an added fact", (Key("add", "机器没有读到的事实", form=ADD, needed=True), BECAUSE), "{add: {…}, because: …}")
NAME_ENTRY = Form(
    "a correction of a list",
    (
        Key("name", "名单里的一项，照资料页上的写法", read_text, needed=True, meant=("entry", "item", "名称", "名字")),
        Key(
            "list",
            "哪个名单：honours（荣誉）、industries（产业）、companies（企业）、institutions（机构与平台）、projects（项目）、people（人物）、measures（举措）",
            _READ_LIST,
            needed=True,
            meant=("kind", "名单"),
        ),
        Key("drop", "true：这一项不该有", read_true, meant=("delete", "remove", "删除")),
        Key("source", "补上这一项；出处：title 和 url，或者 page 和 quote", form=SOURCE, meant=("add", "出处")),
        Key("detail", "人物的职务、项目的投资", read_text, meant=("office", "investment", "职务", "投资")),
        BECAUSE,
    ),
    "{name: …, list: companies, drop: true, because: …}",
)
PARK_ENTRY = Form(
    "a correction of a park",
    (Key("park", "园区的名称、地点", form=PARK, needed=True), Key("was", "现在怎么说", form=PARK_WAS), BECAUSE),
    "{park: {english: …}, because: …}",
)
MERGE_ENTRY = Form(
    "a merger", (Key("merge", "另一个园区编号：它其实就是这个园区，全部并入", read_park, needed=True), BECAUSE), "{merge: …, because: …}"
)

_PAGE_FIELDS = (
    Key("date", "见报日期：2025-12-08、2025-12 或 2025", read_date, meant=("published", "day", "日期")),
    Key("newspaper", "报纸名称", read_text, meant=("paper", "报纸")),
    Key("edition", "版次", read_text),
)
_ARTICLE_FIELDS = (
    Key("headline", "标题；没有写 null", read_optional_text, meant=("title", "标题")),
    Key("deck", "引题、副题", read_texts),
    Key("byline", "作者姓名", read_texts, meant=("author", "authors", "作者")),
    Key("parks", "写的是哪些园区（短名）", read_texts),
    Key("kind", "report（报道）或 photo（图片报道）", _READ_ARTICLE_KIND),
)
_BEGINS = Key("begins", "正文开头的几个字", read_text)
_PAGE_WAS = Form("was", tuple(Key(key.name, key.about, read_optional_text) for key in _PAGE_FIELDS), "{date: 2025-12}")
PAGE_ENTRY = Form(
    "a correction of a page",
    (
        Key("page", "版面的文件名（不带 .txt）", read_page, needed=True),
        Key("was", "机器现在怎么说", form=_PAGE_WAS),
        Key("set", "改成什么", form=Form("set", _PAGE_FIELDS, "{date: 2025-12-08}"), needed=True),
        BECAUSE,
    ),
    "{page: …, set: {date: 2025-12-08}, because: …}",
)
MOVE = Form(
    "move",
    (
        Key("paragraph", "要移动的段落开头几个字", read_text, needed=True),
        Key("after", "移到哪一段后面（开头几个字）；最前面写 null", read_optional_text, needed=True),
    ),
    "{paragraph: 开头几个字, after: 开头几个字}",
)
SPLIT = Form(
    "split",
    (
        Key("before", "从哪一段起是另一篇（开头几个字）", read_text, needed=True),
        Key("headline", "另一篇的标题；没有就不写", read_optional_text),
    ),
    "{before: 开头几个字, headline: …}",
)
JOIN = Form(
    "join",
    (Key("article", "接在后面的那一篇", read_text, needed=True), Key("begins", "那一篇正文开头几个字", read_text, needed=True)),
    "{article: 000-3, begins: 开头几个字}",
)
ARTICLE_ENTRY = Form(
    "a correction of an article",
    (
        Key("article", "文章编号，如 000-1", read_text, needed=True),
        Key("was", "机器现在怎么说", form=Form("was", (*_ARTICLE_FIELDS, _BEGINS), "{headline: …}")),
        Key("set", "改成什么", form=Form("set", _ARTICLE_FIELDS, "{headline: …}")),
        Key("move", "移动一段", form=MOVE),
        Key("split", "拆成两篇", form=SPLIT),
        Key("join", "把另一篇接在后面", form=JOIN),
        BECAUSE,
    ),
    "{article: 000-1, set: {headline: …}, because: …}",
)


@dataclass(frozen=True, slots=True)
class Bound:
    """A mapping that was read: single values and lists by key, inner mappings by key."""

    node: MappingNode
    settings: Mapping[str, Setting]
    inner: Mapping[str, "Bound"]

    def text(self, name: str) -> str:
        """The text of a key, "" if it is not there."""
        setting = self.settings.get(name)
        return setting.text if setting else ""

    def all(self, name: str) -> tuple[Setting, ...]:
        """The settings of an inner mapping, those of its own inner mappings among them; none if it is not there."""
        bound = self.inner.get(name)
        return () if bound is None else (*bound.settings.values(), *(setting for key in bound.inner for setting in bound.all(key)))


def bind_form(node: Node, form: Form, checker: Checker) -> Bound | None:
    """The mapping read by its form; None, and every mistake told, if there is any."""
    if not isinstance(node, MappingNode):
        checker.tell(node, "wrong-type", f'"{form.name}" is {describe(node)}; it must be a mapping such as {form.example}.')
        return None
    if not node.entries and form.name != "was":
        checker.tell(node, "empty", f'"{form.name}" is empty; it must be a mapping such as {form.example}.')
        return None
    before = len(checker.problems)
    bound = Bound(node, *_read_entries(node, form, checker))
    _tell_missing(node, form, checker)
    return bound if len(checker.problems) == before else None


def _read_entries(node: MappingNode, form: Form, checker: Checker) -> tuple[dict[str, Setting], dict[str, Bound]]:
    settings: dict[str, Setting] = {}
    inner: dict[str, Bound] = {}
    for name, value in node.entries:
        key = form.key(name.text)
        if key is None:
            _tell_unknown_key(name, form, checker)
        elif key.read is not None:
            setting = key.read(key.name, value, checker)
            if setting is not None:
                settings[key.name] = setting
        elif key.form is not None:
            bound = bind_form(value, key.form, checker)
            if bound is not None:
                inner[key.name] = bound
    return settings, inner


def _tell_missing(node: MappingNode, form: Form, checker: Checker) -> None:
    """A key that is needed and neither there nor meant by a mistyped one."""
    names = [name.text for name, _ in node.entries]
    missing = [key for key in form.keys if key.needed and key.name not in names]
    meant = {form.meant(name) for name in names if form.key(name) is None} if missing else set()
    for key in missing:
        if key.name not in meant:
            checker.tell(node, "missing-key", f'{form.name} must have the key "{key.name}".', f"Write {form.example}.")


def _tell_unknown_key(name: Scalar, form: Form, checker: Checker) -> None:
    meant = form.meant(name.text)
    hint = f'Did you mean "{meant}"?' if meant else f"It must be one of: {', '.join(key.name for key in form.keys)}."
    checker.tell(name, "unknown-key", f'"{name.text}" is no key of {form.name}.', hint)
