"""PDFs of the study and of small reports, judged by check.py, by poppler and qpdf where they are, and by veraPDF where VERAPDF names its jar (or
~/.cache/verapdf has one). Called with the program and the project's source folder; prints TAP."""
import glob
import hashlib
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
sys.path.insert(0, os.path.join(SOURCE, 'tests', 'golden'))
import picture  # noqa: E402
from check import Checker, check  # noqa: E402
from pdffile import text  # noqa: E402

CHART_BYTES = 25_000    # a chart of one page, in Chinese too
# Seven pages; the Chinese ones have 900 outlines of Han, the journal's in a Kai face too.
REPORT_BYTES = {'summary.en': 70_000, 'summary.ru': 75_000, 'summary.zh': 200_000, 'journal.en': 70_000, 'journal.ru': 75_000, 'journal.zh': 220_000}
# Rasterised at 96 ppi a PDF differs from our PNG by at most this: mean over all channels, of 255. poppler's own rasteriser moves edges to
# whole pixels.
RASTER = {
  'pdftoppm': (5.0, lambda pdf, png: ['pdftoppm', '-r', '96', '-png', '-singlefile', pdf, png.removesuffix('.png')]),
  'mutool': (1.5, lambda pdf, png: ['mutool', 'draw', '-q', '-r', '96', '-o', png, pdf]),
  'gs': (3.5, lambda pdf, png: ['gs', '-q', '-r96', '-sDEVICE=png16m', '-dTextAlphaBits=4', '-dGraphicsAlphaBits=4', '-o', png, pdf]),
}

results = []
folder = tempfile.TemporaryDirectory(prefix='zhinu-pdf-')
charts = sorted(glob.glob(os.path.join(SOURCE, 'data', 'charts', '*.vl.json')))


def at(name):
  return os.path.join(folder.name, name)


def read(name):
  with open(at(name), 'rb') as file:
    return file.read()


def run(*words, env=None, cwd=None):
  return subprocess.run([PROGRAM, *words], cwd=cwd or folder.name, env={**os.environ, **(env or {})}, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                        timeout=120)


def made(*words, **more):
  done = run(*words, **more)
  assert done.returncode == 0, done.stderr.decode()
  return done


def say(name, problem='', skip=''):
  results.append(bool(problem))
  print(f'{"not ok" if problem else "ok"} {len(results)} {name}{" # SKIP " + skip if skip else ""}', flush=True)
  if problem:
    print('\n'.join(f'# {line}' for line in str(problem).split('\n')))


def test(function):
  try:
    say(function.__doc__, function() or '')
  except Exception as error:  # a test that cannot be run has failed
    say(function.__doc__, f'{type(error).__name__}: {error}')


def tool(name):
  return shutil.which(name)


pdfs = []


def render_all():
  for path in charts:
    name = os.path.basename(path).split('.')[0]
    for lang in ('zh', 'ru', 'en'):
      made('render', path, '-o', f'{name}.{lang}.pdf', '--lang', lang, '--theme', 'paper')
      pdfs.append(f'{name}.{lang}.pdf')
  for lang in ('zh', 'ru', 'en'):
    for name, style in (('summary', 'report'), ('journal', 'journal')):
      made('report', os.path.join(SOURCE, 'data', 'reports', f'summary.{lang}.md'), '-o', f'{name}.{lang}.pdf', '--style', style)
      pdfs.append(f'{name}.{lang}.pdf')


EVERYTHING = """---
title: Everything at once
author: A. Nonymous
lang: en
toc: true
abstract: In short, with *emphasis* and `code`.
---

# First {#sec-first}

A paragraph with a [link](https://example.org/a?b=1&c=(2)), a [place](#sec-deep), `code`, ~~struck~~, **bold** and a note.[^1]

[^1]: The note has a [link](https://example.org) too.

- one
- two
  1. inner
  2. more

> A quotation of some length.
>
> And its second paragraph.

```
code line one
  code line two
```

### Deep {#sec-deep}

| Name | A | B |
| --- | ---: | ---: |
| x | 1 |  |
| y | 2 | 3.5 |

![A picture](picture.png){alt="What it shows"}

---

## Back

Text with \u4e2d\u6587 and \u0420\u0443\u0441\u0441\u043a\u0438\u0439.
"""
LINKS = """{"data": {"values": [{"a": 1, "u": "https://example.org/1"}, {"a": 2, "u": "https://example.org/2"}]},
"mark": {"type": "point", "filled": true, "opacity": 0.5, "blend": "multiply",
  "color": {"gradient": "radial", "stops": [{"offset": 0, "color": "rgba(255,0,0,0)"}, {"offset": 1, "color": "blue"}]}},
"encoding": {"x": {"field": "a", "type": "quantitative"}, "href": {"field": "u"}}}"""


MISSING = 'Private \ue000, no characters \ufdd0 \ufffe, \u20de that no font has: \U0001d800, \u1f77a, \u0600; \u5165\ue123\u3002'


def render_everything():
  with open(at('everything.md'), 'w', encoding='utf-8') as file:
    file.write(EVERYTHING)
  with open(at('links.vl.json'), 'w', encoding='utf-8') as file:
    file.write(LINKS)
  with open(at('missing.md'), 'w', encoding='utf-8') as file:
    file.write(f'---\ntitle: Missing\nlang: zh\n---\n\n# {MISSING}\n\n{MISSING}\n')
  made('report', 'missing.md', '-o', 'missing.pdf')
  made('render', charts[0], '-o', 'picture.png', '--transparent')
  made('report', 'everything.md', '-o', 'everything.pdf')
  made('render', 'links.vl.json', '-o', 'links.pdf', '--background', 'rgba(200,220,255,0.5)', '--trim', '--size', '640x480')


def conforming():
  """charts and reports are accessible and archival"""
  return '\n'.join(f'{name}: {"; ".join(problems)}' for name in pdfs if (problems := check(read(name))))


def small():
  """charts and reports are small"""
  limits = {name: REPORT_BYTES.get(name.removesuffix('.pdf'), CHART_BYTES) for name in pdfs if name != 'everything.pdf'}
  for name in limits:
    print(f'# {name}: {len(read(name))} bytes')
  return '\n'.join(f'{name}: {len(read(name))} bytes' for name in limits if len(read(name)) >= limits[name])


def detects():
  """the checker notices what is wrong"""
  def figure(checker):
    return next(e for e in elements(checker) if e['S'] == 'Figure')

  def elements(checker):
    return [value for i in range(1, len(checker.file.entries)) if isinstance(value := checker.file.object(i), dict) and 'S' in value and 'P' in value]

  def first(checker, kind):
    return next(e for e in elements(checker) if e['S'] == kind)
  faults = {
    'a Figure without Alt': lambda c: figure(c).pop('Alt'),
    'an empty Figure': lambda c: figure(c).update(K=[]),
    'no Lang': lambda c: c.catalog.pop('Lang'),
    'no OutputIntent': lambda c: c.catalog.pop('OutputIntents'),
    'TH without Scope': lambda c: first(c, 'TH').pop('A'),
    'a Note without an ID of its own': lambda c: first(c, 'Note').pop('ID'),
    'an empty H1': lambda c: first(c, 'H1').update(K=[]),
    'a Table with rows of different length': lambda c: first(c, 'TR')['K'].pop(),
    'no Tabs S': lambda c: c.file.pages()[0][1].pop('Tabs'),
    'has no ToUnicode': lambda c: next(v for i in range(1, len(c.file.entries)) if isinstance(v := c.file.object(i), dict) and 'ToUnicode' in v).pop('ToUnicode'),
    'a link without Contents': lambda c: c.file.get(next(p for _, p in c.file.pages() if 'Annots' in p)['Annots'][0]).pop('Contents'),
  }
  missed = []
  for name, spoil in faults.items():
    checker = Checker(read('summary.en.pdf'))
    spoil(checker)
    if not any(name in problem for problem in checker.run()):
      missed.append(name)
  return ', '.join(missed)


def qpdf():
  """qpdf finds nothing"""
  problems = []
  for name in pdfs:
    done = subprocess.run(['qpdf', '--check', at(name)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode or b'WARNING' in done.stdout:
      problems.append(done.stdout.decode())
  return '\n'.join(problems)


PROSE = {
  'en': ['A fine office staffed by efficient officials: the first flight of the fjord affair was difficult, and it took 1,042.5 hours of work.',
         'Responsibilities notwithstanding, internationalization and telecommunication characterize contemporary administration thoroughly.'],
  'ru': ['Учёные получили 24 393,1 млрд юаней — «рекорд» за всё время наблюдений; достопримечательности международного сотрудничества '
         'перечислены в приложении, а переосвидетельствование назначено на 2021 г.'],
  'zh': ['中国研究与试验发展（R&D）经费由2001年的1042.5亿元增至2020年的24393.1亿元，年均增长18.0%。“科技外交”一词出现在《“十三五”国际科技创新合作专项规划》中，'
         '入选项目共17个，一次也没有重复：这里的“入”“一”“人”都是汉字，不是部首。'],
}


def words_of(extracted):
  """What a reader of the extracted text has: broken words joined, lines run together."""
  joined = re.sub('\u00ad\\s*', '', extracted)
  return re.sub(r'\s+', ' ', joined)


def round_trip():
  """text comes back from pdftotext as it was written"""
  problems = []
  for lang, paragraphs in PROSE.items():
    with open(at('prose.md'), 'w', encoding='utf-8') as file:
      file.write(f'---\ntitle: T\nlang: {lang}\n---\n\n' + '\n\n'.join(paragraphs) + '\n')
    made('report', 'prose.md', '-o', f'prose.{lang}.pdf')
    extracted = words_of(subprocess.run(['pdftotext', at(f'prose.{lang}.pdf'), '-'], stdout=subprocess.PIPE, check=True).stdout.decode())
    spoken = words_of('\n'.join(Checker_run(f'prose.{lang}.pdf').spoken()))
    for paragraph in paragraphs:
      wanted = re.sub(r'\s+', ' ', paragraph)
      if lang == 'zh':  # Chinese has no spaces between words; lines end anywhere
        plain = [re.sub(' ', '', text) for text in (wanted, extracted, spoken)]
      else:
        plain = [wanted, re.sub('[\u00a0\u202f]', ' ', extracted), re.sub('[\u00a0\u202f]', ' ', spoken)]
      if plain[0] not in plain[1]:
        problems.append(f'{lang}: pdftotext has {extracted}')
      if plain[0] not in plain[2]:
        problems.append(f'{lang}: the structure has {spoken}')
  return '\n'.join(problems)


def Checker_run(name):
  checker = Checker(read(name))
  checker.run()
  return checker


# pdf.js has the text of a page in pieces, some of which end lines. PDFJS names its folder (npm: pdfjs-dist); node finds it beside the tests else.
PDFJS = '''const {{ getDocument }} = await import('{0}');
const fs = await import('fs');
const doc = await getDocument({{ data: new Uint8Array(fs.readFileSync('{1}')), verbosity: 0 }}).promise;
for (let i = 1; i <= doc.numPages; i++)
  for (const piece of (await (await doc.getPage(i)).getTextContent()).items) process.stdout.write(piece.str + (piece.hasEOL ? '\\n' : ' '));'''


def pdfjs():
  found = os.path.join(os.environ.get('PDFJS', ''), 'legacy', 'build', 'pdf.mjs')
  return found if os.environ.get('PDFJS') and os.path.exists(found) and tool('node') else None


EXTRACTORS = {
  'pdftotext': lambda pdf: ['pdftotext', pdf, '-'],
  'mutool': lambda pdf: ['mutool', 'draw', '-q', '-F', 'txt', pdf],
  'node': lambda pdf: ['node', '--input-type=module', '-e', PDFJS.format(pdfjs(), pdf)],
}
NOBODY_READS = re.compile('[\u2e80-\u2fdf\ue000-\uf8ff\ufffd]')  # radicals, private code points


def usable_text():
  """pdftotext, mutool and pdf.js take the same characters out of charts and reports"""
  problems = []
  programs = [name for name in EXTRACTORS if tool(name) and (name != 'node' or pdfjs())]
  print(f'# {", ".join(programs)}')
  for name in (name for name in pdfs if name != 'links.pdf' and not name.startswith('Zhinu')):  # pictures are no text to them
    texts = {}
    for program in programs:
      text = subprocess.run(EXTRACTORS[program](at(name)), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True).stdout.decode()
      texts[program] = sorted(re.sub(r'\s', '', re.sub('\u00ad', '', text)))
      if NOBODY_READS.search(text):
        problems.append(f'{name}: {program} has {NOBODY_READS.findall(text)}')
    if any(text != texts[programs[0]] for text in texts.values()):
      problems.append(f'{name}: {" and ".join(programs)} differ')
  return '\n'.join(problems)


def mean_difference(wanted, made):
  """0 to 255; pictures may differ by a pixel in size."""
  (width, height, rows), (width2, height2, rows2) = picture.decode(wanted), picture.decode(made)
  if abs(width - width2) > 1 or abs(height - height2) > 1:
    return 255
  total = sum(sum(abs(a - b) for a, b in zip(row, row2)) for row, row2 in zip(rows, rows2))
  return total / (min(width, width2) * min(height, height2) * 3)


def raster():
  """rasterised by others, charts look like our PNG"""
  problems = []
  for path in charts:
    name = os.path.basename(path).split('.')[0]
    made('render', path, '-o', f'{name}.png', '--lang', 'zh', '--theme', 'paper', '--scale', '1')
    for program, (limit, words) in RASTER.items():
      if not tool(program):
        continue
      subprocess.run(words(at(f'{name}.zh.pdf'), at(f'{name}.{program}.png')), check=True, stderr=subprocess.DEVNULL)
      mean = mean_difference(read(f'{name}.png'), read(f'{name}.{program}.png'))
      print(f'# {name}: {program} differs by {mean:.2f} of 255 in the mean')
      if mean > limit:
        problems.append(f'{name}: {program} differs by {mean:.2f} of 255 in the mean, not at most {limit}')
  return '\n'.join(problems)


def same_bytes():
  """the same bytes from another folder, under another locale and time zone"""
  os.mkdir(at('elsewhere'))
  env = {'LC_ALL': 'ru_RU.UTF-8', 'LANG': 'ru_RU.UTF-8', 'TZ': 'Asia/Shanghai', 'SOURCE_DATE_EPOCH': '1700000000'}
  for words, name in ((('render', charts[0], '--lang', 'ru'), 'chart'), (('report', os.path.join(SOURCE, 'data', 'reports', 'summary.ru.md')), 'report')):
    made(*words, '-o', f'{name}.a.pdf', env={'SOURCE_DATE_EPOCH': '1700000000'})
    made(*words, '-o', at(f'{name}.b.pdf'), env=env, cwd=at('elsewhere'))
    if hashlib.sha256(read(f'{name}.a.pdf')).digest() != hashlib.sha256(read(f'{name}.b.pdf')).digest():
      return f'{name}s differ'
  return ''


def standards():
  """--pdf-standard and --attach-data do what they say"""
  problems = []
  cases = [('none', [], None, False), ('ua-1', [], None, True), ('a-2a', [], '2', False), ('a-3a,ua-1', [], '3', True), (None, ['--attach-data'], '3', True)]
  for standard, more, part, accessible in cases:
    made('render', charts[0], '-o', 'standard.pdf', *(['--pdf-standard', standard] if standard else []), *more)
    data = read('standard.pdf')
    found = re.search(rb'<pdfaid:part>(\d)', data)
    if (found[1].decode() if found else None) != part or (b'<pdfuaid:part>1' in data) != accessible:
      problems.append(f'{standard} {more}')
  attached = Checker(data)
  filespec = attached.file.get(attached.catalog['AF'][0])
  stream = attached.file.get(filespec['EF']['F'])
  if text(filespec['UF']) != os.path.basename(charts[0]).split('.')[0] + '.csv' or b',' not in stream.data().split(b'\r\n')[0]:
    problems.append('no CSV of that name')
  for words in (['--pdf-standard', 'a-1b'], ['--pdf-standard', 'a-2a', '--attach-data'], ['--pdf-standard', 'none,ua-1']):
    done = run('render', charts[0], '-o', 'wrong.pdf', *words)
    if done.returncode != 2 or os.path.exists(at('wrong.pdf')):
      problems.append(f'{words}: exit status {done.returncode}')
  return '\n'.join(problems)


FONTS = '''<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>{0}</dir><cachedir>{0}/cache</cachedir></fontconfig>'''


OUR_FONTS = '''<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig><dir>{1}</dir><dir>{0}</dir>
<dir>/usr/share/fonts/truetype/paratype</dir><cachedir>{0}/cache</cachedir></fontconfig>'''
OTHER = """{"data": {"values": [{"a": "Light gjp", "b": 3}, {"a": "Black 9", "b": 5}]}, "title": {"text": "Fonts 2024 \U0001f389 fi", "font": "%s"},
"mark": "bar", "encoding": {"x": {"field": "b", "type": "quantitative", "title": "Numbers \U0001f680"}, "y": {"field": "a", "type": "nominal"}},
"config": {"axis": {"labelFont": "%s", "titleFont": "%s", "labelFontSize": 14}}}"""


def other_fonts():
  """variable fonts, TrueType and CFF2, and emoji that are pictures look as in our PNG and conform"""
  problems = []
  os.makedirs(at('other'), exist_ok=True)
  with open(at('other.conf'), 'w', encoding='utf-8') as file:
    file.write(OUR_FONTS.format(at('other'), os.path.join(SOURCE, 'tests', 'pdf', 'fonts')))
  for family, kind in (('Zhinu Variable', b'/CIDFontType2'), ('Zhinu Variable CFF', b'/CIDFontType0')):
    name = family.replace(' ', '')
    with open(at(f'{name}.vl.json'), 'w', encoding='utf-8') as file:
      file.write(OTHER % (family, family, family))
    made('render', f'{name}.vl.json', '-o', f'{name}.pdf', '-o', f'{name}.png', '--scale', '1', '--lang', 'en', env={'FONTCONFIG_FILE': at('other.conf')})
    pdfs.append(f'{name}.pdf')
    checker = Checker(read(f'{name}.pdf'))
    problems += [f'{name}: {problem}' for problem in checker.run()]
    fonts = [value for i in range(1, len(checker.file.entries)) if isinstance(value := checker.file.object(i), dict) and value.get('Type') == 'Font']
    if not any(str(font['Subtype']) == kind.decode()[1:] and name in str(font['BaseFont']) for font in fonts):
      problems.append(f'{name}: {[(str(font["Subtype"]), str(font["BaseFont"])) for font in fonts]}')
    if '\U0001f680' not in checker.marks.values():
      problems.append(f'{name}: the rocket is not read')
    for program, (limit, words) in RASTER.items():
      if tool(program):
        subprocess.run(words(at(f'{name}.pdf'), at(f'{name}.{program}.png')), check=True, stderr=subprocess.DEVNULL)
        mean = mean_difference(read(f'{name}.png'), read(f'{name}.{program}.png'))
        print(f'# {name}: {program} differs by {mean:.2f} of 255 in the mean')
        if mean > limit:
          problems.append(f'{name}: {program} differs by {mean:.2f} of 255 in the mean, not at most {limit}')
  return '\n'.join(problems)


def forbidden():
  """a font that forbids embedding is said, other outputs are made"""
  found = glob.glob('/usr/share/fonts/truetype/*/PTS55F.ttf')
  if not found:
    return ''
  os.mkdir(at('fonts'))
  with open(found[0], 'rb') as file:
    font = bytearray(file.read())
  for i in range(struct.unpack('>H', font[4:6])[0]):
    record = 12 + 16 * i
    if font[record:record + 4] == b'OS/2':
      place = struct.unpack('>I', font[record + 8:record + 12])[0]
      font[place + 8:place + 10] = b'\x00\x02'
  with open(at('fonts/locked.ttf'), 'wb') as file:
    file.write(font)
  with open(at('fonts.conf'), 'w', encoding='utf-8') as file:
    file.write(FONTS.format(at('fonts')))
  done = run('render', charts[0], '-o', 'locked.pdf', '-o', 'locked.png', '--lang', 'en', env={'FONTCONFIG_FILE': at('fonts.conf')})
  said = done.stderr.decode()
  if done.returncode != 1 or 'forbids embedding' not in said or 'locked.ttf' not in said:
    return f'exit status {done.returncode}: {said}'
  return 'locked.pdf was written' if os.path.exists(at('locked.pdf')) else '' if os.path.exists(at('locked.png')) else 'locked.png was not written'


def jar():
  named = os.environ.get('VERAPDF')
  found = [named] if named else sorted(glob.glob(os.path.expanduser('~/.cache/verapdf/*.jar')))
  return found[-1] if found and tool('java') else None


def verapdf():
  """veraPDF passes all as PDF/UA-1 and PDF/A-2a, with attached data as PDF/A-3a"""
  problems = []
  made('render', charts[0], '-o', 'attached.pdf', '--attach-data')
  for flavour, files in (('ua1', [*pdfs, 'missing.pdf', 'attached.pdf']), ('2a', [*pdfs, 'missing.pdf']), ('3a', ['attached.pdf'])):
    done = subprocess.run(['java', '-cp', jar(), 'org.verapdf.apps.GreenfieldCliWrapper', '-f', flavour, '--format', 'text', '-v', *map(at, files)],
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    lines = done.stdout.decode().split('\n')
    passed = sum(line.startswith('PASS') for line in lines)
    if passed != len(files):
      problems.append(f'{flavour}: {passed} of {len(files)} pass\n' + '\n'.join(line for line in lines if 'PASS' not in line)[:2000])
  return '\n'.join(problems)


fonts = run('fonts').stdout.decode()
if 'PT Sans' not in fonts or 'CJK' not in fonts:
  print('1..0 # SKIP the fonts of Debian are missing')
  sys.exit(0)
render_all()
render_everything()
pdfs += ['everything.pdf', 'links.pdf']
for function in (conforming, small, detects, same_bytes, standards, other_fonts, forbidden):
  test(function)
test(raster)
for function, needed in ((qpdf, 'qpdf'), (round_trip, 'pdftotext'), (usable_text, 'pdftotext')):
  if tool(needed):
    test(function)
  else:
    say(function.__doc__, skip=f'no {needed}')
if jar():
  test(verapdf)
else:
  say(verapdf.__doc__, skip='no veraPDF')
print(f'1..{len(results)}')
sys.exit(any(results))
