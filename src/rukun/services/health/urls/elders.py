"""Addresses of checks of the old."""

from django.urls import path

from rukun.services.health.views import elders

urlpatterns = [
    path("warga/<int:person_id>/lansia/", elders.show, name="elder"),
    path("warga/<int:person_id>/lansia/periksa/", elders.check, name="elder_check"),
]
