"""The migrations: none missing, one line per room, each with its way back, none that renames. python -m tools.migrations.

A rename breaks the release that is still running: add the new name, move over, and drop the old one later.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from django.db.migrations import Migration
    from django.db.migrations.loader import MigrationLoader


def faults(loader: MigrationLoader, ours: set[str]) -> Iterator[str]:
    """One sentence for each."""
    # Django is set up by main() first.
    from django.db.migrations.operations import RenameField, RenameModel

    for app in sorted(ours):
        leaves = loader.graph.leaf_nodes(app)
        if len(leaves) != 1:
            yield f"{app}: {len(leaves)} last migrations ({', '.join(name for _, name in leaves)}): put one after the other."
        numbers = sorted(int(name[:4]) for label, name in loader.disk_migrations if label == app)
        if numbers != list(range(1, len(numbers) + 1)):
            yield f"{app}: its numbers are {numbers}: one after the other, none twice."
    for key, migration in sorted(loader.disk_migrations.items()):
        if key[0] not in ours:
            continue
        for operation in migration.operations:
            if not operation.reversible:
                yield f"{'.'.join(key)}: “{operation.describe()}” has no way back: give reverse_sql or reverse_code."
            if isinstance(operation, (RenameField, RenameModel)):
                yield f"{'.'.join(key)}: “{operation.describe()}” renames: add, move over, drop later."


def missing(loader: MigrationLoader, ours: set[str]) -> Iterator[str]:
    """What the models say and no migration does; no database is asked."""
    # Django is set up by main() first.
    from django.apps import apps
    from django.db.migrations.autodetector import MigrationAutodetector
    from django.db.migrations.questioner import NonInteractiveMigrationQuestioner
    from django.db.migrations.state import ProjectState

    questioner = NonInteractiveMigrationQuestioner(specified_apps=ours, dry_run=True)
    detector = MigrationAutodetector(loader.project_state(), ProjectState.from_apps(apps), questioner)
    found: dict[str, list[Migration]] = detector.changes(graph=loader.graph, trim_to_apps=ours, convert_apps=ours)
    for app, migrations in sorted(found.items()):
        for operation in (each for migration in migrations for each in migration.operations):
            yield f"{app}: “{operation.describe()}” has no migration yet: run manage.py makemigrations {app}."


def main() -> int:
    """Print what is found; 1 when anything is."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.test")
    # Settings before models.
    import django

    django.setup()
    # Models before migrations.
    from django.apps import apps
    from django.db.migrations.loader import MigrationLoader

    loader = MigrationLoader(None, ignore_no_migrations=True)
    ours = {
        config.label for config in apps.get_app_configs() if config.name.startswith("carnet.") and config.models_module
    }
    found = [*faults(loader, ours), *missing(loader, ours)]
    print(*found, sep="\n", end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
