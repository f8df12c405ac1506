"""Markdown to HTML: the gate, MkDocs, the search index. Besides the pipeline the only room that touches the disk."""
