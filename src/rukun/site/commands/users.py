"""./rukun user: shows the offices of a person, makes an account with its first office, or gives a fresh code."""

from __future__ import annotations

import argparse
from datetime import date
from typing import Any

from django.contrib.auth import get_user_model

from rukun.accounts import queries
from rukun.accounts.actions import users
from rukun.accounts.permissions import today
from rukun.accounts.types import Role
from rukun.kit.problems import Problem
from rukun.site.commands import places
from rukun.site.commands.speaking import answer
from rukun.territory import queries as territory
from rukun.ui.words import tanggal

BY = "perintah:user"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("username", metavar="NAMA", help="nama pengguna")
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--reset", action="store_true", help="beri sandi sekali pakai yang baru")
    act.add_argument("--create", action="store_true", help="buat pengguna dengan peran pertamanya")
    parser.add_argument("--full-name", default="", metavar="NAMA LENGKAP", help="create: nama lengkap")
    parser.add_argument("--role", choices=Role.values, metavar="PERAN", help="create: " + ", ".join(Role.values))
    parser.add_argument("--area", metavar="KODE", help="create: " + places.AREA_HELP + "; tanpa ini kabupaten")
    parser.add_argument("--basis", metavar="DASAR", default="", help="create: dasar penugasan, misalnya nomor SK")
    parser.add_argument("--json", action="store_true", help="jawaban untuk program")


def run(options: argparse.Namespace) -> int:
    on = today()
    with places.everything():
        user, code = _created(options, on) if options.create else _known(options)
        offices = _offices(user, on)
        has_second = queries.has_second_factor(user)
    told = {"ok": True, "user": user.username, "name": user.name, "is_active": user.is_active}
    told |= {"has_second_factor": has_second, "offices": offices, "code": code, "code_until": user.code_until}
    return answer(told, _page(told), as_json=options.json)


def _known(options: argparse.Namespace) -> tuple[Any, str | None]:
    user = get_user_model().objects.filter(username=options.username).first()
    if user is None:
        raise Problem("site.user_unknown", user=options.username)
    return user, users.spoken_code(users.reset_password(user=user, by=BY, on=today())) if options.reset else None


def _created(options: argparse.Namespace, on: date) -> tuple[Any, str]:
    if not options.role or not options.full_name.strip():
        raise Problem("site.user_incomplete")
    area = places.place(options.area, on=on)
    user, code = users.welcome(
        username=options.username, name=options.full_name, role=options.role, area_id=area.id, since=on, until=None,
        basis=options.basis, by=BY,
    )  # fmt: skip
    return user, users.spoken_code(code)


def _offices(user: Any, on: date) -> list[dict[str, Any]]:
    """Every term, the newest first; `is_running` on the day."""
    return [
        {
            "role": term.role,
            "area": place.label if (place := territory.last_known(term.area_id)) else "",
            "since": term.since,
            "until": term.until,
            "is_running": term.since <= on and (term.until is None or term.until > on),
        }
        for term in queries.terms_of(user)
    ]


def _page(told: dict[str, Any]) -> str:
    state = "" if told["is_active"] else " (akun ditutup)"
    lines = [f"{told['user']} · {told['name']}{state}"]
    lines += [_office(each) for each in told["offices"]] or ["  belum memegang peran"]
    lines.append(f"  kode kedua (TOTP): {'sudah dipasang' if told['has_second_factor'] else 'belum dipasang'}")
    if told["code"]:
        lines.append(f"\nSandi sekali pakai: {told['code']}, berlaku sampai {tanggal(told['code_until'])}")
        lines.append("Sandi ini tampil satu kali. Pemiliknya memilih sandi sendiri saat pertama masuk.")
    return "\n".join(lines)


def _office(each: dict[str, Any]) -> str:
    ends = f" sampai {tanggal(each['until'])}" if each["until"] else ""
    mark = "" if each["is_running"] else " (tidak berjalan hari ini)"
    return f"  {Role(each['role']).label}, {each['area']}, sejak {tanggal(each['since'])}{ends}{mark}"
