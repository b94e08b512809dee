"""Which words for categories name something one uses up and needs again; a house that was opened before learns it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("house", "0002_what_is_shared_and_what_is_expected")]
    operations = [
        migrations.RunSQL(
            """
            update house_term set schema = schema || '{"runs_out": true}' where kind = 'category' and code = 'fragrance'
            """,
            "update house_term set schema = schema - 'runs_out' where kind = 'category'",
        ),
    ]
