#!/usr/bin/env python3
"""Makes a hyphenation trie of TeX patterns: hyphenation.py PATTERNS CHARSET OUT.

The result is mapped into memory and walked as it is (src/text/hyphenate.c), so that loading it costs nothing. Little-endian u32:
magic "ZNHY", nodes N, edges E, bytes of digits D; then first edge of each node [N + 1], where its digits begin [N] (0 = no pattern
ends here), letter [E] and target [E] of each edge in order of letters; then the digits: a count and as many bytes.
A pattern's digits stand before each of its letters and behind the last one (Liang, "Word Hy-phen-a-tion by Com-put-er", 1983).
"""
import struct
import sys


def parse(pattern):
    """'.ab3c' -> ('.abc', [0, 0, 0, 3, 0])"""
    letters, digits = '', [0]
    for ch in pattern:
        if ch in '0123456789':
            digits[-1] = int(ch)
        else:
            letters += ch
            digits.append(0)
    return letters, digits


def read_patterns(path, charset):
    with open(path, encoding=charset) as file:
        lines = [line.strip() for line in file][1:]  # the first line names the charset
    for line in lines:
        # options (LEFTHYPHENMIN 2) and comments are no patterns
        if line and line[0] not in '#%' and ' ' not in line and not line.isupper():
            yield parse(line.lower())


def main(source, charset, target):
    children, digits_of = [{}], [None]
    for letters, digits in read_patterns(source, charset):
        node = 0
        for ch in letters:
            if ch not in children[node]:
                children[node][ch] = len(children)
                children.append({})
                digits_of.append(None)
            node = children[node][ch]
        digits_of[node] = [max(a, b) for a, b in zip(digits, digits_of[node] or digits)]
    first, where, letters, targets, pool = [0], [], [], [], bytearray(1)
    for edges, digits in zip(children, digits_of):
        for ch in sorted(edges):
            letters.append(ord(ch))
            targets.append(edges[ch])
        first.append(len(letters))
        where.append(len(pool) if digits else 0)
        if digits:
            pool += bytes([len(digits), *digits])
    words = [int.from_bytes(b'ZNHY', 'little'), len(children), len(letters), len(pool), *first, *where, *letters, *targets]
    with open(target, 'wb') as file:
        file.write(struct.pack(f'<{len(words)}I', *words) + pool)


if __name__ == '__main__':
    main(*sys.argv[1:])
