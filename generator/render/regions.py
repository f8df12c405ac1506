"""Provinces as parts of paths: their ids are words of the registry (`region.广东省: guangdong`)."""

from generator.render.wording import Wording


def region_id(province: str, wording: Wording) -> str:
    """The id of a province; a province that the wording does not know stands for itself, an unknown place under `none`."""
    if not province:
        return "none"
    return wording.words.get(f"region.{province}", province)
