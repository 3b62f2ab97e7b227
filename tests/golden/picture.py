"""PNG files as rows of RGBA, and how much two of them differ. Reads what zhinu and cairo write: palettes, RGB and RGBA, not interlaced."""
import struct
import zlib

CHANNELS = {2: 3, 3: 1, 6: 4}  # colour type -> bytes a pixel


def chunks(data):
    if data[:8] != b'\x89PNG\r\n\x1a\n':
        raise ValueError('no PNG file')
    at = 8
    while at < len(data):
        length, kind = struct.unpack('>I4s', data[at:at + 8])
        yield kind, data[at + 8:at + 8 + length]
        at += length + 12


def paeth(a, b, c):
    estimate = a + b - c
    return min((abs(estimate - a), 0, a), (abs(estimate - b), 1, b), (abs(estimate - c), 2, c))[2]


def unfilter(kind, row, above, step):
    """PNG specification, section 9; `row` is changed."""
    for i in range(len(row) if kind else 0):
        left, up, corner = row[i - step] if i >= step else 0, above[i], above[i - step] if i >= step else 0
        row[i] = (row[i] + (left, up, (left + up) // 2, paeth(left, up, corner))[kind - 1]) & 255


def unpack(row, depth, width):
    """The indices of a row with several in a byte."""
    per_byte, mask = 8 // depth, (1 << depth) - 1
    return [row[x // per_byte] >> (8 - depth * (x % per_byte + 1)) & mask for x in range(width)]


def decode(data):
    """(width, height, list of rows of RGBA bytes)"""
    parts = {}
    for kind, body in chunks(data):
        parts[kind] = parts.get(kind, b'') + body
    width, height, depth, color, _, _, interlaced = struct.unpack('>IIBBBBB', parts[b'IHDR'])
    if color not in CHANNELS or depth != 8 and color != 3 or interlaced:
        raise ValueError(f'{depth} bits, colour type {color}, interlace {interlaced}: not what is expected of zhinu')
    step = CHANNELS[color]
    length = (width * step * depth + 7) // 8
    raw, above, rows = zlib.decompress(parts[b'IDAT']), bytes(length), []
    colors = [bytes(parts[b'PLTE'][i:i + 3]) for i in range(0, len(parts.get(b'PLTE', b'')), 3)]
    alphas = parts.get(b'tRNS', b'')
    colors = [rgb + bytes([alphas[i] if i < len(alphas) else 255]) for i, rgb in enumerate(colors)]
    for y in range(height):
        start = y * (length + 1)
        row = bytearray(raw[start + 1:start + 1 + length])
        unfilter(raw[start], row, above, step)
        above = row
        if color == 3:
            rows.append(b''.join(colors[i] for i in (row if depth == 8 else unpack(row, depth, width))))
        elif color == 2:
            rows.append(b''.join(row[i:i + 3] + b'\xff' for i in range(0, len(row), 3)))
        else:
            rows.append(bytes(row))
    return width, height, rows


def difference(wanted, made, channel_limit, share_limit):
    """A sentence, or '' when at most `share_limit` of the pixels differ by more than `channel_limit` in a channel."""
    if wanted == made:
        return ''
    width, height, rows = decode(wanted)
    width2, height2, rows2 = decode(made)
    if (width, height) != (width2, height2):
        return f'{width2}x{height2} pixels instead of {width}x{height}'
    count = 0
    for row, row2 in zip(rows, rows2):
        if row != row2:
            count += sum(1 for i in range(0, len(row), 4) if any(abs(a - b) > channel_limit for a, b in zip(row[i:i + 4], row2[i:i + 4])))
    if count > share_limit * width * height:
        return f'{count} of {width * height} pixels differ by more than {channel_limit}'
    return ''
