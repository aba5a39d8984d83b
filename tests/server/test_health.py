import pytest

from aiconsol import dataset as module
from aiconsol.server import health as health_module


@pytest.mark.parametrize("trouble", [None, "/srv/data/rounds.parquet: cut off"])
def test_health_names_the_version_and_hides_the_files(client, monkeypatch, trouble):
    served, __ = module.shelf().current()

    class OneShelf:
        def current(self):
            return served, trouble

    monkeypatch.setattr(health_module, "shelf", OneShelf)
    answered = client.get("/healthz")
    assert answered.status_code == 200
    assert answered.json()["version"] == served.version
    assert bool(answered.json()["trouble"]) == bool(trouble)
    assert "/srv" not in answered.text
