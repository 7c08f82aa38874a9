"""Addresses of the room."""

from django.urls import path

from rukun.facilitation.views import gatherings, juknis, quiz, steps, visits

app_name = "facilitation"

urlpatterns = [
    path("langkah/", steps.home, name="home"),
    path("wilayah/<int:area_id>/langkah/", steps.area, name="steps"),
    path("wilayah/<int:area_id>/langkah/<slug:step>/", steps.tick, name="step"),
    path("wilayah/<int:area_id>/kegiatan/", gatherings.index, name="gatherings"),
    path("wilayah/<int:area_id>/kegiatan/baru/", gatherings.new, name="gathering_new"),
    path("pertemuan/<int:gathering_id>/", gatherings.show, name="gathering"),
    path("pertemuan/<int:gathering_id>/perbaiki/", gatherings.edit, name="gathering_edit"),
    path("pertemuan/<int:gathering_id>/soal/sebelum/", gatherings.before, name="scores_before"),
    path("pertemuan/<int:gathering_id>/soal/sesudah/", gatherings.after, name="scores_after"),
    path("pendampingan/", visits.mine, name="mine"),
    path("wilayah/<int:area_id>/kunjungan/", visits.index, name="visits"),
    path("wilayah/<int:area_id>/kunjungan/baru/", visits.new, name="visit_new"),
    path("kunjungan/<int:visit_id>/", visits.show, name="visit"),
    path("kunjungan/<int:visit_id>/janji/", visits.promise, name="promise_new"),
    path("janji/<int:promise_id>/", visits.answer_promise, name="promise"),
    path("wilayah/<int:area_id>/kuis/", quiz.quiz, name="quiz"),
    path("wilayah/<int:area_id>/kuis/hasil/", quiz.result, name="quiz_result"),
    path("aturan/", juknis.rules, name="rules"),
    path("aturan/perubahan/", juknis.changes, name="changes"),
    path("kelola/juknis/", juknis.index, name="juknis"),
    path("kelola/juknis/tetapkan/", juknis.adopt, name="adopt"),
    path("kelola/juknis/<int:programme_id>/", juknis.show, name="programme"),
    path("kelola/juknis/<int:programme_id>/lengkapi/", juknis.fill, name="fill"),
]
