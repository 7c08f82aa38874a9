"""Addresses of the room. `area_urls` stand without a namespace: the page of an area belongs to the whole house."""

from django.urls import path

from rukun.poverty.views import areas, interviews, lists, score_cards, verdicts

app_name = "poverty"

area_urls = [path("wilayah/<int:area_id>/", areas.area, name="area")]

urlpatterns = [
    path("wilayah/", areas.home, name="home"),
    path("wilayah/<int:area_id>/peta/", areas.map_sheet, name="map_sheet"),
    path("wilayah/<int:area_id>/cara-hitung/", areas.how, name="how"),
    path("wilayah/<int:area_id>/susah/", lists.listed, name="list"),
    path("wilayah/<int:area_id>/hitung-ulang/", areas.recount, name="recount"),
    path("rumah-tangga/<int:household_id>/penilaian/", verdicts.verdict, name="verdict"),
    path("rumah-tangga/<int:household_id>/wawancara/", interviews.choose, name="interview"),
    path("rumah-tangga/<int:household_id>/wawancara/<str:key>/<int:number>/", interviews.step, name="step"),
    path("rumah-tangga/<int:household_id>/wawancara/<str:key>/periksa/", interviews.review, name="review"),
    path("kelola/kartu-skor/", score_cards.index, name="score_cards"),
    path("kelola/kartu-skor/baru/", score_cards.new, name="score_card_new"),
    path("kelola/kartu-skor/pasangkan/", score_cards.confirm, name="score_card_confirm"),
]
