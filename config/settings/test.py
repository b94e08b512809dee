"""The suite: a database of its own, one role that may make databases, quick hashes, no collected files."""

import os
from pathlib import Path

# Whatever house the environment names, the suite never touches it.
os.environ["CARNET_HOME"] = os.environ.get(
    "CARNET_TEST_HOME", str(Path(__file__).resolve().parents[2] / ".carnet" / "tests")
)

from config.embedded import SUPERUSER, Embedded
from config.settings.base import *

EMBEDDED = Embedded(CARNET_HOME, durable=False)
DATABASES = {"default": database(given_database or EMBEDDED.url(SUPERUSER, "postgres"))}
# Two runs at once, of one tree, do not meet.
DATABASES["default"]["TEST"] = {"NAME": f"carnet_suite_{os.getpid()}"}
MIGRATING_DATABASE = "default"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LANGUAGES = [*LANGUAGES, PSEUDO]
# Whatever model the environment names, the suite asks none but its own.
CARNET_MODEL = CARNET_MODEL | {"provider": ""}
CARNET_VOICE = CARNET_VOICE | {"kind": ""}
# Styles and behaviours straight from the tree: nothing is collected for a test.
WHITENOISE_AUTOREFRESH = True
WHITENOISE_USE_FINDERS = True
