"""Addresses of the app itself. The worker stands at the top: it may only serve what lies below it."""

from django.urls import path

from carnet.web.pwa import views

urlpatterns = [
    path("sw.js", views.worker, name="worker"),
    path("app/manifest.webmanifest", views.manifest, name="manifest"),
    path("app/", views.no_signal, name="no-signal"),
    path("app/note/", views.blank_note, name="blank-note"),
    path("app/note/over/", views.blank_note_over, name="blank-note-over"),
]
