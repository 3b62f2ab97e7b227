"""zhinu build: what is stale and nothing else, failures kept apart, what the manifest says."""
import json
import os
import re
import resource
import select
import signal
import struct
import subprocess
import time
from cli import PROGRAM, Folder, bars, check, done, need_fonts, sha256, skip, study, table, told

need_fonts()
SUMMARY = re.compile(r'(\d+) rendered, (\d+) up to date, (\d+) failed, \d+\.\d s\n')


def build(folder, *words, where='.', **more):
  """(process, (rendered, up to date, failed))"""
  run = folder.run('build', where, *words, **more)
  found = SUMMARY.search(run.stdout.decode())
  return run, tuple(int(n) for n in found.groups()) if found else None


def stamps(folder):
  """What tells a file that was written anew: it is put in place by renaming."""
  return {name: (os.stat(folder.at('out/' + name)).st_ino, os.stat(folder.at('out/' + name)).st_mtime_ns)
    for name in folder.names('out') if name != 'manifest.json'}


def rebuilt(folder, *words, **more):
  """(process, counts, names of the files that were made again)"""
  before = stamps(folder)
  run, counts = build(folder, *words, **more)
  after = stamps(folder)
  return run, counts, {name for name in after if after[name] != before.get(name)}


def manifest(folder):
  return json.loads(folder.read('out/manifest.json'))['outputs']


def po(text):
  return f'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "Rain"\nmsgstr "{text}"\n'


def rain(**more):
  """A small project: two charts, two languages, a theme of its own beside a shipped one, and a report."""
  return Folder({
    'zhinu.json': {'output': 'out', 'languages': ['ru', 'zh'], 'locale': '{lang}.po',
      'charts': [{'spec': 'charts/*.vl.json', 'themes': ['paper', 'house.json'], 'formats': ['png', 'svg']}],
      'reports': [{'source': 'r.{lang}.md'}], **more},
    'charts/a.vl.json': table('a.csv', title='Rain'), 'charts/b.vl.json': table('b.csv', title='Rain'),
    'a.csv': 'a,b\nx,1\ny,2\n', 'b.csv': 'a,b\nx,1\ny,2\n', 'house.json': {'config': {'background': '#eeeeee'}},
    'ru.po': po('Дождь'), 'zh.po': po('雨'), 'r.ru.md': '---\nlang: ru\ntitle: Дождь\n---\n\n![Дождь](charts/a.vl.json){#fig-a}\n',
    'r.zh.md': '---\nlang: zh\ntitle: 雨\n---\n\n雨。\n'})


# --- the small project ---
folder = rain()
run = folder.run('build', '--dry-run')
check('--dry-run says what and why', run.returncode == 0 and b'a.paper.ru: new\n' in run.stdout and b'r.zh: new\n' in run.stdout, run)
check('--dry-run makes nothing', not folder.has('out'))
run, counts = build(folder)
check('everything is new', run.returncode == 0 and counts == (18, 0, 0) and not run.stderr, run)
check('only outputs and the manifest are there', len(folder.names('out')) == 19 and 'a.house.ru.png' in folder.names('out'), folder.names('out'))
check('SHA-256 and size of every output', all(entry['sha256'] == sha256(folder.read('out/' + name)) and entry['size'] == len(folder.read('out/' + name))
  for name, entry in manifest(folder).items()) and len(manifest(folder)) == 18)
inputs = {entry['path']: entry['sha256'] for entry in manifest(folder)['a.house.ru.png']['inputs']}
check('the inputs of an output, by their contents', set(inputs) == {'charts/a.vl.json', 'a.csv', 'ru.po', 'house.json'}
  and all(sha == sha256(folder.read(path)) for path, sha in inputs.items()), inputs)
run, counts, made = rebuilt(folder)
check('a second run makes nothing', run.returncode == 0 and counts == (0, 18, 0) and not made, run)


def expect(name, wanted, *words, **more):
  run, counts, made = rebuilt(folder, *words, **more)
  check(name, run.returncode == 0 and made == wanted and counts == (len(wanted), 18 - len(wanted), 0), (told(run), sorted(made ^ wanted)))


def outputs(pattern):
  return {name for name in folder.names('out') if re.fullmatch(pattern, name)}


os.utime(folder.at('a.csv'))
expect('a new date alone makes nothing', set())
folder.write('a.csv', 'a,b\nx,1\ny,3\n')
run = folder.run('build', '--dry-run')
check('--dry-run names the file', b'a.paper.ru: a.csv changed\n' in run.stdout and b'b.paper' not in run.stdout, run)
expect('data: what shows them', outputs(r'a\..*|r\.ru\.pdf'))
folder.write('ru.po', po('Осадки'))
expect('a catalogue: its language', outputs(r'.*\.ru\..*'))
folder.write('house.json', {'config': {'background': '#dddddd'}})
expect('a theme: what has it', outputs(r'.*\.house\..*'))
folder.write('charts/b.vl.json', table('b.csv', title='Rain', width=300))
expect('a specification: itself', outputs(r'b\..*'))
folder.write('r.zh.md', '---\nlang: zh\ntitle: 雨\n---\n\n大雨。\n')
expect('a report: itself', {'r.zh.pdf'})
os.unlink(folder.at('out/b.paper.zh.png'))
expect('an output that was removed: its chart', {'b.paper.zh.png', 'b.paper.zh.svg'})
folder.write('out/b.paper.zh.svg', 'x')
expect('an output that was written over: its chart', {'b.paper.zh.png', 'b.paper.zh.svg'})
before = {name: folder.read('out/' + name) for name in outputs('.*')}
expect('--force: everything', outputs(r'.*\.(png|svg|pdf)'), '--force')
check('and the same bytes', {name: folder.read('out/' + name) for name in outputs('.*')} == before)
expect('another date for files: everything', outputs(r'.*\.(png|svg|pdf)'), env={'SOURCE_DATE_EPOCH': '1700000000'})
expect('and back', outputs(r'.*\.(png|svg|pdf)'))
folder.write('out/manifest.json', '{broken')
expect('a broken manifest: everything', outputs(r'.*\.(png|svg|pdf)'))
expect('from another folder: nothing', set(), where=folder.path, cwd='/')

# --- other code, other fonts ---
def data_dir():
  """Where a program finds its data that does not lie in its build folder."""
  root = os.path.dirname(PROGRAM)
  while root != '/' and not os.path.isdir(os.path.join(root, 'meson-private')):
    root = os.path.dirname(root)
  return os.environ.get('ZHINU_DATA_DIR', root)


def other_program():
  """The program with another build id: its note has a name of 4 bytes, an id of 20, and type 3."""
  with open(PROGRAM, 'rb') as file:
    code = bytearray(file.read())
  note = code.find(struct.pack('<III', 4, 20, 3) + b'GNU\0')
  code[note + 16] ^= 1
  folder.write('bin/zhinu', bytes(code))
  os.chmod(folder.at('bin/zhinu'), 0o755)
  return note > 0


def dry_run(program, **env):
  env = {**os.environ, 'ZHINU_DATA_DIR': data_dir(), **env}
  return subprocess.run([program, 'build', '--dry-run'], cwd=folder.path, env=env, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


if other_program():
  run = dry_run(folder.at('bin/zhinu'))
  check('a program built anew: everything', run.stdout.count(b': the program changed\n') == 10, run)
else:
  skip('a program built anew', 'there is no build id')
run = dry_run(PROGRAM)
check('the same program: nothing', b'changed' not in run.stdout, run)
with open(os.path.join(data_dir(), 'fonts', 'fonts.conf'), encoding='utf-8') as file:
  folder.write('fonts.conf', file.read() + '<!-- other -->\n')
run = dry_run(PROGRAM, FONTCONFIG_FILE=folder.at('fonts.conf'))
check('another configuration of fonts: everything', run.stdout.count(b': the fonts changed\n') == 10, run)

# --- failures ---
folder = rain()
build(folder)
good = {name: folder.read('out/' + name) for name in folder.names('out')}
folder.write('charts/a.vl.json', bars(mark='barr'))
folder.write('b.csv', 'a,b\nx,1\ny,7\n')
run, counts, made = rebuilt(folder)
check('a failure: status 1, the rest is made', run.returncode == 1 and counts == (8, 1, 9) and made == outputs(r'b\..*'), (counts, told(run)))
check('its message', 'charts/a.vl.json#/mark: error:' in told(run), run)
check('its old files are intact', all(folder.read('out/' + name) == good[name] for name in good if name.startswith('a.')))
check('and no others', sorted(good) == folder.names('out'), folder.names('out'))
run, counts, made = rebuilt(folder)
check('it fails again', run.returncode == 1 and counts == (0, 9, 9), counts)
folder.write('charts/a.vl.json', table('a.csv', title='Rain'))
run, counts, made = rebuilt(folder)
check('mended, as it was: nothing to do', run.returncode == 0 and counts == (0, 18, 0), counts)
os.unlink(folder.at('charts/b.vl.json'))
run, counts, made = rebuilt(folder)
check('what is no longer made is named and left', run.returncode == 0 and 'b.paper.ru.png is no longer made' in told(run) and folder.has('out/b.paper.ru.png'), run)

folder = rain(output='file/out')
folder.write('file', '')
run, counts = build(folder)
check('no output folder can be made', run.returncode == 1 and counts == (0, 0, 18) and 'cannot write' in told(run), run)
for name, words, wanted, status in (
    ('no project', ('build', 'charts'), ['zhinu.json: error: cannot read'], 1),
    ('two projects', ('build', '.', '.'), ['one project at a time'], 2),
    ('no workers', ('build', '-j', '0'), ['“0” is not a value for -j'], 2)):
  run = folder.run(*words)
  check(name, run.returncode == status and all(part in told(run) for part in wanted), run)

# --- watching ---
def read_until(pipe, part, seconds):
  text, end = b'', time.monotonic() + seconds
  while part not in text and select.select([pipe], [], [], max(0, end - time.monotonic()))[0]:
    more = os.read(pipe.fileno(), 4096)
    if not more:
      break
    text += more
  return text


def watched(folder, *changes):
  """What --watch says at first and after each change."""
  watcher = subprocess.Popen([PROGRAM, 'build', '--watch'], cwd=folder.path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
  try:
    told = [read_until(watcher.stdout, b' s\n', 60)]
    for name, content in changes:
      time.sleep(0.05)
      folder.write(name, content) if content is not None else os.unlink(folder.at(name))
      told.append(read_until(watcher.stdout, b' s\n', 60))
    time.sleep(0.8)
    return told, read_until(watcher.stdout, b' s\n', 0)
  finally:
    watcher.kill()
    watcher.wait()


told_first, more = watched(rain(), ('b.csv', 'a,b\nx,1\ny,9\n'), ('charts/b.vl.json', None))
check('--watch builds, again after a change, and when a file is gone', [b'18 rendered' in told_first[0], b'8 rendered' in told_first[1],
  b'0 rendered, 10 up to date' in told_first[2]] == [True] * 3 and not more, (told_first, more))
folder = rain(output='made/here', charts=[{'spec': 'charts/a.vl.json'}, {'spec': 'output/b.vl.json'}], reports=[])
folder.write('output/b.vl.json', table('b.csv'))
told_first, more = watched(folder, ('output/b.vl.json', table('b.csv', width=77)))
check('--watch looks into a folder called output, and not into the real one', b'4 rendered' in told_first[0] and b'2 rendered' in told_first[1] and not more, (told_first, more))

# --- signals: what was done is not lost ---


def slow():
  """Many charts, each of some work, that name their order."""
  folder = Folder({'zhinu.json': {'output': 'out', 'charts': [{'spec': 'c*.vl.json', 'formats': ['png', 'svg'], 'scale': 10}]}})
  for n in range(40):
    folder.write(f'c{n:02}.vl.json', bars(title=f'{n}', width=400, height=300))
  return folder


def whole(folder):
  """Every file is whole, and every file in the manifest is there as it says."""
  entries = manifest(folder) if folder.has('out/manifest.json') else {}
  return (all(sha256(folder.read('out/' + name)) == entry['sha256'] for name, entry in entries.items())
    and all(folder.read('out/' + name)[-12:-8] == bytes(4) or name[-4:] != '.png' for name in folder.names('out')) and not any('.zhinu-' in name for name in folder.names('out')))


for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
  signal.signal(number, signal.SIG_DFL) # nohup and shells in the background have them ignored, which children inherit
for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGKILL):
  folder = slow()
  running = subprocess.Popen([PROGRAM, 'build', '-j2'], cwd=folder.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
  until = time.monotonic() + 60
  while time.monotonic() < until and not (number != signal.SIGKILL and len(folder.names('out')) >= 6 or folder.has('out/manifest.json')):
    time.sleep(0.005)
  running.send_signal(number)
  said = running.communicate()
  done_before = len(manifest(folder)) if folder.has('out/manifest.json') else 0
  check(f'{number.name} ends the build, which says so', running.returncode == -number and (number == signal.SIGKILL or b'interrupted: ' in said[1]), (running.returncode, said))
  check(f'{number.name}: nothing half-written', whole(folder), folder.names('out'))
  run, counts = build(folder, '-j2')
  check(f'{number.name}: the next build goes on from there', run.returncode == 0 and 0 < done_before < 80 and counts == (80 - done_before, done_before, 0), (done_before, counts))

# --- a disk that gets full: what fits is made and known ---
folder = rain(charts=[{'spec': 'charts/*.vl.json', 'formats': ['svg', 'png'], 'languages': ['ru']}, {'spec': 'charts/b.vl.json', 'formats': ['png'], 'themes': ['slide'], 'languages': ['ru']}],
  reports=[])


def limited():
  resource.setrlimit(resource.RLIMIT_FSIZE, (16000, 16000))


folder.write('charts/b.vl.json', table('b.csv', title='Rain', width=3000, height=2000))
run, counts = build(folder, preexec_fn=limited)
check('a full disk: the rest is made', run.returncode == 1 and counts[0] >= 2 and counts[2] >= 1 and counts[0] + counts[2] == 5 and 'cannot write' in told(run), run)
check('a full disk: nothing half-written', whole(folder) and len(manifest(folder)) == counts[0], folder.names('out'))
run, after = build(folder)
check('a full disk: the next build goes on from there', run.returncode == 0 and sum(after) == 5 and after[1] >= counts[0] - 1 and not after[2], (counts, after))

# --- a worker that dies takes its job with it, and no other ---
folder = slow()
running = subprocess.Popen([PROGRAM, 'build', '-j2'], cwd=folder.path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
victims = []
until = time.monotonic() + 30
while not victims and running.poll() is None and time.monotonic() < until:
  with open(f'/proc/{running.pid}/task/{running.pid}/children') as file:
    victims = file.read().split()
if victims:
  try:
    os.kill(int(victims[0]), signal.SIGKILL)
  except ProcessLookupError:
    pass
said = running.communicate()
found = SUMMARY.search(said[0].decode())
counts = tuple(int(n) for n in found.groups()) if found else None
check('a worker that dies', counts in ((78, 0, 2), (80, 0, 0)) and running.returncode == (1 if counts[2] else 0) and (not counts[2] or b'the worker process died' in said[1]), said)
run, after = build(folder)
check('a worker that dies: the next build goes on from there', run.returncode == 0 and after == (counts[2], counts[0], 0), (counts, after))

# --- the study ---
folder = study()
run, counts = build(folder, '-j2')
check('the study builds', run.returncode == 0 and counts[0] == len(folder.names('out')) - 1 and not run.stderr, run)
run, counts, made = rebuilt(folder)
check('and is up to date', counts[0] == 0 and not made, run)
dependents = {name for name, entry in manifest(folder).items() if any(entry['path'] == 'russia_rd.csv' for entry in entry['inputs'])}
rows = folder.read('russia_rd.csv').decode().splitlines(keepends=True)
cells = rows[-1].split(',')
number = next(i for i, cell in enumerate(cells) if i and re.fullmatch(r'[\d.]+', cell.strip()))
cells[number] = cells[number].replace(cells[number].strip()[0], '1' if cells[number].strip()[0] != '1' else '2', 1)
folder.write('russia_rd.csv', ''.join(rows[:-1]) + ','.join(cells))
run, counts, made = rebuilt(folder)
check('one value of russia_rd.csv: what depends on it', run.returncode == 0 and made == dependents and counts[0] == len(dependents), (told(run), made ^ dependents))
check('which is Russia and not China', 'rd_russia.slide.zh.png' in made and 'summary.ru.pdf' in made and 'rd_china.slide.zh.png' not in made)
done()
