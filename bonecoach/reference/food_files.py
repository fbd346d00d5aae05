"""The text tables that a food index is made of; it stands beside them."""

USDA, K2, STAPLES = "usda.csv", "k2.csv", "staples.csv"
TABLES = (USDA, K2, STAPLES)
