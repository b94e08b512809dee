"""Addresses of practice: its own, and any other within it."""

from django.urls import path

from carnet.web.practice import views

urlpatterns = [
    path("", views.page, name="practice"),
    path("again/", views.again, name="practice-again"),
    path("<path:place>", views.within, name="practised"),
]
