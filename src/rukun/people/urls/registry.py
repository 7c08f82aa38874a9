"""Addresses of the register: no name, no number, only our own ids."""

urlpatterns: list = []
