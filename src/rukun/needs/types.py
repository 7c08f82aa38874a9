"""The closed lists of the room, and what its doors hand out: trees, missing voices, facts, safe words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import Enum

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _

from rukun.rules.trees import Shape, Tree


class Kind(TextChoices):
    PROBLEM = "problem", _("Masalah")
    HOPE = "hope", _("Harapan")
    IDEA = "idea", _("Sumber daya atau gagasan")


class Sex(TextChoices):
    FEMALE = "female", _("Perempuan")
    MALE = "male", _("Laki-laki")


class Age(TextChoices):
    CHILD = "child", _("Anak dan remaja (10–17)")
    YOUNG = "young", _("Muda (18–30)")
    ADULT = "adult", _("Dewasa (31–59)")
    ELDERLY = "elderly", _("Lansia (60 ke atas)")


class Welfare(TextChoices):
    POOR = "poor", _("Rumah tangga miskin")
    NOT_POOR = "not_poor", _("Bukan rumah tangga miskin")


class Disability(TextChoices):
    WITH = "with", _("Penyandang disabilitas")
    WITHOUT = "without", _("Bukan penyandang disabilitas")


class Occasion(TextChoices):
    SOSIALISASI = "sosialisasi", _("Sosialisasi")
    HOME = "home", _("Di rumah warga")
    GROUP = "group", _("Rapat kelompok")
    FGD = "fgd", _("Diskusi kelompok terarah (FGD)")
    MEETING = "meeting", _("Musyawarah RT")
    OTHER = "other", _("Kesempatan lain")


class Theme(TextChoices):
    ROADS = "roads", _("Jalan dan drainase")
    WATER = "water", _("Air dan sanitasi")
    HEALTH = "health", _("Kesehatan")
    EDUCATION = "education", _("Pendidikan")
    ECONOMY = "economy", _("Ekonomi")
    ENVIRONMENT = "environment", _("Lingkungan")
    SAFETY = "safety", _("Keamanan")
    INSTITUTIONS = "institutions", _("Lembaga RT")
    CULTURE = "culture", _("Sosial dan budaya")
    OTHER = "other", _("Lainnya")


class Hidden(Enum):
    """A count behind a curtain: not zero, not unknown."""

    HIDDEN = "disembunyikan"


HIDDEN = Hidden.HIDDEN
Count = int | Hidden


@dataclass(frozen=True, slots=True)
class Grown:
    """A problem with its tree, its shape and the hopes typed so far."""

    problem_id: int
    rt_id: int
    path: str
    year: int
    theme: str
    tree: Tree
    shape: Shape
    hopes: Mapping[int, str]

    @property
    def words(self) -> str:
        return self.tree.nodes[self.tree.core]

    @property
    def theme_words(self) -> str:
        return str(Theme(self.theme).label)

    @property
    def is_rooted(self) -> bool:
        return bool(self.shape.roots)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A statement as those who serve the RT read it."""

    statement_id: int
    words: str
    kind: str
    voice: tuple[str, ...]
    occasion: str
    on: date
    problem_id: int | None = None


@dataclass(frozen=True, slots=True)
class Branch:
    """One node of the written tree, with what hangs on it; told before where a node hangs on two."""

    node_id: int
    words: str
    hope: str
    is_root: bool
    is_again: bool
    branches: tuple[Branch, ...]


@dataclass(frozen=True, slots=True)
class Cause:
    """A cause a proposal may hang on; `way` leads from it to the core problem."""

    node_id: int
    words: str
    problem_id: int
    problem: str
    theme: str
    is_root: bool
    way: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """A group nobody has heard yet; `present` is None where the register cannot tell."""

    code: str
    words: str
    present: int | None


@dataclass(frozen=True, slots=True)
class Fact:
    """A sentence of what is known, how old it is and where it is told in full."""

    words: str
    on: date | None
    url: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How far one RT is in one year. `rooted`: problems with at least one cause."""

    statements: int = 0
    problems: int = 0
    rooted: int = 0
    themes: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Said:
    """One statement as everybody may read it; `voice` is empty where too few stand behind the problem."""

    words: str
    kind: str
    voice: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a proposal comes from, in words that are safe in public. `voices`: kinds heard, not combined."""

    problem: str
    theme: str
    cause: str
    way: tuple[str, ...]
    hope: str
    statements: tuple[Said, ...]
    voices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A core problem as everybody may read it."""

    problem_id: int
    words: str
    theme: str
    statements: Count
    roots: tuple[str, ...]
