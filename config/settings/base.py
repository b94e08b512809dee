"""What is true however Carnet is run. What differs comes from the environment."""

from __future__ import annotations

from pathlib import Path

import dj_database_url
import environs
from django.utils.csp import CSP
from environs import validate

from config.embedded import OWNER, Embedded

env = environs.Env()
ROOT = Path(__file__).resolve().parents[2]
CARNET_HOME = Path(env.str("CARNET_HOME", str(ROOT / ".carnet"))).absolute()
EMBEDDED = Embedded(CARNET_HOME)
given_database = env.str("DATABASE_URL", "")
EMBEDDED_DATABASE = not given_database

DEBUG = False
SECRET_KEY = env.str("CARNET_SECRET_KEY", "") or EMBEDDED.secrets()["secret_key"]
CARNET_SEALING_KEY = env.str("CARNET_SEALING_KEY", "") or EMBEDDED.secrets()["sealing_key"]
CARNET_KEYS_AT_HOME = not env.str("CARNET_SEALING_KEY", "")
"""Whether the house's keys are its own file's; those that the environment gives are the host's to keep."""
CARNET_SCHEMA = env.str("CARNET_SCHEMA", "public", validate=validate.Regexp(r"^[a-z_][a-z0-9_]{0,62}$"))
CARNET_OPENING_KEY = env.str("CARNET_OPENING_KEY", "")
"""What opens an unopened house from another machine; without it only this one may."""
CARNET_MODEL = {
    "provider": env.str("CARNET_MODEL_PROVIDER", ""),
    "url": env.str("CARNET_MODEL_URL", ""),
    "name": env.str("CARNET_MODEL_NAME", ""),
    "key_file": env.str("CARNET_MODEL_KEY_FILE", ""),
    "seconds": env.float("CARNET_MODEL_SECONDS", 20.0),
}
"""The language model that may write drafts; without a provider there is none."""
CARNET_VOICE = {
    "kind": env.str("CARNET_VOICE", ""),
    "model": env.str("CARNET_VOICE_MODEL", ""),
    "threads": env.int("CARNET_VOICE_THREADS", 2),
    "url": env.str("CARNET_VOICE_URL", ""),
    "name": env.str("CARNET_VOICE_NAME", ""),
    "key_file": env.str("CARNET_VOICE_KEY_FILE", ""),
    "seconds": env.float("CARNET_VOICE_SECONDS", None),
}
"""What types spoken notes up: local, hosted, or nothing."""
ALLOWED_HOSTS = env.list("CARNET_HOSTS", ["localhost", "127.0.0.1", "[::1]"])
LANGUAGE_CODE = "en"
LANGUAGES = [
    ("en", "English"), ("fr", "Français"), ("it", "Italiano"), ("ja", "日本語"), ("zh-hans", "简体中文"), ("ar", "العربية"),
]  # fmt: skip
"""Each by its own name, as whoever looks for it reads it."""
PSEUDO = ("ar-xb", "Pseudo, right to left")
"""Where no user is: the layout read from the right."""
LOCALE_PATHS = [ROOT / "carnet" / "locale"]
TIME_ZONE = "UTC"
USE_TZ = True
USE_I18N = True
AUTH_USER_MODEL = "house.Member"
ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django.contrib.humanize",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_htmx",
    "procrastinate.contrib.django",
    "carnet.house",
    "carnet.journal",
    "carnet.clients",
    "carnet.books",
    "carnet.consent",
    "carnet.products",
    "carnet.interactions",
    "carnet.purchases",
    "carnet.occasions",
    "carnet.intelligence",
    "carnet.outreach",
    "carnet.capture",
    "carnet.integrations.files",
    "carnet.integrations.language",
    "carnet.integrations.push",
    "carnet.integrations.speech",
]


MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.csp.ContentSecurityPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "carnet.web.door.middleware.DoorMiddleware",
    "carnet.web.readable.ReadableMiddleware",
    "django_structlog.middlewares.RequestMiddleware",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "carnet" / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.messages.context_processors.messages",
                "carnet.web.shell.shell",
            ],
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.l10n",
                "django.templatetags.static",
                "allauth.templatetags.allauth",
                "carnet.web.templatetags.carnet",
            ],
        },
    }
]


KEPT_OPEN = 600
"""Seconds for which a thread keeps its connection: signing in to PostgreSQL costs more than most pages."""


def database(url: str) -> dict[str, object]:
    """One connection: this maison's schema first and the extensions' after it."""
    parsed: dict[str, object] = dict(dj_database_url.parse(url, conn_max_age=KEPT_OPEN, conn_health_checks=True))
    parsed["ENGINE"] = "django.db.backends.postgresql"
    parsed["OPTIONS"] = {
        **dict(parsed.get("OPTIONS") or {}),  # type: ignore[call-overload]
        "application_name": f"carnet {CARNET_SCHEMA}"[:63],
        "options": " ".join(
            f"-c {each}"
            for each in (
                f"search_path={CARNET_SCHEMA},public",
                "lock_timeout=10s",
                "timezone=UTC",
                "plan_cache_mode=force_generic_plan",
            )
        ),
        # Only what `db.prepared` asks for: nothing is prepared for having been asked often.
        "prepare_threshold": 1_000_000_000,
    }
    return parsed


DATABASES = {"default": database(given_database or EMBEDDED.url())}
owner_database = env.str("DATABASE_OWNER_URL", "") or (EMBEDDED.url(OWNER) if EMBEDDED_DATABASE else "")
if owner_database:
    DATABASES["owner"] = database(owner_database) | {"TEST": {"MIRROR": "default"}}
MIGRATING_DATABASE = "owner" if owner_database else "default"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "carnet_cache",
        # It counts wrong passwords: with Django's 300, a stranger would crowd out the count of her own.
        "OPTIONS": {"MAX_ENTRIES": 100_000},
    }
}

AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.ScryptPasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
]
ACCOUNT_USER_MODEL_USERNAME_FIELD = "handle"
ACCOUNT_USER_MODEL_EMAIL_FIELD = "email"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "carnet.web.door.adapter.DoorAdapter"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_SESSION_REMEMBER = True
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", "webauthn"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Carnet"
LOGIN_URL = "/door/"
LOGIN_REDIRECT_URL = "/"

SESSION_ENGINE = "carnet.web.door.sessions"
SESSION_COOKIE_AGE = 12 * 3600
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_HTTPONLY = False
CSRF_FAILURE_VIEW = "carnet.web.errors.csrf"
X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CSP = {
    "default-src": [CSP.SELF],
    "img-src": [CSP.SELF, "blob:", "data:"],
    "style-src": [CSP.SELF],
    "script-src": [CSP.SELF],
    "connect-src": [CSP.SELF],
    "object-src": [CSP.NONE],
    "base-uri": [CSP.NONE],
    "frame-ancestors": [CSP.NONE],
    "form-action": [CSP.SELF],
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2**20
FILE_UPLOAD_HANDLERS = ["carnet.web.imports.receiving.Receiver"]
FILE_UPLOAD_TEMP_DIR = None
MESSAGE_STORAGE = "django.contrib.messages.storage.cookie.CookieStorage"

STATIC_URL = "/static/"
STATICFILES_DIRS = [
    ROOT / "carnet" / "web" / "static",
    # The gentle check judges alike here and on a phone without a signal: both read the same files.
    ("gentle", ROOT / "carnet" / "capture" / "rules" / "discretion" / "patterns"),
]
STATIC_ROOT = CARNET_HOME / "static"
STORAGES = {
    "default": {
        "BACKEND": "django.core.files.storage.FileSystemStorage",
        "OPTIONS": {"location": CARNET_HOME / "files"},
    },
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

LOGGING_CONFIG = "config.logs.configure"
LOGGING = {"version": 1}
"""Only so that Django calls LOGGING_CONFIG, which sets everything."""
