"""Problems and hopes in people's own words, traced to root causes.

Words: a *statement* is what one voice said; a *problem* is a core problem with its tree of causes and effects; a *node*
is one cause or effect in it. Doors: `queries`, `actions`, `public`, `problems`, `types`, `words`.
"""
