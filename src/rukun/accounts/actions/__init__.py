"""Writes of this room: `users` (who may sign in) and `appointments` (which office they hold, where, how long)."""
