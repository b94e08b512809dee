"""Addresses of details, on her side: open to whoever holds a code."""

from django.urls import path

from carnet.web.details import leaving

urlpatterns = [
    path("done/", leaving.done, name="details-left"),
    path("<str:token>/", leaving.page, name="leave"),
]
