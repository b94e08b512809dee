"""The intelligence room listens to the rooms below."""

from django.apps import AppConfig


class IntelligenceConfig(AppConfig):
    """Lists its reactions."""

    name = "carnet.intelligence"
    label = "intelligence"

    def ready(self) -> None:
        """Registered once, when everything below is there."""
        from carnet.intelligence import reactions

        self.reactions = reactions
