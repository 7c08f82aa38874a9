"""Addresses of proposals, last year's lists and partners."""

from django.urls import URLPattern, path

from rukun.musrenbang.views import carrying, partners, photos, proposal_steps, proposals, wishes

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/usulan/", proposals.index, name="proposals"),
    path("wilayah/<int:area_id>/usulan/baru/", proposal_steps.new, name="proposal_new"),
    path("wilayah/<int:area_id>/usulan/mirip/", proposals.similar, name="proposal_similar"),
    path("wilayah/<int:area_id>/usulan/tahun-lalu/", carrying.left_over, name="left_over"),
    path("wilayah/<int:area_id>/usulan/tahun-lalu/bawa/", carrying.carry_all, name="carry_all"),
    path("wilayah/<int:area_id>/usulan/daftar-lama/", wishes.new, name="wishes_new"),
    path("usulan/<int:proposal_id>/", proposals.show, name="proposal"),
    path("usulan/<int:proposal_id>/isi/<int:number>/", proposal_steps.step, name="proposal_step"),
    path("usulan/<int:proposal_id>/cek/", proposal_steps.check, name="proposal_check"),
    path("usulan/<int:proposal_id>/ajukan/", proposals.propose, name="proposal_propose"),
    path("usulan/<int:proposal_id>/tarik/", proposals.withdraw, name="proposal_withdraw"),
    path("usulan/<int:proposal_id>/gabung/", proposals.merge, name="proposal_merge"),
    path("usulan/<int:proposal_id>/bawa/", carrying.carry, name="proposal_carry"),
    path("usulan/<int:proposal_id>/foto/", photos.add, name="photo_new"),
    path("usulan/<int:proposal_id>/mitra/", partners.ask, name="partner_ask"),
    path("usulan/foto/<int:photo_id>/", photos.show, name="photo"),
    path("usulan/foto/<int:photo_id>/hapus/", photos.remove, name="photo_remove"),
    path("usulan/ajakan/<int:partner_id>/", partners.show, name="partner"),
    path("usulan/daftar-lama/<int:list_id>/", wishes.show, name="wishes"),
    path("usulan/daftar-lama/<int:list_id>/terima/", wishes.accept, name="wishes_accept"),
    path("usulan/daftar-lama/<int:list_id>/buang/", wishes.discard, name="wishes_discard"),
]
