"""Addresses of imports."""

from django.urls import path

from carnet.web.imports import views

urlpatterns = [
    path("", views.page, name="imports"),
    path("files/<uuid:upload>/", views.upload, name="upload"),
    path("files/<uuid:upload>/progress/", views.progress, name="upload-progress"),
    path("<uuid:made>/", views.made, name="import"),
    path("<uuid:made>/refused/", views.refused, name="import-refused"),
    path("<uuid:made>/names/<uuid:name>/", views.name, name="import-name"),
    path("<uuid:made>/undo/", views.undo, name="import-undo"),
]
