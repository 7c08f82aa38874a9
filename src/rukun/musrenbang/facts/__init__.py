"""Rows of the room as values that rules understand."""
