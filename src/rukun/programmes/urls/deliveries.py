"""Addresses of giving and confirming."""

from django.urls import URLPattern, path

from rukun.programmes.views import deliveries

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/penyaluran/", deliveries.of_area, name="deliveries"),
    path("penyaluran/<int:instalment_id>/", deliveries.give, name="give"),
    path("tanda-terima/<int:arrival_id>/jempol/", deliveries.thumb, name="thumb"),
    path("penerima/<int:waiting_id>/pin/", deliveries.pin, name="pin"),
    path("penerima/<int:waiting_id>/pin/hapus/", deliveries.forget, name="pin_forget"),
]
