"""The rendered site: what stands on the pages, that nothing of a newspaper acts on them, and that the data files are what they say."""

import csv
import io
import json
import re
import sqlite3
import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import datetime
from decimal import Decimal
from functools import cache
from html import unescape

import jsonschema
import markdown
import pytest

from generator.model.article import Paragraph
from generator.model.claim import Evidence, Level, Name, NameKind
from generator.model.quantity import Form, Value
from generator.model.sheet import Change, Fact, HandSource, ParkSheet, SheetFact
from generator.model.site import SiteFile, SiteOptions, Template
from generator.registry.registry import WordList
from generator.render import timeline
from generator.render.check_markdown import check_pages
from generator.render.escape import escape, plain
from generator.render.site import Site, SiteContent, render_site
from tests.site_content import OPTIONS, ROOT, corrected, gold_content, registry, templates, wording

HOSTILE = (
    "<script>alert(1)</script>",
    "{{ 7*7 }}{% for x in y %}",
    "a|b||c",
    "*强* _调_ `码` ~~删~~ ==亮==",
    "[链](javascript:alert(1)) ![图](x)",
    "\x1b[31m红\x1b[0m",
    "前\u202e后\u2066中",
    "# 题\n\n- 项\n1. 一\n> 引",
    "&lt;b&gt; &amp; &#42;",
    "\\| \\* {: .x }",
    '"><img src=x onerror=alert(1)>',
    "\u0002wzxhzdk:1\u0003 \ue000",
    "https://evil.example/ <https://evil.example> a@b.example",
    "-->\x00<!--",
)


@cache
def content() -> SiteContent:
    whole = gold_content()
    sheets = tuple(corrected(sheet) if sheet.park.id == "zhaoqing-gaoxinqu" else sheet for sheet in whole.sheets)
    return replace(whole, sheets=sheets)


def render(given: SiteContent, options: SiteOptions = OPTIONS) -> Site:
    return render_site(given, templates(), wording(), registry(), options)


@cache
def site() -> Site:
    return render(content())


def text_of(path: str, from_site: Site | None = None) -> str:
    return next(file.content.decode() for file in (from_site or site()).files if file.path == path)


def test_the_gold_pages_render_without_a_problem() -> None:
    assert [problem.text() for problem in site().problems] == []


def test_the_same_content_in_another_order_gives_the_same_files() -> None:
    turned = replace(content(), sheets=content().sheets[::-1], pages=content().pages[::-1], extractions=content().extractions[::-1])
    assert render(turned).files == site().files


def test_a_correction_shows_machine_value_human_value_and_reason() -> None:
    sheet = text_of("parks/zhaoqing-gaoxinqu.md")
    row = next(line for line in sheet.splitlines() if "管委会网站更正" in line)
    assert "| 数值 | 293 | 294 |" in row
    assert "已向管委会核实" in sheet
    assert "说的是全市" in sheet
    assert "人工补充的来源" in sheet
    assert "%E5%85%AC%E6%8A%A5?a=1&b=2" in sheet


def test_what_is_held_back_stands_apart() -> None:
    sheet = text_of("parks/zhaoqing-gaoxinqu.md")
    before, held = sheet.split("{: #held }")
    assert "主体不明" not in before
    assert "主体不明" in held


def test_qualifier_and_status_are_never_lost() -> None:
    row = next(line for line in text_of("parks/zhaoqing-gaoxinqu.md").splitlines() if line.startswith("| ") and "1200" in line)
    assert "超" in row
    assert "实际" in row
    assert any("计划" in line for line in text_of("parks/zhaoqing-gaoxinqu.md").splitlines())


def test_a_gap_between_years_is_said() -> None:
    whole = gold_content()
    sheet = next(sheet for sheet in whole.sheets if any(len(one.facts) > 2 for one in sheet.series))
    series = next(one for one in sheet.series if len(one.facts) > 2)
    facts = {item.fact.id: item for item in sheet.facts}
    middle = sorted(series.facts, key=lambda fact: facts[fact].fact.claim.period)[1]
    year = facts[middle].fact.claim.period
    fewer = replace(sheet, facts=tuple(item for item in sheet.facts if item.fact.id != middle))
    rendered = render(replace(whole, sheets=(fewer,)))
    assert f"没有{year}年的数据" in text_of(f"parks/{sheet.park.id}.md", rendered)


def _hostile_sheet(sheet: ParkSheet, bad: str) -> ParkSheet:
    park = replace(sheet.park, official=bad, city=bad, aliases=(bad,), english=bad)
    facts = tuple(
        SheetFact(Fact(replace(item.fact.claim, label=bad, subject=bad, unit=bad, review=bad if place % 2 else None, level=Level.RESIDENT)))
        for place, item in enumerate(sheet.facts)
    )
    names = tuple(replace(name, name=bad, detail=bad) for name in sheet.names[:1])
    return replace(sheet, park=park, facts=facts, names=names, series=())


@pytest.mark.parametrize("bad", HOSTILE)
def test_text_of_newspapers_is_printed_and_never_acts(bad: str) -> None:
    whole = gold_content()
    sheet = next(sheet for sheet in whole.sheets if sheet.park.id == "zhaoqing-gaoxinqu")
    rendered = render(replace(whole, sheets=(_hostile_sheet(sheet, bad),)))
    assert [problem.text() for problem in rendered.problems] == []
    page = markdown.markdown(
        text_of("parks/zhaoqing-gaoxinqu.md", rendered).split("---\n", 2)[2], extensions=["attr_list", "md_in_html", "tables", "toc"]
    )
    assert "<script" not in page
    assert "onerror=alert" not in re.sub(r">[^<]*<", "><", page)
    assert not re.search(r'href="(?!\.\./|#|[a-z0-9-]+\.|https://example)', page)
    shown = unescape(re.sub(r"<[^>]+>", "", page))
    assert plain(bad) in re.sub(r"\s+", " ", shown)


def test_hostile_articles_are_printed_whole() -> None:
    whole = gold_content()
    page = whole.pages[0]
    article = page.articles[0]
    bad = " ".join(HOSTILE)
    text = Paragraph(bad, article.paragraphs[0].runs, article.paragraphs[0].role)
    full = replace(OPTIONS, publish_full_text=True)
    changed = replace(page, articles=(replace(article, headline=text, paragraphs=(text,), captions=(text,), deck=(text,)),))
    rendered = render(SiteContent((), (changed,), prose=whole.prose), full)
    assert [problem.text() for problem in rendered.problems] == []


def test_a_misspelt_field_of_a_template_stops_the_build() -> None:
    broken = tuple(
        Template(one.name, one.text.replace("{{ v.lead }}", "{{ v.laed }}")) if one.name == "sheet.md.j2" else one for one in templates()
    )
    with pytest.raises(Exception, match="laed"):
        render_site(content(), broken, wording(), registry(), OPTIONS)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("# 甲\n\n### 乙\n", "heading-order"),
        ("## 甲\n", "heading-order"),
        ("甲\n", "no-heading"),
        ("# 甲\n\n<script>x</script>\n", "raw-html"),
        ('# 甲\n\n<p onclick="x">\n', "raw-html"),
        ("# 甲\n\n[乙](nowhere.md)\n", "dead-link"),
        ("# 甲\n\n| a | b |\n| - |\n| 1 | 2 |\n", "broken-table"),
        ("# 甲\n\n| a | b |\n| - | - |\n| 1 | 2 | 3 |\n", "broken-table"),
    ],
)
def test_the_gate_sees(text: str, code: str) -> None:
    assert [problem.code for problem in check_pages((SiteFile("a.md", text.encode()),), frozenset({"a"}))] == [code]


def test_escaping_twice_is_not_needed() -> None:
    assert escape(escape("<")) == escape("&#60;")
    assert str(escape("50%、3.5—4（甲）")) == "50%、3.5—4（甲）"


def test_csv_opens_in_a_spreadsheet_and_holds_every_fact() -> None:
    content_bytes = next(file.content for file in site().files if file.path == "api/v1/facts.csv")
    assert content_bytes.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(content_bytes.decode("utf-8-sig"))))
    assert len(rows) == sum(len(sheet.facts) for sheet in content().sheets)
    row = next(row for row in rows if row["label"] == "规模以上工业总产值")
    assert (row["value"], row["unit"], row["base_value"], row["base_unit"]) == ("1200", "亿元", "120000000000", "元")


def test_a_third_is_no_day_of_january_in_a_spreadsheet() -> None:
    whole = gold_content()
    item = whole.sheets[0].facts[0]
    third = SheetFact(Fact(replace(item.fact.claim, value=Value(Form.FRACTION, Decimal(1), Decimal(3)), unit="")))
    rendered = render(replace(whole, sheets=(replace(whole.sheets[0], facts=(third,), series=()),)))
    assert ",'1/3," in text_of("api/v1/facts.csv", rendered)


def test_search_says_what_is_held_back_and_what_is_planned() -> None:
    sheet = next(doc for doc in site().search if doc.title == "肇庆高新区")
    texts = [piece.text for piece in sheet.pieces]
    assert any(text.endswith("【待核实】") for text in texts)
    assert any(text.endswith("【计划】") for text in texts)
    assert any(text.startswith("高新技术企业 ") and not text.endswith("】") for text in texts)


def test_targets_stand_together_and_results_are_not_among_them() -> None:
    page = text_of("plans/index.md")
    rows = [line for line in page.splitlines() if line.startswith("| [")]
    assert rows
    assert all(line.endswith(("| 计划 |", "| 预计 |")) for line in rows)


def test_a_park_of_no_list_is_not_all_parks_of_a_kind() -> None:
    whole = gold_content()
    one = replace(whole.sheets[0], park=replace(whole.sheets[0].park, kind="other", province="山西省"))
    every = replace(whole.sheets[0], park=replace(one.park, id="all-parks", name="国家高新区", province="", city=""))
    rendered = render(replace(whole, sheets=(one, every)))
    assert "其他开发区" in text_of(f"parks/{one.park.id}.md", rendered)
    assert "全国汇总" in text_of("parks/all-parks.md", rendered)
    assert "1 个园区" in text_of("index.md", rendered)


def test_two_names_of_the_whole_are_compared_over_the_years_and_parts_are_not() -> None:
    whole = gold_content()
    sheet = next(sheet for sheet in whole.sheets if sheet.park.id == "zhaoqing-gaoxinqu")
    item = next(one for one in sheet.facts if one.fact.claim.label == "高新技术企业" and not one.fact.claim.review)
    now = replace(item.fact.claim, period="2025", value=Value(Form.NUMBER, Decimal(12)), label="高新技术企业")
    words = replace(registry(), word_lists=(WordList("series.fillers", ("总数",)),))
    for label, seen in (("高新技术企业总数", True), ("高新技术企业", True), ("新能源高新技术企业", False)):
        before = replace(now, id="0000000001", period="2024", value=Value(Form.NUMBER, Decimal(10)), label=label)
        both = replace(sheet, facts=(SheetFact(Fact(now)), SheetFact(Fact(before))), series=())
        rendered = render_site(replace(whole, sheets=(both,)), templates(), wording(), words, OPTIONS)
        assert ("较2024年增20.0%（推算）" in text_of(f"parks/{sheet.park.id}.md", rendered)) is seen, label


def test_a_cell_is_never_a_formula() -> None:
    whole = gold_content()
    sheet = _hostile_sheet(whole.sheets[0], '=HYPERLINK("x")')
    rendered = render(replace(whole, sheets=(sheet,)))
    rows = next(file.content for file in rendered.files if file.path == "api/v1/parks.csv").decode("utf-8-sig")
    assert "\"'=HYPERLINK" in rows


def test_sqlite_answers() -> None:
    content_bytes = next(file.content for file in site().files if file.path.endswith(".sqlite"))
    base = sqlite3.connect(":memory:")
    base.deserialize(content_bytes)
    query = "SELECT park, value || unit FROM facts WHERE label = '高新技术企业' AND review = '' ORDER BY base_value DESC LIMIT 2"
    assert base.execute(query).fetchall() == [("国家级经开区", "6.5万家"), ("广州开发区", "2500家")]
    base.close()


def test_the_query_of_the_readme_answers() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    query = re.search(r'sqlite3 \S+ "\n(.*?)"\n```', readme, re.DOTALL)
    assert query is not None
    assert "'high_tech_firms'" in query[1]
    base = sqlite3.connect(":memory:")
    base.deserialize(next(file.content for file in site().files if file.path.endswith(".sqlite")))
    rows = base.execute(query[1].replace("'high_tech_firms'", "'m5'")).fetchall()
    parks = [row[0] for row in rows]
    assert ("肇庆高新区", "exact", "293家", "asof", "2025-12") in rows
    assert parks.index("广州开发区") < parks.index("肇庆高新区"), "the largest first"


def test_json_is_valid_against_its_published_schema() -> None:
    files = {file.path: file.content for file in site().files}
    schema = json.loads(files["api/v1/park.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    parks = [path for path in files if path.startswith("api/v1/parks/") and path.endswith(".json")]
    assert len(parks) == len(content().sheets)
    for path in parks:
        jsonschema.validate(json.loads(files[path]), schema)


def test_the_data_package_names_files_and_columns_that_are_there() -> None:
    files = {file.path: file.content for file in site().files}
    for resource in json.loads(files["api/v1/datapackage.json"])["resources"]:
        head = files[f"api/v1/{resource['path']}"].decode("utf-8-sig").splitlines()[0].split(",")
        assert head == [field["name"] for field in resource["schema"]["fields"]]


def test_feeds_have_what_atom_demands() -> None:
    atom = "{http://www.w3.org/2005/Atom}"
    feeds = [file for file in site().files if file.path.startswith("feeds/")]
    assert len(feeds) == len(content().sheets) + 1
    for file in feeds:
        root = ET.fromstring(file.content)  # noqa: S314  # our own file
        for parent in (root, *root.findall(f"{atom}entry")):
            stamp = parent.findtext(f"{atom}updated") or ""
            assert parent.findtext(f"{atom}title")
            assert (parent.findtext(f"{atom}id") or "").startswith("urn:uuid:")
            assert re.fullmatch(r"\d{4}-\d{2}-\d{2}T00:00:00\+08:00", stamp)
            assert datetime.fromisoformat(stamp).tzinfo is not None
            ways = [link.get("rel") for link in parent.findall(f"{atom}link")]
            assert ways.count("alternate") == 1, "RFC 4287 4.1.2: an entry without content has an alternate link"
            assert all(link.get("href") for link in parent.findall(f"{atom}link"))
        assert root.tag == f"{atom}feed"
        assert root.findtext(f"{atom}author/{atom}name"), "4.1.1: the feed has an author, since its entries have none"
        assert [link.get("rel") for link in root.findall(f"{atom}link")].count("self") == 1
        stamps = [entry.findtext(f"{atom}updated") or "" for entry in root.findall(f"{atom}entry")]
        assert stamps == sorted(stamps, reverse=True)
        assert not stamps or root.findtext(f"{atom}updated") == stamps[0]
        known = {"feed", "title", "id", "updated", "author", "name", "link", "entry", "summary"}
        assert {element.tag.removeprefix(atom) for element in root.iter()} <= known
        ids = [entry.findtext(f"{atom}id") for entry in root.findall(f"{atom}entry")]
        assert len(ids) == len(set(ids))


def test_places_are_given_within_one_year_only() -> None:
    page = text_of("metrics/m5.md")
    years = page.split("\n## ")[1:]
    ranked = [section for section in years if ") | 1 |" in section]
    assert [section[:5] for section in ranked] == ["2024年"], "2025年 has one park only"
    assert "国家级经开区" in page
    assert not re.search(r"国家级经开区\]\([^)]*\) \| \d", page)


def test_an_old_address_leads_to_the_new_one() -> None:
    whole = gold_content()
    moved = replace(whole.sheets[0], park=replace(whole.sheets[0].park, former_ids=("old-park",)))
    rendered = render(replace(whole, sheets=(moved, *whole.sheets[1:])))
    assert f"url={moved.park.id}.html" in text_of("parks/old-park.html", rendered)


def test_every_number_leads_to_its_sentence() -> None:
    sheet = text_of("parks/zhaoqing-gaoxinqu.md")
    links = set(re.findall(r"\]\(\.\./sources/([^)#]+)#(q-[a-z0-9-]+)\)", sheet))
    assert len(links) > 40
    for page, anchor in sorted(links):
        assert f'id="{anchor}"' in text_of(f"sources/{page}")


def test_only_quoted_sentences_are_published_unless_full_text_is_wanted() -> None:
    article = content().pages[0].articles[0]
    quoted = {
        item.fact.claim.evidence.index
        for sheet in content().sheets
        for item in sheet.facts
        if item.fact.claim.evidence.article == article.id
    }
    named = {name.evidence.index for sheet in content().sheets for name in sheet.names if name.evidence.article == article.id}
    unused = next(piece.text for index, piece in enumerate(article.paragraphs) if index not in quoted | named and len(piece.text) > 40)
    path = f"sources/{article.id}.md"
    assert plain(unused[:10]) not in text_of(path)
    full = render(content(), replace(OPTIONS, publish_full_text=True))
    assert plain(unused[:10]) in text_of(path, full)


def test_every_numeral_has_a_fate_on_the_quality_page() -> None:
    whole = gold_content()
    page = whole.extractions[0]
    entry = page.ledger[0]
    ledger = (entry, replace(entry, fact=None, reason="date"), replace(entry, fact=None, reason="unexplained"))
    rendered = render(replace(whole, extractions=(replace(page, ledger=ledger),)))
    quality = text_of("quality/index.md", rendered)
    assert f"| {escape(page.page)} | 3 | 1 | 1 | 1 |" in quality
    assert "| 日期 | 1 |" in quality
    assert "93.0%" in quality


def test_every_list_of_names_has_words() -> None:
    words = wording()
    for kind in NameKind:
        assert words(f"lists.{kind}.title")


def test_a_time_line_too_long_for_one_page_gets_a_page_a_year(monkeypatch: pytest.MonkeyPatch) -> None:
    assert not [file.path for file in site().files if re.fullmatch(r"timeline/\d{4}\.md", file.path)]
    monkeypatch.setattr(timeline, "_ON_ONE_PAGE", 10)
    monkeypatch.setattr(timeline, "_AT_MOST", 3)
    rendered = render(content())
    assert rendered.problems == ()
    assert "(2025.md)" in text_of("timeline/index.md", rendered)
    page = text_of("timeline/2025.md", rendered)
    assert page.count("\n| [") == 3
    assert re.search(r"另有 \d+ 个数据没有列出", page)


def test_a_sheet_leads_to_its_file_of_corrections() -> None:
    touched, untouched = text_of("parks/zhaoqing-gaoxinqu.md"), text_of("parks/guangzhou-kaifaqu.md")
    assert "https://example.org/repo/edit/main/content/corrections/zhaoqing-gaoxinqu.yaml" in touched
    assert "https://example.org/repo/new/main?filename=content/corrections/guangzhou-kaifaqu.yaml" in untouched
    bare = text_of("parks/guangzhou-kaifaqu.md", render(content(), SiteOptions("开发区数据")))
    assert "content/corrections/guangzhou-kaifaqu.yaml" in bare
    assert "](http" not in bare


def test_sources_are_cited_as_gb_t_7714_has_it() -> None:
    cited = re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text_of("sources/000-1.md"))
    assert "伍玉如. 肇庆高新区以“小体量”撑起发展“大能量”[N]. 报纸名不详, 2025-12." in cited


def test_every_figure_stands_on_a_line_of_its_own_below_its_sentence() -> None:
    page = text_of("sources/000-1.md")
    own = [line for line in page.splitlines() if "<code>" in line]
    assert len(own) == page.count("<code>")
    assert all(line.startswith("- ") for line in own)


def test_no_line_of_a_template_swallows_the_end_of_its_line() -> None:
    for template in templates():
        for line in template.text.splitlines():
            is_text_then_block = re.search(r"[^\s{%}].*%\}$", line) and not line.lstrip().startswith(("{%", "|{%", "|"))
            following = template.text.split(line + "\n", 1)[1].split("\n", 1)[0]
            assert not is_text_then_block or not following, f"{template.name}: {line}"


def test_a_fact_added_by_hand_needs_no_article() -> None:
    whole = gold_content()
    sheet = whole.sheets[0]
    nowhere = Evidence("", "", "", 0, 0, 0, 0, "")
    claim = replace(sheet.facts[0].fact.claim, evidence=nowhere, id="0000000000", review=None)
    added = SheetFact(Fact(claim), source=HandSource("公报", "https://example.org/a", "", ""), because="公报")
    rendered = render(replace(whole, sheets=(replace(sheet, facts=(added, *sheet.facts)),)))
    assert rendered.problems == ()
    assert "https://example.org/a" in text_of(f"parks/{sheet.park.id}.md", rendered)


@pytest.mark.parametrize("elsewhere", ["byline", "index", "start", "article"])
def test_a_name_from_what_is_not_printed_links_to_no_anchor(elsewhere: str) -> None:
    whole = gold_content()
    sheet = next(sheet for sheet in whole.sheets if any(name.kind is NameKind.COMPANY for name in sheet.names))
    name = next(name for name in sheet.names if name.kind is NameKind.COMPANY)
    evidence = {
        "byline": replace(name.evidence, part="byline"),
        "index": replace(name.evidence, index=9999),
        "start": replace(name.evidence, start=99999, end=99999),
        "article": replace(name.evidence, article="gone"),
    }[elsewhere]
    moved = replace(name, evidence=evidence)
    rendered = render(replace(whole, sheets=(replace(sheet, names=(moved,)),)))
    assert rendered.problems == ()
    assert "#q-n-" not in text_of(f"parks/{sheet.park.id}.md", rendered)


def test_a_sheet_without_figures_says_so_instead_of_counting_none() -> None:
    whole = gold_content()
    bare = replace(whole.sheets[0], facts=(), series=())
    page = text_of(f"parks/{bare.park.id}.md", render(replace(whole, sheets=(bare, *whole.sheets[1:]))))
    assert "还没有可以发布的数据" in page
    assert "0 个数据" not in page


def test_ranks_and_honours_stand_on_a_time_line_the_latest_year_first() -> None:
    sheet = text_of("parks/zhaoqing-gaoxinqu.md")
    part = sheet.split("## 排名与荣誉", 1)[1].split("\n## ", 1)[0]
    years = re.findall(r"^- <b>(\d{4})年</b>$", part, re.MULTILINE)
    assert years
    assert years == sorted(years, reverse=True)
    assert re.search(r"^    - .*综合评价排名.*第</i><b>86</b>", part, re.MULTILINE)
    assert re.search(r"^    - 国家级绿色园区 <small class=\"pf-date\">见于2025年12月</small>", part, re.MULTILINE)


def test_the_first_page_puts_no_sum_of_all_parks_among_parks_and_leaves_no_cell_without_a_word() -> None:
    table = text_of("index.md").split("## 资料较多的园区", 1)[1].split("\n## ", 1)[0]
    assert "国家高新区]" not in table
    whole = gold_content()
    sheet = next(sheet for sheet in whole.sheets if sheet.park.id == "zhaoqing-gaoxinqu")
    residents = replace(sheet, facts=tuple(item for item in sheet.facts if item.fact.claim.level is Level.RESIDENT))
    assert "只有区内企业与项目的数据" in text_of("index.md", render(replace(whole, sheets=(residents,))))


def test_the_list_of_metrics_names_the_largest_of_the_latest_figures_with_its_time() -> None:
    row = next(line for line in text_of("metrics/index.md").splitlines() if line.startswith("| [高新技术企业]"))
    assert re.search(r"\[广州开发区\]\([^)]*\) \[超2500家\]\([^)]*\) <small class=\"pf-date\">2024年1月报道时</small>", row)


def test_changes_are_listed_by_date_and_by_park_with_its_feed() -> None:
    page = text_of("changes/index.md")
    by_park = page.split("## 按园区", 1)[1]
    rows = [line for line in by_park.splitlines() if line.startswith("| [")]
    assert len(rows) == len({line.split("]")[0] for line in rows}), "a park stands there once"
    zhaoqing = next(line for line in rows if line.startswith("| [肇庆高新区]"))
    assert "[Atom](../feeds/zhaoqing-gaoxinqu.atom.xml)" in zhaoqing
    assert "2025年12月" in zhaoqing


def test_changes_count_what_hands_corrected() -> None:
    whole = gold_content()
    touched = replace(whole, sheets=tuple(corrected(sheet) if sheet.park.id == "zhaoqing-gaoxinqu" else sheet for sheet in whole.sheets))
    row = next(
        line
        for line in text_of("changes/index.md", render(touched)).split("## 按园区", 1)[1].splitlines()
        if line.startswith("| [肇庆高新区]")
    )
    assert " | 5 | [Atom]" in row, "one changed, one accepted, one added, one dropped, one field of the park"


@pytest.mark.parametrize(
    ("path", "up"),
    [
        ("parks/zhaoqing-gaoxinqu.md", "[园区](index.md)"),
        ("metrics/m5.md", "[指标](index.md)"),
        ("regions/guangdong.md", "[地区](index.md)"),
        ("sources/000-1.md", "[来源报道](index.md)"),
    ],
)
def test_a_page_that_no_menu_names_leads_back_to_its_index(path: str, up: str) -> None:
    assert f"\n{up}\n{{: .pf-up }}\n\n# " in text_of(path)


def test_what_a_correction_changed_is_told_in_words() -> None:
    whole = gold_content()
    sheet = next(sheet for sheet in whole.sheets if sheet.park.id == "zhaoqing-gaoxinqu")
    changes = (
        ("park", "zhaoqing-gaoxinqu", "guangzhou-kaifaqu", "肇庆高新区 | 广州开发区"),
        ("metric", "m5", "", "高新技术企业 | 无"),
        ("period", "2021/2025", "asof:2023-11", "2021—2025年 | 截至2023年11月"),
        ("status", "actual", "planned", "实际 | 计划"),
        ("qualifier", "exact", "over", "准确 | 超过"),
        ("level", "park", "resident", "园区自身 | 区内主体"),
        ("kind", "level", "rank", "数值 | 名次"),
        ("label", "park", "rank", "park | rank"),
    )
    first = replace(sheet.facts[0], changes=tuple(Change(field, machine, human, "甲") for field, machine, human, _ in changes))
    others = tuple(one for one in whole.sheets if one.park.id != sheet.park.id)
    page = text_of("parks/zhaoqing-gaoxinqu.md", render(replace(whole, sheets=(replace(sheet, facts=(first, *sheet.facts[1:])), *others))))
    for *_, shown in changes:
        assert f"| {shown} | 甲 |" in page


def test_an_entry_that_a_person_added_says_so_and_leads_to_the_reason() -> None:
    whole = gold_content()
    sheet = whole.sheets[0]
    nowhere = Evidence("", "", "", 0, 0, 0, 0, "")
    name = Name(sheet.park.id, NameKind.HONOUR, "国家级绿色园区", "", "", nowhere)
    change = Change("honours", "", name.name, "名单（工信部 https://example.org/a）")
    added = replace(sheet, names=(*sheet.names, name), park_changes=(change,))
    rendered = render(replace(whole, sheets=(added, *whole.sheets[1:])))
    page = text_of(f"parks/{sheet.park.id}.md", rendered)
    assert re.search(r"- 国家级绿色园区.*\[人工补充\]\(#corrections\)", page)
    assert "| 荣誉与称号 | 无 | 国家级绿色园区 | 名单（工信部" in page
    assert "国家级绿色园区" in text_of("honours/index.md", rendered)
    assert "国家级绿色园区" in text_of("api/v1/names.csv", rendered)
    assert rendered.problems == ()


def test_an_index_is_found_by_what_it_says_of_itself() -> None:
    plans = next(doc for doc in site().search if doc.url == "plans/index.html")
    assert any("目标、计划或预计" in piece.text for piece in plans.pieces)
    changes = next(doc for doc in site().search if doc.url == "changes/index.html")
    assert not any("](" in piece.text for piece in changes.pieces)


def test_a_series_of_years_and_months_says_that_they_do_not_compare() -> None:
    whole = gold_content()
    sheet = next(sheet for sheet in whole.sheets if sheet.park.id == "zhaoqing-gaoxinqu")
    series = next(one for one in sheet.series if one.label == "汽车产业年产值")
    assert "时间长短不同" not in text_of("parks/zhaoqing-gaoxinqu.md").split("### 汽车产业年产值", 1)[1].split("\n## ", 1)[0]
    part = tuple(
        replace(item, fact=replace(item.fact, claim=replace(item.fact.claim, period="2022-01/2022-09")))
        if item.fact.id == series.facts[-1]
        else item
        for item in sheet.facts
    )
    rendered = render(replace(whole, sheets=(replace(sheet, facts=part),)))
    assert "时间长短不同" in text_of("parks/zhaoqing-gaoxinqu.md", rendered).split("### 汽车产业年产值", 1)[1].split("\n## ", 1)[0]
