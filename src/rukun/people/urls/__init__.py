"""All addresses of the room, by noun."""

from rukun.people.urls import registry

app_name = "people"
urlpatterns = registry.urlpatterns
