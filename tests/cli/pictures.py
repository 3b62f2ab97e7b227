"""Pictures that others read: PNGs are right for pngcheck and for decoders that are not ours, SVGs look like them and are valid XML, and all are
the same bytes wherever they are made. What needs a tool that is not there is left out."""
import json
import os
import re
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'golden'))
import picture
from cli import Folder, PROGRAM, check, done, need_fonts, png_size, study

# The mean difference of a channel, of 255, between our PNG and an SVG drawn by librsvg, both antialiased in their own way.
SVG_DIFFERENCE = 0.6
FONTS = os.path.join(os.path.dirname(os.path.abspath(PROGRAM)), '..', 'fonts', 'fonts.conf')


def chart(**more):
  rows = [{'k': '研发（R&D）—“甲”', 'v': 3}, {'k': 'Ёлки, 2020', 'v': 5}, {'k': 'Größe AV <i>', 'v': 2}]
  return json.dumps({'data': {'values': rows}, 'mark': {'type': 'bar', 'cornerRadiusEnd': 4}, 'width': 240, 'height': 120,
    'title': {'text': '2001—2020年的“增长”', 'subtitle': 'subtitle: yes'}, 'description': 'what is “seen” & <why>',
    'encoding': {'y': {'field': 'k', 'type': 'nominal'}, 'x': {'field': 'v', 'type': 'quantitative'},
      'color': {'field': 'v', 'type': 'quantitative', 'scale': {'scheme': 'viridis'}}}, **more})


def tool(*words, **environment):
  return subprocess.run(words, capture_output=True, env={**os.environ, **environment})


def read(path):
  with open(path, 'rb') as file:
    return file.read()


def mean_difference(a, b):
  (w, h, rows), (w2, h2, rows2) = a, b
  if (w, h) != (w2, h2):
    return 255
  return sum(abs(x - y) for row, row2 in zip(rows, rows2) for x, y in zip(row, row2)) / (4 * w * h)


need_fonts()
folder = Folder({'c.vl.json': chart(), 'two.vl.json': chart(mark='point'), 'deep/d.txt': ''})
runs = {'opaque': [], 'clear': ['--transparent'], 'double': ['--scale', '2'], 'sized': ['--size', '301x203'], 'slide': ['--theme', 'slide', '--lang', 'zh']}
for name, options in runs.items():
  run = folder.run('render', 'c.vl.json', '-o', name + '.png', '-o', name + '.svg', *options)
  check(name + ' renders', run.returncode == 0, run)
  png = picture.decode(read(folder.at(name + '.png'))) if name != 'double' else None
  if shutil.which('pngcheck'):
    seen = tool('pngcheck', '-q', folder.at(name + '.png'))
    check(name + ': pngcheck', seen.returncode == 0 and not seen.stdout, seen)
  if shutil.which('rsvg-convert'):
    if name not in ('clear', 'double'): # another decoder sees the very pixels; transparent ones are premultiplied on its way
      with open(folder.at('wrap.svg'), 'w') as file:
        file.write(f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{png[0]}" height="{png[1]}">'
          f'<image width="{png[0]}" height="{png[1]}" xlink:href="{name}.png"/></svg>')
      seen = tool('rsvg-convert', '-o', folder.at('wrap.png'), folder.at('wrap.svg'))
      check(name + ': the same pixels for gdk-pixbuf', seen.returncode == 0 and picture.decode(read(folder.at('wrap.png'))) == png, seen)
    if os.path.exists(FONTS) and name in ('opaque', 'slide'):
      for how in ('text', 'outlines'):
        folder.run('render', 'c.vl.json', '-o', 'how.svg', '--svg-text', how, *options)
        tool('rsvg-convert', '-w', str(png[0]), '-h', str(png[1]), '-o', folder.at('how.png'), folder.at('how.svg'), FONTCONFIG_FILE=FONTS)
        difference = mean_difference(png, picture.decode(read(folder.at('how.png'))))
        check(f'{name}, {how}: librsvg draws it alike ({difference:.2f} of 255)', difference <= SVG_DIFFERENCE)
  if shutil.which('xmllint'):
    seen = tool('xmllint', '--noout', folder.at(name + '.svg'))
    check(name + ': valid XML', seen.returncode == 0 and not seen.stderr, seen)

# Drawings of more colours than a palette has: the study's, opaque and not.
charts = study()
for chart, color_type, options in (('gii_heatmap', 2, []), ('rd_growth', 6, ['--transparent']), ('gii_dumbbell', 6, ['--transparent'])):
  run = charts.run('render', f'charts/{chart}.vl.json', '--lang', 'zh', '--theme', 'slide', '--scale', '0.7', *options, '-o', 'p.png')
  content = charts.read('p.png')
  check(f'{chart}: colour type {color_type}', run.returncode == 0 and content[25] == color_type, (run, content[25]))
  if shutil.which('pngcheck'):
    seen = tool('pngcheck', '-q', charts.at('p.png'))
    check(f'{chart}: pngcheck', seen.returncode == 0 and not seen.stdout, seen)
  decoded = picture.decode(content)
  check(f'{chart}: a decoder of our own', decoded[:2] == png_size(content) and len(set(b''.join(decoded[2][i] for i in range(0, decoded[1], 40)))) > 20)
  if shutil.which('rsvg-convert') and color_type == 2:
    charts.write('wrap.svg', f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="{decoded[0]}" height="{decoded[1]}">'
      f'<image width="{decoded[0]}" height="{decoded[1]}" xlink:href="p.png"/></svg>')
    seen = tool('rsvg-convert', '-o', charts.at('wrap.png'), charts.at('wrap.svg'))
    check(f'{chart}: the same pixels for gdk-pixbuf', seen.returncode == 0 and picture.decode(charts.read('wrap.png')) == decoded, seen)

# Two pictures in one page: no id of one is in the other, and all references are to its own.
folder.run('render', 'two.vl.json', '-o', 'two.svg')
svgs = [read(folder.at(name)).decode() for name in ('opaque.svg', 'two.svg')]
ids = [set(re.findall(r' id="([^"]+)"', svg)) for svg in svgs]
used = [set(re.findall(r'(?:url\(#|href="#)([^")]+)', svg)) | {i for ids in re.findall(r'labelledby="([^"]+)"', svg) for i in ids.split()} for svg in svgs]
check('ids do not clash', ids[0] and ids[1] and not ids[0] & ids[1], ids)
check('references are to own ids', all(u and u <= i for u, i in zip(used, ids)), (used, ids))

# The same bytes from another folder, in another locale, twice.
again = subprocess.run([PROGRAM, 'render', os.path.join('..', 'c.vl.json'), '-o', 'x.png', '-o', 'x.svg', '-o', 'x.scene.json'], cwd=folder.at('deep'),
  env={**os.environ, 'LC_ALL': 'ru_RU.UTF-8', 'LANG': 'tr_TR.UTF-8', 'TZ': 'Asia/Shanghai'}, capture_output=True)
check('renders from another folder', again.returncode == 0, again)
for end in ('png', 'svg'):
  check(end + ' is the same bytes from elsewhere', read(folder.at('deep/x.' + end)) == read(folder.at('opaque.' + end)))

run = folder.run('render', 'c.vl.json', '-o', 'bad.svg', '--svg-text', 'curves')
check('an unknown --svg-text is wrong usage', run.returncode == 2 and b'outlines' in run.stderr and not os.path.exists(folder.at('bad.svg')), run)
folder.run('render', 'c.vl.json', '-o', 'o.svg', '--svg-text', 'outlines')
outlines = read(folder.at('o.svg')).decode()
check('outlines need no fonts but say what they are', '<text' not in outlines and 'font-family' not in outlines and 'aria-label="Ёлки, 2020"' in outlines)
done()
