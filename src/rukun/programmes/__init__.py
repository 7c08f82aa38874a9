"""Programmes of help and empowerment: who may have it, who waits, what a person decided, what arrived, what it changed.

Words: a *scheme* (program) has dated *terms* (criteria over facts, order, quota, what is given); somebody *waiting* is
decided upon by a person (a *ruling*), then *enrolled*; help comes by *instalments*, each an *arrival* in the
recipient's own hand; a *double* is the same help twice. Doors: `queries`, `actions`, `public`, `problems`, `types`,
`words`.
"""
