"""Queue entry points of imports."""

from __future__ import annotations

import uuid

from django.utils import timezone
from procrastinate.contrib.django import app

from carnet.integrations.files.actions import uploading
from carnet.integrations.files.models import Upload
from carnet.kit.acts import By, Via


@app.task(name="files.import_upload")
def import_upload(upload_id: str) -> None:
    """Take in a file that was dropped on the screen; a second run finds it done."""
    upload = Upload.objects.select_related("boutique", "by").get(id=uuid.UUID(upload_id))
    uploading.carry_out(upload=upload, by=By(upload.by_id, Via.TASK), at=timezone.now())  # noqa: TID251 -- time comes in here
