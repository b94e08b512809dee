"""The typist plugs into the port of `capture`, where the host has named a model."""

from django.apps import AppConfig


class SpeechConfig(AppConfig):
    """Plugs it in."""

    name = "carnet.integrations.speech"
    label = "speech"

    def ready(self) -> None:
        """Nothing is started here, and no library of it is read."""
        from django.conf import settings
        from django.core.exceptions import ImproperlyConfigured

        from carnet.capture.rules import typist
        from carnet.integrations.speech import kinds, typing_up

        try:
            named = kinds.named(settings.CARNET_VOICE)
        except kinds.NotAModel as error:
            raise ImproperlyConfigured(str(error)) from None
        typist.Port.typist = typing_up.typist(named) if named else None
