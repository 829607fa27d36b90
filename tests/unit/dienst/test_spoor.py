"""The audit trail: who did what, by the clock, without a figure; per workspace."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from optimiser.datapunt.held import own_datapunt
from optimiser.dienst.spoor import read_trail, spoor_table
from optimiser.errors import UnreadableFileError, UnwritableFileError
from optimiser.io.sharing.spoor_file import add_spoor, read_spoor, spoor_place
from optimiser.register.opening import make_register
from optimiser.uitruil.agreement import Overeenkomst
from optimiser.zicht.errors import RolError
from optimiser.zicht.spoor import Spoorregel, SpoorSoort
from optimiser.zicht.werkruimte import Rol
from optimiser.zicht.zicht import EVERYTHING, Zicht

ZEELAND = Zicht("zeeland", frozenset({"GM0664"}), Rol.BEHEERDER)
MOMENT = datetime(2026, 7, 1, 12, tzinfo=UTC)


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setenv("TAAKSTELLING_SPOOR", str(tmp_path / "spoor.jsonl"))
    monkeypatch.setenv("TAAKSTELLING_REGISTER", str(tmp_path / "r.sqlite"))
    return tmp_path


def line(werkruimte, waarover="besluit.docx"):
    who = f"jansen ({werkruimte})"
    return Spoorregel(MOMENT, who, werkruimte, SpoorSoort.STUK, waarover)


@pytest.mark.usefixtures("place")
def test_a_workspace_reads_its_own_lines_and_who_sees_all_reads_all():
    for one in (line("zeeland"), line("drenthe")):
        add_spoor(one)
    assert read_spoor(ZEELAND) == (line("zeeland"),)
    assert read_spoor(EVERYTHING) == (line("zeeland"), line("drenthe"))
    assert '"2026-07-01T14:00:00+02:00"' in spoor_place().read_text(encoding="utf-8")
    assert spoor_place().stat().st_mode & 0o077 == 0


@pytest.mark.usefixtures("place")
def test_lines_that_come_at_once_do_not_mix():
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(add_spoor, [line("zeeland", f"{n}.docx") for n in range(200)]))
    assert sorted(one.waarover for one in read_spoor(ZEELAND)) == sorted(
        f"{n}.docx" for n in range(200)
    )


def test_a_trail_that_cannot_be_written_or_read_is_told(place):
    (place / "spoor.jsonl").write_text("geen regel\n", encoding="utf-8")
    with pytest.raises(UnreadableFileError):
        read_spoor(EVERYTHING)
    (place / "spoor.jsonl").unlink()
    (place / "spoor.jsonl").mkdir()
    with pytest.raises(UnwritableFileError):
        add_spoor(line("zeeland"))


def test_steps_and_deliveries_stand_in_it_without_their_figures(place):
    terms = [{"halfjaar": "2025-2", "verschillen": {"GM0106": -37, "GM0114": 37}}]
    with make_register(place / "r.sqlite", EVERYTHING) as book:
        book.add(Overeenkomst.from_plain({"naam": "Ruil 37", "termijnen": terms}), "jansen")
    content = b"periode;taakstelling;datum;bron\n2027-1;14.321;2026-10-01;x\n"
    point = own_datapunt(EVERYTHING)
    one = point.add("landelijk", "x.csv", content, rows(), "pieters")
    point.settle(one.nummer, "jansen")
    add_spoor(line(""))
    table = spoor_table(read_trail(EVERYTHING))
    assert table["waarover"].tolist() == [
        "besluit.docx",
        "overeenkomst 1, versie 1: toegevoegd, daarna concept",
        "levering 1 (landelijk) bewaard",
        "levering 1 (landelijk) vastgesteld",
    ]
    assert table["wie"].tolist()[1:] == ["jansen", "pieters", "jansen"]
    told = " ".join(table["waarover"])
    assert not [figure for figure in ("37", "14321", "14.321") if figure in told]


def rows():
    import pandas as pd

    return pd.DataFrame({"periode": ["2027-1"], "taakstelling": [14_321], "bron": ["x"]})


@pytest.mark.usefixtures("place")
def test_only_a_beheerder_reads_it():
    with pytest.raises(RolError):
        read_trail(Zicht("zeeland", frozenset({"GM0664"}), Rol.VASTSTELLER))
