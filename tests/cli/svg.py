"""SVGs are drawn alike by librsvg, resvg and Chromium, all in one page too: the mean difference of a channel, of 255, between our PNG and what each makes of
the SVG. Each draws antialiased edges in its own way, which is all that differs; the same chart in another language stands for what a wrong font or a lost clip
costs. Programs that are not there are left out (resvg: the PyPI package resvg-cli has it)."""
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'golden'))
import picture
from cli import PROGRAM, check, done, need_fonts, skip, study

MOST = {'librsvg': 1.4, 'resvg': 1.4, 'Chromium': 1.4}
CHARTS = (('rd_china', 'zh'), ('rd_intensity', 'ru'), ('gii_heatmap', 'en'), ('gii_dumbbell', 'zh'))
FONTS = os.path.join(os.path.dirname(PROGRAM), '..', 'fonts', 'fonts.conf')


def difference(one, other):
  if one[:2] != other[:2]:
    return 255
  return sum(abs(x - y) for row, row2 in zip(one[2], other[2]) for x, y in zip(row, row2)) / (4 * one[0] * one[1])


def tool(*words, seconds=120):
  try:
    return subprocess.run(words, cwd=folder.path, capture_output=True, timeout=seconds, env={**os.environ, 'FONTCONFIG_FILE': FONTS, 'HOME': folder.path})
  except subprocess.TimeoutExpired as late:
    return late


def read(name):
  return picture.decode(folder.read(name)) if folder.has(name) else (0, 0, [])


def with_librsvg(name, width, height):
  return tool('rsvg-convert', '-w', str(width), '-h', str(height), '-o', 'made.png', name)


def with_resvg(name, width, height):
  with open(FONTS, encoding='utf-8') as file:
    folders = re.findall(r'<dir[^>]*>([^<]+)</dir>', file.read())
  return tool('resvg', '--skip-system-fonts', *[word for path in folders for word in ('--use-fonts-dir', path)], '--width', str(width), name, 'made.png')


need_fonts()
folder = study()
ours = {}
for chart, lang in CHARTS:
  for how in ('text', 'outlines'):
    run = folder.run('render', f'charts/{chart}.vl.json', '--theme', 'paper', '--scale', '1', '--lang', lang, '--svg-text', how, '-o', f'{chart}.png', '-o', f'{chart}.{how}.svg')
    check(f'{chart} in {lang}, {how}', run.returncode == 0, run)
  ours[chart] = read(f'{chart}.png')
folder.run('render', f'charts/{CHARTS[-1][0]}.vl.json', '--theme', 'paper', '--scale', '1', '--lang', 'ru', '-o', 'other.png')
other = difference(ours[CHARTS[-1][0]], read('other.png'))
check(f'the measure tells languages apart: {other:.2f} of 255', other > 2 * max(MOST.values()))
for name, program, draw in (('librsvg', 'rsvg-convert', with_librsvg), ('resvg', 'resvg', with_resvg)):
  if not shutil.which(program) or not os.path.exists(FONTS):
    skip(name, 'it is not there')
    continue
  for chart, picture_of in ours.items():
    for how in ('text', 'outlines'):
      if folder.has('made.png'):
        os.unlink(folder.at('made.png'))
      run = draw(f'{chart}.{how}.svg', *picture_of[:2])
      found = difference(picture_of, read('made.png'))
      check(f'{name} draws {chart} with {how} alike: {found:.2f} of 255', found <= MOST[name], run)

# Chromium has them all in one page, so that an id of one in another would show.
browser = shutil.which('chromium') or shutil.which('chromium-browser')
if not browser or not os.path.exists(FONTS):
  skip('Chromium', 'it is not there')
  done()
for how in ('text', 'outlines'):
  width, height = max(one[0] for one in ours.values()), sum(one[1] for one in ours.values())
  page = ''.join(f'<div style="height:{ours[chart][1]}px">' + re.sub(r'^<\?xml[^>]*\?>\s*', '', folder.read(f'{chart}.{how}.svg').decode()) + '</div>' for chart, _ in CHARTS)
  folder.write('page.html', '<!doctype html><meta charset="utf-8"><style>body{margin:0;background:white}svg{display:block}</style>' + page)
  run = tool(browser, '--headless', '--no-sandbox', '--disable-gpu', '--hide-scrollbars', '--disable-lcd-text', '--force-device-scale-factor=1', f'--window-size={width},{height}',
    '--screenshot=' + folder.at('page.png'), 'file://' + folder.at('page.html'), seconds=100)
  if not folder.has('page.png'):
    skip(f'Chromium, {how}', 'it draws nothing here')
    continue
  seen, top = read('page.png'), 0
  for chart, (w, h, rows) in ours.items():
    part = (w, h, [row[:4 * w] for row in seen[2][top:top + h]])
    found = difference((w, h, rows), part)
    check(f'Chromium draws {chart} with {how} alike: {found:.2f} of 255', len(part[2]) == h and found <= MOST['Chromium'], run)
    top += h
done()
