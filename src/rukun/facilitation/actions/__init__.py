"""Acts of the room: each saves and writes one line in the log."""
