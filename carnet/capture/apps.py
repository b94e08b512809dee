"""The capture's room listens to the rooms below."""

from django.apps import AppConfig


class CaptureConfig(AppConfig):
    """Lists its reactions."""

    name = "carnet.capture"
    label = "capture"

    def ready(self) -> None:
        """Registered once, when everything below is there."""
        from carnet.capture import reactions

        self.reactions = reactions
