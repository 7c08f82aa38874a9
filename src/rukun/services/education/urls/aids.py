"""Addresses of aids."""

from django.urls import path

from rukun.services.education.views import aids

urlpatterns = [
    path("warga/<int:person_id>/sekolah/bantuan/", aids.keep, name="aid_new"),
    path("bantuan-sekolah/<int:aid_id>/", aids.change, name="aid"),
]
