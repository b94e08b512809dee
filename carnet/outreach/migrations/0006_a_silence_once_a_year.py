import django.contrib.postgres.constraints
import django.contrib.postgres.fields
from django.db import migrations, models

import carnet.outreach.models


class Migration(migrations.Migration):
    dependencies = [
        ("outreach", "0005_days_without_rests"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="question",
            name="outreach_question_asked_once",
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ask", "silence"), _negated=True),
                fields=("ask", "client", "line", "encounter"),
                name="outreach_question_asked_once",
                nulls_distinct=False,
            ),
        ),
        migrations.AddConstraint(
            model_name="question",
            constraint=django.contrib.postgres.constraints.ExclusionConstraint(
                condition=models.Q(("ask", "silence")),
                expressions=[
                    ("client", "="),
                    (carnet.outreach.models.YearFrom("on"), "&&"),
                ],
                name="outreach_question_silence_once_a_year",
            ),
        ),
    ]
