"""zhinu report: pages in three formats, and what is said of a wrong one."""
import json
from cli import Folder, bars, check, check_refused, done, need_fonts, png_size, told

need_fonts()
HEAD = '---\ntitle: Rain\nlang: en\n---\n\n'
GOOD = HEAD + '# Winter\n\nIn May {{ rain["May"].mm }} mm (@fig-a).\n\n![Rain](a.vl.json){#fig-a}\n\n![The figures](rain.csv){#tbl-a}\n'
PACKAGE = {'name': 'rain', 'resources': [{'name': 'rain', 'path': 'rain.csv',
  'schema': {'primaryKey': 'month', 'fields': [{'name': 'month', 'type': 'string'}, {'name': 'mm', 'type': 'number'}]}}]}
DATA = {'datapackage.json': PACKAGE, 'rain.csv': 'month,mm\nMay,3\n', 'a.vl.json': bars()}

folder = Folder({'r.md': GOOD, **DATA})
run = folder.run('report', 'r.md', '-o', 'r.pdf', '-o', 'p.png', '-o', 'p.svg')
check('three formats', run.returncode == 0 and not run.stderr and folder.read('r.pdf').startswith(b'%PDF-') and folder.has('p-1.png') and folder.has('p-1.svg'), run)
folder.run('report', 'r.md', '-o', 's.pdf')
check('the same bytes again', folder.read('r.pdf') == folder.read('s.pdf'))
run = folder.run('report', 'r.md', '-o', 'q.png', '--scale', '1')
check('--scale', png_size(folder.read('p-1.png')) == tuple(2 * side for side in png_size(folder.read('q-1.png'))), run)
run = folder.run('report', '-', '-o', '-', input=GOOD.encode())
check('from standard input to standard output', run.returncode == 0 and run.stdout.startswith(b'%PDF-'), run)
run = folder.run('report', 'r.md', '-o', 'ru.pdf', '--lang', 'ru')
check('--lang', run.returncode == 0, run)
for name, content in (('BOM', b'\xef\xbb\xbf' + GOOD.encode()), ('CRLF', GOOD.replace('\n', '\r\n').encode())):
  folder.write('same/r.md', content)
  run = folder.run('report', 'same/r.md', '-o', 't.pdf', '--base', '.')
  check(name + ' is accepted', run.returncode == 0 and not run.stderr, run)
folder.write('themes/house.json', {'config': {'background': '#eeeeee'}})
folder.write('h.md', HEAD.replace('lang:', 'theme: themes/house.json\nlang:') + 'x\n')
run = folder.run('report', 'h.md', '-o', 'h.pdf', '--base', '.')
check('a theme of the front matter', run.returncode == 0, run)
elsewhere = folder.run('report', folder.at('h.md'), '-o', folder.at('e.pdf'), cwd='/')
check('is found beside the report', elsewhere.returncode == 0 and folder.read('e.pdf') == folder.read('h.pdf'), elsewhere)

# --- languages: the front matter's, with its catalogue ---
folder = Folder({'zhinu.json': {'languages': ['en', 'ru'], 'locale': '{lang}.po', 'reports': [{'source': 'r.md'}]}, 'en.po': '', 'a.vl.json': bars(title='Rain'),
  'ru.po': 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "a"\nmsgstr "месяц"\n',
  'r.md': HEAD.replace('lang: en', 'lang: ru') + '{{ 1234567.5 }}\n\n![x](a.vl.json){#fig-x}\n'})
run = folder.run('report', 'r.md', '-o', 'p.svg')
page = folder.read('p-1.svg').decode()
check('numbers and words in the report\'s own language', run.returncode == 0 and 'месяц' in page and '567,5' in page, run)
run = folder.run('build')
inputs = [entry['path'] for entry in json.loads(folder.read('output/manifest.json'))['outputs']['r.pdf']['inputs']]
check('a build takes that catalogue too', run.returncode == 0 and 'ru.po' in inputs and 'en.po' not in inputs, run)

# name, report, what the message holds
for name, text, wanted in (
    ('a reference to nothing', HEAD + 'See @fig-b.\n\n![Rain](a.vl.json){#fig-a}\n', ['r.md:6: error: nothing in the report has the id “fig-b”', 'did you mean “fig-a”']),
    ('an expression cut short', HEAD + 'A {{ 1 + }}.\n', ['r.md:6:6: error: expected a value', 'hint: 1 +']),
    ('an unknown table', HEAD + 'A {{ snow["May"].mm }}.\n', ['r.md:6:6: error:', 'snow']),
    ('an unknown row', HEAD + 'A {{ rain["Mai"].mm }}.\n', ['r.md:6:6: error:', 'Mai']),
    ('an unknown column', HEAD + 'A {{ rain["May"].mmm }}.\n', ['r.md:6:6: error:', 'mmm']),
    ('an unknown function', HEAD + 'A {{ sumsum(1) }}.\n', ['r.md:6:6: error:', 'sumsum']),
    ('an open brace', HEAD + 'A {{ 1\n', ['r.md:6:']),
    ('a figure that is not there', HEAD + '![x](none.vl.json){#fig-x}\n', ['r.md:6: error: there is no file “none.vl.json”', 'hint:']),
    ('a figure with an error', HEAD + '![x](b.vl.json){#fig-x}\n', ['b.vl.json#/mark: error:']),
    ('an image above the base folder', HEAD + '![x](../../../etc/passwd){#fig-x}\n', ['r.md:6', 'passwd']),
    ('an id twice', HEAD + '![x](a.vl.json){#fig-x}\n\n![y](a.vl.json){#fig-x}\n', ['r.md:', 'fig-x']),
    ('front matter that is not YAML', '---\ntitle: [T\n---\n\nx\n', ['r.md:3:1: error: the front matter is not YAML', 'hint:']),
    ('an unknown language', '---\nlang: xx\n---\n\nx\n', ['r.md:2:7: error: unknown language “xx”']),
    ('an unknown theme', '---\nlang: en\ntheme: papre\n---\n\nx\n', ['r.md', 'there is no theme “papre”', 'did you mean “paper”']),
    ('a theme outside', '---\nlang: en\ntheme: ../t.json\n---\n\nx\n', ['r.md', 'outside the base folder']),
    ('invalid UTF-8', b'x\n\ny\xff\n', ['r.md:3:2: error: the text is not UTF-8', 'hint: save the file as UTF-8']),
    ('NUL', b'x\n\ny\0\n', ['r.md:3']),
    ('quotes 10,000 deep', '>' * 10000 + ' x\n', ['r.md:1', 'nested deeper than 512'])):
  folder = Folder({'r.md': text, 'b.vl.json': bars(mark='barr'), **DATA})
  check_refused(name, folder, ('report', 'r.md', '-o', 'r.pdf'), wanted)

folder = Folder({'r.md': HEAD.replace('lang', 'titel: x\nlang') + 'x\n', **DATA})
run = folder.run('report', 'r.md', '-o', 'r.pdf')
check('an unknown key is a warning', run.returncode == 0 and 'r.md:3:1: warning: unknown key “titel”' in told(run) and 'did you mean “title”' in told(run), run)
check_refused('with --strict an error', folder, ('report', 'r.md', '-o', 's.pdf', '--strict'), ['titel'])
check_refused('a missing report', folder, ('report', 'none.md', '-o', 'n.pdf'), ['none.md: error: cannot read'])
check_refused('an ending that is none', folder, ('report', 'r.md', '-o', 'r.docx'), ['.pdf, .png, .svg'])
check_refused('no output', folder, ('report', 'r.md'), ['give -o FILE'], status=2)
done()
