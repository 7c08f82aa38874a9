"""The pages of places: territory stands beneath accounts, so who may open them is asked up here."""
