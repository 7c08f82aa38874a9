"""Addresses of visits."""

from django.urls import path

from rukun.services.health.views import calls

urlpatterns = [
    path("rumah-tangga/<int:household_id>/kunjungan/", calls.visit, name="call"),
    path("layanan/kunjungan/<int:call_id>/", calls.one, name="call_one"),
]
