"""Tables of other programs: spreadsheets, and what food diaries export."""
