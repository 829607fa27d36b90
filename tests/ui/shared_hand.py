"""A shared installation in a test: who the proxy or the identity provider says comes."""

import time

import pytest

from optimiser.io.sharing import settings
from optimiser.ui.frame import admission

SECRET = "s" * 40
WERKRUIMTES = """[[werkruimte]]
id = "zeeland"
groep = "tst-zeeland"
gebied = "PV29"
rol = "analist"

[[werkruimte]]
id = "bzk"
groep = "tst-bzk"
gebied = "NL"
rol = "beheerder"
"""


@pytest.fixture
def proxy(tmp_path, monkeypatch):
    """Set who the proxy says it is; returns what a visit sends, to be changed."""
    file = tmp_path / "werkruimtes.toml"
    file.write_text(WERKRUIMTES, encoding="utf-8")
    monkeypatch.setenv("TAAKSTELLING_WERKRUIMTES", str(file))
    monkeypatch.setenv("TAAKSTELLING_AANMELDING", "proxy")
    monkeypatch.setenv("TAAKSTELLING_GEHEIM", SECRET)
    monkeypatch.setenv("TAAKSTELLING_SPOOR", str(tmp_path / "spoor.jsonl"))
    sent = {
        "X-Forwarded-User": ["jansen"],
        "X-Forwarded-Groups": ["tst-zeeland"],
        "X-Taakstelling-Geheim": [SECRET],
    }
    monkeypatch.setattr(admission, "headers", lambda name: sent.get(name, []))
    return sent


@pytest.fixture
def claims(proxy, monkeypatch):
    """An installation with OpenID Connect; returns what the identity provider says."""
    assert proxy
    monkeypatch.setattr(settings, "find_spec", lambda _name: True)
    monkeypatch.setenv("TAAKSTELLING_AANMELDING", "oidc")
    said = {"email": "jansen@zeeland.nl", "groups": ["tst-zeeland"], "iat": time.time() - 60}
    monkeypatch.setattr(admission, "claims", lambda: said)
    return said


def refused(screen, told):
    (message,) = screen.errors()
    assert told in message
    # Nothing of any page: no title, no figure, no button, no navigation.
    assert screen.words() == ""
    assert not screen.app.button
    assert not screen.tables()


def trail(folder):
    file = folder / "spoor.jsonl"
    return file.read_text(encoding="utf-8") if file.is_file() else ""
