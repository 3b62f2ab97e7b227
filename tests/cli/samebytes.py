"""The same input gives the same bytes: whatever the number of workers, the folder, the locale, the time zone, the user."""
import os
import shutil
from cli import check, done, need_fonts, sha256, study

need_fonts()


def outputs(folder, below='out'):
  return {name: sha256(folder.read(os.path.join(below, name))) for name in folder.names(below)}


def different(one, other, ignored=()):
  return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name) and name not in ignored)


first = study()
run = first.run('build')
wanted = outputs(first)
check('the study builds', run.returncode == 0 and len(wanted) > 100, run)

# The manifest notes the time zone among the options, since data may have local times; nothing else depends on it.
for name, words, env in (
    ('one worker, a Russian locale, a time zone of half hours', ['-j1'], {'LC_ALL': 'ru_RU.UTF-8', 'LANGUAGE': 'ru', 'TZ': 'America/St_Johns'}),
    ('four workers, a Turkish locale, the other day, another user', ['-j4'],
      {'LC_ALL': 'tr_TR.UTF-8', 'TZ': 'Pacific/Kiritimati', 'HOME': '/nonexistent', 'USER': 'nobody'})):
  folder = study()
  run = folder.run('build', *words, env=env)
  found = outputs(folder)
  check(name, run.returncode == 0 and not different(wanted, found, ['manifest.json']), different(wanted, found)[:10])

deep = os.path.join('a folder', 'with [odd] names', '数据')
folder = study()
shutil.copytree(os.path.join(first.path), folder.at(deep))
run = folder.run('build', '--force', folder.at(deep), cwd='/', env={'LC_ALL': 'C'})
found = outputs(folder, os.path.join(deep, 'out'))
check('a folder of another name, from elsewhere, without a locale', run.returncode == 0 and found == wanted, different(wanted, found)[:10])

dated = []
for zone in ('UTC', 'Asia/Shanghai'):
  run = first.run('report', 'reports/summary.ru.md', '-o', '-', env={'SOURCE_DATE_EPOCH': '1700000000', 'TZ': zone})
  dated.append(run.stdout)
check('SOURCE_DATE_EPOCH dates a file, the same anywhere', b'2023-11-14T22:13:20' in dated[0] and dated[0] == dated[1], run.returncode)
check('without it there is no date', b'CreateDate' not in first.read('out/summary.ru.pdf'))
done()
