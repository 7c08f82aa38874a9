"""Writes, noun by noun."""
