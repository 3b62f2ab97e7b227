"""Baselines of reports: even steps whatever fonts mix in a line, and in Chinese one grid for the text of all columns and pages; only quotes and
lists, with half a line around them, may stand between its lines."""
import re
from cli import Folder, check, done, need_fonts

need_fonts()
MIXED = {
    'zh': '中文正文夹着 English words 和 русские слова，**加粗的字**、*楷体 emphasis*、`code()`、数字 1234、百分比 5% 与注释。[^1]',
    'ru': 'Русский текст с English words и 中文词语, **жирное 粗体**, *курсив 楷体*, `код()`, числа 1234,5 и сноска.[^1] ',
    'en': 'English text with русские слова and 中文词语, **bold 粗体**, *emphasis 楷体*, `code()`, numbers 1,234.5 and a note.[^1] ',
}
GRID = {'report': 17.5 * 4 / 3, 'journal': 17 * 4 / 3}  # px, of Chinese pages


def report(lang, style, columns):
  text = MIXED[lang]
  blocks = [f'# {text[:5]}', text * 4, f'## {text[5:9]}', text * 3, '> ' + text * 2, '1. ' + text * 2 + '\n2. ' + text, '| a | b |\n|---|---|\n| 一 | Я |\n\n: ' + text[:12]]
  body = '\n\n'.join((text * 3 if b is None else b) for b in (blocks + [None] * 6) * 3)
  return f'---\nlang: {lang}\nstyle: {style}\ncolumns: {columns}\n---\n{body}\n\n[^1]: {text[:20]}\n'


def lines(folder, name, size):
  """Of the texts set in the body's size: x, y."""
  svg = folder.read(name).decode()
  found = re.findall(r'<text x="([-\d.]+)" y="([-\d.]+)" font-family="([^"]*)" font-size="([\d.]+)"', svg)
  return [(float(x), float(y)) for x, y, family, font in found if abs(float(font) - size) < 0.01 and 'Sans' not in family]


for style in ('report', 'journal'):
  for lang in ('zh', 'ru', 'en'):
    for columns in (1, 2):
      folder = Folder({'r.md': report(lang, style, columns)})
      run = folder.run('report', 'r.md', '-o', 'r.svg')
      name = f'{style}, {lang}, {columns} columns'
      check(f'{name}: rendered', run.returncode == 0, run)
      pages = [n for n in folder.names() if n.endswith('.svg')]
      check(f'{name}: pages', len(pages) > 2, str(pages))
      sizes = [float(s) for n in pages for s in re.findall(r'font-size="([\d.]+)"', folder.read(n).decode())]
      body = max(set(sizes), key=sizes.count)
      steps, left, others = {}, set(), set()
      for page in pages:
        found = lines(folder, page, body)
        margin = min(x for x, _ in found)
        middle = 397 if columns == 2 else 1e9
        for column in (0, 1):
          ys = sorted({round(y, 2) for x, y in found if (x >= middle) == column})
          for above, below in zip(ys, ys[1:]):
            steps[round(below - above, 1)] = steps.get(round(below - above, 1), 0) + 1
        left |= {y for x, y in found if abs(x - margin) < 0.01}
        others |= {y for _, y in found}
      leading = max(steps, key=steps.get)
      check(f'{name}: no line closer than the leading', min(steps) >= leading - 0.11, str(steps))
      check(f'{name}: nearly all steps are the leading', steps[leading] > 0.8 * sum(steps.values()), str(steps))
      if lang == 'zh':
        first = min(left)
        off = [y for y in left if abs((y - first + 1) % GRID[style] - 1) > 0.05]
        check(f'{name}: text on the grid', not off, str(sorted(off)))
        off = [y for y in others if abs((y - first + 1) % (GRID[style] / 2) - 1) > 0.05]
        check(f'{name}: the rest on it or half a line off', not off, str(sorted(off)))
done()
