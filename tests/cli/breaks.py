"""zhinu breaks: one line in, one line out."""
import os
import re
from cli import Folder, check, check_refused, done, need_fonts

need_fonts()
folder = Folder()


def breaks(lang, text):
  return folder.run('breaks', '--lang', lang, input=text.encode())


for lang, text, wanted in (
    ('ru', 'государственный расход\n', 'го~су~дар~ствен~ный |рас~ход\n'),
    ('en', 'extraordinary typesetting\n', 'ex~tra~or~di~nary |type~set~ting\n'),
    ('zh-CN', '中国的研究，经费（2020年）\n', '中|国|的|研|究，|经|费|（2020|年）\n'),
    ('zh', '一\n', '一\n'),
    ('en', 'one\n\nthree', 'one\n\nthree\n'),
    ('en', 'one\r\n', 'one\n'),
    ('en', '', '')):
  run = breaks(lang, text)
  shown = run.stdout.decode()
  if lang in ('ru', 'en') and '~' in wanted and '~' not in shown:
    wanted = wanted.replace('~', '')  # no dictionary here
  check(f'{lang}: {text!r}', run.returncode == 0 and shown == wanted, run)
# What is hard, a line of a language each; where there is no dictionary, without hyphens.
with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), 'lines.tsv'), encoding='utf-8') as file:
  rows = [line.rstrip('\n').split('\t') for line in list(file)[1:]]
for lang in sorted({lang for lang, _ in rows}):
  wanted = [marked for row_lang, marked in rows if row_lang == lang]
  shown = breaks(lang, ''.join(re.sub('[|~]', '', marked) + '\n' for marked in wanted)).stdout.decode().split('\n')[:-1]
  if not any('~' in line for line in shown):
    wanted = [line.replace('~', '') for line in wanted]
  wrong = [f'{a}\n{b}' for a, b in zip(wanted, shown) if a != b]
  check(f'{lang}: {len(wanted)} lines', len(shown) == len(wanted) and not wrong, '\n'.join(wrong))
run = breaks('en', 'word ' * 50000 + '\nend\n')
check('a line of 250,000 characters is one line', run.returncode == 0 and run.stdout.count(b'\n') == 2 and run.stdout.endswith(b'\nend\n'))
run = folder.run('breaks', '--lang', 'en', input=b'\xff\n')
check('invalid UTF-8 does no harm', run.returncode in (0, 1), run)
check_refused('an unknown language', folder, ('breaks', '--lang', 'xx'), ['the language “xx” is not known'])
check_refused('words', folder, ('breaks', 'x'), ['standard input'], status=2)
done()
