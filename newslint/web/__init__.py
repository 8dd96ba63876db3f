"""``newslint web``: a page on this machine alone, on which an article is checked while it is written.

``server`` answers requests and refuses those that do not come from its own page, ``desk`` does what the page asks for,
``house`` writes into newslint.toml what the editor has settled. ``static`` is the page itself. docs/zh/校稿台.md is for
its users.
"""
