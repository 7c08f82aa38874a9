"""Addresses: tranches, bundles of papers, and the desks they lie on."""

from django.urls import URLPattern, path

from rukun.grants.views import desks, dossiers, tranches

urlpatterns: list[URLPattern] = [
    path("dana/<int:book_id>/berkas/", dossiers.of_book, name="dossiers"),
    path("dana/<int:book_id>/berkas/siapkan/", dossiers.prepare, name="prepare"),
    path("kegiatan/<int:activity_id>/rab/ajukan/", dossiers.of_rab, name="rab_submit"),
    path("berkas/<int:dossier_id>/", dossiers.show, name="dossier"),
    path("berkas/<int:dossier_id>/kirim/", dossiers.submit, name="submit"),
    path("berkas/<int:dossier_id>/terima/", desks.accept, name="accept"),
    path("berkas/<int:dossier_id>/kembalikan/", desks.send_back, name="send_back"),
    path("wilayah/<int:area_id>/meja/", desks.desk, name="desk"),
    path("dana/<int:book_id>/tahap/buka/", tranches.open_next, name="open_next"),
    path("tahap/<int:tranche_id>/cair/", tranches.release, name="release"),
]
