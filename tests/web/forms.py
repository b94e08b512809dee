"""The forms of a page, as a person without JavaScript would find them."""

from __future__ import annotations

import dataclasses
from html.parser import HTMLParser


@dataclasses.dataclass
class Field:
    """One control: its name, kind, what it holds, and what may be chosen."""

    name: str
    kind: str
    value: str = ""
    chosen: bool = True
    required: bool = False
    choices: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Form:
    """One form and its controls."""

    action: str
    method: str
    id: str = ""
    fields: list[Field] = dataclasses.field(default_factory=list)

    def sends(self) -> dict[str, list[str]]:
        """What leaves when its first button is pressed and nothing was typed."""
        said: dict[str, list[str]] = {}
        pressed = False
        for field in self.fields:
            if not field.name or field.kind == "file":
                continue
            if field.kind == "submit":
                if pressed:
                    continue
                pressed = True
            if field.chosen:
                said.setdefault(field.name, []).append(field.value)
        return said


class _Reader(HTMLParser):
    def __init__(self, page: str) -> None:
        super().__init__()
        self.page = page
        self.forms: list[Form] = []
        self._open: Form | None = None
        self._select: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        said = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._open = Form(said.get("action") or self.page, said.get("method", "get").lower(), said.get("id", ""))
            self.forms.append(self._open)
        elif self._open is None:
            return
        elif tag in ("input", "textarea", "button"):
            self._control(tag, said)
        elif tag == "select":
            self._select = Field(said.get("name", ""), "select", required="required" in said)
            self._open.fields.append(self._select)
        elif tag == "option" and self._select:
            self._select.choices.append(said.get("value", ""))
            if "selected" in said or len(self._select.choices) == 1:
                self._select.value = said.get("value", "")

    def _control(self, tag: str, said: dict[str, str]) -> None:
        kind = said.get("type", "submit" if tag == "button" else "text" if tag == "input" else "textarea")
        if kind == "button" or "disabled" in said or self._open is None:
            return
        chosen = kind not in ("radio", "checkbox") or "checked" in said
        value = said.get("value", "on" if kind == "checkbox" else "")
        self._open.fields.append(Field(said.get("name", ""), kind, value, chosen, "required" in said))

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = None


def forms_of(page: str, html: str) -> list[Form]:
    """Every form of the page at that address."""
    reader = _Reader(page)
    reader.feed(html)
    return reader.forms
