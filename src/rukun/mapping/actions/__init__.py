"""What people do on the sheets, one file a noun."""
