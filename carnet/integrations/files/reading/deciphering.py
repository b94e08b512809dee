"""In which encoding a text is written: proved over the whole file, one block at a time, and why it was chosen."""

from __future__ import annotations

import codecs
import dataclasses
import re
from collections.abc import Callable, Iterator

from django.utils.translation import gettext

from carnet.integrations.files.reading import limits
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.integrations.files.reading.unpacking import Flow

BLOCK = limits.MB // 4
SAMPLE = limits.MB // 8
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
GUESSES = (
    "cp1252", "cp1250", "cp1251", "cp1253", "cp1254", "cp1255", "cp1256", "cp1257", "cp932", "euc_jp", "gb18030",
    "big5", "cp949", "iso8859_2", "koi8_r", "mac_roman", "cp850",
)  # fmt: skip
"""What exports are really written in, the likelier first: it decides between two that read equally well."""
CONTROLS = re.compile(rb"[\x01-\x08\x0e-\x1a\x1c-\x1f]")
STRAY_CONTROLS = 3
"""So many can slip into a real export: the cell that holds one is refused, not the file."""


@dataclasses.dataclass(frozen=True)
class Deciphered:
    """An encoding as Python names it, and one sentence saying why."""

    encoding: str
    why: str


@dataclasses.dataclass(frozen=True)
class Fault:
    """The first byte that an encoding cannot have, and its line (from 1)."""

    byte: str
    line: int


def decipher(open_flow: Callable[[], Flow], named: str | None = None) -> Deciphered:
    """The encoding of the whole text: the one somebody named, or the first of UTF-8, UTF-16 and the likeliest guess.

    Raises Unreadable when it is empty, is no text at all, or has a byte that no encoding explains.
    """
    head = _head(open_flow)
    if not head:
        raise Unreadable("empty")
    if named:
        return _as_named(open_flow, head, named)
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            _demand(open_flow, encoding)
            return Deciphered(encoding, gettext("a byte order mark says so"))
    if bare := _unmarked_utf16(head):
        _demand(open_flow, bare)
        return Deciphered(bare, gettext("every other byte of its letters is zero"))
    _refuse_binary(head)
    fault = fault_in(open_flow, "utf-8")
    if fault is None:
        return Deciphered("utf-8", gettext("every byte of it is UTF-8"))
    return _guess(open_flow, fault)


def fault_in(open_flow: Callable[[], Flow], encoding: str) -> Fault | None:
    """What stops the text from being in that encoding, or None."""
    decoder = codecs.getincrementaldecoder(encoding)("strict")
    lines = 1
    try:
        for block in _blocks(open_flow):
            decoder.decode(block)
            lines += block.count(b"\n")
        decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        # The decoder had kept the beginning of a character from the block before; it holds no line end.
        return Fault(f"0x{error.object[error.start]:02X}", lines + error.object.count(b"\n", 0, error.start))
    except UnicodeError:
        return Fault("0x00", lines)
    return None


def _head(open_flow: Callable[[], Flow]) -> bytes:
    with open_flow() as flow:
        return flow.read(BLOCK) or b""


def _blocks(open_flow: Callable[[], Flow]) -> Iterator[bytes]:
    with open_flow() as flow:
        while block := flow.read(BLOCK):
            flow.mark = flow.unpacked
            yield block


def _as_named(open_flow: Callable[[], Flow], head: bytes, named: str) -> Deciphered:
    try:
        encoding = codecs.lookup(named).name
        # Some codecs are no encodings of text (rot13, zlib), which only an attempt tells.
        b"\n".decode(encoding, "replace")
    except (LookupError, ValueError):
        raise Unreadable("no_such_encoding", encoding=named) from None
    if encoding == "utf-8" and head.startswith(codecs.BOM_UTF8):
        encoding = "utf-8-sig"
    _demand(open_flow, encoding)
    return Deciphered(encoding, gettext("you named it"))


def _demand(open_flow: Callable[[], Flow], encoding: str) -> None:
    if fault := fault_in(open_flow, encoding):
        raise Unreadable("not_in_encoding", byte=fault.byte, line=fault.line, encoding=encoding.removesuffix("-sig"))


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 whose mark was lost: its separators, digits and line ends have a zero on one side, always the same."""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) <= STRAY_CONTROLS or max(even, odd) * 20 < len(head):
        return None
    if odd > 10 * even:
        return "utf-16-le"
    return "utf-16-be" if even > 10 * odd else None


def _refuse_binary(head: bytes) -> None:
    controls = head.count(0) + len(CONTROLS.findall(head))
    if controls > STRAY_CONTROLS and controls * 25 > len(head):
        raise Unreadable("binary")


def _guess(open_flow: Callable[[], Flow], fault: Fault) -> Deciphered:
    sample = b"".join(_telling_lines(open_flow))
    read = sample.decode("utf-8", "surrogateescape")
    wrong = sum("\udc80" <= character <= "\udcff" for character in read)
    right = sum(character > "\x7f" for character in read) - wrong
    if right > 4 * wrong:
        raise Unreadable("mixed_encoding", byte=fault.byte, line=fault.line)
    for encoding in _likeliest(sample):
        if fault_in(open_flow, encoding) is None:
            why = gettext("byte %(byte)s on line %(line)s is not UTF-8, and this reads best") % dataclasses.asdict(
                fault
            )
            return Deciphered(encoding, why)
    raise Unreadable("unknown_encoding", byte=fault.byte, line=fault.line)


def _telling_lines(open_flow: Callable[[], Flow]) -> Iterator[bytes]:
    """The lines that are not plain ASCII: the others read alike in every encoding."""
    found = 0
    for block in _blocks(open_flow):
        if not block.isascii():
            for line in block.splitlines(keepends=True):
                if not line.isascii():
                    found += len(line)
                    yield line
        if found > SAMPLE:
            return


def _likeliest(sample: bytes) -> list[str]:
    """The encodings that make sense of the sample, best first."""
    # It weighs 50 ms, and UTF-8 files never need it.
    import charset_normalizer

    def merit(match: tuple[str, float, float]) -> tuple[float, float, int]:
        encoding, chaos, coherence = match
        return round(chaos, 2), -round(coherence, 2), GUESSES.index(encoding)

    matches = [
        (encoding, match.chaos, match.coherence)
        for match in charset_normalizer.from_bytes(sample[:SAMPLE], cp_isolation=list(GUESSES), threshold=0.4)
        for encoding in {match.encoding, *match.could_be_from_charset}
        if encoding in GUESSES
    ]
    return [encoding for encoding, _chaos, _coherence in sorted(matches, key=merit)]
