"""What readers do: follow a figure to its sentence, search, filter, compare; on a phone, in the dark, without a script, on paper."""

import importlib.util
import json
import re
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.publish.search_text import fold
from tests.browser.conftest import serve
from tests.browser.visit import Scheme, Visit
from tests.site_content import gold_site
from tests.test_search import _literals as literals

pytestmark = pytest.mark.browser

SHEET = "parks/zhaoqing-gaoxinqu.html"
KINDS = (
    "index.html", SHEET, "parks/index.html", "regions/index.html", "regions/guangdong.html", "metrics/index.html", "metrics/m5.html",
    "timeline/index.html", "companies/index.html", "sources/index.html", "sources/000-1.html", "quality/index.html", "changes/index.html",
    "downloads/index.html", "compare/index.html#zhaoqing-gaoxinqu,guangzhou-kaifaqu", "search/index.html?q=储能", "about.html",
    "correct.html",
)  # fmt: skip
LOOKS = """() => [...document.querySelectorAll('body *')].map((one) => {
  const place = one.getBoundingClientRect(), style = getComputedStyle(one);
  return [one.tagName, place.x, place.y, place.width, place.height, style.color, style.backgroundColor, style.fontSize, style.display];
})"""
QUERIES = (
    ("肇庆高新区", "肇庆高新区"),
    ("大旺", "肇庆高新区"),
    ("大旺高新区", "肇庆高新区"),
    ("广州开发区", "广州开发区"),
    ("石河子", "石河子经开区"),
    ("尧都高新区", "尧都高新区"),
    ("青岛自贸片区", "青岛自贸片区"),
    ("储能", "肇庆高新区"),
    ("34.8亿元", "肇庆高新区"),
    ("293家", "肇庆高新区"),
    ("2020年", "肇庆高新区"),
    ("“两新”产业", "肇庆高新区"),
    ("两新", "肇庆高新区"),
    ("研发经费支出", "肇庆高新区"),
    ("术企业达29", "肇庆高新区"),
    ("汽车产业年产值", "肇庆高新区"),
    ("专利授权 822", "昆明高新区"),
    ("822件", "昆明高新区"),
    ("1534", "肇庆高新区"),
    ("超2500家", "广州开发区"),
)


def test_from_home_to_the_sentence_behind_a_figure_in_three_clicks(page: Page, visit: Visit) -> None:
    visit.go(page, "index.html")
    page.get_by_role("link", name="肇庆高新区", exact=True).first.click()
    row = page.locator("tr", has_text="高新技术企业").filter(has_text="293").first
    row.locator(".pf-ref a").first.click()
    marked = page.locator("mark.pf-now").first
    expect(marked).to_contain_text("高新技术企业达293家")
    expect(marked).to_be_in_viewport()


def test_search_and_follow_a_figure_to_its_sentence(page: Page, visit: Visit) -> None:
    visit.go(page, "index.html")
    page.get_by_role("searchbox").first.fill("储能")
    page.keyboard.press("Enter")
    hit = page.locator("#pf-hits li").first
    expect(hit.locator("h2 a")).to_have_text("肇庆高新区")
    hit.locator("p a", has_text="300亿元").first.click()
    row = page.locator("tr:has(.pf-anchor:target)")
    expect(row).to_contain_text("300")
    row.locator(".pf-ref a").first.click()
    expect(page.locator("mark.pf-now").first).to_contain_text("两新")


@pytest.mark.parametrize(("query", "first"), QUERIES)
def test_the_right_sheet_comes_first(query: str, first: str, page: Page, visit: Visit) -> None:
    visit.go(page, f"search/index.html?q={query}")
    hit = page.locator("#pf-hits li").first
    expect(hit.locator("h2 a")).to_have_text(first)
    if query != first:
        assert fold(query.split(" ")[0]).strip('"') in fold(hit.inner_text()).replace('"', "") or first in hit.inner_text()


def test_the_browser_finds_what_a_plain_scan_finds(page: Page, visit: Visit) -> None:
    docs = gold_site().search
    visit.go(page, "search/index.html")
    for literal in literals(60, seed=11):
        if '"' in fold(literal) or re.search(r"\s", literal):
            continue
        wanted = fold(literal)
        expected = {doc.url for doc in docs if any(wanted in fold(text) for text in (*doc.names, *(piece.text for piece in doc.pieces)))}
        found = page.evaluate("async (query) => (await pfFind(query)).map((hit) => hit.doc.url)", literal)
        assert set(found) == expected, literal


def test_search_filters_and_says_when_nothing_is_found(page: Page, visit: Visit) -> None:
    visit.go(page, "search/index.html?q=高新区")
    page.get_by_label("省份").select_option("yunnan")
    page.get_by_label("页面").select_option("park")
    expect(page.locator("#pf-hits li h2 a")).to_have_text(["昆明高新区"])
    page.locator("#pf-q").fill("查无此词")
    expect(page.locator("#pf-found")).to_have_text("没有找到。")
    page.locator("#pf-q").fill("区")
    expect(page.locator("#pf-found")).to_have_text("请输入至少两个字。")


def test_search_by_keyboard_alone(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    page.keyboard.press("/")
    page.keyboard.type("石河子经开区")
    page.keyboard.press("Enter")
    expect(page.locator("#pf-hits li").first).to_be_visible()
    page.locator("#pf-q").focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("石河子经开区")


def test_filter_and_sort_parks(page: Page, visit: Visit) -> None:
    visit.go(page, "parks/index.html")
    rows = page.locator(".pf-table tbody tr:visible")
    everything = rows.count()
    page.get_by_label("省份").select_option("广东省")
    assert 0 < rows.count() < everything
    expect(rows.first).to_contain_text("广东省")
    page.get_by_label("省份").select_option("")
    page.get_by_label("产业").select_option("低空经济")
    expect(rows).to_have_count(1)
    page.get_by_label("产业").select_option("")
    page.get_by_role("button", name="数据", exact=True).click()
    page.get_by_role("button", name="数据", exact=True).click()
    counts = [int(text) for text in page.locator(".pf-table tbody td:nth-child(6)").all_inner_texts()]
    assert counts == sorted(counts)


def test_compare_can_be_shared(page: Page, visit: Visit) -> None:
    visit.go(page, "compare/index.html")
    page.locator(".pf-compare select").nth(0).select_option(label="肇庆高新区")
    page.locator(".pf-compare select").nth(1).select_option(label="广州开发区")
    expect(page.locator(".pf-compare thead th")).to_have_text(["指标", "肇庆高新区", "广州开发区"])
    shared = page.url
    other = visit.page()
    other.goto(shared)
    row = other.locator(".pf-compare tbody tr", has_text="高新技术企业").first
    expect(row).to_contain_text("293家")
    expect(row).to_contain_text("超2500家")
    other.get_by_label("只看各园区都有的指标").check()
    expect(other.locator(".pf-compare tbody", has_text="无数据")).to_have_count(0)
    expect(row).to_contain_text("293家")
    row.get_by_role("link", name="293家").click()
    expect(other.locator("tr:has(.pf-anchor:target)")).to_contain_text("293")


def test_a_citation_says_where_and_on_which_day_the_sheet_was_read(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    cited = page.locator(".pf-cite-sheet").inner_text()
    today = page.evaluate("new Date().toLocaleDateString('sv-SE')")
    assert cited.endswith(f"[{today}]. {page.url.partition('#')[0]}.")


def test_charts_stand_where_series_are_and_nowhere_else(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    expect(page.locator(".pf-chart svg").first).to_be_visible()
    assert page.locator(".pf-chart").first.get_attribute("aria-label")
    assert any("echarts" in url for url in visit.fetched)
    visit.fetched.clear()
    visit.go(page, "parks/index.html")
    assert not any("echarts" in url for url in visit.fetched)


@pytest.mark.parametrize("path", KINDS)
def test_no_page_scrolls_sideways_on_a_phone(path: str, visit: Visit) -> None:
    page = visit.go(visit.page(360), path)
    page.wait_for_timeout(200)
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    wide = page.evaluate(
        "[...document.querySelectorAll('article *')].filter(e => e.checkVisibility() && e.getBoundingClientRect().right > 361).length"
    )
    assert wide == 0


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("path", ["index.html", SHEET, "parks/index.html", "correct.html", "sources/000-1.html"])
def test_the_theme_looks_as_if_nothing_of_it_were_left_out(path: str, width: int, visit: Visit) -> None:
    found = importlib.util.find_spec("material")
    assert found is not None
    theme = Path((found.submodule_search_locations or [""])[0]) / "templates/assets/stylesheets"
    shown = []
    for whole in (False, True):
        page = visit.page(width)
        if whole:
            page.route(
                re.compile(r"/(?:main|palette)\.[0-9a-f]+\.min\.css$"),
                lambda route: route.fulfill(path=theme / Path(route.request.url).name),
            )
        visit.go(page, path).emulate_media(reduced_motion="reduce")
        page.wait_for_timeout(300)
        shown.append(page.evaluate(LOOKS))
    assert len(shown[0]) > 100
    assert shown[0] == shown[1]


def test_the_reader_chooses_light_or_dark_and_it_stays(visit: Visit) -> None:
    page = visit.go(visit.page(scheme="dark"), "index.html")
    scheme = "document.body.dataset.mdColorScheme"
    assert page.evaluate(scheme) == "slate"
    page.locator("label[for^=__palette]:visible").click()
    assert page.evaluate(scheme) == "default"
    visit.go(page, SHEET)
    assert page.evaluate(scheme) == "default"
    page.locator("label[for^=__palette]:visible").click()
    assert page.evaluate(scheme) == "slate"


def test_the_device_turns_the_page_dark_where_nobody_chose(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    page.emulate_media(color_scheme="dark")
    page.wait_for_function("document.body.dataset.mdColorScheme === 'slate'")


def test_the_contents_follow_the_reader_and_the_way_to_the_top_is_one_click(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    top = page.locator("button.md-top")
    expect(top).to_have_attribute("hidden", "")
    page.locator("#sources").scroll_into_view_if_needed()
    page.evaluate("document.getElementById('sources').scrollIntoView()")
    page.wait_for_function("window.scrollY > 1000")
    expect(top).to_have_attribute("hidden", "")
    page.mouse.wheel(0, -60)
    expect(page.locator(".md-sidebar--secondary a[aria-current=location]")).to_have_count(1)
    expect(top).to_be_visible()
    top.click()
    page.wait_for_function("window.scrollY === 0")


def test_the_menu_of_a_phone_leads_to_every_index(visit: Visit) -> None:
    page = visit.go(visit.page(360), SHEET)
    page.locator("label.md-header__button[for=__drawer]").click()
    expect(page.locator(".md-nav--primary")).to_be_visible()
    page.locator(".md-nav--primary label.md-nav__link", has_text="数据").click()
    page.locator(".md-nav--primary").get_by_role("link", name="时间线").click()
    expect(page.locator("h1")).to_have_text("时间线")


def test_a_phone_has_the_contents_of_a_long_page_below_its_head(visit: Visit) -> None:
    page = visit.go(visit.page(360), SHEET)
    contents = page.locator("details.pf-contents")
    expect(contents.locator("ul")).to_be_hidden()
    contents.locator("summary").click()
    contents.get_by_role("link", name="来源", exact=True).click()
    expect(page.locator("#sources")).to_be_in_viewport()
    expect(contents.locator("ul")).to_be_hidden()
    wide = visit.go(visit.page(1280), SHEET)
    expect(wide.locator("details.pf-contents")).to_be_hidden()


def test_a_shared_comparison_names_the_park_that_it_does_not_find(page: Page, visit: Visit) -> None:
    visit.go(page, "compare/index.html#zhaoqing-gaoxinqu,no-such-park")
    expect(page.locator(".pf-compare .pf-missing")).to_have_text("链接中有找不到的园区：no-such-park")
    expect(page.locator(".pf-compare thead th")).to_have_text(["指标", "肇庆高新区"])
    page.locator(".pf-compare select").nth(1).select_option(label="广州开发区")
    expect(page.locator(".pf-compare .pf-missing")).to_have_count(0)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", KINDS)
def test_no_violation_of_wcag_2_1_aa(path: str, scheme: Scheme, visit: Visit) -> None:
    page = visit.go(visit.page(scheme=scheme), path)
    page.wait_for_timeout(300)
    assert page.evaluate("document.body.dataset.mdColorScheme") == ("slate" if scheme == "dark" else "default")
    page.add_script_tag(path=str(Path(__file__).parent / "axe/axe.min.js"))
    run = "async () => (await axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice']})).violations"
    found = [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in page.evaluate(run)]
    assert found == []


def test_without_a_script_everything_can_be_read(visit: Visit) -> None:
    page = visit.page(script=False)
    page.goto(visit.address + SHEET)
    expect(page.locator("h1")).to_have_text("肇庆高新区")
    expect(page.locator("table", has_text="汽车产业年产值").first).to_be_visible()
    page.locator("tr", has_text="293").locator(".pf-ref a").first.click()
    expect(page.locator("mark", has_text="高新技术企业达293家").first).to_be_in_viewport()
    page.goto(visit.address + "search/index.html")
    expect(page.locator("noscript").first).to_be_attached()


def test_the_site_works_from_a_folder(public: Path, visit: Visit) -> None:
    base = public.as_uri() + "/"
    page = visit.page(offline_base=base)
    page.goto(base + "index.html")
    page.get_by_role("searchbox").first.fill("34.8亿元")
    page.keyboard.press("Enter")
    expect(page.locator("#pf-hits li h2 a").first).to_have_text("肇庆高新区")
    page.locator("#pf-hits li h2 a").first.click()
    expect(page.locator(".pf-chart svg").first).to_be_visible()
    page.goto(base + "compare/index.html#zhaoqing-gaoxinqu,guangzhou-kaifaqu")
    expect(page.locator(".pf-compare tbody tr").first).to_be_visible()


@pytest.mark.parametrize("scheme", ["http", "file"])
def test_the_site_works_below_any_path(scheme: str, public: Path, browser: Browser, tmp_path: Path) -> None:
    base = tmp_path / "某 站点/v2.0"
    base.parent.mkdir()
    base.symlink_to(public, target_is_directory=True)
    with serve(tmp_path) as served:
        address = f"{served}{quote('某 站点/v2.0')}/" if scheme == "http" else base.as_uri() + "/"
        visit = Visit(browser, address)
        page = visit.go(visit.page(), "index.html")
        page.get_by_role("searchbox").first.fill("34.8亿元")
        page.keyboard.press("Enter")
        page.locator("#pf-hits li h2 a").first.click()
        expect(page.locator(".pf-chart svg").first).to_be_visible()
        page.locator(".pf-up a").click()
        expect(page.locator("h1")).to_have_text("园区")
        visit.go(page, "compare/index.html#zhaoqing-gaoxinqu,guangzhou-kaifaqu")
        expect(page.locator(".pf-compare tbody tr").first).to_be_visible()
        visit.close()


def test_a_sheet_prints(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    paper = page.pdf(format="A4")
    assert paper.startswith(b"%PDF")
    page.emulate_media(media="print")
    expect(page.locator(".pf-header-search")).to_be_hidden()
    expect(page.locator(".md-header")).to_be_hidden()
    expect(page.locator("table").first).to_be_visible()


def test_the_first_answer_fetches_little(page: Page, visit: Visit, public: Path) -> None:
    visit.go(page, "search/index.html?q=研发经费支出")
    expect(page.locator("#pf-hits li").first).to_be_visible()
    index = [url.split("?")[0].removeprefix(visit.address) for url in visit.fetched if "/search/" in url and ".js" in url]
    assert index
    assert sum((public / path).stat().st_size for path in index) <= 150_000


def test_a_correction_stub_is_two_clicks_from_a_figure(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    page.locator("tr", has_text="293").locator(".pf-ref a").first.click()
    page.locator(".pf-taken li", has_text="293").locator("code").click()
    stub = page.locator("pre.pf-stub:target")
    expect(stub).to_be_in_viewport()
    expect(stub).to_contain_text("was: {value: 293}")
    expect(page.get_by_role("button", name="复制").first).to_be_visible()


def test_structured_data_can_be_read(page: Page, visit: Visit) -> None:
    visit.go(page, SHEET)
    data = json.loads(page.locator('script[type="application/ld+json"]').inner_text())
    assert (data["@type"], data["about"]["@type"]) == ("Dataset", "Place")
