"""Addresses of Today."""

from django.urls import path

from carnet.web.today import closing, questions, rewording, views

urlpatterns = [
    path("", views.today, name="today"),
    path("rest/", views.rest, name="rest"),
    path("suggestions/<uuid:suggestion>/letter/", views.letter, name="letter"),
    path("suggestions/<uuid:suggestion>/answer/", views.answer, name="answer"),
    path("suggestions/<uuid:suggestion>/draft/", rewording.ask, name="draft"),
    path("suggestions/<uuid:suggestion>/draft/use/", rewording.use, name="draft-use"),
    path("answers/<uuid:answer>/leaving/", views.leaving, name="leaving"),
    path("answers/<uuid:answer>/reply/", views.reply, name="reply"),
    path("answers/<uuid:answer>/undo/", views.undo, name="answer-undo"),
    path("questions/<uuid:question>/answer/", questions.answer, name="question-answer"),
    path("questions/off/", questions.off, name="questions-off"),
    path("closing/", closing.page, name="closing"),
]
