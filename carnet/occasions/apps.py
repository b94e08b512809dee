"""The occasions' room listens to the rooms below."""

from django.apps import AppConfig


class OccasionsConfig(AppConfig):
    """Lists its reactions."""

    name = "carnet.occasions"
    label = "occasions"

    def ready(self) -> None:
        """Registered once, when everything below is there."""
        from carnet.occasions import reactions

        self.reactions = reactions
