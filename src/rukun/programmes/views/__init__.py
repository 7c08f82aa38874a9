"""Find, ask, call one action or query, show."""
