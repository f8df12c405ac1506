"""The site of the annotated pages, built once, served from this machine, opened in Chromium with an empty profile."""

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Page, sync_playwright

from generator.publish.site import publish, read_options
from tests.browser.visit import Visit
from tests.site_content import ROOT, gold_content, gold_site

ARGUMENTS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


class QuietHandler(http.server.SimpleHTTPRequestHandler):
    """Serves files and says nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the parent's name
        """Say nothing."""


@pytest.fixture(scope="session")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The built site's folder."""
    root = tmp_path_factory.mktemp("site")
    for name in ("overrides", "assets"):
        shutil.copytree(ROOT / "site" / name, root / "site" / name)
    shutil.copy(ROOT / "site/mkdocs.yml", root / "site/mkdocs.yml")
    content, site = gold_content(), gold_site(read_options(root / "site/mkdocs.yml"))
    done = publish(site.files, site.search, content.sheets, content.pages, root, root / ".parkfacts")
    assert done.problems == ()
    return root / "site/public"


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """The address at which a folder is served from this machine."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(QuietHandler, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(scope="session")
def address(public: Path) -> Iterator[str]:
    """Where the site is served, below a path of its own: it must work under any."""
    with serve(public.parent) as served:
        yield f"{served}public/"


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for all tests. Without one the tests are skipped, but never in CI."""
    with sync_playwright() as playwright:
        try:
            started = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(ARGUMENTS))
        except Error as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no Chromium: {error.message.splitlines()[0]}")
        yield started
        started.close()


@pytest.fixture
def visit(browser: Browser, address: str) -> Iterator[Visit]:
    """Opens pages in fresh contexts; at the end nothing may have failed, and nothing may have been asked of another host."""
    visit = Visit(browser, address)
    yield visit
    visit.close()


@pytest.fixture
def page(visit: Visit) -> Page:
    """A desktop page in light colours."""
    return visit.page()
