"""Addresses of the house."""

from django.urls import path

from carnet.web.house import views

urlpatterns = [
    path("", views.page, name="house"),
    path("people/", views.people, name="people"),
    path("people/<uuid:member>/invitation/", views.invitation, name="invitation"),
    path("names/<uuid:staff_name>/", views.staff_name, name="staff-name"),
    path("places/<uuid:place_name>/", views.place_name, name="place-name"),
    path("claims/<uuid:claim>/", views.claim, name="claim-answer"),
    path("settings/", views.settings, name="house-settings"),
    path("tablets/", views.tablets, name="tablets"),
    path("tablets/<uuid:tablet>/withdraw/", views.withdraw, name="tablet-withdraw"),
]
