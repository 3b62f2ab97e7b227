#!/usr/bin/env python3
"""Renders the golden specifications and compares the result with what is recorded: run.py PROGRAM FONTS_CONF [--update].

Every specs/NAME.vl.json gives a scene dump, compared as text with scenes/NAME.json; cases.txt adds runs with options, and pictures, which are
compared with a tolerance (pictures/NAME.png). Speaks TAP. With --update what is rendered is recorded instead; look at the difference
before you commit it.
"""
import concurrent.futures
import difflib
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET

import picture

HERE = os.path.dirname(os.path.abspath(__file__))
DIFF_LINES = 40
# A picture passes when at most this part of its pixels differs by more than this in a channel: antialiasing is not the same on every machine.
PIXEL_DIFFERENCE, PIXEL_SHARE = 24, 0.004
# What a scene was made of changes with every font package and is no part of the picture.
PROVENANCE = re.compile(rb',\n"provenance":.*(?=}\n$)')


def read_cases():
    """(name, specification, options), in order of the names"""
    specs = [name.removesuffix('.vl.json') for name in os.listdir(os.path.join(HERE, 'specs'))]
    cases = [(spec, spec, []) for spec in specs]
    with open(os.path.join(HERE, 'cases.txt'), encoding='utf-8') as file:
        for line in file:
            words = line.split()
            if words and not words[0].startswith('#'):
                cases.append((words[0], words[1], words[2:]))
    return sorted(cases)


def recorded_path(name):
    return os.path.join(HERE, 'pictures', name) if name.endswith('.png') else os.path.join(HERE, 'scenes', name + '.json')


def render(program, env, case, folder):
    """(bytes or None, problem)"""
    name, spec, options = case
    out = os.path.join(folder, name if name.endswith('.png') else name + '.scene.json')
    command = [program, 'render', os.path.join(HERE, 'specs', spec + '.vl.json'), '-o', out, *options]
    run = subprocess.run(command, env=env, capture_output=True, text=True)
    if run.returncode != 0:
        return None, f'exit status {run.returncode}\n{run.stderr}'
    with open(out, 'rb') as file:
        made = file.read()
    return made if name.endswith('.png') else PROVENANCE.sub(b'', made), run.stderr


def compare(name, wanted, made):
    """What differs, or an empty text."""
    if name.endswith('.png'):
        return picture.difference(wanted, made, PIXEL_DIFFERENCE, PIXEL_SHARE)
    lines = difflib.unified_diff(wanted.decode().splitlines(), made.decode().splitlines(), 'recorded', 'rendered', lineterm='', n=1)
    lines = list(lines)
    return '\n'.join(lines[:DIFF_LINES] + ([f'... {len(lines) - DIFF_LINES} more lines'] if len(lines) > DIFF_LINES else []))


def missing_fonts(conf):
    """The folders of a fontconfig file that have no fonts."""
    folders = [element.text for element in ET.parse(conf).getroot().iter('dir')]
    return [folder for folder in folders if not (os.path.isdir(folder) and os.listdir(folder))]


def check(case, made, problem):
    path = recorded_path(case[0])
    if made is None:
        return problem
    if not os.path.exists(path):
        return f'nothing is recorded in {os.path.relpath(path, HERE)}: run update.sh'
    with open(path, 'rb') as file:
        return compare(case[0], file.read(), made)


def record(case, made, problem):
    if made is None:
        return problem
    path = recorded_path(case[0])
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, 'wb') as file:
        file.write(made)
    return ''


def remove_strangers(cases):
    wanted = {recorded_path(case[0]) for case in cases}
    for folder in ('scenes', 'pictures'):
        for name in os.listdir(os.path.join(HERE, folder)):
            path = os.path.join(HERE, folder, name)
            if path not in wanted and not name.startswith('.'):
                os.remove(path)


def main(program, conf, *rest):
    missing = missing_fonts(conf)
    if missing:
        print(f'1..0 # SKIP no fonts in {", ".join(missing)}')
        return 0
    judge = record if '--update' in rest else check
    env = {**os.environ, 'FONTCONFIG_FILE': conf, 'TZ': 'UTC', 'SOURCE_DATE_EPOCH': '0'}
    cases, failed = read_cases(), 0
    print(f'1..{len(cases)}')
    with tempfile.TemporaryDirectory() as folder, concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = pool.map(lambda case: render(program, env, case, folder), cases)
        for number, (case, (made, problem)) in enumerate(zip(cases, results), 1):
            problem = judge(case, made, problem)
            failed += bool(problem)
            print(f'{"not ok" if problem else "ok"} {number} - {case[0]}', flush=True)
            for line in problem.splitlines():
                print(f'# {line}')
    if judge is record and not failed:
        remove_strangers(cases)
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
