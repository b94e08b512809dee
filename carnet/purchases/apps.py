"""The purchases' room listens to the rooms below."""

from django.apps import AppConfig


class PurchasesConfig(AppConfig):
    """Lists its reactions."""

    name = "carnet.purchases"
    label = "purchases"

    def ready(self) -> None:
        """Registered once, when everything below is there."""
        from carnet.purchases import reactions

        self.reactions = reactions
