"""Dropping a file, settling how it is read, looking, taking in, taking back."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django import forms
from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from carnet.house.models import Boutique
from carnet.integrations.files import planning, reporting, tasks
from carnet.integrations.files.actions import importing, undoing, uploading
from carnet.integrations.files.kinds import UploadState
from carnet.integrations.files.models import Import, RefusedRow, Upload
from carnet.integrations.files.planning import Plan
from carnet.integrations.files.reading import opening, recognising
from carnet.integrations.files.reading.sentences import Unreadable
from carnet.integrations.files.rows import RowRefused
from carnet.web.here import Here, here
from carnet.web.imports import looking

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

AT_ONCE = 2_000_000
"""Bytes below which a file is taken in while one waits; a larger one goes on by itself."""
LISTED = 30
ORDERS = [
    ("", gettext_lazy("as found")),
    ("ymd", gettext_lazy("year, month, day")),
    ("dmy", gettext_lazy("day, month, year")),
    ("mdy", gettext_lazy("month, day, year")),
]
MARKS = [("", gettext_lazy("as found")), (".", "1,234.50"), (",", "1.234,50")]


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
    """How the file is read, where it could not be found out or was found out wrongly."""

    date_order = forms.ChoiceField(label=gettext_lazy("Dates are written"), choices=ORDERS, required=False)
    decimal_mark = forms.ChoiceField(label=gettext_lazy("Amounts are written"), choices=MARKS, required=False)
    currency = forms.CharField(label=gettext_lazy("Currency of rows that do not say"), max_length=3, required=False)
    source = forms.CharField(
        label=gettext_lazy("The system it comes from"),
        max_length=60,
        required=False,
        help_text=gettext_lazy("The same id in the same system is the same person."),
    )
    encoding = forms.CharField(label=gettext_lazy("Encoding"), max_length=30, required=False)
    separator = forms.CharField(label=gettext_lazy("Separator"), max_length=3, required=False, strip=False)


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The imports so far, and the next file."""
    at = _may(request)
    form = UploadForm(request.POST or None, request.FILES or None, at=at)
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        kept = uploading.upload(
            name=file.name, chunks=file.chunks(), boutique=form.cleaned_data["boutique"], member=at.member,
            is_own_book=not at.scope.manages_any(), by=at.by, at=at.at,
        )  # fmt: skip
        return redirect("upload", kept.id)
    made = _mine(at).select_related("boutique").order_by("-known_from")[:LISTED]
    return render(request, "imports/page.html", {"form": form, "made": made, "own_book": not at.scope.manages_any()})


@require_http_methods(["GET", "POST"])
def upload(request: HttpRequest, upload: uuid.UUID) -> HttpResponse:
    """What the file is, ten of its rows as pages, and what to do with it."""
    at = _may(request)
    found = get_object_or_404(Upload.objects.select_related("boutique", "by"), id=upload, by=at.member)
    if found.taken_in_id:
        return redirect("import", found.taken_in_id)
    if found.state == UploadState.RUNNING:
        return render(request, "imports/running.html", {"upload": found})
    if not planning.path_of(found).exists():
        messages.error(request, _("That file is no longer kept: choose it again."))
        return redirect("imports")
    if request.method == "POST":
        uploading.wish(upload=found, wishes=_wishes(request))
        if request.POST.get("what") == "take_in":
            return _start(request, found, at)
        return redirect("upload", found.id)
    return render(request, "imports/look.html", {"upload": found, **_look(found, at)})


def _start(request: HttpRequest, found: Upload, at: Here) -> HttpResponse:
    found.refresh_from_db()
    if planning.path_of(found).stat().st_size > AT_ONCE:
        tasks.import_upload.defer(upload_id=str(found.id))
        uploading.queue(upload=found)
        return render(request, "imports/running.html", {"upload": found})
    made = uploading.carry_out(upload=found, by=at.by, at=at.at)
    return redirect("import", made.id) if made else redirect("upload", found.id)


@require_GET
def progress(request: HttpRequest, upload: uuid.UUID) -> HttpResponse:
    """How far it is; asked for by the page every second, or by loading it again."""
    at = _may(request)
    found = get_object_or_404(Upload, id=upload, by=at.member)
    if found.taken_in_id or found.state == UploadState.FAILED:
        answer = render(request, "imports/_progress.html", {"upload": found, "done": True})
        answer["HX-Refresh"] = "true"
        return answer
    return render(request, "imports/_progress.html", {"upload": found})


@require_GET
def made(request: HttpRequest, made: uuid.UUID) -> HttpResponse:
    """The report of one import."""
    at = _may(request)
    found = get_object_or_404(_mine(at), id=made)
    return render(request, "imports/made.html", {
        "made": found,
        "told": reporting.sentences(found, dry_run=False),
        "refused": [
            {"line": row.line_number, "why": RowRefused.say(row.code, row.values)}
            for row in RefusedRow.objects.filter(taken_in=found).order_by("line_number")[:LISTED]
        ],
        "reach": [(pgettext("purpose", "Care"), *_reach(found, "care")), (_("Invitations"), *_reach(found, "invitation"))],
    })  # fmt: skip


def _reach(found: Import, purpose: str) -> tuple[int, int]:
    reach = found.counts.get("reachable", {})
    return reach.get("before", {}).get(purpose, 0), reach.get("after", {}).get(purpose, 0)


@require_GET
def refused(request: HttpRequest, made: uuid.UUID) -> FileResponse:
    """The refused rows, with line and reason, as a file."""
    at = _may(request)
    found = get_object_or_404(_mine(at), id=made)
    path = reporting.write_refused(found)
    return FileResponse(
        path.open("rb"), as_attachment=True, filename="refused.csv", content_type="text/csv; charset=utf-8"
    )


@require_POST
def undo(request: HttpRequest, made: uuid.UUID) -> HttpResponse:
    """Take it back whole; what was done since stays, and is listed."""
    at = _may(request)
    found = get_object_or_404(_mine(at), id=made)
    try:
        kept = undoing.undo(made=found, by=at.by, at=at.at)
    except undoing.AlreadyUndone as error:
        messages.error(request, str(error))
        return redirect("import", found.id)
    return render(request, "imports/undone.html", {"told": reporting.stayed(found, kept)})


def _wishes(request: HttpRequest) -> dict[str, Any]:
    form = WishesForm(request.POST)
    said = {name: value for name, value in form.cleaned_data.items() if value} if form.is_valid() else {}
    columns = {key.removeprefix("column:"): value for key, value in request.POST.items() if key.startswith("column:")}
    # The page asks of each column which field it is; a mapping says of each field which column.
    fields = {field: column for column, field in columns.items() if field}
    return {**said, "columns": fields} if columns else said


def _look(found: Upload, at: Here) -> dict[str, Any]:
    """The plan, ten rows as pages, or the one sentence that says what is wrong."""
    settled = WishesForm(initial=found.wishes)
    try:
        plan = planning.plan_of(found, at_most=looking.ROWS)
        _made, pages = importing.rehearse(plan=plan, by=at.by, at=at.at, look=lambda made: looking.pages(made, at))
    except Unreadable as error:
        return {"wrong": str(error), "wishes": settled, "columns": _columns(found)}
    return {"plan": plan, "wishes": settled, "pages": pages, "columns": _columns_of(plan), "options": plan.options}


def _columns(found: Upload) -> list[dict[str, Any]]:
    """The columns of a file that cannot be planned yet, so that a person can say which is which."""
    try:
        table = opening.open_table(planning.path_of(found), encoding=found.wishes.get("encoding") or None)
    except Unreadable:
        return []
    recognised = recognising.recognise(table.header)
    return looking.columns(table, recognised)


def _columns_of(plan: Plan) -> list[dict[str, Any]]:
    return looking.columns(plan.table, plan.recognised)


def _mine(at: Here) -> Any:
    """Managers see what was taken in for their boutiques; an advisor her own book's files."""
    found = Import.objects.all()
    if at.scope.whole_maison or at.scope.hosts:
        return found
    return found.filter(boutique__in=at.scope.manages) if at.scope.manages else found.filter(for_member=at.member)


def _may(request: HttpRequest) -> Here:
    at = here(request)
    if not at.scope.boutiques and not at.scope.whole_maison:
        raise Http404
    return at
