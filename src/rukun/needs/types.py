"""The closed lists of the room: what was said, by which kind of voice, where, and on which theme."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


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
