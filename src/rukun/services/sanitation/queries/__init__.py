"""Reads, noun by noun."""
