#!/usr/bin/env python3
"""Draws color.png and outline.png beside it: two people, a bow between them, and what passes from one to the other."""
import pathlib
import struct
import zlib

TIMES = 8  # looks at every pixel so often in each direction, for smooth edges


def png(path, size, pixel):
    rows = b"".join(b"\0" + b"".join(bytes(mean(size, x, y, pixel)) for x in range(size)) for y in range(size))
    part = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows, 9)) + part(b"IEND", b""))


def mean(size, x, y, pixel):
    step = 48 / size / TIMES
    seen = [pixel((x * TIMES + i + 0.5) * step, (y * TIMES + j + 0.5) * step) for i in range(TIMES) for j in range(TIMES)]
    alpha = sum(s[3] for s in seen)
    mixed = [round(sum(s[c] * s[3] for s in seen) / alpha) if alpha else 255 for c in range(3)]
    return [*mixed, round(alpha / len(seen))]


def disc(x, y, cx, cy, r):
    return (x - cx) ** 2 + (y - cy) ** 2 <= r * r


def bow(x, y, width):
    away = ((x - 24) ** 2 + (y - 32.5) ** 2) ** 0.5
    return y < 29 and abs(away - 10.6) <= width / 2


CREAM, PEACH, GREEN = (0xF6, 0xE7, 0xD3, 255), (0xF2, 0xA9, 0x7E, 255), (0x1D, 0x6B, 0x5A, 255)
WHITE, NOTHING = (255, 255, 255, 255), (255, 255, 255, 0)


def color(x, y):
    if disc(x, y, 14, 30, 5) or disc(x, y, 24, 13.5, 2.8):
        return CREAM
    if disc(x, y, 34, 30, 5):
        return PEACH
    return CREAM if bow(x, y, 3.2) else GREEN


def outline(x, y):
    people = (disc(x, y, 11, 32, 8) and not disc(x, y, 11, 32, 4.8)) or (disc(x, y, 37, 32, 8) and not disc(x, y, 37, 32, 4.8))
    away = ((x - 24) ** 2 + (y - 32) ** 2) ** 0.5
    over = y < 25 and abs(away - 13.5) <= 1.8
    return WHITE if people or over or disc(x, y, 24, 9, 3.6) else NOTHING


here = pathlib.Path(__file__).parent
png(here / "color.png", 192, color)
png(here / "outline.png", 32, outline)
