"""Entries that were read, key by key, to corrections; what must hold between the keys of one entry is checked here."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.correct.checker import Checker
from generator.correct.fields import is_same, show
from generator.correct.forms import ADD_ENTRY, ARTICLE_ENTRY, FACT_ENTRY, MERGE_ENTRY, NAME_ENTRY, PAGE_ENTRY, PARK_ENTRY, Bound, Form
from generator.model.claim import Kind
from generator.model.correction import (
    AcceptFact,
    AddFact,
    AddName,
    AmendPark,
    Correction,
    DropFact,
    DropName,
    JoinArticles,
    ListKind,
    MergePark,
    MoveFact,
    OrderParagraphs,
    SetArticle,
    SetFact,
    SetPage,
    Setting,
    SplitArticle,
    Target,
)
from generator.model.entities import Unit
from generator.model.sheet import HandSource

_Build = Callable[[Bound, Checker], Iterator[Correction]]


@dataclass(frozen=True, slots=True)
class EntryKind:
    """One sort of entry: the key that tells it, its form, and what is made of it."""

    key: str
    form: Form
    build: _Build


def _build_fact(bound: Bound, checker: Checker) -> Iterator[Correction]:
    done = _one_of(bound, ("set", "drop", "accept"), checker)
    if done is None:
        return
    place, because, was = checker.place(bound.node), bound.text("because"), bound.all("was")
    fact = bound.settings["fact"]
    target = Target(checker.park, fact.text, fact.place, was, bound.text("quote"))
    to = bound.all("set")
    if not _changes(was, to, checker) or not _goes_together(was, to, checker):
        return
    if done == "drop":
        yield DropFact(place, target, because)
    if done == "accept":
        yield AcceptFact(place, target, because)
    fields = tuple(setting for setting in to if setting.field != "park")
    if fields:
        yield SetFact(place, target, fields, because)
    yield from (MoveFact(setting.place, target, setting.text, because) for setting in to if setting.field == "park")


def _build_add(bound: Bound, checker: Checker) -> Iterator[Correction]:
    hand = _read_source(bound.inner["add"].inner["source"], checker)
    fields = tuple(bound.inner["add"].settings.values())
    if hand is not None and _goes_together((), fields, checker):
        yield AddFact(checker.place(bound.node), checker.park, fields, hand, bound.text("because"))


def _read_source(source: Bound, checker: Checker) -> HandSource | None:
    """Where something stands; None, and told, if neither address nor page says where."""
    given = tuple(name for name in ("title", "url", "page", "quote") if name in source.settings)
    if given in (("title", "url"), ("page", "quote"), ("title", "page", "quote")):
        return HandSource(*(source.text(name) for name in ("title", "url", "page", "quote")))
    checker.tell(source.node, "bad-source", f"the source has {', '.join(given)}; it must have title and url, or page and quote.")
    return None


def _build_name(bound: Bound, checker: Checker) -> Iterator[Correction]:
    done = _one_of(bound, ("drop", "source"), checker)
    place, kind, name, because = checker.place(bound.node), ListKind(bound.text("list")), bound.text("name"), bound.text("because")
    if done == "drop":
        yield DropName(place, checker.park, kind, name, because)
    if done == "source":
        hand = _read_source(bound.inner["source"], checker)
        if hand is not None:
            yield AddName(place, checker.park, kind, name, bound.text("detail"), hand, because)


def _build_park(bound: Bound, checker: Checker) -> Iterator[Correction]:
    was, to = bound.all("was"), bound.all("park")
    if _changes(was, to, checker):
        yield AmendPark(checker.place(bound.node), checker.park, was, to, bound.text("because"))


def _build_merge(bound: Bound, checker: Checker) -> Iterator[Correction]:
    other = bound.settings["merge"]
    if other.text == checker.park:
        _tell(other, "no-change", f"{other.text} cannot be merged into itself; merge must name the other park.", checker)
        return
    yield MergePark(checker.place(bound.node), checker.park, other.text, bound.text("because"))


def _build_page(bound: Bound, checker: Checker) -> Iterator[Correction]:
    was, to = bound.all("was"), bound.all("set")
    if _changes(was, to, checker):
        yield SetPage(checker.place(bound.node), bound.text("page"), was, to, bound.text("because"))


def _build_article(bound: Bound, checker: Checker) -> Iterator[Correction]:
    done = _one_of(bound, ("set", "move", "split", "join"), checker)
    was, to = bound.all("was"), bound.all("set")
    if done is None or not _changes(was, to, checker):
        return
    place, article, because, inner = checker.place(bound.node), bound.text("article"), bound.text("because"), bound.inner.get(done)
    if done == "set":
        yield SetArticle(place, article, was, to, because)
    elif inner is not None and done == "move":
        yield OrderParagraphs(place, article, was, inner.text("paragraph"), inner.text("after"), because)
    elif inner is not None and done == "split":
        yield SplitArticle(place, article, was, inner.text("before"), inner.text("headline"), because)
    elif inner is not None and done == "join":
        yield JoinArticles(place, article, was, inner.text("article"), inner.text("begins"), because)


SHEET_KINDS = (
    EntryKind("fact", FACT_ENTRY, _build_fact),
    EntryKind("add", ADD_ENTRY, _build_add),
    EntryKind("name", NAME_ENTRY, _build_name),
    EntryKind("park", PARK_ENTRY, _build_park),
    EntryKind("merge", MERGE_ENTRY, _build_merge),
)
ARTICLE_KINDS = (EntryKind("page", PAGE_ENTRY, _build_page), EntryKind("article", ARTICLE_ENTRY, _build_article))


def _one_of(bound: Bound, names: tuple[str, ...], checker: Checker) -> str | None:
    """The one of `names` that the entry has; None, and told, if it has none or two."""
    given = [(key.text, key) for key, _ in bound.node.entries if key.text in names]
    if len(given) == 1:
        return given[0][0]
    if given:
        text = f'"{given[0][0]}" and "{given[1][0]}" stand in one correction; it must have one of them.'
        checker.tell(given[1][1], "two-kinds", text)
    else:
        checker.tell(bound.node, "nothing-to-do", f"the correction says nothing to do; it must have one of the keys {', '.join(names)}.")
    return None


def _changes(was: tuple[Setting, ...], to: tuple[Setting, ...], checker: Checker) -> bool:
    """Whether every field is set to something else than it was."""
    before = {setting.field: setting for setting in was}
    same = [setting for setting in to if setting.field in before and _says(before[setting.field], setting)]
    for setting in same:
        shown = f"[{', '.join(setting.items)}]" if setting.items else show(setting.text)
        _tell(setting, "no-change", f'"set" says {setting.field} {shown}, as "was" does; it must say what is right instead.', checker)
    return not same


def _says(one: Setting, other: Setting) -> bool:
    return one.items == other.items and is_same(one.field, one.text, other.text)


def _goes_together(was: tuple[Setting, ...], to: tuple[Setting, ...], checker: Checker) -> bool:
    """Whether a level of a registered metric has a unit that measures it; only what the entry itself says is looked at."""
    known = {setting.field: setting for setting in (*was, *to)}
    metric = checker.words.metrics.get(known["metric"].text) if "metric" in known else None
    unit = _find_unit(known["unit"].text, checker) if "unit" in known else None
    is_level = "kind" not in known or known["kind"].text == Kind.LEVEL
    if metric is None or unit is None or not is_level or _is_kin(unit.family, metric.unit_family):
        return True
    fitting = [other.name for other in checker.words.units.values() if _is_kin(other.family, metric.unit_family)]
    must = f"it must be a unit of {metric.unit_family}: {', '.join(fitting[:5])}"
    _tell(known["unit"], "unit-mismatch", f"{metric.id} ({metric.name}) is not measured in {unit.name}; {must}.", checker)
    return False


def _is_kin(one: str, other: str) -> bool:
    """Whether two unit families are one, or one lies under the other (count-firms under count)."""
    return one == other or one.startswith(f"{other}-") or other.startswith(f"{one}-")


def _find_unit(text: str, checker: Checker) -> Unit | None:
    units = checker.words.units
    return units.get(text) or units.get(text.lstrip("十百千万亿"))


def _tell(setting: Setting, code: str, message: str, checker: Checker) -> None:
    checker.tell_at(setting.place, code, message)
