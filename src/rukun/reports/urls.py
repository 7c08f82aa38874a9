"""Addresses of the room."""

from django.urls import path

from rukun.reports import views

app_name = "reports"

urlpatterns = [
    path("wilayah/<int:area_id>/buku-sios.pdf", views.book, name="book"),
    path("wilayah/<int:area_id>/pemetaan/<str:tool>/dinding.pdf", views.wall, name="wall"),
    path("wilayah/<int:area_id>/susah/unduh/", views.names, name="names"),
]
