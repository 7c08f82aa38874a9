from django.contrib.postgres.operations import BtreeGistExtension
from django.db import migrations


class Migration(migrations.Migration):
    """Periods that overlap are refused by the database: that needs btree_gist."""

    operations = [BtreeGistExtension()]
