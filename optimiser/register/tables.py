"""The tables of a register; the migrations under ``migraties`` make them."""

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
)

metadata = MetaData()

#: One row per agreement: only its number and when it came.
overeenkomst = Table(
    "overeenkomst",
    metadata,
    Column("nummer", Integer, primary_key=True, autoincrement=True),
    Column("aangemaakt", DateTime(timezone=True), nullable=False),
)

#: One row per version; rows are only ever added. The highest version is how it stands.
versie = Table(
    "versie",
    metadata,
    Column("nummer", Integer, ForeignKey("overeenkomst.nummer"), primary_key=True),
    Column("versie", Integer, primary_key=True),
    Column("tijdstip", DateTime(timezone=True), nullable=False),
    Column("wie", String(120), nullable=False),
    Column("wat", String(40), nullable=False),
    Column("status", String(20), nullable=False),
    Column("inhoud", Text, nullable=False),
    Column("verwerkt", Text, nullable=False),
    Column("opmerking", Text, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("akkoorden", Text, nullable=False),
    UniqueConstraint("sha256", name="versie_sha256"),
)

#: One chain over all versions of all agreements, in the order in which they were written.
keten = Table(
    "keten",
    metadata,
    Column("volgnummer", Integer, primary_key=True, autoincrement=False),
    Column("nummer", Integer, nullable=False),
    Column("versie", Integer, nullable=False),
    Column("kop", String(64), nullable=False),
    UniqueConstraint("nummer", "versie", name="keten_versie"),
    ForeignKeyConstraint(["nummer", "versie"], ["versie.nummer", "versie.versie"]),
)

#: A view, not a table: the checksum of every version, also where its content is not in view.
zegel = table("zegel", column("nummer"), column("versie"), column("sha256"))
