"""History: everything that was ever logged, to be found, changed, deleted and brought back."""

from bonecoach.ui.history.page import HistoryPage

__all__ = ["HistoryPage"]
