"""The app, with an address at which it cleans up and tells what it still holds."""

import ctypes
import gc
from collections import Counter
from pathlib import Path

import streamlit as st
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route

from optimiser.ui.served import SCRIPT, routes


def held(_request: Request) -> JSONResponse:
    """Return memory [MB] after garbage collection, and how many objects of the commonest kinds."""
    for _ in range(3):
        gc.collect()
    ctypes.CDLL(None).malloc_trim(0)
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    resident = next(int(line.split()[1]) / 1024 for line in lines if line.startswith("VmRSS"))
    objects = gc.get_objects()
    kinds = Counter(type(one).__qualname__ for one in objects)
    return JSONResponse({"mb": resident, "objects": len(objects), "kinds": kinds.most_common(400)})


app = st.App(SCRIPT, routes=[Route("/geheugen", held), *routes()])
