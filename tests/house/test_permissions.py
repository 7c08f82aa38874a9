"""Every address × the standing cast × own, other and unknown places: what opens comes from one drawn table.

The table says which word of the permission table opens an address, and which thing in the address names the place.
What a role may do is then read from MAY; no view is asked what it thinks of itself. An address without a line fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.test import Client
from django.urls import get_resolver, reverse
from django.urls.resolvers import URLResolver
from tests.house.furniture import Corner, furnish
from tests.rooms.conftest import Cast, Places, make_user

from rukun.accounts.models import Appointment, Role, User
from rukun.accounts.permissions import MAY, Permission
from rukun.accounts.thresholds import FOR_PASSWORD, FOR_SECOND_FACTOR

DRAWN = """
 address                       | opens to                     | place
 site:home                     | anyone                       |
 site:about                    | anyone                       |
 site:health                   | anyone                       |
 set_language                  | anyone                       |
 account_login                 | anyone                       |
 account_logout                | anyone                       |
 account_inactive              | anyone                       |
 mfa_authenticate              | half-way in                  |
 account_reauthenticate        | signed in                    |
 account_change_password       | signed in                    |
 mfa_reauthenticate            | signed in                    |
 mfa_index                     | signed in                    |
 mfa_activate_totp             | signed in                    |
 mfa_deactivate_totp           | own second factor            |
 mfa_view_recovery_codes       | own second factor            |
 mfa_generate_recovery_codes   | signed in                    |
 mfa_download_recovery_codes   | own second factor            |
 site:more                     | signed in                    |
 site:setup                    | empty house                  |
 site:setup_administrator      | empty house                  |
 site:setup_done               | empty house                  |
 site:log                      | audit.see                    |
 accounts:users                | accounts.appoint             |
 accounts:choose_place         | accounts.appoint             |
 accounts:appoint              | accounts.appoint             | area
 accounts:user                 | accounts.appoint             | user
 accounts:reset_password       | accounts.appoint             | user
 accounts:forget_second_factor | accounts.appoint             | user
 accounts:deactivate           | accounts.appoint             | user
 accounts:end                  | accounts.appoint             | appointment
 accounts:hand_over            | accounts.appoint             | appointment
 territory:areas               | territory.edit               |
 territory:search              | place.see                    |
 territory:area                | place.see                    | area
 territory:map                 | place.see                    | area
 territory:add                 | territory.edit               | area
 territory:rename              | territory.edit               | area, changed from above
 territory:transfer            | territory.edit               | area, changed from above
 territory:close               | territory.edit               | area, changed from above
 territory:codes               | territory.edit               | area
 territory:register            | territory.edit               | area
 territory:boundaries          | territory.edit               | area
 territory:draft               | territory.edit               | draft
 territory:accept              | territory.edit               | draft
 territory:discard             | territory.edit               | draft
 people:home                   | people.see                   |
 people:search                 | people.see                   |
 people:register               | people.see                   | area
 people:completeness           | place.see                    | area
 people:state                  | people.edit                  | rt
 people:family_new             | people.edit                  | rt
 people:split                  | territory.edit + people.edit | rt
 people:merge                  | territory.edit + people.edit | rt
 people:household              | people.see                   | household
 people:bear                   | people.edit                  | household
 people:move_in                | people.edit                  | household
 people:household_leave        | people.edit                  | household
 people:household_place        | people.edit                  | household
 people:card_issue             | people.edit                  | household
 people:card                   | people.see                   | card
 people:card_renew             | people.edit                  | card
 people:card_join              | people.edit                  | card
 people:card_leave             | people.edit                  | card
 people:card_reveal            | secret.reveal                | card
 people:person                 | people.see                   | person
 people:correct                | people.edit                  | person
 people:die                    | people.edit                  | person
 people:move_out               | people.edit                  | person
 people:move_within            | people.edit                  | person
 people:relate                 | people.edit                  | person
 people:number                 | people.edit                  | person
 people:reveal                 | secret.reveal                | person
 people:batches                | people.import                |
 people:batch_new              | people.import                |
 people:batch_template         | people.import                |
 people:batch                  | people.import                | batch
 people:batch_report           | people.import                | batch
 people:batch_accept           | people.import                | batch
 people:batch_discard          | people.import                | batch
 people:batch_undo             | people.import                | batch
 area                          | poverty.see                  | area
 mapping:index                 | plan.see                     | area
 mapping:copy                  | plan.edit                    | rt
 mapping:close                 | plan.edit                    | rt
 mapping:rank                  | plan.edit                    | rt
 mapping:tool                  | plan.see                     | rt
 mapping:room                  | plan.edit                    | rt
 mapping:finish                | plan.edit                    | rt
 mapping:reopen                | plan.edit                    | rt
 mapping:entry                 | plan.edit                    | rt
 reports:wall                  | plan.see                     | rt
 poverty:home                  | poverty.see                  |
 poverty:map_sheet             | poverty.see                  | area
 poverty:how                   | poverty.see                  | area
 poverty:list                  | poverty.names                | area
 poverty:recount               | interview.record             | area
 poverty:verdict               | poverty.names                | household
 poverty:interview             | interview.record             | household
 poverty:step                  | interview.record             | household
 poverty:review                | interview.record             | household
 poverty:score_cards           | rules.edit                   |
 poverty:score_card_new        | rules.edit                   |
 poverty:score_card_confirm    | rules.edit                   |
 musrenbang:choice_draw        | meeting.hold                 | meeting
 musrenbang:choice             | plan.see                     | choice
 musrenbang:choice_open        | meeting.hold                 | choice
 musrenbang:choice_annul       | meeting.hold                 | choice
 musrenbang:choice_agree       | meeting.hold                 | choice
 musrenbang:choice_count       | meeting.hold                 | choice
 musrenbang:sheets             | meeting.hold                 | choice
 musrenbang:sheet_print        | meeting.hold                 | choice
 musrenbang:sheet_type         | ballot.type                  | choice
 musrenbang:sheet_compare      | meeting.hold                 | choice
 musrenbang:sheet_settle       | meeting.hold                 | choice
 musrenbang:codes              | meeting.hold                 | choice
 musrenbang:codes_discard      | meeting.hold                 | choice
 musrenbang:result             | plan.see                     | choice
 musrenbang:result_needed      | plan.see                     | choice
 musrenbang:ballots            | plan.see                     | choice
 musrenbang:vote               | anyone                       | area
 musrenbang:meetings           | plan.see                     | area
 musrenbang:meeting            | plan.see                     | meeting
 musrenbang:meeting_call       | meeting.hold                 | area
 musrenbang:meeting_change     | meeting.hold                 | meeting
 musrenbang:meeting_again      | meeting.hold                 | meeting
 musrenbang:meeting_open       | meeting.hold                 | meeting
 musrenbang:meeting_close      | meeting.hold                 | meeting
 musrenbang:meeting_cancel     | meeting.hold                 | meeting
 musrenbang:meeting_invitations | meeting.hold                 | meeting
 musrenbang:meeting_invite     | meeting.hold                 | meeting
 musrenbang:meeting_uninvite   | meeting.hold                 | meeting
 musrenbang:meeting_told       | meeting.hold                 | meeting
 musrenbang:meeting_renew      | meeting.hold                 | meeting
 musrenbang:meeting_sheet      | meeting.hold                 | meeting
 musrenbang:meeting_attendance | meeting.hold                 | meeting
 musrenbang:meeting_numbers    | meeting.hold                 | meeting
 musrenbang:meeting_household  | meeting.hold                 | meeting
 musrenbang:meeting_minutes    | meeting.hold                 | meeting
 musrenbang:meeting_decide     | meeting.hold                 | meeting
 musrenbang:meeting_decision   | meeting.hold                 | meeting
 musrenbang:meeting_dissent    | meeting.hold                 | meeting
 musrenbang:answers            | plan.see                     | area
 musrenbang:answer_desa        | plan.answer_desa             | area
 musrenbang:answer_kecamatan   | plan.answer_kecamatan        | area
 musrenbang:send               | meeting.hold                 | rt
 musrenbang:proposals          | plan.see                     | area
 musrenbang:proposal_new       | plan.edit                    | rt
 musrenbang:proposal_similar   | plan.see                     | area
 musrenbang:left_over          | plan.see                     | rt
 musrenbang:carry_all          | plan.edit                    | rt
 musrenbang:wishes_new         | plan.edit                    | area
 musrenbang:proposal           | plan.see                     | proposal
 musrenbang:proposal_step      | plan.edit                    | proposal
 musrenbang:proposal_check     | plan.edit                    | proposal
 musrenbang:proposal_propose   | plan.edit                    | proposal
 musrenbang:proposal_withdraw  | plan.edit                    | proposal
 musrenbang:proposal_merge     | plan.edit                    | proposal
 musrenbang:proposal_carry     | plan.edit                    | proposal
 musrenbang:photo_new          | plan.edit                    | proposal
 musrenbang:partner_ask        | plan.edit                    | proposal
 musrenbang:photo              | plan.see                     | photo
 musrenbang:photo_remove       | plan.edit                    | photo
 musrenbang:partner            | plan.see                     | partner
 musrenbang:wishes             | plan.edit                    | list
 musrenbang:wishes_accept      | plan.edit                    | list
 musrenbang:wishes_discard     | plan.edit                    | list
 needs:index                   | plan.see                     | area
 needs:voices                  | plan.edit                    | rt
 needs:speak                   | plan.edit                    | rt
 needs:problem_new             | plan.edit                    | rt
 needs:finish                  | plan.edit                    | rt
 needs:group                   | plan.edit                    | statement
 needs:correct                 | plan.edit                    | statement
 needs:withdraw                | plan.edit                    | statement
 needs:problem                 | plan.see                     | problem
 needs:hopes                   | plan.see                     | problem
 needs:sheet                   | plan.see                     | problem
 needs:retheme                 | plan.edit                    | problem
 needs:close                   | plan.edit                    | problem
 needs:node                    | plan.edit                    | node
 needs:cause                   | plan.edit                    | node
 needs:effect                  | plan.edit                    | node
 needs:rename                  | plan.edit                    | node
 needs:hope                    | plan.edit                    | node
 needs:move                    | plan.edit                    | node
 needs:join                    | plan.edit                    | node
 needs:put_away                | plan.edit                    | node
 reports:book                  | poverty.see                  | area
 reports:names                 | poverty.export               | area
 reports:proposals             | plan.see                     | area
 reports:papers                | plan.see                     | meeting
 reports:minutes               | plan.see                     | meeting
 reports:invitation            | plan.see                     | meeting
 reports:attendance            | people.see                   | meeting
 reports:juknis                | plan.see                     | programme, read everywhere
 reports:check                 | anyone                       |
 reports:checked               | known to nobody              |
 transparency:hall             | anyone                       |
 transparency:area             | anyone who finds it          | area
 transparency:result           | known to nobody              | area
 transparency:ballots          | known to nobody              | area
 transparency:journey          | anyone who finds it          | wish
 facilitation:home             | plan.see                     |
 facilitation:steps            | plan.see                     | area
 facilitation:step             | plan.edit                    | rt
 facilitation:gatherings       | plan.see                     | area
 facilitation:gathering_new    | gathering.record             | area
 facilitation:gathering        | plan.see                     | gathering
 facilitation:gathering_edit   | gathering.record             | gathering
 facilitation:scores_before    | gathering.record             | gathering
 facilitation:scores_after     | gathering.record             | gathering
 facilitation:mine             | visit.record                 |
 facilitation:visits           | plan.see                     | area
 facilitation:visit_new        | visit.record                 | rt
 facilitation:visit            | plan.see                     | visit
 facilitation:promise_new      | visit.record                 | visit
 facilitation:promise          | plan.edit                    | promise
 facilitation:quiz             | plan.edit                    | rt
 facilitation:quiz_result      | plan.see                     | rt
 facilitation:rules            | plan.see                     |
 facilitation:changes          | plan.see                     |
 facilitation:juknis           | juknis.edit                  |
 facilitation:adopt            | juknis.edit                  |
 facilitation:programme        | juknis.edit                  | programme
 facilitation:fill             | juknis.edit                  | programme
"""
MODELS = {
    "activity": "grants.Activity",
    "asset": "grants.Asset",
    "book": "grants.Book",
    "budget": "grants.Budget",
    "dossier": "grants.Dossier",
    "flag": "grants.Flag",
    "journal": "grants.Journal",
    "payment": "grants.Payment",
    "progress": "grants.Progress",
    "picture": "grants.Picture",
    "tranche": "grants.Tranche",
    "vendor": "grants.Vendor",
    "worker": "grants.Worker",
    "workday": "grants.Workday",
    "contribution": "grants.Contribution",
    "pricelist": "grants.PriceList",
    "sample": "grants.AuditSample",
    "decree": "musrenbang.Decree",
    "household": "people.Household",
    "person": "people.Person",
    "card": "people.FamilyCard",
    "batch": "people.Batch",
    "draft": "territory.Draft",
    "user": "accounts.User",
    "appointment": "accounts.Appointment",
    "meeting": "musrenbang.Meeting",
    "proposal": "musrenbang.Proposal",
    "photo": "musrenbang.Photo",
    "partner": "musrenbang.Partner",
    "list": "musrenbang.PaperList",
    "choice": "musrenbang.Choice",
    "gathering": "facilitation.Gathering",
    "visit": "facilitation.Visit",
    "promise": "facilitation.Promise",
    "programme": "facilitation.Programme",
    "statement": "needs.Statement",
    "problem": "needs.Problem",
    "node": "needs.Node",
    "post": "health.Post",
    "call": "health.Call",
    "measurement": "health.Measurement",
    "dose": "health.Dose",
    "pregnancy": "health.Pregnancy",
    "referral": "health.Referral",
    "note": "health.DeskNote",
    "claim": "sanitation.Claim",
    "round": "sanitation.LarvaRound",
    "aid": "education.SchoolAid",
    "scheme": "programmes.Scheme",
    "waiting": "programmes.Waiting",
    "double": "programmes.Double",
    "instalment": "programmes.Instalment",
    "arrival": "programmes.Arrival",
    "group": "programmes.Group",
    "event": "programmes.Event",
    "wish": "a planned wish",
}
UNKNOWN = 987_654_321
IF_FOUND = "anyone who finds it"
EVERYWHERE = "read everywhere"
EXTRA = {
    "year": 2026,
    "key": "rt_census",
    "number": 1,
    "step": "papan",
    "tool": "sejarah",
    "kind": "sejarah",
    "code": "TIDAKADA0000",
}


@dataclass(frozen=True)
class Line:
    address: str
    opens_to: str
    place: str

    @property
    def kind(self) -> str:
        """What the id in the address is: an area, a household, a person …"""
        return "area" if self.place == "rt" else self.place.partition(",")[0]

    @property
    def words(self) -> tuple[Permission, ...]:
        return tuple(Permission(word) for word in self.opens_to.split(" + ")) if "." in self.opens_to else ()


FURTHER = Path(__file__).parent / "addresses"
"""Lines of the same table, one file a noun of a room."""


def drawn() -> dict[str, Line]:
    further = [row for file in sorted(FURTHER.glob("*.txt")) for row in file.read_text().splitlines() if row.strip()]
    rows = [[cell.strip() for cell in row.split("|")] for row in (*DRAWN.strip().splitlines()[1:], *further)]
    return {row[0]: Line(*row) for row in rows}


TABLE = drawn()


def addresses(resolver: Any = None, spaces: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Every pattern of the house with the names of its arguments."""
    for pattern in (resolver or get_resolver()).url_patterns:
        if isinstance(pattern, URLResolver):
            yield from addresses(pattern, (*spaces, *filter(None, [pattern.namespace])))
        else:
            yield ":".join((*spaces, pattern.name)), tuple(pattern.pattern.converters)


ADDRESSES = dict(addresses())


def test_every_address_has_its_line_and_every_line_its_address():
    assert set(TABLE) == set(ADDRESSES)
    for name, arguments in ADDRESSES.items():
        kinds = [each for each in arguments if each not in EXTRA]
        assert kinds == ([f"{TABLE[name].kind}_id"] if TABLE[name].place else []), name


@dataclass(frozen=True)
class Ground:
    """Whose thing lies where: kind → [(id, path, level of its place)]."""

    things: dict[str, list[tuple[int, str, str]]]


@pytest.fixture
def ground(places: Places) -> Ground:
    corners = [furnish(rt, number=n) for n, rt in enumerate((places.melati, places.mawar, places.kenanga), start=1)]
    above = (places.kabupaten, places.kecamatan, places.desa)
    held = {kind: [_lying(corner, label) for corner in corners] for kind, label in MODELS.items()}
    held["area"] = [(area.pk, area.path, area.level) for area in (*above, *(corner.rt for corner in corners))]
    return Ground(held)


def _lying(corner: Corner, label: str) -> tuple[int, str, str]:
    return corner[label].pk, corner.rt.path, "rt"


WHO = [each.name for each in fields(Cast)] + ["desa_head", "signed_out"]


@pytest.fixture
def visit(cast: Cast, places: Places, monkeypatch: pytest.MonkeyPatch) -> Any:
    """visit(who)(address, id) → the answer, as if nothing had been visited before."""
    monkeypatch.setattr("rukun.reports.pdf.draw", lambda document: b"%PDF")  # what is drawn is looked at elsewhere
    people = {each.name: getattr(cast, each.name) for each in fields(Cast)}
    people["desa_head"] = make_user("kepala-desa", Role.DESA_HEAD, places.desa)
    User.objects.update(password=make_password("balai-kayu-jati"))
    for person in people.values():
        person.refresh_from_db()
    return lambda who: Visit(people.get(who))


class Visit:
    """One member of the cast at the door; whatever an answer changed is taken back."""

    def __init__(self, user: User | None) -> None:
        self.user, self.client = user, Client(raise_request_exception=True)
        if user:
            self.client.force_login(user)
        self.cookies = dict(self.client.cookies)

    def __call__(self, address: str, thing: int | None) -> Any:
        named = {name: EXTRA.get(name, thing) for name in ADDRESSES[address]}
        url = reverse(address, kwargs=named)
        with transaction.atomic():
            answer = self.client.get(url)
            answer = self.client.post(url) if answer.status_code == 405 else answer
            b"".join(answer) if answer.streaming else None  # a file read to its end closes itself
            transaction.set_rollback(True)
        self.client.cookies.load({name: cookie.value for name, cookie in self.cookies.items()})
        return answer


def outcome(answer: Any) -> str:
    """open · 403 · 404 · sign in; anything else is itself."""
    if answer.status_code == 302:
        return "sign in" if answer["Location"].startswith(reverse(settings.LOGIN_URL) + "?next=") else "open"
    return "open" if answer.status_code in (200, 422) else str(answer.status_code)


def expected(line: Line, held: list[Appointment], path: str | None, level: str) -> str:
    """From the drawn table and MAY alone: `path` is None where the address names no place, "" for what is nowhere."""
    grants = [(term.path, MAY[term.role]) for term in held]
    if path is None or EVERYWHERE in line.place:
        may_read = all(any(word in may for _, may in grants) for word in line.words)
        return "403" if not may_read else "404" if path == "" else "open"
    if not any(path and path.startswith(own) for own, _ in grants):
        return "404"
    asked = _asked_at(line, path, level)
    if not asked or not all(any(asked.startswith(own) and word in may for own, may in grants) for word in line.words):
        return "403"
    return "404" if line.place == "rt" and level != "rt" else "open"


def _asked_at(line: Line, path: str, level: str) -> str:
    """Where the permission must reach: a kecamatan or desa is changed from above it, the kabupaten by nobody."""
    if "changed from above" not in line.place or level == "rt":
        return path
    return path.rstrip(".").rpartition(".")[0] + "." if level in ("kecamatan", "desa") else ""


def expected_user(line: Line, held: list[Appointment], path: str) -> str:
    """A user is found by who may appoint where the user serves; others do not keep such pages at all."""
    reach = [term.path for term in held if line.words[0] in MAY[term.role]]
    if not reach:
        return "403"
    return "open" if path and any(path.startswith(own) for own in reach) else "404"


@pytest.fixture(autouse=True)
def second_factor_elsewhere(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if "who" in request.fixturenames:
        monkeypatch.setattr("rukun.accounts.thresholds.lacks_second_factor", lambda request: False)


@pytest.mark.parametrize("who", WHO)
def test_what_opens_to_whom(who, visit, ground):
    held = list(Appointment.objects.filter(user__username=getattr(visit(who).user, "username", "")))
    visitor, wrong = visit(who), []
    for line in TABLE.values():
        for thing, path, level in _own_and_other(_tries(line, ground), held):
            wanted = _wanted(line, held, path, level, is_in=who != "signed_out")
            met = outcome(visitor(line.address, thing))
            if met != wanted:
                wrong.append(f"{line.address} {level} {path}: {met}, seharusnya {wanted}")
    assert not wrong, "\n".join(wrong)


def _tries(line: Line, ground: Ground) -> list[tuple[int | None, str | None, str]]:
    return [*ground.things[line.kind], (UNKNOWN, "", "unknown")] if line.place else [(None, None, "")]


def _own_and_other(tries: list[Any], held: list[Appointment]) -> list[Any]:
    """One thing inside and one outside the areas held, of each level: more of the same would only take longer."""
    inside = lambda path: any((path or "").startswith(term.path) for term in held)  # noqa: E731
    return list({(inside(path), level): (thing, path, level) for thing, path, level in reversed(tries)}.values())


def _wanted(line: Line, held: list[Appointment], path: str | None, level: str, *, is_in: bool) -> str:
    if not line.words:
        return "404" if path == "" and line.opens_to == IF_FOUND else _without_word(line.opens_to, is_in)
    if not is_in:
        return "sign in"
    if line.kind == "user":
        return expected_user(line, held, path or "")
    return expected(line, held, path, level)


def _without_word(opens_to: str, is_in: bool) -> str:
    """Pages that ask no role. Whoever has no second factor is led on, which is an answer like any other."""
    return {
        "anyone": "open",
        IF_FOUND: "open",
        "known to nobody": "404",
        "half-way in": "open",
        "empty house": "404",
        "signed in": "open" if is_in else "sign in",
        "own second factor": "404" if is_in else "sign in",
    }[opens_to]


@pytest.mark.parametrize("who", ["rt_head", "desa_operator", "kecamatan_officer"])
def test_what_lies_elsewhere_looks_like_what_is_nowhere(who, visit, ground):
    """Same status, same words: nobody learns from an address what stands in another place."""
    visitor, differing = visit(who), []
    own = Appointment.objects.get(user=visitor.user).path
    for line in TABLE.values():
        elsewhere = next((thing for thing, path, _ in _tries(line, ground) if path and not path.startswith(own)), None)
        if elsewhere is None or line.opens_to.startswith("anyone") or EVERYWHERE in line.place:
            continue
        foreign, unknown = visitor(line.address, elsewhere), visitor(line.address, UNKNOWN)
        if (foreign.status_code, foreign.content) != (unknown.status_code, unknown.content):
            differing.append(line.address)
    assert not differing, "\n".join(differing)


def test_a_role_above_the_rt_meets_the_second_factor_first(visit, ground):
    """Whatever the address: without a second factor only setting one up, the password and the way out are open."""
    visitor, past = visit("desa_operator"), set()
    for line in TABLE.values():
        answer = visitor(line.address, _tries(line, ground)[0][0])
        if answer.headers.get("Location") != reverse("mfa_activate_totp"):
            past.add(line.address)
    assert past - FOR_SECOND_FACTOR == set()


def test_a_printed_code_is_changed_first(visit, ground):
    visitor, past = visit("rt_head"), set()
    User.objects.filter(pk=visitor.user.pk).update(must_change_password=True)
    for line in TABLE.values():
        answer = visitor(line.address, _tries(line, ground)[0][0])
        if answer.headers.get("Location") != reverse("account_change_password"):
            past.add(line.address)
    assert past - FOR_PASSWORD == set()
