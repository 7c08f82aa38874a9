"""What this room reads from elsewhere, as values."""
