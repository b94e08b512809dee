"""What is asked about a file: where its rows belong, and how it is to be read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext, gettext_lazy

from carnet.house.models import Boutique
from carnet.integrations.files.kinds import FileKind
from carnet.integrations.files.models import Mapping as KeptMapping
from carnet.integrations.files.reading.deciphering import GUESSES
from carnet.web.here import Here

KINDS = {
    FileKind.PEOPLE: gettext_lazy("people"),
    FileKind.SALES: gettext_lazy("sales"),
    FileKind.PRODUCTS: gettext_lazy("pieces and prices"),
}
ORDERS = {
    "ymd": gettext_lazy("year, month, day"),
    "dmy": gettext_lazy("day, month, year"),
    "mdy": gettext_lazy("month, day, year"),
}
MARKS = {".": "1,234.50", ",": "1.234,50"}
ENCODINGS = {encoding: encoding for encoding in ("utf-8", "utf-16", *GUESSES)}
SEPARATORS = {
    ",": gettext_lazy("comma"),
    ";": gettext_lazy("semicolon"),
    "\t": gettext_lazy("tab"),
    "|": gettext_lazy("vertical bar"),
}


class UploadForm(forms.Form):
    """A file, and where its rows belong."""

    file = forms.FileField(label=gettext_lazy("The export"))
    boutique = forms.ModelChoiceField(
        label=gettext_lazy("Rows that name no shop belong to"), queryset=Boutique.objects.none()
    )

    def __init__(self, *args: Any, at: Here, **words: Any) -> None:
        """With the boutiques this member answers for."""
        super().__init__(*args, **words)
        ids = at.scope.manages or at.scope.boutiques
        found = (
            Boutique.objects.all() if at.scope.whole_maison or at.scope.hosts else Boutique.objects.filter(id__in=ids)
        )
        self.fields["boutique"].queryset = found.order_by("name")  # type: ignore[attr-defined]
        self.fields["boutique"].initial = at.boutique.id


class WishesForm(forms.Form):
    """How the file is read: each shows what was found, and can be said otherwise."""

    kind = forms.ChoiceField(label=gettext_lazy("The rows are"), choices=KINDS, required=False)
    date_order = forms.ChoiceField(label=gettext_lazy("Dates are written"), choices=ORDERS, required=False)
    decimal_mark = forms.ChoiceField(label=gettext_lazy("Amounts are written"), choices=MARKS, required=False)
    encoding = forms.ChoiceField(label=gettext_lazy("Encoding"), choices=ENCODINGS, required=False)
    separator = forms.ChoiceField(label=gettext_lazy("Separator"), choices=SEPARATORS, required=False)
    sheet = forms.CharField(label=gettext_lazy("Sheet"), max_length=100, required=False)
    currency = forms.CharField(label=gettext_lazy("Currency of rows that do not say"), max_length=3, required=False)
    source = forms.CharField(
        label=gettext_lazy("The system it comes from"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("The same id in the same system is the same person."),
    )
    mapping = forms.ChoiceField(label=gettext_lazy("Read it like"), required=False)
    keep_as = forms.CharField(
        label=gettext_lazy("Keep this way of reading as"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("For the next export of the same system."),
    )

    def __init__(self, *args: Any, found: Mapping[str, Any] | None = None, **words: Any) -> None:
        """`found` is what was detected, by the names of the fields."""
        super().__init__(*args, **words)
        found = found or {}
        kept = {name: name for name in KeptMapping.objects.order_by("name").values_list("name", flat=True)}
        self.fields["mapping"].choices = [("", gettext("nothing kept")), *kept.items()]  # type: ignore[attr-defined]
        choices = {
            "kind": KINDS,
            "date_order": ORDERS,
            "decimal_mark": MARKS,
            "encoding": ENCODINGS,
            "separator": SEPARATORS,
        }
        for name, known in choices.items():
            value = found.get(name)
            words_for = known.get(value, value) if value else None  # type: ignore[attr-defined]
            as_found = gettext("as found: %(what)s") % {"what": words_for} if words_for else gettext("as found")
            self.fields[name].choices = [("", as_found), *known.items()]  # type: ignore[attr-defined]
        for name in ("currency", "source"):
            self.fields[name].widget.attrs["placeholder"] = found.get(name) or ""
        self._leave_out(found)

    def _leave_out(self, found: Mapping[str, Any]) -> None:
        """A workbook has no separator, and only a workbook has sheets."""
        sheets = found.get("sheets") or ()
        if sheets:
            del self.fields["encoding"], self.fields["separator"]
            self.fields["sheet"] = forms.ChoiceField(
                label=gettext("Sheet"),
                choices=[("", found["sheet"]), *((each, each) for each in sheets)],
                required=False,
            )
        elif found:
            del self.fields["sheet"]
        if found and not KeptMapping.objects.exists():
            del self.fields["mapping"]
