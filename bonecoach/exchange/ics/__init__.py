"""Reminders and appointments as a calendar file (iCalendar, RFC 5545)."""
