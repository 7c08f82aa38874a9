"""Addresses of followups."""

from django.urls import path

from rukun.services.education.views import followups

urlpatterns = [path("warga/<int:person_id>/sekolah/tindak-lanjut/", followups.follow, name="followup")]
