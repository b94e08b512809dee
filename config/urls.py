"""Every address. Nouns: a new verb is a new resource."""

from django.urls import include, path

handler400 = "carnet.web.errors.bad_request"
handler403 = "carnet.web.errors.forbidden"
handler404 = "carnet.web.errors.not_found"
handler500 = "carnet.web.errors.broken"

urlpatterns = [
    path("", include("carnet.web.today.urls")),
    path("clients/", include("carnet.web.client.urls")),
    path("notes/", include("carnet.web.capture.urls")),
    path("find/", include("carnet.web.find.urls")),
    path("promises/", include("carnet.web.promises.urls")),
    path("imports/", include("carnet.web.imports.urls")),
    path("house/", include("carnet.web.house.urls")),
    path("boutique/", include("carnet.web.boutique.urls")),
    path("open/", include("carnet.web.opening.urls")),
    path("door/", include("carnet.web.door.urls")),
]
