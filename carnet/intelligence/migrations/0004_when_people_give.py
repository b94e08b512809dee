"""When in a year people give, kept so that one person is read without counting everybody."""

import django.contrib.postgres.fields
from django.db import migrations, models

import carnet.kit.ids


class Migration(migrations.Migration):
    dependencies = [("intelligence", "0003_the_house_is_counted")]

    operations = [
        migrations.CreateModel(
            name="Season",
            fields=[
                (
                    "id",
                    models.UUIDField(default=carnet.kit.ids.new, editable=False, primary_key=True, serialize=False),
                ),
                ("year", models.PositiveSmallIntegerField(unique=True)),
                ("shares", django.contrib.postgres.fields.ArrayField(base_field=models.FloatField(), size=None)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("shares__len", 26)), name="intelligence_season_of_every_window"
                    )
                ],
            },
        ),
    ]
