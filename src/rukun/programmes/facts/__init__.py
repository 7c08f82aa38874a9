"""Rows become the plain values rules understand."""
