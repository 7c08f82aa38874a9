"""Addresses of the notes of the six fields."""

from django.urls import URLPattern, path

from rukun.services.health.views import notes

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/catatan-posyandu/", notes.index, name="notes"),
    path("wilayah/<int:area_id>/catatan-posyandu/baru/", notes.new, name="note_new"),
    path("catatan-posyandu/<int:note_id>/jawab/", notes.answer_note, name="note_answer"),
]
