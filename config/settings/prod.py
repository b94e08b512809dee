"""A house at work, behind a proxy that ends TLS."""

from config.settings.base import *

if env.bool("CARNET_BEHIND_TLS", default=False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    # Without it everybody has the proxy's address, and one stranger's wrong passwords would lock out the house.
    ALLAUTH_TRUSTED_PROXY_COUNT = env.int("CARNET_PROXIES", 1)
    SECURE_SSL_REDIRECT = True
    SECURE_HSTS_SECONDS = 31_536_000
    SECURE_HSTS_INCLUDE_SUBDOMAINS = True
    SESSION_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-session"
    CSRF_COOKIE_SECURE = True
    CSRF_COOKIE_NAME = "__Host-csrf"
    CSRF_TRUSTED_ORIGINS = [f"https://{host}" for host in ALLOWED_HOSTS]
