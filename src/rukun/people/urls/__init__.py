"""All addresses of the room, by noun."""

<<<<<<< HEAD
from rukun.people.urls import batches, registry

app_name = "people"
urlpatterns = [*registry.urlpatterns, *batches.urlpatterns]
=======
from rukun.people.urls import registry

app_name = "people"
urlpatterns = registry.urlpatterns
>>>>>>> main
