"""Bytes to text. A step of its own, because all that follows counts lines and characters and must never see a wrong alphabet."""

import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from generator.model.problem import Problem, Severity

LARGEST = 8 * 1024 * 1024
_BOMS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))
_GUESSED = ["gb18030", "big5", "utf_16_le", "utf_16_be"]
_SAMPLE = 4096
_REPLACED_SHARE = 0.01
_CONTROL_SHARE = 0.02
_BROKEN = "\ufffd"
_CONTROL = re.compile(r"(?![\t\n\r\f\x1b])[\x00-\x1f]")
_NAMED = {"utf-8-sig": "UTF-8 with a byte order mark", "utf-16": "UTF-16"}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text (None if it has none that could be read) and what is to be said about it."""

    text: str | None
    problems: tuple[Problem, ...]


def decode_page(path: str, raw: bytes) -> Decoded:
    """The text of a page in UTF-8, UTF-16, GB18030 or Big5; None for what is empty, larger than 8 MiB or no text.

    >>> decode_page("seeds/a.txt", "高新区".encode("gb18030") * 20).text[:3]
    '高新区'
    >>> decode_page("seeds/a.txt", b" ").problems[0].code
    'empty-page'
    """
    if len(raw) > LARGEST:
        return _refused(path, "enormous-page", f"the page has {len(raw)} bytes; at most {LARGEST} are read.")
    text, note = _decode(raw)
    if text is None or _is_binary(text):
        return _refused(path, "binary-page", "the page is no text.", "Save it as UTF-8 text.")
    if not text.strip():
        return _refused(path, "empty-page", "the page is empty.")
    text = text.replace("\r\n", "\n") if "\n" in text else text.replace("\r", "\n")
    return Decoded(text, (Problem(path, 0, 0, Severity.NOTE, "other-encoding", note),) if note else ())


def _decode(raw: bytes) -> tuple[str | None, str]:
    """Text and what was odd about its bytes."""
    for mark, encoding in _BOMS:
        if raw.startswith(mark):
            return raw.decode(encoding, "replace"), f"the page is {_NAMED[encoding]}; it was decoded."
    try:
        return raw.decode("utf-8"), ""
    except UnicodeDecodeError:
        return _decode_other(raw)


def _decode_other(raw: bytes) -> tuple[str | None, str]:
    patched = raw.decode("utf-8", "replace")
    if patched.count(_BROKEN) <= len(patched) * _REPLACED_SHARE:
        return patched, "some bytes of the page are no UTF-8; they are shown as \ufffd."
    best = from_bytes(raw[:_SAMPLE], cp_isolation=_GUESSED).best()
    guesses = [best.encoding] if best else []
    for encoding in (*guesses, "gb18030"):
        text = raw.decode(encoding, "replace")
        if text.count(_BROKEN) <= len(text) * _REPLACED_SHARE:
            return text, f"the page is {encoding.upper().replace('_', '-')}; it was decoded."
    return None, ""


def _is_binary(text: str) -> bool:
    odd = len(_CONTROL.findall(text)) + text.count(_BROKEN)
    return odd > max(2, len(text) * _CONTROL_SHARE)


def _refused(path: str, code: str, message: str, hint: str = "") -> Decoded:
    return Decoded(None, (Problem(path, 0, 0, Severity.WARNING, code, message, hint),))
