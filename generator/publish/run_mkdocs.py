"""MkDocs in a process of its own: its warnings are counted, and nothing of our environment gets into its output.

Never `--quiet` (hides what strict counts), never `--dirty` (wrong pages).
"""

import os
import re
import subprocess
import sys
from pathlib import Path

from generator.model.problem import Problem, Severity

_FINDING = re.compile(r"^(WARNING|ERROR)\s+-\s+(.*)$")
_DOC = re.compile(r"[Dd]oc(?:umentation)? file '([^']+)'")
# The same in every build: MkDocs prints it into sitemap.xml and the theme into nothing else.
_EPOCH = "0"


def run_mkdocs(config: Path, out: Path, root: Path) -> tuple[Problem, ...]:
    """Build the site into `out`. Returns an error for each of MkDocs' warnings and errors, and one if it failed without saying why."""
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--clean", "--config-file", str(config), "--site-dir", str(out)]
    done = subprocess.run(  # noqa: S603  # our own command, no shell
        command, cwd=root, env=_environment(root), capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
    )
    problems = find_problems(done.stdout + done.stderr)
    if done.returncode and not problems:
        last = (done.stdout + done.stderr).strip().splitlines()[-1:]
        problems = (
            Problem("site/mkdocs.yml", 0, 0, Severity.ERROR, "mkdocs-failed", " ".join(last) or f"mkdocs ended with {done.returncode}."),
        )
    return problems


def find_problems(output: str) -> tuple[Problem, ...]:
    """What MkDocs complained of.

    >>> find_problems("WARNING -  Doc file 'a.md' contains a link 'b.md', but the target is not found.")[0].path
    'site/docs/a.md'
    """
    problems = []
    for line in output.splitlines():
        match = _FINDING.match(line)
        if match and not match[2].startswith("Aborted"):
            doc = _DOC.search(match[2])
            path = f"site/docs/{doc[1]}" if doc else "site/mkdocs.yml"
            problems.append(Problem(path, 0, 0, Severity.ERROR, "mkdocs", match[2].strip()))
    return tuple(problems)


def _environment(root: Path) -> dict[str, str]:
    """Only what Python needs; language, time zone and hash seed are fixed, so that they cannot change a byte."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "SYSTEMROOT", "TEMP", "TMP", "TMPDIR", "VIRTUAL_ENV") if name in os.environ}
    path = os.pathsep.join([str(root), *filter(None, [os.environ.get("PYTHONPATH", "")])])
    fixed = {"LC_ALL": "C.UTF-8", "TZ": "UTC", "PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "PYTHONDONTWRITEBYTECODE": "1", "PYTHONPATH": path}
    return kept | fixed | {"SOURCE_DATE_EPOCH": _EPOCH, "DISABLE_MKDOCS_2_WARNING": "true", "NO_MKDOCS_2_WARNING": "true"}
