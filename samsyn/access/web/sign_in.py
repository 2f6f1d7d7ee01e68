"""The pages of allauth that are in use, at Swedish addresses; the others have none.

Nobody signs up, and nobody changes her own address: an administrator enters it.
"""

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as passkeys
from django.urls import path, re_path

urlpatterns = [
    path("logga-in/", account.login, name="account_login"),
    path("logga-ut/", account.logout, name="account_logout"),
    path("avstangt/", account.account_inactive, name="account_inactive"),
    path("bekrafta/", account.reauthenticate, name="account_reauthenticate"),
    path("losenord/byt/", account.password_change, name="account_change_password"),
    path("losenord/valj/", account.password_set, name="account_set_password"),
    path("losenord/glomt/", account.password_reset, name="account_reset_password"),
    path(
        "losenord/glomt/skickat/", account.password_reset_done, name="account_reset_password_done"
    ),
    path(
        "losenord/nytt/klart/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    re_path(
        r"^losenord/nytt/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path("sakerhet/", mfa.index, name="mfa_index"),
    path("sakerhet/andra-steget/", mfa.authenticate, name="mfa_authenticate"),
    path("sakerhet/bekrafta/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("sakerhet/kodapp/", totp.activate_totp, name="mfa_activate_totp"),
    path("sakerhet/kodapp/ta-bort/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("sakerhet/reservkoder/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "sakerhet/reservkoder/nya/",
        codes.generate_recovery_codes,
        name="mfa_generate_recovery_codes",
    ),
    path(
        "sakerhet/reservkoder/hamta/",
        codes.download_recovery_codes,
        name="mfa_download_recovery_codes",
    ),
    path("sakerhet/nycklar/", passkeys.list_webauthn, name="mfa_list_webauthn"),
    path("sakerhet/nycklar/ny/", passkeys.add_webauthn, name="mfa_add_webauthn"),
    path(
        "sakerhet/nycklar/bekrafta/",
        passkeys.reauthenticate_webauthn,
        name="mfa_reauthenticate_webauthn",
    ),
    path("sakerhet/nycklar/logga-in/", passkeys.login_webauthn, name="mfa_login_webauthn"),
    path("sakerhet/nycklar/<int:pk>/", passkeys.edit_webauthn, name="mfa_edit_webauthn"),
    path(
        "sakerhet/nycklar/<int:pk>/ta-bort/", passkeys.remove_webauthn, name="mfa_remove_webauthn"
    ),
]
