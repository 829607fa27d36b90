"""The only place that reads from or writes to disk.

================  =====================================================
``paths``         where the embedded figures are
``bronnen``       ``bronnen.toml``: owner, licence, checksum per file
``schemas``       pandera schemas; faults as row and column, in Dutch
``tables``        the embedded CSV files, checked
``gegevens``      all of them together
``scenarios``     scenario files (TOML)
``grenzen``       embedded borders, tiles, neighbours
``eigen_grenzen`` borders of the user's own, checked
``export``        CSV and XLSX, formulas neutralised
================  =====================================================
"""
