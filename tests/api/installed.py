#!/usr/bin/env python3
"""What is installed: installed.py BUILDDIR GUIDE MESON NM CC...

The library exports the calls of zhinu.h and nothing else; `meson install` puts everything in its place; the guide's example compiles with
pkg-config against that, and renders. Speaks TAP.
"""
import os
import re
import shutil
import subprocess
import sys
import tempfile

BUILD, GUIDE, MESON, NM = sys.argv[1:5]
COMPILER = sys.argv[5:]
results = []


def check(name, held, detail=''):
  results.append(bool(held))
  print(f"{'ok' if held else 'not ok'} {len(results)} - {name}")
  if not held:
    print('# ' + str(detail).replace('\n', '\n# '))


def skip(name, reason):
  results.append(True)
  print(f'ok {len(results)} - {name} # SKIP {reason}')


def run(*words, **more):
  return subprocess.run(words, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300, **more)


def find(root, name):
  return [os.path.join(folder, name) for folder, _, files in os.walk(root) if name in files]


def declared(header):
  with open(header, encoding='utf-8') as file:
    return set(re.findall(r'^ZHINU_API .*?(\w+)\(', file.read(), re.M))


def exported(library):
  listed = run(NM, '-D', '--defined-only', library).stdout
  return {line.split()[-1].partition('@')[0] for line in listed.splitlines() if line.split()[-2] not in 'Vvw'}


def example(guide):
  """The guide's C code, as a program: includes first, the rest in main."""
  with open(guide, encoding='utf-8') as file:
    code = re.search(r'## In C\n.*?```c\n(.*?)```', file.read(), re.S).group(1)
  includes = [line for line in code.splitlines() if line.startswith('#include')]
  body = [line for line in code.splitlines() if not line.startswith('#include')]
  return '\n'.join(includes + [
    '#include <stdio.h>', '#include <string.h>', 'int main(int argc, char **argv)', '{',
    'const char *spec = "{\\"data\\": {\\"values\\": [{\\"a\\": 1}]}, \\"mark\\": \\"point\\", \\"encoding\\": {\\"x\\": {\\"field\\": \\"a\\"}}}";',
    'FILE *file = fopen(argv[1], "wb");'] + body + ['return fclose(file);', '}', ''])


def installed_files(root):
  for name in ('zhinu', 'zhinu.h', 'zhinu.pc', 'libzhinu.so', 'zhinu.1', 'paper.json', 'screen.json', 'slide.json', 'fonts.conf'):
    check(f'{name} is installed', find(root, name), 'not found')


def compile_example(root, work):
  package, header = find(root, 'zhinu.pc'), find(root, 'zhinu.h')
  if not shutil.which('pkg-config'):
    return skip('the example compiles', 'no pkg-config')
  source, program, picture = (os.path.join(work, name) for name in ('example.c', 'example', 'chart.png'))
  with open(source, 'w', encoding='utf-8') as file:
    file.write(example(GUIDE))
  # headers and library lie below the folder that stands for /
  env = {**os.environ, 'PKG_CONFIG_PATH': os.path.dirname(package[0]), 'PKG_CONFIG_SYSROOT_DIR': root}
  flags = run('pkg-config', '--cflags', '--libs', 'zhinu', env=env).stdout.split()
  built = run(*COMPILER, '-Wall', '-Wextra', '-Wno-unused-parameter', '-Werror', source, '-o', program, *flags)
  check('the example compiles', built.returncode == 0, built.stdout)
  if built.returncode != 0:
    return
  env = {**os.environ, 'LD_LIBRARY_PATH': os.path.dirname(find(root, 'libzhinu.so')[0]), 'ZHINU_DATA_DIR': BUILD}
  made = run(program, picture, env=env)
  if 'fonts' in made.stdout:
    return skip('the example renders', made.stdout.splitlines()[0])
  with open(picture, 'rb') as file:
    check('the example renders', made.returncode == 0 and file.read(4) == b'\x89PNG', made.stdout)


def main():
  with tempfile.TemporaryDirectory(prefix='zhinu-install-') as work:
    root = os.path.join(work, 'root')
    done = run(MESON, 'install', '-C', BUILD, '--no-rebuild', '--destdir', root)
    check('meson install', done.returncode == 0, done.stdout)
    if done.returncode == 0:
      installed_files(root)
      names = exported(find(root, 'libzhinu.so')[0])
      check('the library exports what zhinu.h declares', names == declared(find(root, 'zhinu.h')[0]), sorted(names)[:20])
      compile_example(root, work)
  print(f'1..{len(results)}')
  sys.exit(not all(results))


main()
