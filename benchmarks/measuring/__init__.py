"""The measurements of ``accuracy.py``: one module per kind of file; reading and counting are shared."""
