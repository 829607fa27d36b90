"""The tables of the data point in the database; the migrations under ``migraties`` make them."""

from sqlalchemy import (
    Column,
    DateTime,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    column,
    table,
)

metadata = MetaData()

#: One row per delivery, never changed: the file as it came and its rows as they were read.
levering = Table(
    "levering",
    metadata,
    Column("nummer", Integer, primary_key=True, autoincrement=True),
    Column("tabel", String(30), nullable=False),
    Column("werkruimte", String(60), nullable=False),
    Column("bestand", String(255), nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("eigenaar", String(120), nullable=False),
    Column("omvang", Text, nullable=False),
    Column("aantal", Integer, nullable=False),
    Column("opmerking", Text, nullable=False),
    Column("afwijkingen", Text, nullable=False),
    Column("inhoud", LargeBinary, nullable=False),
    Column("rijen", LargeBinary, nullable=False),
    Column("rijen_sha256", String(64), nullable=False),
    UniqueConstraint("tabel", "werkruimte", "sha256", name="levering_bestand"),
)

#: What happened to a delivery; rows are only ever added and the last one says how it stands.
stap = Table(
    "levering_stap",
    metadata,
    Column("nummer", Integer, ForeignKey("levering.nummer"), primary_key=True),
    Column("stap", Integer, primary_key=True),
    Column("tijdstip", DateTime(timezone=True), nullable=False),
    Column("wie", String(120), nullable=False),
    Column("status", String(20), nullable=False),
    Column("door", Integer, nullable=True),
    Column("sha256", String(64), nullable=False),
)

#: The rows of a delivery per gemeente, so that those of others can stay hidden. Under the empty
#: code stand the rows about no gemeente: a table without rows, if all are about one.
deel = Table(
    "levering_deel",
    metadata,
    Column("nummer", Integer, ForeignKey("levering.nummer"), primary_key=True),
    Column("gm_code", String(6), primary_key=True),
    Column("rijen", LargeBinary, nullable=False),
)

#: A view, not a table: file and rows as a whole, where they may be seen as a whole.
geheel = table(
    "levering_geheel",
    column("nummer", Integer),
    column("werkruimte", String),
    column("inhoud", LargeBinary),
    column("sha256", String),
    column("rijen", LargeBinary),
    column("rijen_sha256", String),
)
