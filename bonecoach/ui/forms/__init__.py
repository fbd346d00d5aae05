"""Quick forms for those who would rather not type: they make the same entries as the line does."""

from __future__ import annotations

from datetime import datetime

from bonecoach.ui.page import Page

FORMS = ("food", "supplement", "movement")


def open_form(key: str, page: Page, at: datetime | None) -> None:
    """Opens the form of FORMS named `key`. `at` is what "now" means on the page it was asked for."""
    from bonecoach.ui.forms.food import FoodForm
    from bonecoach.ui.forms.movement import MovementForm
    from bonecoach.ui.forms.supplement import SupplementForm

    forms = {"food": FoodForm, "supplement": SupplementForm, "movement": MovementForm}
    form = forms[key](page.desk, at, page)
    if isinstance(form, SupplementForm):
        form.wants_mine.connect(lambda: page.goes_to.emit("my_supplements", None))
    form.exec()
