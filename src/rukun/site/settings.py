"""Django's settings, read once from the environment (rukun.site.environment). Safe when silent.

The launcher tells by RUKUN_AS which role the process connects with: "app" (the web, behind the walls) or "owner"
(migrations and housekeeping). Silent means "app".
"""

import os
from pathlib import Path

from csp.constants import NONE, SELF

from rukun.site import environment, postgres

HERE = Path(__file__).resolve().parent
SOURCE = HERE.parent

_keys = environment.keys()
SECRET_KEY = _keys.web
VAULT_KEYS = _keys.vault
INDEX_KEY = _keys.index
DEBUG = environment.is_on("RUKUN_DEBUG")
ADDRESS = environment.text("RUKUN_ADDRESS").rstrip("/")
ALLOWED_HOSTS = environment.words("RUKUN_ALLOWED_HOSTS")

DATABASE = environment.text("RUKUN_DATABASE")
OWNER = postgres.owner(DATABASE)
APP = postgres.app_role(OWNER)
_is_owner = os.environ.get("RUKUN_AS") == "owner"
_address = OWNER if _is_owner else APP
_patience = "0" if _is_owner else "120000"  # a page that asks for two minutes is lost; housekeeping takes its time
DATABASES = {
    "default": _address.as_django(options=f"-c statement_timeout={_patience}")
    | {"ATOMIC_REQUESTS": True, "CONN_MAX_AGE": 600}
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "csp",
    "axes",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "rukun.walls",
    "rukun.ui",
    "rukun.audit",
    "rukun.territory",
    "rukun.accounts",
    "rukun.people",
    "rukun.facilitation",
    "rukun.mapping",
    "rukun.services.health",
    "rukun.services.sanitation",
    "rukun.services.education",
    "rukun.poverty",
    "rukun.needs",
    "rukun.musrenbang",
    "rukun.grants",
    "rukun.programmes",
    "rukun.reports",
    "rukun.transparency",
    "rukun.site",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "rukun.site.language.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "rukun.site.setup.middleware.SetUpFirst",
    "rukun.accounts.thresholds.Threshold",
    "rukun.site.letters.Letters",
    "axes.middleware.AxesMiddleware",  # last, as its makers ask
]

ROOT_URLCONF = "rukun.site.urls"
WSGI_APPLICATION = "rukun.site.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [SOURCE / "site" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "rukun.site.navigation.context",
            ],
            "builtins": ["rukun.ui.templatetags.rukun", "django.templatetags.i18n", "django.templatetags.static"],
        },
    }
]
FORM_RENDERER = "rukun.ui.renderers.Renderer"

# Who is who
AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = ["rukun.accounts.hashing.HouseHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "rukun.accounts.adapters.ClosedDoor"
ACCOUNT_SESSION_REMEMBER = False
# Tries on one account are counted by axes, which writes the letter. A training room of sixty stands behind one address.
ACCOUNT_RATE_LIMITS = {"login": "300/m/ip", "login_failed": "100/m/ip"}
ACCOUNT_FORMS = {
    "login": "rukun.accounts.forms.SignIn",
    "change_password": "rukun.accounts.forms.NewPassword",
    "reauthenticate": "rukun.accounts.forms.Again",
}
MFA_ADAPTER = "rukun.accounts.adapters.SecondFactor"
MFA_FORMS = {
    "activate_totp": "rukun.accounts.forms.FirstCode",
    "authenticate": "rukun.accounts.forms.Code",
    "reauthenticate": "rukun.accounts.forms.CodeAgain",
}
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Rukun"
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "/"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.5
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # half an hour is half an hour, however often one knocks
AXES_LOCKOUT_CALLABLE = "rukun.site.letters.locked_out"
AXES_USERNAME_CALLABLE = "rukun.accounts.adapters.knocking_as"
AXES_VERBOSE = False
AXES_DISABLE_ACCESS_LOG = True
AXES_SENSITIVE_PARAMETERS = ["login", "username", "password", "ip_address", "code", "next"]

# Rate limits and used codes are counted once for all processes, so they live in the database
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "accounts_remembered",
        "OPTIONS": {"MAX_ENTRIES": 50_000},
    }
}

# Words, time
LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia"), ("en", "English")]
LOCALE_PATHS = [SOURCE / "site" / "locale"]
TIME_ZONE = environment.text("RUKUN_TIMEZONE")
CODE_DAYS = environment.number("RUKUN_CODE_DAYS")
USE_TZ = True

# Files
STATIC_URL = "static/"
STATIC_ROOT = environment.folder() / "static"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 2_000_000
FILE_UPLOAD_HANDLERS = ["django.core.files.uploadhandler.TemporaryFileUploadHandler"]
FILE_UPLOAD_TEMP_DIR = environment.folder()

# Wire
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = environment.is_on("RUKUN_HTTPS")
CSRF_FAILURE_VIEW = "rukun.site.errors.stale_form"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"samaran": {"()": "lokal.samaran.logging.SamaranFilter"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "filters": ["samaran"]}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {
        "django": {"handlers": [], "level": "WARNING"},  # Django's own would mail errors with what people typed
        "django.template": {"level": "INFO"},  # below it the whole context of a page is written, names and all
        "django.db.backends": {"level": "INFO"},  # below it the values of every statement
    },
}
TEST_RUNNER = "django.test.runner.DiscoverRunner"
