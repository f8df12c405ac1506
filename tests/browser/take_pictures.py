"""Take the pictures of the README from the built site: `python -m tests.browser.take_pictures` after `parkfacts build`.

They are not made by the build: two machines never draw the same pixels.
"""

import shutil
from pathlib import Path
from typing import Literal

from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import ARGUMENTS, serve
from tests.site_content import ROOT

OUT = ROOT / "site/pictures"
SHEET = "parks/zhaoqing-gaoxinqu.html"
PICTURES: tuple[tuple[str, str, int, int, Literal["light", "dark"]], ...] = (
    ("sheet", SHEET, 1280, 1000, "light"),
    ("sheet-phone", SHEET, 390, 844, "dark"),
    ("search", "search/index.html?q=储能", 1280, 800, "light"),
)


def take(browser: Browser, address: str, public: Path) -> None:
    """Write every picture; the folder is made if it is not there."""
    OUT.mkdir(exist_ok=True)
    for name, path, width, height, scheme in PICTURES:
        if not (public / path.partition("?")[0]).exists():
            continue
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        page = context.new_page()
        page.goto(address + path, wait_until="networkidle")
        page.wait_for_timeout(600)
        page.screenshot(path=OUT / f"{name}.png")
        context.close()


def main(public: Path = ROOT / "site/public") -> None:
    """Serve the built site on this machine and take the pictures."""
    with serve(public) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        take(browser, address, public)
        browser.close()


if __name__ == "__main__":
    main()
