"""Basic services, three rooms that are strangers to one another: health, sanitation, education."""
