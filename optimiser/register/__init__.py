"""The register of agreements: nothing is overwritten, nothing disappears.

==============  ===================================================================
``tables``      the tables, as SQLAlchemy knows them
``engine``      SQLite file or PostgreSQL by URL, each with its own locking
``migrate``     brings a register to the newest layout (alembic, ``migraties``)
``opening``     opens a register that is there, or makes a new one
``stand``       what a reader gets: an agreement as it stands, and its history
``approval``    what one college decided
``entry``       names, reasons and remarks as typed, checked
``gate``        tests what comes in: the law, all that binds, and not the same twice
``moves``       from the version that was read to the row after it
``rows``        between rows and what a reader gets
``chain``       one chain over all rows, and its head
``reader``      reading: the whole chain is followed first
``register``    writing: add, change, approve, advance, take back
==============  ===================================================================

A version is a new row; two users who both write version 4 cannot both succeed.
"""
