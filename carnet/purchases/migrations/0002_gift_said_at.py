"""A gift is known to have been given from the instant somebody says so, whatever day it was given on."""

from django.db import migrations, models
from django.db.models import Q

NAMED = "purchases_gift_said_by_a_person"


class Migration(migrations.Migration):
    dependencies = [("purchases", "0001_initial")]
    operations = [
        migrations.RemoveConstraint("gift", NAMED),
        migrations.AddField("gift", "given_said_at", models.DateTimeField(blank=True, null=True)),
        migrations.RunSQL(
            "update purchases_gift set given_said_at = known_from where given_on is not null", migrations.RunSQL.noop
        ),
        migrations.AddConstraint(
            "gift",
            models.CheckConstraint(
                name=NAMED,
                condition=Q(given_on__isnull=True, given_said_by__isnull=True, given_said_at__isnull=True)
                | Q(given_on__isnull=False, given_said_by__isnull=False, given_said_at__isnull=False),
            ),
        ),
    ]
