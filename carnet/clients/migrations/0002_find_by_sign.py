"""Names in signs that trigrams do not see are found by sign and by pair of signs."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("clients", "0001_initial")]
    operations = [
        migrations.RunSQL(
            "create index clients_client_ideograms on clients_client using gin (ideograms(folded))",
            "drop index clients_client_ideograms",
        ),
    ]
