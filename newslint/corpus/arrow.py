"""pyarrow, which only corpora need."""

from __future__ import annotations

from types import ModuleType

from newslint.errors import UserError
from newslint.language import tr


def arrow() -> ModuleType:
    """Return pyarrow; raises ``UserError`` with what to install if it is missing."""
    try:
        import pyarrow
    except ImportError:
        raise UserError(tr("处理语料要用 pyarrow，它还没有安装；请运行 pip install pyarrow。")) from None
    module: ModuleType = pyarrow
    return module


def parquet() -> ModuleType:
    """Return the module that reads and writes Parquet; raises as ``arrow`` does."""
    arrow()
    import pyarrow.parquet

    module: ModuleType = pyarrow.parquet
    return module
