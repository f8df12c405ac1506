"""What kind of park a sheet is about: a park of no national list is one thing, all parks of a kind together another."""

from generator.model.entities import Park


def is_aggregate(park: Park) -> bool:
    """Whether a sheet is about all parks of a kind together (国家高新区): no park to be ranked among others."""
    return park.kind == "other" and not park.province


def kind_key(park: Park) -> str:
    """The key of the park's kind below `park_kind` and `park_kind_short`.

    >>> from dataclasses import replace
    >>> all_parks = Park("guojia-gaoxinqu", "国家高新区", "", "other", "", "", (), "", "")
    >>> kind_key(all_parks), kind_key(replace(all_parks, name="尧都高新区", province="山西省"))
    ('aggregate', 'other')
    """
    return "aggregate" if is_aggregate(park) else park.kind
