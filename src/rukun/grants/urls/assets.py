"""Addresses: things that stay."""

from django.urls import URLPattern, path

from rukun.grants.views import assets

urlpatterns: list[URLPattern] = [
    path("wilayah/<int:area_id>/aset/", assets.book, name="assets"),
    path("wilayah/<int:area_id>/aset/baru/", assets.new, name="asset_new"),
    path("aset/<int:asset_id>/", assets.show, name="asset"),
    path("aset/<int:asset_id>/ubah/", assets.change, name="asset_change"),
    path("aset/<int:asset_id>/serah/", assets.hand_over, name="asset_hand_over"),
    path("aset/<int:asset_id>/keadaan/", assets.tell_state, name="asset_state"),
]
