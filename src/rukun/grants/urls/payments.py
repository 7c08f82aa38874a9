"""Addresses: receipts, vendors, and who pays whom."""

from django.urls import URLPattern, path

from rukun.grants.views import pictures

urlpatterns: list[URLPattern] = [
    path("gambar/<int:picture_id>/", pictures.show, name="picture"),
]
