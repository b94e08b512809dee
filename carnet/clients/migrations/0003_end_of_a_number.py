"""A number is found from its end in any collation: LIKE reads a plain index only where text sorts by its bytes."""

import django.contrib.postgres.indexes
import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clients", "0002_find_by_sign")]
    operations = [
        migrations.RemoveIndex(model_name="contactpoint", name="clients_contactpoint_phone_end"),
        migrations.AddIndex(
            model_name="contactpoint",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass(
                    django.db.models.functions.text.Reverse("value"), name="text_pattern_ops"
                ),
                condition=models.Q(("kind", "phone")),
                name="clients_contactpoint_phone_end",
            ),
        ),
    ]
