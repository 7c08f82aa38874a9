"""The house under strain: every sequence of acts, races for the last rupiah, killed clients and killed servers."""
