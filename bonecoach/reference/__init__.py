"""What the app knows of foods, activities, supplements, medicines and targets, read from `resources/`."""
