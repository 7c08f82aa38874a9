"""Addresses of choosing and of its result."""

from django.urls import URLPattern, path

from rukun.musrenbang.views import choices, codes, results, sheets

urlpatterns: list[URLPattern] = [
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
    path("pilihan/<int:choice_id>/hasil/perlu/", results.needed, name="result_needed"),
    path("pilihan/<int:choice_id>/hasil/suara.pb", results.ballots, name="ballots"),
    path("pilih/<int:area_id>/", codes.vote, name="vote"),
]
