"""Every address. Nouns: a new verb is a new resource."""

from django.urls import include, path

handler400 = "carnet.web.errors.bad_request"
handler403 = "carnet.web.errors.forbidden"
handler404 = "carnet.web.errors.not_found"
handler500 = "carnet.web.errors.broken"

urlpatterns = [
    path("", include("carnet.web.today.urls")),
    path("", include("carnet.web.pwa.urls")),
    path("clients/", include("carnet.web.client.urls")),
    path("notes/", include("carnet.web.capture.urls")),
    path("kept/", include("carnet.web.kept.urls")),
    path("details/", include("carnet.web.details.urls")),
    path("leave/", include("carnet.web.details.leaving_urls")),
    path("pictures/", include("carnet.web.pictures.urls")),
    path("notices/", include("carnet.web.notices.urls")),
    path("find/", include("carnet.web.find.urls")),
    path("promises/", include("carnet.web.promises.urls")),
    path("imports/", include("carnet.web.imports.urls")),
    path("house/", include("carnet.web.house.urls")),
    path("boutique/", include("carnet.web.boutique.urls")),
    path("practice/", include("carnet.web.practice.urls")),
    path("open/", include("carnet.web.opening.urls")),
    path("door/", include("carnet.web.door.urls")),
]
