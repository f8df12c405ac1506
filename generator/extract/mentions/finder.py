"""All mentions of an article: what one paragraph names in full, the others may name in short, so the article is read twice."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import combinations

from generator.extract.mentions.aliases import Alias, given_names, short_forms
from generator.extract.mentions.boundaries import Ground, amounts
from generator.extract.mentions.brand_heads import BrandHeads
from generator.extract.mentions.brand_roles import BrandRoles
from generator.extract.mentions.brands import BrandFinder
from generator.extract.mentions.draft import Draft, choose_drafts
from generator.extract.mentions.lexicon import NameLexicon
from generator.extract.mentions.nicknames import find_nicknames, nicknames
from generator.extract.mentions.organisations import find_organisations, find_projects, find_sister_parks
from generator.extract.mentions.people import PeopleFinder, Person
from generator.extract.mentions.stand_ins import StandInFinder
from generator.extract.tokens import Mention, MentionKind, Span
from generator.model.article import Article
from generator.registry.park_finder import ParkFinder, ParkMention, spelling_key
from generator.registry.places import PlaceMention
from generator.registry.registry import Registry

Mentions = tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class ArticleMentions:
    """The mentions of every piece of an article; `headline` is empty where there is none."""

    paragraphs: tuple[Mentions, ...]
    headline: Mentions
    deck: tuple[Mentions, ...]
    captions: tuple[Mentions, ...]


@dataclass(frozen=True, slots=True)
class _Piece:
    """A text and what was proposed for it."""

    ground: Ground
    drafts: tuple[Draft, ...]


class MentionFinder:
    """Built once from the registry; finding reads an article in a few milliseconds."""

    def __init__(self, registry: Registry, park_finder: ParkFinder) -> None:
        self.lexicon = NameLexicon(registry)
        self.parks = park_finder
        self.people = PeopleFinder(self.lexicon)
        self.brands = BrandFinder(self.lexicon)
        self.roles = BrandRoles(self.brands)
        self.heads = BrandHeads(self.brands)
        self.stand_ins = StandInFinder(self.lexicon)

    def is_bare_place(self, name: str) -> bool:
        """Whether a park's name is a plain place name too (大旺, 光谷)."""
        return any(hit.bare_place for hit in self.parks.find(name))

    def find_people(self, text: str) -> tuple[Person, ...]:
        """People with their offices."""
        return self.people.find(text)

    def find_all(self, article: Article) -> ArticleMentions:
        """The mentions of every piece, in order, none overlapping; a short name explained in one piece is known in all."""
        pieces = [*article.paragraphs, *([article.headline] if article.headline else []), *article.deck, *article.captions]
        read = self._read([piece.text for piece in pieces], article.parks)
        body, decks = len(article.paragraphs), len(article.deck)
        title = 1 if article.headline else 0
        rest = read[body + title :]
        return ArticleMentions(tuple(read[:body]), read[body] if title else (), tuple(rest[:decks]), tuple(rest[decks:]))

    def _read(self, texts: list[str], parks: tuple[str, ...]) -> list[Mentions]:
        pieces = self._one_name_a_park([self._propose(text, parks) for text in texts], parks)
        own = nicknames(parks[0], self.parks, self.lexicon) if parks else ()
        home = self.parks.id_of(parks[0]) if parks else None
        aliases = self._aliases(pieces, own)
        return [
            choose_drafts(piece.ground.text, [*piece.drafts, *self._short(piece, aliases), *find_nicknames(piece.ground.text, own, home)])
            for piece in pieces
        ]

    def _one_name_a_park(self, pieces: list[_Piece], parks: tuple[str, ...]) -> list[_Piece]:
        """昆山花桥经济开发区 and 花桥经济开发区 in one article are one: a registered park, the article's own, or by the name used most.

        So are 苍澜经济开发区 and 苍澜经开区, if no registry has them.
        """
        used = Counter(draft.name for piece in pieces for draft in piece.drafts if draft.kind is MentionKind.PARK)
        names = tuple(dict.fromkeys((*used, *parks)))
        pairs = [(longer, name) for longer in names for name in names if longer != name and longer.endswith(name)]
        same = [pair for pair in pairs if self.parks.gazetteer.place(pair[0].removesuffix(pair[1])) and not all(map(self.parks.park, pair))]
        unlisted = [name for name in names if not self.parks.park(name)]
        same += [(one, other) for one, other in combinations(unlisted, 2) if spelling_key(one) == spelling_key(other)]
        same += [pair for piece in pieces for pair in _given_pairs(piece) if pair[1] in names and not all(map(self.parks.park, pair))]
        chosen: dict[str, str] = {}
        for longer, name in same:
            best = max((longer, name), key=lambda one: (self.parks.park(one) is not None, one in parks, used[one], one == name))
            chosen[name if best == longer else longer] = best
        if not chosen:
            return pieces
        return [replace(piece, drafts=tuple(self._renamed(draft, chosen) for draft in piece.drafts)) for piece in pieces]

    def _renamed(self, draft: Draft, chosen: dict[str, str]) -> Draft:
        name = chosen.get(draft.name, "") if draft.kind is MentionKind.PARK else ""
        return replace(draft, name=name, park=self.parks.id_of(name)) if name else draft

    def _propose(self, text: str, parks: tuple[str, ...]) -> _Piece:
        found = tuple(hit for hit in self.parks.find(text) if self._is_park(hit, parks))
        kinds = self.lexicon.boundary_kinds
        words = [(left, right, kinds[word]) for left, right, word in self.lexicon.boundaries.scan(text)]
        places = self.parks.gazetteer.find(text)
        boundaries = tuple(sorted([*_outside_places(words, places), *amounts(text)]))
        ground = Ground(text, boundaries, tuple(Span(p.start, p.end) for p in places), tuple(Span(hit.start, hit.end) for hit in found))
        people = self.people.find(text)
        drafts = [
            *(Draft(hit.start, hit.end, MentionKind.PARK, hit.name, hit.id, 5) for hit in found),
            *(Draft(p.start, p.end, MentionKind.PLACE, p.place.name, None, -1) for p in places),
            *find_organisations(ground, self.lexicon),
            *find_projects(ground, self.lexicon),
            *find_sister_parks(ground),
            *(Draft(p.start, p.end, MentionKind.PERSON, p.name, None, 4) for p in people),
            *self.stand_ins.find(text),
            *(Draft(s.start, s.end, MentionKind.COMPANY, text[s.start : s.end]) for s in self.brands.find(ground)),
            *(Draft(s.start, s.end, MentionKind.COMPANY, text[s.start : s.end]) for s in self.roles.find(ground, people)),
            *(Draft(s.start, s.end, MentionKind.COMPANY, text[s.start : s.end]) for s in self.heads.find(ground)),
        ]
        return _Piece(ground, tuple(drafts))

    def _is_park(self, hit: ParkMention, parks: tuple[str, ...]) -> bool:
        """A park inside a park is an institution here and a plain place name a place, unless the article is about it."""
        return not (hit.estate or hit.bare_place) or hit.name in parks

    def _aliases(self, pieces: list[_Piece], own: tuple[str, ...]) -> tuple[Alias, ...]:
        aliases = [alias for piece in pieces for alias in self._given(piece)]
        whole = "\n".join(piece.ground.text for piece in pieces)
        for draft in _distinct(draft for piece in pieces for draft in piece.drafts):
            if draft.kind is MentionKind.PERSON:
                aliases.append(Alias(draft.name, draft.name, draft.kind))
            elif draft.kind is MentionKind.COMPANY:
                aliases.extend(self._used_short(draft.name, whole, own))
        known = self.brands.everybody_knows
        return tuple({one.short: one for one in reversed(aliases) if one.short == one.full or one.short not in known}.values())

    def _given(self, piece: _Piece) -> Iterator[Alias]:
        """Names that the text itself introduces, each for the longest name that ends where its bracket opens."""
        for offset, short in given_names(piece.ground.text):
            owners = [draft for draft in piece.drafts if draft.end == offset and draft.kind is not MentionKind.STAND_IN]
            if owners:
                owner = max(owners, key=lambda draft: (draft.end - draft.start, draft.weight))
                if owner.kind is not MentionKind.PLACE:
                    yield Alias(short, owner.name, owner.kind, owner.park)

    def _used_short(self, full: str, whole: str, own: tuple[str, ...]) -> Iterator[Alias]:
        """The longest short form of a company's name that the article uses outside the full name, and the name itself.

        `own` are nicknames of the article's park: like a place's name, they are no company's.
        """
        yield Alias(full, full, MentionKind.COMPANY)
        if not full.endswith(self.lexicon.ends_of_companies):
            stem = self.brands.own_stem(full)
            if stem and stem in whole.replace(full, "\n"):
                yield Alias(stem, full, MentionKind.COMPANY)
            return
        rest = whole.replace(full, "\n")
        places = [place.text for place in self.parks.gazetteer.find(full[:8])]
        places.extend(name for name in own if full.startswith(name))
        places.extend(full[:size] for size in (2, 3) if any(full[:size] + rank in rest for rank in "省市县区州"))
        for form in short_forms(full, places, self.lexicon):
            if form in rest:
                yield Alias(form, full, MentionKind.COMPANY)
                for ending in ("公司", "集团"):
                    if form + ending in rest:
                        yield Alias(form + ending, full, MentionKind.COMPANY)
                return

    def _short(self, piece: _Piece, aliases: tuple[Alias, ...]) -> Iterator[Draft]:
        at = 0
        found = ((start, -len(alias.short), alias) for alias in aliases for start in _places(piece.ground.text, alias.short))
        for start, less, alias in sorted(found, key=lambda one: one[:2]):
            if start >= at:
                at = start - less
                yield Draft(start, at, alias.kind, alias.full, alias.park, 3)


def _given_pairs(piece: _Piece) -> Iterator[tuple[str, str]]:
    """A park's name and the short one that the text gives it: 清河经济开发区（以下简称清河经开区）."""
    for offset, short in given_names(piece.ground.text):
        owner = next((draft for draft in piece.drafts if draft.end == offset and draft.kind is MentionKind.PARK), None)
        if owner is not None and owner.name != short:
            yield owner.name, short


def _outside_places(words: list[tuple[int, int, str]], places: Iterable[PlaceMention]) -> Iterator[tuple[int, int, str]]:
    """The boundary words without those that begin in a place's name and run out of it: 福建|立达信, not 福|建立|达信."""
    inside = {at: place.end for place in places for at in range(place.start + 1, place.end)}
    return (word for word in words if word[2] == "keep" or inside.get(word[0], word[1]) >= word[1])


def _places(text: str, word: str) -> Iterator[int]:
    """Where the word stands; nowhere if it is empty."""
    at = text.find(word) if word else -1
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _distinct(drafts: Iterable[Draft]) -> Iterator[Draft]:
    """One draft for each name."""
    seen: set[tuple[str, str]] = set()
    for draft in drafts:
        if draft.name and (draft.kind, draft.name) not in seen:
            seen.add((draft.kind, draft.name))
            yield draft
