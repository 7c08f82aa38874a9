"""The papers of the house as values."""

from rukun.reports.queries.books import by_name_list, sios_book

__all__ = ["by_name_list", "sios_book"]
