"""What is told of reminders: by the system, and in the window."""
