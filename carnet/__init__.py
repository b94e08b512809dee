"""Carnet: the working notebook of a luxury house."""

__version__ = "0.1.0"
