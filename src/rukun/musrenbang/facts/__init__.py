"""Rows → the plain values a rule understands."""
