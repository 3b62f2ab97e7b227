"""Runs the program in a fresh folder and prints what held as TAP. A file of tests is called with the program and the project's source folder."""
import hashlib
import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile
import zlib

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = os.path.abspath(sys.argv[2])
results = []


class Folder:
  def __init__(self, files=None):
    self.kept = tempfile.TemporaryDirectory(prefix='zhinu-cli-')
    self.path = os.path.realpath(self.kept.name)
    for name, content in (files or {}).items():
      self.write(name, content)

  def at(self, name):
    return os.path.join(self.path, name)

  def write(self, name, content):
    if isinstance(content, (dict, list)):
      content = json.dumps(content)
    os.makedirs(os.path.dirname(self.at(name)), exist_ok=True)
    with open(self.at(name), 'wb') as file:
      file.write(content if isinstance(content, bytes) else content.encode())

  def read(self, name):
    with open(self.at(name), 'rb') as file:
      return file.read()

  def has(self, name):
    return os.path.lexists(self.at(name))

  def names(self, below='.'):
    """All files, hidden ones too, so that a temporary one left behind is seen."""
    top = self.at(below)
    return sorted(os.path.relpath(os.path.join(folder, name), top) for folder, _, names in os.walk(top) for name in names)

  def run(self, *words, env=None, cwd=None, **more):
    more.setdefault('stdout', subprocess.PIPE)
    return subprocess.run([PROGRAM, *words], cwd=cwd or self.path, stderr=subprocess.PIPE, timeout=300, env={**os.environ, **(env or {})}, **more)


def study():
  """A copy of the project in data/, with its output inside."""
  folder = Folder()
  shutil.copytree(os.path.join(SOURCE, 'data'), folder.path, dirs_exist_ok=True)
  project = json.loads(folder.read('zhinu.json'))
  folder.write('zhinu.json', {**project, 'output': 'out'})
  return folder


def sha256(content):
  return hashlib.sha256(content).hexdigest()


def told(run):
  return run.stderr.decode(errors='replace')


def check(name, held, run=None):
  results.append(bool(held))
  print(f"{'ok' if held else 'not ok'} {len(results)} - {name}", flush=True)
  if not held and run is not None:
    text = f'exit {run.returncode}\n{run.stdout!r:.500}\n{told(run)}' if isinstance(run, subprocess.CompletedProcess) else str(run)
    print('# ' + text.replace('\n', '\n# '), flush=True)


def skip(name, reason):
  results.append(True)
  print(f'ok {len(results)} - {name} # SKIP {reason}', flush=True)


def check_refused(name, folder, words, wanted, status=1, kept=()):
  """The command fails with that status, says all that is wanted, and leaves no file that was not there."""
  before = {file: folder.read(file) for file in folder.names() if os.path.isfile(folder.at(file))}
  run = folder.run(*words)
  after = {file: folder.read(file) for file in folder.names() if os.path.isfile(folder.at(file))}
  check(name, run.returncode == status and all(part in told(run) for part in wanted) and before == after, run)


def need_fonts():
  """Ends the file where the fonts of the texts are not there."""
  run = subprocess.run([PROGRAM, 'fonts'], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
  if run.returncode not in (0, 1) or b'sans-serif' not in run.stdout or b'missing' in run.stdout:
    reason = (run.stderr or run.stdout).decode(errors='replace').strip().splitlines()
    print('1..0 # SKIP fonts are missing' + (': ' + reason[0] if run.stderr and reason else ''))
    sys.exit(0)


def done():
  print(f'1..{len(results)}')
  sys.exit(not all(results))


def bars(**more):
  return {'data': {'values': [{'a': 'x', 'b': 1}, {'a': 'y', 'b': 2}]}, 'mark': 'bar',
    'encoding': {'x': {'field': 'a', 'type': 'nominal'}, 'y': {'field': 'b', 'type': 'quantitative'}}, **more}


def table(url, **more):
  return bars(data={'url': url}, **more)


def png_chunks(png):
  """[(type, data)] of a PNG"""
  at, chunks = 8, []
  while at + 12 <= len(png):
    length = struct.unpack('>I', png[at:at + 4])[0]
    chunks.append((png[at + 4:at + 8].decode(), png[at + 8:at + 8 + length]))
    at += 12 + length
  return chunks


def pdf_objects(pdf):
  """A PDF with its compressed streams spelled out, for looking things up in it."""
  out = [pdf]
  for start in re.finditer(rb'stream\r?\n', pdf):
    try:
      out.append(zlib.decompressobj().decompress(pdf[start.end():]))
    except zlib.error:
      pass
  return b'\n'.join(out)


def png_size(png):
  return struct.unpack('>II', png[16:24])
