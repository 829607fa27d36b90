"""A comparison of keys as tables, notes and a workbook."""
