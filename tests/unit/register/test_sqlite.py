"""A file that others open, or make, at the same moment."""

import sqlite3
import threading

from sqlalchemy import text

from optimiser.register.engine import open_engine


def test_who_opens_a_file_that_another_is_making_waits(tmp_path):
    place = tmp_path / "uitruil.sqlite"
    other = sqlite3.connect(place, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN IMMEDIATE")  # the one state in which SQLite does not wait by itself
    other.execute("CREATE TABLE eerder (n)")
    done = threading.Timer(0.3, lambda: other.execute("COMMIT"))
    done.start()
    engine = open_engine(place)
    with engine.begin() as connection:
        assert connection.execute(text("SELECT count(*) FROM eerder")).scalar() == 0
    done.join()
    other.close()
    engine.dispose()
