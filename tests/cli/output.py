"""Writing: nothing half-written, the old file intact, no temporary file left."""
import os
import resource
import signal
from cli import Folder, bars, check, done, need_fonts, told

need_fonts()


def limited():
  resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
  signal.signal(signal.SIGXFSZ, signal.SIG_DFL)


def refused(name, folder, *words, part='cannot write', **more):
  before = folder.names()
  run = folder.run('render', 'c.vl.json', *words, **more)
  check(name, run.returncode == 1 and part in told(run) and folder.names() == before, run)


folder = Folder({'c.vl.json': bars(), 'file': 'x', 'old.png': 'old', 'folder/x': ''})
refused('a file in a file', folder, '-o', 'file/c.svg', part='file/c.svg: error: cannot write')
refused('a folder that takes no files', folder, '-o', '/proc/c.svg', part='/proc/c.svg: error: cannot write')
os.mkdir(folder.at('named.svg'))
refused('a folder with the output\'s ending', folder, '-o', 'named.svg', part='named.svg: error: cannot write')
refused('a full disk, a new file', folder, '-o', 'new.png', part='new.png: error: cannot write', preexec_fn=limited)
refused('a full disk, an old file', folder, '-o', 'old.png', part='old.png: error: cannot write', preexec_fn=limited)
check('the old file is intact', folder.read('old.png') == b'old')
refused('a full disk, new folders', folder, '-o', 'a/b/new.png', part='a/b/new.png', preexec_fn=limited)
check('new folders are gone again', not folder.has('a'))
os.symlink('/dev/full', folder.at('full.png'))
refused('a full device', folder, '-o', 'full.png', part='full.png: error: cannot write')
check('the device is still one', os.path.islink(folder.at('full.png')))
with open('/dev/full', 'wb') as full:
  refused('full standard output', folder, '-o', '-', part='standard output: error: cannot write', stdout=full)
  for words in (('fonts',), ('--version',), ('help',)):
    run = folder.run(*words, stdout=full)
    check(f'full standard output of {words[0]}', run.returncode == 1 and 'standard output' in told(run), run)
if os.geteuid() != 0:
  os.mkdir(folder.at('locked'), 0o555)
  refused('a folder without permission', folder, '-o', 'locked/c.svg', part='locked/c.svg: error: cannot write')
run = folder.run('render', 'c.vl.json', '-o', 'file/c.png', '-o', 'good.svg')
check('one output fails, the others are made', run.returncode == 1 and folder.has('good.svg'), run)
os.symlink('old.png', folder.at('link.png'))
run = folder.run('render', 'c.vl.json', '-o', 'link.png')
check('a link stays one', run.returncode == 0 and os.path.islink(folder.at('link.png')) and folder.read('old.png')[:4] == b'\x89PNG', run)
run = folder.run('render', 'c.vl.json', '-o', 'new/deep/c.png')
check('folders are made', run.returncode == 0 and folder.has('new/deep/c.png'), run)
done()
