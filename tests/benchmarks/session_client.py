"""A visitor without a browser: speaks with the app as Streamlit's own page does.

Sixty browsers would measure the browsers; this one only counts what the server takes.
"""

import asyncio
import time
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from ssl import SSLContext
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
    fields
        Label to identity of the fields that take a file.
    alerts
        What the last run said in a coloured box.
    brought
        The file in every field.
    """

    socket: ClientConnection
    page: str = ""
    query: str = ""
    words: list[str] = field(default_factory=list)
    buttons: dict[str, str] = field(default_factory=dict)
    drawn: set[str] = field(default_factory=set)
    fields: dict[str, str] = field(default_factory=dict)
    alerts: list[str] = field(default_factory=list)
    brought: WidgetStates = field(default_factory=WidgetStates)

    async def go(self, page: str, query: str) -> float:
        """Open a page; return how long the server took [s]."""
        self.page, self.query = page, query
        return await self._run(WidgetStates())

    async def press(self, label: str) -> float:
        """Press a button; return how long the server took [s]."""
        states = WidgetStates()
        states.CopyFrom(self.brought)
        states.widgets.add(id=self.buttons[label], trigger_value=True)
        return await self._run(states)

    async def upload(self, address: str, label: str, name: str, content: bytes) -> float:
        """Bring a file to the field whose label begins so; return how long the run took [s]."""
        message = BackMsg()
        message.file_urls_request.request_id = "file"
        message.file_urls_request.file_names.append(name)
        await self.socket.send(message.SerializeToString())
        while True:
            told = ForwardMsg.FromString(bytes(await self.socket.recv()))
            if told.WhichOneof("type") == "file_urls_response":
                urls = told.file_urls_response.file_urls[0]
                break
        place = f"{address}{urls.upload_url.lstrip('/')}"
        await asyncio.to_thread(_put, address, place, name, content)
        identity = next(one for text, one in self.fields.items() if text.startswith(label))
        state = self.brought.widgets.add(id=identity).file_uploader_state_value
        info = state.uploaded_file_info.add(name=name, size=len(content), file_id=urls.file_id)
        info.file_urls.CopyFrom(urls)
        return await self._run(self.brought)

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
        self.words, self.drawn, self.alerts = [], set(), []
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
        elif kind == "file_uploader":
            self.fields[element.file_uploader.label] = element.file_uploader.id
        elif kind == "alert":
            self.alerts.append(element.alert.body)
            self.words.append(str(element.alert))
        elif kind is not None:
            self.words.append(str(getattr(element, kind)))


def _put(address: str, place: str, name: str, content: bytes) -> None:
    """Send a file as a browser does: with the token that the server gave."""
    with urllib.request.urlopen(f"{address}_stcore/health") as answer:
        cookie = (answer.headers["Set-Cookie"] or "").split(";")[0]
    mark = "grens-van-het-bestand"
    head = f'--{mark}\r\nContent-Disposition: form-data; name="file"; filename="{name}"\r\n\r\n'
    headers = {
        "Content-Type": f"multipart/form-data; boundary={mark}",
        "Cookie": cookie,
        "X-Xsrftoken": cookie.partition("=")[2].strip('"'),
    }
    body = head.encode() + content + f"\r\n--{mark}--\r\n".encode()
    asked = urllib.request.Request(place, body, headers, method="PUT")
    with urllib.request.urlopen(asked, timeout=120):
        pass


async def come_in(
    address: str, headers: Mapping[str, str] | None = None, tls: SSLContext | None = None
) -> Visitor:
    """Open a session at ``http(s)://host:port/``; the headers are those of a proxy, or for it."""
    where = urlsplit(address)
    url = f"{where.scheme.replace('http', 'ws')}://{where.netloc}/_stcore/stream"
    return Visitor(
        await connect(
            url, subprotocols=["streamlit"], additional_headers=headers, max_size=None,
            open_timeout=60, ssl=tls,
        )
    )  # fmt: skip
