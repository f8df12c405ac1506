"""Publishing: nothing unproved, nothing half-written, the same bytes everywhere, and the last good site stays when something fails."""

import gzip
import hashlib
import re
import shutil
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.sheet import Fact, SheetFact
from generator.model.site import SiteFile
from generator.publish.finish import check_site
from generator.publish.prove import find_unproved
from generator.publish.prune_css import find_used, prune_css, prune_properties
from generator.publish.run_mkdocs import find_problems
from generator.publish.site import publish, read_options
from generator.publish.tree import read_tree, recover, swap_in, write_tree
from tests.site_content import ROOT, gold_content, gold_site


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project folder with the site's settings and nothing built."""
    for name in ("overrides", "assets"):
        shutil.copytree(ROOT / "site" / name, tmp_path / "site" / name)
    shutil.copy(ROOT / "site/mkdocs.yml", tmp_path / "site/mkdocs.yml")
    return tmp_path


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The annotated pages, published."""
    root = tmp_path_factory.mktemp("built")
    for name in ("overrides", "assets"):
        shutil.copytree(ROOT / "site" / name, root / "site" / name)
    shutil.copy(ROOT / "site/mkdocs.yml", root / "site/mkdocs.yml")
    _publish(root)
    return root


def _publish(root: Path) -> tuple[bool, list[str]]:
    content, site = gold_content(), gold_site(read_options(root / "site/mkdocs.yml"))
    done = publish(site.files, site.search, content.sheets, content.pages, root, root / ".parkfacts")
    return done.built, [problem.text() for problem in done.problems]


def _digest(folder: Path) -> dict[str, str]:
    return {file.path: hashlib.sha256(file.content).hexdigest() for file in read_tree(folder)}


def test_every_quote_is_proved_again() -> None:
    content = gold_content()
    assert find_unproved(content.sheets, content.pages) == ()
    sheet = next(sheet for sheet in content.sheets if sheet.facts)
    claim = sheet.facts[0].fact.claim
    for evidence, code in (
        (replace(claim.evidence, quote=claim.evidence.quote[:-1] + "错"), "quote-not-found"),
        (replace(claim.evidence, start=claim.evidence.start + 1, end=claim.evidence.end + 1), "quote-not-found"),
        (replace(claim.evidence, index=10_000), "no-such-text"),
        (replace(claim.evidence, article="none"), "no-such-text"),
        (replace(claim.evidence, quote="", end=claim.evidence.start), "quote-not-found"),
    ):
        broken = replace(sheet, facts=(SheetFact(Fact(replace(claim, evidence=evidence))),))
        assert [problem.code for problem in find_unproved((broken,), content.pages)] == [code]


def test_nothing_is_written_when_a_fact_is_unproved(project: Path) -> None:
    content = gold_content()
    site = gold_site()
    sheet = next(sheet for sheet in content.sheets if sheet.facts)
    claim = replace(sheet.facts[0].fact.claim, evidence=replace(sheet.facts[0].fact.claim.evidence, quote="没有的话3"))
    done = publish(
        site.files, site.search, (replace(sheet, facts=(SheetFact(Fact(claim)),)),), content.pages, project, project / ".parkfacts"
    )
    assert not done.built
    assert [problem.code for problem in done.problems] == ["quote-not-found"]
    assert not (project / "site/docs").exists()


def test_a_build_has_no_problem_and_a_second_one_does_nothing(built: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")}
    assert _publish(built) == (False, [])
    assert {path: path.stat().st_mtime_ns for path in (built / "site").rglob("*")} == before


def test_another_folder_time_zone_and_locale_give_the_same_bytes(built: Path, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("TZ", "Asia/Shanghai"), ("LC_ALL", "de_DE.UTF-8"), ("PYTHONHASHSEED", "77"), ("SOURCE_DATE_EPOCH", "999999999")):
        monkeypatch.setenv(name, value)
    assert _publish(project) == (True, [])
    assert _digest(project / "site/public") == _digest(built / "site/public")


def test_no_build_time_and_no_other_host_in_any_file(built: Path) -> None:
    public = built / "site/public"
    assert not list(public.rglob("*.gz"))
    assert not list(public.rglob("*.map"))
    for path in public.rglob("*.html"):
        text = path.read_text("utf-8")
        assert not re.search(r'<(?:script|img|iframe)[^>]*src="(?:https?:)?//', text), path
        assert not re.search(r'<link[^>]*rel="(?:stylesheet|preconnect|icon)"[^>]*href="(?:https?:)?//', text), path


def test_pages_say_their_language_and_have_captions_scopes_and_column_names(built: Path) -> None:
    text = (built / "site/public/parks/zhaoqing-gaoxinqu.html").read_text("utf-8")
    assert '<html lang="zh"' in text
    tables = re.findall(r"<table.*?</table>", text, re.DOTALL)
    assert tables
    assert all("<caption" in table and '<th scope="col"' in table for table in tables)
    assert 'data-label="数值"' in text
    assert "application/ld+json" in text


def test_pages_are_light(built: Path) -> None:
    public = built / "site/public"
    heaviest = max(len(gzip.compress(path.read_bytes())) for path in public.rglob("*.html"))
    assert heaviest <= 60_000
    page = (public / "parks/zhaoqing-gaoxinqu.html").read_text("utf-8")
    loaded = re.findall(r'<(?:script src|link rel="stylesheet" href)="([^"]+)"', page)
    parts = [(public / "parks" / name).resolve() for name in loaded]
    assert len(parts) >= 3
    assert sum(len(part.read_bytes()) for part in parts) + len(page.encode()) <= 250_000, "as it lies on the disk"
    assert sum(len(gzip.compress(part.read_bytes())) for part in parts) + len(gzip.compress(page.encode())) <= 60_000, "as it is sent"


def test_nothing_of_the_theme_is_left_that_no_page_loads(built: Path) -> None:
    public = built / "site/public"
    pages = "".join(path.read_text("utf-8") for path in sorted(public.rglob("*.html")))
    loaded_by_script = {"charts.js", "compare.js", "search.js"}
    for path in sorted((public / "assets").glob("*/*.*")):
        assert path.name in pages or path.name in loaded_by_script, path


USED = find_used(['<body dir="ltr" class="a b" data-md-color-scheme="slate"><p class="c">'], ["make('p', {class: 'from-script'})"])


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".a{x:1}.z{x:2}", ".a{x:1}"),
        (".a,.z,.b{x:1}", ".a,.b{x:1}"),
        (".a .z>p{x:1}p:hover{x:2}", "p:hover{x:2}"),
        (".a:not(.z){x:1}", ".a:not(.z){x:1}"),
        (":is(.z,.a) p{x:1}", ":is(.z,.a) p{x:1}"),
        (".from-script{x:1}", ".from-script{x:1}"),
        ("[dir=rtl] .a{x:1}[dir=ltr] .a{x:2}", "[dir=ltr] .a{x:2}"),
        ('[data-md-color-scheme="slate"]{x:1}[data-md-color-scheme=other]{x:2}', '[data-md-color-scheme="slate"]{x:1}'),
        ("[type=checkbox]{x:1}[hidden]{x:2}", "[type=checkbox]{x:1}[hidden]{x:2}"),
        ("@media print{.z{x:1}}@media screen{.z{x:1}.a{x:2}}", "@media screen{.a{x:2}}"),
        ("@keyframes z{from{x:1}to{x:2}}@font-face{x:1}", "@keyframes z{from{x:1}to{x:2}}@font-face{x:1}"),
        (".a:after{content:'}.z{'}.z{x:1}", ".a:after{content:'}.z{'}"),
        ('.a{x:url("data:image/svg+xml;utf8,<svg class=z>{}</svg>")}.z{x:1}', '.a{x:url("data:image/svg+xml;utf8,<svg class=z>{}</svg>")}'),
        ("", ""),
    ],
)  # fmt: skip
def test_only_rules_that_can_match_nothing_go(css: str, left: str) -> None:
    assert prune_css(css, USED) == left
    assert prune_css(left, USED) == left


def test_a_property_that_another_sheet_or_a_script_asks_for_stays() -> None:
    css = ":root{--own:1;--script:2;--chain:var(--end);--end:3;--gone:url('data:;x');color:var(--own)}.a{--gone:4}"
    assert prune_properties([css], ["p{x:var(--chain)}", "style('--script')"]) == (
        ":root{--own:1;--script:2;--chain:var(--end);--end:3;color:var(--own)}",
    )


def test_a_failed_build_leaves_the_last_good_site(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = _digest(built / "site/public")
    content, site = gold_content(), gold_site(read_options(built / "site/mkdocs.yml"))
    broken = (*site.files, SiteFile("zz.md", "# 题\n\n[错](nowhere.md)\n".encode()))
    done = publish(broken, site.search, content.sheets, content.pages, built, built / ".parkfacts")
    assert not done.built
    assert any("nowhere.md" in problem.message for problem in done.problems)
    assert _digest(built / "site/public") == before
    assert not (built / "site/.public.new").exists()


def test_mkdocs_that_dies_without_a_word_is_an_error(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", shutil.which("false") or "/bin/false")
    built, problems = _publish(project)
    assert not built
    assert problems == ["site/mkdocs.yml: mkdocs-failed: mkdocs ended with 1."]


def test_warnings_of_mkdocs_are_errors_with_their_page() -> None:
    out = "INFO    -  Building\n"
    out += "WARNING -  Doc file 'parks/a.md' contains a link '../x.md'\nERROR   -  Config value: bad\nAborted with 1 warnings"
    assert [(problem.path, problem.message[:6]) for problem in find_problems(out)] == [
        ("site/docs/parks/a.md", "Doc fi"),
        ("site/mkdocs.yml", "Config"),
    ]


@pytest.mark.parametrize("path", ["../x.md", "/etc/passwd", "a/../../x", "C:/x", "a\\b", "", "a\0b"])
def test_no_path_leads_out_of_the_folder(tmp_path: Path, path: str) -> None:
    with pytest.raises(ValueError, match="not a path below the site"):
        write_tree(tmp_path / "docs", (SiteFile("good.md", b"1"), SiteFile(path, b"2")))
    assert not (tmp_path / "docs").exists()


def test_only_what_changed_is_written_and_what_is_stale_goes(tmp_path: Path) -> None:
    assert write_tree(tmp_path, (SiteFile("a/x.md", b"1"), SiteFile("b.md", b"2"))) == ("a/x.md", "b.md")
    assert write_tree(tmp_path, (SiteFile("b.md", b"3"),)) == ("a/x.md", "b.md")
    assert [path.name for path in sorted(tmp_path.rglob("*"))] == ["b.md"]


def test_a_swap_that_died_half_way_is_undone(tmp_path: Path) -> None:
    place, fresh = tmp_path / "public", tmp_path / ".public.new"
    for folder, text in ((place, "old"), (fresh, "new")):
        folder.mkdir()
        (folder / "index.html").write_text(text)
    place.rename(tmp_path / ".public.old")
    recover(place)
    assert (place / "index.html").read_text() == "old"
    swap_in(fresh, place)
    assert (place / "index.html").read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["public"]


def test_dead_links_dead_anchors_and_other_hosts_are_seen(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(
        '<a href="b.html"></a><a href="a.html#no"></a><a href="#yes"></a><b id="yes"></b><a href="https://example.org"></a>'
        '<script src="https://example.org/x.js"></script>',
        "utf-8",
    )
    assert [problem.code for problem in check_site(tmp_path)] == ["dead-anchor", "dead-link", "other-host"]
