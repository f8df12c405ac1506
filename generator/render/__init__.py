"""Sheets to Markdown, data files and search texts: pure, no disk."""
