"""The entry line: text in, understood entries or a precise complaint out. No sentences, no SQL, no clock."""
