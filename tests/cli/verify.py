"""zhinu verify: outputs tell what they were made of, and whether that is still so."""
import json
import os
import re
from cli import Folder, bars, check, check_refused, done, need_fonts, png_chunks, study, table, told

need_fonts()
PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Rain"\nmsgstr "Дождь"\n'
folder = Folder({'a.vl.json': table('d.csv', title='Rain <&> "снег"'), 'd.csv': 'a,b\nx,1\n', 'house.json': {'config': {}}, 'ru.po': PO})
FILES = ['c.png', 'c.pdf', 'c.svg', 'c.scene.json']
render = ['render', 'a.vl.json', '--lang', 'ru', '--theme', 'house.json', '--locale', 'ru.po'] + [word for file in FILES for word in ('-o', file)]
run = folder.run(*render)
check('rendered', run.returncode == 0 and not run.stderr, run)


def verify(*words, **more):
  """(exit status, {file: [reasons]}, all that was said)"""
  run = folder.run('verify', *words, **more)
  reasons = {}
  for file, state, reason in re.findall(r'^(.*?): (current|not current: (.*))$', run.stdout.decode(), re.M):
    reasons.setdefault(file, []).extend([reason] if state != 'current' else [])
  return run.returncode, reasons, run


status, reasons, run = verify(*FILES)
check('PNG, PDF, SVG and scene are current', status == 0 and reasons == {file: [] for file in FILES}, run)
for file in FILES:
  status, reasons, run = verify(file, '--show')
  shown = json.loads(run.stdout.decode().splitlines()[1]) if status == 0 else {}
  check(f'--show of {file}', shown.get('program', '').startswith('zhinu 0.') and shown['options'] == {'lang': 'ru', 'theme': 'house.json'}
    and list(shown['inputs']) == ['a.vl.json', 'd.csv', 'house.json', 'ru.po'] and shown['fonts'], run)
check('nothing of the machine is in it', not any(folder.path.encode() in folder.read(file) for file in FILES))
check('one chunk of a PNG', sum(kind == 'iTXt' and data.startswith(b'Provenance\0') for kind, data in png_chunks(folder.read('c.png'))) == 1)
status, reasons, run = verify(*[folder.at(file) for file in FILES], cwd='/')
check('from another folder', status == 0 and len(reasons) == 4, run)

# --- each input ---
for path, other in (('a.vl.json', json.dumps(table('d.csv'))), ('d.csv', 'a,b\nx,2\n'), ('house.json', '{"config": {"background": "red"}}'), ('ru.po', PO + '\n')):
  before = folder.read(path)
  folder.write(path, other)
  status, reasons, run = verify(*FILES)
  check(f'{path} changed', status == 1 and all(reasons[file] == [f'{path} changed'] for file in FILES), run)
  os.unlink(folder.at(path))
  status, reasons, run = verify('c.svg')
  check(f'{path} is gone', status == 1 and reasons['c.svg'] == [f'{path} is gone'], run)
  folder.write(path, before)
check('all is as it was', verify(*FILES)[0] == 0)
folder.write('latin.conf', '<?xml version="1.0"?><fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir></fontconfig>')
status, reasons, run = verify('c.png', env={'FONTCONFIG_FILE': 'latin.conf'})
if 'no fonts' not in told(run):
  check('fonts are gone', status == 1 and any(re.fullmatch(r'the font \S+ is gone', reason) for reason in reasons['c.png']), run)
old = folder.read('c.svg')
folder.write('old.svg', old.replace(b'zhinu 0.', b'zhinu 9.'))
status, reasons, run = verify('old.svg')
check('another version', status == 1 and 'it was made by zhinu 9.' in reasons['old.svg'][0], run)
os.makedirs(folder.at('else'))
os.replace(folder.at('c.svg'), folder.at('else/c.svg'))
status, reasons, run = verify('else/c.svg')
check('a file in a folder below its inputs is compared with them', status == 0, run)
other = Folder({'c.svg': folder.read('else/c.svg')})
run = other.run('verify', 'c.svg')
check('a file that was moved away is compared with its folder', run.returncode == 1 and b'd.csv is gone' in run.stdout, run)
status, reasons, run = verify('else/c.svg', '--base', '.')
check('--base is where the inputs are', status == 0, run)
run = folder.run('render', '-', '-o', 'p.png', input=json.dumps(bars()).encode())
status, reasons, run = verify('p.png')
check('standard input cannot be compared', status == 1 and 'standard input' in reasons['p.png'][0], run)

# --- options ---
png = ['render', 'a.vl.json', '-o', 'o.png', '-o', 'o.scene.json', '--lang', 'ru', '--scale', '2', '--background', 'white', '--pdf-standard', 'ua-1']
folder.run(*png)
for words, reason in (
    (('--lang', 'ru', '--scale', '2', '--background', 'white', '--pdf-standard', 'ua-1'), None),
    (('--lang', 'zh'), 'it was made with lang ru, and should be with lang zh'),
    (('--theme', 'slide'), 'it was made with no theme, and should be with theme slide'),
    (('--scale', '1.5'), 'it was made with scale 2, and should be with scale 1.5'),
    (('--size', '300x200'), 'it was made with no size, and should be with size 300x200'),
    (('--background', 'red'), 'it was made with background white, and should be with background red'),
    (('--transparent',), 'it was made with no transparent, and should be with transparent true'),
    (('--svg-text', 'outlines'), 'it was made with no svgText, and should be with svgText outlines'),
    (('--pdf-standard', 'a-3a'), 'it was made with pdfStandard ua-1, and should be with pdfStandard a-3a')):
  for file in ('o.png', 'o.scene.json'):
    status, reasons, run = verify(file, *words)
    check(f'{file} {" ".join(words)}', reasons.get(file) == ([reason] if reason else []) and status == (1 if reason else 0), run)

# --- files that tell nothing ---
png = folder.read('c.png')
folder.write('text.txt', 'hello')
folder.write('cut.png', png[:60])
folder.write('length.png', png[:33] + b'\xff\xff\xff\xff' + png[37:])
folder.write('empty.svg', '')
folder.write('broken.svg', '<svg><metadata><dcterms:provenance>{oops</dcterms:provenance></metadata></svg>')
folder.write('list.svg', '<dcterms:provenance>[1]</dcterms:provenance>')
folder.write('odd.svg', '<dcterms:provenance>{"program": 3, "inputs": [1], "fonts": {"x": 4}}</dcterms:provenance>')
folder.write('open.svg', '<dcterms:provenance>{')
folder.write('cut.scene.json', folder.read('o.scene.json')[:-3])
folder.write('bare.scene.json', '{"format":"vlscene-1","items":[]}')
for name in ('text.txt', 'cut.png', 'length.png', 'empty.svg', 'open.svg', 'cut.scene.json', 'bare.scene.json'):
  check_refused(f'{name} tells nothing', folder, ('verify', name), [f'{name}: error: the file does not tell what it was made of', 'hint:'])
for name in ('broken.svg', 'list.svg'):
  check_refused(f'{name} is damaged', folder, ('verify', name), [name])
status, reasons, run = verify('odd.svg')
check('members of the wrong type', status == 1 and reasons['odd.svg'], run)
check_refused('a file that is not there', folder, ('verify', 'none.png'), ['none.png: error: cannot read'])
check_refused('no file', folder, ('verify',), ['which files'], status=2)

# --- a project: the manifest knows more ---
folder = study()
run = folder.run('build')
outputs = [name for name in folder.names('out') if name != 'manifest.json']
status, reasons, run = verify(*outputs, cwd=folder.at('out'))
check('the study is current', status == 0 and len(reasons) == len(outputs), run)
with open(folder.at('russia_rd.csv'), 'a', encoding='utf-8') as file:
  file.write('\n')
status, reasons, run = verify('out/rd_russia.slide.zh.png', 'out/summary.ru.pdf', 'out/rd_china.paper.en.svg')
check('data changed', status == 1 and list(reasons.values()) == [['russia_rd.csv changed'], ['russia_rd.csv changed'], []], run)
manifest = folder.read('out/manifest.json').decode()
check('the manifest leads to the project', json.loads(manifest)['base'] == '..')
folder.write('out/manifest.json', re.sub(r'"program":"[0-9a-f]{32}"', '"program":"' + '0' * 32 + '"', manifest))
status, reasons, run = verify('out/rd_china.paper.en.svg')
check('other code', status == 1 and reasons['out/rd_china.paper.en.svg'] == ['the program changed'], run)
folder.write('out/manifest.json', manifest)
folder.write('out/rd_china.paper.en.svg', folder.read('out/rd_china.paper.en.svg') + b'\n')
status, reasons, run = verify('out/rd_china.paper.en.svg')
check('a file that was changed by hand', status == 1 and reasons['out/rd_china.paper.en.svg'] == ['the file is not what was written'], run)

# --- the project's options: what zhinu.json says now ---
folder = Folder({'zhinu.json': {'output': 'out', 'charts': [{'spec': 'a.vl.json', 'themes': ['paper'], 'formats': ['png', 'scene.json']}], 'reports': [{'source': 'r.md'}]},
  'a.vl.json': bars(), 'r.md': '---\nlang: ru\n---\n\n# A\n'})
folder.run('build')
files = ['out/a.paper.en.png', 'out/a.paper.en.scene.json', 'out/r.pdf']
status, reasons, run = verify(*files)
check('a project is current', status == 0 and len(reasons) == 3, run)


def with_chart(**more):
  folder.write('zhinu.json', {'output': 'out', 'charts': [{'spec': 'a.vl.json', 'themes': ['paper'], 'formats': ['png', 'scene.json'], **more}], 'reports': [{'source': 'r.md'}]})
  return verify(*files)


status, reasons, run = with_chart(scale=3)
check('another scale in zhinu.json', status == 1 and list(reasons.values()) == [['it was made with no scale, and should be with scale 3']] * 2 + [[]], run)
folder.run('build')
status, reasons, run = with_chart()
check('no scale any more', status == 1 and reasons[files[0]] == ['it was made with scale 3, and should be with no scale'], run)
status, reasons, run = with_chart(themes=['slide'])
check('what the project no longer makes', status == 1 and reasons[files[1]] == ['its project no longer makes it'], run)
folder.write('zhinu.json', '{broken')
status, reasons, run = verify(files[2])
check('a project that cannot be read says nothing', status == 0, run)
done()
