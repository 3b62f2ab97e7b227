"""Every option is told everywhere: what the program takes, `zhinu help`, the man page and the guide agree."""
import glob
import os
import re
import subprocess
from cli import PROGRAM, SOURCE, check, done


def read(name):
  with open(os.path.join(SOURCE, name), encoding='utf-8') as file:
    return file.read()


def run(*words):
  return subprocess.run([PROGRAM, *words], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)


OPTION = re.compile(r'(?<![\w-])(--[a-z][a-z-]*|-[a-z])(?![\w-])')
commands = re.findall(r'^  (\w+)  +\S', run('help').stdout.decode(), re.M)
check('commands are listed', len(commands) >= 7, commands)
told = {}
for command in commands:
  help_text = run('help', command).stdout.decode()
  told[command] = set(OPTION.findall(help_text.split('\n\n', 1)[1])) # behind the summary
  check(f'{command}: --help is the same', run(command, '--help').stdout.decode() == help_text)
  refused = [option for option in sorted(told[command]) if b'there is no option' in run(command, option, '9x9' if option == '--size' else '1', '/nonexistent/x').stderr]
  check(f'{command} takes what its help tells', not refused, refused)
  check(f'{command} has a place in the man page', re.search(rf'^\.B {command}$', read('docs/zhinu.1'), re.M) and f'zhinu {command}' in read('docs/zhinu.1'))
  line = run(command, '--nonsense').stderr.decode().splitlines()
  check(f'{command}: the synopsis stands in its usage', run(command, '--nonsense').returncode == 2 and f'usage: zhinu {command}' in line[-1], line)
everything = set().union(*told.values())
taken = {name for path in glob.glob(os.path.join(SOURCE, 'src/cli/*.c')) for name in re.findall(r'\{"(-[-a-z]+)", ZN_OPT_', read(path))}
untold = taken - everything - {'--output'} # -o in full
check('help tells all that is taken', not untold, untold)
check('and nothing else', not everything - taken, everything - taken)

manual = read('docs/zhinu.1').replace('\\-', '-')
described = set(OPTION.findall(re.sub(r'\\f.', '', manual[manual.index('.SH OPTIONS'):manual.index('.SH ENVIRONMENT')])))
check('the man page has every option', not everything - described, everything - described)
check('the man page has no other', not described - taken, described - taken)
guide = read('docs/guide.md') + read('docs/reports.md')
missing = {option for option in everything if not re.search(rf'(?<![\w-]){option}(?![\w-])', guide)}
check('the guide has every option', not missing, missing)

# Commands in the documents are given options that they have.
for name in ['README.md'] + sorted('docs/' + os.path.basename(path) for path in glob.glob(os.path.join(SOURCE, 'docs', '*.md'))):
  text = read(name)
  used = [(command, option) for command, rest in re.findall(r'zhinu (\w+)([^\n`#]*)', text) if command in told for option in OPTION.findall(rest)]
  wrong = [pair for pair in used if pair[1] not in told[pair[0]] | {'--help', '--output'}]
  check(f'{name}: commands have the options they are given', not wrong, wrong)
  strange = set(OPTION.findall(' '.join(re.findall(r'`(--[^`]*)`', text)))) - taken - {'--suite', '--benchmark', '--seconds', '--text', '--force', '--help', '--version'}
  check(f'{name}: no option that is none', not strange, strange)
done()
