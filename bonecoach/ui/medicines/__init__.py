"""Medicines and reminders: what is planned, and how it was kept."""
