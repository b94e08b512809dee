"""A piece bears its reference's brand: the pair is one foreign key, so the two columns cannot drift apart."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("products", "0001_initial")]
    operations = [
        migrations.RunSQL(
            """
            alter table products_piece add constraint products_piece_brand_of_its_reference
            foreign key (reference_id, brand_id) references products_reference (id, brand_id)
            """,
            "alter table products_piece drop constraint products_piece_brand_of_its_reference",
        ),
    ]
