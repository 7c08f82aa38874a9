"""When something cannot go on, a person reads a letter: what happened, why, what now. Never a stack trace."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from rukun.kit.problems import Catalogue, Problem, Sentence, letter

ROOMS = ("walls", "territory", "accounts", "people", "poverty", "reports", "site")


def catalogue() -> Catalogue:
    """Every letter of every room."""
    found: Catalogue = {}
    for room in ROOMS:
        found |= import_module(f"rukun.{room}.problems").CATALOGUE
    return found


CATALOGUE = catalogue()


def spoken(problem: Any) -> Sentence:
    """The letter of a Problem or Finding in the reader's language."""
    held = CATALOGUE.get(problem.code)
    here = {problem.code: Sentence(_(held.what), _(held.why), _(held.now))} if held else {}
    return letter(problem, here)


class Letters:
    """Middleware: a Problem that reaches the front door becomes its letter, with status 422."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return write(request, spoken(exception), 422) if isinstance(exception, Problem) else None


def write(request: HttpRequest, sentence: Sentence, status: int) -> HttpResponse:
    return render(request, "ui/letter.html", {"letter": sentence}, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return write(
        request,
        Sentence(
            what=_("Halaman ini tidak ditemukan."),
            why=_("Alamatnya keliru, atau berada di luar wilayah Anda."),
            now=_("Kembali ke beranda, lalu pilih dari sana. Bila perlu, tanyakan kepada operator desa."),
        ),
        404,
    )


def not_allowed(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return write(
        request,
        Sentence(
            what=_("Bagian ini bukan tugas peran Anda."),
            why=_("Setiap peran hanya membuka yang diperlukan, agar data warga terjaga."),
            now=_("Mintalah bantuan orang yang memegang peran itu, atau hubungi operator desa."),
        ),
        403,
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    return write(
        request,
        Sentence(
            what=_("Permintaan ini tidak dapat dibaca."),
            why=_("Sebagian isinya hilang atau rusak di jalan."),
            now=_("Kembali ke halaman sebelumnya dan coba sekali lagi."),
        ),
        400,
    )


def broken(request: HttpRequest) -> HttpResponse:
    return write(
        request,
        Sentence(
            what=_("Ada yang rusak di pihak kami."),
            why=_("Kesalahan ini tercatat. Data yang sudah tersimpan tetap aman."),
            now=_("Coba lagi sebentar. Bila tetap begini, sampaikan kepada administrator jam kejadiannya."),
        ),
        500,
    )


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return write(
        request,
        Sentence(
            what=_("Formulir ini sudah kedaluwarsa."),
            why=_("Halaman terbuka terlalu lama, atau Anda keluar di tab lain."),
            now=_("Kembali, muat ulang halamannya, lalu kirim lagi."),
        ),
        403,
    )
