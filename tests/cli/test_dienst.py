"""``taakstelling dienst recept``: the files of the recipe, filled in; `.ci/dienst` runs them."""

import re

from optimiser.cli.main import execute


def test_the_recipe_is_written_filled_in_and_never_over_something(tmp_path, capfd):
    folder = tmp_path / "recept"
    asked = ["dienst", "recept", "--uit", str(folder), "--naam", "taak.zeeland.nl"]
    assert execute([*asked, "--poort", "8443"]) == 0
    written = {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}
    assert "server_name taak.zeeland.nl;" in written["nginx.conf"]
    assert "listen 8443 ssl;" in written["nginx.conf"]
    assert "--openbaar-adres taak.zeeland.nl" in written["taakstelling@.service"]
    # What `installeer` fills in on the server itself.
    left = {mark for text in written.values() for mark in re.findall("@[A-Z]+@", text)}
    assert left == {"@GEHEIM@", "@SCRIPTS@", "@STREAMLIT@"}
    named = set(re.findall(r"`sh (\w+)|^    sh (\w+)", written["LEESMIJ.md"], re.MULTILINE))
    assert {one or other for one, other in named} == {"wielen", "installeer", "herstart"}
    assert execute(asked) == 2
    assert "de map is niet leeg" in capfd.readouterr().err


def test_a_name_that_would_change_the_files_is_refused(tmp_path):
    for name in ("a;b", "https://a.nl", "a b", "a\nb", ""):
        asked = ["dienst", "recept", "--uit", str(tmp_path / "r"), "--naam", name]
        assert execute(asked) == 2
    assert not (tmp_path / "r").exists()
