"""Addresses of notes."""

from django.urls import path

from carnet.web.capture import views

urlpatterns = [
    path("", views.note, name="note"),
    path("<uuid:encounter>/undo/", views.undo, name="note-undo"),
    path("<uuid:encounter>/name/", views.name, name="note-name"),
]
