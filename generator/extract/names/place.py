"""Where a park lies that no registry has: the province and city named right before it, else those that its article names."""

from generator.model.article import Article
from generator.registry.places import Gazetteer, PlaceLevel, PlaceMention


def find_place(article: Article, park: str, gazetteer: Gazetteer) -> tuple[str, str]:
    """(province, city) of the park by its name and by the text; empty where neither tells.

    Of all places the one inside the park's name counts first, then those that stand closest before it, then the first of the article.
    """
    own = [place for place in gazetteer.find(park) if place.start == 0]
    texts = [*([article.headline] if article.headline else []), *article.paragraphs, *article.captions]
    before = [place for paragraph in texts for place in _before(paragraph.text, park, gazetteer)]
    first = [place for paragraph in texts[:2] for place in gazetteer.find(paragraph.text)][:3] if not (own or before) else []
    province, city = "", ""
    for found in (*own, *before, *first):
        if province and found.place.province != province:
            continue
        province = province or found.place.province
        if not city and found.place.level is not PlaceLevel.PROVINCE:
            city = found.place.city or found.place.name
    return province, city


def _before(text: str, park: str, gazetteer: Gazetteer) -> list[PlaceMention]:
    """Places in the ten characters before each time that the park is named, the nearest first."""
    found: list[PlaceMention] = []
    at = text.find(park)
    while at >= 0:
        found.extend(reversed(gazetteer.find(text[max(0, at - 10) : at])))
        at = text.find(park, at + 1)
    return found
