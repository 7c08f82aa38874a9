"""Addresses of the room."""

from django.urls import path

from rukun.reports.views import books, checking, grants, juknis, measures, planning, profiles, served

app_name = "reports"

urlpatterns = [
    path("wilayah/<int:area_id>/buku-sios.pdf", books.book, name="book"),
    path("wilayah/<int:area_id>/pemetaan/<str:tool>/dinding.pdf", books.wall, name="wall"),
    path("wilayah/<int:area_id>/susah/unduh/", books.names, name="names"),
    path("wilayah/<int:area_id>/profil/", profiles.profile, name="profile"),
    path("wilayah/<int:area_id>/layanan/", served.served, name="served"),
    path("wilayah/<int:area_id>/ukuran/", measures.measures, name="measures"),
    path("wilayah/<int:area_id>/daftar-usulan/", planning.proposals, name="proposals"),
    path("musyawarah/<int:meeting_id>/kertas/", planning.of_meeting, name="papers"),
    path("musyawarah/<int:meeting_id>/berita-acara.pdf", planning.minutes, name="minutes"),
    path("musyawarah/<int:meeting_id>/undangan.pdf", planning.invitation, name="invitation"),
    path("musyawarah/<int:meeting_id>/daftar-hadir/", planning.attendance, name="attendance"),
    path("aturan/<int:programme_id>/juknis.pdf", juknis.rulebook, name="juknis"),
    path("periksa/", checking.ask, name="check"),
    path("periksa/<str:code>/", checking.checked, name="checked"),
    path("wilayah/<int:area_id>/dana/surat/", grants.index, name="grants"),
    path("kegiatan/<int:activity_id>/kertas/", grants.activity, name="grants_activity"),
    path("dana/<int:book_id>/kertas/buku-kas-umum/", grants.of_book("cash_book"), name="grants_cash_book"),
    path("dana/<int:book_id>/kertas/pembantu-kas/", grants.of_book("cash"), name="grants_cash"),
    path("dana/<int:book_id>/kertas/pembantu-bank/", grants.of_book("bank"), name="grants_bank"),
    path("dana/<int:book_id>/kertas/pembantu-panjar/", grants.of_book("officers"), name="grants_officers"),
    path("dana/<int:book_id>/kertas/pembantu-pajak/", grants.of_book("tax"), name="grants_tax"),
    path("dana/<int:book_id>/kertas/rencana/", grants.of_book("plan"), name="grants_plan"),
    path("dana/<int:book_id>/kertas/sptjm/", grants.of_book("statement"), name="grants_statement"),
    path("dana/<int:book_id>/kertas/rekonsiliasi/", grants.of_book("reconciliation"), name="grants_reconciliation"),
    path("kegiatan/<int:activity_id>/kertas/rab/", grants.of_activity("rab"), name="grants_rab"),
    path("kegiatan/<int:activity_id>/kertas/buku/", grants.of_activity("activity_book"), name="grants_activity_book"),
    path("kegiatan/<int:activity_id>/kertas/sptb/", grants.of_activity("sptb"), name="grants_sptb"),
    path("kegiatan/<int:activity_id>/kertas/upah/", grants.of_activity("wages"), name="grants_wages"),
    path("kegiatan/<int:activity_id>/kertas/hadir/", grants.of_activity("workers"), name="grants_workers"),
    path("kegiatan/<int:activity_id>/kertas/kemajuan/", grants.of_activity("progress"), name="grants_progress"),
    path("kegiatan/<int:activity_id>/kertas/swadaya/", grants.of_activity("swadaya"), name="grants_swadaya"),
    path("dana/<int:book_id>/kertas/lpj/", grants.lpj, name="grants_lpj"),
    path("dana/<int:book_id>/kertas/serah-terima/", grants.hand_over, name="grants_hand_over"),
    path("tahap/<int:tranche_id>/kertas/permohonan/", grants.tranche, name="grants_request"),
    path("kegiatan/<int:activity_id>/kertas/spj/", grants.spj, name="grants_spj"),
    path("pembayaran/<int:payment_id>/kuitansi/", grants.receipt, name="grants_receipt"),
]
