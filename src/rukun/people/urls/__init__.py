"""All addresses of the room, by noun."""

from rukun.people.urls import batches, registry

app_name = "people"
urlpatterns = [*registry.urlpatterns, *batches.urlpatterns]
