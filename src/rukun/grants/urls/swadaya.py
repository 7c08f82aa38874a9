"""Addresses: what people give themselves."""

from django.urls import URLPattern, path

from rukun.grants.views import swadaya

urlpatterns: list[URLPattern] = [
    path("kegiatan/<int:activity_id>/swadaya/", swadaya.show, name="swadaya"),
    path("kegiatan/<int:activity_id>/swadaya/tenaga/", swadaya.labour, name="swadaya_labour"),
    path("kegiatan/<int:activity_id>/swadaya/bahan/", swadaya.goods, name="swadaya_goods"),
    path("kegiatan/<int:activity_id>/swadaya/uang/", swadaya.cash, name="swadaya_cash"),
    path("kegiatan/<int:activity_id>/swadaya/pindah/", swadaya.move, name="wages_move"),
    path("swadaya/<int:contribution_id>/tarik/", swadaya.take_back, name="swadaya_back"),
]
