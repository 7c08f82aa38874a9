"""What the database itself promises: row-level security, composite keys, the sealed vault, who may write what.

Words: a *wall* is a row-level policy with its verbs; a *path* is the chain of area ids that places a row
("1.5.33."); a *scope* is the set of paths a transaction may see. Doors: `types` (constraints for models),
`queries` (scope), `actions` (grants), `problems`.
"""
