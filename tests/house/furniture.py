"""One row of every kind in each RT of the standing cast, so that a wall has something to hide and a page to show."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.apps import apps
from django.db.models import Model
from tests.house import furnished_money, furnished_services

from rukun.accounts.models import Appointment, Remembered, Role, User
from rukun.audit.models import Line
from rukun.facilitation.models import (
    Gathering,
    GatheringQuestion,
    Programme,
    Promise,
    ReadinessTry,
    StepState,
    Visit,
)
from rukun.mapping.models import (
    Actor,
    Custom,
    HistoryEvent,
    Institution,
    Landmark,
    Placement,
    RankingGroup,
    Resource,
    SeasonItem,
    Stop,
    Trend,
    TrendPoint,
    WelfareClass,
)
from rukun.mapping.models import Sheet as MappingSheet
from rukun.musrenbang.models import (
    Answer,
    Attendance,
    Choice,
    Code,
    Decision,
    Dissent,
    Entry,
    Invitation,
    Meeting,
    Option,
    PaperList,
    Partner,
    Photo,
    Plan,
    Proposal,
    Result,
    Sealed,
    Sheet,
    Turn,
)
from rukun.needs.models import Grouping, Link, Node, Problem, Statement, Withdrawal
from rukun.parameters import juknis
from rukun.people.models import (
    Batch,
    BatchRow,
    CardEntry,
    FamilyCard,
    FormerPlace,
    Household,
    Interview,
    Person,
    Secret,
    StatedCount,
    Stay,
    Tally,
)
from rukun.poverty.actions import classifications
from rukun.poverty.models import Draft as InterviewDraft
from rukun.poverty.models import ScoreCard
from rukun.reports.models import Paper
from rukun.territory.models import Area, Boundary, Draft, Succession
from rukun.walls import vault

SINCE, ON = date(2024, 1, 1), date(2026, 7, 1)
KEY = "rt_census"
CHOSEN_BY = {
    "rule": "equal-shares", "utility": "cost", "completion": "add-one", "ties": "votes,cost,lot:rekaan", "seed": "rekaan",
    "unit": "household", "points": 10, "most": 1, "together": False, "shares": [], "because": "", "excluded": [],
}  # fmt: skip
SQUARE = {"type": "Polygon", "coordinates": [[[116, -1], [117, -1], [117, 0], [116, 0], [116, -1]]]}
OURS = sorted((m for m in apps.get_models() if m.__module__.startswith("rukun.")), key=lambda m: m._meta.label)


@dataclass
class Corner:
    """What stands in one RT: a row of each model, by label."""

    rt: Area
    rows: dict[str, Model] = field(default_factory=dict)

    def add(self, model: type[Model], **fields: Any) -> Any:
        made = model._default_manager.create(**fields)
        self.rows[model._meta.label] = made
        return made

    def __getitem__(self, label: str) -> Model:
        return self.rows[label]


def furnish(rt: Area, *, number: int) -> Corner:
    """A family with card and numbers, a batch, drafts, an office, a log line, a verdict: all of it in this RT."""
    corner = Corner(rt)
    _office(corner, number)
    _ground(corner)
    _family(corner, number)
    _asked(corner, number)
    _year(corner)
    _wished(corner)
    _mapped(corner)
    _proposed(corner)
    _met(corner)
    _chose(corner)
    _planned(corner)
    furnished_money.furnish(corner, number)
    furnished_services.furnish(corner, number)
    classifications.classify_area(path=rt.path, on=ON, by="uji")
    for label in ("poverty.Classification", "poverty.Standing", "poverty.PovertyTally"):
        corner.rows[label] = apps.get_model(label).objects.get(path=rt.path)
    return corner


def _office(corner: Corner, number: int) -> None:
    treasurer = User(username=f"bendahara-{number}", name=f"Bendahara Rekaan {number}")
    treasurer.set_unusable_password()
    treasurer.save()
    term = {
        "role": Role.RT_TREASURER,
        "area": corner.rt,
        "path": corner.rt.path,
        "since": SINCE,
        "basis": "SK peragaan",
    }
    corner.rows["accounts.User"] = treasurer
    corner.add(Appointment, user=treasurer, **term)
    corner.add(Remembered, cache_key=f"uji-{number}", value="1", expires="2030-01-01T00:00:00Z")
    corner.add(Line, verb="uji", actor="uji", subject="", path=corner.rt.path)


def _ground(corner: Corner) -> None:
    rt, path = corner.rt, corner.rt.path
    corner.rows["territory.Area"] = rt
    corner.rows["territory.Edition"] = rt.editions.get()
    corner.add(Succession, source=rt, target=rt, kind="rename", on=SINCE, basis="SK peragaan", path=path)
    corner.add(Boundary, area=rt, geometry=SQUARE, since=SINCE, source="rekaan", path=path)
    answers = {"on": str(ON), "basis": "SK peragaan"}
    corner.add(Draft, kind="register", file="rt.csv", content=b"rt\n009\n", answers=answers, path=path)


def _family(corner: Corner, number: int) -> None:
    path, here = corner.rt.path, {"rt": corner.rt, "path": corner.rt.path}
    batch = corner.add(
        Batch, area=corner.rt, path=path, layout="rukun", file_name="rekaan.csv", state="checked", by="uji", on=ON,
        rows_read=1, rows_kept=1,
    )  # fmt: skip
    corner.add(
        BatchRow, batch=batch, path=path, number=1, is_kept=True, rt_id=corner.rt.pk, rt_path=path, person_no=1,
        household_no=1, name="Tono Rekaan", name_key="tono rekaan", sex="male", relation="head", nik_status="none", since=ON,
    )  # fmt: skip
    home = corner.add(Household, **here, rt_since=ON, since=SINCE, address=f"Gang Rekaan {number}")
    corner.add(FormerPlace, household=home, path=path, rt=corner.rt, since=SINCE, until=ON, basis="SK peragaan")
    name = f"Sari Rekaan {number}"
    person = corner.add(Person, **here, name=name, name_key=name.lower(), sex="female", birth_date=date(1980, 8, 17))
    since = {"path": path, "relation": "head", "since": SINCE}
    corner.add(Stay, person=person, household=home, began_by="counted", **since)
    card = corner.add(FamilyCard, **here, since=SINCE)
    corner.add(CardEntry, person=person, card=card, **since)
    nik = f"640290570880{number:04d}"
    corner.add(
        Secret, kind="nik", index=vault.index("nik", nik), sealed=vault.seal(nik), person=person, path=path, since=SINCE
    )


def _asked(corner: Corner, number: int) -> None:
    home, path = corner["people.Household"], corner.rt.path
    asked = {"household": home, "path": path, "instrument": KEY}
    corner.add(Interview, **asked, on=ON, source="interview", answers={"toilet": "none"}, by="uji")
    corner.add(InterviewDraft, **asked, answers={}, by="uji")
    corner.add(StatedCount, rt=corner.rt, path=path, households=9, on=ON, source="Catatan RT")
    corner.add(Tally, rt=corner.rt, path=path, households=1, people=1, counted_on=ON)
    corner.add(ScoreCard, key=f"kartu-{number}", title="Kartu", source="rekaan", card={}, lookup={}, since=SINCE)


def _wished(corner: Corner) -> None:
    path, here = corner.rt.path, {"rt": corner.rt, "path": corner.rt.path}
    said = {"year": 2026, "kind": "problem", "words": "Air sumur keruh", "occasion": "home", "on": ON, "by": "uji"}
    first = Statement.objects.create(**here, **said)
    statement = corner.add(Statement, **here, **said)
    why = {"because": "Salah ketik", "on": ON, "by": "uji"}
    corner.add(Withdrawal, statement=first, path=path, instead=statement, **why)
    problem = corner.add(Problem, **here, year=2026, theme="water", since=ON)
    core = Node.objects.create(problem=problem, path=path, words="Air keruh", is_core=True, since=ON)
    cause = corner.add(Node, problem=problem, path=path, words="Sumur dangkal", since=ON)
    corner.add(Link, path=path, cause=cause, effect=core)
    corner.add(Grouping, statement=statement, path=path, problem=problem)


def _proposed(corner: Corner) -> None:
    path, here = corner.rt.path, {"rt": corner.rt, "path": corner.rt.path, "year": 2026}
    told = {"born": 2026, "number": 1, "title": "Sumur bor gang 2", "cost": 5_000_000, "state": "draft", "owner": "rt"}
    proposal = corner.add(Proposal, **here, **told, cause=corner["needs.Node"], caretaker="Tono Rekaan")
    corner.add(Turn, proposal=proposal, path=path, year=2026, after="draft", on=ON, office="rt", by="uji")
    corner.add(Answer, proposal=proposal, path=path, fact="hibah", is_true=True, on=ON)
    photo = {"digest": "0" * 64, "picture": b"\xff\xd8", "width": 4, "height": 3, "on": ON}
    corner.add(Photo, proposal=proposal, path=path, **photo)
    asked = {"name": "2026/9", "title": "Jembatan", "share": 1_000_000, "asked_on": ON}
    corner.add(Partner, proposal_id=proposal.pk + 9_000_000, leader=corner.rt, **here, **asked)
    content = b"usulan,rt\nLampu gang,3\n"
    corner.add(PaperList, area=corner.rt, path=path, year=2025, file="lama.csv", content=content, by="uji", on=ON)


def _met(corner: Corner) -> None:
    path, home = corner.rt.path, corner["people.Household"]
    meeting = corner.add(
        Meeting, area=corner.rt, path=path, year=2026, on=ON, place="Balai rekaan", called_on=SINCE,
    )  # fmt: skip
    corner.add(Invitation, meeting=meeting, path=path, household=home, number=1)
    corner.add(Attendance, meeting=meeting, path=path, household=home, sex="female", age_group="adult")
    decision = corner.add(Decision, meeting=meeting, path=path, place=1, words="Sumur digali tahun ini")
    corner.add(Dissent, decision=decision, path=path, words="Lebih baik jalan dulu", voice="perempuan muda")


def _chose(corner: Corner) -> None:
    """A choice that is only drawn up, and one that is open: what stands on a sheet moves in the first alone."""
    path, again = corner.rt.path, {"year": 2026, "on": ON, "place": "Balai rekaan", "called_on": SINCE}
    other = Meeting.objects.create(area=corner.rt, path=path, **again)
    named = {"rt": corner.rt, "path": path, "born": 2026, "year": 2026, "state": "proposed", "owner": "rt"}
    wish = Proposal.objects.create(**named, number=900, title="Sumur bor", cost=9)
    how = {"path": path, "way": "approval", "ceiling": 10, "voters": 5, "rules": CHOSEN_BY}
    drawn = Choice.objects.create(meeting=other, **how)
    choice = corner.add(Choice, meeting=corner["musrenbang.Meeting"], **how)
    for each in (drawn, choice):
        corner.add(Option, choice=each, path=path, proposal=wish, mark="A", title="Sumur bor", cost=9)
    Choice.objects.filter(pk=choice.pk).update(stage="open", seal="rekaan", opened_on=ON)
    here = {"choice": choice, "path": path}
    sheet = corner.add(Sheet, **here, number="0417")
    corner.add(Entry, sheet=sheet, path=path, typist="uji", marks={"A": 1})
    corner.add(Code, **here, digest="rekaan", marks={"A": 1})
    corner.add(Sealed, **here, marks={"A": 1})
    corner.add(Result, **here, outcome={}, digest="rekaan", sheets=1, on=ON)


def _planned(corner: Corner) -> None:
    """A wish that went all the way, for everyone to see, and the paper that tells of it."""
    path, here = corner.rt.path, {"rt": corner.rt, "path": corner.rt.path, "year": 2026}
    told = {
        "born": 2026,
        "number": 950,
        "title": "Jalan usaha tani",
        "cost": 7,
        "state": "planned",
        "owner": "kecamatan",
    }
    wish = corner.rows["a planned wish"] = Proposal.objects.create(**here, **told)
    for before, after in (("", "draft"), ("draft", "proposed"), ("at_kecamatan", "planned")):
        turned = {"before": before, "after": after, "year": 2026, "on": ON, "office": "rt", "by": "uji"}
        Turn.objects.create(proposal=wish, path=path, **turned)
    corner.add(Plan, **here, place=1, proposal=wish, amount=7, on=ON)
    code = f"REKAAN{corner.rt.pk:06d}"
    corner.add(
        Paper, code=code, kind="berita-acara", number="BA/1", area=corner.rt, path=path, on=ON, subject="meeting:1"
    )


def _year(corner: Corner) -> None:
    path, here = corner.rt.path, {"path": corner.rt.path, "year": 2026}
    held = juknis.load("juknis/contoh_rekaan_2026", begins=ON)
    programme = corner.add(
        Programme, **here, key=held.key, document=juknis.as_document(held), since=ON, basis="SK peragaan"
    )
    corner.add(StepState, rt=corner.rt, **here, step="sosialisasi", begun_on=ON)
    gathering = corner.add(
        Gathering,
        area=corner.rt,
        **here,
        kind="sosialisasi",
        on=ON,
        place="Balai rekaan",
        topic="Aturan",
        women=6,
        men=4,
    )
    corner.add(GatheringQuestion, gathering=gathering, path=path, number=1, text="Siapa yang memutuskan?")
    visit = corner.add(Visit, rt=corner.rt, **here, on=ON, who="Dimas Khayal", found="Peta belum ada.")
    corner.add(Promise, visit=visit, path=path, text="Membawa kertas peta", owes="helper", due=ON)
    corner.add(
        ReadinessTry, rt=corner.rt, **here, on=ON, answers=[0, 1, 0, 2, 1], right=5, of=5, needed=4, programme=programme
    )


def _mapped(corner: Corner) -> None:
    path = corner.rt.path
    days = {"started_on": ON, "changed_on": ON}
    sheet = corner.add(MappingSheet, rt=corner.rt, path=path, year=2026, tool="sejarah", **days)
    on_it = {"sheet": sheet, "path": path}
    corner.add(Landmark, **on_it, name="Musala", kind="facility", longitude=116.5, latitude=-0.5)
    corner.add(Stop, **on_it, order=1, place="Tepi sungai")
    corner.add(HistoryEvent, **on_it, since=1998, what="Kebakaran")
    corner.add(SeasonItem, **on_it, name="Banjir", kind="disaster", months="300000000003")
    corner.add(Institution, **on_it, name="Posyandu", importance=3, closeness=3)
    corner.add(Actor, **on_it, role="Guru ngaji", influence=2, stance="for")
    corner.add(Custom, **on_it, name="Gotong royong", state="alive")
    corner.add(Resource, **on_it, name="Tanah kosong", capital="natural", use="unused")
    trend = corner.add(Trend, **on_it, name="Hasil panen", direction="down")
    corner.add(TrendPoint, trend=trend, path=path, year=2025, value=4)
    rank = corner.add(WelfareClass, **on_it, order=1, name="Cukup", criteria="Rumah papan")
    group = corner.add(RankingGroup, **on_it, name="Kelompok ibu-ibu", women=5, men=0)
    corner.add(Placement, group=group, path=path, household=corner["people.Household"], rank=rank)
