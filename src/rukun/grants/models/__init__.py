"""Tables of the grant, each noun in its own file."""

from rukun.grants.models.activities import Activity, Budget, BudgetItem, Line, TeamMember, WageMove
from rukun.grants.models.books import Advance, Book, Closing, ClusterSum, Journal, Leg, Reconciliation, TaxDeposit
from rukun.grants.models.dossiers import Dossier, DossierTurn, Tranche
from rukun.grants.models.payments import Payment, PaymentItem, Vendor, Withholding
from rukun.grants.models.prices import AnalysisList, Coefficient, Price, PriceList
from rukun.grants.models.watching import AuditSample, Flag
from rukun.grants.models.works import Asset, Contribution, HandOver, Picture, Progress, Shot, Workday, Worker

__all__ = [
    "Activity", "Advance", "AnalysisList", "Asset", "AuditSample", "Book", "Budget", "BudgetItem", "Closing",
    "ClusterSum", "Coefficient", "Contribution", "Dossier", "DossierTurn", "Flag", "HandOver", "Journal", "Leg", "Line",
    "Payment", "PaymentItem", "Picture", "Price", "PriceList", "Progress", "Reconciliation", "Shot", "TaxDeposit",
    "TeamMember", "Tranche", "Vendor", "WageMove", "Withholding", "Workday", "Worker",
]  # fmt: skip
