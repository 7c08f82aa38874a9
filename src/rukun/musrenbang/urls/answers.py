"""Addresses of the answers from above."""

from django.urls import URLPattern, path

from rukun.musrenbang.views import answers

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/jawaban/", answers.queue, name="answers"),
    path("wilayah/<int:area_id>/jawaban/desa/", answers.answer_desa, name="answer_desa"),
    path("wilayah/<int:area_id>/jawaban/kecamatan/", answers.answer_kecamatan, name="answer_kecamatan"),
    path("wilayah/<int:area_id>/jawaban/kirim/", answers.send, name="send"),
]
