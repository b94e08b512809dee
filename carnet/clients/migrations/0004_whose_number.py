"""From a number to whoever is reached there now, in one step."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("clients", "0003_end_of_a_number")]
    operations = [
        migrations.AddIndex(
            model_name="clientpoint",
            index=models.Index(
                fields=["point"],
                include=["client"],
                condition=models.Q(("period__upper_inf", True)),
                name="clients_clientpoint_standing",
            ),
        ),
    ]
