#!/usr/bin/env python3
"""Checks that rooms use only rooms above them: check.py SRC ROOM... (lowest first). Speaks TAP, one test a room.

And that a library is known only to the rooms that it is for.
"""
import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+["<]([^">]+)[">]', re.MULTILINE)
# what a foreign header belongs to, and the rooms that may know it
FOREIGN = [
    (re.compile(r'^pango/'), {'text'}),
    (re.compile(r'^fontconfig/'), {'text'}),
    (re.compile(r'^hb'), {'text', 'paint'}),
    (re.compile(r'^unicode/'), {'text'}),
    (re.compile(r'^(cmark-gfm|yaml)'), {'report'}),
    (re.compile(r'^(png|libdeflate)'), {'paint'}),
    (re.compile(r'^gettext-po'), {'format'}),
]

# A scene's items use cairo's names for caps, joins and blend modes; drawing is for these.
DRAWING, DRAWING_ROOMS = re.compile(r'\bcairo_\w+\('), {'text', 'paint'}


def problems_of(src, room, rooms):
    allowed = set(rooms[:rooms.index(room) + 1])
    for folder, _, names in sorted(os.walk(os.path.join(src, room))):
        for name in sorted(names):
            if not name.endswith(('.c', '.h')):
                continue
            path = os.path.join(folder, name)
            with open(path, encoding='utf-8') as file:
                text = file.read()
            if room not in DRAWING_ROOMS and (call := DRAWING.search(text)):
                yield f'{os.path.relpath(path, src)} calls {call[0]}...): only {", ".join(sorted(DRAWING_ROOMS))} may'
            for include in INCLUDE.findall(text):
                target = include.split('/')[0]
                if target in rooms and target not in allowed:
                    yield f'{os.path.relpath(path, src)} includes {include}: {target} is below {room}'
                for pattern, users in FOREIGN:
                    if pattern.match(include) and room not in users:
                        yield f'{os.path.relpath(path, src)} includes {include}: only {", ".join(sorted(users))} may'


def main(src, *rooms):
    failed = 0
    print(f'1..{len(rooms)}')
    for number, room in enumerate(rooms, 1):
        problems = list(problems_of(src, room, list(rooms)))
        print(f'{"not ok" if problems else "ok"} {number} - {room}')
        for problem in problems:
            print(f'# {problem}')
        failed += bool(problems)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
