"""Addresses of schooling, noun by noun."""

from rukun.services.education.urls import (
    aids,
    followups,
    schooling,
)

app_name = "education"
urlpatterns = [
    *aids.urlpatterns,
    *followups.urlpatterns,
    *schooling.urlpatterns,
]
