"""Quick forms for those who would rather not type: they make the same entries as the line does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from bonecoach.ui.page import Page


def open_form(key: str, page: Page, at: datetime | None, show_flags: Callable[[list[str]], object]) -> None:
    """Opens a form: "food", "supplement", "movement", "dose" or "felt".

    `at` is what "now" means on the page it was asked for; `show_flags` is called with red flags among what was logged.
    """
    from bonecoach.ui.forms.dose import DoseForm
    from bonecoach.ui.forms.felt import FeltForm
    from bonecoach.ui.forms.food import FoodForm
    from bonecoach.ui.forms.movement import MovementForm
    from bonecoach.ui.forms.supplement import SupplementForm

    forms = {
        "food": FoodForm,
        "supplement": SupplementForm,
        "movement": MovementForm,
        "dose": DoseForm,
        "felt": FeltForm,
    }
    form = forms[key](page.desk, at, page)
    form.flagged.connect(show_flags)
    if isinstance(form, SupplementForm):
        form.wants_mine.connect(lambda: page.goes_to.emit("my_supplements", None))
    form.exec()
