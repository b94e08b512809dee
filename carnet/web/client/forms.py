"""What can be said about a client, as forms."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from carnet.clients.kinds import PointKind
from carnet.consent.kinds import Answer, Channel, ProofKind, Purpose, Scope
from carnet.house.models import Term

SHORT = 400


def _date(**words: Any) -> forms.DateField:
    return forms.DateField(widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"), **words)


class FactForm(forms.Form):
    """A fact worth remembering."""

    kind = forms.ChoiceField(label=_("About"))
    words = forms.CharField(label=_("In your words"), max_length=SHORT)
    is_private = forms.BooleanField(
        label=_("For me alone"), required=False, help_text=_("The client may receive this on request.")
    )

    def __init__(self, said: QueryDict | None = None, *, kinds: Sequence[Term], language: str) -> None:
        """With the house's own kinds of fact."""
        super().__init__(said, prefix="fact")
        self.fields["kind"].choices = [(kind.code, kind.said(language)) for kind in kinds if kind.code != "tag"]  # type: ignore[attr-defined]


class HoldForm(forms.Form):
    """A decision not to write."""

    scope = forms.ChoiceField(
        label=_("What rests"), initial=Scope.EVERYTHING,
        choices=[(Scope.EVERYTHING, _("Everything")), (Scope.SELLING, _("Selling")), (Scope.CONDOLENCE, _("All but condolence"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    because = forms.CharField(label=_("Because"), max_length=SHORT, help_text=_("The consequence, not its cause."))
    until = _date(label=_("Until"), required=False)


class ReleaseForm(forms.Form):
    """Lifting it."""

    because = forms.CharField(label=_("Because"), max_length=SHORT)


class PermissionForm(forms.Form):
    """What she says about being written to."""

    purpose = forms.ChoiceField(
        label=_("For"),
        initial=Purpose.INVITATION,
        choices=[(Purpose.INVITATION, _("Invitations")), (Purpose.CARE, pgettext_lazy("purpose", "Care"))],
    )
    channel = forms.ChoiceField(label=pgettext_lazy("channel", "On"), choices=[
        (Channel.ANY, _("Any road")), (Channel.WHATSAPP, "WhatsApp"), (Channel.SMS, _("Text message")),
        (Channel.EMAIL, _("E-mail")),
        (Channel.PHONE, _("Telephone")), (Channel.POST, _("Post")), (Channel.WECHAT, _("WeChat")), (Channel.LINE, "LINE"),
        (Channel.KAKAOTALK, "KakaoTalk"), (Channel.TELEGRAM, "Telegram"),
    ])  # fmt: skip
    answer = forms.ChoiceField(
        label=_("She said"), choices=[(Answer.YES, _("Yes")), (Answer.NO, _("No"))], widget=forms.RadioSelect
    )
    proof = forms.ChoiceField(
        label=_("How"),
        choices=[
            (ProofKind.IN_PERSON, _("In person")),
            (ProofKind.FORM, _("On a form")),
            (ProofKind.LETTER, _("In writing")),
        ],
    )
    words = forms.CharField(label=_("Her words, or the words she saw"), max_length=SHORT, required=False)

    def clean(self) -> dict[str, Any]:
        """A yes needs its words."""
        said = super().clean() or {}
        if said.get("answer") == Answer.YES and not said.get("words"):
            self.add_error("words", _("A yes is kept with its words."))
        return said


class DateForm(forms.Form):
    """A date that matters."""

    kind = forms.ChoiceField(label=_("What it is"))
    on = forms.CharField(label=_("Day and month"), max_length=10, help_text=_("Such as 8/12; the year is not kept."))
    gives = forms.BooleanField(label=_("It is someone else’s, and this client gives"), required=False)
    words = forms.CharField(label=_("Whose, or what"), max_length=200, required=False)

    def __init__(self, said: QueryDict | None = None, *, kinds: Sequence[Term], language: str) -> None:
        """With the house's own occasions."""
        super().__init__(said, prefix="date")
        self.fields["kind"].choices = [(kind.code, kind.said(language)) for kind in kinds]  # type: ignore[attr-defined]


class PromiseForm(forms.Form):
    """Our word."""

    words = forms.CharField(label=_("What was promised"), max_length=SHORT)
    due_on = _date(label=_("By"))


class PointForm(forms.Form):
    """A number or an address."""

    kind = forms.ChoiceField(label=_("What"), choices=[
        (PointKind.PHONE, _("Telephone")), (PointKind.EMAIL, _("E-mail")), (PointKind.POST, _("Post")),
        (PointKind.WHATSAPP, "WhatsApp"),
        (PointKind.WECHAT, _("WeChat")), (PointKind.LINE, "LINE"),
        (PointKind.KAKAOTALK, "KakaoTalk"), (PointKind.TELEGRAM, "Telegram"),
    ])  # fmt: skip
    raw = forms.CharField(label=_("Number or address"), max_length=SHORT)


class NameForm(forms.Form):
    """Who she is, and how one speaks and writes to her."""

    display = forms.CharField(label=_("Name, as it is written"), max_length=SHORT, required=False)
    given = forms.CharField(label=_("Given name"), max_length=200, required=False)
    family = forms.CharField(label=_("Family name"), max_length=200, required=False)
    reading = forms.CharField(label=_("How it is read"), max_length=SHORT, required=False)
    title = forms.CharField(label=_("Title"), max_length=60, required=False)
    spoken = forms.CharField(label=_("One says"), max_length=200, required=False)
    written = forms.CharField(label=_("One writes"), max_length=200, required=False)
    preferred = forms.CharField(label=_("Likes to be called"), max_length=200, required=False)
    form = forms.ChoiceField(
        label=_("Form of address"),
        choices=[("formal", _("Formal")), ("familiar", _("Familiar"))],
        widget=forms.RadioSelect,
    )
    gender = forms.ChoiceField(
        label=_("Words agree with"), required=False, choices=[("", _("not known")), ("she", _("she")), ("he", _("he"))]
    )
    language = forms.ChoiceField(label=_("Language of letters"), required=False, choices=[
        ("", _("not known")), ("fr", "Français"), ("en", "English"), ("it", "Italiano"),
        ("ja", "日本語"), ("zh-Hans", "简体中文"),
        ("ar", "العربية"), ("de", "Deutsch"), ("es", "Español"), ("ko", "한국어"), ("ru", "Русский"), ("pt", "Português"),
    ])  # fmt: skip
    city = forms.CharField(label=_("City"), max_length=120, required=False)
    prefers_hours = forms.CharField(
        label=_("Likes to be written to"), max_length=60, required=False, help_text=_("Such as: after 18:00.")
    )
    description = forms.CharField(
        label=_("Without a name yet: what was searched"), max_length=SHORT, required=False,
        help_text=_("“engagement, oval, size 50, with his sister, back before Christmas”"),
    )  # fmt: skip
