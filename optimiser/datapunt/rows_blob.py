"""Typed rows to bytes and back (Arrow), and out as Parquet."""

import hashlib
import json
from pathlib import Path
from typing import Any

import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from optimiser.datapunt.reading.tabellen import TABELLEN

#: Column with the gemeente that a row is about.
GM = "gm_code"


def to_bytes(rows: pd.DataFrame) -> bytes:
    """Return rows as an Arrow stream; the same rows always give the same bytes."""
    return _written(pa.Table.from_pandas(rows, preserve_index=False).replace_schema_metadata(None))


def to_arrow(blob: bytes) -> pa.Table:
    """Return the rows of ``to_bytes`` as an Arrow table."""
    with pa.ipc.open_stream(pa.BufferReader(blob)) as reader:
        return reader.read_all()


def to_parts(rows: pa.Table) -> dict[str, pa.Table]:
    """Return rows per gemeente, and under the empty code those about none; see ``tables.deel``."""
    if GM not in rows.column_names:
        return {"": rows}
    codes = pc.unique(rows[GM].combine_chunks()).to_pylist()
    found = {code: rows.filter(pc.equal(rows[GM], code)) for code in codes}
    return {"": rows.slice(0, 0)} | found


def new_parts(nummer: int, rijen: bytes) -> list[dict[str, Any]]:
    """Return the rows of a delivery as the database keeps them per gemeente."""
    parts = to_parts(to_arrow(rijen))
    return [
        {"nummer": nummer, "gm_code": code, "rijen": _written(rows)} for code, rows in parts.items()
    ]


def to_frame(table: pa.Table) -> pd.DataFrame:
    """Return an Arrow table as rows; whole numbers stay whole, missing is NA, days are dates."""
    kinds = {pa.int64(): pd.Int64Dtype()}
    return table.to_pandas(types_mapper=kinds.get)


def to_parquet(rows: pd.DataFrame) -> bytes:
    """Return rows as a Parquet file.

    >>> to_parquet(pd.DataFrame({"gm_code": ["GM0003"]}))[:4]
    b'PAR1'
    """
    sink = pa.BufferOutputStream()
    pq.write_table(pa.Table.from_pandas(rows, preserve_index=False), sink, compression="zstd")
    return bytes(sink.getvalue().to_pybytes())


def new_row(
    tabel: str, werkruimte: str, bestand: str, inhoud: bytes, rijen: pd.DataFrame
) -> dict[str, Any]:
    """Return what the database keeps of a file and its rows, with their checksums."""
    blob = to_bytes(rijen)
    scope = rijen[list(TABELLEN[tabel].reikwijdte)].drop_duplicates()
    omvang = sorted(" ".join(map(str, row)) for row in scope.itertuples(index=False))
    return {
        "tabel": tabel,
        "werkruimte": werkruimte,
        "bestand": Path(bestand).name[:255],
        "sha256": hashlib.sha256(inhoud).hexdigest(),
        "omvang": json.dumps(omvang),
        "aantal": len(rijen),
        "inhoud": inhoud,
        "rijen": blob,
        "rijen_sha256": hashlib.sha256(blob).hexdigest(),
    }


def _written(rows: pa.Table) -> bytes:
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, rows.schema) as writer:
        writer.write_table(rows)
    return bytes(sink.getvalue().to_pybytes())
