"""Addresses of things done together."""

from django.urls import URLPattern, path

from rukun.programmes.views import events

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/kegiatan-bersama/", events.of_area, name="events"),
    path("wilayah/<int:area_id>/kegiatan-bersama/baru/", events.new, name="event_new"),
    path("kegiatan-bersama/<int:event_id>/", events.show, name="event"),
    path("kegiatan-bersama/<int:event_id>/perbaiki/", events.change, name="event_change"),
    path("kegiatan-bersama/<int:event_id>/peserta/", events.came, name="event_came"),
    path("kegiatan-bersama/<int:event_id>/bukan-peserta/", events.did_not_come, name="event_did_not_come"),
]
