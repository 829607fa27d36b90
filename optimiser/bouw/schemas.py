"""What each embedded table must look like, checked when its checksum is written down.

Faults are told as row and column.
``gm_code`` is text; a blank is unknown and never zero. A check reports every fault at once.
"""

import pandas as pd
import pandera.pandas as pa
from pandera.errors import SchemaErrors

from optimiser.errors import InvalidTableError
from optimiser.gegevens.codes import PATTERN

#: Most faults that are spelled out in one message.
SHOWN = 20
GM_CODE = f"^{PATTERN}$"
PERIODE = r"^\d{4}-[12]$"


def _code() -> pa.Column:
    return pa.Column(str, pa.Check.str_matches(GM_CODE, error="geen gemeentecode zoals GM0003"))


def _text(*, nullable: bool = False) -> pa.Column:
    return pa.Column(str, nullable=nullable)


def _count(*, nullable: bool = False) -> pa.Column:
    check = pa.Check.ge(0, error="mag niet negatief zijn")
    return pa.Column("Int64", check, nullable=nullable)


def _integer(*, nullable: bool = True) -> pa.Column:
    return pa.Column("Int64", nullable=nullable)


def _percentage() -> pa.Column:
    check = pa.Check.in_range(0, 100, error="moet tussen 0 en 100 liggen")
    return pa.Column("Int64", check, nullable=True)


GEMEENTEN = pa.DataFrameSchema(
    {
        "jaar": pa.Column("Int64", pa.Check.in_range(2018, 2100, error="geen bekend jaar")),
        "gm_code": _code(),
        "gemeente": _text(),
        "inwoners": pa.Column("Int64", pa.Check.gt(0, error="moet groter dan 0 zijn")),
        "huishoudens": _count(nullable=True),
        "woningvoorraad": _count(nullable=True),
        "pct_koop": _percentage(),
        "pct_huur": _percentage(),
        "pct_corporatie": _percentage(),
        "pct_overige_huur": _percentage(),
        "pct_leegstand": _percentage(),
        "gemiddelde_woz_eur": _count(nullable=True),
        "stedelijkheid_1_5": pa.Column(
            "Int64", pa.Check.in_range(1, 5, error="moet 1 tot en met 5 zijn"), nullable=True
        ),
        "inwoners_per_km2_land": _count(nullable=True),
    },
    unique=["jaar", "gm_code"],
    strict=True,
)
BEVOLKING = pa.DataFrameSchema(
    {"gm_code": _code(), "gemeente": _text(), "inwoners": _count()},
    unique=["gm_code"],
    strict=True,
)
REGIOS = pa.DataFrameSchema(
    {
        "gm_code": _code(),
        "gemeente": _text(),
        "provincie_code": _text(),
        "provincie": _text(),
        "veiligheidsregio_code": _text(),
        "veiligheidsregio": _text(),
        "corop_code": _text(),
        "corop": _text(),
        "arbeidsmarktregio_nr": _text(nullable=True),
        "arbeidsmarktregio": _text(nullable=True),
    },
    unique=["gm_code"],
    strict=True,
)
HERINDELINGEN = pa.DataFrameSchema(
    {
        "ingangsdatum": pa.Column("datetime64[ns]"),
        "oude_gm_code": _code(),
        "oude_gemeente": _text(),
        "nieuwe_gm_code": _code(),
        "nieuwe_gemeente": _text(),
        "bestuurlijk": pa.Column("datetime64[ns]"),
    },
    unique=["ingangsdatum", "oude_gm_code", "nieuwe_gm_code"],
    strict=True,
)
LANDELIJK = pa.DataFrameSchema(
    {
        "periode": pa.Column(str, pa.Check.str_matches(PERIODE, error="geen halfjaar")),
        "taakstelling": _count(),
        "opgave": _integer(),
        "realisatie": _integer(),
        "stand_eind": _integer(),
        "bron": _text(),
        "opmerking": _text(nullable=True),
    },
    unique=["periode"],
    strict=True,
)
_TABEL = {
    "provincie": _text(),
    "periode": pa.Column(str, pa.Check.str_matches(PERIODE, error="geen halfjaar")),
    "peildatum_begin": pa.Column("datetime64[ns]"),
    "peildatum_eind": pa.Column("datetime64[ns]"),
    "stand_begin": _integer(nullable=False),
    "taakstelling": _integer(nullable=False),
    "realisatie": _integer(nullable=False),
    "stand_eind": _integer(nullable=False),
    "percentage": _integer(),
    "hersteld": _text(nullable=True),
}
TABEL1 = pa.DataFrameSchema(_TABEL | {"totale_opgave": _integer()}, strict=True)
TABEL2 = pa.DataFrameSchema(_TABEL | {"aantal_gemeenten_label": _integer()}, strict=True)


def check_table(table: pd.DataFrame, schema: pa.DataFrameSchema, name: str) -> pd.DataFrame:
    """Return the table with its types, or tell every fault at once.

    Parameters
    ----------
    table
        As read, every cell text; rows in file order.
    schema
        What it must be.
    name
        File name for the message.

    Raises
    ------
    InvalidTableError
        With one line per fault: row in the file (the header is row 1), column, value, reason.
    """
    typed, faults = _typed(table, schema)
    if not faults:
        try:
            return schema.validate(typed, lazy=True)
        except SchemaErrors as errors:
            faults = _told(errors.failure_cases)
    shown = "; ".join(faults[:SHOWN]) + (" ..." if len(faults) > SHOWN else "")
    raise InvalidTableError(bestand=name, aantal=len(faults), fouten=shown + ".")


def _typed(table: pd.DataFrame, schema: pa.DataFrameSchema) -> tuple[pd.DataFrame, list[str]]:
    result, faults = table.copy(), []
    for column, definition in schema.columns.items():
        if column not in table.columns:
            continue
        kind = str(definition.dtype)
        if kind == "Int64":
            numbers = pd.to_numeric(table[column], errors="coerce")
            wrong = table[column].notna() & (numbers.isna() | (numbers % 1 != 0))
            faults += _cells(table[column][wrong], "geen geheel getal")
            result[column] = numbers.mask(wrong).astype("Int64")
        elif kind.startswith("datetime"):
            days = pd.to_datetime(table[column], errors="coerce", format="%Y-%m-%d")
            wrong = table[column].notna() & days.isna()
            faults += _cells(table[column][wrong], "geen datum zoals 2021-01-01")
            result[column] = days.astype("datetime64[ns]")
    return result, faults


def _cells(values: pd.Series, reason: str) -> list[str]:
    return [_line(row, values.name, value, reason) for row, value in values.items()]


def _line(row: object, column: object, value: object, reason: str) -> str:
    where = f"rij {int(row) + 2}, " if isinstance(row, int) else ""
    return f"{where}kolom {column}: {value!r} ({reason})"


_REASONS = {
    "not_nullable": "mag niet leeg zijn",
    "column_in_dataframe": "kolom ontbreekt",
    "column_in_schema": "onbekende kolom",
    "multiple_fields_uniqueness": "komt dubbel voor",
    "field_uniqueness": "komt dubbel voor",
}


def _told(cases: pd.DataFrame) -> list[str]:
    faults = []
    for case in cases.itertuples():
        reason = _REASONS.get(str(case.check), str(case.check))
        row = None if pd.isna(case.index) else int(case.index)
        if reason in {"kolom ontbreekt", "onbekende kolom"}:
            faults.append(f"kolom {case.failure_case}: {reason}")
        else:
            faults.append(_line(row, case.column, case.failure_case, reason))
    return faults
