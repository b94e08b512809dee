import carnet.kit.ids
import django.contrib.postgres.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('intelligence', '0001_initial'),
    ]

    operations = [
        migrations.CreateModel(
            name='Lately',
            fields=[
                ('id', models.UUIDField(default=carnet.kit.ids.new, editable=False, primary_key=True, serialize=False)),
                ('since', models.DateField(unique=True)),
                ('weights', django.contrib.postgres.fields.ArrayField(base_field=models.FloatField(), default=list)),
            ],
            options={
                'constraints': [models.CheckConstraint(condition=models.Q(('weights__len', 0), ('weights__len', 8), _connector='OR'), name='intelligence_lately_all_or_none')],
            },
        ),
    ]
