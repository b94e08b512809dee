"""The suite: one role that may make databases, quick hashes, no collected files."""

from config.embedded import SUPERUSER
from config.settings.base import *

DATABASES = {"default": database(given_database or embedded.url(SUPERUSER, "postgres"))}
MIGRATING_DATABASE = "default"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LANGUAGES = [*LANGUAGES, ("ar-xb", "Pseudo, right to left")]
