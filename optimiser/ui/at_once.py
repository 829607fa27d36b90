"""What the server writes goes out at once, instead of waiting for the browser to say it got more.

Streamlit binds its socket itself, and asyncio then leaves the algorithm of Nagle on (uvicorn issue
3149): the body of an answer waits for the browser's receipt of its headers, which browsers send
after 40 ms. So did the second message of a new session. See besluit 0017.
"""

import socket

from starlette.middleware import Middleware
from starlette.types import ASGIApp, Receive, Scope, Send


class AtOnce:
    """Tell the connection of a request, or of a session, not to hold back what is written."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Set the option and pass on; where the connection is not shown, only pass on."""
        transport = getattr(getattr(receive, "__self__", None), "transport", None)
        connection = transport and transport.get_extra_info("socket")
        if connection and connection.family in {socket.AF_INET, socket.AF_INET6}:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        await self.app(scope, receive, send)


MIDDLEWARE = [Middleware(AtOnce)]
