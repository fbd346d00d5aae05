"""Settings: what is true of the person, her targets, units, text and look, and where the diary lies."""

from bonecoach.ui.settings.page import SettingsPage

__all__ = ["SettingsPage"]
