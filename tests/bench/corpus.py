#!/usr/bin/env python3
"""zhinu and Vega over the conformance corpus, one after the other: corpus.py BENCH_CORPUS SOURCE_ROOT

The corpus is found as the conformance test finds it. Vega is measured where node is and ZHINU_VEGA_MODULES names a node_modules folder that has vega
and vega-lite."""
import os
import shutil
import subprocess
import sys

program, source = sys.argv[1:3]
corpus = os.path.abspath(os.environ.get('ZHINU_VEGA_CORPUS') or os.path.join(source, '..', 'shared', 'vega-lite'))
if not os.path.exists(os.path.join(corpus, 'specs')):
    print('no conformance corpus: nothing to measure')
    sys.exit(77)
env = {**os.environ, 'FONTCONFIG_FILE': os.path.join(corpus, 'fonts', 'fonts.conf'), 'TZ': 'UTC'}
print('zhinu', flush=True)
subprocess.run([program, corpus], env=env, check=True)
modules = os.environ.get('ZHINU_VEGA_MODULES')
if modules and shutil.which('node'):
    print('vega on node', flush=True)
    subprocess.run(['node', os.path.join(os.path.dirname(os.path.abspath(__file__)), 'vega.mjs'), os.path.abspath(modules), corpus], env=env, check=True)
