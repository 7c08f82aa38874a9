"""The sums of each RT, written beside the verdicts they are made of."""

from __future__ import annotations

from collections.abc import Mapping

from rukun.people.queries import tallies as people_tallies
from rukun.poverty.facts.judgements import CANNOT_BE_SAID, NOT_POOR, POOR, Sums
from rukun.poverty.facts.rulebook import BPS14
from rukun.poverty.models import PovertyTally
from rukun.poverty.queries.standings import sums_of


def replace(*, path: str, sums: Mapping[tuple[int, str], Sums]) -> None:
    """The sums of every RT under a path, in place of those that were there."""
    versions = {tally.rt_id: tally.version for tally in people_tallies.under(path)}
    PovertyTally.objects.filter(rule=BPS14, path__startswith=path).delete()
    PovertyTally.objects.bulk_create(
        [tally_from(rt_id, place, each, versions.get(rt_id, 0)) for (rt_id, place), each in sums.items()],
        batch_size=1_000,
    )


def recount(*, rt_id: int, path: str) -> None:
    """One RT, summed again from its standings."""
    replace(path=path, sums={(rt_id, path): sums_of(path)})


def tally_from(rt_id: int, path: str, sums: Sums, version: int) -> PovertyTally:
    return PovertyTally(
        rt_id=rt_id,
        path=path,
        rule=BPS14,
        poor=sums.labels[POOR],
        not_poor=sums.labels[NOT_POOR],
        cannot_be_said=sums.labels[CANNOT_BE_SAID],
        reasons=dict(sums.reasons),
        needs=dict(sums.needs),
        facts_on=sums.facts_on,
        seen_version=version,
    )
