"""A metric over the years, as a reader sees it."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from generator.publish.site import publish, read_options
from generator.render.site import render_site
from tests.browser.visit import Scheme, Visit
from tests.site_content import ROOT, gold_content, registry, templates, wording
from tests.test_render_metrics import METRIC, with_ranks, with_years

pytestmark = [pytest.mark.browser, pytest.mark.slow]
HEIGHT = """(text) => [...document.querySelectorAll('#ranks-over-time ~ .pf-chart svg text')]
  .find((one) => one.textContent === text).getBoundingClientRect().y"""
PAGE = f"metrics/{METRIC}.html"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a built site in which two parks have figures of several years."""
    root: Path = tmp_path_factory.mktemp("years")
    for name in ("overrides", "assets"):
        shutil.copytree(ROOT / "site" / name, root / "site" / name)
    shutil.copy(ROOT / "site/mkdocs.yml", root / "site/mkdocs.yml")
    content = with_ranks(with_years(gold_content()))
    site = render_site(content, templates(), wording(), registry(), read_options(root / "site/mkdocs.yml"))
    done = publish(site.files, site.search, content.sheets, content.pages, root, root / ".parkfacts")
    assert done.problems == ()
    return (root / "site/public").as_uri() + "/"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 360])
def test_every_park_has_its_line_and_its_name(width: int, scheme: Scheme, browser: Browser, folder: str) -> None:
    visit = Visit(browser, folder)
    page = visit.go(visit.page(width, scheme=scheme), PAGE)
    chart = page.locator("#over-time ~ .pf-chart").first
    for text in ("肇庆高新区", "广州开发区 生物医药高新技术企业", "120家", "60家", "400家（预计）"):
        expect(chart.locator("svg text", has_text=text).first).to_be_visible()
    colours = page.evaluate(
        "[...document.querySelectorAll('#over-time ~ .pf-chart svg path[stroke-width=\"2\"]')].map((path) => path.getAttribute('stroke'))"
    )
    assert len({colour for colour in colours if colour not in (None, "none")}) >= 2
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    visit.close()


def test_a_rank_that_gets_better_climbs(browser: Browser, folder: str) -> None:
    visit = Visit(browser, folder)
    page = visit.go(visit.page(), PAGE)
    expect(page.locator("#ranks-over-time ~ .pf-chart svg text", has_text="第86位").first).to_be_visible()
    assert page.evaluate(HEIGHT, "第86位") < page.evaluate(HEIGHT, "第90位")
    assert page.evaluate(HEIGHT, "2021年") > page.evaluate(HEIGHT, "第90位"), "the years stand below"
    visit.close()
