"""Facts about Chinese: characters and their widths, numerals, the calendar, names, words, bylines, script."""
