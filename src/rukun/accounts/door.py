"""The addresses of the door: only the pages of the sign-in library that we use. No sign-up, no mail, no reset."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery_codes
from allauth.mfa.totp import views as totp
from django.urls import path

urlpatterns = [
    path("", account.login, name="account_login"),
    path("keluar/", account.logout, name="account_logout"),
    path("ditutup/", account.account_inactive, name="account_inactive"),
    path("pastikan/", account.reauthenticate, name="account_reauthenticate"),
    path("kata-sandi/", account.password_change, name="account_change_password"),
    path("kode/", mfa.authenticate, name="mfa_authenticate"),
    path("kode/pastikan/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("kode-kedua/", mfa.index, name="mfa_index"),
    path("kode-kedua/pasang/", totp.activate_totp, name="mfa_activate_totp"),
    path("kode-kedua/lepas/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("kode-cadangan/", recovery_codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("kode-cadangan/baru/", recovery_codes.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("kode-cadangan/unduh/", recovery_codes.download_recovery_codes, name="mfa_download_recovery_codes"),
]
