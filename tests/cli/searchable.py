"""Reports can be searched: pdftotext gives the plain text of every paragraph back, apart from line ends and soft hyphens."""
import glob
import os
import re
import shutil
import subprocess
from cli import Folder, PROGRAM, SOURCE, check, done, need_fonts

need_fonts()
# Footnote marks, references, expressions, links, code, emphasis: what stands between is set as it is written.
MARKUP = re.compile(r'\[\^[^\]]*\]|\^\[[^\]]*\]|\{\{.*?\}\}|\[@[^\]]*\]|@[\w-]+|!?\[[^\]]*\]\([^)]*\)(?:\{[^}]*\})?|`[^`]*`|[*_]+|<[^>]*>|\[|\]|\{[^}]*\}')
SPACES = '[ \u00a0\u202f\u2009]'


def plain_pieces(markdown):
  body = re.sub(r'\A---\n.*?\n---\n', '', markdown, flags=re.S)
  for block in map(str.strip, re.split(r'\n\s*\n', body)):
    if re.match(r'[#|!:\-*>\d[`]', block):
      continue
    for piece in MARKUP.split(block.replace('\n', ' ')):
      piece = piece.strip()
      if len(piece) > 12:
        yield piece


def pattern(text):
  """The text with a line end, or a soft hyphen and one, wherever there may be one."""
  return r'(?:\u00ad?\n)?'.join(rf'(?:{SPACES}?\n|{SPACES})' if c.isspace() else re.escape(c) for c in text)


def is_found(piece, text):
  if re.search(pattern(piece), text):
    return True
  # a page ends within it
  low, high = 0, len(piece)
  while high - low > 1:
    middle = (low + high) // 2
    low, high = (middle, high) if re.search(pattern(piece[:middle]), text) else (low, middle)
  return low > 0 and any(re.search(pattern(piece[cut:].lstrip()), text) for cut in range(max(low - 2, 1), min(low + 2, len(piece))))


pdftotext = shutil.which('pdftotext')
if not pdftotext:
  print('1..0 # SKIP no pdftotext')
  raise SystemExit(0)
folder = Folder()
for report in sorted(glob.glob(os.path.join(SOURCE, 'data', 'reports', '*.md'))):
  name = os.path.basename(report)
  for style in ('report', 'journal'):
    out = folder.at(name + style + '.pdf')
    run = subprocess.run([PROGRAM, 'report', report, '--base', os.path.join(SOURCE, 'data'), '--style', style, '-o', out], capture_output=True)
    text = subprocess.run([pdftotext, '-enc', 'UTF-8', '-nopgbrk', out, '-'], capture_output=True, text=True).stdout
    with open(report, encoding='utf-8') as file:
      pieces = list(plain_pieces(file.read()))
    lost = [piece for piece in pieces if not is_found(piece, text)]
    for piece in lost[:5]:
      print('# lost:', piece)
    check(f'{name} as {style}: {len(pieces)} pieces', len(pieces) > 20 and not lost, run)
done()
