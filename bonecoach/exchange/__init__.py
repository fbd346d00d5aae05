"""What leaves the diary and what comes in: files a spreadsheet, a clinic or a calendar reads."""
