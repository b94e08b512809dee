"""A file can be counted before it is taken in, and what was counted is kept beside it."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("files", "0001_initial")]

    operations = [
        migrations.AddField("upload", "is_rehearsal", models.BooleanField(default=False)),
        migrations.AddField("upload", "rehearsed", models.JSONField(default=dict)),
    ]
