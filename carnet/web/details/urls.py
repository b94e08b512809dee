"""Addresses of details, on the advisor's side."""

from django.urls import path

from carnet.web.details import asking

urlpatterns = [
    path("visit/<uuid:encounter>/", asking.of_a_visit, name="details-visit"),
    path("note/<uuid:note>/", asking.of_a_note, name="details-note"),
    path("client/<uuid:client>/", asking.of_a_client, name="details-client"),
    path("<uuid:details>/whose/", asking.whose, name="details-whose"),
]
