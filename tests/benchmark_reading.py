"""How long reading and extraction of the seeds take, beside `jieba.cut` on the same text, and what twice the text costs.

Run it by `python -m tests.benchmark_reading`.
A benchmark to look at, not a test: what else the machine does would decide about a test's time. Processor time, the best of three, one
beside the other in one run.
"""

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import jieba

from generator.extract import extract_page
from tests.extracted import extractor
from tests.read_pages import SEEDS, read_bytes

TIMES = 3


def main() -> None:
    """Print seconds and ratios."""
    raw = [path.read_bytes() for path in sorted(SEEDS.glob("*.txt"))]
    text = b"\n".join(raw).decode("utf-8")
    list(jieba.cut(text[:100]))  # the dictionary is loaded before the clock runs
    _run(raw)
    cutting = _best(lambda: list(jieba.cut(text)))
    five, one, two = (_best(partial(_run, pages)) for pages in (raw, [b"\n\n".join(raw)], [b"\n\n".join(raw * 2)]))
    print(f"{len(raw)} seeds, {len(text)} characters: read and extracted in {five:.3f} s")  # noqa: T201
    print(f"jieba.cut of the same text {cutting:.3f} s ({five / cutting:.1f} times)")  # noqa: T201
    print(f"as one page {one:.3f} s, twice the text as one page {two:.3f} s ({two / one:.2f} times)")  # noqa: T201


def _run(pages: list[bytes]) -> None:
    for number, raw in enumerate(pages):
        page, _ = read_bytes(f"page{number}.txt", raw)
        if page is None:
            raise ValueError(Path(f"page{number}.txt"))
        extract_page(page, extractor())


def _best(work: Callable[[], object]) -> float:
    """The shortest of some runs in seconds of processor time."""
    seconds = []
    for _ in range(TIMES):
        begun = time.process_time()
        work()
        seconds.append(time.process_time() - begun)
    return min(seconds)


if __name__ == "__main__":
    main()
