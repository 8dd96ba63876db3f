"""A Word document as a package of parts: which part is which, each parsed within bounds and without entities.

What is wrong is told in one sentence for an editor, with what to do. Nothing outside the file is ever fetched, and
parts that are not read are never opened.
"""

from __future__ import annotations

import posixpath
from collections.abc import Collection, Iterator
from functools import cached_property
from typing import NamedTuple

from lxml import etree

from newslint.language import tr
from newslint.patterns import lazy
from newslint.readers.decoding import ReadError, old_document
from newslint.readers.word.archive import Archive, ArchiveError, EncryptedError, LargeError
from newslint.readers.word.names import STRICT, Element

#: How many tags a part may have: fifty pages with a run for each character have half of it.
_MOST_TAGS = 600_000
#: The first bytes of an OLE file, and the name of its stream with a document that has a password.
_OLE = b"\xd0\xcf\x11\xe0"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
#: What begins a DTD, whose entities could unfold without end, in the encodings that a part may have.
_DTD = tuple("<!DOCTYPE".encode(codec) for codec in ("utf-8", "utf-16-le", "utf-16-be"))
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART = "[Content_Types].xml"
_DOCUMENT, _PROPERTIES = "officeDocument", "core-properties"
_MODIFIED = "{http://purl.org/dc/terms/}modified"
_MOMENT = lazy(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
_DECLARATION = b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>"
_UNKNOWN = "2000-01-01T00:00:00Z"
_MACROS = "vbaproject.bin"


class Relation(NamedTuple):
    """What a part says about another one: an id, a kind such as "comments", and the name of the other part."""

    id: str
    kind: str
    target: str


class Package:
    """The parts of the document in ``data``, the file called ``name``. All methods raise ``ReadError``."""

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        self._data = data
        self._trees: dict[str, Element] = {}
        self._changed: set[str] = set()
        if data.startswith(_OLE):
            raise self._locked() if _LOCKED in data else old_document(name)
        try:
            self._archive = Archive(data)
        except (ArchiveError, LargeError, EncryptedError) as error:
            raise self._fault(error) from None
        if any(part.lower().endswith(_MACROS) for part in self._archive.names()):
            raise ReadError(
                tr("{name}：文件带有宏，没有读；请用 Word 另存为不带宏的“Word 文档（*.docx）”。", name=name)
            )

    @cached_property
    def main(self) -> str:
        """The name of the part that has the article."""
        for relation in self._relations(""):
            if relation.kind == _DOCUMENT and relation.target in self._archive:
                return relation.target
        raise self.broken(tr("里面没有正文"))

    @cached_property
    def _related(self) -> list[Relation]:
        return list(self._relations(self.main))

    @cached_property
    def _by_id(self) -> dict[str, str]:
        return {relation.id: relation.target for relation in self._related if relation.target in self._archive}

    def tree(self, part: str) -> Element:
        """Return the root element of a part, the same object every time."""
        if part not in self._trees:
            self._trees[part] = self._parsed(part)
        return self._trees[part]

    def related(self, kind: str) -> str | None:
        """Return the name of the part that the article has as its ``kind``, such as "comments"; None if it has none."""
        found = (relation.target for relation in self._related if relation.kind == kind)
        return next((target for target in found if target in self._archive or target in self._trees), None)

    def by_id(self, number: str) -> str | None:
        """Return the name of the part that the article means by the id of a relation; None if there is none."""
        return self._by_id.get(number)

    def parts(self, kinds: Collection[str]) -> list[str]:
        """Return the names of the article's part and of all its parts of these ``kinds``."""
        others = (relation.target for relation in self._related if relation.kind in kinds)
        return list(dict.fromkeys((self.main, *(target for target in others if target in self._archive))))

    def is_own(self, part: str) -> bool:
        """Return True if a part begins as ``written`` begins one: with apostrophes, where Word has quotation marks."""
        return self._archive.read(part).startswith(_DECLARATION)

    def saved(self) -> str:
        """Return when the document was last saved, in UTC as Word writes it; the first day of 2000 if it does not
        say.
        """
        for relation in self._relations(""):
            if relation.kind == _PROPERTIES and relation.target in self._archive:
                stated = self.tree(relation.target).findtext(_MODIFIED) or ""
                if _MOMENT.fullmatch(stated.strip()):
                    return stated.strip()
        return _UNKNOWN

    # --- changes -------------------------------------------------------------------------------------------------

    def touch(self, part: str) -> None:
        """Say that the tree of a part was changed, so that it is written anew."""
        self._changed.add(part)

    def add(self, kind: str, root: Element, content_type: str) -> str:
        """Add a part that the article has as its ``kind``, and return its name."""
        folder = posixpath.dirname(self.main)
        stem = posixpath.join(folder, kind)
        count = len(self._archive.names())
        part = next(name for at in range(count + 1) if (name := f"{stem}{at or ''}.xml") not in self._archive)
        listed = _relations_of(self.main)
        if listed not in self._archive:
            empty = f'<Relationships xmlns="{_RELATIONS}"/>'
            self._trees.setdefault(listed, etree.fromstring(empty))
        relations = self.tree(listed)
        used = {relation.get("Id") for relation in relations}
        relation = etree.SubElement(relations, f"{{{_RELATIONS}}}Relationship")
        relation.set("Id", next(f"rId{at}" for at in range(1, len(used) + 2) if f"rId{at}" not in used))
        relation.set("Type", f"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}")
        relation.set("Target", posixpath.basename(part))
        override = etree.SubElement(self.tree(_TYPES_PART), f"{{{_CONTENT_TYPES}}}Override")
        override.set("PartName", "/" + part)
        override.set("ContentType", content_type)
        self._trees[part] = root
        self._related.append(Relation(relation.get("Id", ""), kind, part))
        self._changed |= {part, listed, _TYPES_PART}
        return part

    def written(self) -> bytes:
        """Return the document with the parts that were touched or added; every other part has the bytes it had."""
        if not self._changed:
            return self._data
        parts = {
            part: etree.tostring(
                self._trees[part].getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True
            )
            for part in self._changed
        }
        try:
            return self._archive.replaced(parts)
        except ArchiveError as error:
            raise self._fault(error) from None

    # --- parts ---------------------------------------------------------------------------------------------------

    def broken(self, fault: str) -> ReadError:
        """Return the error that says what is wrong with a file that is no sound document."""
        return ReadError(
            tr(
                "{name}：不是完好的 Word 文档（{fault}），没有读；请用 Word 或 WPS 打开，另存为 .docx。",
                name=self._name,
                fault=fault,
            )
        )

    def _fault(self, error: ArchiveError | LargeError | EncryptedError) -> ReadError:
        if isinstance(error, EncryptedError):
            return self._locked()
        if isinstance(error, LargeError):
            return self.too_large()
        is_zip = self._data.startswith(b"PK")
        return self.broken(tr("压缩包损坏，或没有传完") if is_zip else tr("文件不是压缩包"))

    def _locked(self) -> ReadError:
        return ReadError(tr("{name}：文件有密码，没有读；请用 Word 或 WPS 打开，取消密码后再存。", name=self._name))

    def too_large(self) -> ReadError:
        """Return the refusal of what is far more than an article once it is unpacked."""
        return ReadError(tr("{name}：文件解开后大得不像稿件，没有读；请核对来源，或分成几个文件。", name=self._name))

    def _parsed(self, part: str) -> Element:
        if part not in self._archive:
            raise self.broken(tr("缺 {part}", part=part))
        try:
            data = self._archive.read(part)
        except (ArchiveError, LargeError) as error:
            raise self._fault(error) from None
        if data.count(b"<") > _MOST_TAGS:
            raise self.too_large()
        if any(mark in data for mark in _DTD):
            raise self.broken(tr("{part} 带有 DTD", part=part))
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            fault = tr("{part} 第 {number} 行不是有效的 XML", part=part, number=error.lineno or 1)
            raise self.broken(fault) from None
        if root.getroottree().docinfo.internalDTD is not None:
            raise self.broken(tr("{part} 带有 DTD", part=part))
        return root

    def _relations(self, part: str) -> Iterator[Relation]:
        """Yield what ``part``, or the package itself if it is "", says about other parts of the document."""
        listed = _relations_of(part)
        if listed not in self._archive and listed not in self._trees:
            return
        for relation in self.tree(listed).iter(f"{{{_RELATIONS}}}Relationship"):
            kind = relation.get("Type", "")
            if relation.get("TargetMode") == "External":
                continue
            if kind.startswith(STRICT):
                raise ReadError(
                    tr(
                        "{name}：这是“Strict Open XML”格式，没有读；请另存为普通的“Word 文档（*.docx）”。",
                        name=self._name,
                    )
                )
            target = posixpath.join("/", posixpath.dirname(part), relation.get("Target", ""))
            yield Relation(relation.get("Id", ""), posixpath.basename(kind), posixpath.normpath(target).lstrip("/"))


def _relations_of(part: str) -> str:
    """Return the name of the part with the relations of ``part``."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")
