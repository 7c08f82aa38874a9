"""Addresses of results and of leaving."""

from django.urls import URLPattern, path

from rukun.programmes.views import effects

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/hasil-bantuan/", effects.of_area, name="effects"),
    path("penerima/<int:waiting_id>/hasil/", effects.tell, name="effect"),
    path("penerima/<int:waiting_id>/keluar/", effects.leave, name="leave"),
]
