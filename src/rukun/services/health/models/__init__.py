"""Posts and shares, visits, what is measured and given, and what a health worker is asked to look at."""

from rukun.services.health.models.children import Dose, Measurement
from rukun.services.health.models.posts import Call, DeskNote, Post, Share
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
    "Share",
    "Call",
]
