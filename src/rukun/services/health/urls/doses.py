"""Addresses of the immunisation card."""

from django.urls import path

from rukun.services.health.views import doses

urlpatterns = [
    path("warga/<int:person_id>/imunisasi/", doses.card, name="doses"),
    path("warga/<int:person_id>/imunisasi/catat/", doses.new, name="dose_new"),
    path("imunisasi/<int:dose_id>/tarik/", doses.take_back, name="dose_back"),
]
