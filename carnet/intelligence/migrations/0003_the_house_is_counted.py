"""The house is counted: how it stands on a day, in numbers of people."""

from django.db import migrations, models

import carnet.kit.ids


class Migration(migrations.Migration):
    dependencies = [("intelligence", "0002_answered_the_same_day")]

    operations = [
        migrations.CreateModel(
            name="Census",
            fields=[
                (
                    "id",
                    models.UUIDField(default=carnet.kit.ids.new, editable=False, primary_key=True, serialize=False),
                ),
                ("on", models.DateField(unique=True)),
                ("counted_at", models.DateTimeField()),
                ("boutiques", models.JSONField(default=list)),
            ],
            options={"abstract": False},
        ),
    ]
