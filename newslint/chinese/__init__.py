"""Facts about Chinese that several rooms use: characters, numerals, the calendar, names, words and segmentation."""
