"""Addresses of the boutique's own pages."""

from django.urls import path

from carnet.web.boutique import phones, policy, restraint, standing, states, trials

urlpatterns = [
    path("reading/", trials.page, name="how-well-we-read"),
    path("standing/", standing.page, name="how-the-house-stands"),
    path("policy/", policy.page, name="policy"),
    path("policy/<slug:group>/", policy.group, name="policy-group"),
    path("restraint/", restraint.page, name="restraint"),
    path("restraint/<slug:figure>/", restraint.people, name="restraint-people"),
    path("phones/", phones.page, name="phones"),
    path("phones/<uuid:device>/wipe/", phones.wipe, name="phone-wipe"),
    path("phones/<uuid:device>/forget/", phones.wipe_mine, name="phone-forget"),
    path("deposits/<uuid:deposit>/", phones.settle, name="deposit"),
    path("states/", states.page, name="states"),
    path("states/conditions/", states.conditions, name="conditions"),
]
