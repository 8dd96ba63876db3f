"""What ``accuracy.py`` measures: one module for each shape of file, with the reading of files and the counting
shared.
"""
