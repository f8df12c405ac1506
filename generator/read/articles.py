"""Units, articles in the making and titles become the articles of the model; what belongs to none becomes furniture, with a problem.

Here it is settled what a heading is that is no headline: a sub-heading between two paragraphs, a caption within a sentence, or an orphan.
"""

import re
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from generator.model.article import Article, ArticleKind, Page, Paragraph, Repair, Role
from generator.model.problem import Problem, Severity
from generator.read.cohesion import Rarity, pairs_of
from generator.read.dates import UNKNOWN
from generator.read.draft import Draft
from generator.read.drafts import Walk
from generator.read.order import carried, put_in_order
from generator.read.persons import told_in_order
from generator.read.sorts import Sort
from generator.read.subjects import subjects
from generator.read.titles import Title
from generator.read.tools import Tools
from generator.read.tracked import Tracked, join
from generator.read.units import Unit, close_spaces

_LONGEST_PHOTO_STORY = 400
_COLUMN = 8  # letters, the narrowest column
_LONGEST_REPEATED = 4
_WORD = re.compile("[一-龥]+")


@dataclass(frozen=True, slots=True)
class Built:
    """The page without date, with the repairs that joined its pieces, and what was odd."""

    page: Page
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Parts:
    """Places of units that one article has gathered: `subheads` stand among its texts."""

    subheads: list[int]
    captions: list[int]
    bylines: list[int]


def build_articles(page_id: str, path: str, units: tuple[Unit, ...], walk: Walk, titles: tuple[Title | None, ...], tools: Tools) -> Built:
    """The page's articles in the order in which their bodies begin."""
    house = _House(path, units, walk, titles, tools)
    house.settle()
    articles = tuple(house.article(f"{page_id}-{number}", number - 1, page_id) for number in range(1, len(walk.drafts) + 1))
    furniture = tuple(units[place].text.paragraph(Role.FURNITURE) for place in sorted(house.furniture))
    return Built(Page(page_id, "", UNKNOWN, "", "", articles, furniture, tuple(house.repairs)), tuple(sorted(house.problems)))


class _House:
    """Puts every unit that is no text into its article, or out of all."""

    def __init__(self, path: str, units: tuple[Unit, ...], walk: Walk, titles: tuple[Title | None, ...], tools: Tools) -> None:
        self._path = path
        self._units = units
        self._walk = walk
        self._titles = titles
        self._tools = tools
        self._parts = [_Parts([], [], list(draft.bylines)) for draft in walk.drafts]
        self.furniture: list[int] = []
        self.problems: list[Problem] = []
        self.repairs: list[Repair] = []

    def settle(self) -> None:
        """Give every unit its place."""
        taken = {place for title in self._titles if title for line in (title.headline, *title.deck) for place in line}
        taken |= {place for draft in self._walk.drafts for place in (*draft.texts, *draft.bylines)}
        self._hand_over()
        self._hand_down()
        self._hand_up()
        for place, unit in enumerate(self._units):
            if place in taken:
                continue
            if unit.sort is Sort.HEAD:
                self._settle_heading(place)
            elif unit.sort is Sort.CAPTION:
                self._settle_caption(place)
            elif unit.sort in (Sort.BYLINE, Sort.LEAD):
                self._settle_byline(place)
            else:
                self.furniture.append(place)

    def _settle_heading(self, place: int) -> None:
        """A sub-heading if it stands between two texts of one article (or a caption, as their order will show), else an orphan."""
        owner = self._around(place)
        if place in self._walk.sections:
            owner = next(index for index, draft in enumerate(self._walk.drafts) if self._text_below(place) in draft.texts)
        owner = self._over_rest(place) if owner is None and not self._walk.named[place].full else owner
        if owner is None:
            self._orphan(place, "orphan-headline", "no article on the page fits this headline.")
        else:
            self._parts[owner].subheads.append(place)

    def _settle_caption(self, place: int) -> None:
        """To the article whose park the caption names, else whose words it shares, else the one that it stands in."""
        best = self._beside_caption(place)
        best = self._best_for_caption(place) if best is None else best
        if best is None:
            self._orphan(place, "orphan-caption", "no article on the page fits this caption.")
            return
        self._parts[best].captions.append(place)

    def _beside_caption(self, place: int) -> int | None:
        """The article of the caption right before, where both have numbers (图①, 图②) and this one names no park."""
        numbered = place > 0 and all(self._tools.shapes.numbered_picture(self._units[one].text.text) for one in (place - 1, place))
        owners = [index for index, parts in enumerate(self._parts) if place - 1 in parts.captions]
        return owners[0] if numbered and owners and not self._walk.named[place].names else None

    def _best_for_caption(self, place: int) -> int | None:
        drafts, named = self._walk.drafts, self._walk.named[place]
        around = self._around(place)
        if around is not None:
            return around
        scores = []
        bodies, rarity = self._bodies
        own = pairs_of(self._units[place].text.text)
        last = [index for index, draft in enumerate(drafts) if draft.texts[0] < place]
        whose = self._tools.shapes.credit(self._units[place].text.text)
        for index in range(len(drafts)):
            main = self._mains[index]
            score = 6.0 if main and main in named.names else (-3.0 if named.full else 0.0)
            score += 5.0 * rarity.weigh(own & bodies[index]) / (rarity.weigh(own) or 1.0)
            beside = place - 1 in drafts[index].texts or (whose and place - 1 in self._parts[index].captions)
            score += 2.0 if last and index == last[-1] and beside else 0.0
            scores.append(score)
        if not scores:
            return None
        return max(range(len(scores)), key=lambda index: scores[index])

    @cached_property
    def _mains(self) -> tuple[str, ...]:
        """The park that the texts of each article are about most; empty where they are about none."""
        texts = ([self._units[one].text.text for one in draft.texts] for draft in self._walk.drafts)
        return tuple(next(iter(subjects("", one, "", self._tools.parks)), "") for one in texts)

    @cached_property
    def _bodies(self) -> tuple[tuple[frozenset[str], ...], Rarity]:
        """The pairs of characters of each article's texts, as they are before captions become texts; and how rare the pairs are."""
        bodies = tuple(pairs_of("".join(self._units[one].text.text for one in draft.texts)) for draft in self._walk.drafts)
        return bodies, Rarity(bodies)

    def _settle_byline(self, place: int) -> None:
        """A byline under a headline that stands apart goes where the headline goes, one within an article that nobody has signed there."""
        owner = self._headed_by(place)
        within = self._around(place) if owner is None else None
        owner = within if within is not None and not self._signed(within) else owner
        owner = self._only_unsigned() if owner is None and self._units[place].sure else owner
        if owner is None:
            self._orphan(place, "orphan-byline", "no article on the page fits this byline.")
        else:
            self._parts[owner].bylines.append(place)

    def _only_unsigned(self) -> int | None:
        """The one report of several that nobody has signed."""
        found = [index for index in range(len(self._parts)) if not self._signed(index)]
        return found[0] if len(found) == 1 and len(self._parts) > 1 else None

    def _hand_over(self) -> None:
        """A byline that the walk gave to the text after it, though it stands under the headline of an article without a byline."""
        for index, parts in enumerate(self._parts):
            for place in list(parts.bylines):
                owner = self._headed_by(place) if self._units[place].sure else None
                if owner is not None and owner != index and not self._signed(owner):
                    parts.bylines.remove(place)
                    self._parts[owner].bylines.append(place)

    def _hand_down(self) -> None:
        """A byline with its sign between two articles: the next one's, where the one above is signed under its headline elsewhere."""
        for index, parts in enumerate(self._parts):
            for place in list(parts.bylines):
                below = next((at for at, draft in enumerate(self._walk.drafts) if draft.texts[0] == place + 1), None)
                if below is None or below == index or not self._units[place].sure or self._signed(below):
                    continue
                if self._signed_elsewhere(index, place):
                    parts.bylines.remove(place)
                    self._parts[below].bylines.append(place)

    def _hand_up(self) -> None:
        """A byline between two articles that the lower one, signed in its opening, does not need: the upper one's, if it has none."""
        owners = {place: index for index, draft in enumerate(self._walk.drafts) for place in draft.texts}
        for index, parts in enumerate(self._parts):
            if not any(self._units[place].names for place in self._walk.drafts[index].texts):
                continue
            for place in list(parts.bylines):
                above = place - 1
                while above >= 0 and self._units[above].sort is Sort.CAPTION and above not in owners:
                    above -= 1
                owner = owners.get(above, index)
                if owner != index and self._units[place].sort is Sort.BYLINE and not self._signed(owner):
                    parts.bylines.remove(place)
                    self._parts[owner].bylines.append(place)

    def _signed_elsewhere(self, index: int, byline: int) -> bool:
        """Whether names with a sign stand under the headline of an article, far from a byline that it was given too."""
        places = [place for place, unit in enumerate(self._units) if unit.sort is Sort.BYLINE and unit.sure and place != byline]
        return any(self._headed_by(place) == index for place in places)

    def _headed_by(self, place: int) -> int | None:
        """The article under whose headline or deck a byline stands, other bylines between them allowed."""
        above = place - 1
        while above >= 0 and self._units[above].sort is Sort.BYLINE:
            above -= 1
        for index, title in enumerate(self._titles):
            if title and any(above in line for line in (title.headline, *title.deck)):
                return index
        return None

    def _signed(self, index: int) -> bool:
        """Whether an article has names already: on a line, in its opening, after its last sentence."""
        units = [self._units[place] for place in self._walk.drafts[index].texts]
        return bool(self._parts[index].bylines) or any(unit.names or unit.closing for unit in units)

    def _orphan(self, place: int, code: str, message: str) -> None:
        unit = self._units[place]
        self.furniture.append(place)
        self.problems.append(Problem(self._path, unit.line, 1, Severity.NOTE, code, f'"{unit.text.text}": {message}'))

    def _around(self, place: int) -> int | None:
        """The article between two texts of which the unit stands."""
        for index, draft in enumerate(self._walk.drafts):
            before = [one for one in draft.texts if one < place]
            after = [one for one in draft.texts if one > place]
            if before and after and not any(before[-1] < one < after[0] for other in self._walk.drafts for one in other.texts):
                return index
        return None

    def _over_rest(self, place: int) -> int | None:
        """The article that goes on right under a heading, behind another article."""
        below = place + 1
        while below < len(self._units) and self._units[below].sort is Sort.HEAD:
            below += 1
        return next((index for index, draft in enumerate(self._walk.drafts) if below in draft.texts and draft.texts[0] < place), None)

    def article(self, article_id: str, index: int, page_id: str) -> Article:
        """One article of the model."""
        draft, title, parts = self._walk.drafts[index], self._titles[index], self._parts[index]
        photo = self._is_photo(draft, parts)
        if photo:
            self._take_said_captions(draft, parts)
        paragraphs = self._paragraphs(draft, parts)
        headline = self._line(title.headline, Role.HEADLINE) if title else None
        first = next((one.text for one in paragraphs if one.role is Role.BODY), "")
        deck = tuple(self._line(line, Role.DECK) for line in title.deck) if title else ()
        captions = tuple(self._units[place].text.paragraph(Role.CAPTION) for place in sorted(parts.captions))
        beside = [line.text for line in (*deck, *captions)]
        about = subjects(headline.text if headline else "", [one.text for one in paragraphs], first, self._tools.parks, beside)
        about = self._parks_of_sections(draft, headline) or about
        bylines = self._bylines(draft, parts)
        names = [name for place in draft.texts for name in self._units[place].names]
        names += [name for unit in bylines for name in unit.names]
        if photo and not names:
            texts = (paragraphs[-1].text, *(self._units[place].text.text for place in sorted(parts.captions)))
            names = [name for text in texts for name in self._tools.shapes.photographers(text)]
        return Article(
            id=article_id,
            page=page_id,
            kind=ArticleKind.PHOTO if photo else ArticleKind.REPORT,
            headline=headline,
            deck=deck,
            byline=tuple(dict.fromkeys(names)),
            bylines=tuple(unit.text.paragraph(Role.BYLINE) for unit in bylines),
            parks=about,
            paragraphs=paragraphs,
            captions=captions,
        )

    def _parks_of_sections(self, draft: Draft, headline: Paragraph | None) -> tuple[str, ...]:
        """The parks of a round-up whose sub-headings name one each, where its headline names none."""
        named = headline is not None and bool(self._tools.parks.find(headline.text))
        inside = (park for place, park in self._walk.sections.items() if self._text_below(place) in draft.texts)
        return () if named else tuple(dict.fromkeys(filter(None, inside)))

    def _text_below(self, place: int) -> int:
        return next((one for one in range(place + 1, len(self._units)) if self._units[one].sort is Sort.TEXT), -1)

    def _line(self, places: tuple[int, ...], role: Role) -> Paragraph:
        """Lines of a heading as one, the white space within closed up."""
        return close_spaces(join(self._units[place].text for place in places)).paragraph(role)

    def _paragraphs(self, draft: Draft, parts: _Parts) -> tuple[Paragraph, ...]:
        groups = put_in_order(tuple(sorted(draft.texts)), self._units, self._tools)
        joints = [pair for group in groups for pair in pairwise(group)]
        cutting = [place for place in parts.subheads if any(before < place < after for before, after in joints if after > before)]
        parts.captions.extend(cutting)
        parts.subheads = [place for place in parts.subheads if place not in cutting]
        late = range(draft.late[0], draft.late[-1] + 1) if draft.late else self._plans_last(groups, parts)
        after = carried(groups, [*parts.subheads, *parts.captions])
        printed = sorted(
            [*groups, *self._subhead_groups(parts)],
            key=lambda group: (group[0] in late, after.get(group[0], group[0]), group[0] in after, group[0]),
        )
        texts = [self._joined([self._units[place].text for place in group]) for group in printed]
        opened = self._units[printed[0][0]].lead
        order = range(len(texts)) if opened else told_in_order([text.text for text in texts], self._tools)
        return tuple(texts[at].paragraph(Role.SUBHEAD if printed[at][0] in parts.subheads else Role.BODY) for at in order)

    def _joined(self, texts: list[Tracked]) -> Tracked:
        """One paragraph of its pieces; what is left out between them is a repair of the page."""
        pieces = [texts[0], *(_drop_repeated_word(before, after) for before, after in pairwise(texts))]
        self.repairs += [
            Repair(was.lines[0], "drop_repeated_word", was.text, now.text) for was, now in zip(texts, pieces, strict=True) if was is not now
        ]
        return close_spaces(join(pieces), _keep(texts[0]))

    def _plans_last(self, groups: tuple[tuple[int, ...], ...], parts: _Parts) -> range:
        """A paragraph of plans that other paragraphs follow only because it stands out of its order: it closes the article.

        It stands within a sentence of the paragraph before it, or right over the names that close the article.
        """
        for at, group in enumerate(groups[:-1]):
            rest = [*groups[at + 1 :], *(one for one in groups[:at] if one[-1] > group[0])]
            within = any(before < group[0] < after for one in groups for before, after in pairwise(one))
            signed = any(group[-1] < place < groups[at + 1][0] for place in parts.bylines)
            alone = len(group) == 1 and self._plans(group) and not any(self._plans(one) for one in rest)
            if alone and (within or signed):
                return range(group[0], group[0] + 1)
        return range(0)

    def _plans(self, group: tuple[int, ...]) -> bool:
        return self._tools.shapes.plans("".join(self._units[place].text.text for place in group))

    @staticmethod
    def _subhead_groups(parts: _Parts) -> tuple[tuple[int, ...], ...]:
        """Lines of one sub-heading are one."""
        out: list[tuple[int, ...]] = []
        for place in sorted(parts.subheads):
            if out and place - out[-1][-1] == 1:
                out[-1] += (place,)
            else:
                out.append((place,))
        return tuple(out)

    def _bylines(self, draft: Draft, parts: _Parts) -> tuple[Unit, ...]:
        found = [(place, self._units[place]) for place in parts.bylines]
        for place in draft.texts:
            closing = self._units[place].closing
            if closing:
                found.append((place, closing))
        return tuple(unit for _, unit in sorted(found, key=lambda one: one[0]))

    def _is_photo(self, draft: Draft, parts: _Parts) -> bool:
        """Whether the article is the story of a picture: short, not opened or signed as reports are, and with a picture's words."""
        units = [self._units[place] for place in draft.texts]
        if any(unit.lead or unit.note for unit in units) or parts.subheads or any(self._units[place].sure for place in parts.bylines):
            return False
        text = "".join(unit.text.text for unit in units)
        shown = parts.captions or any(unit.sort is Sort.CAPTION for unit in units) or self._tools.shapes.shows_picture(text)
        return bool(shown) and len(text) <= _LONGEST_PHOTO_STORY

    def _take_said_captions(self, draft: Draft, parts: _Parts) -> None:
        """In a picture's story 图为 … is a sentence of the story, and so is what whole sentences say before … 摄."""
        said = [place for place in parts.captions if self._tells(self._units[place].text.text) and place > draft.texts[-1]]
        for place in said:
            if place == draft.texts[-1] + 1:
                draft.texts.append(place)
                parts.captions.remove(place)

    def _tells(self, text: str) -> bool:
        shapes = self._tools.shapes
        return shapes.closed(text) or (shapes.credited(text) and shapes.has_sentence_end(text))


def _drop_repeated_word(before: Tracked, after: Tracked) -> Tracked:
    """The second piece without the word that a column's break printed twice (… 产值突破 | 突破3000亿元); short lines repeat on purpose."""
    if min(len(before.text), len(after.text)) < _COLUMN:
        return after
    longest = min(_LONGEST_REPEATED, len(before.text), len(after.text) - 1)
    sizes = (size for size in range(longest, 1, -1) if before.text.endswith(after.text[:size]))
    size = next((size for size in sizes if _WORD.fullmatch(after.text[:size])), 0)
    return after.cut(size) if size else after


def _keep(text: Tracked) -> int:
    """How much of a paragraph's head has white space that parts names: up to where its first piece still has any."""
    return text.text.rfind(" ") if " " in text.text else 0
