"""Safe words for everyone."""
