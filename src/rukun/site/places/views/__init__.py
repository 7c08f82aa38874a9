"""Pages of places: the tree, one place, its changes, the files that are brought, the map."""
