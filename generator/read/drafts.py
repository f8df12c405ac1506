"""Which units of prose belong to one article: a walk down the page that looks for beginnings and ends.

An article begins with 本报讯, with a byline under a heading, under a column's name, or where a heading and the text after it speak of
another park; it ends with names after its last sentence. What comes after an end and begins nothing goes on with an article that was
interrupted.
"""

from generator.read import crossings, rests
from generator.read.cohesion import Named, together
from generator.read.draft import Draft
from generator.read.homeless import opens_with_new_kind
from generator.read.sorts import Sort
from generator.read.tools import Tools
from generator.read.units import Unit
from generator.read.view import View

_SHORTEST_STORY = 40
_LONGEST_SUBHEAD = 14
_SURELY_ODD = 2
_CALLED = 2.0
# How much the place speaks for the article before; less where a blank line parts boxes.
_STAYS = 2.0
_IN_BOX = 1.5
# How much a park named in the text itself, in the next one … calls a text back to the article about it.
_NEAR = (1.5, 1.5, 1.0, 0.5)
_CALLED_LATE = 1.5
_IN_COLUMN = 1.5
# A sentence that stopped does not go on in a text whose head fits its end so ill.
_PARTED = -1.5


class Walk:
    """One walk down one page; `sections` are headings found later to be sub-headings, each with its park where every one has another."""

    def __init__(self, units: tuple[Unit, ...], tools: Tools) -> None:
        self._units = units
        self._tools = tools
        self._view = View(units, tools)
        self.named = self._view.named
        self.drafts: list[Draft] = []
        self.loose: list[int] = []
        self.sections: dict[int, str] = {}
        self._between: list[int] = []
        self._current: Draft | None = None

    def run(self) -> None:
        """Fill `drafts`; `loose` are the places of bylines that belong to no article found."""
        for place, unit in enumerate(self._units):
            if unit.sort is Sort.TEXT or self._is_photo_story(place):
                self._take_text(place)
            else:
                self._between.append(place)
        if self._between and self._current is not None:
            self._close_by_names(self._current, at_end=True)
        self._between = []

    def _take_text(self, place: int) -> None:
        draft = self._current = self._draft_for(place)
        draft.texts.append(place)
        credited = self._units[place].sort is Sort.CAPTION and self._tools.shapes.credited(self._view.text(place))
        if self._units[place].closing or self._units[place].note or credited:
            draft.ended = True
        self._between = []

    def _draft_for(self, place: int) -> Draft:
        """The article that the text at `place` belongs to: begun here, gone on with, or taken up again."""
        turned = self._turned_to(place)
        if turned is not None:
            return turned
        current = self._current
        if current is not None:
            self._close_by_names(current, at_end=self._begins(place) or self._is_rest(place))
        if current is None or self._begins(place):
            return self._begin(place)
        if current.ended:
            return self._resumed(place) or self._begin(place)
        if self._goes_on(current, place):
            return current
        return self._resumed(place) or self._begin(place)

    def _turned_to(self, place: int) -> Draft | None:
        """The article that goes on here from another page: 上接 stands over the text, and 下转 right under the article's last one."""
        if not any(self._tools.shapes.goes_on_here(self._view.text(other)) for other in self._between):
            return None
        waiting = [draft for draft in self.drafts if self._turns(draft) and not self._units[place].lead]
        return max(waiting, key=lambda draft: self._view.fit(draft.texts[-1], place), default=None)

    def _turns(self, draft: Draft) -> bool:
        below = self._units[draft.texts[-1] + 1 : draft.texts[-1] + 2]
        return any(self._tools.shapes.goes_on_there(unit.text.text) for unit in below)

    def _begin(self, place: int) -> Draft:
        """A new article with the headings and bylines that stand right before its text."""
        draft = Draft()
        apart = self._headed_apart(place) or crossings.second_title(self._between, self._units, self.named) or 0
        for other in self._between:
            sort = self._units[other].sort
            if sort is Sort.COLUMN:
                # What stands over a column's name belongs to no article of the column.
                draft = Draft(column=True)
            elif sort is Sort.HEAD and other >= apart:
                draft.heads.append(other)
            elif sort in (Sort.BYLINE, Sort.LEAD) and other not in self._spent():
                (draft.bylines if other >= apart else self.loose).append(other)
        if not self._fits(draft, place):
            self.loose.extend(draft.bylines)
            # What stands under another article's names is none of that article's headings.
            below = [other for other in draft.heads if draft.bylines and other > draft.bylines[-1]]
            draft.heads, draft.bylines = below, []
            draft.heads = below if self._fits(draft, place) else []
        self.drafts.append(draft)
        return draft

    def _fits(self, draft: Draft, place: int) -> bool:
        """Whether the headings right before a text can be its own: a park that they name is named in it too."""
        wanted = together(self.named[other] for other in draft.heads).names
        last = self._units[draft.bylines[-1]] if draft.bylines else None
        if not wanted or self._units[place].lead or (last is not None and last.sort is Sort.LEAD):
            return True
        ahead = self._view.ahead(place)
        return not ahead.names or any(ahead.count(name) for name in wanted)

    def _spent(self) -> frozenset[int]:
        return frozenset(place for draft in self.drafts for place in draft.bylines)

    def _close_by_names(self, draft: Draft, *, at_end: bool) -> None:
        """Names alone between two texts end the article before them, unless they stand under the heading of the next one."""
        for position, place in enumerate(self._between):
            unit = self._units[place]
            if unit.sort is not Sort.BYLINE or self._titled(place) or (unit.sure and not self._signs_off(draft, position, at_end=at_end)):
                continue
            heads = [other for other in self._between[:position] if self._units[other].sort is Sort.HEAD]
            last = position == len(self._between) - 1
            signed = bool(heads) and any(self._units[other].names for other in draft.texts)
            own = not heads or at_end or not last or self._view.open(draft.texts[-1]) or self._speaks_of(draft, heads)
            own = own and not (signed and at_end and position + 1 == len(self._between))
            if own and not draft.ended:
                draft.bylines.append(place)
                draft.ended = True

    def _signs_off(self, draft: Draft, position: int, *, at_end: bool) -> bool:
        """Whether a byline with its sign stands right under an article that has none, and over nothing."""
        signed = bool(draft.bylines) or any(self._units[place].names for place in draft.texts)
        under = all(self._units[place].sort is Sort.CAPTION for place in self._between[:position])
        return under and not signed and (at_end or len(self._between) > position + 1) and not self._view.open(draft.texts[-1])

    def _speaks_of(self, draft: Draft, heads: list[int]) -> bool:
        wanted = together(self.named[other] for other in heads).names
        return bool(wanted) and self._named(draft).main in wanted

    def _begins(self, place: int) -> bool:
        """Whether the text at `place` begins an article whatever it says."""
        unit = self._units[place]
        if unit.lead or unit.note or self._is_photo_story(place) or self._headed_apart(place) is not None:
            return True
        if rests.begins_below(place, self._between, self.drafts, self._view) or rests.is_picture(place, self._current, self._view):
            return True
        if self._current is not None and crossings.opens_talk(self._current.texts, place, self._units, self.named, self._tools):
            return True
        sorts = [self._units[other].sort for other in self._between]
        if Sort.LEAD in sorts or (Sort.COLUMN in sorts and not self._is_rest(place)):
            return True
        names = [other for other in self._between if self._units[other].sort is Sort.BYLINE]
        signs = [other for other in names if self._units[other].sure or self._titled(other)]
        return bool(signs) and not self._is_rest(place) and self._byline_begins(signs[-1], place)

    def _titled(self, byline: int) -> bool:
        """Whether names stand between a heading and a text, behind an article that has come to its end."""
        ended = self._current is not None and (self._current.ended or self._view.closed[self._current.texts[-1]])
        return ended and crossings.between_title_and_text(byline, self._units)

    def _headed_apart(self, place: int) -> int | None:
        """The first heading right over a text that a blank line parts from the headline at the foot of the article before."""
        if not self._view.tight or self._current is None or self._view.open(self._current.texts[-1]):
            return None
        return crossings.headed_apart(self._between, self._current.texts[-1], place, self._units)

    def _is_rest(self, place: int) -> bool:
        """Whether a text begins within a sentence and an article before stopped within one, so that no byline opens it."""
        text = self._view.text(place)
        current = self._current
        if current is not None and (self._continues(current, place) or rests.waits_for_title(current, self._between, place, self._view)):
            return True
        if self._tools.shapes.odd_start(text) <= 1:
            return self._current is not None and rests.is_scrap(self._current, place, self._view)
        cut = [draft for draft in self.drafts if draft is not self._current and self._view.open(draft.texts[-1])]
        return any(self._view.fit(draft.texts[-1], place) > 1 for draft in cut)

    def _continues(self, draft: Draft, place: int) -> bool:
        """Whether a text has the rest of a word of the article's last one or goes on with its talk, whatever stands between them."""
        last, text = draft.texts[-1], self._view.text(place)
        if crossings.talks_on(map(self._view.text, draft.texts), place, self._units, self._tools):
            return True
        above = {name for other in self._between for name in self.named[other].names if self._units[other].sort is Sort.HEAD}
        told = any(self.named[place].count(name) and not self._named(draft).count(name) for name in above)
        cut = not (draft.ended or self._view.closed[last] or self._units[place].lead)
        return cut and not told and crossings.splits_word(self._view.text(last), text, self._tools)

    def _byline_begins(self, byline: int, place: int) -> bool:
        """Whether a byline with its sign opens the text after it; one under a heading of another park stands apart (seed 001, line 728)."""
        after = [other for other in self._between if other > byline and self._units[other].sort is Sort.HEAD]
        heads = [other for other in self._between if other < byline and self._units[other].sort is Sort.HEAD]
        if after or rests.heads_above(heads, place, self.drafts, self._view):
            return False
        wanted = together(self.named[other] for other in heads).names
        ahead = self._view.ahead(place)
        return not wanted or not ahead.names or any(ahead.count(name) for name in wanted)

    def _goes_on(self, draft: Draft, place: int) -> bool:
        """Whether the text goes on with the article before it."""
        heads = [other for other in self._between if self._units[other].sort is Sort.HEAD]
        if heads and (self._continues(draft, place) or rests.is_scrap(draft, place, self._view)):
            return self._called_back(draft, place) is None
        if any(self._units[other].sort is Sort.BYLINE and self._units[other].sure for other in self._between):
            return self._named(draft).main in self._view.ahead(place).names
        mine, ahead = self._named(draft).main, self._view.ahead(place)
        if self._names_anew(draft, heads, place) if heads else self._opens_box(draft, place):
            return False
        if not heads:
            other = bool(mine and ahead.full) and not ahead.count(mine) and self._in_other_box(draft, place)
            other = other or self._shows_other(draft, place)
            return not other and not self._cuts_in(draft, place) and self._called_back(draft, place) is None
        wanted = together(self.named[other] for other in heads).names
        if not wanted:
            here = self.named[place]
            other = bool(here.full) and not ahead.count(mine) and not self._named(draft).count(here.main)
            column = crossings.in_other_column(draft.texts[-1], place, self._units) and not self._view.open(draft.texts[-1])
            column = column or self._in_other_box(draft, place)
            other = other or (column and bool(ahead.full) and not ahead.count(mine))
            other = other or (self._headed_anew(draft, heads) and sum(times for _, times in ahead.full) > 1 and not ahead.count(mine))
            return not (mine and other) and self._called_back(draft, place) is None
        if mine in wanted or (not mine and not draft.heads):
            return True
        told = max(ahead.count(name) for name in wanted)
        strange = bool(ahead.names) and not any(self._named(draft).count(name) for name in ahead.names)
        if not told and mine and (strange or ahead.full) and not ahead.count(mine) and not self._view.open(draft.texts[-1]):
            return False
        if self._view.open(draft.texts[-1]) and self._view.fit(draft.texts[-1], place) >= 1:
            return True
        if self._view.open(draft.texts[-1]) and not self._tools.shapes.opens_paragraph(self._units[place].text.text):
            return not (any(self.named[place].count(name) for name in wanted) and not self.named[place].count(mine))
        return told == 0 or told < ahead.count(mine)

    def _names_anew(self, draft: Draft, heads: list[int], place: int) -> bool:
        """Whether a heading over no park of a list opens with a new kind of one (某港工业区), and a text soon after it has the name."""
        if self._view.open(draft.texts[-1]) or any(self.named[other].names for other in heads):
            return False
        body = "".join(unit.text.text for unit in self._units[place : place + 2] if unit.sort is Sort.TEXT)
        return opens_with_new_kind("".join(map(self._view.text, heads)), body)

    def _opens_box(self, draft: Draft, place: int) -> bool:
        """Whether a box begins after an ended text that tells of a park of which no article has told.

        Its headline stands further down, or the text before it is that of a report that names opened (本报讯（…）).
        """
        here, mine = self.named[place], self._named(draft).main
        if not (self._view.boxed(place) and here.full and mine) or self._view.open(draft.texts[-1]) or self._named(draft).count(here.main):
            return False
        headed = any(self._units[at].sort is Sort.HEAD and self.named[at].count(here.main) for at in range(place, len(self._units)))
        told = any(self._named(other).count(here.main) for other in self.drafts)
        return (headed or bool(self._units[draft.texts[0]].names)) and not told and not self._view.ahead(place).count(mine)

    def _shows_other(self, draft: Draft, place: int) -> bool:
        """Whether a box set much wider or narrower opens with a day and names a park or estate that the article before does not."""
        names = self.named[place].names
        other = bool(names) and not any(self._named(draft).count(one) for one in names)
        fresh = other and self._tools.shapes.opens_prose(self._view.text(place))
        boxed = fresh and self._view.boxed(place) and self._in_other_box(draft, place)
        return boxed and not self._view.ahead(place).count(self._named(draft).main)

    def _headed_anew(self, draft: Draft, heads: list[int]) -> bool:
        """Whether what stands over a text is as long as headlines are and no sub-heading, and the text before it has come to its end."""
        longest = max(len(self._view.text(place)) for place in heads)
        return longest > _LONGEST_SUBHEAD and not self._view.open(draft.texts[-1])

    def _in_other_box(self, draft: Draft, place: int) -> bool:
        return crossings.in_other_box(draft.texts[-1], place, self._units, self._tools)

    def _cuts_in(self, draft: Draft, place: int) -> bool:
        """Whether a story of another park begins within a sentence of the article."""
        here, mine, text = self.named[place], self._named(draft).main, self._view.text(place)
        if not self._view.open(draft.texts[-1]) or not (here.full and mine and not here.count(mine)):
            return False
        fits = self._view.fit(draft.texts[-1], place)
        if self._units[place].gap and crossings.in_other_column(draft.texts[-1], place, self._units):
            return fits < 1
        over = crossings.heralds(place, self._units, self.named, self._tools)
        if not (self._tools.shapes.opens_prose(text) or over):
            return crossings.goes_on_below(draft.texts[-1], place, self._units, self._tools)
        most = 1.0 if over else 0.0
        return fits < most

    def _called_back(self, current: Draft, place: int) -> Draft | None:
        """The article that stopped within a sentence and goes on here, though the one before has not ended."""
        here, mine = self.named[place], self._named(current).main
        steps, ahead = next(((at, one) for at, one in enumerate(self._view.named_ahead(place)) if one.names), (0, here))
        shapes, text = self._tools.shapes, self._view.text(place)
        late = shapes.looks_ahead(self._view.text(current.texts[-1])) and not shapes.opens_prose(text)
        best: tuple[float, Draft] | None = None
        for draft in self.drafts:
            if draft is current or draft.ended or not self._view.open(draft.texts[-1]):
                continue
            main = self._named(draft).main
            pull = _NEAR[min(steps, len(_NEAR) - 1)] * bool(main and ahead.count(main) and not ahead.count(mine))
            pull -= 3.0 * bool(mine and here.count(mine))
            pull += 1.5 * bool(main and here.count(main) and not here.count(mine))
            pull += self._view.fit(draft.texts[-1], place)
            pull += 0.5 * (not self._view.open(current.texts[-1]) and not shapes.opens_paragraph(text))
            pull += _IN_COLUMN * crossings.set_as(draft.texts[-1], place, current.texts[-1], self._units)
            if self._view.open(current.texts[-1]):
                pull -= _STAYS - _IN_BOX * self._view.boxed(place) + self._view.fit(current.texts[-1], place)
            if pull >= (_CALLED_LATE if late else _CALLED) and (best is None or pull > best[0]):
                best = (pull, draft)
        return best[1] if best else None

    def _resumed(self, place: int) -> Draft | None:
        """The interrupted article that the text goes on with: of the same park, or the only one that stopped within a sentence."""
        called = self._called_back(self._current, place) if self._current is not None else None
        if called is not None:
            return called
        text, here = self._units[place].text.text, self._view.nearest(place)
        waiting = [draft for draft in self.drafts if not draft.ended]
        same = [draft for draft in waiting if here.main and self._named(draft).main == here.main]
        if same:
            return same[-1]
        cut = [draft for draft in waiting if self._view.open(draft.texts[-1])]
        fresh = bool(here.names) or self._tools.shapes.opens_prose(text)
        if len(cut) == 1 and not fresh and self._view.fit(cut[0].texts[-1], place) > _PARTED:
            return cut[0]
        ended = [draft for draft in self.drafts if draft.ended and here.main and self._named(draft).main == here.main]
        if ended and (self._tools.shapes.odd_start(text) or self._view.open(ended[-1].texts[-1])):
            return ended[-1]
        odd = self._tools.shapes.odd_start(text)
        goes_on = odd > _SURELY_ODD or (odd and self._current is not None and self._view.open(self._current.texts[-1]))
        return self._current if goes_on or self._tells_on(place) else None

    def _tells_on(self, place: int) -> bool:
        """Whether names alone part a text that opens no prose from the article before it, which has named the same park in full."""
        between = [self._units[other] for other in self._between]
        plain = all(unit.sort is Sort.BYLINE and not unit.sure and unit.text.text[0] not in "（(" for unit in between)
        if not (between and plain) or self._current is None or self._tools.shapes.opens_prose(self._view.text(place)):
            return False
        return any(self._named(self._current).count(name) for name, _ in self.named[place].full)

    def _named(self, draft: Draft) -> Named:
        return together(self.named[place] for place in (*draft.heads, *draft.texts))

    def _is_photo_story(self, place: int) -> bool:
        """Whether a caption is a story of its own: the only text under a heading."""
        unit = self._units[place]
        if unit.sort is not Sort.CAPTION:
            return False
        if not self.drafts:
            return self._is_other_story(place)
        if not self._between or self._units[self._between[-1]].sort not in (Sort.HEAD, Sort.COLUMN):
            return self._is_other_story(place)
        if not self._tools.shapes.has_sentence_end(unit.text.text):
            return False
        column = any(self._units[other].sort is Sort.COLUMN for other in self._between)
        if not column and len(unit.text.text) < _SHORTEST_STORY and self._current is not None and not self._current.heads:
            mine = self._named(self._current).main
            if mine and mine in together(self.named[other] for other in self._between).names and self.named[place].count(mine):
                return False  # 图为某高新区的工地。 under the headline that the article above it has been waiting for
        after = self._units[place + 1] if place + 1 < len(self._units) else None
        cut = self._current is not None and self._view.open(self._current.texts[-1]) and not self._current.ended
        return column or (not cut and (after is None or after.sort is not Sort.TEXT or after.lead)) or self._is_other_story(place)

    def _is_other_story(self, place: int) -> bool:
        """Whether a long caption tells of a park that no article before is about."""
        text, park = self._view.text(place), self.named[place].full
        if not park or len(text) < _SHORTEST_STORY or not self._tools.shapes.opens_prose(text.removeprefix("图为")):
            return False
        if not self.drafts and not self._tools.shapes.has_sentence_end(text[:-1]):
            return False
        told = any(self._named(draft).main == park[0][0] or self._named(draft).count(park[0][0]) > 1 for draft in self.drafts)
        return not told and not crossings.told_below(park[0][0], place, self._units, self.named)


def walk_page(units: tuple[Unit, ...], tools: Tools) -> Walk:
    """The walk down a page, done."""
    walk = Walk(units, tools)
    walk.run()
    return walk
