"""What is said when a file or a cell cannot be read: a stable code for programs, one translated sentence for people."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from django.utils.translation import gettext_lazy

SHOWN, CELL_SHOWN = 300, 60
"""How many characters a sentence repeats of a path or a name, and of a faulty cell."""


class Said(Exception):
    """Something to tell a person.

    `code` is stable, `values` are plain JSON, `str()` is one sentence in the language of whoever reads it.
    """

    sentences: ClassVar[Mapping[str, object]]

    def __init__(self, code: str, **values: str | int) -> None:
        """`values` fill the sentence of `code`."""
        super().__init__(code, values)
        self.code = code
        self.values = values

    def __str__(self) -> str:
        return self.say(self.code, self.values)

    @classmethod
    def say(cls, code: str, values: Mapping[str, str | int]) -> str:
        """The sentence of a code kept earlier with its values, in the language of whoever reads it now."""
        shown = {name: shortened(value, CELL_SHOWN if name == "text" else SHOWN) for name, value in values.items()}
        return str(cls.sentences[code]) % shown


def shortened(value: str | int, most: int) -> str | int:
    """A value as a sentence shows it: on one line, without NULs or lone surrogates, and not for ever."""
    if isinstance(value, int):
        return value
    line = " ".join(value.replace("\0", "\u2400").split())
    line = line.encode("utf-8", "replace").decode()
    return line if len(line) <= most else line[: most - 1] + "…"


class Unreadable(Said):
    """The file cannot be read, or not as a table."""

    sentences: ClassVar[Mapping[str, object]] = {
        "not_found": gettext_lazy("There is no file at %(path)s: check the path."),
        "not_a_file": gettext_lazy("%(path)s is a folder or a device, not a file: name the file itself."),
        "forbidden": gettext_lazy("%(path)s may not be read by Carnet: allow it, or copy the file elsewhere."),
        "empty": gettext_lazy("The file is empty: export it again."),
        "no_rows": gettext_lazy("The file has a header on line %(line)s and no rows under it: export it again."),
        "not_a_table": gettext_lazy("This is %(what)s, not a table: export it as CSV or as an Excel workbook (.xlsx)."),
        "binary": gettext_lazy(
            "This is not text, and no kind of workbook Carnet knows: export it as CSV or as an Excel workbook (.xlsx)."
        ),
        "too_many_columns": gettext_lazy(
            "Line %(line)s has %(columns)s columns, and Carnet reads %(limit)s at most: is it the header?"
        ),
        "no_such_encoding": gettext_lazy(
            "“%(encoding)s” is not an encoding: say utf-8, cp1252 or shift_jis, for instance."
        ),
        "not_in_encoding": gettext_lazy(
            "Byte %(byte)s on line %(line)s is not %(encoding)s: name the right encoding, or export as UTF-8."
        ),
        "mixed_encoding": gettext_lazy(
            "Byte %(byte)s on line %(line)s is not UTF-8 while others are, two encodings are mixed: export as UTF-8."
        ),
        "unknown_encoding": gettext_lazy(
            "Byte %(byte)s on line %(line)s fits no encoding Carnet can tell: name it, or export as UTF-8."
        ),
        "bad_separator": gettext_lazy(
            "“%(separator)s” cannot separate columns: give one character, such as a comma or a semicolon."
        ),
        "unclosed_quote": gettext_lazy(
            "Line %(line)s opens a quotation mark that is never closed: close it, or export the file again."
        ),
        "endless_row": gettext_lazy(
            "The row that starts on line %(line)s is larger than %(limit)s MB: is this a table?"
        ),
        "too_big_packed": gettext_lazy(
            "The file is larger than %(limit)s MB, the most a workbook or a zip may be: save it as CSV."
        ),
        "too_big_unpacked": gettext_lazy(
            "Unpacked, the file is larger than %(limit)s MB, which is too much: save it as CSV and send it unpacked."
        ),
        "bomb": gettext_lazy(
            "The file unpacks to more than %(ratio)s times its size, as traps do: if you trust it, send it unpacked."
        ),
        "too_many_members": gettext_lazy(
            "The archive holds more than %(limit)s files: put the one to read in an archive of its own."
        ),
        "no_member": gettext_lazy("The archive holds no file: put the one to read in it, or send it unpacked."),
        "many_members": gettext_lazy(
            "The archive holds %(count)s files, such as %(first)s and %(second)s: put one in an archive of its own."
        ),
        "nested": gettext_lazy("Inside, %(member)s is packed again: unpack it first, then send what it holds."),
        "other_archive": gettext_lazy(
            "This is an archive Carnet does not open: unpack it first, then send what it holds."
        ),
        "broken_archive": gettext_lazy(
            "The file is damaged and cannot be unpacked to its end: export it or copy it again."
        ),
        "odd_archive": gettext_lazy("The archive is packed in an uncommon way: make an ordinary zip of it."),
        "password": gettext_lazy("The file is protected by a password: save it without one first."),
        "broken_workbook": gettext_lazy(
            "The workbook is damaged or not one: open it in a spreadsheet and save it as .xlsx."
        ),
        "heavy_workbook": gettext_lazy(
            "The workbook needs more memory or time than Carnet gives to one: save the sheet as CSV."
        ),
        "unknown_sheet": gettext_lazy("There is no sheet named “%(sheet)s”: this workbook has %(sheets)s."),
        "no_sheet": gettext_lazy("“%(sheet)s” names a sheet, and this file is no workbook: leave the sheet out."),
        "unknown_field": gettext_lazy("“%(field)s” is no field of this kind of file: did you mean %(near)s?"),
        "unknown_column": gettext_lazy("There is no column “%(column)s” in the file: did you mean %(near)s?"),
        "forbidden_column": gettext_lazy(
            "“%(column)s” holds passports, identity cards or tax refunds, which Carnet must not keep: remove it."
        ),
        "missing_column": gettext_lazy("No column says %(meaning)s: name the one that does for the field “%(field)s”."),
    }


class Refused(Said):
    """A cell does not say what its column should."""

    sentences: ClassVar[Mapping[str, object]] = {
        "not_a_number": gettext_lazy("“%(text)s” is not a number."),
        "not_whole": gettext_lazy("“%(text)s” is not a whole number."),
        "not_a_date": gettext_lazy("“%(text)s” is not a date."),
        "impossible_date": gettext_lazy("“%(text)s” is a day or a time that does not exist."),
        "ambiguous_date": gettext_lazy(
            "“%(text)s” can be read as two dates: say whether the day or the month comes first."
        ),
        "unknown_zone": gettext_lazy(
            "“%(text)s” names a time zone that Carnet cannot tell: use an offset such as +02:00."
        ),
        "not_yes_or_no": gettext_lazy("“%(text)s” is neither yes nor no."),
        "unknown_country": gettext_lazy("“%(text)s” is no country that Carnet knows."),
        "bad_currency": gettext_lazy("“%(text)s” is not one currency: use its three letters, such as EUR."),
        "nul": gettext_lazy("“%(text)s” holds a NUL character."),
        "surrogate": gettext_lazy("“%(text)s” holds half a character."),
        "too_long": gettext_lazy("“%(text)s” is longer than %(limit)s KB."),
        "formula": gettext_lazy("“%(text)s” is a spreadsheet formula, not what it gives."),
        "spreadsheet_error": gettext_lazy("“%(text)s” is a spreadsheet's error, not a value."),
        "shortened_number": gettext_lazy(
            "“%(text)s” is what a spreadsheet left of a longer number: export it again with that column as text."
        ),
    }
