"""The site that `parkfacts build` makes of the seeds, opened as a reader opens it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import serve
from tests.browser.visit import Visit
from tests.project import copy_project, run

pytestmark = [pytest.mark.browser, pytest.mark.slow]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root: Path = copy_project(tmp_path_factory.mktemp("real"))
    done = run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    with serve(root / "site/public") as address:
        yield address


def test_search_for_storage_and_follow_a_figure_to_its_sentence(browser: Browser, served: str) -> None:
    visit = Visit(browser, served)
    page = visit.go(visit.page(), "index.html")
    page.get_by_role("searchbox").first.fill("储能")
    page.keyboard.press("Enter")
    hit = page.locator("#pf-hits li").first
    expect(hit.locator("h2 a")).to_have_text("肇庆高新区")
    hit.locator("h2 a").click()
    row = page.locator("tr", has_text="高新技术企业").filter(has_text="293").first
    row.locator(".pf-ref a").first.click()
    expect(page.locator("mark.pf-now").first).to_contain_text("高新技术企业达293家")
    visit.close()
