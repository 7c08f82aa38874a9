"""One call as HL7 FHIR R4: who was met and what was measured, coded by LOINC and UCUM.

A collection to be sent by the puskesmas; this house is no registered facility. The NIK stays sealed: its identifier
says so (data-absent-reason "masked"), the person is known by the number of this register.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from rukun.services.health.models import Call, Measurement
from rukun.services.health.queries import measurements
from rukun.services.health.types import Where

NIK = "https://fhir.kemkes.go.id/id/nik"
REGISTER = "urn:rukun:warga"
LOINC, UCUM = "http://loinc.org", "http://unitsofmeasure.org"
CATEGORY = "http://terminology.hl7.org/CodeSystem/observation-category"
ACT = "http://terminology.hl7.org/CodeSystem/v3-ActCode"
ABSENT = "http://hl7.org/fhir/StructureDefinition/data-absent-reason"
CLASSES = {Where.HOME: ("HH", "home health"), Where.POST: ("AMB", "ambulatory")}
GENDERS = {"female": "female", "male": "male"}
WEIGHT = ("29463-7", "Body weight", "kg", 1000)
STANDING = ("8302-2", "Body height", "cm", 10)
LYING = ("8306-3", "Body height --lying", "cm", 10)
HEAD = ("9843-4", "Head Occipital-frontal circumference", "cm", 10)
ARM = ("56072-2", "Circumference Mid upper arm - right", "cm", 10)
DAYS_LYING = 731
Resource = dict[str, Any]


def path_of(call_id: int) -> str:
    """The path of a call one may see, "" when there is none: used by guards."""
    return Call.objects.filter(pk=call_id).values_list("path", flat=True).first() or ""


def found(call_id: int) -> Call | None:
    return Call.objects.select_related("household", "post").filter(pk=call_id).first()


def of_call(call: Call, *, made_at: datetime) -> Resource:
    """The whole bundle: the encounter's patients first, then each measure."""
    held = list(measurements.in_force().filter(call=call).select_related("person"))
    people = {each.person_id: each.person for each in held}
    resources = [*map(_patient, people.values()), *(_encounter(call, pk) for pk in people), *_observations(held)]
    return {
        "resourceType": "Bundle", "type": "collection", "timestamp": made_at.isoformat(timespec="seconds"),
        "entry": [{"fullUrl": _url(each), "resource": each} for each in resources],
    }  # fmt: skip


def _url(resource: Resource) -> str:
    return _named(resource["id"])


def _named(key: str) -> str:
    """The same thing has the same name in every bundle."""
    return f"urn:uuid:{uuid5(NAMESPACE_URL, f'urn:rukun:{key}')}"


def _patient(person: Any) -> Resource:
    masked = {"extension": [{"url": ABSENT, "valueCode": "masked"}]}
    told = {
        "resourceType": "Patient", "id": f"warga-{person.pk}",
        "identifier": [
            {"use": "official", "system": NIK, "_value": masked},
            {"use": "secondary", "system": REGISTER, "value": str(person.pk)},
        ],
        "name": [{"use": "official", "text": person.name}],
        "gender": GENDERS.get(person.sex, "unknown"),
    }  # fmt: skip
    return told | ({"birthDate": person.birth_date.isoformat()} if person.birth_date else {})


def _encounter(call: Call, person_id: int) -> Resource:
    code, display = CLASSES[Where(call.where)]
    return {
        "resourceType": "Encounter", "id": f"kunjungan-{call.pk}-{person_id}", "status": "finished",
        "class": {"system": ACT, "code": code, "display": display}, "subject": _subject(person_id),
        "period": {"start": call.on.isoformat(), "end": call.on.isoformat()},
    }  # fmt: skip


def _observations(held: list[Measurement]) -> Iterator[Resource]:
    for each in held:
        is_lying = each.is_lying if each.is_lying is not None else each.age_days < DAYS_LYING
        sizes = (
            (WEIGHT, each.weight_g), (LYING if is_lying else STANDING, each.lenhei_mm), (HEAD, each.head_mm),
            (ARM, each.arm_mm),
        )  # fmt: skip
        yield from (_observation(each, coded, size) for coded, size in sizes if size)


def _observation(each: Measurement, coded: tuple[str, str, str, int], size: int) -> Resource:
    code, display, unit, per = coded
    return {
        "resourceType": "Observation", "id": f"ukuran-{each.pk}-{code}", "status": "final",
        "category": [{"coding": [{"system": CATEGORY, "code": "vital-signs", "display": "Vital Signs"}]}],
        "code": {"coding": [{"system": LOINC, "code": code, "display": display}]},
        "subject": _subject(each.person_id),
        "encounter": {"reference": _named(f"kunjungan-{each.call_id}-{each.person_id}")},
        "effectiveDateTime": each.on.isoformat(),
        "valueQuantity": {"value": Decimal(size) / per, "unit": unit, "system": UCUM, "code": unit},
    }  # fmt: skip


def _subject(person_id: int) -> Resource:
    return {"reference": _named(f"warga-{person_id}")}
