"""Addresses of the boutique's own pages."""

from django.urls import path

from carnet.web.boutique import standing, states, trials

urlpatterns = [
    path("reading/", trials.page, name="how-well-we-read"),
    path("standing/", standing.page, name="how-the-house-stands"),
    path("states/", states.page, name="states"),
    path("states/conditions/", states.conditions, name="conditions"),
]
