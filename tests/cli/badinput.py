"""Bad input: exit status 1, a message that says where and what helps, nothing written."""
import json
import os
import struct
import zlib
from cli import Folder, bars, check, check_refused, done, need_fonts, table, told

need_fonts()
typo_encoding = {'x': {'field': 'month', 'type': 'nominal'}, 'y': {'field': 'rainfal', 'type': 'quantitative'}}
rain = [{'month': 'May', 'rainfall': 3}]

def shapes(topology, **more):
  return {'data': {'values': topology, 'format': {'type': 'topojson', 'feature': 'a'}}, 'mark': 'geoshape', **more}


def topology(arcs=None, **more):
  geometry = {'type': 'Polygon', 'arcs': [[0]]}
  return {'type': 'Topology', 'objects': {'a': {**geometry, **more}}, 'arcs': [[[0, 0], [0, 1], [1, 0], [0, 0]]] if arcs is None else arcs}


# name, spec, other files, what the message holds
CHARTS = [
  ('TopoJSON: an arc that is not there', shapes(topology(arcs=[])), {}, ['#/data/values/objects/a/arcs/0/0: error: there is no arc 0: the topology has 0']),
  ('TopoJSON: half an arc', shapes(topology(type='LineString') | {'objects': {'a': {'type': 'LineString', 'arcs': [0.5]}}}), {}, ['there is no arc 0.5']),
  ('TopoJSON: an arc of text', shapes(topology(arcs=['x'])), {}, ['#/data/values/arcs/0: error: an arc is an array of positions']),
  ('TopoJSON: a position of text', shapes(topology(arcs=[[[0, 'x']]])), {}, ['#/data/values/arcs/0/0: error: a position is an array of two numbers']),
  ('TopoJSON: arcs nested wrongly', shapes(topology() | {'objects': {'a': {'type': 'MultiPolygon', 'arcs': [[0]]}}}), {}, ['#/data/values/objects/a/arcs/0/0: error: expected an array']),
  ('TopoJSON: a transform of text', shapes(topology() | {'transform': {'scale': 'x', 'translate': [0, 0]}}), {}, ['#/data/values/transform/scale: error:']),
  ('TopoJSON: an object that is not there', shapes({'type': 'Topology', 'objects': {'b': {}, 'c': {}}, 'arcs': []}), {}, ['has no object “a”', 'hint: it has b, c']),
  ('TopoJSON: GeoJSON', shapes({'type': 'FeatureCollection', 'features': []}), {}, ['no TopoJSON document', 'hint: for GeoJSON use']),
  ('TopoJSON: no object named', {'data': {'values': topology(), 'format': {'type': 'topojson'}}, 'mark': 'geoshape'}, {}, ['needs a “feature” or a “mesh”']),
  ('TopoJSON: more positions than memory', shapes(topology(arcs=[[[0, 0]] * 2000]) | {'objects': {'a': {'type': 'LineString', 'arcs': [0] * 6000}}}), {},
    ['more than the 10000000 positions allowed']),
  ('a graticule without end', {'data': {'graticule': {'step': [1e-7, 1e-7]}}, 'mark': 'geoshape'}, {}, ['#/data/graticule: error:', 'more than 2000000 positions', 'hint:']),
  ('a graticule of text', {'data': {'graticule': {'step': ['a', 1]}}, 'mark': 'geoshape'}, {}, ['#/data/graticule/step']),
  ('an unknown projection', shapes(topology(), projection={'type': 'mercatr'}), {}, ['#/projection/type: error:', 'hint: did you mean “mercator”?']),
  ('a projection turned by one angle', shapes(topology(), projection={'type': 'mercator', 'rotate': {'expr': '[10]'}}), {}, ['#/projection/rotate: error:', 'two or three angles']),
  ('not JSON', '{"mark": bar}', {}, ['c.vl.json:1:10: error:']),
  ('an empty file', '', {}, ['c.vl.json']),
  ('NUL in JSON', b'{"mark": "b\0r"}', {}, ['c.vl.json:1:']),
  ('invalid UTF-8 in JSON', b'{"mark": "\xff"}', {}, ['c.vl.json:1:']),
  ('a key twice', '{"mark": "bar",\n "mark": "line"}', {}, ['c.vl.json:2:', 'duplicate', 'mark']),
  ('arrays 10,000 deep', '[' * 10000 + ']' * 10000, {}, ['c.vl.json:1:513: error: nested deeper than 512']),
  ('layers 10,000 deep', '{"layer":[' * 10000, {}, ['c.vl.json:1:', 'nested deeper than 512']),
  ('an expression 10,000 deep', bars(transform=[{'calculate': '(' * 10000, 'as': 'z'}]), {}, ['#/transform/0/calculate', 'nested', 'character 513']),
  ('an expression cut short', bars(transform=[{'calculate': 'datum.b +', 'as': 'z'}]), {}, ['#/transform/0/calculate', 'expected a value', 'hint: datum.b +']),
  ('an unknown mark', bars(mark='barr'), {}, ['c.vl.json#/mark: error: mark is “barr”', 'hint: did you mean “bar”?']),
  ('a field that is not there', bars(data={'values': rain}, encoding=typo_encoding), {},
    ['c.vl.json#/encoding/y/field: error: the data have no field “rainfal”', 'hint: did you mean “rainfall”?']),
  ('a field of a transform', bars(data={'values': rain}, transform=[{'filter': {'field': 'mont', 'equal': 'May'}}]), {}, ['mont', 'did you mean “month”']),
  ('a number that is text', bars(width='abc'), {}, ['c.vl.json#/width: error: width is “abc”, expected']),
  ('a type that is none', bars(encoding={'x': {'field': 'a', 'type': 'nominl'}}), {}, ['c.vl.json#/encoding/x/type', 'did you mean “nominal”']),
  ('width 1e9', bars(width=1e9), {}, ['c.vl.json#/width: error:']),
  ('a list for an object', bars(encoding=[]), {}, ['c.vl.json#/encoding: error:']),
  ('a ragged CSV', table('d.csv'), {'d.csv': 'a,b\nx,1\ny\n'}, ['d.csv:3: error:']),
  ('a column twice', table('d.csv'), {'d.csv': 'a,b,a\nx,1,2\n'}, ['d.csv:1: error:', '“a”', 'hint:']),
  ('an open quote', table('d.csv'), {'d.csv': 'a,b\n"x,1\n'}, ['d.csv:2: error:', 'never closed']),
  ('NUL in CSV', table('d.csv'), {'d.csv': b'a,b\nx,1\ny,\0\n'}, ['d.csv:3: error:', 'NUL']),
  ('invalid UTF-8 in CSV', table('d.csv'), {'d.csv': b'a,b\nx,1\n\xff,2\n'}, ['d.csv:3: error:', '0xff', 'hint: save it as UTF-8']),
  ('an empty CSV', table('d.csv'), {'d.csv': ''}, ['d.csv: error: the file is empty']),
  ('a missing file', table('none.csv'), {}, ['c.vl.json#/data/url: error: there is no file “none.csv”', 'hint: the base folder is']),
  ('a folder as data', table('data'), {'data/d.csv': ''}, ['data: error: is a folder']),
  ('http', table('http://example.org/d.csv'), {}, ['c.vl.json#/data/url: error: data from the network are not read: http://example.org/d.csv', 'hint: download']),
  ('a file: URL', table('file:///etc/passwd'), {}, ['c.vl.json#/data/url: error:', 'file:///etc/passwd']),
  ('a url above the base folder', table('../d.csv'), {}, ['c.vl.json#/data/url: error:', 'outside', 'hint: --base DIR']),
  ('a url that goes down and up', table('x/../../d.csv'), {'x/y': ''}, ['c.vl.json#/data/url: error:', 'outside']),
  ('an absolute url', table('/etc/passwd'), {}, ['c.vl.json#/data/url: error:', 'absolute']),
]
for name, spec, files, wanted in CHARTS:
  check_refused(name, Folder({'c.vl.json': spec, **files}), ('render', 'c.vl.json', '-o', 'c.svg'), wanted)

folder = Folder({'c.vl.json': table('link.csv'), 'd.vl.json': table('here/d.csv'), 'sub/d.csv': 'a,b\nx,1\n'})
os.symlink('/etc/passwd', folder.at('link.csv'))
os.symlink('sub', folder.at('here'))
check_refused('a link out of the base folder', folder, ('render', 'c.vl.json', '-o', 'c.svg'), ['c.vl.json#/data/url: error:', 'outside'])
run = folder.run('render', 'd.vl.json', '-o', 'd.svg')
check('a link inside the base folder is fine', run.returncode == 0 and not run.stderr, run)

# several problems come at once, not one a run
folder = Folder({'c.vl.json': bars(mark='barr', width='abc')})
check_refused('all problems of a file', folder, ('render', 'c.vl.json', '-o', 'c.svg'), ['#/mark', '#/width'])

# --- warnings ---
folder = Folder({'c.vl.json': bars(mark={'type': 'bar', 'colour': 'red'})})
run = folder.run('render', 'c.vl.json', '-o', 'c.svg')
check('an unknown property is a warning', run.returncode == 0 and folder.has('c.svg') and 'c.vl.json#/mark/colour: warning:' in told(run)
  and 'did you mean “color”' in told(run), run)
check_refused('with --strict an error', folder, ('render', 'c.vl.json', '-o', 'd.svg', '--strict'), ['#/mark/colour'])
folder = Folder({'c.vl.json': table('d.csv'), 'd.csv': 'a,b\nx,1\ny,many\n'})
run = folder.run('render', 'c.vl.json', '-o', 'c.svg')
check('a word among numbers is a warning', run.returncode == 0 and 'd.csv:3: warning: “many” is not a number' in told(run), run)

folder = Folder({'c.vl.json': bars(title='A \ue123', data={'values': [{'a': 'x\U0001e900', 'b': 1}]}), 'd.vl.json': table('d.csv'), 'd.csv': 'a,b\n\ue124,1\n'})
run = folder.run('render', 'c.vl.json', '-o', 'c.svg')
check('a character no font has is a warning with its place', run.returncode == 0 and all(part in told(run) for part in
  ('c.vl.json#/data/values/0/a: warning: no font has the character \U0001e900 (U+1E900)', 'c.vl.json#/title: warning: no font has the character \ue123')), run)
run = folder.run('render', 'd.vl.json', '-o', 'd.svg')
check('one that comes from a table names the chart', run.returncode == 0 and 'd.vl.json: warning: no font has the character \ue124' in told(run), run)
folder.write('r.md', '# A\n\n![B](c.vl.json){#fig-b}\n')
run = folder.run('report', 'r.md', '-o', 'r.pdf')
check('in a figure of a report, too', run.returncode == 0 and 'c.vl.json#/data/values/0/a: warning: no font has the character \U0001e900' in told(run), run)
check_refused('padding that leaves nothing', Folder({'c.vl.json': bars(padding=-1000)}), ('render', 'c.vl.json', '-o', 'c.png'), ['c.vl.json: error: the picture is'])

# --- pictures ---


def png(data):
  parts = ((b'IHDR', struct.pack('>IIBBBBB', 2, 2, 8, 2, 0, 0, 0)), (b'IDAT', data), (b'IEND', b''))
  return b'\x89PNG\r\n\x1a\n' + b''.join(struct.pack('>I', len(d)) + t + d + struct.pack('>I', zlib.crc32(t + d)) for t, d in parts)


whole = png(zlib.compress(bytes(14)))
image = {'data': {'values': [{'u': 'p.png'}]}, 'mark': 'image', 'encoding': {'url': {'field': 'u'}}}
for name, content, wanted in (
    ('a damaged picture', png(b'x' * 40), 'cannot be decoded: it is damaged'),
    ('half a picture', whole[:50], 'cannot be decoded: it is damaged')):
  folder = Folder({'c.vl.json': image, 'r.md': '# A\n\n![B](p.png)\n', 'p.png': content})
  check_refused(name + ' in a chart', folder, ('render', 'c.vl.json', '-o', 'c.svg', '-o', 'c.png', '-o', 'c.pdf'), ['p.png: error: this PNG', wanted])
  check_refused(name + ' in a report', folder, ('report', 'r.md', '-o', 'r.svg', '-o', 'r.pdf', '-o', 'r.png'), ['p.png: error: this PNG', wanted])
folder = Folder({'c.vl.json': image, 'r.md': '# A\n\n![B](p.png)\n', 'p.png': whole})
run = folder.run('render', 'c.vl.json', '-o', 'c.PNG', '-o', 'c.PDF')
check('a whole picture, endings in capitals', run.returncode == 0 and folder.has('c.PNG') and folder.read('c.PDF')[:5] == b'%PDF-', run)
run = folder.run('report', 'r.md', '-o', 'r.PDF')
check('a report with an ending in capitals is one file', run.returncode == 0 and folder.has('r.PDF') and not folder.has('r-1.PDF'), run)

# --- accepted ---


def scene(folder):
  """Without what it was made of."""
  return {**json.loads(folder.read('c.scene.json')), 'provenance': None}


plain = Folder({'c.vl.json': table('d.csv'), 'd.csv': 'a,b\nx,1\ny,2\n'})
plain.run('render', 'c.vl.json', '-o', 'c.scene.json')
for name, spec, data in (
    ('BOM', b'\xef\xbb\xbf', b'\xef\xbb\xbfa,b\nx,1\ny,2\n'),
    ('CRLF', b'', b'a,b\r\nx,1\r\ny,2\r\n'),
    ('no line end at the end', b'', b'a,b\nx,1\ny,2')):
  folder = Folder({'c.vl.json': spec + plain.read('c.vl.json').replace(b', ', b',\r\n'), 'd.csv': data})
  run = folder.run('render', 'c.vl.json', '-o', 'c.scene.json')
  check(name + ' is accepted', run.returncode == 0 and not run.stderr and scene(folder) == scene(plain), run)

# --- options ---
folder = Folder({'c.vl.json': bars(), 'file': 'x', 't.json': '[]', 'u.json': '{', 'w.po': 'msgid "a'})
for name, words, wanted in (
    ('an unknown language', ('--lang', 'xx'), ['the language “xx” is not known', 'hint: languages are zh, ru, en']),
    ('a theme typo', ('--theme', 'papre'), ['there is no theme “papre”', 'did you mean “paper”']),
    ('a theme file that is not there', ('--theme', 'none.json'), ['none.json: error: cannot read']),
    ('a theme that is a list', ('--theme', 't.json'), ['t.json:1:1: error: a theme is a JSON object']),
    ('a theme that is not JSON', ('--theme', 'u.json'), ['u.json:1:']),
    ('a catalogue that is not there', ('--locale', 'none.po'), ['none.po: error: cannot read']),
    ('a catalogue cut short', ('--locale', 'w.po'), ['w.po:1']),
    ('a base folder that is not there', ('--base', 'none', ), []),
    ('a format that is none', ('-o', 'c.gif'), ['c.gif: error: “.gif” is not a picture\'s ending', 'hint: endings are .png, .pdf, .svg']),
    ('no ending', ('-o', 'a.d/b'), ['a.d/b: error: the file has no ending']),
    ('a size without end', ('--scale', '100000'), ['px'])):
  if name == 'a base folder that is not there':
    folder.write('d.vl.json', table('d.csv'))
    check_refused(name, folder, ('render', 'd.vl.json', '-o', 'd.svg', *words), ['cannot open the base folder “none”'])
  else:
    output = () if '-o' in words else ('-o', 'c.png')
    check_refused(name, folder, ('render', 'c.vl.json', *output, *words), wanted)
for words, wanted in (
    (('render', '--nonsense'), ['there is no option “--nonsense”', 'usage: zhinu render']),
    (('render', 'c.vl.json'), ['-o']),
    (('render',), ['which chart']),
    (('render', 'c.vl.json', '-o'), ['-o needs a value']),
    (('render', 'c.vl.json', '-o', 'c.png', '--size', '10'), ['“10” is not a value for --size']),
    (('render', 'c.vl.json', '-o', 'c.png', '--scale', '-1'), ['“-1” is not a value for --scale']),
    (('render', 'c.vl.json', '-o', 'c.png', '--data', 'x'), ['--data is NAME=FILE']),
    (('build', '--jobbs', '3'), ['there is no option “--jobbs”, did you mean “--jobs”?']),
    (('build', '-j', '2.5'), ['“2.5” is not a value for -j: a whole number, 1 to 512']),
    (('build', '--force=no'), ['--force takes no value']),
    (('help', 'buld'), ['did you mean “build”']),
    (('rendr',), ['there is no command “rendr”', 'did you mean “render”']),
    ((), ['usage: zhinu'])):
  check_refused('wrong usage: ' + ' '.join(words), folder, words, wanted, status=2)
done()
