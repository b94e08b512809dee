"""The journal answers for the acts of the floor below it."""

from django.apps import AppConfig


class JournalConfig(AppConfig):
    """Plugs the recorder into kit's port."""

    name = "carnet.journal"
    label = "journal"

    def ready(self) -> None:
        """The house's acts are recorded here from now on."""
        from carnet.journal import recording
        from carnet.kit import acts

        acts.Port.recorder = recording.for_the_house
