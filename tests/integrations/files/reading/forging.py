"""Files by hand that no library here writes: old and binary workbooks, an OpenDocument sheet, archives that lie."""

from __future__ import annotations

import struct
import zipfile
import zlib
from pathlib import Path

SECTOR = 512
END_OF_CHAIN, FREE, IS_FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD


def compound(path: Path, *, stream: str, content: bytes) -> Path:
    """An OLE file of one stream ([MS-CFB]): header, one sector of FAT, one of directory, then the stream."""
    content = content.ljust(4096, b"\0")
    content += b"\0" * (-len(content) % SECTOR)
    sectors = len(content) // SECTOR
    fat = [IS_FAT, END_OF_CHAIN, *range(3, 2 + sectors), END_OF_CHAIN]
    fat += [FREE] * (SECTOR // 4 - len(fat))
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    header += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, END_OF_CHAIN, 0, END_OF_CHAIN, 0)
    header += struct.pack("<109I", 0, *[FREE] * 108)
    directory = _entry("Root Entry", kind=5, child=1, start=END_OF_CHAIN, size=0)
    directory += _entry(stream, kind=2, child=FREE, start=2, size=len(content))
    directory += _entry("", kind=0, child=FREE, start=0, size=0) * 2
    path.write_bytes(header + struct.pack("<128I", *fat) + directory + content)
    return path


def _entry(name: str, *, kind: int, child: int, start: int, size: int) -> bytes:
    wide = name.encode("utf-16-le")
    length = len(wide) + 2 if name else 0
    ids = struct.pack("<III", FREE, FREE, child)
    return (
        wide.ljust(64, b"\0")
        + struct.pack("<HBB", length, kind, 1)
        + ids
        + b"\0" * 36
        + struct.pack("<IQ", start, size)
    )


def _record(code: int, body: bytes) -> bytes:
    return struct.pack("<HH", code, len(body)) + body


def xls(path: Path, rows: list[list[str | float]], *, protected: bool = False) -> Path:
    """A workbook of 1997 (BIFF8) with one sheet."""
    version = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 1997, 0, 0)
    start = _record(0x0809, version) + (_record(0x002F, b"\0" * 54) if protected else b"")
    name = b"Clients"
    length = len(start) + 4 + 8 + len(name) + 4
    sheet_name = struct.pack("<IBBBB", length, 0, 0, len(name), 0) + name
    book = start + _record(0x0085, sheet_name) + _record(0x000A, b"")
    sheet = _record(0x0809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 1997, 0, 0))
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            place = struct.pack("<HHH", row, column, 0)
            if isinstance(cell, str):
                wide = cell.encode("utf-16-le")
                sheet += _record(0x0204, place + struct.pack("<HB", len(wide) // 2, 1) + wide)
            else:
                sheet += _record(0x0203, place + struct.pack("<d", cell))
    return compound(path, stream="Workbook", content=book + sheet + _record(0x000A, b""))


def _binary(code: int, body: bytes) -> bytes:
    head = bytes([code]) if code < 0x80 else bytes([code & 0x7F | 0x80, code >> 7])
    length, size = len(body), b""
    while True:
        size += bytes([length & 0x7F | (0x80 if length > 0x7F else 0)])
        length >>= 7
        if not length:
            return head + size + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def xlsb(path: Path, rows: list[list[str | float]]) -> Path:
    """A binary workbook with one sheet."""
    sheet = (
        _binary(0x81, b"")
        + _binary(0x94, struct.pack("<IIII", 0, len(rows) - 1, 0, len(rows[0]) - 1))
        + _binary(0x91, b"")
    )
    for row, cells in enumerate(rows):
        sheet += _binary(0x00, struct.pack("<I", row) + b"\0" * 13)
        for column, cell in enumerate(cells):
            place = struct.pack("<II", column, 0)
            sheet += (
                _binary(6, place + _wide(cell))
                if isinstance(cell, str)
                else _binary(5, place + struct.pack("<d", cell))
            )
    sheet += _binary(0x92, b"") + _binary(0x82, b"")
    book = _binary(0x83, b"") + _binary(0x99, b"\0" * 12) + _binary(0x8F, b"")
    book += (
        _binary(0x9C, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Clients"))
        + _binary(0x90, b"")
        + _binary(0x84, b"")
    )
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" '
        'Target="worksheets/sheet1.bin"/></Relationships>'
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.bin", book)
        archive.writestr("xl/_rels/workbook.bin.rels", relation)
        archive.writestr("xl/worksheets/sheet1.bin", sheet)
    return path


def ods(path: Path, rows: list[list[str | float]], *, protected: bool = False) -> Path:
    """An OpenDocument spreadsheet with one sheet."""
    cells = "".join("<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in rows)
    content = (
        '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
        'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">'
        f'<office:body><office:spreadsheet><table:table table:name="Clients">{cells}</table:table></office:spreadsheet>'
        "</office:body></office:document-content>"
    )
    entry = "<manifest:encryption-data/>" if protected else ""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet", zipfile.ZIP_STORED)
        archive.writestr("META-INF/manifest.xml", f"<manifest:manifest>{entry}</manifest:manifest>")
        archive.writestr("content.xml", content)
    return path


def _ods_cell(cell: str | float) -> str:
    if isinstance(cell, str):
        return f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{cell}"><text:p>{cell}</text:p></table:table-cell>'
    )


def lying_zip(path: Path, *, member: str, content: bytes, says: int) -> Path:
    """A zip whose directory says that `content` is `says` bytes long, with the checksum of those."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    name = member.encode()
    sizes = struct.pack("<III", zlib.crc32(content[:says]), len(packed), says)
    local = b"PK\x03\x04" + struct.pack("<HHHHH", 20, 0, 8, 0, 0) + sizes + struct.pack("<HH", len(name), 0) + name
    entry = b"PK\x01\x02" + struct.pack("<HHHHHH", 20, 20, 0, 8, 0, 0) + sizes
    entry += struct.pack("<HHHHHII", len(name), 0, 0, 0, 0, 0, 0) + name
    end = b"PK\x05\x06" + struct.pack("<HHHHIIH", 0, 0, 1, 1, len(entry), len(local) + len(packed), 0)
    path.write_bytes(local + packed + entry + end)
    return path
