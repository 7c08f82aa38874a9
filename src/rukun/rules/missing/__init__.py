"""What is still missing: by what is known of an activity, a book or a bundle, who must do what, and until when.

>>> [each.code for each in of_activity(Activity(rab="approved", percent=None), tax_by="rt")]
['photo_0']
>>> of_receipts(Receipts(without_photo=2))
(Missing(code='receipt_photo', who='rt', until=None, count=2, amount=0, told=''),)
"""

from rukun.rules.missing.books import Bundle, Teams, before_lpj, of_book, of_bundle, of_leftover, of_teams, rank
from rukun.rules.missing.days import workdays_after
from rukun.rules.missing.occasions import occasions
from rukun.rules.missing.values import Activity, Book, Missing, Receipts, Who
from rukun.rules.missing.works import of_activity, of_receipts

__all__ = [
    "Activity",
    "Book",
    "Bundle",
    "Missing",
    "Receipts",
    "Teams",
    "Who",
    "before_lpj",
    "occasions",
    "of_activity",
    "of_book",
    "of_bundle",
    "of_leftover",
    "of_receipts",
    "of_teams",
    "rank",
    "workdays_after",
]
