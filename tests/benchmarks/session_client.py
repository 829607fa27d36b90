"""A visitor without a browser: speaks with the app as Streamlit's own page does.

Sixty browsers would measure the browsers; this one only counts what the server takes.
"""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetStates
from websockets.asyncio.client import ClientConnection, connect


@dataclass
class Visitor:
    """One session.

    Attributes
    ----------
    socket
        The connection.
    page, query
        Where it is, as in the address.
    words
        Every text of the last run.
    buttons
        Label to identity of the buttons that ever were drawn.
    drawn
        Labels of the buttons of the last run.
    """

    socket: ClientConnection
    page: str = ""
    query: str = ""
    words: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)

    async def go(self, page: str, query: str) -> float:
        """Open a page; return how long the server took [s]."""
        self.page, self.query = page, query
        return await self._run(WidgetStates())

    async def press(self, label: str) -> float:
        """Press a button; return how long the server took [s]."""
        states = WidgetStates()
        states.widgets.add(id=self.buttons[label], trigger_value=True)
        return await self._run(states)

    async def follow(self, given_up: Callable[[], bool]) -> None:
        """Follow what is computed beside the page until the page says that it is done."""
        while not given_up():
            if not any("Afbreken" in one for one in self.drawn):
                return
            await asyncio.sleep(1)
            await self._run(WidgetStates())

    async def _run(self, states: WidgetStates) -> float:
        message = BackMsg()
        message.rerun_script.query_string = self.query
        message.rerun_script.page_name = self.page
        message.rerun_script.widget_states.CopyFrom(states)
        begun = time.perf_counter()
        self.words, self.drawn = [], set()
        await self.socket.send(message.SerializeToString())
        while True:
            told = ForwardMsg.FromString(bytes(await self.socket.recv()))
            if told.WhichOneof("type") == "delta":
                self._read(told.delta.new_element)
            elif told.WhichOneof("type") == "script_finished":
                return time.perf_counter() - begun

    def _read(self, element: Any) -> None:
        kind = element.WhichOneof("type")
        if kind == "button":
            self.buttons[element.button.label] = element.button.id
            self.drawn.add(element.button.label)
        elif kind is not None:
            self.words.append(str(getattr(element, kind)))


async def come_in(address: str) -> Visitor:
    """Open a session at ``http://host:port/``."""
    where = urlsplit(address)
    url = f"ws://{where.netloc}/_stcore/stream"
    return Visitor(await connect(url, subprotocols=["streamlit"], max_size=None, open_timeout=60))
