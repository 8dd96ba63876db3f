"""Which strings of three are known: two bits for each.

The bits of all strings with the same first and third character are in one block, so that all characters that may stand
between two others are looked up at one place of the memory.
"""

from __future__ import annotations

from array import array

#: The bits of a block, and how many blocks there are, as powers of two.
BLOCK_BITS, BLOCKS = 10, 15
_SIZE = 1 << BLOCK_BITS
_MOST = _SIZE - 1
BLOCK_BYTES = _SIZE >> 3
#: The bit of a byte that its lowest three bits name.
_BIT = bytes(1 << (byte & 7) for byte in range(256))
_YES = bytes([0]) + bytes([1]) * 255


def block_of(outer: int) -> int:
    """Return the block of the strings whose first and third character have this number together."""
    return outer >> 32 - BLOCKS


def bits_of(number: int) -> int:
    """Return the bits of a block that stand for the character with this number in the middle."""
    return 1 << (number & _MOST) | 1 << (number >> BLOCK_BITS & _MOST)


def rolled(block: int, by: int) -> int:
    """Return the bits of a block moved up by ``by``, those at its end to its beginning."""
    return (block << by | block >> _SIZE - by) & (1 << _SIZE) - 1


def shift_of(outer: int) -> int:
    """Return by how much the bits of the strings with these outer characters are moved up in their block."""
    return outer & _MOST


class Known:
    """The bits. About one string in four hundred that is not known seems to be."""

    def __init__(self, data: memoryview) -> None:
        self._data = data

    def block(self, outer: int) -> int:
        """Return the bits of the strings whose first and third character have this number together, moved back: they
        have the bits of ``bits_of``.
        """
        start = block_of(outer) * BLOCK_BYTES
        block = int.from_bytes(self._data[start : start + BLOCK_BYTES], "little")
        return rolled(block, _SIZE - shift_of(outer))

    def strings(self, outer: int, middle: int, size: int) -> bytes:
        """Return for each of ``size`` strings whether it is known, 1 or 0.

        The numbers of their outer characters come in one long integer, 32 bits each, the first one lowest, and so do
        those of the characters in the middle.
        """
        blocks = (outer >> 32 - BLOCKS - (BLOCK_BITS - 3)) & _lanes((1 << BLOCKS) - 1 << BLOCK_BITS - 3, size)
        most = _lanes(_MOST, size)
        shifts = outer & most
        known = self._bits(blocks, (middle & most) + shifts, size)
        known &= self._bits(blocks, (middle >> BLOCK_BITS & most) + shifts, size)
        return known.to_bytes(size, "little")

    def _bits(self, blocks: int, bits: int, size: int) -> int:
        places = blocks | bits >> 3 & _lanes(BLOCK_BYTES - 1, size)
        at = array("I", places.to_bytes(4 * size, "little"))
        found = int.from_bytes(bytes(map(self._data.__getitem__, at)), "little")
        asked = int.from_bytes(bits.to_bytes(4 * size, "little")[::4].translate(_BIT), "little")
        return int.from_bytes((found & asked).to_bytes(size, "little").translate(_YES), "little")


def _lanes(number: int, size: int) -> int:
    """Return a number of 32 bits ``size`` times in one long integer."""
    return int.from_bytes(number.to_bytes(4, "little") * size, "little")
