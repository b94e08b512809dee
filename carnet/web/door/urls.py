"""Addresses of the door: password with a second proof, passkey, invitation, shared tablet."""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as recovery
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from django.urls import path

from carnet.web.door import install, tablet, views

urlpatterns = [
    path("", account.login, name="door"),
    path("in/", account.login, name="account_login"),
    path("out/", account.logout, name="account_logout"),
    path("again/", account.reauthenticate, name="account_reauthenticate"),
    path("closed/", account.account_inactive, name="account_inactive"),
    path("password/", account.password_change, name="account_change_password"),
    path("password/first/", account.password_set, name="account_set_password"),
    path("proof/", mfa.authenticate, name="mfa_authenticate"),
    path("proof/again/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("proofs/", mfa.index, name="mfa_index"),
    path("proofs/codes/", totp.activate_totp, name="mfa_activate_totp"),
    path("proofs/codes/off/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("proofs/spare/", recovery.generate_recovery_codes, name="mfa_generate_recovery_codes"),
    path("proofs/spare/list/", recovery.view_recovery_codes, name="mfa_view_recovery_codes"),
    path("proofs/spare/file/", recovery.download_recovery_codes, name="mfa_download_recovery_codes"),
    path("passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("passkeys/new/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path("passkeys/in/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path("passkeys/again/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"),
    path("passkeys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
    path("passkeys/<int:pk>/remove/", webauthn.remove_webauthn, name="mfa_remove_webauthn"),
    path("invited/<str:token>/", views.invited, name="invited"),
    path("install/", install.install, name="install"),
    path("me/", views.me, name="me"),
    path("tablet/", tablet.faces, name="tablet"),
    path("tablet/<uuid:member>/", tablet.code, name="tablet-code"),
    path("tablet/lock/", tablet.lock, name="tablet-lock"),
]
