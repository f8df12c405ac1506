"""How long the check of 500 files of 20 corrections takes, beside what CSafeLoader takes to load them.

Run it by `python -m tests.benchmark_corrections`.
A benchmark to look at, not a test: what else the machine does would decide about a test's time. Processor time, one run side by side.
"""

import time
from dataclasses import replace

import yaml

from generator.correct.apply import correct
from generator.correct.load import load_corrections
from generator.correct.stub import correction_stub
from generator.model.fact_id import fact_id
from generator.model.sheet import Fact, ParkFile
from tests import corrected_world as world

FILES, EACH = 500, 20


def main() -> None:
    """Print both times and their ratio."""
    parks = tuple(world.park(f"park-{number}", f"第{number}高新区") for number in range(FILES))
    files, texts = [], []
    for park in parks:
        facts = tuple(Fact(replace(world.FIRMS, id=fact_id(park.id, str(number)), park=park.id)) for number in range(EACH))
        files.append(ParkFile(park, facts, (), (), (), ()))
        stubs = [correction_stub(fact, park.id).replace("set: {value: 293}", "set: {value: 294}") for fact in facts]
        texts.append((f"content/corrections/{park.id}.yaml", "\n".join(stubs).replace("because:", "because: 管委会网站更正")))
    lines = sum(text.count("\n") for _, text in texts)

    begun = time.process_time()
    for _, text in texts:
        yaml.load(text, Loader=yaml.CSafeLoader)  # CSafeLoader is safe
    plain = time.process_time()
    loaded = load_corrections(texts, world.REGISTRY, parks=parks)
    checked = time.process_time()
    _, problems = correct(files, loaded.sheets, world.REGISTRY)
    applied = time.process_time()

    assert (len(loaded.sheets), loaded.problems, problems) == (FILES * EACH, (), ())
    loading, checking, applying = plain - begun, checked - plain, applied - checked
    print(f"CSafeLoader {loading:.2f} s, check {checking:.2f} s ({checking / loading:.2f} times), {1000 * checking / lines:.3f} ms a line")  # noqa: T201
    print(f"laid over the park files {applying:.2f} s ({(checking + applying) / loading:.2f} times with it)")  # noqa: T201


if __name__ == "__main__":
    main()
