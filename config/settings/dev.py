"""A developer's machine."""

from config.settings.base import *

DEBUG = True
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
LANGUAGES = [*LANGUAGES, PSEUDO]
