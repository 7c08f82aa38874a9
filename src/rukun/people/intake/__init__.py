"""The reading room of the one gate: rows of a file or a form are read, cleaned and judged here, without a database.

Words: a *layout* names the columns of a kind of file; a *cell* becomes a value or a *note*; a note that is an error
refuses its row, a warning keeps it. What a row can only be told beside other rows or the register (the same NIK twice,
two heads on one card) is told later, in `people.actions`.
"""
