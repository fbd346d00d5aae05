"""Values and arithmetic. No clock, no file, no Qt, no SQL, no sentences."""
