"""Good files damaged the way disks, mail and people damage them; seeded, so a find repeats."""

import random
import zipfile
from collections.abc import Callable
from io import BytesIO

#: Pieces that have broken readers of tables, archives and configuration before.
NASTY = [
    b"\x00",
    b"\xff\xfe",
    b"\xef\xbb\xbf",
    b'"',
    b"'",
    b";;;;",
    b"\r",
    b"\n\n",
    b"\t",
    b"[[[[",
    b"{{{{",
    b"1e999999",
    b"-",
    b"9" * 400,
    b"NaN",
    b"Infinity",
    b"null",
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b"&a;",
    b"<x>",
    b"]]>",
    b"../../x",
    b"GM0003",
    b"\xed\xa0\x80",
    b"XFD1048576",
    b"1e-1000000",
    b"\\u0000",
    b"=1+1",
    b"\xe2\x80\xae",
    b"-1",
    b"65536",
    b"true",
]


def mutated(good: bytes, seed: int) -> bytes:
    """Return a damaged copy: bytes flipped, cut, doubled, swapped, or a nasty piece put in."""
    chance = random.Random(seed)
    data = bytearray(good)
    for _ in range(chance.randint(1, 4)):
        if not data:
            break
        chance.choice(_WAYS)(data, chance)
    return bytes(data)


def mutated_inside(good: bytes, seed: int) -> bytes:
    """Damage one part of a zip and pack it again, or the zip itself."""
    chance = random.Random(seed)
    if chance.random() < 0.25:
        return mutated(good, seed)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(good)) as old, zipfile.ZipFile(out, "w") as new:
        names = old.namelist()
        struck = chance.choice(names)
        left_out = chance.random() < 0.1
        for name in names:
            if name != struck:
                new.writestr(name, old.read(name))
            elif not left_out:
                new.writestr(name, mutated(old.read(name), seed))
    return out.getvalue()


def _flip(data: bytearray, chance: random.Random) -> None:
    for _ in range(chance.randint(1, 8)):
        data[chance.randrange(len(data))] = chance.randrange(256)


def _cut(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    del data[start : start + chance.randint(1, max(1, len(data) // 3))]


def _end(data: bytearray, chance: random.Random) -> None:
    del data[chance.randrange(len(data)) :]


def _double(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    piece = data[start : start + chance.randint(1, 200)]
    data[start:start] = piece * chance.choice([1, 2, 50])


def _nasty(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start : start + chance.choice([0, 0, 1, 4])] = chance.choice(NASTY)


def _nest(data: bytearray, chance: random.Random) -> None:
    start = chance.randrange(len(data))
    data[start:start] = chance.choice([b"[", b"{", b"<a>", b"(", b'{"a":']) * 3000


_WAYS: list[Callable[[bytearray, random.Random], None]] = [
    _flip, _flip, _cut, _end, _double, _nasty, _nasty, _nasty, _nest
]  # fmt: skip
