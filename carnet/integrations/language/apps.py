"""The drafter plugs into the port of `outreach`, where the host has named a model."""

from django.apps import AppConfig


class LanguageConfig(AppConfig):
    """Plugs it in."""

    name = "carnet.integrations.language"
    label = "language"

    def ready(self) -> None:
        """Nothing is asked of the model here, and its library is not read."""
        from django.conf import settings
        from django.core.exceptions import ImproperlyConfigured

        from carnet.integrations.language import kinds
        from carnet.integrations.language.drafting import Named
        from carnet.outreach.rules.drafting import drafter

        try:
            named = kinds.named(settings.CARNET_MODEL)
        except kinds.NotAModel as error:
            raise ImproperlyConfigured(str(error)) from None
        drafter.Port.drafter = Named(named) if named else None
