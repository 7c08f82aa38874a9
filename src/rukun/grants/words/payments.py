"""How the acts on receipts are told in the log."""

from django.utils.translation import gettext_noop

ACTS: dict[str, str] = {
    "payment.proposed": gettext_noop("mengajukan kuitansi {number}, {amount} rupiah"),
    "payment.approved": gettext_noop("menyetujui kuitansi {number}, {amount} rupiah"),
    "payment.refused": gettext_noop("menolak kuitansi {number}, {amount} rupiah"),
    "payment.paid": gettext_noop("membayar kuitansi {number}, {amount} rupiah"),
    "payment.taken_back": gettext_noop("membatalkan kuitansi {number}, {amount} rupiah"),
    "picture.kept": gettext_noop("menyimpan gambar, {bytes} bita"),
    "shot.attached": gettext_noop("menempelkan gambar ({role})"),
    "payment.tax_corrected": gettext_noop("mengubah pajak kuitansi dari tarif, dengan alasan: {reason}"),
    "vendor.added": gettext_noop("mencatat toko atau penyedia baru"),
    "vendor.filled": gettext_noop("melengkapi toko atau penyedia: {fields}"),
}
