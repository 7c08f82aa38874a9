"""Addresses of pregnancies."""

from django.urls import path

from rukun.services.health.views import pregnancies

urlpatterns = [
    path("warga/<int:person_id>/hamil/", pregnancies.begin, name="pregnancy_new"),
    path("kehamilan/<int:pregnancy_id>/", pregnancies.one, name="pregnancy"),
    path("kehamilan/<int:pregnancy_id>/periksa/", pregnancies.check, name="pregnancy_check"),
    path("kehamilan/<int:pregnancy_id>/selesai/", pregnancies.end, name="pregnancy_end"),
]
