"""Addresses of notices: hers to allow, and to end."""

from django.urls import path

from carnet.web.notices import views

urlpatterns = [
    path("", views.notices, name="notices"),
    path("later/", views.later, name="notices-later"),
    path("<uuid:address>/end/", views.end, name="notices-end"),
]
