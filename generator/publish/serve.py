"""The site at localhost, built again as files change. For the eyes of one person: it listens on the loopback address only."""

import threading
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

_QUIET_SECONDS = 0.3
_READING = ("opened", "closed_no_write")


class _Quiet(SimpleHTTPRequestHandler):
    """Serves files without a line per request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the base class's
        """Say nothing."""


class _Changes(FileSystemEventHandler):
    """Remembers that something changed; reading a file is no change."""

    def __init__(self) -> None:
        super().__init__()
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type not in _READING and not event.is_directory:
            self.happened.set()


def serve_site(public: Path, watched: Iterable[Path], port: int, rebuild: Callable[[], None]) -> None:
    """Serve `public` on 127.0.0.1:`port`, calling `rebuild` after changes under `watched`, until interrupted.

    OSError if the port is taken.
    """
    changes, observer = _Changes(), Observer()
    for folder in watched:
        observer.schedule(changes, str(folder), recursive=True)
    with ThreadingHTTPServer(("127.0.0.1", port), partial(_Quiet, directory=str(public))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        observer.start()
        try:
            _rebuild_on_changes(changes.happened, rebuild)
        except KeyboardInterrupt:
            return
        finally:
            observer.stop()
            observer.join()
            server.shutdown()


def _rebuild_on_changes(changed: threading.Event, rebuild: Callable[[], None]) -> None:
    """An editor saves in several steps: wait until it has been quiet for a moment, then build once."""
    while True:
        changed.wait()
        while changed.is_set():
            changed.clear()
            changed.wait(_QUIET_SECONDS)
        rebuild()
