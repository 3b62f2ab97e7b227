"""A report with everything that is hard to set, in all languages, styles, sizes and columns: it is set, whole, with no complaint but those
that it deserves."""
import re
import shutil
import subprocess
from pathlib import Path
from cli import Folder, check, done, need_fonts

need_fonts()
TEXT = Path(__file__).with_name('torture.md').read_text(encoding='utf-8')
DESERVED = re.compile(r'warning: (a line is \d+ pt wider|the spaces of a line are very wide|the table is \d+ pt too wide|a word of \d+ letters)')


def page_texts(folder, name):
  """The text of each page, white taken out; None where pdftotext is not there."""
  if not shutil.which('pdftotext'):
    return None
  told = subprocess.run(['pdftotext', '-raw', folder.at(name), '-'], capture_output=True, check=True).stdout.decode()
  return [re.sub(r'[\s\u00ad]', '', page) for page in told.split('\f')[:-1]]


def looks(lang, extra):
  return TEXT.replace('lang: en', f'lang: {lang}\n{extra}')


for lang in ('en', 'ru', 'zh'):
  for what, extra in (('one column', ''), ('two columns', 'columns: 2'), ('A5, mirrored', 'page: {size: A5, mirrored: true, margin: 18mm}'),
                      ('slides', 'page: {size: "16:9"}'), ('journal', 'style: journal')):
    folder = Folder({'t.md': looks(lang, extra)})
    run = folder.run('report', 't.md', '-o', 't.pdf')
    complaints = [line for line in run.stderr.decode().splitlines() if 'hint:' not in line and not DESERVED.search(line)]
    check(f'{lang}, {what}', run.returncode == 0 and not complaints, run)
    pages = page_texts(folder, 't.pdf')
    if pages is None:
      continue
    whole = ''.join(pages)
    missing = [word for word in [f'Row{i}' for i in range(1, 41)] + [f'Note{i}:' for i in range(1, 31)] + ['deepest', 'Theend.'] if word not in whole]
    check(f'{lang}, {what}: all is there', not missing, str(missing))
    # Each note stands, or begins, on the page of its mark, which is right behind these words.
    apart = [i for i in range(1, 31) if any(f'Sentence{i}hasanote' in page and f'Note{i}:' not in page for page in pages)]
    check(f'{lang}, {what}: notes on the pages of their marks', not apart, str(apart))
    # No page but the last ends half empty: of short pages the text tells.
    check(f'{lang}, {what}: pages are filled', all(len(page) > 80 for page in pages[:-1]), str([len(page) for page in pages]))

run = Folder({'t.md': looks('en', '')}).run('report', 't.md', '-o', 't.pdf', '--strict')
check('--strict', run.returncode == 1 and 'warning' in run.stderr.decode(), run)
done()
