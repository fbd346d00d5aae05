"""Fields for what is true of the person, for the first start and for Settings."""
