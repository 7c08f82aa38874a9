"""The grant of an RT: from a line of the plan to the last rupiah, its paper, and what still is missing.

Words: *book*: the money of one RT in one year; *activity*: a line of the plan being carried out; *line*: one line of
its RAB with the money approved for it; *journal*: one balanced entry, never changed; *dossier*: a bundle of papers on
its way through the desks above the RT; *swadaya*: what people give themselves, kept in its own units.
"""
