"""The acts of the log in plain words: verb → sentence. A verb nobody has put into words yet is shown as it stands.

Details in the log hold no names and no numbers of people, so a sentence may use them as they are.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from rukun.accounts.types import Role
from rukun.grants.words import ACTS as GRANTS
from rukun.kit.problems import spoken_value
from rukun.musrenbang.types import State
from rukun.people.types import CardReason
from rukun.programmes.words import ACTS as PROGRAMMES
from rukun.reports.types import PURPOSES
from rukun.services.education.words import ACTS as EDUCATION
from rukun.services.health.words import ACTS as HEALTH
from rukun.services.sanitation.words import ACTS as SANITATION
from rukun.ui.words import tanggal

SENTENCES: dict[str, str] = {
    "sessions.began": gettext_noop("masuk"),
    "sessions.ended": gettext_noop("keluar"),
    "sessions.locked_out": gettext_noop("salah kata sandi berulang kali; pintu ditutup sementara"),
    "users.created": gettext_noop("membuat akun baru"),
    "users.password_reset": gettext_noop("membuat kode sekali pakai untuk sebuah akun, berlaku sampai {until}"),
    "users.password_changed": gettext_noop("mengganti kata sandinya sendiri"),
    "users.deactivated": gettext_noop("menutup sebuah akun"),
    "users.second_factor_forgotten": gettext_noop("melepas kode kedua sebuah akun"),
    "appointments.made": gettext_noop("menunjuk {role} mulai {since}"),
    "appointments.ended": gettext_noop("mengakhiri masa jabatan {role} pada {on}"),
    "appointments.handed_over": gettext_noop("mencatat serah terima {role} pada {on}"),
    "territory.founded": gettext_noop("menyiapkan kabupaten dengan {areas} wilayah, dasar: {basis}"),
    "territory.codes_renewed": gettext_noop("memperbarui kode wilayah: {added} baru, {revised} berubah"),
    "territory.register_brought": gettext_noop("memasukkan daftar RT: {kept} dari {read} baris"),
    "territory.boundaries_brought": gettext_noop("memasukkan batas wilayah: {kept} dari {read}"),
    "territory.boundary_drawn": gettext_noop("menggambar batas sebuah wilayah, sumber: {source}"),
    "territory.file_kept": gettext_noop("mengunggah berkas wilayah untuk diperiksa"),
    "territory.file_put_aside": gettext_noop("membuang berkas wilayah yang belum diterima"),
    "territory.added": gettext_noop("menambah wilayah baru mulai {since}, dasar: {basis}"),
    "territory.renamed": gettext_noop("mengganti nama wilayah mulai {on}, dasar: {basis}"),
    "territory.recoded": gettext_noop("mengganti kode wilayah mulai {on}, dasar: {basis}"),
    "territory.transferred": gettext_noop("memindahkan wilayah mulai {on}, dasar: {basis}"),
    "territory.split": gettext_noop("memekarkan wilayah mulai {on}, dasar: {basis}"),
    "territory.merged": gettext_noop("menggabungkan wilayah mulai {on}, dasar: {basis}"),
    "territory.closed": gettext_noop("menutup wilayah mulai {on}, dasar: {basis}"),
    "territory.ended": gettext_noop("mengakhiri wilayah mulai {on}, dasar: {basis}"),
    "programmes.adopted": gettext_noop("menetapkan juknis {key} untuk tahun {year}, berlaku {since}"),
    "programmes.answered": gettext_noop("melengkapi juknis {year} di {question}, berlaku {since}"),
    "steps.begun": gettext_noop("memulai langkah {step} tahun {year} pada {on}"),
    "steps.finished": gettext_noop("menyelesaikan langkah {step} tahun {year} pada {on}"),
    "steps.reopened": gettext_noop("membuka lagi langkah {step} tahun {year}"),
    "gatherings.recorded": gettext_noop("mencatat kegiatan pada {on}: {came} orang hadir"),
    "gatherings.corrected": gettext_noop("memperbaiki catatan kegiatan pada {on}"),
    "gatherings.scored": gettext_noop("mencatat hasil soal sebuah kegiatan: {of} orang menjawab"),
    "visits.recorded": gettext_noop("mencatat kunjungan pendamping pada {on}"),
    "visits.promised": gettext_noop("mencatat janji, paling lambat {until}"),
    "visits.answered": gettext_noop("menjawab apakah sebuah janji ditepati, pada {on}"),
    "readiness.taken": gettext_noop("mengerjakan kuis kesiapan {year}: {right} dari {of} benar"),
    "people.batch_checked": gettext_noop("memeriksa kiriman: {rows_read} baris, {rows_refused} ditolak"),
    "people.batch_accepted": gettext_noop("menerima kiriman: {rows_kept} baris masuk buku warga"),
    "people.batch_discarded": gettext_noop("membatalkan kiriman yang belum diterima"),
    "people.batch_undone": gettext_noop("menarik kembali kiriman: {rows_kept} baris"),
    "household.found": gettext_noop("mencatat rumah tangga baru pada {on}"),
    "household.closed": gettext_noop("menutup rumah tangga pada {on}"),
    "household.moved": gettext_noop("memindahkan rumah tangga pada {on}"),
    "household.corrected": gettext_noop("memperbaiki data rumah tangga"),
    "household.carried": gettext_noop("membawa {households} rumah tangga ke RT hasil pemekaran pada {on}"),
    "household.gathered": gettext_noop("membawa {households} rumah tangga ke RT hasil penggabungan pada {on}"),
    "person.born": gettext_noop("mencatat kelahiran pada {on}"),
    "person.died": gettext_noop("mencatat kematian pada {on}"),
    "person.moved_in": gettext_noop("mencatat warga pindah masuk pada {on}"),
    "person.moved_out": gettext_noop("mencatat warga pindah keluar pada {on}"),
    "person.moved_within": gettext_noop("mencatat warga pindah rumah pada {on}"),
    "person.corrected": gettext_noop("memperbaiki data warga"),
    "person.related": gettext_noop("mencatat perubahan hubungan keluarga"),
    "card.issued": gettext_noop("mencatat kartu keluarga mulai {since}"),
    "card.renewed": gettext_noop("memperbarui kartu keluarga mulai {since}"),
    "card.joined": gettext_noop("memasukkan warga ke kartu keluarga pada {on}"),
    "card.left": gettext_noop("mengeluarkan warga dari kartu keluarga pada {on}"),
    "count.stated": gettext_noop("menyatakan {households} rumah tangga di RT pada {on}"),
    "secret.recorded": gettext_noop("mencatat nomor yang dirahasiakan"),
    "secret.revealed": gettext_noop("membuka nomor yang dirahasiakan, dengan alasan tercatat"),
    "mapping.begun": gettext_noop("memulai satu alat pemetaan: {tool} {year}"),
    "mapping.met": gettext_noop("mencatat jumlah yang hadir saat pemetaan: {tool} {year}"),
    "mapping.finished": gettext_noop("menyatakan satu alat pemetaan selesai: {tool} {year}"),
    "mapping.reopened": gettext_noop("membuka lagi satu alat pemetaan: {tool} {year}"),
    "mapping.closed": gettext_noop("menyatakan pemetaan {year} selesai; {aside} alat dilewati"),
    "mapping.entry_added": gettext_noop("menambah catatan pemetaan: {kind} {year}"),
    "mapping.entry_changed": gettext_noop("mengubah catatan pemetaan: {kind} {year}"),
    "mapping.entry_removed": gettext_noop("menghapus catatan pemetaan: {kind} {year}"),
    "mapping.year_copied": gettext_noop("menyalin {sheets} alat pemetaan dari tahun lalu ke {year}"),
    "mapping.household_placed": gettext_noop("mencatat penilaian warga atas satu rumah tangga"),
    "poverty.classified": gettext_noop("menilai satu rumah tangga"),
    "interviews.recorded_all": gettext_noop("mencatat {kept} wawancara sekaligus"),
    "household.interviewed": gettext_noop("mencatat wawancara satu rumah tangga"),
    "people.batch_report_taken": gettext_noop("mengunduh berkas perbaikan sebuah kiriman"),
    "people.names_exported": gettext_noop("mengeluarkan daftar bernama: {rows} baris"),
    "poverty.interview_begun": gettext_noop("memulai wawancara satu rumah tangga"),
    "needs.statement_kept": gettext_noop("mencatat satu suara warga"),
    "needs.statement_corrected": gettext_noop("memperbaiki satu suara warga dengan yang lebih baru"),
    "needs.statement_withdrawn": gettext_noop("menarik satu suara warga, dengan alasan tercatat"),
    "needs.statement_grouped": gettext_noop("mengelompokkan satu suara warga"),
    "needs.problem_planted": gettext_noop("mencatat masalah pokok baru"),
    "needs.problem_themed": gettext_noop("mengganti bidang sebuah masalah pokok"),
    "needs.problem_closed": gettext_noop("menutup sebuah masalah pokok"),
    "needs.node_grown": gettext_noop("menambah satu kotak di pohon masalah"),
    "needs.node_joined": gettext_noop("menyambung dua kotak di pohon masalah"),
    "needs.node_moved": gettext_noop("memindahkan satu kotak di pohon masalah"),
    "needs.node_renamed": gettext_noop("mengubah kata-kata satu kotak di pohon masalah"),
    "needs.node_put_away": gettext_noop("menghapus satu kotak dari pohon masalah"),
    "needs.hope_written": gettext_noop("menulis harapan di pohon masalah"),
    "poverty.card_brought": gettext_noop("membawa kartu skor baru"),
    "poverty.ppi_classified": gettext_noop("menilai {households} rumah tangga dengan kartu skor"),
    "reports.names_taken": gettext_noop("mengunduh daftar bernama: {rows} baris"),
    "reports.paper_kept": gettext_noop("mencetak kertas nomor {number}"),
    "reports.attendance_taken": gettext_noop("mengunduh daftar hadir nomor {number}"),
    "reports.paid_taken": gettext_noop("mengunduh kertas nomor {number} yang memuat nama penerima"),
    "reports.book_taken": gettext_noop("mengunduh buku SIOS nomor {number}"),
    "proposal.turned": gettext_noop("mengubah keadaan sebuah usulan menjadi: {after}"),
    "proposal.started": gettext_noop("memulai sebuah usulan tahun {year}"),
    "proposal.changed": gettext_noop("mengisi sebuah usulan: {fields}"),
    "proposal.photo_added": gettext_noop("menambah foto pada sebuah usulan"),
    "proposal.photo_removed": gettext_noop("menghapus foto dari sebuah usulan"),
    "proposal.partner_asked": gettext_noop("mengajak sebuah RT dalam usulan bersama"),
    "proposal.partner_agreed": gettext_noop("menyetujui ajakan usulan bersama"),
    "proposal.partner_refused": gettext_noop("menolak ajakan usulan bersama"),
    "wishes.brought": gettext_noop("mengunggah daftar usulan lama tahun {year}"),
    "wishes.accepted": gettext_noop("mencatat {kept} usulan lama tahun {year}"),
    "wishes.discarded": gettext_noop("membuang daftar usulan lama tahun {year}"),
    "plan.line_added": gettext_noop("menulis baris {place} rencana tahun {year}"),
    "poverty.area_classified": gettext_noop("menilai {households} rumah tangga di wilayah ini"),
    "decree.issued": gettext_noop("menetapkan pagu {year} untuk {rts} RT dengan keputusan {number}"),
    "decree.carried": gettext_noop("membagi pagu {year} dari {rts} RT yang dimekarkan, keputusan {number}"),
    "meeting.called": gettext_noop("mengundang musyawarah untuk {on}"),
    "meeting.called_again": gettext_noop("mengundang musyawarah kedua untuk {on}"),
    "meeting.changed": gettext_noop("mengubah rencana musyawarah, kini {on}"),
    "meeting.attended": gettext_noop("mencatat kehadiran musyawarah: {came} bertambah, {left} berkurang"),
    "meeting.list_renewed": gettext_noop("menambah {added} rumah tangga ke daftar undangan"),
    "meeting.invited": gettext_noop("mengundang wakil kelompok ke musyawarah"),
    "meeting.uninvited": gettext_noop("mencoret seorang undangan musyawarah"),
    "meeting.told": gettext_noop("mencatat {told} undangan sudah disampaikan"),
    "meeting.minuted": gettext_noop("menulis notulen musyawarah"),
    "meeting.decided": gettext_noop("mencatat putusan musyawarah nomor {place}"),
    "meeting.reworded": gettext_noop("mengubah putusan musyawarah nomor {place}"),
    "meeting.dissented": gettext_noop("mencatat suara berbeda pada putusan nomor {place}"),
    "meeting.opened": gettext_noop("menghitung kuorum musyawarah: {present} dari {of} hadir"),
    "meeting.closed": gettext_noop("menutup musyawarah dengan {decisions} putusan"),
    "meeting.cancelled": gettext_noop("membatalkan musyawarah pada {on}"),
    "choice.drawn": gettext_noop("menyusun pilihan dengan {options} usulan"),
    "choice.opened": gettext_noop("membuka pilihan; aturannya disegel"),
    "choice.annulled": gettext_noop("membatalkan sebuah pilihan"),
    "choice.sheets_made": gettext_noop("membuat {sheets} lembar suara"),
    "choice.codes_made": gettext_noop("membuat {codes} kode memilih"),
    "choice.codes_discarded": gettext_noop("membuang {codes} kode memilih yang belum dipakai"),
    "choice.counted": gettext_noop(
        "menutup dan menghitung pilihan: {sheets} suara, {spoilt} rusak, {settled} dilihat lagi"
    ),
    "choice.agreed": gettext_noop("mencatat mufakat atas {works} usulan"),
}
for _acts in (GRANTS, HEALTH, SANITATION, EDUCATION, PROGRAMMES):
    SENTENCES |= _acts

DAYS = {"on", "since", "until"}
REASONS: dict[str, Callable[[Mapping[str, Any]], Any]] = {
    "secret.revealed": lambda details: details.get("reason"),
    "people.names_exported": lambda details: details.get("reason"),
    "reports.names_taken": lambda details: dict(PURPOSES).get(details.get("purpose")),
    "card.issued": lambda details: dict(CardReason.choices).get(details.get("reason")),
    "card.renewed": lambda details: dict(CardReason.choices).get(details.get("reason")),
}
"""Acts that were given a reason by who did them, and where it stands."""


@dataclass(frozen=True, slots=True)
class Act:
    """One line of the log, ready to be read."""

    line: Any
    sentence: str
    reason: str


class _Details(dict):
    def __missing__(self, name: str) -> str:
        return "…"


def told(line: Any) -> Act:
    return Act(line, sentence(line.verb, line.details), reason(line.verb, line.details))


def reason(verb: str, details: Mapping[str, Any]) -> str:
    """What was given as reason or purpose, "" where none was asked."""
    return str(REASONS.get(verb, lambda _: None)(details) or "")


def sentence(verb: str, details: Mapping[str, Any]) -> str:
    """ "menunjuk Ketua RT mulai 1 Januari 2026"; an unknown verb with its details as they stand."""
    if verb not in SENTENCES:
        return " ".join([verb, *(f"{name}={spoken_value(value)}" for name, value in details.items())])
    return _(SENTENCES[verb]).format_map(_Details({name: _spoken(name, value) for name, value in details.items()}))


def named(verb: str) -> str:
    """The act without its details, for a list to choose from: "menunjuk … mulai …"."""
    return sentence(verb, {})


def _spoken(name: str, value: Any) -> str:
    if name == "role" and value in Role.values:
        return str(Role(value).label)
    if name == "after" and value in State.values:
        return str(State(value).label)
    if name in DAYS and value:
        return tanggal(date.fromisoformat(value))
    return spoken_value(value)
