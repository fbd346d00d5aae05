"""The text tables that a food index is made of; it stands beside them."""

USDA, K2, STAPLES, SHELVES = "usda.csv", "k2.csv", "staples.csv", "shelves.csv"
TABLES = (USDA, K2, STAPLES, SHELVES)
