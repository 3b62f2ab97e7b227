"""Reports that are hard to put on pages: everything is there, nothing runs off the paper, and each kind of complaint names its line."""
import re
import shutil
import struct
import subprocess
import zlib
from cli import Folder, bars, check, check_refused, done, need_fonts, told

need_fonts()
HEAD = '---\nlang: en\n---\n# A\n\n'
LOREM = 'The committee met on Tuesday and agreed that the matter should be referred to the subcommittee, which had not been constituted. '


def png(width, height):
  def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))
  rows = zlib.compress((b'\0' + b'\xc8' * width) * height)
  return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', struct.pack('>IIBBBBB', width, height, 8, 0, 0, 0, 0)) + chunk(b'IDAT', rows) + chunk(b'IEND', b'')


def table(columns, rows):
  cells = [[f'Name{i}' for i in range(columns)]] + [[f'{r * i * 137.5:,.1f}' for i in range(columns)] for r in range(1, rows)]
  lines = ['| ' + ' | '.join(row) + ' |' for row in cells]
  return '\n'.join([lines[0], '|---:' * columns + '|'] + lines[1:]) + '\n\n'


def words(folder, name):
  """Of each page its size and its words with their places; None where pdftotext is not there."""
  if not shutil.which('pdftotext'):
    return None
  told = subprocess.run(['pdftotext', '-bbox', folder.at(name), '-'], capture_output=True, check=True).stdout.decode()
  pages = []
  for page in re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told, re.S):
    found = re.findall(r'<word xMin="(-?[\d.]+)" yMin="(-?[\d.]+)" xMax="(-?[\d.]+)" yMax="(-?[\d.]+)">(.*?)</word>', page[2])
    pages.append((float(page[0]), float(page[1]), [(float(a), float(b), float(c), float(d), text) for a, b, c, d, text in found]))
  return pages


def text_of(page):
  return ' '.join(word[4] for word in page[2])


def outside(pages):
  return [word for width, height, found in pages for word in found if word[0] < 20 or word[1] < 20 or word[2] > width - 20 or word[3] > height - 20]


PICTURES = {'tall.png': png(100, 3000), 'p.png': png(800, 500), 'c.vl.json': bars()}
for columns in ('', 'columns: 2\n'):
  head = HEAD.replace('lang: en\n', 'lang: en\n' + columns)
  # name, text, what must be in it
  for name, text, wanted in (
      ('a figure higher than the page', head + LOREM * 5 + '\n\n![Tall](tall.png){alt=x}\n\n' + LOREM * 5, ['Tall']),
      ('a cell longer than a page', head + '| Name | Text |\n|---|---|\n| a | x |\n| b | ' + LOREM * 90 + 'THEEND |\n| LAST | y |\n\n', ['THEEND', 'LAST']),
      ('sixty headings', head + '\n\n'.join(f'# Heading{i}' for i in range(60)), ['Heading59']),
      ('a footnote longer than a page', head + LOREM * 4 + '[^a]\n\n[^a]: ' + LOREM * 120 + 'THEEND\n\n' + (LOREM * 4 + '\n\n') * 6, ['THEEND']),
      ('a caption longer than a page', head + LOREM * 4 + '\n\n![' + LOREM * 90 + 'THEEND](p.png){alt=x span=1}\n\n' + LOREM * 4, ['THEEND']),
      ('a table of 20 columns', head + LOREM * 4 + '\n\n: Wide {#tbl-w note="Anote"}\n\n' + table(20, 60) + LOREM * 4, ['Name19', 'Anote', 'Table 1 (continued)']),
      ('an empty report', '', []), ('front matter alone', '---\ntitle: Only\n---\n', ['Only'])):
    folder = Folder({'r.md': text, **PICTURES})
    run = folder.run('report', 'r.md', '-o', 'r.pdf')
    what = name + (', two columns' if columns else '')
    check(what, run.returncode == 0 and not run.stderr, run)
    pages = words(folder, 'r.pdf')
    if pages is None:
      continue
    whole = ' '.join(text_of(page) for page in pages)
    check(what + ': all is there', all(word in whole for word in wanted), whole[-300:])
    check(what + ': and on the paper', not outside(pages), str(outside(pages)[:3]))

# --- what is wide ---
folder = Folder({'r.md': HEAD + LOREM * 4 + '\n\n' + table(20, 40) + LOREM * 4, **PICTURES})
run = folder.run('report', 'r.md', '-o', 'r.pdf')
pages = words(folder, 'r.pdf')
if pages:
  check('a table that is too wide has pages turned sideways, the text none', [page[0] > page[1] for page in pages].count(True) in (1, 2) and pages[0][0] < pages[0][1] and
        all('Name19' in text_of(page) for page in pages if page[0] > page[1]))


def caption(extra):
  folder = Folder({'r.md': HEAD.replace('lang: en', 'lang: en\ncolumns: 2') + LOREM * 30 + f'\n\n![Caption](c.vl.json){{#fig-a {extra}}}\n\n' + LOREM * 40, **PICTURES})
  run = folder.run('report', 'r.md', '-o', 'r.svg', '-o', 'r.pdf')
  check(f'a figure with {extra}', run.returncode == 0 and not run.stderr, run)
  return folder


if shutil.which('pdftotext'):
  def wide(extra):
    """Whether no text stands beside the figure's caption, in the other column."""
    for _, _, found in words(caption(extra), 'r.pdf'):
      line = [word for word in found if word[4] == 'Caption']
      if line:
        return not any(abs(word[1] - line[0][1]) < 8 and abs(word[0] - line[0][0]) > 180 for word in found)
  check('span=2 is wide', wide('span=2'))
  check('span=1 is not', not wide('span=1'))
check_refused('a span that is none', Folder({'r.md': HEAD + '![x](c.vl.json){span=3}\n', **PICTURES}), ('report', 'r.md', '-o', 'r.pdf'), ['r.md:6', 'span should be 1'])

# --- a page that must end takes along what waits, and is no end to its heading's figure ---
folder = Folder({'r.md': '---\nlang: en\npage: {size: "16:9"}\nnumbering: false\n---\n' + ''.join(
    f'\\newpage\n\n# Slide{i}\n\n![Figure{i}](p.png){{alt=x}}\n\n' for i in range(4)), **PICTURES})
run = folder.run('report', 'r.md', '-o', 'r.pdf')
pages = words(folder, 'r.pdf')
if pages:
  check('each figure on the slide of its heading', all(f'Slide{i}' in text_of(page) and f'Figure{i}' in text_of(page) for i, page in enumerate(pages)), str([text_of(p) for p in pages]))

# --- many more notes than the pages of their text have room for: all are there, in order, and time does not grow beyond their number ---
folder = Folder({'r.md': HEAD + 'a'.join(f'[^{i}]' for i in range(3000)) + '\n\n' + '\n\n'.join(f'[^{i}]: Note{i}' for i in range(3000)) + '\n'})
run = folder.run('report', 'r.md', '-o', 'r.pdf')
check('a paragraph with 3,000 notes', run.returncode == 0, run)
pages = words(folder, 'r.pdf')
if pages:
  check('whose notes are all there in order', re.findall(r'Note(\d+)', ' '.join(map(text_of, pages))) == [str(i) for i in range(3000)])

# --- complaints: what, text, the line that is named, words of the message ---
LONG = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
for name, text, line, message in (
    ('a letter wider than its line', '---\nlang: en\ntitle: T\npage: {size: A5, margin: {left: 50mm, right: 50mm}}\nstyle: {h1: {size: 290, leading: 290}}\n---\n# W\n\nx\n', 7, 'wider than its measure'),
    ('a word that must be cut', HEAD + 'See ' + 'x' * 400 + '.\n', 6, 'very wide'),
    ('a very loose line', '---\nlang: en\npage: {size: A5, margin: 60}\ncolumns: 2\n---\n\nA b [' + 'i' * 10 + '](x) https://example.org/' + 'a' * 14 + ' c d ' + LONG + ' e ' + LONG + ' f.\n', 7, 'very wide'),
    ('a table that is too wide', HEAD + '> ' + table(30, 3).replace('\n', '\n> ')[:-4] + '\n', 6, 'too wide for the page'),
    ('a reference to nothing', HEAD + 'See @fig-none.\n', 6, 'nothing in the report has the id'),
    ('a character without a glyph', HEAD + 'See \U0001e900.\n', 6, 'no font has the character'),
    ('a row of the head higher than the page', HEAD + '| ' + LOREM * 90 + ' | b |\n|---|---|\n| c | d |\n', None, 'higher than the page has room for')):
  folder = Folder({'r.md': text, **PICTURES})
  run = folder.run('report', 'r.md', '-o', 'r.pdf')
  place = f'r.md:{line}' if line else 'r.md:'
  check(name, message in told(run) and place in told(run), run)
  check_refused(name + ', --strict', folder, ('report', 'r.md', '-o', 's.pdf', '--strict'), [message])
done()
