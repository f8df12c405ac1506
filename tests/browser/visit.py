"""One reader's visit: contexts of several kinds, and what went wrong in them."""

from dataclasses import dataclass, field
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, Page

Scheme = Literal["light", "dark"]


@dataclass
class Visit:
    """Opens pages and remembers errors and requests to other hosts."""

    browser: Browser
    address: str
    wrong: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)
    fetched: list[str] = field(default_factory=list)

    def page(self, width: int = 1280, *, scheme: Scheme = "light", script: bool = True, offline_base: str = "") -> Page:
        """A new page in a new context; `offline_base` allows the files of a folder."""
        context = self.browser.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme, java_script_enabled=script)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.wrong.append(f"error: {error}"))
        page.on("console", lambda message: self.wrong.append(f"console: {message.text}") if message.type == "error" else None)
        allowed = (self.address, "data:", *((offline_base,) if offline_base else ()))
        page.on("request", lambda request: self.fetched.append(request.url))
        page.on("request", lambda request: None if request.url.startswith(allowed) else self.wrong.append(f"asked: {request.url}"))
        return page

    def go(self, page: Page, path: str) -> Page:
        """Open a page of the site, its scripts run."""
        page.goto(self.address + path, wait_until="load")
        return page

    def close(self) -> None:
        """Close all contexts; AssertionError if anything went wrong in them."""
        for context in self.contexts:
            context.close()
        assert self.wrong == []
