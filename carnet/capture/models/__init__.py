"""Devices and what came from them; what is made of it."""

from carnet.capture.models.deposits import Deposit
from carnet.capture.models.details import Asking, Details
from carnet.capture.models.devices import Device, Holder, SealingKey
from carnet.capture.models.proposals import Proposal
from carnet.capture.models.push import PushAddress, PushKey
from carnet.capture.models.recordings import Picture, Recording, SoundPart

__all__ = [
    "Asking", "Deposit", "Details", "Device", "Holder", "Picture", "Proposal", "PushAddress", "PushKey", "Recording",
    "SealingKey", "SoundPart",
]  # fmt: skip
