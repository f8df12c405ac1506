"""Companies and institutions connected with a park: those that its article names, without those that only lend a person a title."""

import re
from collections.abc import Iterator

from generator.extract.names.lexicon import ListLexicon
from generator.extract.names.view import Find, Piece, View
from generator.extract.tokens import Mention, MentionKind
from generator.model.claim import NameKind

_LEARNED = re.compile(r"(?:大学|学院|工程院|科学院|联盟|协会|学会|总院)$")
_STATE = re.compile(
    r"^(?:中国(?!商飞|中车|电子科技|移动|电信|联通|石|航天科|航空工业)|俄罗斯|美国|德国|英国|法国|日本|教育部|工业和信息化部|科技部|商务部|国务院|财政部|生态环境部)"
)
_WORKS = re.compile(r"(?P<owner>[一-龥]{3,6})(?:第[一二三四五六]|[一二三四五六\d]号)(?:超级)?工厂$")


def find_companies(view: View, lexicon: ListLexicon) -> Iterator[Find]:
    """Companies by their full names."""
    for piece, mention in _named(view, MentionKind.COMPANY):
        short = mention.text if mention.text != mention.name else ""
        yield Find(NameKind.COMPANY, mention.name, piece, mention.start, mention.end, short=short)
    known = lexicon.mentions.table("known_companies")
    for kind in (MentionKind.PROJECT, MentionKind.INSTITUTION):
        for piece, mention in _named(view, kind):
            owner = known.longest_at(mention.text, 0) or _owner_of_works(mention.text)
            if owner:
                yield Find(NameKind.COMPANY, owner, piece, mention.start, mention.start + len(owner))


def _owner_of_works(name: str) -> str:
    """弗锐电池 of 弗锐电池第二工厂."""
    works = _WORKS.match(name)
    return works["owner"] if works else ""


def find_institutions(view: View, lexicon: ListLexicon, honours: frozenset[str]) -> Iterator[Find]:
    """Labs, institutes, platforms, centres and sub-parks; `honours` are titles, which end like institutions."""
    for piece, mention in _named(view, MentionKind.INSTITUTION):
        name = _clean(piece, mention, view)
        if not name or any(name in title or title in name for title in honours):
            continue
        if _only_a_title(view, mention, lexicon) or _STATE.match(name) or _is_rank(name, view):
            continue
        yield Find(NameKind.INSTITUTION, name, piece, mention.start, mention.end)


def _named(view: View, kind: MentionKind) -> Iterator[tuple[Piece, Mention]]:
    for piece in view.pieces:
        for mention in piece.mentions:
            if mention.kind is kind and mention.name:
                yield piece, mention


def _clean(piece: Piece, mention: Mention, view: View) -> str:
    """The name as a reader would print it; nothing for a quoted word that is a title (“无废实验室”称号)."""
    after = piece.text[mention.end : mention.end + 4]
    if after.startswith(("”称号", "称号", "”名单", "名单", "’称号")):
        return ""
    return mention.name


def _only_a_title(view: View, mention: Mention, lexicon: ListLexicon) -> bool:
    """Whether a university or academy stands only before its people's titles."""
    if not _LEARNED.search(mention.name):
        return False
    offices = lexicon.mentions.words("offices")
    same = [(p, m) for p, m in _named(view, MentionKind.INSTITUTION) if m.name == mention.name]
    return all(p.text.startswith(offices, m.end) for p, m in same)


def _is_rank(name: str, view: View) -> bool:
    """广东省级创新平台: any of a rank, not one by name."""
    return "级以上" in name or re.search(r"[省市]级[^”]{2,6}$", name) is not None
