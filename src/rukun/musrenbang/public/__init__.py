"""What anyone may know of proposals, meetings and choices: each noun opens its own window and tells safe values."""
