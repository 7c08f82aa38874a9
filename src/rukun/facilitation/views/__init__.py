"""Pages: find, ask permission, call one action or query, show."""
