"""The only place that knows all rooms: settings, urls, navigation, commands, the health check."""
