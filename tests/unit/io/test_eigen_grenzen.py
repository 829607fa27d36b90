import json
import zipfile

import geopandas as gpd
import pytest
from shapely import Point, Polygon, box

from optimiser.errors import UnknownFileTypeError, UnreadableFileError
from optimiser.io.gemeentegrenzen import border_file
from optimiser.io.gemeentegrenzen.embedded import TOPOJSON, read_gemeentegrenzen
from optimiser.io.gemeentegrenzen.errors import (
    GrenzenLayerChoiceError,
    GrenzenTooLargeError,
    GrenzenWithoutCodesError,
    GrenzenWithoutCrsError,
    InvalidGrenzenError,
    UnsafeZipError,
)
from optimiser.io.gemeentegrenzen.own import read_own_grenzen
from optimiser.io.paths import data_dir
from optimiser.teksten import melding_for

CODES = ["GM0001", "GM0002"]


def frame(shapes=None, crs=28992, **columns):
    shapes = shapes or [
        box(100_000, 400_000, 110_000, 410_000),
        box(110_000, 400_000, 120_000, 410_000),
    ]
    return gpd.GeoDataFrame(columns or {"statcode": CODES}, geometry=shapes, crs=crs)


def written(table, path, **options):
    table.to_file(path, **options)
    return path


def zipped(tmp_path, table, *, drop=()):
    written(table, tmp_path / "a.shp")
    target = tmp_path / "a.zip"
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for part in sorted(tmp_path.glob("a.*")):
            if part.suffix not in {".zip", *drop}:
                archive.write(part, f"map/{part.name}")
    return target


@pytest.mark.parametrize("name", ["a.gpkg", "a.geojson"])
def test_geopackage_and_geojson_in_any_coordinates_come_back_in_rd(tmp_path, name):
    table = frame().to_crs(4326)
    own = read_own_grenzen(written(table, tmp_path / name), CODES)
    assert list(own.grenzen.index) == CODES
    assert own.grenzen.crs == "EPSG:28992"
    assert own.grenzen.area.tolist() == pytest.approx([1e8, 1e8], rel=1e-4)
    assert own.meldingen == ()


def test_a_shapefile_in_a_zip_is_read(tmp_path):
    own = read_own_grenzen(zipped(tmp_path, frame()), CODES)
    assert own.grenzen.area.tolist() == pytest.approx([1e8, 1e8])


def test_the_embedded_topojson_can_be_read_back():
    own = read_own_grenzen(data_dir() / TOPOJSON, list(read_gemeentegrenzen().index))
    assert len(own.grenzen) == 342
    assert not any("ontbreken" in melding for melding in own.meldingen)


def test_missing_and_unexpected_gemeenten_are_reported_not_dropped(tmp_path):
    path = written(frame(), tmp_path / "a.gpkg")
    own = read_own_grenzen(path, ["GM0001", "GM0003"])
    assert own.meldingen == (
        "1 gemeenten ontbreken: GM0003.",
        "1 codes zijn niet verwacht: GM0002.",
    )


def test_bare_numbers_are_completed_and_reported(tmp_path):
    own = read_own_grenzen(written(frame(gemeentecode=[3, 14]), tmp_path / "a.gpkg"))
    assert list(own.grenzen.index) == ["GM0003", "GM0014"]
    assert "2 codes zonder GM" in own.meldingen[0]


def test_water_of_cbs_is_left_out_and_reported(tmp_path):
    table = frame(statcode=["GM0001", "GM0001"], water=["NEE", "JA"])
    own = read_own_grenzen(written(table, tmp_path / "a.gpkg"))
    assert len(own.grenzen) == 1
    assert "water" in own.meldingen[0]


def test_a_bow_tie_is_repaired_and_reported(tmp_path):
    tie = Polygon([(0, 0), (9000, 9000), (9000, 0), (0, 9000)])
    table = frame(
        [
            Polygon([(x + 1e5, y + 4e5) for x, y in tie.exterior.coords]),
            box(110_000, 400_000, 120_000, 410_000),
        ]
    )
    own = read_own_grenzen(written(table, tmp_path / "a.gpkg"))
    assert own.grenzen.is_valid.all()
    assert "hersteld" in own.meldingen[0]


def test_overlaps_are_reported(tmp_path):
    table = frame([box(1e5, 4e5, 1.2e5, 4.1e5), box(1.1e5, 4e5, 1.3e5, 4.1e5)])
    own = read_own_grenzen(written(table, tmp_path / "a.gpkg"))
    assert "overlappen" in own.meldingen[0]


@pytest.mark.parametrize(
    ("table", "error"),
    [
        (frame(naam=["a", "b"]), GrenzenWithoutCodesError),
        (frame(statcode=["GM0001", "GM0001"]), GrenzenWithoutCodesError),
        (frame(statcode=["GM0001", "GM0002x"]), GrenzenWithoutCodesError),
        (frame([box(0, 50, 1, 51), box(1, 50, 2, 51)], crs=4326), GrenzenWithoutCrsError),
        (frame([Point(1e5, 4e5), Point(1.1e5, 4e5)]), InvalidGrenzenError),
        (frame([Polygon(), box(1e5, 4e5, 1.1e5, 4.1e5)]), InvalidGrenzenError),
    ],
)
def test_what_is_no_set_of_gemeenten_is_refused_in_dutch(tmp_path, table, error):
    path = written(table, tmp_path / "a.gpkg")
    with pytest.raises(error) as caught:
        read_own_grenzen(path, CODES)
    assert "a.gpkg" in melding_for(caught.value).tekst


def test_other_gemeenten_altogether_are_refused(tmp_path):
    path = written(frame(), tmp_path / "a.gpkg")
    with pytest.raises(GrenzenWithoutCodesError):
        read_own_grenzen(path, ["GM0003"])


def test_without_a_crs_coordinates_in_the_box_of_rd_are_rd_and_told(tmp_path):
    own = read_own_grenzen(zipped(tmp_path, frame(), drop={".prj"}), CODES)
    assert own.grenzen.area.tolist() == pytest.approx([1e8, 1e8])
    assert own.meldingen == (
        "Het stelsel staat niet in het bestand; de coördinaten zijn die van RD.",
    )
    bare = json.loads(frame().to_json())
    bare.pop("crs", None)
    (tmp_path / "b.geojson").write_text(json.dumps(bare))
    assert read_own_grenzen(tmp_path / "b.geojson", CODES).meldingen == own.meldingen


def test_coordinates_that_can_be_of_anything_must_be_said(tmp_path):
    path = zipped(tmp_path, frame().to_crs(32631), drop={".prj"})
    with pytest.raises(GrenzenWithoutCrsError):
        read_own_grenzen(path)
    with pytest.raises(GrenzenWithoutCrsError):
        read_own_grenzen(path, crs="EPSG:1")
    own = read_own_grenzen(path, crs=32631)
    assert own.grenzen.area.tolist() == pytest.approx([1e8, 1e8], rel=1e-3)


def test_the_layer_with_gemeenten_is_found_and_two_are_asked(tmp_path):
    path = written(frame(identificatie=["PV20", "PV21"]), tmp_path / "a.gpkg", layer="provincie")
    written(frame(identificatie=["6030", "6031"]), path, layer="land")
    written(frame(identificatie=CODES), path, layer="gemeentegebied")
    own = read_own_grenzen(path)
    assert list(own.grenzen.index) == CODES
    assert own.meldingen == ("Gelezen is de kaartlaag gemeentegebied.",)
    written(frame(), path, layer="oud")
    assert read_own_grenzen(path).meldingen == own.meldingen
    written(frame(), path, layer="gemeenten_2020")
    with pytest.raises(GrenzenLayerChoiceError) as caught:
        read_own_grenzen(path)
    assert caught.value.params["lagen"] == ["gemeentegebied", "oud", "gemeenten_2020"]
    assert len(read_own_grenzen(path, layer="oud").grenzen) == 2
    with pytest.raises(GrenzenLayerChoiceError):
        read_own_grenzen(path, layer="weg")


def test_layers_without_codes_are_named(tmp_path):
    path = written(frame(naam=["a", "b"]), tmp_path / "a.gpkg", layer="een")
    written(frame(naam=["a", "b"]), path, layer="twee")
    with pytest.raises(InvalidGrenzenError, match="een, twee"):
        read_own_grenzen(path)


def test_what_macos_adds_to_a_zip_is_passed_over(tmp_path):
    path = zipped(tmp_path, frame())
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/map/._a.shp", b"resource")
        archive.writestr("map/._a.shp", b"resource")
        archive.writestr("map/.DS_Store", b"x")
    assert len(read_own_grenzen(path, CODES).grenzen) == 2


@pytest.mark.parametrize("ending", [".shx", ".dbf"])
def test_a_missing_part_of_a_shapefile_is_named(tmp_path, ending):
    with pytest.raises(UnsafeZipError, match=f"a{ending} ontbreekt"):
        read_own_grenzen(zipped(tmp_path, frame(), drop={ending}))


def test_a_single_feature_is_read(tmp_path):
    one = json.loads(frame().to_crs(4326).to_json())["features"][0]
    (tmp_path / "a.geojson").write_text(json.dumps(one))
    assert list(read_own_grenzen(tmp_path / "a.geojson").grenzen.index) == ["GM0001"]


@pytest.mark.parametrize(
    "content",
    ["", "geen kaart", "<OGRVRTDataSource/>", '{"type": "Geometry"}', '{"type": "Point", "x": 1}'],
)
def test_another_kind_of_file_is_refused_whatever_its_name(tmp_path, content):
    path = tmp_path / "a.gpkg"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnknownFileTypeError):
        read_own_grenzen(path)


@pytest.mark.parametrize(
    "content",
    [
        "{",
        '{"type": "FeatureCollection"}',
        '{"type": "FeatureCollection", "features": [1]}',
        '{"type": "Topology", "objects": {"a": {"type": "Point"}}, "arcs": []}',
        '{"type": "Topology", "objects": {"a": {"type": "Polygon", "arcs": [[9]]}}, "arcs": []}',
        '{"a":' * 100_000,
    ],
)
def test_a_damaged_json_is_refused(tmp_path, content):
    path = tmp_path / "a.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableFileError):
        read_own_grenzen(path)


def test_unknown_coordinates_in_geojson_are_refused(tmp_path):
    path = tmp_path / "a.json"
    crs = {"type": "name", "properties": {"name": "nergens"}}
    content = json.loads(frame().to_crs(4326).to_json()) | {"crs": crs}
    path.write_text(json.dumps(content), encoding="utf-8")
    with pytest.raises(GrenzenWithoutCrsError):
        read_own_grenzen(path)


@pytest.mark.parametrize("start", [b"SQLite format 3\x00", b"PK\x03\x04"])
def test_a_damaged_file_is_refused(tmp_path, start):
    path = tmp_path / "a.gpkg"
    path.write_bytes(start + b"\x00" * 500)
    with pytest.raises(UnreadableFileError):
        read_own_grenzen(path)


def test_an_absent_file_is_told(tmp_path):
    with pytest.raises(UnreadableFileError):
        read_own_grenzen(tmp_path / "weg.gpkg")


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.shp", b"\x00" * 50_000_000)
    with pytest.raises(UnsafeZipError):
        read_own_grenzen(path)


def test_a_zip_that_lies_about_its_size_is_not_unpacked(tmp_path):
    path = zipped(tmp_path, frame())
    content = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        at = content.find(mark)
        content[at + offset : at + offset + 4] = (1).to_bytes(4, "little")
    path.write_bytes(bytes(content))
    with pytest.raises((UnsafeZipError, UnreadableFileError)):
        read_own_grenzen(path)


@pytest.mark.parametrize("names", [["a.txt"], ["a.shp", "b.shp"], [f"{n}.shx" for n in range(60)]])
def test_a_zip_holds_exactly_one_shapefile(tmp_path, names):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, b"x")
    with pytest.raises(UnsafeZipError):
        read_own_grenzen(path)


def test_a_path_in_a_zip_leads_nowhere_else(tmp_path):
    source = zipped(tmp_path, frame())
    target = tmp_path / "b.zip"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w") as new:
        for entry in old.infolist():
            new.writestr("../../" + entry.filename, old.read(entry))
    assert len(read_own_grenzen(target).grenzen) == 2
    assert not (tmp_path.parent / "map").exists()


def test_a_file_that_is_too_large_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr(border_file, "MAX_FILE", 100)
    with pytest.raises(GrenzenTooLargeError):
        read_own_grenzen(written(frame(), tmp_path / "a.gpkg"))


def test_a_small_topology_cannot_grow_without_end(tmp_path):
    shape = {"type": "Polygon", "arcs": [[0] * 3000], "properties": {"gm_code": "GM0014"}}
    whole = {"type": "Topology", "objects": {"a": shape}, "arcs": [[[5, 52]] * 1000]}
    (tmp_path / "a.topojson").write_text(json.dumps(whole))
    with pytest.raises(UnreadableFileError):
        read_own_grenzen(tmp_path / "a.topojson")


def test_json_with_a_key_twice_is_refused(tmp_path):
    (tmp_path / "a.geojson").write_text('{"type": "Topology", "type": "FeatureCollection"}')
    with pytest.raises(UnreadableFileError) as caught:
        read_own_grenzen(tmp_path / "a.geojson")
    assert caught.value.params["reden"] == "'type' staat er twee keer in"


@pytest.mark.parametrize("ending", [".gpkg", ".geojson"])
def test_one_geopackage_or_geojson_in_a_zip_is_read(tmp_path, ending):
    written(frame(), tmp_path / f"a{ending}")
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / f"a{ending}", f"map/a{ending}")
        archive.writestr("leesmij.txt", "van PDOK")
    assert list(read_own_grenzen(tmp_path / "a.zip", CODES).grenzen.index) == CODES
