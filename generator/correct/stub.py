"""Corrections ready to fill in, and how one is put behind what already stands in a file: not a byte of that is touched."""

from collections.abc import Iterable

from generator.correct.fields import FIELDS, read_field, show
from generator.model.article import Article, Page
from generator.model.claim import Claim
from generator.model.sheet import Fact

HEADER = "# yaml-language-server: $schema=../schema/{}.schema.json\n"
_GUARDED = ("value", "unit", "period")


def correction_stub(fact: Fact, park_id: str) -> str:
    """A correction of the fact with `was` as the machine says it and the sentence above it; `because` is for the person to fill in.

    As it stands the check refuses it: `set` changes nothing yet and `because` is empty. So a stub that was forgotten is found.
    """
    claim = fact.claim
    was = ", ".join(f"{field}: {show(read_field(claim, field))}" for field in _GUARDED)
    lines = [
        *_comment(claim, park_id),
        f"- fact: {claim.id}",
        f"  was: {{{was}}}",
        f"  set: {{value: {show(read_field(claim, 'value'))}}}",
        "  # drop: true",
        "  # accept: true",
        f"  quote: {quoted(claim.evidence.quote)}",
        "  because:",
    ]
    return "\n".join(lines) + "\n"


def _comment(claim: Claim, park_id: str) -> list[str]:
    evidence = claim.evidence
    rest = [field.name for field in FIELDS if field.name not in (*_GUARDED, "park")]
    said = ", ".join((*(f"{name}: {show(read_field(claim, name))}" for name in rest), f"park: {park_id}"))
    return [
        f"# 原句：{_one_line(evidence.quote)}",
        f"#   （seeds/{evidence.page}.txt 第 {evidence.line} 行，文章 {evidence.article}）",
        f"# 其余各项：{_one_line(said)}",
        "# 把 set 里改成对的；要改其余各项，就把那一项现在的值照抄到 was 里，对的值写进 set。",
        "# 或者删掉 set 一行，用 drop（不该有）或 accept（核对无误）。because 写依据，不能空着。",
    ]


def page_stub(page: Page) -> str:
    """A correction of a page's date, newspaper and edition."""
    was = {"date": page.published.value, "newspaper": page.newspaper, "edition": page.edition}
    told = ", ".join(f"{field}: {show(text)}" for field, text in was.items() if text)
    lines = [
        f"# {_one_line(page.published.how) or '日期从正文推断'}",
        f"- page: {show(page.id)}",
        *([f"  was: {{{told}}}"] if told else []),
        f"  set: {{date: {show(page.published.value)}}}",
        "  because:",
    ]
    return "\n".join(lines) + "\n"


def article_stub(article: Article) -> str:
    """A correction of an article's headline; its byline, parks, order, split and join are on the page for editors."""
    headline = article.headline.text if article.headline else ""
    lines = [
        f"# 正文开头：{_one_line(article.paragraphs[0].text[:30]) if article.paragraphs else ''}",
        f"- article: {article.id}",
        f"  was: {{headline: {show(headline)}, byline: {_flow(article.byline)}, parks: {_flow(article.parks)}}}",
        f"  set: {{headline: {show(headline)}}}",
        "  because:",
    ]
    return "\n".join(lines) + "\n"


def append_stub(existing: str, stub: str, schema: str = "corrections") -> str:
    """The file's text with the stub behind it; what is there stays to the byte, an empty file gets its first line.

    >>> append_stub("- a: 1  # keep\\n", "- b: 2\\n")
    '- a: 1  # keep\\n\\n- b: 2\\n'
    >>> append_stub("", "- b: 2\\n").splitlines()[0]
    '# yaml-language-server: $schema=../schema/corrections.schema.json'
    """
    newline = "\r\n" if "\r\n" in existing else "\n"
    if not existing.strip() or existing.strip() == "[]":
        return HEADER.format(schema) + "\n" + stub
    gap = newline if existing.endswith("\n") else newline * 2
    indent = " " * _indent(existing)
    return existing + gap + "".join(f"{indent}{line}{newline}" for line in stub.splitlines())


def _indent(text: str) -> int:
    """How far the file's own entries stand from the left."""
    first = next((line for line in text.splitlines() if line.lstrip().startswith("- ")), "")
    return len(first) - len(first.lstrip())


def quoted(text: str) -> str:
    """Text in double quotes for YAML, on one line."""
    return '"' + _one_line(text).replace("\\", "\\\\").replace('"', '\\"') + '"'


def _flow(items: Iterable[str]) -> str:
    return f"[{', '.join(show(item) for item in items)}]"


def _one_line(text: str) -> str:
    """Without line breaks and signs that YAML does not allow."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())
