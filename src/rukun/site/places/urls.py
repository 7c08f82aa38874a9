"""Addresses of places, for those who keep them."""

from django.urls import path

from rukun.site.places.views import cards, changes, files

app_name = "territory"
urlpatterns = [
    path("", cards.areas, name="areas"),
    path("cari/", cards.search, name="search"),
    path("<int:area_id>/", cards.area, name="area"),
    path("<int:area_id>/peta/", cards.area_map, name="map"),
    path("<int:area_id>/tambah/", changes.add, name="add"),
    path("<int:area_id>/ganti-nama/", changes.rename, name="rename"),
    path("<int:area_id>/pindah/", changes.transfer, name="transfer"),
    path("<int:area_id>/tutup/", changes.close, name="close"),
    path("<int:area_id>/kode/", files.bring_codes, name="codes"),
    path("<int:area_id>/daftar-rt/", files.bring_register, name="register"),
    path("<int:area_id>/batas/", files.bring_boundaries, name="boundaries"),
    path("berkas/<int:draft_id>/", files.draft, name="draft"),
    path("berkas/<int:draft_id>/terima/", files.accept, name="accept"),
    path("berkas/<int:draft_id>/buang/", files.discard, name="discard"),
]
