"""Reports can be searched: what pdftotext takes out of them is what was written, in the order of reading, whatever the width of the lines.
Headings, paragraphs, lists, quotes and code come one after the other; the cells of a table after its caption; notes after their mark. Apart
from line ends, soft hyphens and what a page has at its edges, the text is the source's to the character."""
import glob
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from cli import Folder, PROGRAM, SOURCE, check, done, need_fonts

ANY = '\ue000'  # text that is not in the source: values of expressions, numbers of figures and notes
WIDTHS = [40 + round(80 * i / 9) for i in range(10)]  # mm
HAN = '\u2014\u2018-\u201d\u2e80-\u9fff\uff00-\uffef'
HYPHEN = '\u00ad'
SPACES = ' \u00a0\u202f\u2009\n'

# --- the source as a list of blocks ---

INLINE = (
  (r'\\([!-/:-@\[-`{-~])', lambda m: chr(0xe100 + ord(m[1]))),  # escaped: out of the way of what follows
  (r'`([^`]*)`', lambda m: ''.join(chr(0xe100 + ord(c)) if c in '*_[]<>@' else c for c in m[1])),
  (r'\{\{.*?\}\}|\[\^[^\]]*\]|\^\[[^\]]*\]|\[@[^\]]*\]|(?<![A-Za-z0-9.])@[A-Za-z][A-Za-z0-9-]*', lambda m: ANY),
  (r'<(\w+:[^>]*)>', r'\1'),
  (r'\[([^\[\]]*)\](?:\([^)]*\)|\{[^}]*\})', r'\1'),
  (r'\{[#.][^}]*\}', ''),
  (r'\*+', ''), (r'(?<!\w)_|_(?!\w)', ''),
  (r'[\ue121-\ue17e]', lambda m: chr(ord(m[0]) - 0xe100)),
)


def plain(text):
  for found, put in INLINE:
    text = re.sub(found, put, text)
  text = re.sub(rf'(?<=[{HAN}{ANY}])\n(?=[{HAN}])|(?<=[{HAN}])\n(?=[{HAN}{ANY}])', '', text.strip())
  return re.sub(r'[ \n\t]+', ' ', text)


def blocks_of(markdown):
  """(kind, text) of each block: text, caption, note, cells (a list)."""
  body = re.sub(r'\A---\n.*?\n---\n', '', markdown, flags=re.S)
  blocks, lines, fenced, rows = [], [], False, []

  def flush():
    if lines:
      text = '\n'.join(lines)
      figure = re.match(r'!\[(.*?)\]\([^)]*\)', text, re.S)
      note = re.match(r'\[\^[^\]]*\]:\s*', text)
      kind, text = ('caption', figure[1]) if figure else ('caption', text[2:]) if text.startswith(': ') else \
                   ('note', text[note.end():]) if note else ('text', text)
      if plain(text):
        blocks.append((kind, plain(text)))
      lines.clear()
    if rows:
      blocks.append(('cells', [plain(cell) for row in rows for cell in row]))
      rows.clear()

  for line in body.split('\n'):
    if line.startswith('```'):
      flush()
      fenced = not fenced
    elif fenced:
      blocks.append(('text', re.sub(r'\s+', ' ', line).strip()))
    elif line.startswith('|'):
      if not re.fullmatch(r'[|:\- ]+', line):
        rows.append(re.split(r'(?<!\\)\|', line.strip().strip('|')))
    else:
      line = re.sub(r'^(?:>\s?)+', '', line.strip())
      item = re.match(r'(?:[-*+]|\d+[.)])\s+|#+\s+', line)
      if item or not line or line.startswith((': ', '[^', '![')):
        flush()
      line = line[item.end():] if item else line
      if line:
        lines.append(line)
      if item and item[0].startswith('#'):
        flush()
  flush()
  return blocks


# --- what was taken out of the pages ---

def taken_out(path, *options):
  run = subprocess.run(['pdftotext', '-enc', 'UTF-8', *options, path, '-'], capture_output=True, check=True)
  text = run.stdout.decode()
  text = re.sub(r'\u00ad ?\n(?!\f)', '', text)  # a word goes on
  return re.sub(r'[ \u00a0\u202f\u2009]*\n', '\n', text)


def follow(wanted, text, at):
  """How much of `wanted` stands from `at` on: characters of it, and where that ends."""
  i = 0
  while i < len(wanted):
    c = wanted[i]
    if c == ANY:
      rest = wanted[i + 1:].lstrip(ANY + SPACES).split(ANY)[0]
      near = {6: 60, 3: 60, 1: max(0, text.find('\n', at, at + 60) - at)}
      ends = (end for look in near for end in range(at, min(at + near[look], len(text))) if follow(rest[:look], text, end)[0] == len(rest[:look]))
      end = next(ends, -1)
      if end < 0:  # the page ends behind it
        line = text.find('\n', at, at + 60)
        return (i + 1, line + 1) if line >= 0 else (i, at)
      at, i = end, i + 1
      while i < len(wanted) and wanted[i] in ANY + SPACES:
        i += 1
      continue
    while at < len(text) and text[at] == '\n' and not c.isspace():
      at += 1
    if c.isspace() or c in '\u00a0\u202f\u2009':
      if at < len(text) and text[at] not in SPACES:
        return i, at
      while at < len(text) and text[at] in SPACES:
        at += 1
    elif c == HYPHEN:
      at += at < len(text) and text[at] == HYPHEN
    elif at < len(text) and (text[at] == c or (c == '-' and text[at] == '−')):
      at += 1
      if c == '-' and text[at:at + 1] == HYPHEN:
        at += 1
    else:
      return i, at
    i += 1
  return i, at


def find(wanted, text, at):
  """Where `wanted` ends behind `at`; it may go on over a page's end. Less than 0: nowhere."""
  first = wanted.lstrip(ANY + SPACES)[:1]
  best = (-1, at)
  start = text.find(first, at)
  while start >= 0:
    got, end = follow(wanted.lstrip(ANY + SPACES), text, start)
    if got == len(wanted.lstrip(ANY + SPACES)):
      return end
    best = max(best, (got, end))
    # the page ends here: the rest stands below, behind notes and running heads
    page = text.find('\f', end)
    if got >= 2 and 0 <= page < end + 3000 and text[end - 1:end + 1].strip(' ') != text[end - 1:end + 1].strip():
      rest = wanted.lstrip(ANY + SPACES)[got:].lstrip(SPACES)
      low = text.find(rest[0], page)
      while 0 <= low < page + 6000:
        if follow(rest, text, low)[0] >= min(len(rest), 8):
          end = find(rest, text, low)
          if end >= 0:
            return end
        low = text.find(rest[0], low + 1)
    start = text.find(first, start + 1)
  return -1 - best[0]


def lost_of(blocks, text, raw):
  """The blocks that are not there, or not where they should be."""
  at, notes, lost = 0, 0, []
  for kind, wanted in blocks:
    if kind == 'cells':
      below = 0
      for cell in filter(None, wanted):
        end = find(cell, raw, below) if not re.fullmatch(r'[-\d.,  ]+', cell) else below
        if end < 0:
          lost.append(f'cell {cell}')
        below = max(below, end)
      continue
    start = at if kind == 'text' else notes if kind == 'note' else 0
    end = find(wanted, text, start)
    if end < 0:
      lost.append(f'{kind} {wanted[:60]}… at “{wanted[max(0, -1 - end - 15):-1 - end + 10]}”')
    elif kind == 'text':
      at = end
    elif kind == 'note':
      notes = end
  return lost


# --- the pages ---

def escaped(text):
  return re.sub(r'([!-/:-@\[-`{-~])', r'\\\1', text)


def torture(lang):
  """Everything that is hard to set, and the cases of lines.tsv in paragraphs of a few."""
  here = Path(__file__)
  text = here.with_name('torture.md').read_text(encoding='utf-8').replace('lang: en\ntoc: true', f'lang: {lang}')
  cases = [line.split('\t') for line in here.with_name('lines.tsv').read_text(encoding='utf-8').split('\n')[1:] if line]
  plain_cases = [(case_lang, re.sub('[|~]', '', marked)) for case_lang, marked in cases]
  cases = [(case_lang, case) for case_lang, case in plain_cases if case_lang[:2] == lang and not re.search('[\u200b\u2060\u00ad\U0001f000-\U0001ffff]', case)]
  paragraphs = []
  for i in range(0, len(cases), 4):
    four = [f'[{escaped(case)}]{{lang={case_lang}}}' if case_lang == 'zh-TW' else escaped(case) for case_lang, case in cases[i:i + 4]]
    paragraphs.append(' '.join(four))
  return text.replace('# Ends here', '# Cases\n\n' + '\n\n'.join(paragraphs) + '\n\n# Ends here')


def reports():
  for lang in ('zh', 'ru', 'en'):
    yield f'torture {lang}', torture(lang), ('report',), None
  for path in sorted(glob.glob(os.path.join(SOURCE, 'data', 'reports', '*.md'))):
    yield os.path.basename(path), Path(path).read_text(encoding='utf-8'), ('report', 'journal'), os.path.join(SOURCE, 'data')


def sized(markdown, width):
  page = f'page: {{width: {width + 30}mm, height: 1950mm, margin: 15mm}}\n'
  return re.sub(r'\A---\n', lambda m: '---\n' + page, markdown, count=1) if width else markdown


def main():
  need_fonts()
  if not shutil.which('pdftotext'):
    print('1..0 # SKIP no pdftotext')
    raise SystemExit(0)
  only = sys.argv[3:]
  folder = Folder()
  for name, markdown, styles, base in reports():
    blocks = blocks_of(markdown)
    for style in styles:
      wrong = []
      for width in [int(w) for w in only[1:]] or (0, *WIDTHS) if not only or only[0] in name else ():
        folder.write('r.md', sized(markdown, width))
        run = subprocess.run([PROGRAM, 'report', folder.at('r.md'), *(('--base', base) if base else ()), '--style', style, '-o', folder.at('r.pdf')],
                             capture_output=True)
        if run.returncode:
          wrong.append(f'{width} mm: {re.findall("error.*", run.stderr.decode())}')
          continue
        lost = lost_of(blocks, taken_out(folder.at('r.pdf')), taken_out(folder.at('r.pdf'), '-raw'))
        wrong += [f'{width} mm: {what}' for what in lost]
      for line in wrong[:12]:
        print('# lost:', line)
      check(f'{name} as {style}: {len(blocks)} blocks at {len(WIDTHS)} widths', len(blocks) > 20 and not wrong)
  done()


main()
