"""An import told in words, as JSON, and as a file of what was refused."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from carnet.integrations.files.actions.undoing import Stayed
from carnet.integrations.files.models import Import, RefusedRow
from carnet.integrations.files.rows import RowRefused
from carnet.kit import spoken

NEUTRALISED = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")  # noqa: RUF001 -- full-width signs start formulas too


def write_refused(made: Import) -> Path:
    """The refused rows as a CSV beside the house's files: line, reason, and the row as it stood."""
    folder = Path(settings.CARNET_HOME) / "imports"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder / f"refused-{made.id}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([_("line"), _("reason"), *map(safe, made.header)])
        for row in RefusedRow.objects.filter(taken_in=made).order_by("line_number", "id").iterator():
            writer.writerow([row.line_number, RowRefused.say(row.code, row.values), *map(safe, json.loads(row.raw))])
    path.chmod(0o600)
    return path


def safe(cell: str) -> str:
    """A cell that a spreadsheet shows and does not run."""
    return f"'{cell}" if cell.startswith(NEUTRALISED) else cell


def as_json(made: Import, refused: Path | None, *, dry_run: bool) -> dict[str, Any]:
    """The outcome, for programs."""
    return {
        "id": str(made.id),
        "file": made.file_name,
        "kind": made.kind,
        "source": made.source,
        "dry_run": dry_run,
        "read_as": made.options,
        "columns": made.columns,
        "counts": made.counts,
        "refused_file": str(refused) if refused else None,
    }


def sentences(made: Import, *, dry_run: bool) -> list[str]:
    """The outcome, for people, with whom each purpose reaches."""
    told = [_("Nothing was written: this is what would happen.")] if dry_run else []
    told += [*outcome(made), *_questions(made.counts)]
    told += _pending(made.counts) if made.for_member_id else _reach(made.counts["reachable"])
    if refused := made.counts["refused"]:
        told.append(
            ngettext("%(count)s row was refused.", "%(count)s rows were refused.", refused) % {"count": f"{refused:,}"}
        )
    return told


def outcome(made: Import) -> list[str]:
    """What came in, record by record."""
    counts = made.counts
    told = []
    told.append(
        ngettext("%(count)s row read.", "%(count)s rows read.", counts["rows"]) % {"count": f"{counts['rows']:,}"}
    )
    told += [
        _outcome(name, counts[name]) for name in ("people", "sales", "lines", "returns", "references") if name in counts
    ]
    if returns := counts.get("returns"):
        told.append(
            _("Of the new returns, %(matched)s were matched to the sale they came from and %(unmatched)s were not.")
            % {"matched": f"{returns['matched']:,}", "unmatched": f"{returns['unmatched']:,}"}
        )
    if counts.get("candidates"):
        told.append(
            ngettext(
                "%(count)s pair of people shares an address: they may be one, which a person decides.",
                "%(count)s pairs of people share an address: they may be one, which a person decides.",
                counts["candidates"],
            )
            % {"count": counts["candidates"]}
        )
    return told


def _reach(reach: dict[str, dict[str, int]]) -> list[str]:
    """Whom each purpose can reach; how many they are in the house is not for an advisor's own book to tell."""
    return [
        said % {"after": f"{reach['after'][purpose]:,}", "before": f"{reach['before'][purpose]:,}"}
        for purpose, said in (
            ("care", _("Reachable for care: %(after)s (before: %(before)s).")),
            ("invitation", _("Reachable for invitations: %(after)s (before: %(before)s).")),
        )
    ]


def _pending(counts: dict[str, Any]) -> list[str]:
    if not counts.get("claims"):
        return []
    return [
        ngettext(
            "%(count)s person waits for your manager’s yes; permission to write is asked in person.",
            "%(count)s people wait for your manager’s yes; permission to write is asked in person.",
            counts["claims"],
        )
        % {"count": f"{counts['claims']:,}"}
    ]


def _outcome(name: str, counted: dict[str, int]) -> str:
    words = {
        "people": _("People: %(said)s."), "sales": _("Sales: %(said)s."), "lines": _("Lines: %(said)s."),
        "returns": _("Returns: %(said)s."), "references": _("References: %(said)s."),
    }  # fmt: skip
    parts = [
        _("%(count)s new") % {"count": f"{counted['new']:,}"},
        _("%(count)s changed") % {"count": f"{counted['changed']:,}"},
    ]
    if "same" in counted:
        parts.append(_("%(count)s as they were") % {"count": f"{counted['same']:,}"})
    return words[name] % {"said": spoken.enumerated(parts)}


def _questions(counts: dict[str, Any]) -> list[str]:
    told = []
    if people := counts.get("unknown_people"):
        told.append(
            ngettext(
                "%(count)s seller’s name is not yet a colleague’s.",
                "%(count)s sellers’ names are not yet colleagues’.",
                people,
            )
            % {"count": people}
        )
    if places := counts.get("unknown_places"):
        told.append(
            ngettext(
                "%(count)s shop’s name is not yet a boutique’s.",
                "%(count)s shops’ names are not yet boutiques’.",
                places,
            )
            % {"count": places}
        )
    return told


def stayed(made: Import, kept: Stayed) -> list[str]:
    """What taking it back left in place, and why."""
    told = [_("“%(file)s” was taken back.") % {"file": made.file_name}]
    for records, words in (
        (kept.clients, _("These people stay, because work was done for them since:")),
        (kept.sales, _("These sales stay, because work was done on them since:")),
        (kept.references, _("These references stay, because other records name them:")),
    ):
        if records:
            told += [words, *(f"  {record}" for record in records)]
    return told
