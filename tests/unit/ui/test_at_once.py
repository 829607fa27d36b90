"""The server does not hold back what it writes, on a socket that was bound for it."""

import socket
import threading
import urllib.request
from contextlib import contextmanager

import pytest
import uvicorn
from websockets.sync.client import connect

from optimiser.ui.at_once import AtOnce


class Listening(socket.socket):
    """Keeps the connections it gave: what the server does to them can be asked."""

    def accept(self):
        self.given, address = super().accept()
        return self.given, address

    def holds_back(self):
        return not self.given.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


@contextmanager
def serving(wrapped):
    """Serve on a socket bound beforehand, as Streamlit does; give address and what was seen."""
    door, seen = Listening(), []
    door.bind(("127.0.0.1", 0))

    async def app(scope, _receive, send):
        seen.append(door.holds_back())
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            await send({"type": "websocket.close"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"ok"})

    config = uvicorn.Config(wrapped(app), lifespan="off", log_level="error")
    server = uvicorn.Server(config)
    thread = threading.Thread(target=server.run, args=([door],), daemon=True)
    door.listen()
    thread.start()
    try:
        yield f"127.0.0.1:{door.getsockname()[1]}", seen
    finally:
        server.should_exit = True
        thread.join(20)
        door.close()


def ask_page(place):
    urllib.request.urlopen(f"http://{place}/", timeout=20).read()


def ask_session(place):
    with connect(f"ws://{place}/") as session:
        list(session)


@pytest.mark.parametrize("ask", [ask_page, ask_session])
def test_what_is_written_goes_out_at_once(ask):
    with serving(AtOnce) as (place, seen):
        ask(place)
    assert seen == [False]


def test_a_server_that_shows_no_connection_stays_as_it_is():
    def wrapped(app):
        async def outer(scope, receive, send):
            async def hidden():
                return await receive()

            await AtOnce(app)(scope, hidden, send)

        return outer

    with serving(wrapped) as (place, seen):
        ask_page(place)
    assert seen == [True]
