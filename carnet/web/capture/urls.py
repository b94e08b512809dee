"""Addresses of notes."""

from django.urls import path

from carnet.web.capture import proposals, views

urlpatterns = [
    path("", views.note, name="note"),
    path("proposals/<uuid:proposal>/", proposals.decide, name="proposal"),
    path("<uuid:encounter>/undo/", views.undo, name="note-undo"),
    path("<uuid:encounter>/name/", views.name, name="note-name"),
]
