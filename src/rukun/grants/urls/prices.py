"""Addresses: price lists and analyses of work."""

from django.urls import URLPattern, path

from rukun.grants.views import prices

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/harga/", prices.home, name="prices"),
    path("wilayah/<int:area_id>/harga/bawa/", prices.bring, name="prices_bring"),
    path("wilayah/<int:area_id>/harga/ahsp/", prices.analyses, name="analyses"),
    path("wilayah/<int:area_id>/harga/ahsp/bawa/", prices.bring_analyses, name="analyses_bring"),
]
