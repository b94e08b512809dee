"""Addresses of clients."""

from django.urls import path

from carnet.web.client import acts, between_acts, card, due, meaning, quiet, relationship, views

urlpatterns = [
    path("", views.clients, name="clients"),
    path("new/", acts.introduce, name="client-new"),
    path("card/", card.ask, name="card"),
    path("card/<uuid:client>/welcome/", card.welcome, name="welcome"),
    path("<uuid:client>/", views.client, name="client"),
    path("<uuid:client>/story/", views.story_of, name="story"),
    path("<uuid:client>/relationship/", relationship.relationship, name="relationship"),
    path("<uuid:client>/silence/", quiet.say, name="silence"),
    path("<uuid:client>/show/", views.show, name="show"),
    path("<uuid:client>/name/", acts.describe, name="client-name"),
    path("<uuid:client>/facts/", acts.note, name="facts"),
    path("<uuid:client>/facts/<uuid:fact>/end/", acts.end_fact, name="fact-end"),
    path("<uuid:client>/hold/", acts.hold, name="hold"),
    path("<uuid:client>/release/", acts.release, name="release"),
    path("<uuid:client>/permissions/", acts.permit, name="permissions"),
    path("<uuid:client>/dates/", acts.date, name="dates"),
    path("<uuid:client>/points/", acts.reach, name="points"),
    path("<uuid:client>/claim/", acts.claim, name="claim"),
    path("<uuid:client>/promises/", acts.promise, name="promise-new"),
    path("<uuid:client>/register/", between_acts.remember, name="remember"),
    path("<uuid:client>/first-step/", between_acts.starts, name="starts"),
    path("<uuid:client>/bond/", between_acts.bond, name="bond"),
    path("<uuid:client>/rests/", between_acts.rest, name="rests"),
    path("<uuid:client>/rests/<uuid:consequence>/over/", between_acts.rest_over, name="rest-over"),
    path("<uuid:client>/due/<uuid:reading>/", due.answer, name="due-answer"),
    path("<uuid:client>/sales/<uuid:sale>/meaning/", meaning.meaning, name="meaning"),
    path("<uuid:client>/lines/<uuid:line>/gift/", acts.for_whom, name="gift"),
    path("<uuid:client>/lines/<uuid:line>/given/", acts.given, name="given"),
]
