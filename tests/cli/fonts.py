"""zhinu fonts: which font serves which role and script, what is missing and the package that has it."""
from cli import Folder, bars, check, check_refused, done, need_fonts, told

folder = Folder({'c.vl.json': bars(title='北京'), 'none.conf': '<?xml version="1.0"?><fontconfig></fontconfig>', 'broken.conf': '<fontconfig'})
check_refused('an unknown language', folder, ('fonts', '--lang', 'xx'), ['the language “xx” is not known', 'zh, ru, en'])
check_refused('words', folder, ('fonts', 'x'), ['no words'], status=2)
for name, conf, wanted in (
    ('no configuration', 'absent.conf', ['absent.conf: error: there is no such fonts configuration', 'hint: FONTCONFIG_FILE names it']),
    ('a configuration without fonts', 'none.conf', ['none.conf: error: this fonts configuration has no fonts', 'fonts-paratype'])):
  for words in (('fonts',), ('render', 'c.vl.json', '-o', 'c.png'), ('build',), ('check',), ('breaks',)):
    run = folder.run(*words, env={'FONTCONFIG_FILE': conf}, input=b'')
    check(f'{name}: {words[0]}', run.returncode == 1 and all(part in told(run) for part in wanted) and not folder.has('c.png'), run)

need_fonts()
run = folder.run('fonts')
lines = [line.split(maxsplit=2) for line in run.stdout.decode().splitlines()]
roles = {'sans-serif', 'serif', 'emphasis', 'condensed', 'monospace'}
check('every role for every script', run.returncode == 0 and {(role, script) for role, script, _ in lines} ==
  {(role, script) for role in roles for script in ('Latin', 'Cyrillic', 'Han')}, run)
check('with family and file', all('/' in rest and 'missing' not in rest for _, _, rest in lines), run)
for lang, script in (('zh', 'Han'), ('ru', 'Cyrillic'), ('en', 'Latin')):
  run = folder.run('fonts', '--lang', lang)
  check(f'--lang {lang}', run.returncode == 0 and {line.split()[1] for line in run.stdout.decode().splitlines()} == {script}, run)

latin = lines[0][2].split('/', 1)[1].rsplit('/', 1)[0]
folder.write('latin.conf', f'<?xml version="1.0"?><fontconfig><dir>/{latin}</dir></fontconfig>')
env = {'FONTCONFIG_FILE': 'latin.conf'}
run = folder.run('fonts', env=env)
check('what is missing, and its package', run.returncode == 1 and b'Han       missing: Noto Sans CJK SC; apt install fonts-noto-cjk' in run.stdout, run)
run = folder.run('render', 'c.vl.json', '-o', 'c.svg', env=env)
check('a character that no font has is named', '北 (U+5317)' in told(run) and 'hint: the Debian package fonts-noto-cjk' in told(run), run)
check_refused('with --strict nothing is drawn', folder, ('render', 'c.vl.json', '-o', 'd.svg', '--strict', '--theme', 'none.json'), ['none.json'])
run = folder.run('render', 'c.vl.json', '-o', 'e.svg', '--strict', env=env)
check('tofu is an error with --strict', run.returncode == 1 and not folder.has('e.svg'), run)
done()
