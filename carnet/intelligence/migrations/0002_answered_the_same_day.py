"""A person's word may be revised on the day it was said: it stood at the end of none, and is kept."""

from django.db import migrations, models
from django.db.models import F, Q

NAME = "intelligence_reading_period_real"


class Migration(migrations.Migration):
    dependencies = [("intelligence", "0001_initial")]

    operations = [
        migrations.RemoveConstraint("reading", NAME),
        migrations.AddConstraint(
            "reading",
            models.CheckConstraint(
                condition=Q(
                    ("until__isnull", True),
                    ("until__gt", F("on")),
                    Q(("said_by__isnull", False), ("until", F("on"))),
                    _connector=Q.OR,
                ),
                name=NAME,
            ),
        ),
    ]
