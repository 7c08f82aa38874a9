"""Trees, voices, pictures, progress and the facts beside them."""
