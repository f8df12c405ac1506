"""The page that documents the data files and their stable addresses."""

from markupsafe import Markup

from generator.render.book import Book
from generator.render.data_files import ROOT
from generator.render.index_pages import park_link
from generator.render.links import data_path, feed_path, link
from generator.render.records import FACT_FIELDS
from generator.render.tables import Column, IndexPage, Section, Table

_WHOLE = (
    ("facts.csv", "facts_csv"),
    ("parks.csv", "parks_csv"),
    ("names.csv", "names_csv"),
    ("sources.csv", "sources_csv"),
    ("all.json", "all_json"),
    ("index.json", "index_json"),
    ("parkfacts.sqlite", "sqlite"),
    ("datapackage.json", "datapackage"),
    ("park.schema.json", "schema"),
)


def downloads_page(book: Book, path: str) -> IndexPage:
    """All files, the files of each park, and what the fields mean."""
    words = book.wording
    whole = Table(
        words("downloads.whole_caption"),
        (Column(words("downloads.file")), Column(words("downloads.what"))),
        tuple((link(f"{ROOT}/{name}", f"{ROOT}/{name}", path), words(f"downloads.{key}")) for name, key in _WHOLE),
    )
    parks = Table(
        words("downloads.parks_caption"),
        (Column(words("column.park")), Column(words("downloads.file"))),
        tuple((park_link(sheet, path), _files(sheet.park.id, path)) for sheet in book.sheets),
    )
    meanings = Table(
        words("downloads.fields_caption"),
        (Column(words("downloads.field")), Column(words("downloads.meaning"))),
        tuple((name, words(f"csv.{name}")) for name in FACT_FIELDS),
    )
    sections = (
        Section("whole", words("downloads.whole"), whole),
        Section("fields", words("downloads.fields"), meanings),
        Section("parks", words("downloads.parks"), parks),
    )
    return IndexPage(path, words("index.downloads"), words("downloads.lead"), sections)


def _files(park: str, start: str) -> Markup:
    base = data_path(park)
    return Markup(" · ").join(
        (link("JSON", f"{base}.json", start), link("CSV", f"{base}.csv", start), link("Atom", feed_path(park), start))
    )
