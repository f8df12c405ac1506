"""The whole way on a copy of the project: same input, same bytes; bad input costs itself alone."""

import html
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.machine_files import parse_files
from tests.project import copy_project, run, snapshot

MADE = ("content", "site/docs", "site/public")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = copy_project(tmp_path_factory.mktemp("built"))
    done = run(root, "build", PYTHONHASHSEED="1", TZ="UTC", LC_ALL="C.UTF-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return root


def test_the_committed_files_are_those_of_a_build(built: Path) -> None:
    done = run(Path(__file__).resolve().parent.parent, "build", "--check")
    assert done.returncode == 0, done.stdout + done.stderr


SPOKEN_OF = (
    "肇庆高新区", "昆明高新区", "西安高新区", "海口高新区", "镇江高新区", "厦门火炬高新区",
    "嘉兴高新区", "郑州高新区", "内江高新区", "拉萨高新区", "汕头高新区", "阿拉善高新区",
    "南昌高新区", "青岛高新区", "宁波高新区", "南阳高新区", "尧都高新区", "杭州高新区",
    "广州开发区", "石河子经开区", "准格尔经济开发区", "青岛自贸片区", "国家高新区", "国家级经开区",
)  # fmt: skip


def test_every_park_that_the_pages_speak_of_has_a_sheet(built: Path) -> None:
    sheets = [path.read_text("utf-8") for path in (built / "site/public/parks").glob("*.html")]
    titles = {match[1] for page in sheets if (match := re.search(r"<h1[^>]*>([^<]+)", page))}
    assert [name for name in SPOKEN_OF if name not in titles] == []


def test_a_series_runs_over_the_years_and_pages(built: Path) -> None:
    text = (built / "content/facts/zhaoqing-gaoxinqu.yaml").read_text("utf-8")
    (file,) = parse_files([("f", text)])
    facts = {fact.id: fact.claim for fact in file.facts}
    periods = {tuple(facts[id_].period for id_ in series.facts) for series in file.series}
    assert any({"2020", "2021", "2022"} <= set(run_) for run_ in periods)
    assert len({claim.evidence.page for claim in facts.values()}) == 4


def test_a_second_build_changes_no_byte_and_touches_no_file(built: Path) -> None:
    before = {path: (content, (built / path).stat().st_mtime_ns) for path, content in snapshot(built, *MADE).items()}
    done = run(built, "build")
    after = {path: (content, (built / path).stat().st_mtime_ns) for path, content in snapshot(built, *MADE).items()}
    assert (done.returncode, after) == (0, before)


def test_another_hash_seed_time_zone_locale_and_jobs_give_the_same_bytes(built: Path, tmp_path: Path) -> None:
    root = copy_project(tmp_path / "elsewhere")
    for path in sorted((root / "seeds").iterdir(), reverse=True):  # another order of files on the disk
        shutil.move(path, path.with_suffix(".moved"))
        shutil.move(path.with_suffix(".moved"), path)
    done = run(root, "build", "--jobs", "2", PYTHONHASHSEED="2", TZ="Asia/Shanghai", LC_ALL="C", LANG="de_DE")
    assert done.returncode == 0, done.stdout + done.stderr
    assert snapshot(root, *MADE) == snapshot(built, *MADE)


def test_a_stale_file_fails_the_check_and_is_named(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "stale"
    shutil.copytree(built, root)
    victim = sorted((root / "content" / "facts").glob("*.yaml"))[0]
    victim.write_text(victim.read_text("utf-8") + "# edited\n", "utf-8")
    done = run(root, "build", "--check")
    assert done.returncode == 1
    assert f"content/facts/{victim.name}: stale:" in done.stderr


BAD_PAGES = {
    "empty": b"",
    "binary": bytes(range(256)) * 8,
    "enormous": "新闻".encode() * (3 * 1024 * 1024),
}


def test_bad_pages_are_warnings_and_the_others_are_read(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "bad"
    shutil.copytree(built, root)
    for name, content in BAD_PAGES.items():
        (root / "seeds" / f"zz-{name}.txt").write_bytes(content)
    (root / "seeds" / "zz-unreadable.txt").symlink_to("nowhere.txt")
    done = run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    assert [name for name in (*BAD_PAGES, "unreadable") if f"seeds/zz-{name}.txt" not in done.stderr] == []
    assert snapshot(root, "content/facts") == snapshot(built, "content/facts")


def test_a_hostile_page_is_printed_literally(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "hostile"
    shutil.copytree(built, root)
    signs = "<script>alert(1)</script>{{ 7*7 }}{% raw %}|a|b|[x](javascript:1)\x1b[31m\u202e"
    text = f"本报讯 近日，肇庆高新区新增{signs}企业12345家，同比增长9.9%。肇庆高新区表示，今后将继续努力。\n\n王小明\n"
    (root / "seeds" / "zz-hostile.txt").write_text(text, "utf-8")
    done = run(root, "build")
    assert done.returncode == 0, done.stdout + done.stderr
    pages = [path.read_text("utf-8") for path in (root / "site/public").rglob("*.html")]
    assert any("<script>alert(1)</script>{{ 7*7 }}" in html.unescape(page) for page in pages)
    assert not any(re.search(r"<script>alert|href=.?javascript:|新增49", page) for page in pages)


def test_a_wrong_correction_leaves_content_and_site_as_they_were(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "wrong"
    shutil.copytree(built, root)
    before = snapshot(root, "content/facts", "site/public")
    (root / "content/corrections/zhaoqing-gaoxinqu.yaml").write_text("- fact: 0000000000\n  drop: true\n  reson: x\n", "utf-8")
    done = run(root, "build")
    assert done.returncode == 1
    assert "content/corrections/zhaoqing-gaoxinqu.yaml:3:3: unknown-key" in done.stderr
    assert snapshot(root, "content/facts", "site/public") == before


def test_a_killed_build_leaves_the_last_good_site_and_the_next_is_right(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "killed"
    shutil.copytree(built, root)
    shutil.rmtree(root / ".parkfacts")
    good = snapshot(root, "site/public")
    command = [sys.executable, "-m", "generator", "--root", str(root), "build"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).resolve().parent.parent)}
    victim = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
    time.sleep(2.5)
    os.killpg(victim.pid, signal.SIGKILL)
    victim.wait()
    assert snapshot(root, "site/public") == good
    assert run(root, "build").returncode == 0
    assert snapshot(root, *MADE) == snapshot(built, *MADE)
