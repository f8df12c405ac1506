"""Sheets made from the annotated pages, so that the site is tested without reading or extracting anything.

What a person annotated becomes pages, claims and sheets in the simplest way that keeps every promise of the model: every quote stands
in its paragraph. A gold fact whose quote cannot be placed is left out.
"""

import csv
import hashlib
import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

from generator.model.article import Article, ArticleKind, LineRun, PageDate, Paragraph, Precision, Role
from generator.model.article import Page as ReadPage
from generator.model.claim import Claim, Evidence, Extraction, Kind, LedgerEntry, Level, Name, NameKind, Qualifier, Status
from generator.model.entities import Metric, Park, Topic, Unit
from generator.model.quantity import Form, Value, parse_value
from generator.model.sheet import Change, Conflict, ConflictKind, Dropped, Fact, HandSource, ParkSheet, Series, SheetFact
from generator.model.site import Measured, Prose, SiteOptions, Template
from generator.registry.registry import Registry
from generator.render.site import Site, SiteContent, render_site
from generator.render.wording import Wording, load_wording

ROOT = Path(__file__).resolve().parent.parent
GOLD = ("000", "001", "003")
SUBHEAD_ENDS = "。！？”」"


def templates() -> tuple[Template, ...]:
    """The templates as they stand."""
    folder = ROOT / "templates"
    return tuple(Template(path.name, path.read_text("utf-8")) for path in sorted(folder.glob("*.j2")))


def wording() -> Wording:
    """The wording as it stands."""
    return load_wording((ROOT / "content/registry/wording.yaml").read_text("utf-8"))


TOPICS = (
    Topic("economy", "经济", "Economy"),
    Topic("innovation", "创新", "Innovation"),
    Topic("companies", "企业", "Companies"),
    Topic("openness", "开放", "Openness"),
    Topic("land", "土地与载体", "Land"),
    Topic("talent", "人才", "Talent"),
    Topic("green", "绿色", "Green"),
    Topic("services", "服务", "Services"),
)
METRICS = tuple(
    Metric(f"m{place}", name, "", topic, "", (name,), (), (), weight, "up", (), ())
    for place, (name, topic, weight) in enumerate(
        (
            ("地区生产总值", "economy", 100),
            ("规模以上工业总产值", "economy", 95),
            ("固定资产投资", "economy", 80),
            ("一般公共预算收入", "economy", 85),
            ("外贸进出口", "openness", 80),
            ("高新技术企业", "innovation", 90),
            ("科技型中小企业", "innovation", 70),
            ("“小巨人”企业", "innovation", 75),
            ("专利授权", "innovation", 60),
            ("有效发明专利", "innovation", 65),
            ("研发经费", "innovation", 66),
            ("综合评价排名", "economy", 88),
            ("规上工业企业", "companies", 60),
            ("项目", "companies", 30),
        )
    )
)
_BASES = {"元": "money", "%": "share", "位": "rank", "平方公里": "area", "年": "time"} | dict.fromkeys("家件个人名项", "count")
UNITS = tuple(Unit(name, family, name, Decimal(1)) for name, family in _BASES.items())


def park_of(name: str, lists: dict[str, Any]) -> Park:
    """A park by its newspaper name, with the place that the annotation gives."""
    place = (lists or {}).get("place") or {}
    digest = hashlib.sha256(name.encode()).hexdigest()[:6]
    slugs = {"肇庆高新区": "zhaoqing-gaoxinqu", "广州开发区": "guangzhou-kaifaqu", "石河子经开区": "shihezi-jingkaiqu"}
    kind = "other" if name.startswith("国家") else "etdz" if "经开" in name or "开发区" in name else "ftz" if "自贸" in name else "hidz"
    aliases = {"肇庆高新区": ("大旺高新区",)}.get(name, ())
    return Park(slugs.get(name, f"park-{digest}"), name, name, kind, place.get("province") or "", place.get("city") or "", "", aliases, "")


def registry() -> Registry:
    """A small registry: enough metrics to have key figures, rankings and topics."""
    return Registry((), METRICS, UNITS, TOPICS, (), ())


def _squash(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _paragraphs(lines: Sequence[str], ranges: Iterable[Sequence[int]], subheads: set[int]) -> tuple[Paragraph, ...]:
    found: list[Paragraph] = []
    text, runs = "", list[LineRun]()

    def close() -> None:
        nonlocal text, runs
        if text:
            found.append(Paragraph(text, tuple(runs), Role.BODY))
        text, runs = "", []

    for first, last in ranges:
        for number in range(first, last + 1):
            line = _squash(lines[number - 1])
            if not line:
                continue
            if number in subheads:
                close()
                found.append(Paragraph(line, (LineRun(0, number),), Role.SUBHEAD))
                continue
            runs.append(LineRun(len(text), number))
            text += line
            if line[-1] in SUBHEAD_ENDS:
                close()
    close()
    return tuple(found)


def _numbers(ranges: Iterable[Sequence[int]] | None) -> set[int]:
    return {number for first, last in ranges or () for number in range(first, last + 1)}


def _article(gold: dict[str, Any], page: str, lines: Sequence[str]) -> Article:
    subheads = _numbers(gold.get("subheads"))
    line = (gold.get("headline_lines") or [[1, 1]])[0][0]
    head = Paragraph(gold["headline"], (LineRun(0, line),), Role.HEADLINE) if gold.get("headline") else None
    deck = tuple(Paragraph(text, (LineRun(0, 1),), Role.DECK) for text in gold.get("deck") or ())
    captions = tuple(
        Paragraph(text, (LineRun(0, first),), Role.CAPTION)
        for first, last in gold.get("captions") or ()
        if (text := _squash("".join(lines[first - 1 : last])))
    )
    body = _paragraphs(lines, gold["body"], subheads)
    return Article(
        gold["id"], page, ArticleKind(gold.get("kind") or "report"), head, deck, tuple(gold.get("byline") or ()), (),
        tuple(gold.get("parks") or ()), body, captions,
    )  # fmt: skip


def _evidence(article: Article, quote: str) -> Evidence | None:
    quote = _squash(quote)
    pieces = [("body", index, piece) for index, piece in enumerate(article.paragraphs)]
    pieces += [("headline", 0, article.headline)] if article.headline else []
    pieces += [("caption", index, piece) for index, piece in enumerate(article.captions)]
    for part, index, piece in pieces:
        start = piece.text.find(quote)
        if start >= 0:
            return Evidence(article.page, article.id, part, index, start, start + len(quote), piece.line_at(start), quote)
    return None


def _value(value: object) -> Value | None:
    if isinstance(value, list):
        return Value(Form.RANGE, Decimal(str(value[0])), Decimal(str(value[1])))
    return parse_value(str(value))


def _metric(label: str, kind: Kind) -> str | None:
    wanted = sorted(METRICS, key=lambda metric: -len(metric.name))
    for metric in wanted:
        core = metric.name.replace("企业", "") if kind is Kind.LEVEL else metric.name
        if label.endswith((metric.name, f"{metric.name}数量")) or (len(core) > 4 and core in label):
            return metric.id
    return None


def claims_of(gold: dict[str, Any], articles: dict[str, Article], parks: dict[str, Park]) -> list[Claim]:
    """The annotated facts as claims."""
    claims: dict[str, Claim] = {}
    for place, fact in enumerate(gold.get("facts") or ()):
        evidence, value = _evidence(articles[fact["article"]], fact["quote"]), _value(fact["value"])
        if evidence is None or value is None or fact["park"] is None:
            continue
        digest = hashlib.sha256(f"{gold['seed']}{place}".encode()).hexdigest()
        key = "".join("0123456789abcdefghjkmnpqrstvwxyz"[int(digest[at : at + 2], 16) % 32] for at in range(0, 20, 2))
        kind, label = Kind(fact["kind"]), fact["label"]
        claims[key] = Claim(
            key, parks[fact["park"]].id, fact["subject"] or "", Level(fact["level"]), label, _metric(label, kind), kind, value,
            fact["unit"] or "", Qualifier(fact["qualifier"]), fact["period"] or "asof", Status(fact["status"]), evidence,
            None if fact["core"] else "主体不明",
        )  # fmt: skip
    return list(claims.values())


def _names(park: Park, lists: dict[str, Any], article: Article) -> list[Name]:
    found = []
    first = Evidence(article.page, article.id, "body", 0, 0, 1, 1, article.paragraphs[0].text[:1])
    for kind in NameKind:
        for entry in lists.get(kind.value) or ():
            name, _, detail = str(entry).partition("|")
            found.append(Name(park.id, kind, name.strip(), detail.strip(), "", _evidence(article, name) or first))
    return found


def gold_content(prefixes: Iterable[str] = GOLD) -> SiteContent:
    """Sheets and pages of the annotated pages with those prefixes."""
    pages, claims, names, parks = list[ReadPage](), list[Claim](), list[Name](), dict[str, Park]()
    extractions = []
    golds = [yaml.load((ROOT / f"tests/gold/{prefix}.yaml").read_text("utf-8"), Loader=yaml.CSafeLoader) for prefix in sorted(prefixes)]
    for gold in golds:
        seed = gold["seed"] if "." in gold["seed"] else gold["seed"] + ".txt"
        path = next(path for path in (ROOT / "seeds" / seed, ROOT / "tests/gold" / seed) if path.exists())
        page_id = path.stem
        lines = path.read_text("utf-8").split("\n")
        articles = {article["id"]: _article(article, page_id, lines) for article in gold["articles"]}
        for name, lists in sorted((gold.get("lists") or {}).items()):
            if name not in parks or not parks[name].province:
                parks[name] = park_of(name, lists)
        mentioned = [fact["park"] for fact in gold["facts"]] + [name for article in gold["articles"] for name in article["parks"] or ()]
        for name in mentioned:
            if name is not None:
                parks.setdefault(name, park_of(name, {}))
        found = claims_of(gold, articles, parks)
        claims += found
        for name, lists in sorted((gold.get("lists") or {}).items()):
            about = next((article for article in articles.values() if name in article.parks), next(iter(articles.values())))
            names += _names(parks[name], lists, about)
        date = str((gold.get("published") or {}).get("value") or "")
        precision = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}.get(len(date), Precision.NONE)
        pages.append(ReadPage(page_id, seed, PageDate(date, precision, True, ""), "", "", tuple(articles.values()), (), ()))
        extractions.append(Extraction(page_id, tuple(found), (), (), tuple(map(_ledger_entry, found)), ()))
    sheets = tuple(_sheet(park, claims, names, pages) for park in sorted(parks.values(), key=lambda park: park.id))
    return SiteContent(sheets, tuple(pages), tuple(extractions), (Measured("found_recall", "3", Decimal("0.93")),), prose())


def _ledger_entry(claim: Claim) -> LedgerEntry:
    at = claim.evidence
    return LedgerEntry(at.article, at.part, at.index, at.start, at.end, "1", claim.id, None)


def prose() -> tuple[Prose, ...]:
    """The hand-written pages, with stand-ins for those that are not there yet."""
    names = ("about", "method", "correct")
    texts = {name: ROOT / f"content/pages/{name}.md" for name in names}
    return tuple(Prose(name, path.read_text("utf-8") if path.exists() else f"# {name}\n") for name, path in texts.items())


def _sheet(park: Park, claims: Iterable[Claim], names: Iterable[Name], pages: Iterable[ReadPage]) -> ParkSheet:
    facts = tuple(SheetFact(Fact(claim)) for claim in sorted(claims, key=lambda claim: claim.id) if claim.park == park.id)
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for item in facts:
        claim = item.fact.claim
        if not claim.review:
            groups.setdefault((claim.label, claim.kind.value, claim.subject), []).append(claim)
    series = tuple(
        Series(group[0].metric or label, label, kind, subject, "", tuple(one.id for one in sorted(group, key=lambda one: one.period)))
        for (label, kind, subject), group in sorted(groups.items())
        if len(group) > 1
    )
    about = [article.id for page in pages for article in page.articles if park.name in article.parks]
    articles = tuple(dict.fromkeys((*about, *(item.fact.claim.evidence.article for item in facts))))
    own = tuple(name for name in names if name.park == park.id)
    return ParkSheet(park, facts, (), own, (), series, (), articles)


def corrected(sheet: ParkSheet) -> ParkSheet:
    """The sheet with one correction of every kind that shows on it, and one conflict."""
    first, second, third, fourth, *rest = sheet.facts
    changed = SheetFact(first.fact, (Change("value", "293", "294", "管委会网站更正"),))
    accepted = SheetFact(second.fact, accepted=True, because="已向管委会核实")
    added = SheetFact(third.fact, source=HandSource("统计公报", "https://example.org/公报?a=1&b=2", "", ""), because="公报补充")
    conflict = Conflict(ConflictKind.VALUES, (first.fact.id, second.fact.id), "两处数值不同。")
    return ParkSheet(
        sheet.park, (changed, accepted, added, *rest), (Dropped(fourth.fact, "说的是全市"),), sheet.names,
        (Change("english", "", "Zhaoqing", "官网"),), sheet.series, (conflict,), sheet.articles,
    )  # fmt: skip


OPTIONS = SiteOptions("开发区数据", "https://example.org/repo", "https://example.org/parks/")


def gold_site(options: SiteOptions = OPTIONS) -> Site:
    """The rendered site of the annotated pages."""
    return render_site(gold_content(), templates(), wording(), registry(), options)


def parks_csv(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV file with a byte order mark."""
    with path.open(encoding="utf-8-sig", newline="") as rows:
        return list(csv.DictReader(rows))
