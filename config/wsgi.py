"""The application the server calls."""

import gc
import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.prod")
application = get_wsgi_application()
# What is loaded by now stays: the collector need not walk it again for every few hundred things a page makes.
gc.freeze()
gc.set_threshold(10_000)
