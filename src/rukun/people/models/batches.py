"""What came in by the one gate, and its rows while they wait."""

from django.db import models

from rukun.people.types import BatchState
from rukun.walls.types import PathField, SameArea, Unlogged, Wall


class Batch(models.Model):
    """One file or form. Counts: read = kept + refused, always (a CHECK says so)."""

    area = models.ForeignKey("territory.Area", models.PROTECT, db_constraint=False, related_name="+")
    path = PathField()
    layout = models.CharField(max_length=20)
    file_name = models.CharField(max_length=200)
    file_sha256 = models.CharField(max_length=64)
    state = models.CharField(max_length=12, choices=BatchState.choices)
    rows_read = models.IntegerField(default=0)
    rows_kept = models.IntegerField(default=0)
    rows_refused = models.IntegerField(default=0)
    rows_warned = models.IntegerField(default=0)
    findings = models.JSONField(default=dict)
    columns = models.JSONField(default=list)
    by = models.CharField(max_length=150)
    on = models.DateField()
    created_at = models.DateTimeField(auto_now_add=True)
    accepted_at = models.DateTimeField(null=True)
    undone_at = models.DateTimeField(null=True)

    privacy = dict.fromkeys(
        ["area", "path", "layout", "file_name", "file_sha256", "state", "rows_read", "rows_kept", "rows_refused"]
        + ["rows_warned", "findings", "columns", "on", "created_at", "accepted_at", "undone_at"],
        "internal",
    ) | {"by": "personal"}

    class Meta:
        indexes = [models.Index(fields=["path", "-id"], name="people_batch_place")]
        constraints = [
            Wall(name="people_batch_wall", verbs=("select", "insert", "update")),
            SameArea(name="people_batch_area", field="area", to="territory.Area"),
            models.CheckConstraint(
                name="people_batch_counts",
                condition=models.Q(rows_read=models.F("rows_kept") + models.F("rows_refused")),
            ),
        ]

    def __str__(self) -> str:
        return self.file_name


class BatchRow(models.Model):
    """One row read, cleaned and judged; it waits here until its batch is accepted or discarded.

    The table is unlogged: after a crash a waiting batch must be brought again, an accepted one loses nothing.
    `original` holds the cells as they came, sealed. A new card or household bears the number of the row that leads it
    (`card_no`, `household_no`: the head's, else the first); those already registered are pointed to (`card_id`,
    `household_id`). `card_path` places the card, which may lie in another RT than this person.
    """

    batch = models.ForeignKey(Batch, models.CASCADE, related_name="rows", db_index=False, db_constraint=False)
    path = PathField()
    number = models.IntegerField()
    sheet = models.CharField(max_length=60, blank=True)
    is_kept = models.BooleanField()
    findings = models.JSONField(null=True)
    original = models.BinaryField(null=True)
    rt_id = models.BigIntegerField(null=True)
    rt_path = models.CharField(max_length=120, blank=True)
    person_no = models.IntegerField(null=True)
    card_no = models.IntegerField(null=True)
    card_id = models.BigIntegerField(null=True)
    card_path = PathField(blank=True, default="")
    household_no = models.IntegerField(null=True)
    household_id = models.BigIntegerField(null=True)
    nik_index = models.BinaryField(null=True)
    nik_sealed = models.BinaryField(null=True)
    nik_status = models.CharField(max_length=10, blank=True)
    kk_index = models.BinaryField(null=True)
    kk_sealed = models.BinaryField(null=True)
    name = models.CharField(max_length=120, blank=True)
    name_key = models.TextField(blank=True)
    sex = models.CharField(max_length=6, blank=True)
    birth_place = models.CharField(max_length=80, blank=True)
    birth_date = models.DateField(null=True)
    relation = models.CharField(max_length=14, blank=True)
    religion = models.CharField(max_length=20, blank=True)
    marital = models.CharField(max_length=20, blank=True)
    education = models.CharField(max_length=30, blank=True)
    schooling = models.CharField(max_length=30, blank=True)
    occupation = models.CharField(max_length=60, blank=True)
    citizenship = models.CharField(max_length=10, blank=True)
    disability = models.CharField(max_length=30, blank=True)
    address = models.CharField(max_length=200, blank=True)
    longitude = models.FloatField(null=True)
    latitude = models.FloatField(null=True)
    since = models.DateField(null=True)

    privacy = (
        dict.fromkeys(
            ["batch", "path", "number", "sheet", "is_kept", "findings", "rt_id", "rt_path", "person_no"], "internal"
        )
        | dict.fromkeys(["card_no", "card_id", "card_path", "household_no", "household_id", "since"], "internal")
        | dict.fromkeys(["original", "nik_index", "nik_sealed", "kk_index", "kk_sealed"], "secret")
        | dict.fromkeys(["nik_status", "name", "name_key", "sex", "birth_place", "birth_date", "relation"], "personal")
        | dict.fromkeys(["religion", "marital", "education", "schooling", "occupation", "citizenship"], "personal")
        | dict.fromkeys(["disability", "address", "longitude", "latitude"], "personal")
    )

    class Meta:
        indexes = [models.Index(fields=["batch", "number"], name="people_batchrow_order")]
        constraints = [Wall(name="people_batchrow_wall"), Unlogged(name="people_batchrow_unlogged")]

    def __str__(self) -> str:
        return f"{self.sheet} baris {self.number}"
