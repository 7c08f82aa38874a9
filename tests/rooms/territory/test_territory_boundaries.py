"""Shapes of places: whose they are, whether they hold, and who stays without."""

from __future__ import annotations

import json
from datetime import date

import pytest
from django.db import transaction
from shapely.geometry import shape
from tests.rooms.territory.conftest import BY

from rukun.kit.problems import Problem
from rukun.territory import queries
from rukun.territory.actions import boundaries, codes
from rukun.territory.models import Boundary
from rukun.territory.queries import readings

SINCE = date(2021, 1, 1)
LATER = date(2023, 1, 1)


def square(x=116.0, y=-0.5, size=0.1):
    return {
        "type": "Polygon",
        "coordinates": [[[x, y], [x + size, y], [x + size, y + size], [x, y + size], [x, y]]],
    }


BOW_TIE = {"type": "Polygon", "coordinates": [[[116, 0], [116.1, 0.1], [116.1, 0], [116, 0.1], [116, 0]]]}


def collection(*features):
    return json.dumps(
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "properties": properties, "geometry": geometry} for properties, geometry in features
            ],
        }
    ).encode()


def bring(content, places, level="desa", since=SINCE, **names):
    return boundaries.bring(
        content=content, file="batas.geojson", level=level, within=places.kabupaten.path, since=since,
        source="Peta peragaan", by=BY, **names,
    )  # fmt: skip


def test_a_shape_comes_to_its_desa_and_who_has_none_is_told(places):
    atlas = bring(collection(({"kode": "64.02.90.2001", "nama": "Sumber Rekaan"}, square())), places)
    assert list(atlas.drawn) == [places.desa.pk]
    assert atlas.without == ("Desa Muara Rekaan",)
    [drawn] = queries.shapes(places.kabupaten.pk, on=SINCE, level="desa")
    assert (drawn.key, drawn.label) == (str(places.desa.pk), "Desa Sumber Rekaan")
    assert queries.shapes(places.kabupaten.pk, on=date(2020, 12, 31), level="desa") == []


def test_columns_of_the_users_own_choice_and_names_alone(places):
    content = collection(({"WADMKD": "Sumber Rekaan"}, square()), ({"WADMKD": "Desa Muara Rekaan"}, square(116.1)))
    atlas = bring(content, places, code="KDEPUM", name="WADMKD")
    assert set(atlas.drawn) == {places.desa.pk, places.other_desa.pk}
    assert atlas.without == ()


def test_a_shape_that_crosses_itself_is_made_valid(places):
    bring(collection(({"kode": "64.02.90.2001"}, BOW_TIE)), places)
    kept = shape(Boundary.objects.get().geometry)
    assert kept.is_valid
    assert kept.area == pytest.approx(0.005)


def test_later_shapes_end_the_earlier_ones(places):
    bring(collection(({"kode": "64.02.90.2001"}, square())), places)
    bring(collection(({"kode": "64.02.90.2001"}, square(size=0.2))), places, since=LATER)
    held = list(Boundary.objects.order_by("since").values_list("since", "until"))
    assert held == [(SINCE, LATER), (LATER, None)]
    size = [_width(queries.shapes(places.kecamatan.pk, on=on)) for on in (SINCE, LATER)]
    assert size == [pytest.approx(0.1), pytest.approx(0.2)]


def _width(shapes):
    xs = [x for x, _y in shapes[0].rings[0]]
    return max(xs) - min(xs)


GOOD = {"kode": "64.02.90.2001"}


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"not json", "territory.not_geojson"),
        (b'{"type": "Point"}', "territory.not_geojson"),
        (b'{"type": "FeatureCollection", "features": [3]}', "territory.not_geojson"),
        (collection(), "territory.geojson_empty"),
        (collection(({"id": 1}, square())), "territory.property_missing"),
        (collection((GOOD, square(500_000, 9_900_000, 1000))), "territory.shapes_have_errors"),
        (collection((GOOD, {"type": "Point", "coordinates": [116, 0]})), "territory.shapes_have_errors"),
        (collection((GOOD, None)), "territory.shapes_have_errors"),
        (collection((GOOD, square()), (GOOD, square(117))), "territory.shapes_have_errors"),
        (collection(({"kode": "11.01.01.2001"}, square())), "territory.shapes_have_errors"),
    ],
)
def test_what_is_no_map_is_refused_whole(places, content, code):
    with pytest.raises(Problem) as caught, transaction.atomic():
        bring(content, places)
    assert caught.value.code == code
    assert not Boundary.objects.exists()


def test_metres_are_told_from_degrees(places):
    atlas = readings.read_boundaries(
        collection((GOOD, square(500_000, 9_900_000, 1000))),
        "x",
        level="desa",
        within=places.kabupaten.path,
        since=SINCE,
    )
    assert [remark.finding.code for remark in atlas.remarks] == ["territory.not_wgs84"]


def test_a_shape_of_elsewhere_is_passed_over(places):
    content = collection((GOOD, square()), ({"kode": "11.01.01.2001", "nama": "Jauh"}, square(95)))
    atlas = bring(content, places)
    assert (len(atlas.drawn), atlas.errors) == (1, 0)
    assert [remark.finding.code for remark in atlas.remarks] == ["territory.shape_of_nobody"]


def test_what_is_recorded_is_not_drawn_over(places):
    bring(collection((GOOD, square())), places)
    with pytest.raises(Problem):
        bring(collection((GOOD, square(117))), places)


def test_a_map_where_shapes_are_known_and_tiles_where_none_is(places):
    asked = {
        "on": SINCE,
        "values": {places.desa.pk: 1},
        "steps": ["sedikit", "banyak"],
        "title": "Peta",
        "level": "desa",
    }
    assert "tiles" in queries.map_of(places.kabupaten.pk, **asked).drawing
    bring(collection((GOOD, square())), places)
    picture = queries.map_of(places.kabupaten.pk, **asked)
    assert "<svg" in picture.drawing
    assert "Batas Desa Muara Rekaan belum diketahui." in picture.words
    assert [row.values[0] for row in picture.table.rows] == ["Desa Sumber Rekaan", "Desa Muara Rekaan"]
    assert queries.map_of(places.melati.pk, **asked | {"level": ""}) is None


@pytest.mark.shared
@pytest.mark.parametrize(("regency", "desa", "without"), [("64.02", 237, ()), ("52.07", 64, ("Desa Lamunga",))])
def test_the_real_borders_fit_the_real_codes(everything, shared_data, regency, desa, without):
    held = codes.found(kabupaten_code=regency, since=date(2020, 1, 1), by=BY)
    for level, prefix, count in (("desa", "desa", desa), ("kecamatan", "kec", None)):
        path = shared_data / "boundaries" / f"{prefix}_{regency}.geojson"
        atlas = boundaries.bring(
            content=path.read_bytes(), file=path.name, level=level, within=held.kabupaten.path, since=SINCE,
            source="cahyadsn/wilayah_boundaries", by=BY,
        )  # fmt: skip
        assert (atlas.errors, atlas.remarks) == (0, ())
        if count:
            assert (len(atlas.drawn), atlas.without) == (count, without)
    shapes = queries.shapes(held.kabupaten_id, on=SINCE, level="desa")
    assert len(shapes) == desa
    assert all(one.rings and all(len(ring) > 3 for ring in one.rings) for one in shapes)
    points = sum(len(ring) for one in shapes for ring in one.rings)
    kept = sum(
        len(ring)
        for drawn in Boundary.objects.filter(area__level="desa")
        for part in drawn.geometry["coordinates"]
        for ring in part
    )
    assert points < kept
