"""Dropping a file, settling how it is read, looking, taking in, taking back."""

from __future__ import annotations

import uuid
from typing import TYPE_CHECKING, Any

from django.contrib import messages
from django.http import FileResponse, Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from carnet.consent.kinds import Purpose
from carnet.consent.models import Basis
from carnet.house.models import Boutique, Member, PlaceName, StaffName
from carnet.integrations.files import matching, planning, queries, reporting, tasks
from carnet.integrations.files.actions import undoing, uploading
from carnet.integrations.files.models import Import, RefusedRow, Upload
from carnet.integrations.files.rows import RowRefused
from carnet.web import names
from carnet.web.here import Here, here
from carnet.web.imports import asking
from carnet.web.imports.forms import UploadForm

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

AT_ONCE = 1_000_000
"""Bytes below which a file is counted, and taken in, while one waits; a larger one goes on by itself."""
LISTED = 30


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
    if queries.is_on_its_way(found):
        return render(request, "imports/running.html", {"upload": found})
    if not planning.path_of(found).exists():
        messages.error(request, _("That file is no longer kept: choose it again."))
        return redirect("imports")
    if request.method == "POST":
        uploading.wish(upload=found, wishes=asking.wishes(request.POST, found))
        if (what := request.POST.get("what")) in ("take_in", "count"):
            return _start(found, at, is_rehearsal=what == "count")
        return redirect("upload", found.id)
    return render(request, "imports/look.html", {"upload": found, **asking.look(found, at, counted_below=AT_ONCE)})


def _start(found: Upload, at: Here, *, is_rehearsal: bool) -> HttpResponse:
    """A small file while one waits, a large one by whoever is free to work."""
    uploading.queue(upload=found, is_rehearsal=is_rehearsal)
    if planning.path_of(found).stat().st_size > AT_ONCE:
        tasks.import_upload.defer(upload_id=str(found.id))
        return redirect("upload", found.id)
    made = uploading.carry_out(upload=found, by=at.by, at=at.at)
    return redirect("import", made.id) if made else redirect("upload", found.id)


@require_GET
def progress(request: HttpRequest, upload: uuid.UUID) -> HttpResponse:
    """How far it is; asked for by the page every second, or by loading it again."""
    at = _may(request)
    found = get_object_or_404(Upload, id=upload, by=at.member)
    is_over = not queries.is_on_its_way(found)
    answer = render(request, "imports/_progress.html", {"upload": found, "done": is_over})
    if is_over:
        answer["HX-Refresh"] = "true"
    return answer


@require_GET
def made(request: HttpRequest, made: uuid.UUID) -> HttpResponse:
    """The report of one import."""
    at = _may(request)
    found = get_object_or_404(_mine(at), id=made)
    is_managers = not found.for_member_id and at.scope.manages_any()
    rows = RefusedRow.objects.filter(taken_in=found).order_by("line_number", "id")[:LISTED]
    return render(request, "imports/made.html", {
        "made": found,
        "told": reporting.outcome(found),
        "refused": [{"line": row.line_number, "why": RowRefused.say(row.code, row.values)} for row in rows],
        "matches": matching.matches(found, at.member, at.at, LISTED),
        "reach": asking.reach(found) if is_managers else [],
        "names": _unanswered(StaffName, found) if is_managers else [],
        "places": _unanswered(PlaceName, found) if is_managers else [],
        "colleagues": Member.objects.order_by("name"),
        "boutiques": Boutique.objects.order_by("name"),
        "says_why": Basis.objects.filter(purpose=Purpose.CARE).exists() or not is_managers,
    })  # fmt: skip


def _unanswered(kind: type[StaffName | PlaceName], made: Import) -> list[StaffName | PlaceName]:
    return list(kind.objects.filter(source=made.source, answered_at__isnull=True).order_by("name")[:LISTED])


@require_POST
def name(request: HttpRequest, made: uuid.UUID, name: uuid.UUID) -> HttpResponse:
    """Who, or which boutique, a name in the export is: asked once, and answered for every sale that bears it."""
    at = _may(request)
    at.manages()
    found = get_object_or_404(_mine(at), id=made)
    said = request.POST.get("is", "")
    if seller := StaffName.objects.filter(id=name, source=found.source).first():
        understood = names.say_who(seller, said, at)
    else:
        understood = names.say_which(get_object_or_404(PlaceName, id=name, source=found.source), said, at)
    if not understood:
        messages.error(request, _("Say who or which that is, or that it is nobody and none of ours."))
    return redirect("import", found.id)


@require_GET
def refused(request: HttpRequest, made: uuid.UUID) -> FileResponse:
    """The refused rows, with line and reason, as a file."""
    at = _may(request)
    found = get_object_or_404(_mine(at), id=made)
    path = reporting.write_refused(found)
    return FileResponse(
        path.open("rb"), as_attachment=True, filename="refused.csv", content_type="text/csv; charset=utf-8"
    )


@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, made: uuid.UUID) -> HttpResponse:
    """What taking it back would do; then take it back whole: what was done since stays, and is listed."""
    at = _may(request)
    found = get_object_or_404(_mine(at), id=made)
    take_back = undoing.undo if request.method == "POST" else undoing.rehearse
    try:
        stayed = take_back(made=found, by=at.by, at=at.at)
    except undoing.AlreadyUndone as error:
        messages.error(request, str(error))
        return redirect("import", found.id)
    if request.method == "POST":
        return render(request, "imports/undone.html", {"told": reporting.stayed(found, stayed)})
    return render(request, "imports/undo.html", {
        "made": found, "goes": reporting.outcome(found), "stays": reporting.stayed(found, stayed)[1:],
    })  # fmt: skip


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
