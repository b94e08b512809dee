"""How much of its tables the embedded server keeps at hand."""

import pytest

from config import embedded

GB = 1024**3


@pytest.mark.parametrize(
    ("machine", "container", "kept"),
    [
        (1 * GB, None, 128),
        (8 * GB, "max", 512),
        (8 * GB, str(4 * GB), 256),
        (64 * GB, None, 1024),
        (64 * GB, str(512 * 1024**2), 128),
    ],
)
def test_a_sixteenth_of_the_memory_there_is(monkeypatch, tmp_path, machine, container, kept):
    told = tmp_path / "memory.max"
    if container:
        told.write_text(container + "\n")
    monkeypatch.setattr(embedded, "CONTAINED", told)
    monkeypatch.setattr("os.sysconf", {"SC_PAGE_SIZE": 4096, "SC_PHYS_PAGES": machine // 4096}.__getitem__)
    assert embedded.kept_at_hand() == kept
