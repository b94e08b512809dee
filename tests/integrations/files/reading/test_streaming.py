"""A year of a large house is read in the memory of a page."""

from __future__ import annotations

import gzip
import tracemalloc
import zipfile

import pytest

from carnet.integrations.files.reading.opening import open_table

LINES = 200_000


@pytest.fixture(params=["csv", "csv.gz", "zip"])
def large(tmp_path, request):
    content = b"Invoice,Sku,Item,Date,Price\n" + b"".join(
        b'%d,"%d",Ring %d,2024-01-%02d 10:00:00,%d.50\n' % (n, n * 7919 % 104729, n * 31 % 977, n % 28 + 1, n % 5000)
        for n in range(LINES)
    )
    path = tmp_path / f"large.{request.param}"
    if request.param == "zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("large.csv", content)
    else:
        path.write_bytes(gzip.compress(content, 1) if request.param == "csv.gz" else content)
    return path, len(content)


def test_memory_does_not_grow_with_the_file(large):
    path, size = large
    open_table(path)
    tracemalloc.start()
    try:
        table = open_table(path)
        read = sum(1 for _row in table.rows())
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert read == LINES
    assert peak < 3_000_000 < size / 2
