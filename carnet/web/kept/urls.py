"""Addresses for devices."""

from django.urls import path

from carnet.web.kept import book, spoken, views

urlpatterns = [
    path("device/", views.device, name="kept-device"),
    path("book/", book.book, name="kept-book"),
    path("deposits/", views.deposits, name="kept-deposits"),
    path("spoken/<uuid:recording>/", spoken.spoken, name="spoken"),
    path("spoken/<uuid:recording>/taken/", spoken.taken, name="spoken-taken"),
    path("spoken/<uuid:recording>/forget/", spoken.forget, name="spoken-forget"),
]
