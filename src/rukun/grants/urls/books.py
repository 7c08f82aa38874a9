"""Addresses: the book of an RT: entries, balances, bank, tax, closing."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
