"""How passwords are hashed: Argon2id at the strength OWASP recommends for a small server (19 MiB, two passes)."""

from django.contrib.auth.hashers import Argon2PasswordHasher


class HouseHasher(Argon2PasswordHasher):
    """Django's own default takes 100 MiB and eight threads a try: too much for two cores when a whole desa signs in."""

    time_cost = 2
    memory_cost = 19 * 1024
    parallelism = 1
