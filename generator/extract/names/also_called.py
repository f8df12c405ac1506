"""Other names that a text uses for its park."""

import re
from collections.abc import Iterator

from generator.extract.mentions.aliases import given_names
from generator.extract.names.view import Find, View
from generator.extract.tokens import MentionKind
from generator.model.claim import NameKind

_BARE = re.compile(r"^(?:该|本)|^(?:高新区|经开区|开发区|园区|自贸片区|片区)$")


def find_also_called(view: View) -> Iterator[Find]:
    """Names in the text that mean the article's park and are not its usual one."""
    for piece in view.pieces:
        given = {name for _, name in given_names(piece.text)}
        for mention in piece.mentions_of(MentionKind.PARK):
            other = mention.park == view.park and mention.text != view.park_name and not _BARE.search(mention.text)
            if other and (piece.part == "body" or mention.text in given):
                yield Find(NameKind.ALSO_CALLED, mention.text, piece, mention.start, mention.end)
