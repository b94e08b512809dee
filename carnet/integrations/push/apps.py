"""The messenger plugs into the port of `capture`."""

from django.apps import AppConfig


class PushConfig(AppConfig):
    """Plugs it in."""

    name = "carnet.integrations.push"
    label = "push"

    def ready(self) -> None:
        """Nothing is sent here, and no library of it is read."""
        from carnet.capture.rules import messenger
        from carnet.integrations.push.handing_over import Push

        messenger.Port.messenger = Push()
