"""Addresses of pictures: each is asked for by itself."""

from django.urls import path

from carnet.web.pictures import views

urlpatterns = [
    path("<uuid:picture>/", views.picture, name="picture"),
    path("<uuid:picture>/small/", views.small, name="picture-small"),
    path("<uuid:picture>/removal/", views.removal, name="picture-removal"),
    path("<uuid:picture>/removal/undo/", views.undo, name="picture-undo"),
]
