"""Posts and care, calls, what is measured and given, and what a health worker is asked to look at."""

from rukun.services.health.models.children import Dose, Measurement
from rukun.services.health.models.posts import Call, Care, DeskNote, Post
from rukun.services.health.models.referrals import Referral
from rukun.services.health.models.women import ElderCheck, Pregnancy, PregnancyCheck

__all__ = [
    "DeskNote",
    "Dose",
    "ElderCheck",
    "Measurement",
    "Post",
    "Pregnancy",
    "PregnancyCheck",
    "Referral",
    "Care",
    "Call",
]
