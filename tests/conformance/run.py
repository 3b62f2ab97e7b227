#!/usr/bin/env python3
"""Renders the Vega-Lite conformance corpus and scores it: run.py PROGRAM SOURCE_ROOT [--update] [--keep FOLDER].

The corpus is the folder that the variable ZHINU_VEGA_CORPUS names, else ../shared/vega-lite beside the source root: specs/*.vl.json, the scenes that
the reference implementation makes of them, and score.mjs. Without it, or without node, the test is skipped (exit status 77).

Fails when a specification of passing.txt does not pass any more, when one does not pass that failing.txt does not name with a reason (or one passes
that it names), when fewer than MINIMUM pass, or when the program crashes or hangs. --update writes what passes now into passing.txt; --keep leaves
scenes and messages in a folder.
"""
import argparse
import concurrent.futures
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PASSING = os.path.join(HERE, 'passing.txt')
FAILING = os.path.join(HERE, 'failing.txt')
MINIMUM = 390
SECONDS = 30  # for one specification
SKIPPED = 77


def render(program, corpus, folder, name):
    """None, or how the program went down; a specification that it refuses is no problem here but a missing scene."""
    dump = os.path.join(folder, name + '.scene.json')
    env = {**os.environ, 'FONTCONFIG_FILE': os.path.join(corpus, 'fonts', 'fonts.conf'), 'TZ': 'UTC'}
    command = [program, 'render', os.path.join(corpus, 'specs', name + '.vl.json'), '--base', corpus, '-o', dump]
    try:
        run = subprocess.run(command, env=env, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return f'takes more than {SECONDS} s'
    with open(os.path.join(folder, name + '.err'), 'wb') as file:
        file.write(run.stderr)
    if run.returncode == 0:
        os.rename(dump, os.path.join(folder, name + '.json'))
    return None if run.returncode in (0, 1) else f'exit status {run.returncode}'


def score(corpus, folder):
    """(the scorer's summary, names that pass)"""
    table = os.path.join(folder, '_score')
    command = ['node', os.path.join(corpus, 'score.mjs'), folder, os.path.join(corpus, 'scenes'), '--quiet', '--json', table]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    with open(table, encoding='utf-8') as file:
        rows = json.load(file)['specs']
    return run.stdout.strip(), {row['name'] for row in rows if row['pass']}


def read_passing():
    if not os.path.exists(PASSING):
        return set()
    with open(PASSING, encoding='utf-8') as file:
        return set(file.read().split())


def read_failing():
    """{name: reason} of what is known not to pass: lines NAME: REASON."""
    with open(FAILING, encoding='utf-8') as file:
        lines = [line.partition(':') for line in file if line.strip() and not line.startswith('#')]
    return {name.strip(): reason.strip() for name, _, reason in lines}


def check_failing(names, passed):
    failing = read_failing()
    problems = [f'{name}: does not pass, and failing.txt gives no reason' for name in names if name not in passed and not failing.get(name)]
    problems += [f'{name}: passes, but failing.txt names it' for name in sorted(failing) if name in passed]
    return problems + [f'{name}: failing.txt names it, the corpus has none of that name' for name in sorted(failing) if name not in names]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('program')
    parser.add_argument('source')
    parser.add_argument('--update', action='store_true')
    parser.add_argument('--keep')
    arguments = parser.parse_args()
    corpus = os.path.abspath(os.environ.get('ZHINU_VEGA_CORPUS') or os.path.join(arguments.source, '..', 'shared', 'vega-lite'))
    if not os.path.exists(os.path.join(corpus, 'score.mjs')):
        print(f'no conformance corpus in {corpus} (ZHINU_VEGA_CORPUS names another folder)')
        return SKIPPED
    if not shutil.which('node'):
        print('no node to run the scorer')
        return SKIPPED
    names = sorted(name.removesuffix('.vl.json') for name in os.listdir(os.path.join(corpus, 'specs')) if name.endswith('.vl.json'))
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or temporary
        os.makedirs(folder, exist_ok=True)
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            ends = list(pool.map(lambda name: render(arguments.program, corpus, folder, name), names))
        summary, passed = score(corpus, folder)
    print(summary)
    problems = [f'{name}: {end}' for name, end in zip(names, ends) if end]
    if arguments.update:
        with open(PASSING, 'w', encoding='utf-8') as file:
            file.writelines(name + '\n' for name in sorted(passed))
    else:
        problems += [f'{name}: passed before, does not now' for name in sorted(read_passing() & set(names) - passed)]
    problems += check_failing(names, passed)
    if len(passed) < MINIMUM:
        problems.append(f'{len(passed)} of {len(names)} pass; at least {MINIMUM} should')
    print('\n'.join(problems) or f'{len(passed)} of {len(names)} pass')
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main())
