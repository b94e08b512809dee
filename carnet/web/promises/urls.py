"""Addresses of promises."""

from django.urls import path

from carnet.web.promises import views

urlpatterns = [
    path("", views.page, name="promises"),
    path("<uuid:promise>/outcome/", views.outcome, name="promise-outcome"),
    path("<uuid:promise>/outcome/undo/", views.undo, name="promise-undo"),
]
