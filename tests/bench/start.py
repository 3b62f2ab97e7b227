#!/usr/bin/env python3
"""Process start to PNG of a labelled bar chart in Chinese, 1200 x 700: start.py PROGRAM SOURCE_ROOT.

zhinu renders the study's chart of China's R&D expenditure; gnuplot (pngcairo) draws the same bars with the same labels, title, subtitle, note and
source, taken from the scene that zhinu made. Both write their file; the median of interleaved runs is printed, and the ratio.
"""
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

RUNS = 25

GNUPLOT = '''set terminal pngcairo size 1200,700 font "Noto Sans CJK SC,15"
set output "{out}"
set title "{title}\\n{subtitle}" noenhanced
set label 1 "{foot}" at screen 0.02,0.03 left noenhanced
set style fill solid
set boxwidth 0.75
set border 1
unset ytics
set ylabel "{unit}"
set xtics 2001,5,2021 nomirror
set bmargin 6
$data <<EOD
{rows}
EOD
plot $data using 1:2 with boxes linecolor rgb "#c8372d" notitle, \\
  $data using 1:2:3 with labels offset 0,0.7 notitle
'''


def texts_of(scene, role):
    found = [item['text'] for item in scene['items'] if item['mark'] == 'text' and item['role'] == role]
    return [text if isinstance(text, str) else ' '.join(text) for text in found]


def gnuplot_script(scene, out):
    """The same bars and words; a bar's height in px stands for its value."""
    bars = [item for item in scene['items'] if item['mark'] == 'rect' and item['role'] == 'mark']
    labels = {round(item['x']): item['text'] for item in scene['items'] if item['mark'] == 'text' and item['role'] == 'mark'}
    rows = []
    for year, bar in enumerate(sorted(bars, key=lambda bar: bar['x']), 2001):
        label = labels.get(round(bar['x'] + bar['width'] / 2), '')
        rows.append(f'{year} {bar["height"]} "{label}"')
    first = lambda role: ' '.join(texts_of(scene, role)).replace('"', '')
    return GNUPLOT.format(out=out, title=first('title-text'), subtitle=first('title-subtitle'), foot=first('note') + ' ' + first('source'),
                          unit=first('axis-title'), rows='\n'.join(rows))


def milliseconds(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return (time.perf_counter() - start) * 1000


def main(program, source):
    spec = os.path.join(source, 'data', 'charts', 'rd_china.vl.json')
    with tempfile.TemporaryDirectory() as folder:
        out, dump, script = (os.path.join(folder, name) for name in ('zhinu.png', 'chart.scene.json', 'chart.gp'))
        zhinu = [program, 'render', spec, '--lang', 'zh', '--theme', 'slide', '--size', '1200x700', '-o', out]
        subprocess.run([*zhinu[:-1], dump], check=True)
        commands = {'zhinu': zhinu}
        if shutil.which('gnuplot'):
            with open(dump, encoding='utf-8') as scene, open(script, 'w', encoding='utf-8') as file:
                file.write(gnuplot_script(json.load(scene), os.path.join(folder, 'gnuplot.png')))
            commands['gnuplot'] = ['gnuplot', script]
        times = {name: [] for name in commands}
        for run in range(RUNS + 2):
            for name, command in commands.items():
                elapsed = milliseconds(command)
                if run >= 2:  # the first ones warm the caches
                    times[name].append(elapsed)
        if 'BENCH_KEEP' in os.environ:
            shutil.copytree(folder, os.environ['BENCH_KEEP'], dirs_exist_ok=True)
    medians = {name: statistics.median(values) for name, values in times.items()}
    print('process start -> PNG, 1200x700, Chinese: ' + ', '.join(f'{name} {ms:.1f} ms' for name, ms in medians.items()))
    if 'gnuplot' in medians:
        print(f'zhinu is {medians["gnuplot"] / medians["zhinu"]:.1f} times as fast as gnuplot')
    else:
        print('gnuplot (package gnuplot-nox) is not here: nothing to compare with')
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
