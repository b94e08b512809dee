"""Addresses of Find."""

from django.urls import path

from carnet.web.find import views

urlpatterns = [path("", views.find, name="find")]
