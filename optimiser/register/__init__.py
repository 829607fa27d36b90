"""The register of agreements: nothing is overwritten, nothing disappears.

==============  ===================================================================
``tables``      the two tables, as SQLAlchemy knows them
``engine``      SQLite file or PostgreSQL by URL, each with its own locking
``migrate``     brings a register to the newest layout (alembic, ``migraties``)
``stand``       what a reader gets: an agreement as it stands, and its history
``rows``        between rows and what a reader gets
``chain``       the checksums that tie each version to the one before
``register``    ``open_register``: add, change, advance, list, check
==============  ===================================================================

A version is a new row; two users who both write version 4 cannot both succeed.
"""
