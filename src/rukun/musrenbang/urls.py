"""Addresses of the room."""

from django.urls import URLPattern, path

from rukun.musrenbang.views import answers, carrying, partners, photos, proposal_steps, proposals, wishes

app_name = "musrenbang"

proposal_urls: list[URLPattern] = [
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

urlpatterns: list[URLPattern] = [
    *proposal_urls,
from rukun.musrenbang.views import answers, choices, codes, results, sheets

app_name = "musrenbang"

choosing = [
    path("musyawarah/<int:meeting_id>/pilihan/", choices.draw, name="choice_draw"),
    path("pilihan/<int:choice_id>/", choices.choice, name="choice"),
    path("pilihan/<int:choice_id>/buka/", choices.open_choice, name="choice_open"),
    path("pilihan/<int:choice_id>/batalkan/", choices.annul, name="choice_annul"),
    path("pilihan/<int:choice_id>/mufakat/", choices.agree, name="choice_agree"),
    path("pilihan/<int:choice_id>/hitung/", choices.count, name="choice_count"),
    path("pilihan/<int:choice_id>/lembar/", sheets.make, name="sheets"),
    path("pilihan/<int:choice_id>/lembar/cetak/", sheets.print_out, name="sheet_print"),
    path("pilihan/<int:choice_id>/lembar/ketik/", sheets.type_in, name="sheet_type"),
    path("pilihan/<int:choice_id>/lembar/banding/", sheets.compare, name="sheet_compare"),
    path("pilihan/<int:choice_id>/lembar/putuskan/", sheets.settle, name="sheet_settle"),
    path("pilihan/<int:choice_id>/kode/", codes.make, name="codes"),
    path("pilihan/<int:choice_id>/kode/buang/", codes.discard, name="codes_discard"),
    path("pilihan/<int:choice_id>/hasil/", results.result, name="result"),
    path("pilihan/<int:choice_id>/hasil/suara.pb", results.ballots, name="ballots"),
    path("pilih/<int:area_id>/", codes.vote, name="vote"),
]

answering = [
    path("wilayah/<int:area_id>/jawaban/", answers.queue, name="answers"),
    path("wilayah/<int:area_id>/jawaban/desa/", answers.answer_desa, name="answer_desa"),
    path("wilayah/<int:area_id>/jawaban/kecamatan/", answers.answer_kecamatan, name="answer_kecamatan"),
    path("wilayah/<int:area_id>/jawaban/kirim/", answers.send, name="send"),
]

urlpatterns: list[URLPattern] = [*choosing, *answering]
