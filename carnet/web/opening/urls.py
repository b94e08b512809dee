"""Addresses of the opening."""

from django.urls import path

from carnet.web.opening import views

urlpatterns = [
    path("", views.maison, name="opening"),
    path("boutiques/", views.boutiques, name="opening-boutiques"),
    path("people/", views.people, name="opening-people"),
    path("past/", views.past, name="opening-past"),
]
