"""Every park that the pages speak of, registered or found by the form of its name."""

from collections.abc import Iterable

from generator.model.claim import Extraction, FoundPark
from generator.model.entities import Park
from generator.registry.registry import Registry


def known_parks(registry: Registry, extractions: Iterable[Extraction]) -> dict[str, Park]:
    """All parks by id: the registry's, and those that extraction found; a registered park wins over a found one of the same id."""
    found = {park.id: _park(park) for extraction in extractions for park in extraction.found_parks}
    return found | {park.id: park for park in registry.parks}


def _park(found: FoundPark) -> Park:
    return Park(found.id, found.name, found.name, "found", found.province, found.city, "", (), "")
