"""What the documents show is what happens: their files, where they are named, are written as printed, and their commands run, in order, in one folder."""
import os
import re
import signal
import subprocess
from cli import Folder, PROGRAM, SOURCE, bars, check, done, need_fonts

need_fonts()
BLOCK = re.compile(r'^```(\w*)\n(.*?)^```$', re.M | re.S)


def read(name):
  with open(os.path.join(SOURCE, name), encoding='utf-8') as file:
    return file.read()


def blocks(text):
  """(language, contents, name): a block has the name of the last file in the paragraph that leads to it with a colon."""
  end = 0
  for found in BLOCK.finditer(text):
    before = text[end:found.start()].rstrip().split('\n\n')[-1]
    end = found.end()
    names = re.findall(r'`([\w./-]+\.\w+)`', before) if before.endswith(':') else []
    yield found.group(1), found.group(2), names[-1] if names else None


def commands(text):
  for language, content, _ in blocks(text):
    if language == 'sh':
      yield from [line for line in content.splitlines() if line.startswith('zhinu ')]
  yield from re.findall(r'^    (zhinu .*)$', text, re.M)


def shell(folder, command):
  env = {**os.environ, 'PATH': folder.at('bin') + ':' + os.environ['PATH']}
  return subprocess.run(['sh', '-ec', command], cwd=folder.path, env=env, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)


def start(files=None):
  folder = Folder(files)
  os.mkdir(folder.at('bin'))
  os.symlink(PROGRAM, folder.at('bin/zhinu'))
  return folder


def try_command(name, folder, command):
  if '--watch' not in command:
    run = shell(folder, command)
    check(f'{name}: {command}', run.returncode == 0 and (not run.stderr or 'zhinu check' in command), run)
    return
  run = subprocess.Popen([PROGRAM, *command.split('#')[0].split()[1:]], cwd=folder.path, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) # it stays
  line = run.stdout.readline()
  run.terminate()
  run.wait()
  check(f'{name}: {command}', b'rendered' in line and run.returncode == -signal.SIGTERM, (line, run.returncode))


# The guide from its first line to its last: what it names is written when it is shown.
folder = start()
for language, content, name in blocks(read('docs/guide.md')):
  if name and language in ('csv', 'json', 'po', 'markdown'):
    folder.write(name, content)
  elif language == 'sh':
    for line in content.splitlines():
      if line.startswith('zhinu '):
        try_command('guide', folder, line)
check('the guide makes its files', all(folder.has(name) for name in ('rainfall.png', 'slide.png', 'house.png', 'rainfall.ru.png', 'rain.pdf', 'page-1.png', 'output/manifest.json')),
  folder.names())
for mistaken in re.findall(r'^rainfall\.vl\.json#/mark: error: mark is “(\w+)”', read('docs/guide.md'), re.M):
  folder.write('rainfall.vl.json', folder.read('rainfall.vl.json').decode().replace('"mark": "bar"', f'"mark": "{mistaken}"'))
  run = shell(folder, 'zhinu render rainfall.vl.json -o wrong.png')
  check('the guide\'s mistake is told as it is printed', run.returncode == 1 and f'rainfall.vl.json#/mark: error: mark is “{mistaken}”, expected'.encode() in run.stderr
    and 'hint: did you mean “bar”?'.encode() in run.stderr, run)

# The other documents assume files of a project.
REPORT = '---\ntitle: A\n---\n\n# B\n\nC.\n'
STYLE = '{"extends": "report", "accent": "#8a1c1c"}'
for name in ('README.md', 'docs/styles.md', 'docs/themes.md', 'docs/reports.md', 'docs/vega-lite.md', 'docs/typography.md', 'docs/scene.md'):
  folder = start({'chart.vl.json': bars(), 'summary.md': REPORT, 'r.md': REPORT, 'FILE.md': REPORT, 'house.json': STYLE, 'house-style.json': {'config': {'bar': {'color': 'red'}}},
    'zhinu.json': {'charts': [{'spec': 'chart.vl.json', 'formats': ['pdf']}]}})
  for command in commands(read(name)):
    try_command(name, folder, command)
done()
