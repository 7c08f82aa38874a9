"""Addresses: receipts, vendors, and who pays whom."""

from django.urls import URLPattern, path

from rukun.grants.views import payments, pictures, receipts

urlpatterns: list[URLPattern] = [
    path("dana/<int:book_id>/kuitansi/", payments.of_book, name="payments"),
    path("kegiatan/<int:activity_id>/kuitansi/", payments.of_activity, name="activity_payments"),
    path("kegiatan/<int:activity_id>/kuitansi/baru/", receipts.new, name="payment_new"),
    path("kegiatan/<int:activity_id>/kuitansi/foto/", receipts.photo, name="payment_new_photo"),
    path("kegiatan/<int:activity_id>/kuitansi/periksa/", receipts.check, name="payment_new_check"),
    path("kuitansi/<int:payment_id>/", payments.show, name="payment"),
    path("kuitansi/<int:payment_id>/setujui/", payments.approve, name="payment_approve"),
    path("kuitansi/<int:payment_id>/tolak/", payments.refuse, name="payment_refuse"),
    path("kuitansi/<int:payment_id>/bayar/", payments.pay, name="payment_pay"),
    path("kuitansi/<int:payment_id>/batalkan/", payments.take_back, name="payment_take_back"),
    path("kuitansi/<int:payment_id>/foto/", payments.photo, name="payment_photo"),
    path("gambar/<int:picture_id>/", pictures.show, name="picture"),
]
