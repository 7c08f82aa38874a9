"""Addresses of the room."""

from django.urls import path

from rukun.reports.views import books, checking, juknis, planning

app_name = "reports"

urlpatterns = [
    path("wilayah/<int:area_id>/buku-sios.pdf", books.book, name="book"),
    path("wilayah/<int:area_id>/pemetaan/<str:tool>/dinding.pdf", books.wall, name="wall"),
    path("wilayah/<int:area_id>/susah/unduh/", books.names, name="names"),
    path("wilayah/<int:area_id>/daftar-usulan/", planning.proposals, name="proposals"),
    path("musyawarah/<int:meeting_id>/kertas/", planning.of_meeting, name="papers"),
    path("musyawarah/<int:meeting_id>/berita-acara.pdf", planning.minutes, name="minutes"),
    path("musyawarah/<int:meeting_id>/undangan.pdf", planning.invitation, name="invitation"),
    path("musyawarah/<int:meeting_id>/daftar-hadir/", planning.attendance, name="attendance"),
    path("aturan/<int:programme_id>/juknis.pdf", juknis.rulebook, name="juknis"),
    path("periksa/", checking.ask, name="check"),
    path("periksa/<str:code>/", checking.checked, name="checked"),
]
