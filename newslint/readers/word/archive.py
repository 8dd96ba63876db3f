"""The zip file that a Word document is: its parts read within bounds, and written with some of them replaced.

A part that is not replaced is copied as it stands, packed as it was: a picture costs nothing, and what could be a bomb
is never unpacked. Only what every Word document has is supported: no encryption, no zip64, deflated or stored parts.
"""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Mapping

#: How many parts an archive may have, and how many bytes one that is read.
MOST_PARTS = 4_000
MOST_BYTES = 40_000_000
#: A part of so many bytes is a bomb if it was packed to less than this part of them; XML is packed to a thirtieth.
_LARGE = 2_000_000
_MOST_PACKED = 250
_ZIP64 = 2**32 - 1
_ENTRY = b"PK\x01\x02"
_LOCAL = struct.Struct("<4s5H3I2H")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_END = struct.Struct("<4s4H2IH")
_ENCRYPTED, _SIZES_BEHIND, _UTF8 = 1, 8, 0x800
#: The time of parts that newslint adds, so that the same document gives the same bytes: the first that zip can have.
_FIRST_DAY = (0, 33)


class ArchiveError(Exception):
    """An archive is broken."""


class LargeError(Exception):
    """An archive has too many parts, or a part that is too large."""


class EncryptedError(Exception):
    """An archive is encrypted."""


class Archive:
    """The parts of a zip file by name. Raises the errors of this module."""

    def __init__(self, data: bytes) -> None:
        if data.count(_ENTRY) > MOST_PARTS:
            raise LargeError
        self._data = data
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except Exception as error:  # zipfile raises half a dozen kinds for damaged headers
            raise ArchiveError(str(error)) from None
        self._parts = {info.filename: info for info in self._zip.infolist()}
        if any(max(info.file_size, info.compress_size) >= _ZIP64 for info in self._parts.values()):
            raise LargeError
        if len(self._parts) < len(self._zip.infolist()):
            raise ArchiveError("two parts have one name")
        if any(info.flag_bits & _ENCRYPTED for info in self._parts.values()):
            raise EncryptedError

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def names(self) -> list[str]:
        """Return the names of all parts, in order."""
        return list(self._parts)

    def read(self, name: str) -> bytes:
        """Return a part; raises ``KeyError`` if there is none of the name."""
        info = self._parts[name]
        if info.file_size > MOST_BYTES or info.file_size > max(_LARGE, _MOST_PACKED * info.compress_size):
            raise LargeError
        try:
            with self._zip.open(info) as file:
                data = file.read(info.file_size + 1)
        except Exception as error:  # as above, and those of zlib
            raise ArchiveError(str(error)) from None
        if len(data) > info.file_size:
            raise LargeError
        return data

    def replaced(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the archive with ``parts`` in place of those of the same names; new ones come last, sorted."""
        out = io.BytesIO()
        entries = []
        for name in (*self._parts, *sorted(parts.keys() - self._parts.keys())):
            entries.append(self._write(out, name, parts.get(name)))
        start = out.tell()
        for entry in entries:
            out.write(entry)
        size = out.tell() - start
        out.write(_END.pack(b"PK\x05\x06", 0, 0, len(entries), len(entries), size, start, 0))
        return out.getvalue()

    def _write(self, out: io.BytesIO, name: str, data: bytes | None) -> bytes:
        """Write a part, ``data`` or as it stands, and return its entry for the directory."""
        info = self._parts.get(name)
        time = _FIRST_DAY if info is None else _packed_time(info.date_time)
        flags = _UTF8 if info is None else info.flag_bits & ~_SIZES_BEHIND
        inside, outside = (0, 0) if info is None else (info.internal_attr, info.external_attr)
        file_name = name.encode() if flags & _UTF8 else name.encode("cp437")
        if data is not None or info is None:
            data = data or b""
            packer = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
            packed = packer.compress(data) + packer.flush()
            method, check, size = zipfile.ZIP_DEFLATED, zlib.crc32(data), len(data)
        else:
            packed = self._packed(info)
            method, check, size = info.compress_type, info.CRC, info.file_size
        about = (20, flags, method, *time, check, len(packed), size, len(file_name))
        place = out.tell()
        out.write(_LOCAL.pack(b"PK\x03\x04", *about, 0) + file_name + packed)
        return _CENTRAL.pack(_ENTRY, 20, *about, 0, 0, 0, inside, outside, place) + file_name

    def _packed(self, info: zipfile.ZipInfo) -> bytes:
        """Return a part as it is packed."""
        head = self._data[info.header_offset : info.header_offset + _LOCAL.size]
        if len(head) < _LOCAL.size:
            raise ArchiveError(f"{info.filename}: no header")
        *_, name, extra = _LOCAL.unpack(head)
        start = info.header_offset + _LOCAL.size + name + extra
        packed = self._data[start : start + info.compress_size]
        if len(packed) < info.compress_size:
            raise ArchiveError(f"{info.filename}: cut short")
        return packed


def _packed_time(moment: tuple[int, int, int, int, int, int]) -> tuple[int, int]:
    """Return time and date as MS-DOS writes them."""
    year, month, day, hour, minute, second = moment
    return hour << 11 | minute << 5 | second // 2, (year - 1980) << 9 | month << 5 | day
