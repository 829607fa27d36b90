"""The embedded figures are those CBS published, and a fault in a table is told in full."""

import shutil

import pandas as pd
import pytest

from optimiser.bouw import schemas
from optimiser.errors import ChangedDataError, InvalidTableError
from optimiser.io import bronnen, scenarios, tables
from optimiser.io import gegevens as gegevens_of_io
from optimiser.teksten import melding_for

READY = "scenarios/plafond-12.toml"
# CBS, Bevolking op 1 januari; number of gemeenten on that day.
PUBLISHED = {
    2018: (380, 17_181_084),
    2019: (355, 17_282_163),
    2020: (355, 17_407_585),
    2021: (352, 17_475_415),
    2022: (345, 17_590_672),
    2023: (342, 17_811_291),
    2024: (342, 17_942_942),
    2025: (342, 18_044_027),
}


@pytest.mark.parametrize(("jaar", "expected"), PUBLISHED.items())
def test_country_totals_are_those_of_cbs(gegevens, jaar, expected):
    table = gegevens.gemeenten[jaar][-1].tabel
    assert (len(table), int(table["inwoners"].sum())) == expected


def test_dwellings_are_those_of_cbs(gegevens):
    stock = {y: int(gegevens.figures(y).tabel["woningvoorraad"].sum()) for y in (2020, 2021, 2024)}
    assert stock == {2020: 7_891_786, 2021: 7_966_331, 2024: 8_204_049}


def test_figures_before_2020_have_inhabitants_only(gegevens):
    assert list(gegevens.figures(2019).tabel.columns) == ["gemeente", "inwoners"]


def test_half_years_of_2019_use_the_recalculated_population(gegevens):
    table = gegevens.figures(2018)
    assert table.indeling.aantal == 355
    assert int(table.tabel["inwoners"].sum()) == 17_181_084 - 1
    assert "omgerekend" in table.bron


def test_two_gemeenten_are_called_bergen_so_only_codes_identify(gegevens):
    names = gegevens.figures(2025).tabel["gemeente"]
    assert names[names.str.startswith("Bergen (")].index.tolist() == ["GM0373", "GM0893"]


def test_a_blank_region_stays_blank(gegevens):
    blank = gegevens.regios.index[gegevens.regios["arbeidsmarktregio"].isna()]
    assert blank.tolist() == ["GM1960", "GM1961"]  # West Betuwe, Vijfheerenlanden


def test_every_embedded_file_has_a_source_and_its_checksum():
    folder = bronnen.data_dir()
    names = {p.relative_to(folder).as_posix() for p in bronnen.embedded_files()}
    assert names == set(bronnen.read_bronnen())
    for name in names:
        assert bronnen.checked_bytes(name)


SCHEMAS = {
    "gemeenten.csv": schemas.GEMEENTEN,
    "bevolking_2018_indeling_2019.csv": schemas.BEVOLKING,
    "regios.csv": schemas.REGIOS,
    "herindelingen.csv": schemas.HERINDELINGEN,
    "landelijke_taakstelling.csv": schemas.LANDELIJK,
    "tabel1.csv": schemas.TABEL1,
    "tabel2.csv": schemas.TABEL2,
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_an_embedded_table_is_what_its_schema_says(name):
    """The checksum promises these bytes; this is the check they passed."""
    checked = schemas.check_table(tables.read_csv(name), SCHEMAS[name], name)
    pd.testing.assert_frame_equal(tables.read_table(name), checked)


def test_a_changed_file_is_refused(monkeypatch, tmp_path):
    for path in bronnen.data_dir().glob("*.*"):
        (tmp_path / path.name).write_bytes(path.read_bytes())
    monkeypatch.setattr(bronnen, "data_dir", lambda: tmp_path)
    assert bronnen.checked_bytes("tabel1.csv")
    with (tmp_path / "tabel1.csv").open("a") as file:
        file.write("\n")
    with pytest.raises(ChangedDataError):
        bronnen.checked_bytes("tabel1.csv")


def test_all_faults_are_told_at_once_with_row_and_column():
    table = pd.DataFrame(
        {
            "gm_code": ["GM0001", "7", "GM0001"],
            "gemeente": ["A", pd.NA, "C"],
            "inwoners": ["10", "-3", "10"],
        },
        dtype="str",
    )
    with pytest.raises(InvalidTableError) as caught:
        schemas.check_table(table, schemas.BEVOLKING, "proef.csv")
    text = melding_for(caught.value).tekst
    for part in ("rij 3, kolom gm_code: '7'", "rij 3, kolom gemeente", "rij 3, kolom inwoners: -3"):
        assert part in text
    assert "dubbel" in text


def test_a_word_where_a_number_belongs_is_told():
    table = tables.read_csv("bevolking_2018_indeling_2019.csv").astype(object)
    table.loc[1, "inwoners"] = "veel"
    with pytest.raises(InvalidTableError) as caught:
        schemas.check_table(table, schemas.BEVOLKING, "proef.csv")
    assert "rij 3, kolom inwoners: 'veel' (geen geheel getal)" in melding_for(caught.value).tekst


def test_a_missing_column_is_told():
    table = tables.read_csv("bevolking_2018_indeling_2019.csv").drop(columns="inwoners")
    with pytest.raises(InvalidTableError, match="tabel_ongeldig") as caught:
        schemas.check_table(table, schemas.BEVOLKING, "proef.csv")
    assert "kolom inwoners: kolom ontbreekt" in melding_for(caught.value).tekst


def test_parameters_and_ready_scenarios_are_summed_too(tmp_path, monkeypatch):
    folder = bronnen.data_dir()
    own = [*folder.glob("parameters/*"), *folder.glob("scenarios/*")]
    names = {path.relative_to(folder).as_posix() for path in own}
    assert names == set(bronnen.read_controlegetallen())
    assert all(bronnen.checked_bytes(name) for name in names)
    shutil.copytree(folder, tmp_path / "data")
    for module in (bronnen, gegevens_of_io, scenarios):
        monkeypatch.setattr(module, "data_dir", lambda: tmp_path / "data")
    rate, ready = (tmp_path / "data" / name for name in ("parameters/mutatiegraad.toml", READY))
    rate.write_text(rate.read_text().replace("0.07", "0.08"))
    with pytest.raises(ChangedDataError):
        gegevens_of_io.read_parameters()
    ready.write_text(ready.read_text().replace("0.12", "0.13"))
    with pytest.raises(ChangedDataError):
        scenarios.read_scenario(ready)
