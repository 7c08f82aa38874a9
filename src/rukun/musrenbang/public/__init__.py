"""What others may know of this room."""
