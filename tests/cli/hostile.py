"""Hostile and mistaken input of all kinds: a clear message with its place and exit status 1, or a chart; never a crash, a hang, or half a file."""
import json
import os
import subprocess
import threading
from cli import Folder, PROGRAM, bars, check, check_refused, done, need_fonts, skip, table, told

need_fonts()
OUTPUTS = ('-o', 'c.png', '-o', 'c.svg', '-o', 'c.pdf')
QUANTITY = {'field': 'b', 'type': 'quantitative'}


def numbers(*values, **more):
  return bars(data={'values': [{'a': str(i), 'b': value} for i, value in enumerate(values)]}, **more)


def with_y(**more):
  return bars(encoding={'x': {'field': 'a', 'type': 'nominal'}, 'y': {**QUANTITY, **more}})


def binned(**bin):
  return bars(encoding={'x': {**QUANTITY, 'bin': bin}, 'y': {'aggregate': 'count'}})


def mark(**more):
  return bars(mark={'type': 'line', **more})


# --- charts that are refused ---
for name, spec, files, wanted in (
    ('a number beyond doubles', json.dumps(numbers(7)).replace('7', '1e400'), {}, ['c.vl.json:1:', 'too large']),
    ('NaN in JSON', json.dumps(numbers(7)).replace('7', 'NaN'), {}, ['c.vl.json:1:', 'NaN']),
    ('a billion bins', binned(maxbins=1e9), {}, ['#/encoding/x', 'error:']),
    ('tiny bins', binned(step=1e-9), {}, ['#/encoding/x', 'error:']),
    ('a sequence of 1e12', bars(data={'sequence': {'start': 0, 'stop': 1e12}}), {}, ['#/data/sequence: error:', 'allowed']),
    ('100,000 categories', bars(data={'values': [{'a': f'c{i}', 'b': i} for i in range(100000)]}), {}, ['too large', 'hint: give “width” and “height”']),
    ('5000 rows of facets', bars(data={'values': [{'a': str(i), 'b': i} for i in range(5000)]}, encoding={'row': {'field': 'a', 'type': 'nominal'}, 'y': QUANTITY}), {},
      ['too large']),
    ('a width below 0', bars(width=-1), {}, ['#/width: error:', 'expected 0 to 32767']),
    ('a width of nothing', bars(width=None), {}, ['#/width: error: width is null']),
    ('a list as width', bars(width=[]), {}, ['#/width: error: width is an array']),
    ('a step below 0', bars(width={'step': -5}), {}, ['#/width/step: error:']),
    ('letters of a kilometre', bars(title={'text': 'A', 'fontSize': 1e6}), {}, ['too large']),
    ('a line as wide as the universe', mark(strokeWidth=1e300), {}, ['too large']),
    ('20,000 repeats', {'repeat': {'layer': ['b'] * 20000}, 'spec': bars()}, {}, ['more than 20000 views']),
    ('a text of 1e9', bars(transform=[{'calculate': 'pad("x",1e9,"y")', 'as': 'a'}]), {}, ['more than 16000000 bytes']),
    ('an array of 1e9', bars(transform=[{'calculate': 'length(sequence(1e9))', 'as': 'b'}]), {}, ['more than 2000000 items']),
    ('a regular expression that never ends', bars(transform=[{'calculate': "test(/(a+)+$/,'" + 'a' * 40 + "!')", 'as': 'b'}]), {}, ['takes too long', 'hint:']),
    ('JSON data without an end', table('d.json'), {'d.json': '[' * 100000}, ['d.json:1:513: error: nested deeper']),
    ('JSON data that are a number', table('d.json'), {'d.json': '5'}, ['#/encoding/x/field: error:']),
    ('an empty url', table(''), {}, ['#/data/url: error: the file name is empty'])):
  check_refused(name, Folder({'c.vl.json': spec, **files}), ('render', 'c.vl.json', *OUTPUTS), wanted)

# --- charts that are drawn ---
for name, spec, files, wanted in (
    ('the largest numbers', numbers(1e308, -1e308, 5), {}, ''),
    ('zero on a log scale', numbers(0, 10, encoding={'y': {**QUANTITY, 'scale': {'type': 'log'}}}), {}, '#/encoding/y/scale: warning: the domain of a log scale includes zero'),
    ('their sum', numbers(*[1e308] * 4, encoding={'x': {**QUANTITY, 'aggregate': 'sum'}}), {}, ''),
    ('a domain of all numbers', with_y(scale={'domain': [-1e308, 1e308]}), {}, ''),
    ('a billion ticks', with_y(axis={'tickCount': 1e9}), {}, ''),
    ('a format without end', with_y(axis={'format': '.999999f'}), {}, ''),
    ('a format of a billion zeros', with_y(axis={'format': '0999999999d'}), {}, ''),
    ('infinity in a CSV', table('d.csv'), {'d.csv': 'a,b\nx,Infinity\ny,NaN\nz,3\n'}, 'd.csv:3: warning: “NaN” is not a number'),
    ('no width', bars(width=0), {}, ''),
    ('hardly a width', bars(width=1e-300), {}, ''),
    ('letters of no size', bars(title={'text': 'A', 'fontSize': -3}), {}, ''),
    ('tiny dashes', mark(strokeDash=[1e-9, 1e-9]), {}, ''),
    ('impossible dashes', mark(strokeDash=[-1, 0]), {}, ''),
    ('a table of one line', table('d.csv'), {'d.csv': 'a,b'}, '')):
  folder = Folder({'c.vl.json': spec, **files})
  run = folder.run('render', 'c.vl.json', *OUTPUTS)
  check(name, run.returncode == 0 and all(folder.has(file) for file in OUTPUTS[1::2]) and wanted in told(run), run)

# --- reports ---
for name, text, wanted in (
    ('NUL', b'# A\n\nb\0c\n', ['r.md:3:2: error:', 'NUL']),
    ('bytes that are no UTF-8', b'# A\n\nb\xff\n', ['r.md:3:2: error: the text is not UTF-8']),
    ('quotes 5000 deep', '>' * 5000 + 'a\n', ['r.md:1: error: nested deeper than 512']),
    ('lists 800 deep', ''.join('  ' * i + '- a\n' for i in range(800)), ['error: nested deeper than 512']),
    ('aliases', '---\na: &a [x,x]\nb: [*a,*a]\n---\n\nx\n', ['r.md:3:', 'no anchors and aliases']),
    ('a mapping that is cut', '---\ntitle: [a\n---\n\nx\n', ['r.md:', 'is not YAML']),
    ('front matter 3000 deep', '---\ntitle: ' + '[' * 3000 + '\n---\n\nx\n', ['r.md:2:', 'nested deeper']),
    ('itself as a figure', '![a](r.md){#fig-a}\n', ['r.md:1: error:', 'hint: charts are']),
    ('a page of 1 mm', '---\npage: {width: 1mm, height: 1mm}\n---\n\nx\n', ['r.md:2:']),
    ('margins beyond the page', '---\npage: {size: A5, margin: 200mm}\n---\n\nx\n', ['r.md:2:'])):
  check_refused('a report: ' + name, Folder({'r.md': text}), ('report', 'r.md', '-o', 'r.pdf'), wanted)
for name, text in (('brackets', '[' * 30000 + 'a' + ']' * 30000), ('stars', '*a **b ' * 5000), ('nothing', '')):
  folder = Folder({'r.md': text})
  run = folder.run('report', 'r.md', '-o', 'r.pdf')
  check(f'a report of {name}', run.returncode == 0 and folder.has('r.pdf'), run)

# --- catalogues, themes, styles ---
HEAD = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n'
for name, file, content, words, wanted in (
    ('a catalogue in another encoding', 'ru.po', HEAD.encode() + b'msgid "a"\nmsgstr "\xc6"\n', ('--locale', 'ru.po', '--lang', 'ru'), ['ru.po: error:', 'not UTF-8']),
    ('a message twice', 'ru.po', HEAD + 'msgid "a"\nmsgstr "x"\nmsgid "a"\nmsgstr "y"\n', ('--locale', 'ru.po', '--lang', 'ru'), ['ru.po:5: error: duplicate']),
    ('a catalogue with a slip', 'ru.po', HEAD + 'msgid "a\nmsgstr b', ('--locale', 'ru.po', '--lang', 'ru'), ['ru.po:4: error:']),
    ('a theme of wrong types', 't.json', {'config': {'font': 5, 'axis': [], 'bar': 'x', 'usermeta': {'zhinu': {'width': 'x', 'scale': -3, 'page': 1}}}}, ('--theme', 't.json'),
      ['t.json#/config/font: error:', 't.json#/config/axis: error:', 't.json#/config/bar: error:', 't.json#/config/usermeta/zhinu/width: error:', 'zhinu/scale: error:', 'zhinu/page: error:']),
    ('a bare theme of wrong types', 't.json', {'font': 5}, ('--theme', 't.json'), ['t.json#/font: error: font is a number']),
    ('a theme that is a text', 't.json', {'config': 'x'}, ('--theme', 't.json'), ['t.json#/config: error:']),
    ('a theme as large as the earth', 't.json', {'config': {'usermeta': {'zhinu': {'width': 1e12}}}}, ('--theme', 't.json'), ['zhinu/width: error:'])):
  check_refused(name, Folder({'c.vl.json': bars(), file: content}), ('render', 'c.vl.json', '-o', 'c.png', *words), wanted)
folder = Folder({'c.vl.json': bars(), 't.json': {'config': {'group': {'fill': '#eee'}, 'bar': {'colour': 'red'}}}})
run = folder.run('render', 'c.vl.json', '-o', 'c.svg', '--theme', 't.json')
check("a theme may have Vega's members; a slip is told", run.returncode == 0 and told(run).count('warning') == 1 and 't.json#/config/bar/colour: warning:' in told(run), run)
for name, style, wanted in (('of wrong types', {'extends': 'report', 'body': {'size': -3}, 'page': 5}, ['s.json#/body/size: error:', 's.json#/page: error:']),
    ('that extends itself', {'extends': 's.json'}, ['s.json#/extends: error:', 'circle'])):
  check_refused('a style ' + name, Folder({'r.md': '# A\n', 's.json': style}), ('report', 'r.md', '-o', 'r.pdf', '--style', 's.json'), wanted)

# --- projects ---
for name, project, wanted in (
    ('members of wrong types', {'output': 5, 'languages': 'ru', 'charts': [{'spec': 5, 'themes': 'paper', 'formats': [1], 'scale': -1, 'attachData': 'yes'}, 7], 'reports': {}},
      ['zhinu.json#/output: error: “output” is a text', '#/languages: error: “languages” is a list of texts', '#/charts/0/spec: error:', '#/charts/0/themes: error:',
        '#/charts/0/formats: error:', '#/charts/0/scale: error: “scale” is a number above 0', '#/charts/0/attachData: error: “attachData” is true or false',
        '#/charts/1: error: an entry is a JSON object', '#/reports: error: “reports” is a list']),
    ('a list', [], ['zhinu.json: error: a project file is a JSON object']),
    ('no base folder', {'base': 'nope', 'charts': [{'spec': 'c.vl.json'}]}, ['#/base: error: there is no folder “nope”']),
    ('no Data Package', {'datapackage': 'nope.json', 'charts': [{'spec': 'c.vl.json'}]}, ['#/datapackage: error: there is no file “nope.json”']),
    ('one output twice', {'languages': ['ru', 'ru'], 'charts': [{'spec': 'c.vl.json'}]}, ['two entries make the same output “c.ru.png”']),
    ('a file as output folder', {'output': 'c.vl.json', 'charts': [{'spec': 'c.vl.json'}]}, ['c.vl.json/c.en.png: error: cannot write'])):
  check_refused('a project: ' + name, Folder({'zhinu.json': project, 'c.vl.json': bars()}), ('build',), wanted)
run = Folder({'zhinu.json': {}}).run('build')
check('a project that makes nothing says so', run.returncode == 0 and 'warning: the project makes nothing' in told(run), run)
folder = Folder({'zhinu.json': {'charts': [{'spec': '*/*/*/c.vl.json'}]}, 'c.vl.json': bars()})
os.symlink('.', folder.at('loop'))
run = folder.run('build')
check('a folder in itself', run.returncode == 0 and folder.has('output/c.en.png'), run)

# --- files that are no files ---
folder = Folder({'d.vl.json': table('loop.csv'), 'e.vl.json': bars(), 'f.vl.json': table('data.fifo'), 'full.png/x': '', 'g.svg': json.dumps(bars())})
for name in ('loop.csv', 'loop.vl.json'):
  os.symlink(name, folder.at(name))
for name in ('spec.fifo', 'data.fifo', 'out.fifo', 'out.fifo.png'):
  os.mkfifo(folder.at(name))


def refused(name, words, wanted):
  run = folder.run(*words)
  check(name, run.returncode == 1 and all(part in told(run) for part in wanted), run)


refused('a link to itself as specification', ('render', 'loop.vl.json', '-o', 'x.png'), ['loop.vl.json: error: cannot read'])
refused('a link to itself as data', ('render', 'd.vl.json', '-o', 'x.png'), ['d.vl.json#/data/url: error:'])
refused('a folder as output', ('render', 'e.vl.json', '-o', 'full.png', '-o', 'ok.svg'), ['full.png: error: cannot write'])
check('the other output is made', folder.has('ok.svg'))
refused('a pipe that nobody writes into', ('render', 'spec.fifo', '-o', 'x.png'), ['spec.fifo: error: cannot read: nobody writes into this pipe'])
refused('data from such a pipe', ('render', 'f.vl.json', '-o', 'x.png'), ['data.fifo: error: cannot read: nobody'])
refused('a pipe that nobody reads', ('render', 'e.vl.json', '-o', 'out.fifo.png'), ['out.fifo.png: error: cannot write'])
check('nothing is made of them', not folder.has('x.png'))


def write_later(name, content):
  with open(folder.at(name), 'wb') as pipe:
    pipe.write(content)


writer = threading.Timer(0.3, write_later, ('spec.fifo', folder.read('e.vl.json')))
writer.start()
run = folder.run('render', 'spec.fifo', '-o', 'p.svg')
writer.join()
check('a pipe whose writer comes late', run.returncode == 0 and folder.has('p.svg'), run)
before = folder.read('g.svg')
refused('the output in place of the specification', ('render', 'g.svg', '-o', 'g.svg'), ['g.svg: error: the output would take the place of what it is made of', 'hint:'])
refused('in place of it, by another name', ('render', 'g.svg', '-o', 'full.png/../g.svg'), ['would take the place'])
os.link(folder.at('g.svg'), folder.at('h.svg'))
refused('in place of it, by a hard link', ('render', 'g.svg', '-o', 'h.svg'), ['would take the place'])
folder.write('data.pdf', 'a,b\nx,1\n')
folder.write('t.vl.json', bars(data={'url': 'data.pdf', 'format': {'type': 'csv'}}))
refused('in place of the data', ('render', 't.vl.json', '-o', 'data.pdf'), ['data.pdf: error:', 'would take the place'])
check('and they are as they were', folder.read('g.svg') == before and folder.read('data.pdf') == b'a,b\nx,1\n')

# --- options and surroundings ---
folder = Folder({'c.vl.json': bars(), 'n.vl.json': bars(data={'name': 'n'}), 'zhinu.json': {'charts': [{'spec': 'c.vl.json'}]}})
refused('named data that are not there', ('render', 'n.vl.json', '-o', 'x.png', '--data', 'n=nope.csv'), ['n.vl.json#/data/name: error: there is no file “nope.csv”'])
refused('named data that nobody gave', ('render', 'n.vl.json', '-o', 'x.png'), ['no data are named “n”', '--data'])
run = folder.run('render', 'c.vl.json', '-o', 'c.svg', '--data', 'z=z.csv')
check('named data that nobody asks for are a warning', run.returncode == 0 and 'no data are named “z” in the specification: z.csv is not read' in told(run), run)
refused('a language that is a path', ('render', 'c.vl.json', '-o', 'x.png', '--lang', '../../x'), ['the language “../../x” is not known'])
refused('a name that is too long', ('render', 'c.vl.json', '-o', 'x' * 300 + '.png'), ['cannot write'])
for words, wanted in ((('c.vl.json', '-o', ''), 'the name of an output is empty'), (('', '-o', 'x.png'), 'the name of the chart is empty')):
  check_refused(wanted, folder, ('render', *words), [wanted], status=2)
for value in ('junk', '-5', '99999999999999999', '1e9'):
  run = folder.run('render', 'c.vl.json', '-o', 'x.png', env={'SOURCE_DATE_EPOCH': value})
  check(f'SOURCE_DATE_EPOCH={value}', run.returncode == 1 and f'SOURCE_DATE_EPOCH is “{value}”' in told(run) and not folder.has('x.png'), run)
for name, fds in (('standard output', [1]), ('all standard files', [0, 1, 2])):
  run = subprocess.run([PROGRAM, 'build', '--force'], cwd=folder.path, stderr=subprocess.PIPE, preexec_fn=lambda: [os.close(fd) for fd in fds], timeout=60)
  check(f'{name} closed: the files are made, the status is 1', run.returncode == 1 and folder.read('output/c.en.png')[:4] == b'\x89PNG', run)


def as_nobody():
  os.setgid(65534)
  os.setuid(65534)


folder = Folder({'c.vl.json': bars(), 'locked/old.svg': 'old', 'zhinu.json': {'output': 'locked', 'charts': [{'spec': 'c.vl.json'}]}})
os.chmod(folder.path, 0o755)
os.chmod(folder.at('locked'), 0o555)
os.chmod(folder.at('locked/old.svg'), 0o444)
nobody = {'preexec_fn': as_nobody} if os.geteuid() == 0 else {}
try: # the program may lie where nobody gets
  reachable = folder.run('fonts', **nobody).returncode == 0
except OSError:
  reachable = False
if not reachable:
  skip('a folder that may not be written to', 'another user cannot run the program')
  done()
run = folder.run('render', 'c.vl.json', '-o', 'locked/c.svg', '-o', 'locked/old.svg', **nobody)
check('a folder that may not be written to', run.returncode == 1 and 'locked/c.svg: error: cannot write: Permission denied' in told(run) and 'locked/old.svg: error: cannot write' in told(run)
  and folder.names('locked') == ['old.svg'] and folder.read('locked/old.svg') == b'old', run)
run = folder.run('build', **nobody)
check('a build into it', run.returncode == 1 and 'cannot write: Permission denied' in told(run) and folder.names('locked') == ['old.svg'], run)
done()
