"""What an article speaks of: people, transliterated names, institutions, titles, spellings, terms, models.

Each kind is a module with a function of a Document that returns its mentions in order; call it through
``document.once``, so that it is gathered when a check first asks for it, and once. Offsets are code points of the view.
"""
