"""The first hour: whose kabupaten this is, and who keeps it. Once that is said, these pages are gone."""
