"""Writing a folder of files so that a build that dies at any moment leaves no half file."""

import os
import shutil
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from generator.model.site import SiteFile


def write_tree(folder: Path, files: Iterable[SiteFile]) -> tuple[str, ...]:
    """Make the folder hold exactly those files; what has not changed is not touched. Returns the paths that were written or removed.

    ValueError for a path that leads out of the folder: nothing is written then.
    """
    wanted = {safe_path(file.path): file.content for file in files}
    changed = [path for path, content in wanted.items() if _write_if_changed(folder / path, content)]
    stale = [path for path in _paths(folder) if path not in wanted]
    for path in stale:
        (folder / path).unlink()
    _remove_empty(folder)
    return tuple(sorted((*changed, *stale)))


def safe_path(path: str) -> str:
    """The path itself, if it stays below its folder.

    >>> safe_path("../x")
    Traceback (most recent call last):
    ValueError: not a path below the site: ../x
    """
    pure = PurePosixPath(path)
    if pure.is_absolute() or ".." in pure.parts or not pure.parts or "\\" in path or "\0" in path or ":" in pure.parts[0]:
        raise ValueError(f"not a path below the site: {path}")
    return pure.as_posix()


def _write_if_changed(path: Path, content: bytes) -> bool:
    if path.is_file() and not path.is_symlink() and path.stat().st_size == len(content) and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    write_bytes(path, content)
    return True


def write_bytes(path: Path, content: bytes) -> None:
    """Write beside, bring it to the disk, then rename: readers see the old file or the new one."""
    beside = path.with_name(f".{path.name}.new")
    with beside.open("wb") as out:
        out.write(content)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)


def _paths(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file() or path.is_symlink())


def _remove_empty(folder: Path) -> None:
    for path in sorted((path for path in folder.rglob("*") if path.is_dir()), reverse=True):
        if not any(path.iterdir()):
            path.rmdir()


def read_tree(folder: Path) -> tuple[SiteFile, ...]:
    """All files of a folder in the order of their paths; none if there is no such folder."""
    return tuple(SiteFile(path, (folder / path).read_bytes()) for path in _paths(folder)) if folder.is_dir() else ()


def swap_in(fresh: Path, place: Path) -> None:
    """Put a finished folder in the place of the old one. After a crash between the two renames `recover` puts the old one back."""
    old = _old(place)
    shutil.rmtree(old, ignore_errors=True)
    if place.exists():
        place.rename(old)
    fresh.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def recover(place: Path) -> None:
    """Undo a swap that died half-way: the last good folder stands again."""
    old = _old(place)
    if old.is_dir() and not place.exists():
        old.rename(place)
    shutil.rmtree(old, ignore_errors=True)


def _old(place: Path) -> Path:
    return place.with_name(f".{place.name}.old")
