"""How much of a stranger's file Carnet is willing to unpack (trust.md, T-63)."""

from __future__ import annotations

KB, MB = 2**10, 2**20

ARCHIVE_PACKED = 50 * MB
"""Bytes on disk of a zip or a workbook."""
ARCHIVE_UNPACKED = 200 * MB
"""Bytes of all that a zip or a workbook holds, counted while unpacking: its directory may lie."""
ARCHIVE_RATIO = 100
MEMBERS = 1_000
GZIP_UNPACKED = 4 * 1024 * MB
"""A gzipped text is streamed: only the disk and somebody's patience bound it."""
GZIP_RATIO = 200
RATIO_COUNTS_FROM = 1 * MB
"""Below this, whatever the ratio, there is nothing to fear."""

CELL = 16 * MB
"""Characters of one quoted cell: beyond, its quotation mark was never closed."""
ROW = 64 * MB
"""Unpacked bytes read without one row coming to its end."""
COLUMNS = 2_000
TEXT_CELL = 64 * KB
"""Bytes in UTF-8 of a name or an id, after which it is neither."""

WORKBOOK_MEMORY = 1024 * MB
"""A cell at XFD1048576 makes a workbook of 5 KB ask for 512 GB; one of 200 MB of XML needs half of this."""
WORKBOOK_SECONDS = 60
