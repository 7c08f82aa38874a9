"""How flags and audit samples are spoken of: indicators, and every reason in one sentence."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from rukun.kit.money import shown
from rukun.ui.words import ribuan, tanggal

ACTS: dict[str, str] = {
    "flags.scanned": gettext_noop("memeriksa pembukuan {year}: {new} tanda baru dari {found}"),
    "flags.closed": gettext_noop("menutup tanda {indicator} dengan alasan tertulis"),
    "samples.announced": gettext_noop("mengumumkan undian pemeriksaan {year}"),
    "samples.drawn": gettext_noop("mengundi {count} RT untuk diperiksa tahun {year}"),
}

INDICATORS: dict[str, Any] = {
    "R-1": gettext_lazy("Nota yang sama dua kali"),
    "R-2": gettext_lazy("Foto yang sama dipakai lagi"),
    "R-4": gettext_lazy("Nomor nota berurutan"),
    "R-7": gettext_lazy("Tanggal yang janggal"),
    "S-2": gettext_lazy("Belanja dipecah di bawah batas"),
    "S-3": gettext_lazy("Satu pesanan dibagi ke banyak RT"),
    "P-1": gettext_lazy("Harga jauh di atas biasanya"),
    "V-1": gettext_lazy("Hampir semua dari satu penjual"),
    "V-2": gettext_lazy("Penjual bernama sama dengan pengurus"),
    "C-1": gettext_lazy("Uang tunai lama tidak bergerak"),
    "C-2": gettext_lazy("Uang diambil sekaligus"),
    "C-3": gettext_lazy("Belanja menumpuk di akhir tahun"),
    "C-4": gettext_lazy("Pajak belum disetor"),
    "C-5": gettext_lazy("Kuitansi lama baru dicatat"),
}

REASONS: dict[str, Any] = {
    "same_note": gettext_lazy("Nota {number} dari penjual yang sama muncul {times} kali, di {rts} RT."),
    "same_amount": gettext_lazy("Jumlahnya juga sama: {amount}."),
    "other_amount": gettext_lazy("Jumlahnya berbeda: {amount} dan {other}."),
    "maybe_two_pads": gettext_lazy("Mungkin tokonya memakai dua buku nota. Lihat kedua nota asli."),
    "numbers_in_a_row": gettext_lazy("{count} nota bernomor urut {first} sampai {last} dalam {days} hari."),
    "usual_gaps": gettext_lazy("Toko yang ramai biasanya tidak memberi {notes} nomor urut ke satu RT."),
    "maybe_only_customer": gettext_lazy("Mungkin RT ini pembeli satu-satunya. Datangi tokonya."),
    "dated_ahead": gettext_lazy("Nota bertanggal {on}, padahal dicatat {other}."),
    "dated_before_money": gettext_lazy("Nota bertanggal {on}; uang pertama baru cair {other}."),
    "days_apart": gettext_lazy("Selisihnya {days} hari."),
    "maybe_slip_of_date": gettext_lazy("Mungkin salah tulis tanggal. Lihat foto notanya."),
    "typed_late": gettext_lazy("Separuh dari {count} kuitansi dicatat lebih dari {days} hari setelah tanggalnya."),
    "usual_days": gettext_lazy("Biasanya dicatat dalam {days} hari."),
    "maybe_no_signal": gettext_lazy("Mungkin tidak ada sinyal atau pendamping. Tanyakan kendalanya."),
    "many_notes": gettext_lazy("{count} nota di satu penjual dalam {days} hari, seluruhnya {total}."),
    "limit_of_one": gettext_lazy("Satu pembelian di atas {limit} perlu cara beli yang lain."),
    "maybe_need_grew": gettext_lazy("Mungkin kebutuhannya bertambah di tengah jalan. Tanyakan urutannya."),
    "same_order": gettext_lazy("{rts} RT membeli {what} seharga {price} pada hari yang berdekatan."),
    "usual_apart": gettext_lazy("Biasanya kurang dari {rts} RT membeli barang sama bersamaan."),
    "maybe_bought_together": gettext_lazy("Mungkin warga sepakat membeli bersama. Lihat berita acaranya."),
    "price_above": gettext_lazy("{what} dibeli {price}, {percent} persen di atas pembandingnya."),
    "usual_price": gettext_lazy("RT lain di kecamatan ini biasanya membayar {price}."),
    "standard_price": gettext_lazy("Standar harga menyebut {price}."),
    "maybe_better_or_far": gettext_lazy("Mungkin mutunya lebih baik atau ongkosnya jauh. Tanyakan."),
    "one_seller": gettext_lazy("{percent} persen dari {count} pembelian jatuh ke satu penjual."),
    "usual_sellers": gettext_lazy("Tahun ini RT hanya membeli dari {sellers} penjual."),
    "maybe_only_shop": gettext_lazy("Mungkin itu satu-satunya toko yang dekat."),
    "seller_is_officer": gettext_lazy("Nama penjual sama dengan nama pengurus: {office}."),
    "bought_from": gettext_lazy("{count} pembelian darinya, seluruhnya {total}."),
    "maybe_same_name": gettext_lazy("Mungkin hanya namanya yang sama. Pastikan orangnya."),
    "same_picture": gettext_lazy("Berkas fotonya sama persis."),
    "like_picture": gettext_lazy("Fotonya hampir sama: {bits} dari 64 titik uji berbeda."),
    "other_rt": gettext_lazy("Foto itu juga dipakai RT lain."),
    "other_use": gettext_lazy("Foto itu juga dipakai untuk hal lain di RT ini."),
    "maybe_one_note_two_lines": gettext_lazy("Mungkin satu nota memuat dua belanja. Bandingkan kedua fotonya."),
    "cash_lies": gettext_lazy("{cash} tunai tidak bergerak selama {days} hari."),
    "usual_cash": gettext_lazy("Di atas {cash} sebaiknya disimpan di bank setelah {days} hari."),
    "maybe_work_waits": gettext_lazy("Mungkin pekerjaannya menunggu cuaca atau bahan."),
    "tax_kept": gettext_lazy("Pajak {tax} dipungut {days} hari lalu dan belum disetor."),
    "usual_tax": gettext_lazy("Biasanya disetor dalam {days} hari."),
    "maybe_proof_missing": gettext_lazy("Mungkin sudah disetor, buktinya belum dicatat."),
    "spent_late": gettext_lazy("{percent} persen belanja setahun jatuh di {days} hari terakhir."),
    "spent_whole": gettext_lazy("Belanja setahun {spent}."),
    "maybe_late_tranche": gettext_lazy("Mungkin tahap terakhir terlambat cair."),
    "taken_at_once": gettext_lazy("Pengambilan pertama {percent} persen dari uang yang cair."),
    "usual_parts": gettext_lazy("Biasanya uang diambil sesuai kebutuhan."),
    "maybe_one_big_purchase": gettext_lazy("Mungkin untuk satu pembelian besar."),
}
DATED = frozenset({"dated_ahead", "dated_before_money"})
MONEY = frozenset({"amount", "other", "total", "limit", "price", "cash", "tax", "spent"})


def sentence(reason: Mapping[str, Any]) -> str:
    """One reason of a flag in the reader's language."""
    say = _day if reason["code"] in DATED else _shown
    told = {name: say(name, value) for name, value in reason["values"].items()}
    return str(REASONS[reason["code"]]).format(**told)


def _shown(name: str, value: Any) -> str:
    if isinstance(value, int):
        return shown(value) if name in MONEY else ribuan(value)
    return str(value)


def _day(name: str, value: Any) -> str:
    return tanggal(date.fromisoformat(value))


def indicator(code: str) -> str:
    return str(INDICATORS.get(code, _("Hal yang perlu dilihat")))
