"""Files listen to the rooms below."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Lists their reactions."""

    name = "carnet.integrations.files"
    label = "files"

    def ready(self) -> None:
        """Registered once, when everything below is there."""
        from carnet.integrations.files import reactions

        self.reactions = reactions
