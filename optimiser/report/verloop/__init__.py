"""The ledger for a reader: tables, sentences, workbook.

============  ==============================================================
``tables``    the stand of a half-year and the course of a unit as tables
``words``     what stands beside the numbers
``workbook``  bookings, stand, what does not close
============  ==============================================================
"""
