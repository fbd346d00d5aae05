"""The Appointment page."""
